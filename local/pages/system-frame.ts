import { escapeHtml } from "../base/html.ts";
import type { HttpReply } from "../gateway/gateway-reply.ts";
import { htmlReply, mailboxPath, vienna } from "./mailbox-frame.ts";
import { pageStyle } from "./page-style.ts";

export const clockPath = "/_local/clock";

const parts = [
  ["/", "Start"],
  [mailboxPath, "Mailbox"],
  [clockPath, "Clock"],
  ["/docs", "API reference"],
] as const;

interface SystemPage {
  readonly title: string;
  /** Path of the part that the page belongs to. */
  readonly part: string;
  /** UTC, on the system's clock. */
  readonly now: string;
  /** HTML. */
  readonly main: string;
  /** True while the page shows work that continues: the browser loads it again after a second. */
  readonly isBusy?: boolean;
  readonly status?: number;
}

/** Returns a page of the system in addition to the mailbox: the start, the clock, or the result of a button. */
export const systemPage = ({ title, part, now, main, isBusy = false, status = 200 }: SystemPage): HttpReply =>
  htmlReply(
    `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">${isBusy ? '<meta http-equiv="refresh" content="1">' : ""}<title>${escapeHtml(title)}</title><link rel="icon" href="data:,"><style>${pageStyle}</style></head>
<body class="plain">
<a class="skip" href="#content">Skip to the content</a>
<header><h1>Review mechanism</h1>
<nav aria-label="Parts of the system">${parts.map(([path, name]) => `<a href="${path}"${path === part ? ' aria-current="page"' : ""}>${name}</a>`).join("")}</nav>
<p>It is ${vienna(now)} in Vienna</p></header>
<main id="content" tabindex="-1">
${main}
</main>
</body></html>`,
    status,
  );

/** Links that lead on from a page. */
export const onward = (links: readonly (readonly [path: string, name: string])[]): string =>
  `<p class="onward">${links.map(([path, name]) => `<a href="${escapeHtml(path)}">${escapeHtml(name)}</a>`).join("")}</p>`;

/** The button that moves the clock by two weeks. */
export const twoWeeksOn = `<form method="post" action="${clockPath}/move"><button name="days" value="14">Two weeks on</button></form>`;
