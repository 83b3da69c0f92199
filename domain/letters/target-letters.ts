import type { Letter, Recipient } from "../../schemas/model/letter.ts";
import type { Review } from "../../schemas/model/review.ts";
import type { Instant } from "../../schemas/base/values.ts";
import { newsAge } from "../base/policy.ts";
import { addDays, dayOf, earlier, morningOf } from "../base/time.ts";
import { consultationTargetAt } from "../review/blockers.ts";
import { holdersAt, mandatesOf } from "../review/mandates.ts";
import { plannedLetter } from "./lifecycle.ts";

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
 * The letters that tell of a consultation past its target, from 09:00 in Vienna on the morning after it; none once there
 * is an outcome, and none of a target that is too old to be news. A consultation has no deadline, so nobody is reminded.
 */
const ofReview = (review: Review, now: Instant): readonly Letter[] => {
  const targetAt = consultationTargetAt(review);
  if (targetAt === undefined) return [];
  const plannedFor = morningOf(addDays(dayOf(targetAt), 1));
  if (plannedFor > now || plannedFor < earlier(now, newsAge)) return [];
  const content = { kind: "consultation-past-target", review: review.id } as const;
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
