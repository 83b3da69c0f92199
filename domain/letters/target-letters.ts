import type { Letter, Recipient } from "../../schemas/model/letter.ts";
import type { Review } from "../../schemas/model/review.ts";
import type { Instant } from "../../schemas/base/values.ts";
import { fortyDigits } from "../base/hash.ts";
import { newsAge } from "../base/policy.ts";
import { addDays, dayOf, earlier, morningOf } from "../base/time.ts";
import { consultationTargetAt } from "../review/blockers.ts";
import { holdersAt, mandatesOf } from "../review/mandates.ts";
import { plannedLetter } from "./lifecycle.ts";
import type { DueTimer } from "./reminder-letters.ts";

const rule = "All parties are told once that the target of the consultation has passed without an outcome.";

/** The missions and the focal points of those who held the seats at a moment: whoever came later is not told of before. */
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
 * When the parties are to be told that the target of their consultation has passed; undefined where there is an outcome, and of
 * a review that was taken over, while its reminders are held and of what was before.
 */
const toldAt = (review: Review): Instant | undefined => {
  const { remindersHeld, remindersSince } = review;
  const targetAt = consultationTargetAt(review);
  if (targetAt === undefined || remindersHeld === true) return undefined;
  const at = morningOf(addDays(dayOf(targetAt), 1));
  return remindersSince !== undefined && at <= remindersSince ? undefined : at;
};

/** The timer for that; undefined where its time has come. Of a target that was moved it is another. */
export const targetTimer = (review: Review, now: Instant): DueTimer | undefined => {
  const at = toldAt(review);
  if (at === undefined || at <= now) return undefined;
  const { id, targetGeneration = 1 } = review;
  return { name: `target-${fortyDigits([id, at, targetGeneration])}`, at, message: { target: id } };
};

/**
 * The letters that tell of a consultation past its target, from 09:00 in Vienna on the morning after it; none once there
 * is an outcome, and none of a target that is too old to be news. A consultation has no deadline, so nobody is reminded.
 */
const ofReview = (review: Review, now: Instant): readonly Letter[] => {
  const plannedFor = toldAt(review);
  if (plannedFor === undefined || plannedFor > now || plannedFor < earlier(now, newsAge)) return [];
  const { id, targetGeneration: generation } = review;
  const content = {
    kind: "consultation-past-target",
    review: id,
    ...(generation === undefined ? {} : { generation }),
  } as const;
  return concernedAt(review, plannedFor).map((recipient) => {
    const party = recipient.kind === "mission" ? recipient.party : partyServed(review, recipient);
    return plannedLetter({ content, recipient, party, plannedFor, rule }, now);
  });
};

const partyServed = ({ mandates }: Review, recipient: Recipient) =>
  Object.values(mandates).find(({ user }) => recipient.kind === "user" && user === recipient.user)?.party;

/** The same over several reviews: each letter that there is to be by now. */
export const targetLettersOf = (reviews: readonly Review[], now: Instant): readonly Letter[] =>
  reviews.flatMap((review) => ofReview(review, now));
