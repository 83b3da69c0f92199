import type { Accounts } from "../../lambdas/io/ports/accounts.ts";

export interface FakeAccounts extends Accounts {
  /** Until it is true, making an account is a defect of the test. */
  open: boolean;
  readonly made: string[];
}

/** A user pool that makes an account for each address once. */
export const fakeAccounts = (): FakeAccounts => {
  const accounts: FakeAccounts = {
    open: false,
    made: [],
    create: async (address) => {
      if (!accounts.open) throw new Error(`Nobody expected an account for ${address}`);
      if (!accounts.made.includes(address)) accounts.made.push(address);
      return `sub-of-${address}`;
    },
  };
  return accounts;
};
