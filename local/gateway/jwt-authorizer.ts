import { createLocalJWKSet, errors, type JWTPayload, jwtVerify } from "jose";
import type { StackClock } from "../base/clock.ts";
import type { AuthorizerPlan } from "../template/plan-api.ts";
import type { KeySet } from "./token-key.ts";

/** Claims as a function gets them: everything is text. */
export type Claims = Readonly<Record<string, string>>;
export type Verdict =
  | { readonly ok: true; readonly claims: Claims; readonly scopes: readonly string[] }
  | { readonly ok: false; readonly why: string | undefined };

/** Checks the header that carries a token; without a token the verdict has no reason. */
export type VerifyToken = (
  header: string | undefined,
  authorizer: AuthorizerPlan,
  scopes: readonly string[],
) => Promise<Verdict>;

/** A claim as API Gateway hands it on: lists in brackets, everything else as text. */
const claimText = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(claimText).join(" ")}]`;
  return typeof value === "object" && value !== null ? JSON.stringify(value) : String(value);
};
const claimsOf = (payload: JWTPayload): Claims =>
  Object.fromEntries(Object.entries(payload).map(([name, value]) => [name, claimText(value)]));

const scopesOf = ({ scope }: JWTPayload): readonly string[] => (typeof scope === "string" ? scope.split(" ") : []);

/** Access tokens have no audience: they name the client. */
const isMeantFor = ({ aud, client_id: client }: JWTPayload, audience: readonly string[]): boolean => {
  const named = aud === undefined ? [client] : Array.isArray(aud) ? aud : [aud];
  return named.some((each) => typeof each === "string" && audience.includes(each));
};

/** Returns why a token signed by the pool is refused, or undefined if it is accepted. */
const whyClaimsAreRefused = (
  payload: JWTPayload,
  { audience }: AuthorizerPlan,
  scopes: readonly string[],
  now: number,
): string | undefined => {
  if (!isMeantFor(payload, audience)) return "the token does not have a valid audience";
  if (payload.exp === undefined) return "the token has no expiry";
  if (payload.iat !== undefined && payload.iat > now / 1000) return "the token was issued in the future";
  const granted = scopesOf(payload);
  if (scopes.length > 0 && !scopes.some((each) => granted.includes(each))) return "insufficient scope";
  return undefined;
};

const whyTokenIsRefused = (error: unknown): string => {
  if (error instanceof errors.JWTExpired) return "the token has expired";
  if (error instanceof errors.JWTClaimValidationFailed) {
    if (error.claim === "iss") return "the token has an invalid issuer";
    if (error.claim === "nbf") return "the token is not valid yet";
    return `the token has an invalid claim ${error.claim}`;
  }
  if (error instanceof errors.JWSSignatureVerificationFailed) return "unable to verify the token's signature";
  if (error instanceof errors.JOSEAlgNotAllowed) return "signing method is invalid";
  if (error instanceof errors.JWKSNoMatchingKey) return "unable to find the token's key";
  return "unable to decode the token";
};

/** Checks tokens as the JWT authorizer of API Gateway does, with the words in which it refuses them. */
export const jwtAuthorizer = (keySet: KeySet, clock: StackClock): VerifyToken => {
  const keys = createLocalJWKSet(keySet);
  return async (header, authorizer, scopes) => {
    if (header === undefined || header.trim() === "") return { ok: false, why: undefined };
    const token = header.replace(/^Bearer\s+/iu, "").trim();
    try {
      const { issuer } = authorizer;
      const currentDate = new Date(clock.now());
      const { payload } = await jwtVerify(token, keys, { issuer, algorithms: ["RS256"], currentDate });
      const why = whyClaimsAreRefused(payload, authorizer, scopes, clock.now());
      if (why !== undefined) return { ok: false, why };
      const granted = scopesOf(payload);
      return { ok: true, claims: claimsOf(payload), scopes: scopes.filter((each) => granted.includes(each)) };
    } catch (error) {
      return { ok: false, why: whyTokenIsRefused(error) };
    }
  };
};
