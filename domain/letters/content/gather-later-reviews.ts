import { openObligations } from "../../review/obligations.ts";
import type { Recipient } from "../../../schemas/model/letter.ts";
import type { Instrument } from "../../../schemas/base/values.ts";
import type { ContentOf } from "../letter-kinds.ts";
import {
  type ContentContext,
  type GatheredContent,
  hasLeft,
  namedReview,
  readerOf,
  type ReviewSeen,
  say,
  skip,
} from "./gather-content.ts";

/** Returns the current content of the letter; obsolete if the review no longer covers the added instruments. */
export const gatherInstrumentsAdded = (
  { addedAt }: ContentOf<"instruments-added">,
  { review, about, named }: ReviewSeen,
): GatheredContent => {
  const addition = review.additions?.find(({ at }) => at === addedAt);
  if (addition === undefined) return skip("replaced");
  const isAdded = (instrument: Instrument): boolean => addition.instruments.includes(instrument);
  const seats = Object.values(review.seats).filter((seat) => seat.instruments.some(isAdded));
  const seated = addition.drawn.filter((party) => review.seats[party] !== undefined);
  return say({
    ...about,
    kind: "instruments-added",
    instruments: addition.instruments,
    reviewers: seats.filter(({ role }) => role !== "under-review").map(({ party }) => named(party)),
    drawn: seated.map(named),
    ownInstruments: seats.find(({ party }) => party === about.reader.party.id)?.instruments ?? [],
    beforeStart: addition.beforeStart === true,
  });
};

/** Returns the current content of the letter: the present reviewing parties. */
export const gatherReviewEntered = (
  { late }: ContentOf<"review-entered">,
  { review, about, named }: ReviewSeen,
): GatheredContent => {
  const seats = Object.values(review.seats);
  const own = seats.find(({ party }) => party === about.reader.party.id);
  const { entry: decision, startedOn } = review;
  if (decision === undefined || own === undefined) return skip("replaced");
  return say({
    ...about,
    kind: "review-entered",
    decision,
    reviewers: seats.filter(({ role }) => role !== "under-review").map(({ party }) => named(party)),
    instruments: own.instruments,
    role: own.role,
    startedOn,
    open: openObligations(review).filter(({ party }) => party === own.party),
    late,
  });
};

/** Returns the current content of the letter; no seat for which lots have been drawn meanwhile. */
export const gatherPartyLeft = (
  { party }: ContentOf<"party-left">,
  recipient: Recipient,
  context: ContentContext,
): GatheredContent => {
  const concerned = context.reviews.flatMap((review) => {
    const isDiscontinued = party === review.party;
    const left = isDiscontinued ? review.discontinued : review.vacated?.find((seat) => seat.party === party);
    if (left === undefined || hasLeft(recipient, review)) return [];
    return [{ ...namedReview(review, context), isDiscontinued, leftOn: left.leftOn }];
  });
  const [first] = concerned;
  const reader = readerOf(recipient, undefined, context);
  if (first === undefined || reader === undefined) return skip("replaced");
  const { now, frontEndUrl, replyTo, named } = context;
  return say({
    kind: "party-left",
    reader,
    now,
    frontEndUrl,
    replyTo,
    party: named(party),
    leftOn: first.leftOn,
    reviews: concerned,
  });
};
