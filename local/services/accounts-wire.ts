import type { StackClock } from "../base/clock.ts";
import { type Fields, fieldsOf, numberOf, textOf } from "../base/json.ts";
import type { StateDb } from "../base/state-db.ts";
import type { PoolPlan } from "../template/resource-plans.ts";
import { type Account, openPoolAccounts, type PoolAccounts, subjectOf } from "./accounts.ts";
import { AwsError, type AwsService, json, namedValues, operationOf } from "./aws-service.ts";

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

/** A user pool with its accounts. */
interface UserPool {
  readonly plan: PoolPlan;
  readonly accounts: PoolAccounts;
  readonly clock: StackClock;
}

/** Gives what the operation answers. Throws AwsError where it is refused. */
type AccountsOperation = (pool: UserPool, input: Fields) => Fields;

/** The account that a request names. Throws AwsError where there is none. */
const namedAccount = ({ accounts }: UserPool, input: Fields): Account => {
  const account = accounts.find(textOf(input["Username"]) ?? "");
  if (account !== undefined) return account;
  throw new AwsError("UserNotFoundException", "User does not exist.");
};

const createUser: AccountsOperation = ({ plan, accounts, clock }, input) => {
  const name = textOf(input["Username"]) ?? "";
  const given = namedValues(input["UserAttributes"]);
  const address = plan.addressIsName ? name.toLowerCase() : given["email"]?.toLowerCase();
  if (plan.addressIsName && !/^[^\s@]+@[^\s@]+$/u.test(name)) {
    throw new AwsError("InvalidParameterException", "Username should be an email.");
  }
  if (accounts.find(name) !== undefined) {
    throw new AwsError("UsernameExistsException", "User account already exists");
  }
  const sub = subjectOf(address ?? name);
  const now = clock.now();
  const account: Account = {
    username: plan.addressIsName ? sub : name,
    address,
    attributes: { ...given, ...(address === undefined ? {} : { email: address }), sub },
    status: "FORCE_CHANGE_PASSWORD",
    enabled: true,
    createdAt: now,
    changedAt: now,
  };
  accounts.put(account);
  return { User: asUser(account, "Attributes") };
};

const softwareToken = "SOFTWARE_TOKEN_MFA";

const getUser: AccountsOperation = (pool, input) => {
  const account = namedAccount(pool, input);
  const factor = { UserMFASettingList: [softwareToken], PreferredMfaSetting: softwareToken };
  return { ...asUser(account, "UserAttributes"), ...(pool.accounts.hasSecondFactor(account) ? factor : {}) };
};

/** Switches the authenticator app of an account on or off; an earlier setup is not required here. */
const setSecondFactor: AccountsOperation = (pool, input) => {
  const { Enabled: enabled } = fieldsOf(input["SoftwareTokenMfaSettings"]);
  pool.accounts.setSecondFactor(namedAccount(pool, input), enabled === true);
  return {};
};

const setPassword: AccountsOperation = (pool, input) => {
  checkPassword(textOf(input["Password"]) ?? "", pool.plan.passwordPolicy);
  const status = input["Permanent"] === true ? "CONFIRMED" : "FORCE_CHANGE_PASSWORD";
  pool.accounts.put({ ...namedAccount(pool, input), status });
  return {};
};

const updateAttributes: AccountsOperation = (pool, input) => {
  const account = namedAccount(pool, input);
  const attributes = { ...account.attributes, ...namedValues(input["UserAttributes"]) };
  const address = attributes["email"]?.toLowerCase();
  const taken = address === undefined ? undefined : pool.accounts.find(address);
  if (taken !== undefined && taken.username !== account.username) {
    throw new AwsError("AliasExistsException", "An account with the given email already exists.");
  }
  pool.accounts.put({ ...account, attributes, address });
  return {};
};

const enableUser =
  (enabled: boolean): AccountsOperation =>
  (pool, input) => {
    pool.accounts.put({ ...namedAccount(pool, input), enabled });
    return {};
  };

const deleteUser: AccountsOperation = (pool, input) => {
  pool.accounts.remove(namedAccount(pool, input));
  return {};
};

const signOut: AccountsOperation = (pool, input) => {
  pool.accounts.endSessions(namedAccount(pool, input));
  return {};
};

const mostUsers = 60;

const listUsers: AccountsOperation = ({ accounts }, input) => {
  const users = accounts.list();
  const from = numberOf(input["PaginationToken"]) ?? 0;
  const to = from + Math.min(numberOf(input["Limit"]) ?? mostUsers, mostUsers);
  const more = users.length > to ? { PaginationToken: String(to) } : {};
  return { Users: users.slice(from, to).map((user) => asUser(user, "Attributes")), ...more };
};

const operations: Readonly<Record<string, AccountsOperation>> = {
  AdminCreateUser: createUser,
  AdminGetUser: getUser,
  AdminSetUserPassword: setPassword,
  AdminUpdateUserAttributes: updateAttributes,
  AdminDisableUser: enableUser(false),
  AdminEnableUser: enableUser(true),
  AdminDeleteUser: deleteUser,
  AdminUserGlobalSignOut: signOut,
  AdminSetUserMFAPreference: setSecondFactor,
  ListUsers: listUsers,
};

/** The administrator's side of Cognito user pools on the wire. Passwords are checked, not kept. */
export const accountsWire = (plans: readonly PoolPlan[], stateDb: StateDb, clock: StackClock): AwsService => {
  const pools = plans.map((plan) => ({ plan, accounts: openPoolAccounts(plan, stateDb, clock), clock }));
  const find = (id: unknown): UserPool | undefined => pools.find(({ plan }) => plan.id === id);
  return {
    takes: (target) => target.startsWith("AWSCognitoIdentityProviderService."),
    uses: (request) => [
      {
        action: `cognito-idp:${operationOf(request)}`,
        resource: find(request.input["UserPoolId"])?.plan.arn ?? "*",
      },
    ],
    answer: (request) => {
      const { input } = request;
      const operation = operations[operationOf(request)];
      if (operation === undefined) {
        throw new AwsError("UnknownOperationException", `${operationOf(request)} is not known here`);
      }
      const pool = find(input["UserPoolId"]);
      if (pool !== undefined) return json(operation(pool, input));
      throw new AwsError("ResourceNotFoundException", `User pool ${textOf(input["UserPoolId"])} does not exist.`);
    },
  };
};
