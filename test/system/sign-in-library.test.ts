import { readFileSync } from "node:fs";
import type { Configuration } from "openid-client";
import { afterAll, beforeAll, expect, test } from "vitest";
import { beginSignIn, discover, endSession, renewTokens, takeTokens } from "../fixtures/openid-sign-in.ts";
import { startTestSystem } from "../harness/over-http.ts";
import type { TestSystem } from "../harness/test-api.ts";

/** A library for OpenID Connect on a running system, by the code that docs/sign-in.md prints. */

const mission = "mission@fr.example.org";
/** A front end on a port that no stage names. */
const redirectUri = "http://localhost:4200/signed-in";

let app: TestSystem;
let signIn: string;
let config: Configuration;
beforeAll(async () => {
  app = await startTestSystem();
  signIn = `${app.app.url}/_local/sign-in`;
  config = await discover(signIn, app.app.plan.pools[0]?.clients[0]?.id ?? "");
});
afterAll(() => app.close());

/** Chooses an account as a person does in the browser; returns the address to which the browser is redirected. */
const chooseAccount = async (address: URL): Promise<URL> => {
  const toLogin = await fetch(address, { redirect: "manual" });
  const login = toLogin.headers.get("location") ?? "";
  const body = new URLSearchParams({ email: mission });
  const back = await fetch(login, { method: "POST", body, redirect: "manual" });
  return new URL(back.headers.get("location") ?? "none:");
};

const signedIn = async () => {
  const { address, verifier, state } = await beginSignIn(config, redirectUri);
  return takeTokens(config, await chooseAccount(address), verifier, state);
};
const statusOf = async (token: string) =>
  (await fetch(`${app.app.url}/v1/me`, { headers: { authorization: `Bearer ${token}` } })).status;

test("docs/sign-in.md prints this code word for word", () => {
  const code = readFileSync("test/fixtures/openid-sign-in.ts", "utf8");
  expect(readFileSync("docs/sign-in.md", "utf8")).toContain(`\`\`\`ts\n${code}\`\`\``);
});

test("it discovers the endpoints below the issuer that tokens name", () => {
  const metadata = config.serverMetadata();
  expect(metadata.issuer).toBe(signIn);
  expect(metadata).toMatchObject({
    authorization_endpoint: `${signIn}/oauth2/authorize`,
    token_endpoint: `${signIn}/oauth2/token`,
    end_session_endpoint: `${signIn}/logout`,
  });
  expect(metadata.supportsPKCE()).toBe(true);
});

test("it signs in with the code flow and PKCE, years before the clock of this machine, and the API takes the token", async () => {
  expect(app.app.clock.instant()).toMatch(/^2020-/u);
  const tokens = await signedIn();
  expect(tokens.claims()).toMatchObject({ iss: signIn, email: mission });
  expect(tokens.expires_in).toBe(3600);
  expect(await statusOf(tokens.access_token)).toBe(200);
});

test("it refuses a return with the state of another session", async () => {
  const { address, verifier } = await beginSignIn(config, redirectUri);
  const back = await chooseAccount(address);
  await expect(takeTokens(config, back, verifier, "another")).rejects.toMatchObject({ code: "OAUTH_INVALID_RESPONSE" });
});

test("it renews the tokens, also when those of before have expired", async () => {
  const first = await signedIn();
  await app.app.moveTo(app.app.clock.now() + 2 * 3_600_000);
  expect(await statusOf(first.access_token)).toBe(401);
  const second = await renewTokens(config, first.refresh_token ?? "");
  expect(second.refresh_token).not.toBe(first.refresh_token);
  expect(await statusOf(second.access_token)).toBe(200);
});

test("it signs out: the session is over, and the browser is led back", async () => {
  const { refresh_token: refreshToken = "" } = await signedIn();
  const leave = await endSession(config, refreshToken, "http://localhost:4200/signed-out");
  const out = await fetch(leave, { redirect: "manual" });
  expect([out.status, out.headers.get("location")]).toEqual([302, "http://localhost:4200/signed-out"]);
  await expect(renewTokens(config, refreshToken)).rejects.toMatchObject({ error: "invalid_grant" });
});

test("pages of any origin read discovery, keys and settings, those of this machine the tokens", async () => {
  const allowed = async (url: string, init?: RequestInit) =>
    (await fetch(url, { headers: { origin: "http://localhost:4200" }, ...init })).headers.get(
      "access-control-allow-origin",
    );
  const { jwks_uri: keys = "", token_endpoint: tokens = "" } = config.serverMetadata();
  const settings = `${app.app.url}/_local/example/settings.json`;
  const discovery = `${signIn}/.well-known/openid-configuration`;
  expect(await Promise.all([discovery, keys, settings].map((url) => allowed(url)))).toEqual(["*", "*", "*"]);
  expect(await allowed(tokens, { method: "POST" })).toBe("http://localhost:4200");
});
