import type { StoredReply } from "../../io/ports/commit.ts";

/** A figure that a browser opens directly runs no script and loads nothing; its styles are its own. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";

/** Returns the reply that shows a figure as a drawing. */
export const drawing = (svg: string, headers: Readonly<Record<string, string>> = {}): StoredReply => ({
  status: 200,
  headers: { "content-type": "image/svg+xml; charset=utf-8", "content-security-policy": policy, ...headers },
  body: svg,
});
