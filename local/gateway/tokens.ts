import { createHash, generateKeyPairSync, randomUUID } from "node:crypto";
import { createLocalJWKSet, errors, exportJWK, importJWK, type JWK, jwtVerify, SignJWT } from "jose";
import { subjectOf } from "../services/accounts.ts";
import type { StackClock } from "../base/clock.ts";
import { isFields, parseJson } from "../base/json.ts";
import type { AuthorizerPlan } from "../template/plan-api.ts";
import type { PoolPlan } from "../template/resource-plans.ts";
import type { StateDb } from "../base/state-db.ts";

export interface TokenOptions {
  /** Ten years where left out; negative for one that has expired. */
  readonly expiresInSeconds?: number;
  readonly tokenUse?: "access" | "id";
  readonly clientId?: string;
  readonly issuer?: string;
  readonly scope?: string;
  /** What an id token repeats of the request that asked for it. */
  readonly nonce?: string;
}

/** Claims as a function gets them: everything is text. */
export type Claims = Readonly<Record<string, string>>;
export type Verdict =
  | { readonly ok: true; readonly claims: Claims; readonly scopes: readonly string[] }
  | { readonly ok: false; readonly why: string | undefined };

/** Issues and checks tokens of the user pool. */
export interface Tokens {
  /** A token for the account with this address, which need not exist yet. */
  readonly issue: (address: string, options?: TokenOptions) => Promise<string>;
  /** The published keys. */
  readonly keySet: () => { readonly keys: readonly JWK[] };
  /** Checks a token as the JWT authorizer of API Gateway does. */
  readonly verify: (
    token: string | undefined,
    authorizer: AuthorizerPlan,
    scopes: readonly string[],
  ) => Promise<Verdict>;
}

const tenYears = 10 * 365.25 * 24 * 60 * 60;
const setting = "token-key";

// A key takes a moment to make; systems that keep nothing share one per process.
let shared: JWK | undefined;

const privateKey = async (shelf: StateDb, keeps: boolean): Promise<JWK> => {
  const kept = shelf.setting(setting);
  if (kept !== undefined) {
    const key = parseJson(kept);
    if (isFields(key)) return { ...key };
  }
  shared ??= await exportJWK(generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey);
  if (keeps) shelf.set(setting, JSON.stringify(shared));
  return shared;
};

/** A claim as API Gateway hands it on: lists in brackets, everything else as text. */
const flat = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(flat).join(" ")}]`;
  return typeof value === "object" && value !== null ? JSON.stringify(value) : String(value);
};

const whyRefused = (error: unknown): string => {
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

export interface TokenParts {
  readonly shelf: StateDb;
  readonly clock: StackClock;
  readonly pools: readonly PoolPlan[];
  /** Whether the key is to outlive this process. */
  readonly keeps: boolean;
}

/** Opens the issuer; its key is kept, so that tokens outlive a restart. */
export const openTokens = async ({ shelf, clock, pools, keeps }: TokenParts): Promise<Tokens> => {
  const secret = await privateKey(shelf, keeps);
  const { n = "", e = "" } = secret;
  const kid = createHash("sha256").update(n).digest("base64url").slice(0, 16);
  const published = { kty: "RSA", n, e, kid, alg: "RS256", use: "sig" };
  const signingKey = await importJWK(secret, "RS256");
  const keySet = { keys: [published] };
  const keys = createLocalJWKSet(keySet);
  const [pool] = pools;

  return {
    keySet: () => keySet,
    issue: async (
      address,
      { expiresInSeconds = tenYears, tokenUse = "access", clientId, issuer, scope, nonce } = {},
    ) => {
      const now = Math.floor(clock.now() / 1000);
      const client = clientId ?? pool?.clients[0]?.id ?? "local";
      const sub = subjectOf(address);
      const ofUse =
        tokenUse === "access"
          ? { client_id: client, scope: scope ?? "aws.cognito.signin.user.admin", username: sub, version: 2 }
          : {
              aud: client,
              email: address.toLowerCase(),
              email_verified: true,
              "cognito:username": sub,
              ...(nonce === undefined ? {} : { nonce }),
            };
      const expires = now + Math.floor(expiresInSeconds);
      const issued = Math.min(now, expires - 1);
      return new SignJWT({ ...ofUse, token_use: tokenUse, auth_time: issued, origin_jti: randomUUID() })
        .setProtectedHeader({ alg: "RS256", kid })
        .setSubject(sub)
        .setIssuer(issuer ?? pool?.issuer ?? "local")
        .setIssuedAt(issued)
        .setExpirationTime(expires)
        .setJti(randomUUID())
        .sign(signingKey);
    },
    verify: async (token, { issuer, audience }, scopes) => {
      if (token === undefined || token.trim() === "") return { ok: false, why: undefined };
      const bare = token.replace(/^Bearer\s+/iu, "").trim();
      try {
        const currentDate = new Date(clock.now());
        const { payload } = await jwtVerify(bare, keys, { issuer, algorithms: ["RS256"], currentDate });
        const { aud, client_id: client, scope } = payload;
        const heard = aud === undefined ? [client] : Array.isArray(aud) ? aud : [aud];
        if (!heard.some((each) => typeof each === "string" && audience.includes(each))) {
          return { ok: false, why: "the token does not have a valid audience" };
        }
        if (payload.exp === undefined) return { ok: false, why: "the token has no expiry" };
        if (payload.iat !== undefined && payload.iat > clock.now() / 1000) {
          return { ok: false, why: "the token was issued in the future" };
        }
        const granted = typeof scope === "string" ? scope.split(" ") : [];
        if (scopes.length > 0 && !scopes.some((each) => granted.includes(each))) {
          return { ok: false, why: "insufficient scope" };
        }
        const claims = Object.fromEntries(Object.entries(payload).map(([name, value]) => [name, flat(value)]));
        return { ok: true, claims, scopes: scopes.filter((each) => granted.includes(each)) };
      } catch (error) {
        return { ok: false, why: whyRefused(error) };
      }
    },
  };
};
