import type { GroupId, ObligationId, PartyId, ReviewId } from "../../schemas/base/ids.ts";
import type { Obligation, ObligationKind, Review } from "../../schemas/model/review.ts";
import type { Instant } from "../../schemas/base/values.ts";
import { delayInForce, openObligations } from "../review/obligations.ts";
import { type Office, type Setting, listedAfter } from "../base/policy.ts";
import { dayAfter, dayOf, latest, morningOf, type Period } from "../base/time.ts";

/**
 * The morning on which an obligation that is still open comes on an office's list, so long after its date; undefined for one
 * that fell due before there was such a list. The edition in force on the due day decides, so that a new one neither
 * takes an old case from a list nor puts it there.
 */
export const listedFrom = (dueAt: Instant, after: Setting<Period>): Instant | undefined => {
  const dueDay = dayOf(dueAt);
  const edition = after.findLast(({ effectiveFrom }) => effectiveFrom <= dueDay);
  return edition === undefined ? undefined : morningOf(dayAfter(dueDay, edition.value));
};

/** An obligation that reminders did not settle, on the list of an office. */
export interface EscalatedLetter {
  readonly review: ReviewId;
  readonly group: GroupId;
  readonly obligation: ObligationId;
  readonly generation: number;
  readonly kind: ObligationKind;
  readonly party: PartyId;
  readonly dueAt: Instant;
  /** Since when it is on the list: its morning, or that on which its party was told of it where that was later. */
  readonly since: Instant;
}

/**
 * The morning on which an obligation comes on an office's list, and no earlier than its party is told of it: of one that follows
 * from a start recorded long after its day nobody knew before. A delay was told of ahead of its date.
 */
const onListFrom = (obligation: Obligation, after: Setting<Period>): Instant | undefined => {
  const from = listedFrom(obligation.dueAt, after);
  if (from === undefined || obligation.datedAt === undefined || delayInForce(obligation) !== undefined) return from;
  return latest(from, obligation.datedAt);
};

/** The same morning for a review that was taken over: none before letters tell its parties where it stands. */
export const listedAfterRelease = ({ remindersSince }: Review, from: Instant): Instant =>
  remindersSince === undefined ? from : latest(from, remindersSince);

/**
 * What is on an office's list at a moment: open obligations of reviews that have started, latest come first. Reviews that are
 * held are on none: no letter spoke of their obligations yet.
 */
export const escalatedTo = (
  office: Office,
  reviews: readonly Review[],
  now: Instant,
  after: { readonly [O in Office]: Setting<Period> } = listedAfter,
): readonly EscalatedLetter[] =>
  reviews
    .filter(({ stage, remindersHeld }) => stage !== "scheduled" && remindersHeld !== true)
    .flatMap((review) =>
      openObligations(review).flatMap((obligation): EscalatedLetter[] => {
        const { id, generation, kind, party, dueAt } = obligation;
        const from = onListFrom(obligation, after[office]);
        if (from === undefined) return [];
        const since = listedAfterRelease(review, from);
        return since > now
          ? []
          : [{ review: review.id, group: review.group, obligation: id, generation, kind, party, dueAt, since }];
      }),
    )
    .toSorted(
      (one, other) =>
        other.since.localeCompare(one.since) ||
        one.party.localeCompare(other.party) ||
        one.obligation.localeCompare(other.obligation) ||
        one.review.localeCompare(other.review),
    );
