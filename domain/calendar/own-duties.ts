import type { PartyId, UserId } from "../../schemas/base/ids.ts";
import { type MandateRole, type Obligation, ObligationKind, type Review } from "../../schemas/model/review.ts";
import type { Instant } from "../../schemas/base/values.ts";
import type { User } from "../../schemas/model/user.ts";
import { isActive } from "../review/mandates.ts";

/** A duty of a party, with the review in which it is owed, or was. */
export interface OwedDuty {
  readonly review: Review;
  readonly duty: Obligation;
}

/**
 * The duties in which somebody has a part by a mandate: focal points clear whatever their party hands in, experts draft it;
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

/** For which party somebody has a part in which duties of a review, now. */
const partsIn = (
  { id, role, party }: Pick<User, "id" | "role" | "party">,
  review: Review,
  now: Instant,
): readonly Part[] => {
  if (role === "permanent-mission") return party === undefined ? [] : [{ party, kinds: ObligationKind.options }];
  return partsOfDelegate(id, review, now);
};

const partsOfDelegate = (id: UserId, { mandates }: Review, now: Instant): readonly Part[] =>
  Object.values(mandates)
    .filter((mandate) => mandate.user === id && isActive(mandate, now))
    .map((mandate) => ({ party: mandate.party, kinds: kindsOfRole[mandate.role] }));

/**
 * The duties whose dates are somebody's to keep, in the order of reviews and duties: of a permanent mission all of its
 * party, of a delegate those in which they have a part. Settled ones stay, and say so; a party that lost its seat owes nothing.
 */
export const ownDuties = (
  user: Pick<User, "id" | "role" | "party">,
  reviews: readonly Review[],
  now: Instant,
): readonly OwedDuty[] =>
  reviews
    .toSorted((one, other) => (one.id < other.id ? -1 : 1))
    .flatMap((review) => {
      const parts = partsIn(user, review, now).filter(({ party }) => review.seats[party] !== undefined);
      return Object.values(review.obligations)
        .filter(({ party, kind }) => parts.some((part) => part.party === party && part.kinds.includes(kind)))
        .toSorted((one, other) => (one.id < other.id ? -1 : 1))
        .map((duty) => ({ review, duty }));
    });
