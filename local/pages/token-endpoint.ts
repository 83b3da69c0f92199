import { createHash } from "node:crypto";
import type { AuthCodes, AuthGrant } from "../gateway/auth-codes.ts";
import type { HttpReply } from "../gateway/gateway-reply.ts";
import type { TokenOptions, Tokens } from "../gateway/tokens.ts";
import type { AccountBook } from "../services/accounts.ts";
import type { ClientPlan } from "../template/plan-clients.ts";
import { empty, json, oauthError } from "./oauth-replies.ts";
import { clientOf, unknownClient } from "./sign-in-request.ts";

export interface TokenEndpointParts {
  readonly clients: readonly ClientPlan[];
  readonly accounts: AccountBook;
  readonly grants: AuthCodes;
  readonly tokens: Tokens;
}

const verifierPattern = /^[\w.~-]{43,128}$/u;
const challengeOf = (verifier: string): string => createHash("sha256").update(verifier).digest("base64url");

const invalidGrant = (why: string): HttpReply => oauthError("invalid_grant", why);

/** Parts of a grant's reply other than its tokens. */
interface GrantExtras {
  readonly refreshToken?: string | undefined;
  readonly nonce?: string | undefined;
}

/** Issues the tokens of a grant: an id token where its scope has openid. */
const issueTokens = async (
  tokens: Tokens,
  client: ClientPlan,
  { address, scope }: AuthGrant,
  { refreshToken, nonce }: GrantExtras,
): Promise<HttpReply> => {
  const issue = (options: TokenOptions): Promise<string> =>
    tokens.issue(address, { clientId: client.id, scope, ...options });
  const access = await issue({ expiresInSeconds: client.accessSeconds });
  const idOptions: TokenOptions = { tokenUse: "id", expiresInSeconds: client.idSeconds, heldToMachineClock: true };
  const id = scope.split(" ").includes("openid")
    ? await issue({ ...idOptions, ...(nonce === undefined ? {} : { nonce }) })
    : undefined;
  return json(200, {
    ...(id === undefined ? {} : { id_token: id }),
    access_token: access,
    ...(refreshToken === undefined ? {} : { refresh_token: refreshToken }),
    expires_in: client.accessSeconds,
    token_type: "Bearer",
  });
};

const exchangeCode = async (
  { accounts, grants, tokens }: TokenEndpointParts,
  client: ClientPlan,
  form: URLSearchParams,
): Promise<HttpReply> => {
  const grant = grants.spend(form.get("code") ?? "");
  if (grant === undefined || grant.client !== client.id)
    return invalidGrant("The code is not known, was used before, or is older than five minutes");
  if (form.get("redirect_uri") !== grant.redirectUri)
    return invalidGrant("redirect_uri is not the one of the code request");
  const verifier = form.get("code_verifier") ?? "";
  if (!verifierPattern.test(verifier) || challengeOf(verifier) !== grant.challenge)
    return invalidGrant("code_verifier does not fit the code_challenge");
  if (!accounts.admits(grant.address)) return invalidGrant("The account is closed");
  const refreshToken = grants.refreshTokenFor(client, grant);
  return issueTokens(tokens, client, grant, { refreshToken, nonce: grant.nonce });
};

const exchangeRefreshToken = async (
  { accounts, grants, tokens }: TokenEndpointParts,
  client: ClientPlan,
  form: URLSearchParams,
): Promise<HttpReply> => {
  const found = grants.refresh(client, form.get("refresh_token") ?? "");
  if (found === undefined || !accounts.admits(found.grant.address))
    return invalidGrant("The refresh token is not known, has served, has expired or was revoked");
  return issueTokens(tokens, client, found.grant, { refreshToken: found.next });
};

/** Answers a request for tokens: with an authorization code, or with a refresh token. */
export const answerTokenRequest = async (parts: TokenEndpointParts, form: URLSearchParams): Promise<HttpReply> => {
  const client = clientOf(parts.clients, form);
  if (client === undefined) return oauthError("invalid_client", unknownClient);
  switch (form.get("grant_type")) {
    case "authorization_code":
      return exchangeCode(parts, client, form);
    case "refresh_token":
      return exchangeRefreshToken(parts, client, form);
    default:
      return oauthError("unsupported_grant_type", "grant_type must be authorization_code or refresh_token");
  }
};

/** Ends the session of a refresh token. */
export const revokeToken = ({ clients, grants }: TokenEndpointParts, form: URLSearchParams): HttpReply => {
  const client = clientOf(clients, form);
  if (client === undefined) return oauthError("invalid_client", unknownClient);
  grants.revoke(client, form.get("token") ?? "");
  return empty();
};
