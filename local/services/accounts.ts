import { createHash } from "node:crypto";
import type { StackClock } from "../base/clock.ts";
import { fieldsOf, type Fields, listOf, numberOf, parseJson, textOf } from "../base/json.ts";
import type { PoolPlan } from "../template/resource-plans.ts";
import type { StateDb } from "../base/state-db.ts";
import { json, operationOf, type AwsAnswer, AwsError, type AwsRequest, type AwsService } from "./aws-service.ts";

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

interface Account {
  readonly pool: string;
  readonly username: string;
  readonly address: string | undefined;
  readonly attributes: Readonly<Record<string, string>>;
  readonly status: string;
  readonly enabled: boolean;
  readonly createdAt: number;
  readonly changedAt: number;
}

const accountOf = (row: Fields): Account => ({
  pool: String(row["pool"]),
  username: String(row["username"]),
  address: textOf(row["address"]),
  attributes: Object.fromEntries(
    Object.entries(fieldsOf(parseJson(String(row["attributes"])))).map(([name, value]) => [name, String(value)]),
  ),
  status: String(row["status"]),
  enabled: row["enabled"] === 1,
  createdAt: Number(row["created_at"]),
  changedAt: Number(row["changed_at"]),
});

const attributesOf = (value: unknown): Record<string, string> =>
  Object.fromEntries(
    listOf(value).map((each) => {
      const { Name, Value } = fieldsOf(each);
      return [textOf(Name) ?? "", textOf(Value) ?? ""];
    }),
  );

const asAttributes = (attributes: Readonly<Record<string, string>>) =>
  Object.entries(attributes).map(([Name, Value]) => ({ Name, Value }));

const asUser = (account: Account, attributesName: "Attributes" | "UserAttributes"): Fields => ({
  Username: account.username,
  [attributesName]: asAttributes(account.attributes),
  UserCreateDate: account.createdAt / 1000,
  UserLastModifiedDate: account.changedAt / 1000,
  Enabled: account.enabled,
  UserStatus: account.status,
});

const checkPassword = (password: string, policy: Fields): void => {
  const refuse = (why: string): never => {
    throw new AwsError("InvalidPasswordException", `Password did not conform with policy: ${why}`);
  };
  if (password.length < (numberOf(policy["MinimumLength"]) ?? 8)) refuse("Password not long enough");
  if (policy["RequireUppercase"] === true && !/[A-Z]/u.test(password))
    refuse("Password must have uppercase characters");
  if (policy["RequireLowercase"] === true && !/[a-z]/u.test(password))
    refuse("Password must have lowercase characters");
  if (policy["RequireNumbers"] === true && !/[0-9]/u.test(password)) refuse("Password must have numeric characters");
  const symbol = /[\^$*.[\]{}()?"!@#%&/\\,><':;|_~`=+\- ]/u;
  if (policy["RequireSymbols"] === true && !symbol.test(password)) refuse("Password must have symbol characters");
};

const insertion = "INSERT OR REPLACE INTO accounts VALUES (?, ?, ?, ?, ?, ?, NULL, ?, ?)";

/** The accounts of a pool as its sign-in needs them, by e-mail address. */
export interface AccountBook {
  /** Addresses of those that may sign in, in the order in which they were made. */
  readonly addresses: () => readonly string[];
  /** Whether an account with this address may sign in. */
  readonly admits: (address: string) => boolean;
  /** Makes an account that is ready for use, unless there is one; gives its subject. */
  readonly register: (address: string) => string;
}

/** Opens the accounts of a pool, or of none. */
export const accountBook = (pool: PoolPlan | undefined, { database }: StateDb, clock: StackClock): AccountBook => {
  const insert = database.prepare(insertion);
  const enabled = database.prepare(
    "SELECT address FROM accounts WHERE pool = ? AND enabled = 1 AND address IS NOT NULL ORDER BY rowid",
  );
  const known = database.prepare("SELECT enabled FROM accounts WHERE pool = ? AND address = lower(?)");
  const id = pool?.id ?? "";
  return {
    addresses: () => enabled.all(id).map(({ address }) => String(address)),
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

/** The administrator's side of a Cognito user pool on the wire. Passwords are checked, not kept. */
export const accountsWire = (pools: readonly PoolPlan[], shelf: StateDb, clock: StackClock): AwsService => {
  const { database } = shelf;
  const insert = database.prepare(insertion);
  const byName = database.prepare("SELECT * FROM accounts WHERE pool = ?1 AND (username = ?2 OR address = lower(?2))");
  const byPool = database.prepare("SELECT * FROM accounts WHERE pool = ? ORDER BY created_at, username");
  const remove = database.prepare("DELETE FROM accounts WHERE pool = ? AND username = ?");

  const poolOf = ({ input }: AwsRequest): PoolPlan => {
    const id = textOf(input["UserPoolId"]);
    const pool = pools.find((each) => each.id === id);
    if (pool !== undefined) return pool;
    throw new AwsError("ResourceNotFoundException", `User pool ${id} does not exist.`);
  };
  const find = (pool: PoolPlan, name: string): Account | undefined => {
    const row = byName.get(pool.id, name);
    return row === undefined ? undefined : accountOf(row);
  };
  const existing = (request: AwsRequest): Account => {
    const account = find(poolOf(request), textOf(request.input["Username"]) ?? "");
    if (account !== undefined) return account;
    throw new AwsError("UserNotFoundException", "User does not exist.");
  };
  const keep = (account: Account): void => {
    const { pool, username, address, attributes, status, enabled, createdAt } = account;
    const texts = JSON.stringify(attributes);
    insert.run(pool, username, address ?? null, texts, status, enabled ? 1 : 0, createdAt, clock.now());
  };

  const create = (request: AwsRequest): AwsAnswer => {
    const pool = poolOf(request);
    const name = textOf(request.input["Username"]) ?? "";
    const given = attributesOf(request.input["UserAttributes"]);
    const address = pool.addressIsName ? name.toLowerCase() : given["email"]?.toLowerCase();
    if (pool.addressIsName && !/^[^\s@]+@[^\s@]+$/u.test(name)) {
      throw new AwsError("InvalidParameterException", "Username should be an email.");
    }
    if (find(pool, name) !== undefined) throw new AwsError("UsernameExistsException", "User account already exists");
    const sub = subjectOf(address ?? name);
    const attributes = { ...given, ...(address === undefined ? {} : { email: address }), sub };
    const now = clock.now();
    const username = pool.addressIsName ? sub : name;
    const common = { pool: pool.id, username, address, attributes, enabled: true, createdAt: now, changedAt: now };
    const account = { ...common, status: "FORCE_CHANGE_PASSWORD" };
    keep(account);
    return json({ User: asUser(account, "Attributes") });
  };

  const operations: Readonly<Record<string, (request: AwsRequest) => AwsAnswer>> = {
    AdminCreateUser: create,
    AdminGetUser: (request) => json(asUser(existing(request), "UserAttributes")),
    AdminSetUserPassword: (request) => {
      checkPassword(textOf(request.input["Password"]) ?? "", poolOf(request).passwordPolicy);
      const status = request.input["Permanent"] === true ? "CONFIRMED" : "FORCE_CHANGE_PASSWORD";
      keep({ ...existing(request), status });
      return json({});
    },
    AdminUpdateUserAttributes: (request) => {
      const account = existing(request);
      const attributes = { ...account.attributes, ...attributesOf(request.input["UserAttributes"]) };
      const address = attributes["email"]?.toLowerCase();
      const taken = address === undefined ? undefined : find(poolOf(request), address);
      if (taken !== undefined && taken.username !== account.username) {
        throw new AwsError("AliasExistsException", "An account with the given email already exists.");
      }
      keep({ ...account, attributes, address });
      return json({});
    },
    AdminDisableUser: (request) => {
      keep({ ...existing(request), enabled: false });
      return json({});
    },
    AdminEnableUser: (request) => {
      keep({ ...existing(request), enabled: true });
      return json({});
    },
    AdminDeleteUser: (request) => {
      const { pool, username } = existing(request);
      remove.run(pool, username);
      return json({});
    },
    ListUsers: (request) => {
      const users = byPool.all(poolOf(request).id).map(accountOf);
      const from = numberOf(request.input["PaginationToken"]) ?? 0;
      const most = Math.min(numberOf(request.input["Limit"]) ?? 60, 60);
      const more = users.length > from + most ? { PaginationToken: String(from + most) } : {};
      return json({ Users: users.slice(from, from + most).map((user) => asUser(user, "Attributes")), ...more });
    },
  };

  return {
    takes: (target) => target.startsWith("AWSCognitoIdentityProviderService."),
    uses: (request) => [
      {
        action: `cognito-idp:${operationOf(request)}`,
        resource: pools.find(({ id }) => id === request.input["UserPoolId"])?.arn ?? "*",
      },
    ],
    answer: (request) => {
      const operation = operations[operationOf(request)];
      if (operation !== undefined) return operation(request);
      throw new AwsError("UnknownOperationException", `${operationOf(request)} is not known here`);
    },
  };
};
