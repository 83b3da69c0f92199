import { createHash } from "node:crypto";
import type { AccountBook } from "../services/accounts.ts";
import { corsHeaders } from "../gateway/cors.ts";
import { type HttpRequest, joinedHeaders } from "../gateway/gateway-event.ts";
import type { HttpReply } from "../gateway/gateway-reply.ts";
import type { AuthGrant, AuthCodes } from "../gateway/auth-codes.ts";
import type { LocalPages } from "../gateway/http.ts";
import type { ClientPlan } from "../template/plan-clients.ts";
import { errorPage, loginPage } from "./sign-in-page.ts";
import type { Tokens } from "../gateway/tokens.ts";

export interface SignInParts {
  /** Of the system's HTTP front. */
  readonly url: string;
  /** Who the tokens say has issued them. */
  readonly issuer: string;
  readonly clients: readonly ClientPlan[];
  readonly accounts: AccountBook;
  readonly grants: AuthCodes;
  readonly tokens: Tokens;
}

/** Where the sign-in stands below a system's address; below it the paths are Cognito's. */
export const signInPath = "/_local/sign-in";

const noStore = [
  ["cache-control", "no-store"],
  ["referrer-policy", "no-referrer"],
] as const;
const html = (status: number, text: string): HttpReply => ({
  status,
  headers: [
    ["content-type", "text/html; charset=utf-8"],
    ["content-security-policy", "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'"],
    ...noStore,
  ],
  body: Buffer.from(text),
});
const json = (status: number, value: unknown): HttpReply => ({
  status,
  headers: [["content-type", "application/json;charset=UTF-8"], ...noStore],
  body: Buffer.from(JSON.stringify(value)),
});
const oauthError = (error: string, why: string): HttpReply => json(400, { error, error_description: why });
const redirect = (to: string, parameters: Readonly<Record<string, string | null>> = {}): HttpReply => {
  const address = new URL(to);
  for (const [name, value] of Object.entries(parameters)) if (value !== null) address.searchParams.set(name, value);
  return { status: 302, headers: [["location", address.href], ...noStore], body: Buffer.alloc(0) };
};

/** A request to sign in whose client and return address are known, and what is wrong with the rest of it. */
interface Asked {
  readonly client: ClientPlan;
  readonly redirectUri: string;
  readonly scope: string;
  readonly fault?: readonly [error: string, why: string];
}

const challengePattern = /^[\w-]{43}$/u;
const verifierPattern = /^[\w.~-]{43,128}$/u;
const challengeOf = (verifier: string): string => createHash("sha256").update(verifier).digest("base64url");

/**
 * What stands in for the hosted pages of the user pool, with Cognito's paths and parameters: the authorization code
 * flow with PKCE, refresh and sign-out for the client of the template. Whoever has an account signs in by its address
 * alone. https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-userpools-server-contract-reference.html
 */
export const signInPages = ({ url, issuer, clients, accounts, grants, tokens }: SignInParts): LocalPages => {
  /** Addresses as the template has them; for pages of the system itself, whatever port it has got. */
  const isListed = (address: string, listed: readonly string[]): boolean =>
    listed.some((each) => {
      const { hostname, pathname } = new URL(each);
      const here = hostname === "localhost" && pathname.startsWith("/_local/") && address === `${url}${pathname}`;
      return each === address || here;
    });
  const clientOf = (id: string | null): ClientPlan | undefined => clients.find((client) => client.id === id);
  const origins = new Set([
    url,
    ...clients.flatMap(({ callbackUrls }) => callbackUrls.map((to) => new URL(to).origin)),
  ]);
  const cors = { origins: [...origins], methods: ["POST"], headers: [], exposes: [], credentials: false };

  const faultOf = (query: URLSearchParams, client: ClientPlan, scope: string): Asked["fault"] => {
    if (!client.codeFlow || query.get("response_type") !== "code")
      return ["unsupported_response_type", "response_type must be code"];
    const foreign = scope.split(" ").find((each) => !client.scopes.includes(each));
    if (foreign !== undefined) return ["invalid_scope", `${foreign} is no scope of this client`];
    if (query.get("code_challenge_method") !== "S256" || !challengePattern.test(query.get("code_challenge") ?? ""))
      return ["invalid_request", "code_challenge must be a SHA-256 in base64url, with code_challenge_method S256"];
    return undefined;
  };
  const read = (query: URLSearchParams): Asked | string => {
    const client = clientOf(query.get("client_id"));
    if (client === undefined) return "client_id is not that of the user pool's client";
    const redirectUri = query.get("redirect_uri") ?? "";
    if (!isListed(redirectUri, client.callbackUrls)) return "redirect_uri is not one of the client's callback URLs";
    const scope = query.get("scope") ?? client.scopes.join(" ");
    const fault = faultOf(query, client, scope);
    return { client, redirectUri, scope, ...(fault === undefined ? {} : { fault }) };
  };

  const authorize = (query: URLSearchParams): HttpReply => {
    const asked = read(query);
    if (typeof asked === "string") return html(400, errorPage(asked));
    if (asked.fault === undefined) return redirect(`${url}${signInPath}/login?${query.toString()}`);
    const [error, why] = asked.fault;
    return redirect(asked.redirectUri, { error, error_description: why, state: query.get("state") });
  };

  const login = (query: URLSearchParams, form: URLSearchParams | undefined): HttpReply => {
    const asked = read(query);
    if (typeof asked === "string") return html(400, errorPage(asked));
    if (asked.fault !== undefined) return authorize(query);
    const shown = { addresses: accounts.addresses(), query: query.toString() };
    if (form === undefined) return html(200, loginPage({ ...shown, address: query.get("login_hint") ?? "" }));
    const address = (form.get("email") ?? "").trim().toLowerCase();
    if (!accounts.admits(address)) {
      const refused = "There is no account with this address. It is made once somebody is named or registered.";
      return html(400, loginPage({ ...shown, address, refused }));
    }
    const nonce = query.get("nonce");
    const code = grants.codeFor({
      client: asked.client.id,
      address,
      scope: asked.scope,
      redirectUri: asked.redirectUri,
      challenge: query.get("code_challenge") ?? "",
      ...(nonce === null ? {} : { nonce }),
    });
    return redirect(asked.redirectUri, { code, state: query.get("state") });
  };

  const issued = async (client: ClientPlan, { address, scope }: AuthGrant, more: object, nonce?: string) => {
    const common = { clientId: client.id, scope };
    const access = await tokens.issue(address, { ...common, expiresInSeconds: client.accessSeconds });
    const idOptions = {
      tokenUse: "id" as const,
      expiresInSeconds: client.idSeconds,
      ...(nonce === undefined ? {} : { nonce }),
    };
    const id = scope.split(" ").includes("openid")
      ? await tokens.issue(address, { ...common, ...idOptions })
      : undefined;
    return json(200, {
      ...(id === undefined ? {} : { id_token: id }),
      access_token: access,
      ...more,
      expires_in: client.accessSeconds,
      token_type: "Bearer",
    });
  };

  const fromCode = async (client: ClientPlan, form: URLSearchParams): Promise<HttpReply> => {
    const found = grants.spend(form.get("code") ?? "");
    if (found === undefined || found.client !== client.id)
      return oauthError("invalid_grant", "The code is not known, was used before, or is older than five minutes");
    if (form.get("redirect_uri") !== found.redirectUri)
      return oauthError("invalid_grant", "redirect_uri is not the one that the code was asked with");
    const verifier = form.get("code_verifier") ?? "";
    if (!verifierPattern.test(verifier) || challengeOf(verifier) !== found.challenge)
      return oauthError("invalid_grant", "code_verifier does not fit the code_challenge");
    if (!accounts.admits(found.address)) return oauthError("invalid_grant", "The account is closed");
    const refreshToken = grants.refreshTokenFor(client, found);
    return issued(client, found, { refresh_token: refreshToken }, found.nonce);
  };
  const fromRefreshToken = async (client: ClientPlan, form: URLSearchParams): Promise<HttpReply> => {
    const found = grants.refresh(client, form.get("refresh_token") ?? "");
    if (found === undefined || !accounts.admits(found.grant.address))
      return oauthError("invalid_grant", "The refresh token is not known, has served, has expired or was revoked");
    return issued(client, found.grant, found.next === undefined ? {} : { refresh_token: found.next });
  };
  const token = async (form: URLSearchParams): Promise<HttpReply> => {
    const client = clientOf(form.get("client_id"));
    if (client === undefined) return oauthError("invalid_client", "client_id is not that of the user pool's client");
    const grantType = form.get("grant_type");
    if (grantType === "authorization_code") return fromCode(client, form);
    if (grantType === "refresh_token") return fromRefreshToken(client, form);
    return oauthError("unsupported_grant_type", "grant_type must be authorization_code or refresh_token");
  };
  const revoke = (form: URLSearchParams): HttpReply => {
    const client = clientOf(form.get("client_id"));
    if (client === undefined) return oauthError("invalid_client", "client_id is not that of the user pool's client");
    grants.revoke(client, form.get("token") ?? "");
    return { status: 200, headers: noStore, body: Buffer.alloc(0) };
  };
  const logout = (query: URLSearchParams): HttpReply => {
    const client = clientOf(query.get("client_id"));
    if (client === undefined) return html(400, errorPage("client_id is not that of the user pool's client"));
    const to = query.get("logout_uri") ?? "";
    if (!isListed(to, client.logoutUrls))
      return html(400, errorPage("logout_uri is not one of the client's logout URLs"));
    return redirect(to);
  };

  const discovery = {
    issuer,
    authorization_endpoint: `${url}${signInPath}/oauth2/authorize`,
    token_endpoint: `${url}${signInPath}/oauth2/token`,
    revocation_endpoint: `${url}${signInPath}/oauth2/revoke`,
    end_session_endpoint: `${url}${signInPath}/logout`,
    jwks_uri: `${url}/_local/.well-known/jwks.json`,
    response_types_supported: ["code"],
    subject_types_supported: ["public"],
    id_token_signing_alg_values_supported: ["RS256"],
    token_endpoint_auth_methods_supported: ["none"],
    code_challenge_methods_supported: ["S256"],
    scopes_supported: [...new Set(clients.flatMap(({ scopes }) => scopes))],
  };

  const answer = async ({ method, body }: HttpRequest, path: string, query: URLSearchParams) => {
    const form = new URLSearchParams(body.toString());
    switch (`${method} ${path}`) {
      case "GET /oauth2/authorize":
        return authorize(query);
      case "GET /login":
        return login(query, undefined);
      case "POST /login":
        return login(query, form);
      case "GET /logout":
        return logout(query);
      case "GET /.well-known/openid-configuration":
        return json(200, discovery);
      case "POST /oauth2/token":
        return token(form);
      case "POST /oauth2/revoke":
        return revoke(form);
      default:
        return json(404, { error: "not_found" });
    }
  };

  return async (request) => {
    const [path = "", query = ""] = request.target.split("?");
    if (!path.startsWith(`${signInPath}/`)) return undefined;
    const reply = await answer(request, path.slice(signInPath.length), new URLSearchParams(query));
    const { origin } = joinedHeaders(request.rawHeaders);
    const readable = /^\/(?:oauth2\/(?:token|revoke)|\.well-known\/.+)$/u.test(path.slice(signInPath.length))
      ? corsHeaders(cors, origin)
      : [];
    return { ...reply, headers: [...reply.headers, ...readable] };
  };
};
