import { createHash, generateKeyPairSync } from "node:crypto";
import { exportJWK, importJWK, type JWK } from "jose";
import { isFields, parseJson } from "../base/json.ts";
import type { StateDb } from "../base/state-db.ts";

export interface KeySet {
  readonly keys: JWK[];
}

/** The key with which the user pool signs its tokens. */
export interface TokenKey {
  readonly id: string;
  readonly signingKey: Awaited<ReturnType<typeof importJWK>>;
  /** The public keys for programs that verify tokens. */
  readonly keySet: KeySet;
}

const setting = "token-key";

// A key takes a moment to make; systems that keep nothing share one per process.
let shared: JWK | undefined;

const privateKey = async (stateDb: StateDb, keeps: boolean): Promise<JWK> => {
  const kept = stateDb.setting(setting);
  if (kept !== undefined) {
    const key = parseJson(kept);
    if (isFields(key)) return { ...key };
  }
  shared ??= await exportJWK(generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey);
  if (keeps) stateDb.set(setting, JSON.stringify(shared));
  return shared;
};

/** Takes the key that is kept, or a new one, which is kept where `keeps` says so. */
export const openTokenKey = async (stateDb: StateDb, keeps: boolean): Promise<TokenKey> => {
  const secret = await privateKey(stateDb, keeps);
  const { n = "", e = "" } = secret;
  const id = createHash("sha256").update(n).digest("base64url").slice(0, 16);
  return {
    id,
    signingKey: await importJWK(secret, "RS256"),
    keySet: { keys: [{ kty: "RSA", n, e, kid: id, alg: "RS256", use: "sig" }] },
  };
};
