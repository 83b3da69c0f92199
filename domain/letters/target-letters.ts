import { defined } from "../../schemas/base/defined.ts";
import type { Letter, Recipient } from "../../schemas/model/letter.ts";
import type { Review } from "../../schemas/model/review.ts";
import type { Instant } from "../../schemas/base/values.ts";
import { fortyDigits } from "../base/hash.ts";
import { newsAge } from "../policy/letters.ts";
import { addDays, dayOf, earlier, morningOf } from "../base/time.ts";
import { consultationTargetAt } from "../review/blockers.ts";
import { holdersAt, mandatesOf } from "../review/mandates.ts";
import { plannedLetter } from "./lifecycle.ts";
import type { DueTimer } from "./reminder-letters.ts";

const rule = "All parties are notified once that the target of the consultation has passed without an outcome.";

/**
 * Returns the missions and the focal points of the parties that held the seats at a moment; later parties are not
 * notified of earlier events.
 */
const concernedAt = (review: Review, moment: Instant): readonly Recipient[] => {
  const parties = holdersAt(review, moment);
  return [
    ...parties.map((party) => ({ kind: "mission", party }) as const),
    ...parties.flatMap((party) =>
      mandatesOf(review, party, "focal-point", moment).map(({ user }) => ({ kind: "user", user }) as const),
    ),
  ];
};

/**
 * Returns the time to notify the parties that the target of their consultation has passed. Undefined if there is an
 * outcome, and for a review that was taken over: while its reminders are paused, and for earlier targets.
 */
const notifiedAt = (review: Review): Instant | undefined => {
  const { remindersPaused, remindersSince } = review;
  const targetAt = consultationTargetAt(review);
  if (targetAt === undefined || remindersPaused === true) return undefined;
  const at = morningOf(addDays(dayOf(targetAt), 1));
  return remindersSince !== undefined && at <= remindersSince ? undefined : at;
};

/** Returns the timer for that time; undefined if it has come. A moved target has another timer. */
export const targetTimer = (review: Review, now: Instant): DueTimer | undefined => {
  const at = notifiedAt(review);
  if (at === undefined || at <= now) return undefined;
  const { id, targetGeneration = 1 } = review;
  return { name: `target-${fortyDigits([id, at, targetGeneration])}`, at, message: { target: id } };
};

/**
 * Returns the letters about a consultation past its target, from 09:00 in Vienna on the morning after it. None once
 * there is an outcome, and none for a target that is too old to be news. A consultation has no deadline, so it has no
 * reminders.
 */
const ofReview = (review: Review, now: Instant): readonly Letter[] => {
  const plannedFor = notifiedAt(review);
  if (plannedFor === undefined || plannedFor > now || plannedFor < earlier(now, newsAge)) return [];
  const { id, targetGeneration: generation } = review;
  const content = {
    kind: "consultation-past-target",
    review: id,
    ...defined({ generation }),
  } as const;
  return concernedAt(review, plannedFor).map((recipient) => {
    const party = recipient.kind === "mission" ? recipient.party : partyServed(review, recipient);
    return plannedLetter({ content, recipient, party, plannedFor, rule }, now);
  });
};

const partyServed = ({ mandates }: Review, recipient: Recipient) =>
  Object.values(mandates).find(({ user }) => recipient.kind === "user" && user === recipient.user)?.party;

/** Returns the letters about missed consultation targets that are due by now, over several reviews. */
export const targetLettersOf = (reviews: readonly Review[], now: Instant): readonly Letter[] =>
  reviews.flatMap((review) => ofReview(review, now));
