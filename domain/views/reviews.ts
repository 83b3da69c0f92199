import { defined } from "../../schemas/base/defined.ts";
import { clustersOf, cycleAndClusterOf, type PartyId, type ReviewId, type UserId } from "../../schemas/base/ids.ts";
import type { ListedObligation } from "../../schemas/model/listed-obligation.ts";
import type { Mandate, Review } from "../../schemas/model/review.ts";
import type { Person } from "../../schemas/model/user.ts";
import type { Instant } from "../../schemas/base/values.ts";
import type { MandateView, ObligationView, PartyMandateView, ReviewView } from "../../schemas/views/core.ts";
import type { Actor } from "../base/actor.ts";
import { outlasts } from "../review/mandates.ts";
import { isOverdue, openObligations } from "../review/obligations.ts";
import { seesMandate, seesParty } from "../review/visibility.ts";
import type { Aggregate } from "../audit/aggregates.ts";
import { dayOf, dueDate } from "../base/time.ts";
import { availableTo } from "./available-actions.ts";
import { listedObligation, listedReview, reviewSummary, seatOf } from "./listed-reviews.ts";
import { personView } from "./parties.ts";
import { detailsFor } from "./review-details.ts";

export type Persons = ReadonlyMap<UserId, Person>;

/** Returns the delay in force, for its reader. */
const delayView = (
  delay: ListedObligation["delay"],
): Pick<ObligationView, "delayReason" | "delayExplanation" | "beyondRules" | "delayedOn"> =>
  delay === undefined
    ? {}
    : {
        delayReason: delay.reason,
        ...defined({ delayExplanation: delay.explanation }),
        ...(delay.beyondRules === undefined ? {} : { beyondRules: true }),
        delayedOn: delay.on,
      };

/** Returns an obligation for its party and the secretariat. */
export const obligationView = (obligation: ListedObligation, now: Instant): ObligationView => ({
  id: obligation.id,
  review: obligation.review,
  ...cycleAndClusterOf(obligation.review),
  kind: obligation.kind,
  party: obligation.party,
  state: obligation.state,
  ...defined({ instruments: obligation.instruments }),
  openedOn: obligation.openedOn,
  ...dueDate(obligation.dueAt),
  originalDueAt: obligation.originalDueAt,
  originalDueOn: dayOf(obligation.originalDueAt),
  overdue: isOverdue(obligation, now),
  generation: obligation.generation,
  ...delayView(obligation.delay),
  ...defined({ settledAt: obligation.settledAt }),
});

/**
 * Returns the people whose names a view of a review needs: present and former holders of mandates, and for the
 * secretariat the officer.
 */
export const peopleIn = (review: Review, actor: Actor): readonly UserId[] => [
  ...new Set([
    ...Object.values(review.mandates).map(({ user }) => user),
    ...(actor.role !== "secretariat" || review.officer === undefined ? [] : [review.officer]),
  ]),
];

/** Returns parties that hold a seat in a review. */
export const partiesIn = ({ seats }: Review): readonly PartyId[] => Object.values(seats).map(({ party }) => party);

/** Returns the people who serve, or will, and whom a user sees by name; not those whose mandate is over. */
export const peopleKnownTo = (actor: Actor, review: Review, now: Instant): readonly UserId[] =>
  Object.values(review.mandates)
    .filter((mandate) => outlasts(mandate, now) && seesMandate(actor, review, mandate, now))
    .filter(({ party }) => seesParty(actor, review, party, now))
    .map(({ user }) => user);

const mandateView = (mandate: Mandate, persons: Persons): MandateView[] => {
  const person = persons.get(mandate.user);
  return person === undefined
    ? []
    : [
        {
          id: mandate.id,
          role: mandate.role,
          party: mandate.party,
          since: mandate.since,
          ...defined({ until: mandate.until, instruments: mandate.instruments }),
          person: personView(mandate.user, person),
        },
      ];
};

/** Returns a review for one caller: the parts that the caller may not see are left out. */
export const reviewView = (
  aggregate: Aggregate<"review">,
  actor: Actor,
  persons: Persons,
  now: Instant,
): ReviewView => {
  const review = aggregate.state;
  return {
    ...reviewSummary(listedReview(aggregate), now),
    ...detailsFor(review, actor, now),
    seats: Object.values(review.seats).map((seat) => ({
      ...seatOf(seat),
      ...(seesParty(actor, review, seat.party, now)
        ? {
            mandates: Object.values(review.mandates)
              .filter((mandate) => mandate.party === seat.party && outlasts(mandate, now))
              .filter((mandate) => seesMandate(actor, review, mandate, now))
              .flatMap((mandate) => mandateView(mandate, persons)),
          }
        : {}),
    })),
    obligations: obligationsFor(review, actor, now).map((obligation) => obligationView(obligation, now)),
    actions: availableTo(actor, review, now),
  };
};

/** Returns the obligations in a review that a user may see, open ones first, earliest due first. */
export const obligationsFor = (review: Review, actor: Actor, now: Instant): ListedObligation[] => {
  const settled = Object.values(review.obligations).filter(({ state }) => state !== "open");
  return [...openObligations(review), ...settled]
    .filter(({ party }) => seesParty(actor, review, party, now))
    .map((obligation) => listedObligation(review, obligation));
};

/** A mandate of a party, with the reviews in which it holds. */
interface PartyMandate {
  readonly mandate: Mandate;
  readonly reviews: ReviewId[];
}

/** Returns a party's mandates over its reviews that a user may see, each once. */
export const mandatesOfParty = (
  reviews: readonly Review[],
  party: PartyId,
  actor: Actor,
  now: Instant,
): readonly PartyMandate[] => {
  const byId = new Map<string, PartyMandate>();
  for (const review of reviews)
    for (const mandate of Object.values(review.mandates)) {
      if (mandate.party !== party || !outlasts(mandate, now) || !seesMandate(actor, review, mandate, now)) continue;
      const known = byId.get(mandate.id);
      if (known === undefined) byId.set(mandate.id, { mandate, reviews: [review.id] });
      else known.reviews.push(review.id);
    }
  return [...byId.values()];
};

/** Returns a party's mandate with its holder; undefined where the person is unknown. */
export const partyMandateView = (
  { mandate, reviews }: PartyMandate,
  persons: Persons,
): PartyMandateView | undefined => {
  const [view] = mandateView(mandate, persons);
  return view === undefined ? undefined : { ...view, reviews, clusters: clustersOf(reviews) };
};
