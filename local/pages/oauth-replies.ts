import type { HttpReply } from "../gateway/gateway-reply.ts";

const noStore = [
  ["cache-control", "no-store"],
  ["referrer-policy", "same-origin"],
] as const;

export const html = (status: number, text: string): HttpReply => ({
  status,
  headers: [
    ["content-type", "text/html; charset=utf-8"],
    ["content-security-policy", "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'"],
    ...noStore,
  ],
  body: Buffer.from(text),
});

export const json = (status: number, value: unknown): HttpReply => ({
  status,
  headers: [["content-type", "application/json;charset=UTF-8"], ...noStore],
  body: Buffer.from(JSON.stringify(value)),
});

export const oauthError = (error: string, why: string): HttpReply => json(400, { error, error_description: why });

export const empty = (): HttpReply => ({ status: 200, headers: noStore, body: Buffer.alloc(0) });

/** Sends the browser to an address, with those parameters that are not null. */
export const redirect = (to: string, parameters: Readonly<Record<string, string | null>> = {}): HttpReply => {
  const address = new URL(to);
  for (const [name, value] of Object.entries(parameters)) if (value !== null) address.searchParams.set(name, value);
  return { status: 302, headers: [["location", address.href], ...noStore], body: Buffer.alloc(0) };
};
