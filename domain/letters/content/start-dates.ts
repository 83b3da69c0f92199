import type { ObligationKind } from "../../../schemas/model/review.ts";
import type { Instant } from "../../../schemas/base/values.ts";
import type { Phrase } from "./letter-writer.ts";
import { endOf, phrase } from "./phrases.ts";

/** A date beside what is owed by it, in a row of a table: told as past once it has passed, for a letter may leave late. */
export const dateInRow = (kind: ObligationKind, dueAt: Instant, now: Instant): Phrase =>
  phrase(now > dueAt ? "date-in-row.passed" : "date-in-row", { kind, end: endOf(dueAt) });

/** Whether a date of what is owed has passed, so that the letter says what that means. */
export const hasPassedAny = ({
  pending,
  now,
}: {
  readonly pending: readonly { readonly dueAt: Instant }[];
  readonly now: Instant;
}): boolean => pending.some(({ dueAt }) => now > dueAt);
