import { Conflict } from "../../../../lambdas/io/ports/commit.ts";
import type { Chance } from "./chance.ts";

/** The number of occurrences of each fault. */
export type Tally = Map<string, number>;
export const countTrouble = (tally: Tally, what: string): void => void tally.set(what, (tally.get(what) ?? 0) + 1);

/**
 * Returns the port with faults: some calls are refused, or have their effect while their answer is lost. Some writes
 * report a conflict with another transaction.
 */
export const withTrouble = <Port extends object>(port: Port, chance: Chance, share: number, tally: Tally): Port =>
  new Proxy(port, {
    get: (target, key) => {
      const member: unknown = Reflect.get(target, key);
      if (typeof member !== "function") return member;
      return async (...given: unknown[]): Promise<unknown> => {
        const trouble = chance.oneOf([
          [share, "refused"],
          [share, "lost"],
          [share, "busy"],
        ]);
        if (trouble !== undefined) countTrouble(tally, `a call of the store is ${trouble}`);
        if (trouble === "busy") throw new Conflict("busy", "busy");
        if (trouble === "refused") throw new Error("The store throttles");
        const answered: unknown = await member.apply(target, given);
        if (trouble === "lost") throw new Error("The store's answer is lost");
        return answered;
      };
    },
  });
