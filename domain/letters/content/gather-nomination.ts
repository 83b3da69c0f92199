import type { PartyId } from "../../../schemas/base/ids.ts";
import type { NominationKind, Review } from "../../../schemas/model/review.ts";
import { groundsOf } from "../../review/nomination-grounds.ts";
import { obligationsOf } from "../../reminders/schedule.ts";
import type { NamedParty } from "../messages/letter-wording.ts";
import type { NominationSubject, ReviewToNominate } from "./nomination-reminder.ts";

/**
 * Returns the content of a reminder for each review in which the nomination of the reminder subject is still pending.
 */
export const reviewsToNominate = (
  reviews: readonly Review[],
  reminderSubject: NominationSubject,
  named: (id: PartyId) => NamedParty,
): readonly ReviewToNominate[] => reviews.flatMap((review) => reviewToNominate(review, reminderSubject, named) ?? []);

const reviewToNominate = (
  review: Review,
  reminderSubject: NominationSubject,
  named: (id: PartyId) => NamedParty,
): ReviewToNominate | undefined => {
  const seat = review.seats[reminderSubject.party];
  const [obligation] = obligationsOf(review, reminderSubject);
  if (seat === undefined || obligation === undefined || review.startedOn === undefined) return undefined;
  const kind: NominationKind = reminderSubject.kind;
  return {
    id: review.id,
    underReview: named(review.party),
    role: seat.role,
    instruments: seat.instruments,
    startedOn: review.startedOn,
    grounds: groundsOf(review, kind, obligation),
    stage: review.stage,
    listAgreed: review.observations?.agreedAt !== undefined,
  };
};
