import { randomUUID } from "node:crypto";
import { type JWTPayload, SignJWT } from "jose";
import type { StackClock } from "../base/clock.ts";
import type { StateDb } from "../base/state-db.ts";
import { subjectOf } from "../services/accounts.ts";
import type { PoolPlan } from "../template/resource-plans.ts";
import { jwtAuthorizer, type VerifyToken } from "./jwt-authorizer.ts";
import { type KeySet, openTokenKey } from "./token-key.ts";

export interface TokenOptions {
  /** Ten years where left out; negative for one that has expired. */
  readonly expiresInSeconds?: number;
  readonly tokenUse?: "access" | "id";
  /**
   * Whether it expires by the later of two clocks, the system's and the machine's: a front end's library holds an id token
   * to the machine's, which the system's may be years behind.
   */
  readonly heldToMachineClock?: boolean;
  readonly clientId?: string;
  readonly issuer?: string;
  readonly scope?: string;
  /** Value from the token request that an id token repeats. */
  readonly nonce?: string;
}

/** Issues and checks tokens of the user pool. */
export interface Tokens {
  /** A token for the account with this address, which need not exist yet. */
  readonly issue: (address: string, options?: TokenOptions) => Promise<string>;
  /** The published keys. */
  readonly keySet: () => KeySet;
  /** Checks a token as the JWT authorizer of API Gateway does. */
  readonly verify: VerifyToken;
}

const tenYears = 10 * 365.25 * 24 * 60 * 60;

const accessClaims = (address: string, client: string, { scope }: TokenOptions): JWTPayload => ({
  client_id: client,
  scope: scope ?? "aws.cognito.signin.user.admin",
  username: subjectOf(address),
  version: 2,
});

const idClaims = (address: string, client: string, { nonce }: TokenOptions): JWTPayload => ({
  aud: client,
  email: address.toLowerCase(),
  email_verified: true,
  "cognito:username": subjectOf(address),
  ...(nonce === undefined ? {} : { nonce }),
});

/**
 * Returns the times of issue and expiry of a token, in seconds since 1970: an expired one was issued before it
 * expired.
 */
const timesOf = (now: number, options: TokenOptions): { issued: number; expires: number } => {
  const { expiresInSeconds = tenYears, heldToMachineClock = false } = options;
  const seconds = Math.floor(now / 1000);
  const from = heldToMachineClock ? Math.max(seconds, Math.floor(Date.now() / 1000)) : seconds;
  const expires = from + Math.floor(expiresInSeconds);
  return { issued: Math.min(seconds, expires - 1), expires };
};

export interface TokenParts {
  readonly stateDb: StateDb;
  readonly clock: StackClock;
  readonly pools: readonly PoolPlan[];
  /** True if the key outlives this process. */
  readonly keeps: boolean;
}

/** Opens the issuer; its key is kept, so that tokens outlive a restart. */
export const openTokens = async ({ stateDb, clock, pools, keeps }: TokenParts): Promise<Tokens> => {
  const { id: kid, signingKey, keySet } = await openTokenKey(stateDb, keeps);
  const [pool] = pools;
  return {
    keySet: () => keySet,
    issue: async (address, options = {}) => {
      const { tokenUse = "access", issuer = pool?.issuer ?? "local" } = options;
      const client = options.clientId ?? pool?.clients[0]?.id ?? "local";
      const claims = tokenUse === "access" ? accessClaims : idClaims;
      const { issued, expires } = timesOf(clock.now(), options);
      const common = { token_use: tokenUse, auth_time: issued, origin_jti: randomUUID() };
      return new SignJWT({ ...claims(address, client, options), ...common })
        .setProtectedHeader({ alg: "RS256", kid })
        .setSubject(subjectOf(address))
        .setIssuer(issuer)
        .setIssuedAt(issued)
        .setExpirationTime(expires)
        .setJti(randomUUID())
        .sign(signingKey);
    },
    verify: jwtAuthorizer(keySet, clock),
  };
};
