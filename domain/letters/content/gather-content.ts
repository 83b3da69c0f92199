import type { PartyId } from "../../../schemas/base/ids.ts";
import type { LetterContent, Recipient, SkipReason } from "../../../schemas/model/letter.ts";
import { type Mandate, type Obligation, type Review } from "../../../schemas/model/review.ts";
import type { Gender, Instant } from "../../../schemas/base/values.ts";
import { isActive } from "../../review/mandates.ts";
import type { ConsultationLetter } from "./consultation-notifications.ts";
import type { PartyLeft } from "./departure-notification.ts";
import type { ReviewEntered } from "./entry-notification.ts";
import type { ErratumPublished } from "./erratum-notification.ts";
import type { InstrumentsAdded } from "./instruments-notification.ts";
import type { DecisionRecorded } from "./decision-notification.ts";
import type { ChangeLetter } from "./mandate-notifications.ts";
import { type ObligationReminder } from "./obligation-reminder.ts";
import type { Frame, Reader, ReviewNamed, WorkKind } from "./letter-frame.ts";
import type { NamedParty } from "../messages/letter-wording.ts";
import type { Notice } from "./review-notifications.ts";

/** Letters about reviews: all but those about an account, those that bundle over reviews, and bulletins. */
export type ReviewContent = Exclude<
  LetterContent,
  {
    kind:
      | "invitation"
      | "access-changed"
      | "mission-readdressed"
      | "person-corrected"
      | "further-nomination"
      | "mandate-offer"
      | "nomination-reminder"
      | "late-start"
      | "start-corrected"
      | "start-undone"
      | "phase-opened"
      | "phase-corrected"
      | "state-of-reviews"
      | "departure-corrected"
      | "daily-list"
      | "digest"
      | "bulletin";
  }
>;

/** Returns every party that a letter may have to name. */
export const partiesAbout = (
  content: ReviewContent,
  recipient: Recipient,
  reviews: readonly Review[],
): readonly PartyId[] => [
  ...reviews.flatMap(({ party, seats }) => [party, ...Object.values(seats).map((seat) => seat.party)]),
  ...(recipient.kind === "mission" ? [recipient.party] : []),
  ...(content.kind === "seat-redrawn"
    ? [content.from, content.to, ...(content.additional === undefined ? [] : [content.additional.party])]
    : []),
  ...(content.kind === "handover" || content.kind === "mandate-ended" || content.kind === "party-left"
    ? [content.party]
    : []),
  ...reviews.flatMap(({ formerFeedback = [] }) => formerFeedback.map(({ party }) => party)),
  ...reviews.flatMap(({ clarifications }) => (clarifications ?? []).map(({ askedBy }) => askedBy)),
];

/** The data that is read before a letter is written. */
export interface ContentContext extends Omit<Frame, "reader"> {
  /** The reviews that it names, or all of the party for a letter about a mandate. */
  readonly reviews: readonly Review[];
  readonly named: (id: PartyId) => NamedParty;
  /** The name of the recipient, if it is a person. */
  readonly name?: string | undefined;
  /** The gender of that person, if it is on record. */
  readonly gender?: Gender | undefined;
}

type SaidOfReview =
  | ObligationReminder
  | Notice
  | ConsultationLetter
  | DecisionRecorded
  | ErratumPublished
  | InstrumentsAdded
  | ReviewEntered
  | PartyLeft
  | ChangeLetter;

export type GatheredContent =
  { readonly kind: "say"; readonly input: SaidOfReview } | { readonly kind: "skip"; readonly reason: SkipReason };

export const skip = (reason: SkipReason): GatheredContent => ({ kind: "skip", reason });
export const say = (input: SaidOfReview): GatheredContent => ({ kind: "say", input });

/** Returns whether an obligation is one of work, by its kind. */
export const isWork = <D extends Pick<Obligation, "kind">>(
  obligation: D,
): obligation is D & { readonly kind: WorkKind } => obligation.kind !== "focal-point" && obligation.kind !== "experts";

export const namedReview = ({ id, group, party }: Review, { named }: ContentContext): ReviewNamed => ({
  id,
  group,
  underReview: named(party),
});

/** Returns the reader; undefined for a person who no longer serves, or whose name is not known. */
export const readerOf = (
  recipient: Recipient,
  mandate: Mandate | undefined,
  context: Pick<ContentContext, "named" | "name" | "gender">,
): Reader | undefined => {
  if (recipient.kind === "office") return undefined;
  if (recipient.kind === "mission") return { kind: "mission", party: context.named(recipient.party) };
  if (mandate === undefined || context.name === undefined) return undefined;
  const { name, gender } = context;
  return {
    kind: "person",
    name,
    ...(gender === undefined ? {} : { gender }),
    party: context.named(mandate.party),
    role: mandate.role,
  };
};

/** Returns the mandate in which a person serves in a review now; undefined if there is none, and for an office. */
export const servingAs = (recipient: Recipient, review: Review, now: Instant): Mandate | undefined =>
  recipient.kind !== "user"
    ? undefined
    : Object.values(review.mandates)
        .filter((mandate) => mandate.user === recipient.user && isActive(mandate, now))
        .toSorted((one, other) => rank[one.role] - rank[other.role])[0];
const rank = { "focal-point": 0, expert: 1, observer: 2 } as const;

/** Returns whether the recipient's party no longer has a seat in the review. */
export const hasLeft = (recipient: Recipient, { seats }: Review): boolean =>
  recipient.kind === "mission" && seats[recipient.party] === undefined;

/** The content that every letter about one review has. */
export interface About extends Frame {
  readonly review: ReviewNamed;
}

/** One review from the position of the reader of a letter. */
export interface ReviewSeen {
  readonly review: Review;
  readonly about: About;
  readonly named: ContentContext["named"];
}

/** Returns the current content of a letter, or the reason why it is obsolete. */
type Gather<Content> = (content: Content, recipient: Recipient, context: ContentContext) => GatheredContent;

/**
 * Gathers a letter about one review. The letter is obsolete if its reader does not serve, or if the reader's party has
 * lost its seat and is notified only of that.
 */
export const inReview =
  <Content extends ReviewContent>(
    idOf: (content: Content) => string | undefined,
    gather: (content: Content, seen: ReviewSeen) => GatheredContent,
    { toThoseWhoLeft = false }: { readonly toThoseWhoLeft?: boolean } = {},
  ): Gather<Content> =>
  (content, recipient, context) => {
    const review = context.reviews.find(({ id }) => id === idOf(content));
    if (review === undefined) return skip("replaced");
    const reader = readerOf(recipient, servingAs(recipient, review, context.now), context);
    if (reader === undefined || (!toThoseWhoLeft && hasLeft(recipient, review))) return skip("replaced");
    const { now, frontEndUrl, replyTo, named } = context;
    return gather(content, {
      review,
      named,
      about: { reader, now, frontEndUrl, replyTo, review: namedReview(review, context) },
    });
  };
