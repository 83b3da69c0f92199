import { defined } from "../../../schemas/base/defined.ts";
import type { PartyId, ReviewId, UserId } from "../../../schemas/base/ids.ts";
import type { Instant } from "../../../schemas/base/values.ts";
import type { Recipient, SkipReason } from "../../../schemas/model/letter.ts";
import type { Mandate, Obligation, Review } from "../../../schemas/model/review.ts";
import { isActive, outlasts } from "../../review/mandates.ts";
import { obligationIdOf } from "../../review/obligations.ts";
import type { NamedParty } from "../messages/letter-wording.ts";
import { type DateMessages, frameStatement, type Statement } from "./frame-statement.ts";
import type { Frame, Reader, ReviewNamed, WorkKind } from "./letter-frame.ts";
import {
  type AddressedData,
  type Gathered,
  type KindPage,
  type LetterData,
  type LetterPage,
  skip,
  surroundingsOf,
} from "./letter-page.ts";
import type { LetterWriter } from "./letter-writer.ts";
import type { ReviewListed } from "./nomination-blocks.ts";

/** The content that every letter about one review has. */
export interface About extends Frame {
  readonly review: ReviewNamed;
}

/** Returns every party that a letter about some reviews may have to name. */
export const partiesAbout = ({ letter: { recipient }, reviews }: LetterData): readonly PartyId[] => [
  ...reviews.flatMap(({ party, seats }) => [party, ...Object.values(seats).map((seat) => seat.party)]),
  ...(recipient.kind === "mission" ? [recipient.party] : []),
  ...reviews.flatMap(({ formerFeedback = [] }) => formerFeedback.map(({ party }) => party)),
  ...reviews.flatMap(({ clarifications }) => (clarifications ?? []).map(({ askedBy }) => askedBy)),
];

/** Returns the party of a letter and the parties under review in its reviews. */
export const ownAndUnderReview = (
  { party }: { readonly party: PartyId },
  { reviews }: Pick<LetterData, "reviews">,
): readonly PartyId[] => [party, ...reviews.map((review) => review.party)];

/** Returns whether an obligation is one of work, by its kind. */
export const isWork = <D extends Pick<Obligation, "kind">>(
  obligation: D,
): obligation is D & { readonly kind: WorkKind } => obligation.kind !== "focal-point" && obligation.kind !== "experts";

export const namedReview = ({ id, group, party }: Review, { named }: Pick<AddressedData, "named">): ReviewNamed => ({
  id,
  group,
  underReview: named(party),
});

/** Returns the reader; undefined for a person who no longer serves, or whose name is not known. */
export const readerOf = (
  recipient: Recipient,
  mandate: Mandate | undefined,
  data: Pick<AddressedData, "named" | "name" | "gender">,
): Reader | undefined => {
  if (recipient.kind === "office") return undefined;
  if (recipient.kind === "mission") return { kind: "mission", party: data.named(recipient.party) };
  if (mandate === undefined || data.name === undefined) return undefined;
  const { name, gender } = data;
  return {
    kind: "person",
    name,
    ...defined({ gender }),
    party: data.named(mandate.party),
    role: mandate.role,
  };
};

/** Returns the mandate in which a person serves in a review now; undefined if there is none, and for an office. */
const servingAs = (recipient: Recipient, review: Review, now: Instant): Mandate | undefined =>
  recipient.kind !== "user"
    ? undefined
    : Object.values(review.mandates)
        .filter((mandate) => mandate.user === recipient.user && isActive(mandate, now))
        .toSorted((one, other) => rank[one.role] - rank[other.role])[0];
const rank = { "focal-point": 0, expert: 1, observer: 2 } as const;

/** Returns the reader of a letter of one party: its mission, or a person who serves the party in one of the reviews. */
export const readerServing = (party: PartyId, reviews: readonly Review[], data: AddressedData): Reader | undefined => {
  const {
    letter: { recipient },
    now,
    name,
    gender,
  } = data;
  const [mandate] = reviews
    .flatMap((review) => servingAs(recipient, review, now) ?? [])
    .filter((one) => one.party === party);
  return readerOf(recipient, mandate, { named: () => data.named(party), name, gender });
};

/** Returns the seat of a party in each review where it has one, with the party under review as letters name it. */
export const seatsNamedIn = (
  reviews: readonly Review[],
  party: PartyId,
  named: AddressedData["named"],
): readonly ReviewListed[] =>
  reviews.flatMap(({ id, party: under, seats }) => {
    const seat = seats[party];
    return seat === undefined
      ? []
      : [{ id, underReview: named(under), role: seat.role, instruments: seat.instruments }];
  });

/** Returns whether the recipient's party no longer has a seat in the review. */
export const hasLeft = (recipient: Recipient, { seats }: Review): boolean =>
  recipient.kind === "mission" && seats[recipient.party] === undefined;

/** One review from the position of the reader of a letter. */
export interface ReviewSeen {
  readonly review: Review;
  readonly about: About;
  readonly named: (id: PartyId) => NamedParty;
}

interface InReviewOptions<Content> {
  readonly toThoseWhoLeft?: boolean;
  /** Returns parties that the content names and that may have no part in the review any more. */
  readonly partiesIn?: (content: Content) => readonly PartyId[];
}

/**
 * Returns the data and the content of a letter about one review. The letter is obsolete if its reader does not serve,
 * or if the reader's party has lost its seat and is notified only of that.
 */
export const inReview = <Content, Input>(
  reviewOf: (content: Content) => ReviewId | undefined,
  gather: (content: Content, seen: ReviewSeen) => Gathered<Input>,
  { toThoseWhoLeft = false, partiesIn = () => [] }: InReviewOptions<Content> = {},
): Pick<KindPage<Content, Input>, "needs" | "gather"> => ({
  needs: {
    reviews: (content) => {
      const id = reviewOf(content);
      return id === undefined ? [] : [id];
    },
    parties: (content, data) => [...partiesAbout(data), ...partiesIn(content)],
  },
  gather: (content, data) => {
    const { recipient } = data.letter;
    const [review] = data.reviews;
    if (review === undefined) return skip("replaced");
    const reader = readerOf(recipient, servingAs(recipient, review, data.now), data);
    if (reader === undefined || (!toThoseWhoLeft && hasLeft(recipient, review))) return skip("replaced");
    const about = { reader, ...surroundingsOf(data), review: namedReview(review, data) };
    return gather(content, { review, named: data.named, about });
  },
});

/**
 * Returns a notification in the form for its reader: RM/c1-FR/answers-received, with its matter if a review has
 * several.
 */
const statementPage = <Input extends About & { readonly kind: string }>(
  said: (letter: Input, writer: LetterWriter) => Statement,
  detail?: (letter: Input) => string,
): LetterPage<Input> => ({
  reference: (letter) => {
    const base = `RM/${letter.review.id}/${letter.kind}`;
    return detail === undefined ? base : `${base}/${detail(letter)}`;
  },
  page: (letter, reference, writer) => frameStatement(writer, letter, said(letter, writer), reference),
});

/** The properties in which a kind of letter about one review differs from others. */
interface ReviewPageOptions<Content, Input> extends Pick<KindPage<Content, Input>, "statesDateOf"> {
  /** Returns the end of the reference, if a review has several letters of the kind. */
  readonly detail?: (letter: Input) => string;
  readonly toThoseWhoLeft?: boolean;
}

/** Returns a kind of letter about one review: its data, its content and its wording. */
export const reviewPage = <
  Content extends { readonly review: ReviewId },
  Input extends About & { readonly kind: string },
>(
  gather: (content: Content, seen: ReviewSeen) => Gathered<Input>,
  said: (letter: Input, writer: LetterWriter) => Statement,
  { detail, toThoseWhoLeft = false, ...dates }: ReviewPageOptions<Content, Input> = {},
): KindPage<Content, Input> => ({
  ...inReview(({ review }: Content) => review, gather, { toThoseWhoLeft }),
  ...statementPage(said, detail),
  ...dates,
});

/** Returns an obligation of the reader's party, or of another. */
export const obligationSeen = (
  { review, about }: ReviewSeen,
  kind: "questionnaire" | "feedback" | "agreement",
  of = about.reader.party.id,
): Obligation | undefined => review.obligations[obligationIdOf(kind, of)];

/** The choice of the date of a feedback, for letters that state it. */
export const isFeedback = (_content: unknown, { kind }: Obligation): boolean => kind === "feedback";

/** The choice of the date of the obligation that a letter names. */
export const namesObligation = (
  { obligation }: { readonly obligation: Obligation["id"] },
  { id }: Obligation,
): boolean => id === obligation;

/** The sentences about the date of a feedback. */
export const feedbackDue: DateMessages = { ahead: "feedback-due", passed: ["feedback-due-passed", "date.was-due-by"] };

/**
 * Returns the current and future mandates of a person for any of some parties, each with its review, as letters may
 * state them. Omits mandates imported with a review whose reminders are still paused.
 */
export const heldMandates = (
  user: UserId,
  parties: readonly PartyId[],
  { reviews, now }: Pick<LetterData, "reviews" | "now">,
): readonly { readonly review: Review; readonly mandate: Mandate }[] =>
  reviews.flatMap((review) =>
    Object.values(review.mandates)
      .filter((mandate) => mandate.user === user && parties.includes(mandate.party) && outlasts(mandate, now))
      .filter(({ id }) => review.mandatesHeld?.includes(id) !== true)
      .map((mandate) => ({ review, mandate })),
  );

/** Returns why a letter has no open obligation: it was met, or superseded by a later date or another party. */
export const whyNothingIsLeft = ({ letter: { obligationRefs = [] }, reviews }: LetterData): SkipReason => {
  const superseded = obligationRefs.some(({ review, obligation, generation }) => {
    const now = reviews.find(({ id }) => id === review)?.obligations[obligation];
    return now === undefined || now.generation !== generation || now.state === "void";
  });
  return superseded ? "replaced" : "done";
};

/** Returns the reviews of the obligations that a letter was planned for, each once. */
export const plannedReviews = ({ letter: { obligationRefs = [] } }: LetterData): readonly ReviewId[] => [
  ...new Set(obligationRefs.map(({ review }) => review)),
];

/** Returns the reviews in which the party of a letter has a seat. */
export const seatedIn = ({ party }: { readonly party: PartyId }, reviews: readonly Review[]): readonly Review[] =>
  reviews.filter(({ seats }) => seats[party] !== undefined);

/** Returns which of the reviews that were found are in the phase that was read. */
export const foundInPhase = ({ phase, found }: LetterData): readonly ReviewId[] => {
  const own = new Set(phase?.groups.flatMap(({ reviews }) => reviews));
  return found.filter((review) => own.has(review));
};
