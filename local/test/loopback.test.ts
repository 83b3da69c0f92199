import { request } from "node:http";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { LocalStack } from "../stack-options.ts";
import { sampleStack } from "./support.ts";

/** The replies of a local system to requests that a browser sends for a page of another host. */
let app: LocalStack;
beforeAll(async () => {
  app = await sampleStack();
});
afterAll(() => app.close());

/** Sends headers that `fetch` would not let a program set. */
const send = (
  method: string,
  path: string,
  headers: Readonly<Record<string, string>> = {},
  body = "",
  base = app.url,
): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    const sent = request(`${base}${path}`, { method, headers }, (answer) => {
      answer.resume();
      answer.once("end", () => resolve(answer.statusCode));
    });
    sent.once("error", reject);
    sent.end(body);
  });

const changes = [
  ["POST", "clock", '{"by":"P1D"}'],
  ["POST", "rest", ""],
  ["POST", "faults", '{"kind":"throttle"}'],
  ["DELETE", "faults", ""],
  ["POST", "tokens", '{"email":"a@example.org"}'],
  ["POST", "mailbox/switches", "name=throttle&times=1"],
  ["POST", "mailbox/switches/off", "all=1"],
  ["POST", "sign-in/login", "email=a@example.org"],
] as const;

describe("a page of another origin", () => {
  test.each(changes)("changes nothing: %s %s", async (method, path, body) => {
    const [before, faults] = [app.clock.instant().slice(0, 10), app.faults.all().length];
    // A form or a fetch without preflight: the body is sent as text.
    const text = { "content-type": "text/plain" };
    for (const whence of [
      { origin: "https://elsewhere.example.com" },
      { origin: "http://localhost:3000" },
      { origin: "null" },
      { origin: app.url.replace("http:", "https:") },
      { "sec-fetch-site": "cross-site" },
      { "sec-fetch-site": "same-site", origin: "http://localhost:3000" },
    ])
      expect(await send(method, `/_local/${path}`, { ...text, ...whence }, body), JSON.stringify(whence)).toBe(403);
    expect(app.clock.instant().slice(0, 10)).toBe(before);
    expect(app.faults.all()).toHaveLength(faults);
  });

  test.each([...changes, ["GET", "clock", ""], ["GET", "mailbox/messages", ""]] as const)(
    "whose name was made to point here gets no answer: %s %s",
    async (method, path, body) => {
      for (const host of ["elsewhere.example.com", "localhost.example.com:8787", "127.0.0.1.example.com"])
        expect(await send(method, `/_local/${path}`, { host }, body)).toBe(403);
    },
  );

  test("may renew a token of its own, as a front end does", async () => {
    const front = { origin: "http://localhost:3000", "sec-fetch-site": "same-site" };
    expect(await send("POST", "/_local/sign-in/oauth2/token", front, "grant_type=refresh_token")).toBe(400);
  });

  test("cannot call the services that functions use", async () => {
    const call = { "x-amz-target": "AWSCognitoIdentityProviderService.AdminGetUser" };
    const refused = [
      { origin: "https://elsewhere.example.com" },
      { "sec-fetch-site": "cross-site" },
      { host: "elsewhere.example.com" },
    ];
    for (const whence of refused) expect(await send("POST", "/", { ...call, ...whence }, "{}", app.services)).toBe(403);
    expect(await send("POST", "/", call, "{}", app.services)).not.toBe(403);
  });
});

describe("a page of this system, and a program", () => {
  test("moves the clock", async () => {
    const before = app.clock.now();
    const { origin } = new URL(app.url);
    for (const whence of [{}, { origin }, { origin, "sec-fetch-site": "same-origin" }, { "sec-fetch-site": "none" }])
      expect(await send("POST", "/_local/clock", whence, '{"by":"P1D"}')).toBe(200);
    expect(app.clock.now()).toBeGreaterThanOrEqual(before + 4 * 24 * 3_600_000);
  });
});
