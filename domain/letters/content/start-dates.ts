import type { ObligationKind } from "../../../schemas/model/review.ts";
import type { Instant } from "../../../schemas/base/values.ts";
import type { Phrase } from "./letter-writer.ts";
import { endOf, phrase } from "./phrases.ts";

/**
 * Returns the due date of an obligation for a row of a table. It is in the past tense once it has passed, because a
 * letter may leave late.
 */
export const dateInRow = (kind: ObligationKind, dueAt: Instant, now: Instant): Phrase =>
  phrase(now > dueAt ? "date-in-row.passed" : "date-in-row", { kind, end: endOf(dueAt) });

/** Returns whether a due date has passed, so that the letter states the consequence. */
export const hasPassedAny = ({
  pending,
  now,
}: {
  readonly pending: readonly { readonly dueAt: Instant }[];
  readonly now: Instant;
}): boolean => pending.some(({ dueAt }) => now > dueAt);
