import { createHash, randomBytes, randomUUID } from "node:crypto";
import type { StackClock } from "../base/clock.ts";
import type { ClientPlan } from "../template/plan-clients.ts";
import type { StateDb } from "../base/state-db.ts";

/** Permissions that a signed-in user has given a client. */
export interface AuthGrant {
  readonly client: string;
  readonly address: string;
  readonly scope: string;
}

/** The grant behind an authorization code. */
export interface CodeGrant extends AuthGrant {
  readonly redirectUri: string;
  /** SHA-256 of the verifier, in base64url. */
  readonly challenge: string;
  readonly nonce?: string;
}

/** Authorization codes and refresh tokens, on the system's clock. */
export interface AuthCodes {
  /** A code that serves once, for five minutes. */
  readonly codeFor: (grant: CodeGrant) => string;
  /** Returns the grant of a code, which is used up in any case. */
  readonly spend: (code: string) => CodeGrant | undefined;
  readonly refreshTokenFor: (client: ClientPlan, grant: AuthGrant) => string;
  /** Returns the grant of a refresh token, and the token that replaces it if the client's tokens rotate. */
  readonly refresh: (client: ClientPlan, token: string) => { grant: AuthGrant; next?: string } | undefined;
  /** Ends the session of a refresh token, with every token that came from it. */
  readonly revoke: (client: ClientPlan, token: string) => void;
}

const codeLife = 5 * 60 * 1000;
const hashOf = (token: string): string => createHash("sha256").update(token).digest("hex");
const newToken = (): string => randomBytes(32).toString("base64url");

/** Opens the grants; refresh tokens survive a restart, codes do not. */
export const openAuthCodes = ({ database, together }: StateDb, clock: StackClock): AuthCodes => {
  const codes = new Map<string, CodeGrant & { readonly until: number }>();
  const insert = database.prepare("INSERT INTO refresh_tokens VALUES (?, ?, ?, ?, ?, ?, NULL)");
  const find = database.prepare("SELECT * FROM refresh_tokens WHERE hash = ? AND client = ?");
  const replace = database.prepare("UPDATE refresh_tokens SET replaced_at = coalesce(replaced_at, ?) WHERE hash = ?");
  const end = database.prepare("DELETE FROM refresh_tokens WHERE session = ?");
  const forget = database.prepare("DELETE FROM refresh_tokens WHERE expires_at <= ?");

  const keep = (session: string, { client, address, scope }: AuthGrant, expiresAt: number): string => {
    const token = newToken();
    insert.run(hashOf(token), session, client, address, scope, expiresAt);
    return token;
  };

  return {
    codeFor: (grant) => {
      for (const [code, { until }] of codes) if (until <= clock.now()) codes.delete(code);
      const code = newToken();
      codes.set(code, { ...grant, until: clock.now() + codeLife });
      return code;
    },
    spend: (code) => {
      const found = codes.get(code);
      codes.delete(code);
      return found === undefined || found.until <= clock.now() ? undefined : found;
    },
    refreshTokenFor: ({ refreshSeconds }, grant) => {
      forget.run(clock.now());
      return keep(randomUUID(), grant, clock.now() + refreshSeconds * 1000);
    },
    refresh: ({ id, graceSeconds }, token) => {
      const row = find.get(hashOf(token), id);
      const now = clock.now();
      if (row === undefined || Number(row["expires_at"]) <= now) return undefined;
      const replacedAt = row["replaced_at"];
      if (typeof replacedAt === "number" && replacedAt + (graceSeconds ?? 0) * 1000 <= now) return undefined;
      const grant = { client: id, address: String(row["address"]), scope: String(row["scope"]) };
      if (graceSeconds === undefined) return { grant };
      return together(() => {
        replace.run(now, hashOf(token));
        // The session ends when it would have ended: what comes in place of a token lasts no longer than it.
        return { grant, next: keep(String(row["session"]), grant, Number(row["expires_at"])) };
      });
    },
    revoke: ({ id }, token) => {
      const session = find.get(hashOf(token), id)?.["session"];
      if (typeof session === "string") end.run(session);
    },
  };
};
