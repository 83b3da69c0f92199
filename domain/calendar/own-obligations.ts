import type { PartyId } from "../../schemas/base/ids.ts";
import type { Recipient } from "../../schemas/model/letter.ts";
import { type MandateRole, type Obligation, ObligationKind, type Review } from "../../schemas/model/review.ts";
import type { Instant } from "../../schemas/base/values.ts";
import type { User } from "../../schemas/model/user.ts";
import { missionOf } from "../parties/users.ts";
import { isActive } from "../review/mandates.ts";

/** An obligation of a party, with the review in which it is or was open. */
export interface OwnObligation {
  readonly review: Review;
  readonly obligation: Obligation;
}

/**
 * The obligations in which a person has a part by a mandate. Focal points clear their party's submissions, experts
 * draft them; missions nominate people, and observers have no obligations.
 */
const kindsOfRole = {
  "focal-point": ["questionnaire", "feedback", "clarification", "agreement"],
  expert: ["questionnaire", "feedback", "clarification"],
  observer: [],
} as const satisfies Record<MandateRole, readonly ObligationKind[]>;

interface CalendarPart {
  readonly party: PartyId;
  readonly kinds: readonly ObligationKind[];
}

/** The owner of dates: a mission with all dates of its party, or a person. */
type DatesOwner = Exclude<Recipient, { readonly kind: "office" }>;

/** Returns the owner of the dates that a user keeps. */
export const datesOwner = (user: Pick<User, "id" | "role" | "party">): DatesOwner => {
  const party = missionOf(user);
  return party === undefined ? { kind: "user", user: user.id } : { kind: "mission", party };
};

/** Returns the parties and the obligations of a review in which an owner has a part now. */
const partsIn = (owner: DatesOwner, review: Review, now: Instant): readonly CalendarPart[] =>
  owner.kind === "mission"
    ? [{ party: owner.party, kinds: ObligationKind.options }]
    : Object.values(review.mandates)
        .filter((mandate) => mandate.user === owner.user && isActive(mandate, now))
        .map(({ party, role }) => ({ party, kinds: kindsOfRole[role] }));

/**
 * Returns the obligations of an owner, in the order of reviews and obligations. A permanent mission has all of its
 * party; a delegate has those in which they have a part. Settled ones remain, marked as settled; a party that lost its
 * seat has none open.
 */
export const ownObligations = (owner: DatesOwner, reviews: readonly Review[], now: Instant): readonly OwnObligation[] =>
  reviews
    .toSorted((one, other) => (one.id < other.id ? -1 : 1))
    .flatMap((review) => {
      const parts = partsIn(owner, review, now).filter(({ party }) => review.seats[party] !== undefined);
      return Object.values(review.obligations)
        .filter(({ party, kind }) => parts.some((part) => part.party === party && part.kinds.includes(kind)))
        .toSorted((one, other) => (one.id < other.id ? -1 : 1))
        .map((obligation) => ({ review, obligation }));
    });
