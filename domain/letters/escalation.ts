import type { GroupId, ObligationId, PartyId, ReviewId } from "../../schemas/base/ids.ts";
import type { Obligation, ObligationKind, Review } from "../../schemas/model/review.ts";
import type { Instant } from "../../schemas/base/values.ts";
import { delayInForce, openObligations } from "../review/obligations.ts";
import type { Setting } from "../base/settings.ts";
import { type Office, listedAfter } from "../policy/reminders.ts";
import { dayAfter, dayOf, latest, morningOf, type Period } from "../base/time.ts";

/**
 * Returns the morning on which an overdue obligation is added to an office's list. Undefined for one that fell due
 * before there was such a list. The edition in force on the due day decides, so a new edition never moves an old
 * obligation on or off a list.
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
  /** The start of its time on the list: its morning or, if later, the morning on which its party was notified of it. */
  readonly since: Instant;
}

/**
 * Returns the morning on which an obligation is added to an office's list, not before its party is notified of it. An
 * obligation from a start recorded long after its day was unknown before. A delay is announced ahead of its date.
 */
const onListFrom = (obligation: Obligation, after: Setting<Period>): Instant | undefined => {
  const from = listedFrom(obligation.dueAt, after);
  if (from === undefined || obligation.datedAt === undefined || delayInForce(obligation) !== undefined) return from;
  return latest(from, obligation.datedAt);
};

/** Returns the morning for a review that was taken over: none before letters report its status to the parties. */
export const listedAfterResumption = ({ remindersSince }: Review, from: Instant): Instant =>
  remindersSince === undefined ? from : latest(from, remindersSince);

/**
 * Returns the obligations on an office's list at a moment: open ones of started reviews, latest addition first. Reviews
 * on hold are excluded, because no letter has named their obligations yet.
 */
export const escalatedTo = (
  office: Office,
  reviews: readonly Review[],
  now: Instant,
  after: { readonly [O in Office]: Setting<Period> } = listedAfter,
): readonly EscalatedLetter[] =>
  reviews
    .filter(({ stage, remindersPaused }) => stage !== "scheduled" && remindersPaused !== true)
    .flatMap((review) =>
      openObligations(review).flatMap((obligation): EscalatedLetter[] => {
        const { id, generation, kind, party, dueAt } = obligation;
        const from = onListFrom(obligation, after[office]);
        if (from === undefined) return [];
        const since = listedAfterResumption(review, from);
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
