import { createHash } from "node:crypto";
import type { StackClock } from "../base/clock.ts";
import type { LocalPages } from "../gateway/http.ts";
import type { HttpReply } from "../gateway/gateway-reply.ts";
import { mailboxPath, vienna, withRights } from "./mailbox-frame.ts";
import { mailboxStyle } from "./mailbox-style.ts";

/** Path of the list of pages below a system's address. */
const indexPath = "/_local/";

const places: readonly (readonly [path: string, name: string, what: string])[] = [
  ["/docs", "API reference", "every operation, with what it takes, answers and refuses"],
  [mailboxPath, "Mailbox", "every mail that was sent here, and switches that make mail fail"],
  ["/_local/example/", "Example page", "a front end; any account signs in without a password"],
  ["/_local/clock", "Clock", "what time it is here; it is moved by a POST"],
  ["/_local/mailbox/mails.json", "Mails as JSON", "for tests of front ends, with filters, and waiting for a mail"],
  ["/_local/queues", "Queues", "what waits to be done"],
  ["/_local/schedules", "Schedules", "what is to happen when"],
  ["/health", "Health", "whether the system answers"],
];

const digest = createHash("sha256").update(mailboxStyle).digest("base64");
const policy = `default-src 'none'; style-src 'sha256-${digest}'; img-src data:; base-uri 'none'; frame-ancestors 'none'`;

const indexHtml = (now: string): HttpReply => {
  const list = places
    .map(([path, name, what]) => `<li><h2><a href="${path}">${name}</a></h2><p>${what}</p></li>`)
    .join("\n");
  const html = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Review mechanism on this machine</title><link rel="icon" href="data:,"><style>${mailboxStyle}</style></head>
<body class="index">
<header><h1>Review mechanism on this machine</h1>
<p>It is ${vienna(now)} in Vienna</p></header>
<main id="content">
<ul>
${list}
</ul>
</main>
</body></html>`;
  return {
    status: 200,
    headers: [["content-type", "text/html; charset=utf-8"], ...withRights(policy)],
    body: Buffer.from(html),
  };
};

/** The list of what a local system has for a browser; its bare address leads there. */
export const indexPages =
  (clock: Pick<StackClock, "instant">): LocalPages =>
  async ({ method, target }) => {
    const [path] = target.split("?");
    if (method !== "GET" && method !== "HEAD") return undefined;
    if (path === "/") return { status: 302, headers: [["location", indexPath]], body: Buffer.alloc(0) };
    return path === indexPath ? indexHtml(clock.instant()) : undefined;
  };
