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

/** Whether an address is one of the template's; for pages of the system itself, whatever port it has got. */
export const isListed = (address: string, listed: readonly string[], url: string): boolean =>
  listed.some((each) => {
    const { hostname, pathname } = new URL(each);
    const isOwnPage = hostname === "localhost" && pathname.startsWith("/_local/") && address === `${url}${pathname}`;
    return each === address || isOwnPage;
  });

export const clientOf = (clients: readonly ClientPlan[], parameters: URLSearchParams): ClientPlan | undefined =>
  clients.find(({ id }) => id === parameters.get("client_id"));

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

/** Reads a request to sign in at the system with this address; a text where nobody can be sent back with what is wrong. */
export const readSignInRequest = (
  query: URLSearchParams,
  clients: readonly ClientPlan[],
  url: string,
): SignInRequest | string => {
  const client = clientOf(clients, query);
  if (client === undefined) return unknownClient;
  const redirectUri = query.get("redirect_uri") ?? "";
  if (!isListed(redirectUri, client.callbackUrls, url)) return "redirect_uri is not one of the client's callback URLs";
  const scope = query.get("scope") ?? client.scopes.join(" ");
  const fault = faultOf(query, client, scope);
  return { client, redirectUri, scope, ...(fault === undefined ? {} : { fault }) };
};
