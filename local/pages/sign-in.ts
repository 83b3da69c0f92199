import { corsHeaders, forAnyOrigin } from "../gateway/cors.ts";
import { type HttpRequest, joinedHeaders } from "../gateway/gateway-event.ts";
import type { HttpReply } from "../gateway/gateway-reply.ts";
import type { LocalPages } from "../gateway/http.ts";
import type { CorsPlan } from "../template/plan-api.ts";
import { html, json, redirect } from "./oauth-replies.ts";
import { errorPage, loginPage } from "./sign-in-page.ts";
import {
  clientOf,
  isListed,
  notListed,
  readSignInRequest,
  type SignInRequest,
  unknownClient,
} from "./sign-in-request.ts";
import { answerTokenRequest, revokeToken, type TokenEndpointParts } from "./token-endpoint.ts";

export interface SignInParts extends TokenEndpointParts {
  /** Of the system's HTTP front. */
  readonly url: string;
  /** The issuer in the tokens. */
  readonly issuer: string;
}

/** Path of the sign-in below a system's address; the paths below it are Cognito's. */
export const signInPath = "/_local/sign-in";

const authorize = ({ url, clients }: SignInParts, query: URLSearchParams): HttpReply => {
  const request = readSignInRequest(query, clients);
  if ("why" in request) return html(400, errorPage(request));
  if (request.fault === undefined) return redirect(`${url}${signInPath}/login?${query.toString()}`);
  const [error, why] = request.fault;
  return redirect(request.redirectUri, { error, error_description: why, state: query.get("state") });
};

/** Sends the browser back with a code for the signed-in user. */
const sendCode = (
  { grants }: SignInParts,
  { client, scope, redirectUri }: SignInRequest,
  query: URLSearchParams,
  address: string,
): HttpReply => {
  const nonce = query.get("nonce");
  const code = grants.codeFor({
    client: client.id,
    address,
    scope,
    redirectUri,
    challenge: query.get("code_challenge") ?? "",
    ...(nonce === null ? {} : { nonce }),
  });
  return redirect(redirectUri, { code, state: query.get("state") });
};

/** Shows the sign-in form, or processes the form that was sent. */
const login = (parts: SignInParts, query: URLSearchParams, form?: URLSearchParams): HttpReply => {
  const { clients, accounts } = parts;
  const request = readSignInRequest(query, clients);
  if ("why" in request) return html(400, errorPage(request));
  if (request.fault !== undefined) return authorize(parts, query);
  const shown = { addresses: accounts.addresses(), query: query.toString() };
  if (form === undefined) return html(200, loginPage({ ...shown, address: query.get("login_hint") ?? "" }));
  const address = (form.get("email") ?? "").trim().toLowerCase();
  if (accounts.admits(address)) return sendCode(parts, request, query, address);
  const refused = "There is no account with this address. It is created when a person is named or registered.";
  return html(400, loginPage({ ...shown, address, refused }));
};

const logout = ({ clients }: SignInParts, query: URLSearchParams): HttpReply => {
  const client = clientOf(clients, query);
  if (client === undefined) return html(400, errorPage({ why: unknownClient }));
  const to = query.get("logout_uri") ?? "";
  if (!isListed(to, client.logoutUrls))
    return html(400, errorPage(notListed("logout_uri", "logout", client.logoutUrls)));
  return redirect(to);
};

/** Returns the metadata of the sign-in, by OpenID Connect Discovery. */
const discoveryOf = ({ url, issuer, clients }: SignInParts) => ({
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
});

const answer = async (
  parts: SignInParts,
  { method, body }: HttpRequest,
  path: string,
  query: URLSearchParams,
): Promise<HttpReply> => {
  const form = new URLSearchParams(body.toString());
  switch (`${method} ${path}`) {
    case "GET /oauth2/authorize":
      return authorize(parts, query);
    case "GET /login":
      return login(parts, query);
    case "POST /login":
      return login(parts, query, form);
    case "GET /logout":
      return logout(parts, query);
    case "GET /.well-known/openid-configuration":
      return json(200, discoveryOf(parts));
    case "POST /oauth2/token":
      return answerTokenRequest(parts, form);
    case "POST /oauth2/revoke":
      return revokeToken(parts, form);
    default:
      return json(404, { error: "not_found" });
  }
};

/** Paths that a front end of another origin may read; the others are pages, to which it sends the browser. */
const readablePaths = /^\/oauth2\/(?:token|revoke)$/u;

/** Paths that a page of any origin may read, because their content is public. */
const publicPaths = /^\/\.well-known\/.+$/u;

const corsOf = ({ url, clients }: SignInParts): CorsPlan => {
  const returns = clients.flatMap(({ callbackUrls }) => callbackUrls.map((to) => new URL(to).origin));
  // A front end that returns to any port of this machine also sends requests from there.
  const origins = [...new Set([url, ...returns, "http://localhost:*", "http://127.0.0.1:*"])];
  return { origins, methods: ["POST"], headers: [], exposes: [], credentials: false };
};

/**
 * Replaces the hosted pages of the user pool, with Cognito's paths and parameters: the authorization code flow with
 * PKCE, refresh and sign-out for the client of the template. Any user with an account signs in by the address alone.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-userpools-server-contract-reference.html
 */
export const signInPages = (parts: SignInParts): LocalPages => {
  const cors = corsOf(parts);
  return async (request) => {
    const [target = "", query = ""] = request.target.split("?");
    if (!target.startsWith(`${signInPath}/`)) return undefined;
    const path = target.slice(signInPath.length);
    const reply = await answer(parts, request, path, new URLSearchParams(query));
    const { origin } = joinedHeaders(request.rawHeaders);
    const readable = readablePaths.test(path) ? corsHeaders(cors, origin) : [];
    return { ...reply, headers: [...reply.headers, ...readable, ...(publicPaths.test(path) ? forAnyOrigin : [])] };
  };
};
