import type { Store } from "../../../lambdas/io/ports/store.ts";
import { answer } from "./pages.ts";
import type { StoreRows } from "./rows.ts";

/** What is counted of a day, as a map. */
export const memoryAllowances = ({ allowances }: StoreRows): Pick<Store, "spend"> => ({
  spend: ({ what, of, day }, amount, most) =>
    answer(() => {
      const key = [what, of, day].join("#");
      const used = (allowances.get(key) ?? 0) + amount;
      if (used > most) return false;
      allowances.set(key, used);
      return true;
    }),
});
