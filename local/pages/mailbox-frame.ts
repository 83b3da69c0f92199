import { createHash } from "node:crypto";
import type { HttpReply } from "../gateway/gateway-reply.ts";
import { escapeHtml } from "../base/html.ts";
import { pageStyle } from "./page-style.ts";

/** Path of the mailbox's pages below a system's address. */
export const mailboxPath = "/_local/mailbox";

/** Rights of a mail in its frame: it may open links in a new tab, with the rights of any other page. */
export const mailRights = "allow-popups allow-popups-to-escape-sandbox";

/** Parts of the mailbox that the pages lead to. */
export type MailboxPart = "letters" | "switches";

const digest = createHash("sha256").update(pageStyle).digest("base64");

/** No script runs on these pages, and nothing is fetched for them but the mail in its frame. */
const policy = [
  "default-src 'none'",
  `style-src 'sha256-${digest}'`,
  "img-src data:",
  "frame-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join("; ");

/** Returns the headers of every reply that shows received mail. */
export const withRights = (contentPolicy: string): HttpReply["headers"] => [
  ["content-security-policy", contentPolicy],
  ["cache-control", "no-store"],
  ["referrer-policy", "same-origin"],
  ["x-content-type-options", "nosniff"],
];

const formats = {
  minute: new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "short", timeZone: "Europe/Vienna" }),
  second: new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "medium", timeZone: "Europe/Vienna" }),
};

/** An instant as people in Vienna read it, in HTML. */
export const vienna = (instant: string, precision: keyof typeof formats = "minute"): string => {
  const at = new Date(instant);
  const shown = Number.isNaN(at.getTime()) ? instant : formats[precision].format(at);
  return `<time datetime="${escapeHtml(instant)}">${escapeHtml(shown)}</time>`;
};

/** Returns a page without a script, whose style is known by its digest. */
export const htmlReply = (html: string, status = 200): HttpReply => ({
  status,
  headers: [["content-type", "text/html; charset=utf-8"], ...withRights(policy)],
  body: Buffer.from(html),
});

export const seeOther = (location: string): HttpReply => ({
  status: 303,
  headers: [
    ["location", location],
    ["cache-control", "no-store"],
  ],
  body: Buffer.alloc(0),
});

interface Frame {
  readonly title: string;
  readonly part: MailboxPart;
  /** UTC, on the system's clock. */
  readonly now: string;
  /** The number of active faults. */
  readonly on: number;
  /** HTML. */
  readonly main: string;
  /** Classes of the body. */
  readonly classes?: string;
  readonly status?: number;
}

/** Returns a page of the mailbox. */
export const frameHtml = ({ title, part, now, on, main, classes = "", status = 200 }: Frame): HttpReply => {
  const link = (to: MailboxPart, path: string, text: string): string =>
    `<a href="${path}"${to === part ? ' aria-current="page"' : ""}>${text}</a>`;
  const html = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escapeHtml(title)}</title><link rel="icon" href="data:,"><style>${pageStyle}</style></head>
<body class="${part} ${classes}">
<a class="skip" href="#content">Skip to the content</a>
<header><h1>Mailbox</h1>
<nav aria-label="Parts of the mailbox"><a href="/">Start</a>${link("letters", mailboxPath, "Mails")}${link("switches", `${mailboxPath}/switches`, `Switches${on === 0 ? "" : ` <b>${on} on</b>`}`)}</nav>
<p>It is ${vienna(now)} in Vienna</p></header>
${main}
</body></html>`;
  return htmlReply(html, status);
};
