import type { Tally } from "./finding.ts";
import { isJudged } from "./judged.ts";
import type { Entry } from "./read.ts";
import type { ReminderClock } from "./reminders.ts";

const rule = "Two persons where it counts [D]: another officer approves an act than the one who ordered it";

/** The orders that each approval answers. Denunciations have a check of their own, which compares the date, too. */
const ordersOf: ReadonlyMap<string, readonly string[]> = new Map([
  ["group-start-approved", ["group-start-ordered", "group-start-correction-ordered"]],
  ["bulletin-approved", ["bulletin-ordered"]],
  ["user-erasure-approved", ["user-erasure-ordered"]],
  ["status-paper-published", ["status-paper-publication-ordered"]],
]);
const orders = new Set([...ordersOf.values()].flat());
const withdrawals: ReadonlySet<string> = new Set(["group-start-withdrawn", "user-erasure-withdrawn"]);

/** A fact as the API returns it. Facts of other kinds have neither name. */
interface Approvable {
  readonly kind: string;
  readonly orderedBy?: string;
  readonly approvedBy?: string;
}

/** Checks that an act which needs two persons has an order of one officer and the approval of another. */
export const checkTwoPersons = (
  journals: ReadonlyMap<string, readonly Entry[]>,
  clock: Pick<ReminderClock, "judgedFrom">,
  tally: Tally,
): void => {
  for (const [subject, entries] of journals) {
    let order: Approvable | undefined;
    for (const { facts: recorded, by, recordedAt } of entries.toSorted((one, other) => one.version - other.version)) {
      const facts: readonly Approvable[] = recorded;
      const report = (what: string, approvedBy = "no user"): void => {
        const orderedBy = order?.orderedBy ?? "no user";
        if (isJudged(recordedAt, clock))
          tally.report(
            "second-person-missing",
            subject,
            `${what} ordered by ${orderedBy}, approved by ${approvedBy}`,
            rule,
          );
      };
      const kinds = new Set(facts.map(({ kind }) => kind));
      if (kinds.has("user-erased") && !kinds.has("user-erasure-approved")) report("user-erased");
      for (const fact of facts) {
        const { kind, orderedBy, approvedBy } = fact;
        if (orders.has(kind)) order = { kind, ...(orderedBy === by ? { orderedBy } : {}) };
        if (withdrawals.has(kind)) order = undefined;
        const answered = ordersOf.get(kind);
        if (answered === undefined) continue;
        tally.count("acts of two persons");
        const isOrdered = order?.orderedBy !== undefined && answered.includes(order.kind);
        if (!isOrdered || approvedBy !== by || approvedBy === order?.orderedBy) report(kind, approvedBy);
      }
    }
  }
};
