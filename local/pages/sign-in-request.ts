import { isOnLoopback } from "../gateway/cors.ts";
import type { ClientPlan } from "../template/plan-clients.ts";

/** An error of OAuth, and in words. */
type OauthFault = readonly [error: string, why: string];

/** A request to sign in whose client and return address are known, and what is wrong with the rest of it. */
export interface SignInRequest {
  readonly client: ClientPlan;
  readonly redirectUri: string;
  readonly scope: string;
  readonly fault?: OauthFault;
}

const challengePattern = /^[\w-]{43}$/u;

/** A refusal without a known return address. */
export interface SignInRefusal {
  readonly why: string;
  /** The addresses that are registered, where the request names another one. */
  readonly registered?: readonly string[];
}

/** An address of this machine without its port and name; undefined for one of elsewhere, or with more to it than a path. */
const loopbackPath = (address: string): string | undefined => {
  if (!isOnLoopback(address)) return undefined;
  const { pathname, search, hash, username } = new URL(address);
  return `${search}${hash}${username}` === "" ? pathname : undefined;
};

/**
 * Returns whether an address is registered. For addresses on this machine any port matches, as RFC 8252, 7.3 requires:
 * a developer uses any free port.
 */
export const isListed = (address: string, listed: readonly string[]): boolean => {
  const path = loopbackPath(address);
  return listed.some((each) => each === address || (path !== undefined && loopbackPath(each) === path));
};

/** Says that an address is none of those that are registered, and which these are. */
export const notListed = (parameter: string, kind: string, registered: readonly string[]): SignInRefusal => ({
  why: `${parameter} is not one of the client's ${kind} URLs`,
  registered,
});

export const clientOf = (clients: readonly ClientPlan[], parameters: URLSearchParams): ClientPlan | undefined =>
  clients.find(({ id }) => id === parameters.get("client_id"));

/** Error message for an unknown client. */
export const unknownClient = "client_id is not that of the user pool's client";

const faultOf = (query: URLSearchParams, client: ClientPlan, scope: string): OauthFault | undefined => {
  if (!client.codeFlow || query.get("response_type") !== "code")
    return ["unsupported_response_type", "response_type must be code"];
  const foreign = scope.split(" ").find((each) => !client.scopes.includes(each));
  if (foreign !== undefined) return ["invalid_scope", `${foreign} is no scope of this client`];
  if (query.get("code_challenge_method") !== "S256" || !challengePattern.test(query.get("code_challenge") ?? ""))
    return ["invalid_request", "code_challenge must be a SHA-256 in base64url, with code_challenge_method S256"];
  return undefined;
};

/** Reads a request to sign in. */
export const readSignInRequest = (
  query: URLSearchParams,
  clients: readonly ClientPlan[],
): SignInRequest | SignInRefusal => {
  const client = clientOf(clients, query);
  if (client === undefined) return { why: unknownClient };
  const redirectUri = query.get("redirect_uri") ?? "";
  if (!isListed(redirectUri, client.callbackUrls)) return notListed("redirect_uri", "callback", client.callbackUrls);
  const scope = query.get("scope") ?? client.scopes.join(" ");
  const fault = faultOf(query, client, scope);
  return { client, redirectUri, scope, ...(fault === undefined ? {} : { fault }) };
};
