import { createHash, randomBytes } from "node:crypto";
import { request } from "node:http";
import {
  AdminDisableUserCommand,
  AdminEnableUserCommand,
  AdminUserGlobalSignOutCommand,
} from "@aws-sdk/client-cognito-identity-provider";
import { decodeJwt } from "jose";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { subjectOf } from "../services/accounts.ts";
import type { LocalStack } from "../stack-options.ts";
import { clientsOf, sampleStack } from "./support.ts";

/** The local replacement for the hosted sign-in of the user pool: code flow with PKCE, refresh, sign-out. */

const frontEnd = "http://localhost:3000/signed-in";
const address = "first.user@example.org";

let app: LocalStack;
let base: string;
let clientId: string;
beforeAll(async () => {
  app = await sampleStack();
  base = `${app.url}/_local/sign-in`;
  clientId = app.plan.pools[0]?.clients[0]?.id ?? "";
  app.register("First.User@example.org");
});
afterAll(() => app.close());

const newVerifier = (): string => randomBytes(32).toString("base64url");
const challengeOf = (verifier: string): string => createHash("sha256").update(verifier).digest("base64url");
const later = (seconds: number): Promise<void> => app.moveTo(app.clock.now() + seconds * 1000);

type Parameters = Readonly<Record<string, string | undefined>>;
const formOf = (parameters: Parameters): URLSearchParams => {
  const form = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) if (value !== undefined) form.set(name, value);
  return form;
};
const queryOf = (parameters: Parameters): string => formOf(parameters).toString();
const asking = (more: Parameters = {}): string =>
  queryOf({
    response_type: "code",
    client_id: clientId,
    redirect_uri: frontEnd,
    scope: "openid email",
    state: "of my own",
    code_challenge: challengeOf("v".repeat(43)),
    code_challenge_method: "S256",
    ...more,
  });
const get = (path: string, parameters: string) => fetch(`${base}${path}?${parameters}`, { redirect: "manual" });
const post = (path: string, form: Parameters, origin?: string) =>
  fetch(`${base}${path}`, {
    method: "POST",
    body: formOf(form),
    redirect: "manual",
    ...(origin === undefined ? {} : { headers: { origin } }),
  });
const locationOf = (answer: Response): URL => new URL(answer.headers.get("location") ?? "none:");

/** Chooses an account on the page; gives the code that the browser brings back. */
const codeOf = async (verifier: string, more: Parameters = {}, email = address): Promise<string> => {
  const answer = await post(`/login?${asking({ code_challenge: challengeOf(verifier), ...more })}`, { email });
  return locationOf(answer).searchParams.get("code") ?? "";
};
const exchange = (code: string, verifier: string | undefined, more: Parameters = {}) =>
  post("/oauth2/token", {
    grant_type: "authorization_code",
    client_id: clientId,
    redirect_uri: frontEnd,
    code,
    code_verifier: verifier,
    ...more,
  });
const refresh = (token: string) =>
  post("/oauth2/token", { grant_type: "refresh_token", client_id: clientId, refresh_token: token });
const bodyOf = async (answer: Promise<Response>): Promise<any> => (await answer).json();
const signIn = async (): Promise<any> => {
  const verifier = newVerifier();
  return bodyOf(exchange(await codeOf(verifier), verifier));
};
const guarded = async (token: string) =>
  (await fetch(`${app.url}/guarded`, { headers: { authorization: `Bearer ${token}` } })).status;

describe("signing in", () => {
  test("leads over the page with the accounts back to the front end, with a code and its own state", async () => {
    const toLogin = await get("/oauth2/authorize", asking({ login_hint: address }));
    expect([toLogin.status, locationOf(toLogin).pathname]).toEqual([302, "/_local/sign-in/login"]);
    const page = await fetch(locationOf(toLogin));
    const text = await page.text();
    expect(page.headers.get("content-type")).toBe("text/html; charset=utf-8");
    expect(text).toContain(`name="email" value="${address}"`);
    const back = await post(`/login?${locationOf(toLogin).searchParams.toString()}`, {
      email: " First.User@Example.org ",
    });
    const { origin, pathname, searchParams } = locationOf(back);
    expect([back.status, origin + pathname, searchParams.get("state")]).toEqual([302, frontEnd, "of my own"]);
    expect(searchParams.get("code")).toMatch(/^[\w-]{43}$/u);
  });

  test("gives tokens of the account that the API takes, for as long as the template says", async () => {
    const verifier = newVerifier();
    const code = await codeOf(verifier, { nonce: "once" });
    const answer = await exchange(code, verifier);
    expect([answer.status, answer.headers.get("cache-control")]).toEqual([200, "no-store"]);
    const tokens: any = await answer.json();
    expect(tokens).toMatchObject({ token_type: "Bearer", expires_in: 1800 });
    const access = decodeJwt(tokens.access_token);
    expect(access).toMatchObject({ sub: subjectOf(address), token_use: "access", client_id: clientId });
    expect(access["scope"]).toBe("openid email");
    expect(access).not.toHaveProperty("email");
    expect((access.exp ?? 0) - (access.iat ?? 0)).toBe(1800);
    expect(decodeJwt(tokens.id_token)).toMatchObject({ aud: clientId, email: address, nonce: "once" });
    expect(await guarded(tokens.access_token)).toBe(200);
  });

  test("gives no id token if openid is not requested", async () => {
    const verifier = newVerifier();
    const tokens = await bodyOf(exchange(await codeOf(verifier, { scope: "email" }), verifier));
    expect(Object.keys(tokens).toSorted()).toEqual(["access_token", "expires_in", "refresh_token", "token_type"]);
  });

  test("with an address that has no account stays on the page and says so", async () => {
    const answer = await post(`/login?${asking()}`, { email: 'unknown"<b>@example.org' });
    const text = await answer.text();
    expect([answer.status, answer.headers.get("location")]).toEqual([400, null]);
    expect(text).toContain("There is no account with this address");
    expect(text).not.toContain("<b>");
  });
});

describe("a request that cannot be sent back", () => {
  const paths = [
    ["GET", "/oauth2/authorize"],
    ["GET", "/login"],
    ["POST", "/login"],
  ] as const;
  const places = [
    ["to another address", { redirect_uri: "https://elsewhere.example.org/signed-in" }],
    ["to another path of the front end", { redirect_uri: "http://localhost:3000/signed-in/more" }],
    ["to a page of this system that is not listed", { redirect_uri: "http://localhost:8787/_local/mailbox" }],
    ["without an address", { redirect_uri: undefined }],
    ["of an unknown client", { client_id: "another" }],
  ] as const;
  test.each(paths.flatMap((path) => places.map((place) => [...path, ...place] as const)))(
    "%s %s, %s, is answered here",
    async (method, path, _, more) => {
      const whole = `${path}?${asking(more)}`;
      const answer = method === "GET" ? await get(path, asking(more)) : await post(whole, { email: address });
      expect([answer.status, answer.headers.get("location")]).toEqual([400, null]);
    },
  );

  test("but the system's own example is listed, whatever port the system has got", async () => {
    const example = `${app.url}/_local/example/`;
    const back = await post(`/login?${asking({ redirect_uri: example })}`, { email: address });
    expect(locationOf(back).href).toMatch(new RegExp(`^${example}\\?code=`, "u"));
  });
});

describe("a request that the front end got wrong returns to it with the error and its state", () => {
  test.each([
    ["unsupported_response_type", { response_type: "token" }],
    ["invalid_scope", { scope: "openid phone" }],
    ["invalid_request", { code_challenge: undefined }],
    ["invalid_request", { code_challenge_method: "plain" }],
    ["invalid_request", { code_challenge: "short" }],
  ])("%s for %o", async (error, more) => {
    for (const answer of [
      await get("/oauth2/authorize", asking(more)),
      await post(`/login?${asking(more)}`, { email: address }),
    ]) {
      const { origin, pathname, searchParams } = locationOf(answer);
      expect([answer.status, origin + pathname]).toEqual([302, frontEnd]);
      expect(Object.fromEntries(searchParams)).toMatchObject({ error, state: "of my own" });
    }
  });
});

describe("a code is refused", () => {
  const refused = { status: 400, error: "invalid_grant" };
  const refusalOf = async (reply: Promise<Response>) => {
    const answer = await reply;
    return { status: answer.status, error: ((await answer.json()) as { error: string }).error };
  };

  test("with another verifier, and is spent by that", async () => {
    const verifier = newVerifier();
    const code = await codeOf(verifier);
    expect(await refusalOf(exchange(code, newVerifier()))).toEqual(refused);
    expect(await refusalOf(exchange(code, verifier))).toEqual(refused);
    expect(await refusalOf(exchange(await codeOf(verifier), undefined))).toEqual(refused);
  });

  test("the second time", async () => {
    const verifier = newVerifier();
    const code = await codeOf(verifier);
    expect((await exchange(code, verifier)).status).toBe(200);
    expect(await refusalOf(exchange(code, verifier))).toEqual(refused);
  });

  test("from another address than that of the request", async () => {
    const verifier = newVerifier();
    const redirectUri = `${app.url}/_local/example/`;
    expect(await refusalOf(exchange(await codeOf(verifier), verifier, { redirect_uri: redirectUri }))).toEqual(refused);
  });

  test("once five minutes have passed in the system, and not before", async () => {
    const verifier = newVerifier();
    const early = await codeOf(verifier);
    await later(290);
    expect((await exchange(early, verifier)).status).toBe(200);
    const late = await codeOf(verifier);
    await later(301);
    expect(await refusalOf(exchange(late, verifier))).toEqual(refused);
  });

  test("of another client or in another way", async () => {
    const verifier = newVerifier();
    const code = await codeOf(verifier);
    expect(await refusalOf(exchange(code, verifier, { client_id: "another" }))).toEqual({
      ...refused,
      error: "invalid_client",
    });
    expect(await refusalOf(exchange(code, verifier, { grant_type: "password" }))).toEqual({
      ...refused,
      error: "unsupported_grant_type",
    });
  });
});

describe("a session", () => {
  test("continues with its refresh token when the access token has expired", async () => {
    const first = await signIn();
    await later(1801);
    expect(await guarded(first.access_token)).toBe(401);
    const second = await bodyOf(refresh(first.refresh_token));
    expect(second).toMatchObject({ token_type: "Bearer", expires_in: 1800 });
    expect(await guarded(second.access_token)).toBe(200);
    expect(second.refresh_token).not.toBe(first.refresh_token);
  });

  test("forgives the refresh token that was replaced for a minute, and then not", async () => {
    const { refresh_token: first } = await signIn();
    const { refresh_token: second } = await bodyOf(refresh(first));
    await later(30);
    expect((await refresh(first)).status).toBe(200);
    await later(31);
    expect(await bodyOf(refresh(first))).toMatchObject({ error: "invalid_grant" });
    expect((await refresh(second)).status).toBe(200);
  });

  test("ends a week after the sign-in, however often it was refreshed", async () => {
    const { refresh_token: first } = await signIn();
    await later(6 * 86_400);
    const { refresh_token: second } = await bodyOf(refresh(first));
    await later(86_400 + 1);
    expect(await bodyOf(refresh(second))).toMatchObject({ error: "invalid_grant" });
  });

  test("ends when it is revoked, with every token that came from it", async () => {
    const { refresh_token: first } = await signIn();
    const { refresh_token: second } = await bodyOf(refresh(first));
    const other = await signIn();
    const revoke = (token: string) => post("/oauth2/revoke", { client_id: clientId, token });
    expect((await revoke(second)).status).toBe(200);
    expect((await revoke("unknown")).status).toBe(200);
    expect([(await refresh(first)).status, (await refresh(second)).status]).toEqual([400, 400]);
    expect((await refresh(other.refresh_token)).status).toBe(200);
  });

  test("does not continue while the account is closed", async () => {
    const session = await signIn();
    const who = { UserPoolId: app.plan.pools[0]?.id, Username: address };
    const { accounts } = clientsOf(app);
    await accounts.send(new AdminDisableUserCommand(who));
    expect((await refresh(session.refresh_token)).status).toBe(400);
    expect((await post(`/login?${asking()}`, { email: address })).status).toBe(400);
    await accounts.send(new AdminEnableUserCommand(who));
  });

  test("is over everywhere once the account is signed out", async () => {
    const session = await signIn();
    const who = { UserPoolId: app.plan.pools[0]?.id, Username: address };
    await clientsOf(app).accounts.send(new AdminUserGlobalSignOutCommand(who));
    expect((await refresh(session.refresh_token)).status).toBe(400);
  });
});

describe("signing out", () => {
  test("returns to a listed address, and to no other", async () => {
    const logoutUri = "http://localhost:3000/signed-out";
    const out = await get("/logout", queryOf({ client_id: clientId, logout_uri: logoutUri }));
    expect([out.status, out.headers.get("location")]).toEqual([302, logoutUri]);
    for (const wrong of [
      { logout_uri: frontEnd },
      { logout_uri: "https://elsewhere.example.org/" },
      { client_id: "x" },
    ]) {
      const parameters = queryOf({ client_id: clientId, logout_uri: logoutUri, ...wrong });
      const answer = await get("/logout", parameters);
      expect([answer.status, answer.headers.get("location")]).toEqual([400, null]);
    }
  });
});

describe("the endpoints", () => {
  test("let pages of the front ends read their answers, and no other", async () => {
    const allowed = async (origin: string) =>
      (await post("/oauth2/token", {}, origin)).headers.get("access-control-allow-origin");
    expect(await allowed("http://localhost:3000")).toBe("http://localhost:3000");
    expect(await allowed("https://elsewhere.example.org")).toBeNull();
  });

  test("are in a discovery document", async () => {
    const metadata: any = await (await fetch(`${base}/.well-known/openid-configuration`)).json();
    expect(metadata).toMatchObject({ issuer: app.plan.pools[0]?.issuer, code_challenge_methods_supported: ["S256"] });
    expect((await fetch(metadata.jwks_uri)).status).toBe(200);
    expect((await fetch(metadata.token_endpoint, { method: "POST" })).status).toBe(400);
    expect((await fetch(`${base}/oauth2/idpresponse`)).status).toBe(404);
  });

  test("answer under the names of this machine only", async () => {
    const { port } = new URL(app.url);
    const statusAs = (host: string) =>
      new Promise<number | undefined>((resolve, reject) => {
        const path = "/_local/sign-in/.well-known/openid-configuration";
        const clientRequest = request({ port, path, host: "127.0.0.1", headers: { host } }, (answer) => {
          answer.resume();
          resolve(answer.statusCode);
        });
        clientRequest.on("error", reject).end();
      });
    expect(await statusAs(`localhost:${port}`)).toBe(200);
    expect(await statusAs(`127.0.0.1:${port}`)).toBe(200);
    expect(await statusAs(`elsewhere.example.org:${port}`)).toBe(403);
  });
});
