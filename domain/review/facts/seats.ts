import type { FactOf } from "../../../schemas/model/fact.ts";
import type { PartyId } from "../../../schemas/base/ids.ts";
import type { AdditionalPart, Consultation, Observations, Review } from "../../../schemas/model/review.ts";
import { seatsAfter } from "../../lots/seats.ts";
import { partsAfter } from "../division.ts";
import type { ReviewFactRows } from "./fact-row.ts";
import type { TimelineSentence } from "./timeline-sentence.ts";
import { firstAskedAt } from "../seat-turns.ts";

const withoutAgreementOf = (observations: Observations, party: PartyId): Observations => {
  const { [party]: _agreed, ...agreed } = observations.agreed;
  const { agreedAt: _at, ...kept } = observations;
  return { ...kept, agreed };
};

const toConfirm = (
  consultation: Consultation,
  gone: readonly PartyId[],
  newcomers: readonly PartyId[],
): Consultation =>
  consultation.languages === undefined && consultation.concludedOn === undefined
    ? consultation
    : {
        ...consultation,
        toConfirmWith: [...(consultation.toConfirmWith ?? []).filter((party) => !gone.includes(party)), ...newcomers],
      };

/** Returns the feedback that counts without that of some parties, which stays readable as that of former reviewers. */
const feedbackWithout = (
  review: Review,
  gone: readonly PartyId[],
  { seat, happenedAt }: FactOf<"seat-redrawn">,
): Pick<Review, "feedback" | "formerFeedback"> => {
  if (review.feedback === undefined) return {};
  const feedback = Object.fromEntries(
    Object.entries(review.feedback).filter(([party]) => !gone.some((one) => one === party)),
  );
  const former = gone.flatMap((party) => {
    const cleared = review.feedback?.[party];
    if (cleared === undefined) return [];
    return [{ party, at: cleared.at, documents: cleared.documents, drawnAwayAt: happenedAt, by: seat.party }];
  });
  return former.length === 0
    ? { feedback }
    : { feedback, formerFeedback: [...(review.formerFeedback ?? []), ...former] };
};

/** Returns the effects of the drawing on additional reviewers, after those of earlier redraws. */
const additionalTurnsAfter = (
  review: Review,
  { seat, additional = [], narrowed = [], leaving = [], happenedAt: at }: FactOf<"seat-redrawn">,
): Pick<Review, "additionalTurns"> => {
  const turnOf =
    (part: AdditionalPart) =>
    (party: PartyId): NonNullable<Review["additionalTurns"]>[number] => ({ party, part, with: seat.party, at });
  const turns = [
    ...leaving.map(turnOf("leaving")),
    ...narrowed.map(({ party }) => party).map(turnOf("narrowed")),
    ...additional.map(({ party }) => party).map(turnOf("drawn")),
  ];
  return turns.length === 0 ? {} : { additionalTurns: [...(review.additionalTurns ?? []), ...turns] };
};

/** Returns the seats after a redraw, by party. Throws where it gives a seat that no party holds, or a party two. */
const redrawnSeats = ({ id, seats }: Review, fact: FactOf<"seat-redrawn">): Review["seats"] => {
  const gone = [fact.from, ...(fact.leaving ?? [])];
  if (gone.some((party) => seats[party] === undefined)) throw new Error(`${id}: no seat of ${gone.join()} to give`);
  const after = seatsAfter(Object.values(seats), fact).map((each) => [each.party, each] as const);
  if (new Set(after.map(([party]) => party)).size < after.length) throw new Error(`${id}: two seats for one party`);
  return Object.fromEntries(after);
};

/** Returns the division without the instruments of the newcomers, with whom those are to be divided. */
const divisionAfter = (
  { division }: Review,
  seats: Review["seats"],
  gone: readonly PartyId[],
  newcomers: readonly PartyId[],
): Pick<Review, "division"> => {
  if (division === undefined) return {};
  const others = (division.toConfirmWith ?? []).filter((party) => !gone.includes(party));
  const parts = partsAfter(division.parts, seats, newcomers);
  return { division: { ...division, parts, toConfirmWith: [...others, ...newcomers] } };
};

/**
 * Moves the seat to another party; additional reviewers come and leave by what that party lacks. The cleared feedback
 * of those who leave stays readable, as of a former reviewer, their agreements stay in the journal, and neither counts
 * any more. The newcomers have to confirm the agreements of the consultation.
 */
const redrawSeat = (review: Review, fact: FactOf<"seat-redrawn">): Review => {
  const { from, seat, additional = [], leaving = [], happenedAt } = fact;
  const gone = [from, ...leaving];
  const { redrawsAsked = [], vacated = [], observations, consultation, ...kept } = review;
  const vacatedStill = vacated.filter((one) => !gone.includes(one.party));
  const redrawsOfOthers = redrawsAsked.filter((one) => !gone.includes(one.seat));
  const newcomers = [seat, ...additional].map(({ party }) => party);
  const seats = redrawnSeats(review, fact);
  const askedAt = firstAskedAt(review, from);
  return {
    ...kept,
    seats,
    ...divisionAfter(review, seats, gone, newcomers),
    drawnAway: [...(review.drawnAway ?? []), { party: from, by: seat.party, at: happenedAt }],
    ...(askedAt === undefined ? {} : { redrawAskedAt: { ...review.redrawAskedAt, [seat.party]: askedAt } }),
    ...additionalTurnsAfter(review, fact),
    ...(redrawsOfOthers.length === 0 ? {} : { redrawsAsked: redrawsOfOthers }),
    ...(vacatedStill.length === 0 ? {} : { vacated: vacatedStill }),
    ...feedbackWithout(review, gone, fact),
    ...(observations === undefined ? {} : { observations: gone.reduce(withoutAgreementOf, observations) }),
    ...(consultation === undefined ? {} : { consultation: toConfirm(consultation, gone, newcomers) }),
  };
};

/**
 * Applies an addition: seats review more, and additional reviewers come, who have to confirm the agreements of the
 * consultation.
 */
const addInstruments = (review: Review, fact: FactOf<"instruments-added">): Review => {
  const { instruments, countedOn, widened, drawn = [], happenedAt: at } = fact;
  const { consultation } = review;
  const seats = Object.fromEntries(
    [...Object.values(review.seats), ...widened, ...drawn].map((seat) => [seat.party, seat] as const),
  );
  const newcomers = drawn.map(({ party }) => party);
  return {
    ...review,
    seats,
    ...divisionAfter(review, seats, [], newcomers),
    countedOn: { ...review.countedOn, ...Object.fromEntries(instruments.map((one) => [one, countedOn])) },
    additions: [
      ...(review.additions ?? []),
      { instruments, at, drawn: newcomers, ...(review.stage === "scheduled" ? { beforeStart: true } : {}) },
    ],
    ...(consultation === undefined ? {} : { consultation: toConfirm(consultation, [], newcomers) }),
  };
};

const aboutRequest = ({ party, seat }: FactOf<"redraw-requested" | "redraw-withdrawn">): TimelineSentence => ({
  part: "redraws",
  party,
  values: (speech) => ({ seat: speech.party(seat) }),
});

const aboutLimit = ({ party }: { readonly party: PartyId }): TimelineSentence => ({ part: "reviewer-limit", party });

/** Facts about lots: a redraw requested, a seat redrawn, the limit waived, instruments added, a seat vacated. */
export const seatFacts: ReviewFactRows<
  | "redraw-requested"
  | "redraw-withdrawn"
  | "seat-redrawn"
  | "reviewer-limit-waived"
  | "reviewer-limit-waiver-withdrawn"
  | "instruments-added"
  | "seat-vacated"
> = {
  "redraw-requested": {
    evolve: (review, { party, seat, happenedAt }) => ({
      ...review,
      redrawsAsked: [...(review.redrawsAsked ?? []), { by: party, seat, at: happenedAt }],
    }),
    causedBy: ({ party }) => [["redraw.ask"], { party }],
    timeline: aboutRequest,
  },
  "redraw-withdrawn": {
    evolve: (review, { party, seat }) => {
      const { redrawsAsked = [], ...kept } = review;
      const others = redrawsAsked.filter((one) => one.by !== party || one.seat !== seat);
      return others.length === 0 ? kept : { ...kept, redrawsAsked: others };
    },
    causedBy: ({ party }) => [["redraw.withdraw"], { party }],
    timeline: aboutRequest,
  },
  "seat-redrawn": {
    evolve: redrawSeat,
    causedBy: ["redraw.carry-out"],
    timeline: ({ from, seat: { party }, additional = [], leaving: left = [] }) => ({
      part: "seats",
      party,
      reviewers: { came: additional.map((seat) => seat.party), left },
      values: (speech) => ({ before: speech.party(from) }),
    }),
  },
  "instruments-added": {
    evolve: addInstruments,
    causedBy: ["instruments.add"],
    timeline: ({ instruments, drawn = [] }, { party }) => ({
      part: "seats",
      party,
      reviewers: { came: drawn.map((seat) => seat.party) },
      values: ({ labels, list }) => ({ instruments: list(instruments.map((one) => labels.instruments[one].short)) }),
    }),
  },
  "seat-vacated": {
    evolve: (review, { party, leftOn, happenedAt: at }) => ({
      ...review,
      vacated: [...(review.vacated ?? []), { party, leftOn, at }],
    }),
    causedBy: ["party.approve-denunciation"],
    timeline: ({ party, leftOn: on }) => ({ part: "seats", party, on }),
  },
  "reviewer-limit-waived": {
    evolve: (review, { happenedAt }) => ({ ...review, reviewerLimitWaivedAt: happenedAt }),
    causedBy: ({ party }) => [["reviewer-limit.waive"], { party }],
    timeline: aboutLimit,
  },
  "reviewer-limit-waiver-withdrawn": {
    evolve: ({ reviewerLimitWaivedAt: _before, ...review }) => review,
    causedBy: ({ party }) => [["reviewer-limit.withdraw-waiver"], { party }],
    timeline: aboutLimit,
  },
};
