import type { Accounts, SecondFactors } from "../../lambdas/io/ports/accounts.ts";

export interface FakeAccounts extends Accounts {
  /** Until it is true, making an account is a defect of the test. */
  open: boolean;
  readonly made: string[];
  /** Subjects of accounts that are disabled now, and of those that were deleted. */
  readonly disabled: Set<string>;
  readonly deleted: string[];
  /** Subjects of accounts that require a one-time code at each sign-in. */
  readonly withSecondFactor: Set<string>;
  hasSecondFactor: SecondFactors["has"];
}

/** No role requires a second factor, and no account has one. */
export const noSecondFactors: SecondFactors = { roles: new Set(), has: async () => false };

/** Returns a user pool that makes an account for each address once. */
export const fakeAccounts = (): FakeAccounts => {
  const accounts: FakeAccounts = {
    open: false,
    made: [],
    disabled: new Set(),
    deleted: [],
    withSecondFactor: new Set(),
    hasSecondFactor: async (sub) => accounts.withSecondFactor.has(sub),
    create: async (address) => {
      if (!accounts.open) throw new Error(`No account was expected for ${address}`);
      if (!accounts.made.includes(address)) accounts.made.push(address);
      return `sub-of-${address}`;
    },
    find: async (address) => {
      const sub = `sub-of-${address}`;
      return accounts.made.includes(address) && !accounts.deleted.includes(sub) ? sub : undefined;
    },
    disable: async (sub) => void accounts.disabled.add(sub),
    enable: async (sub) => void accounts.disabled.delete(sub),
    delete: async (sub) => void accounts.deleted.push(sub),
  };
  return accounts;
};
