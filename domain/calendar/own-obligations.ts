import type { PartyId } from "../../schemas/base/ids.ts";
import type { Recipient } from "../../schemas/model/letter.ts";
import { type MandateRole, type Obligation, ObligationKind, type Review } from "../../schemas/model/review.ts";
import type { Instant } from "../../schemas/base/values.ts";
import type { User } from "../../schemas/model/user.ts";
import { isActive } from "../review/mandates.ts";

/** An obligation of a party, with the review in which it is owed, or was. */
export interface OwedObligation {
  readonly review: Review;
  readonly obligation: Obligation;
}

/**
 * The obligations in which somebody has a part by a mandate: focal points clear whatever their party hands in, experts draft it;
 * people are named by missions, and observers do nothing.
 */
const kindsOfRole = {
  "focal-point": ["questionnaire", "feedback", "clarification", "agreement"],
  expert: ["questionnaire", "feedback", "clarification"],
  observer: [],
} as const satisfies Record<MandateRole, readonly ObligationKind[]>;

interface Part {
  readonly party: PartyId;
  readonly kinds: readonly ObligationKind[];
}

/** Whose dates they are: all of a party, as its mission keeps them, or a person's. */
type DatesOwner = Exclude<Recipient, { readonly kind: "office" }>;

/** Whose dates a user keeps. */
export const datesOwner = ({ id, role, party }: Pick<User, "id" | "role" | "party">): DatesOwner =>
  role === "permanent-mission" && party !== undefined ? { kind: "mission", party } : { kind: "user", user: id };

/** For which party somebody has a part in which obligations of a review, now. */
const partsIn = (owner: DatesOwner, review: Review, now: Instant): readonly Part[] =>
  owner.kind === "mission"
    ? [{ party: owner.party, kinds: ObligationKind.options }]
    : Object.values(review.mandates)
        .filter((mandate) => mandate.user === owner.user && isActive(mandate, now))
        .map(({ party, role }) => ({ party, kinds: kindsOfRole[role] }));

/**
 * The obligations whose dates are somebody's to keep, in the order of reviews and obligations: of a permanent mission all of its
 * party, of a delegate those in which they have a part. Settled ones stay, and say so; a party that lost its seat owes nothing.
 */
export const ownObligations = (
  owner: DatesOwner,
  reviews: readonly Review[],
  now: Instant,
): readonly OwedObligation[] =>
  reviews
    .toSorted((one, other) => (one.id < other.id ? -1 : 1))
    .flatMap((review) => {
      const parts = partsIn(owner, review, now).filter(({ party }) => review.seats[party] !== undefined);
      return Object.values(review.obligations)
        .filter(({ party, kind }) => parts.some((part) => part.party === party && part.kinds.includes(kind)))
        .toSorted((one, other) => (one.id < other.id ? -1 : 1))
        .map((obligation) => ({ review, obligation }));
    });
