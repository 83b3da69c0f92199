import { createHash } from "node:crypto";
import type { StackClock } from "../base/clock.ts";
import { type Fields, parseJson, textOf, textsByName } from "../base/json.ts";
import type { StateDb } from "../base/state-db.ts";
import type { PoolPlan } from "../template/resource-plans.ts";

/**
 * The subject of the account with an e-mail address: always the same, so that tokens can be made before the account
 * exists. A UUID made of the hash of the address in lower case.
 */
export const subjectOf = (address: string): string => {
  const hash = createHash("sha256").update(`account:${address.trim().toLowerCase()}`).digest("hex");
  const variant = ((Number.parseInt(hash.slice(16, 17), 16) & 0x3) | 0x8).toString(16);
  const parts = [hash.slice(0, 8), hash.slice(8, 12), `5${hash.slice(13, 16)}`, `${variant}${hash.slice(17, 20)}`];
  return [...parts, hash.slice(20, 32)].join("-");
};

/** An account of a user pool. */
export interface Account {
  readonly username: string;
  readonly address: string | undefined;
  readonly attributes: Readonly<Record<string, string>>;
  readonly status: string;
  readonly enabled: boolean;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  readonly changedAt: number;
}

const accountOf = (row: Fields): Account => ({
  username: String(row["username"]),
  address: textOf(row["address"]),
  attributes: textsByName(parseJson(String(row["attributes"]))),
  status: String(row["status"]),
  enabled: row["enabled"] === 1,
  createdAt: Number(row["created_at"]),
  changedAt: Number(row["changed_at"]),
});

/** The accounts of a pool, as its administrator needs them. */
export interface PoolAccounts {
  /** By user name, or by e-mail address whatever its case. */
  readonly find: (name: string) => Account | undefined;
  /** In the order in which they were made. */
  readonly list: () => readonly Account[];
  /** Adds an account, or replaces the one of its user name, as changed now. */
  readonly put: (account: Account) => void;
  readonly remove: (account: Account) => void;
  /** Returns whether an account has an authenticator app. */
  readonly hasSecondFactor: (account: Account) => boolean;
  readonly setSecondFactor: (account: Account, enabled: boolean) => void;
  /** Ends every session of an account: no refresh token of it is worth anything any more. */
  readonly endSessions: (account: Account) => void;
}

const insertion = "INSERT OR REPLACE INTO accounts VALUES (?, ?, ?, ?, ?, ?, NULL, ?, ?)";

/** Opens the accounts of a pool. */
export const openPoolAccounts = ({ id }: PoolPlan, { database }: StateDb, clock: StackClock): PoolAccounts => {
  const insert = database.prepare(insertion);
  const byName = database.prepare("SELECT * FROM accounts WHERE pool = ?1 AND (username = ?2 OR address = lower(?2))");
  const all = database.prepare("SELECT * FROM accounts WHERE pool = ? ORDER BY created_at, username");
  const remove = database.prepare("DELETE FROM accounts WHERE pool = ? AND username = ?");
  const endSessions = database.prepare("DELETE FROM refresh_tokens WHERE address = lower(?)");
  const factor = database.prepare("SELECT 1 FROM second_factors WHERE pool = ? AND username = ?");
  const addFactor = database.prepare("INSERT OR IGNORE INTO second_factors VALUES (?, ?)");
  const removeFactor = database.prepare("DELETE FROM second_factors WHERE pool = ? AND username = ?");
  return {
    find: (name) => {
      const row = byName.get(id, name);
      return row === undefined ? undefined : accountOf(row);
    },
    list: () => all.all(id).map(accountOf),
    put: ({ username, address, attributes, status, enabled, createdAt }) => {
      const texts = JSON.stringify(attributes);
      insert.run(id, username, address ?? null, texts, status, enabled ? 1 : 0, createdAt, clock.now());
    },
    remove: ({ username }) => {
      remove.run(id, username);
      removeFactor.run(id, username);
    },
    hasSecondFactor: ({ username }) => factor.get(id, username) !== undefined,
    setSecondFactor: ({ username }, enabled) => {
      (enabled ? addFactor : removeFactor).run(id, username);
    },
    endSessions: ({ address }) => {
      if (address !== undefined) endSessions.run(address);
    },
  };
};

/** The accounts of a pool as its sign-in needs them, by e-mail address. */
export interface AccountBook {
  /** Addresses of those that may sign in, in the order in which they were made. */
  readonly addresses: () => readonly string[];
  /** Returns whether an account with this address may sign in. */
  readonly admits: (address: string) => boolean;
  /** Makes an account that is ready for use, unless there is one; gives its subject. */
  readonly register: (address: string) => string;
  /** Says that an account has an authenticator app, or has none; false where there is no account. */
  readonly setSecondFactor: (address: string, enabled: boolean) => boolean;
}

/** Opens the accounts of a pool, or of none. */
export const accountBook = (pool: PoolPlan | undefined, stateDb: StateDb, clock: StackClock): AccountBook => {
  const { database } = stateDb;
  const administered = pool === undefined ? undefined : openPoolAccounts(pool, stateDb, clock);
  const insert = database.prepare(insertion);
  const enabled = database.prepare(
    "SELECT address FROM accounts WHERE pool = ? AND enabled = 1 AND address IS NOT NULL ORDER BY rowid",
  );
  const known = database.prepare("SELECT enabled FROM accounts WHERE pool = ? AND address = lower(?)");
  const id = pool?.id ?? "";
  return {
    addresses: () => enabled.all(id).map(({ address }) => String(address)),
    setSecondFactor: (address, isEnabled) => {
      const account = administered?.find(address.trim());
      if (account !== undefined) administered?.setSecondFactor(account, isEnabled);
      return account !== undefined;
    },
    admits: (address) => known.get(id, address.trim())?.["enabled"] === 1,
    register: (given) => {
      const email = given.trim().toLowerCase();
      const sub = subjectOf(email);
      if (known.get(id, email) !== undefined) return sub;
      const attributes = JSON.stringify({ email, email_verified: "true", sub });
      const now = clock.now();
      insert.run(id, pool?.addressIsName === false ? email : sub, email, attributes, "CONFIRMED", 1, now, now);
      return sub;
    },
  };
};
