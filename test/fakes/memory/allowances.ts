import type { Counted } from "../../../domain/policy/day-limits.ts";
import type { DayUse } from "../../../lambdas/io/ports/commit.ts";
import type { AllowanceStore } from "../../../lambdas/io/store/allowances.ts";
import { answer } from "./pages.ts";
import type { StoreRows } from "./rows.ts";

const keyOf = ({ of, day }: Pick<DayUse, "of" | "day">): string => `${of}#${day}`;
const counted = ["commands", "letters", "namings", "contacts", "recipients"] as const satisfies readonly Counted[];

/** Returns whether the allowance of a day covers a use. */
export const isAllowed = ({ allowances }: Pick<StoreRows, "allowances">, use: DayUse): boolean =>
  counted.every((what) => {
    const { amount = 0, most = Number.POSITIVE_INFINITY } = use.counts[what] ?? {};
    return (allowances.get(keyOf(use))?.[what] ?? 0) + Math.max(amount, 1) <= most;
  });

/** Counts a use, whatever the limits are. */
export const countUse = ({ allowances }: Pick<StoreRows, "allowances">, use: DayUse): void => {
  const before = allowances.get(keyOf(use));
  const added = counted.filter((what) => (use.counts[what]?.amount ?? 0) > 0);
  const after = added.map((what) => [what, (before?.[what] ?? 0) + (use.counts[what]?.amount ?? 0)]);
  allowances.set(keyOf(use), { ...before, ...Object.fromEntries(after) });
};

/** Returns the store's methods for the counts of a day, over a map. */
export const memoryAllowances = (rows: Pick<StoreRows, "allowances">): AllowanceStore => ({
  spend: (use) =>
    answer(() => {
      if (!isAllowed(rows, use)) return false;
      countUse(rows, use);
      return true;
    }),
  giveBack: (use) =>
    answer(() => {
      const before = rows.allowances.get(keyOf(use)) ?? {};
      const taken = counted.filter((what) => (use.counts[what]?.amount ?? 0) > 0);
      const after = taken.map((what) => [what, (before[what] ?? 0) - (use.counts[what]?.amount ?? 0)] as const);
      if (after.every(([, left]) => left >= 0))
        rows.allowances.set(keyOf(use), { ...before, ...Object.fromEntries(after) });
    }),
  usedOn: (use) => answer(() => rows.allowances.get(keyOf(use)) ?? {}),
});
