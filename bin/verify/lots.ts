import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import type { Course, RecordedEntry } from "./course.ts";
import type { FactOf } from "./facts.ts";
import type { Tally } from "./finding.ts";

/** Reviewers of one party, additional ones among them. */
const mostReviewers = 4;

const lotsRules = {
  two: "Drawing of lots 3: for each instrument exactly two reviewers [W]",
  additional:
    "Drawing of lots 4: an additional draw picks a reviewer for the instruments that are lacking only [P28(b)]",
  most: "Drawing of lots 5: at most four reviewers per party, unless the party waives that [P28(c)]",
  agreed: "Instruments [D]: later ones enter at once if all parties of the review agree",
  verifiable: "Drawing of lots 8: the same input and seed give the same result [D]",
} as const;

type Redrawn = FactOf<"seat-redrawn">;
export type Seat = Redrawn["seat"];

/** Lots as a record has them: the candidates of each turn, one after the other by one seed. */
interface Lots {
  readonly seed: number;
  readonly turns: readonly { readonly candidates: readonly string[] }[];
}

/**
 * Repeats a draw from its record: the party that the seed gives in each turn, or undefined if there was no candidate.
 */
export const drawTurns = ({ seed, turns }: Lots): readonly (string | undefined)[] => {
  const generator = xoroshiro128plus(seed);
  return turns.map(({ candidates }) =>
    candidates.length === 0 ? undefined : candidates[uniformInt(generator, 0, candidates.length - 1)],
  );
};

/** The seats of a review once one was drawn again. */
export const seatsAfter = (
  seats: readonly Seat[],
  { from, seat, additional = [], narrowed = [], leaving = [] }: Redrawn,
) => [
  ...seats
    .filter(({ party }) => party !== from && !leaving.includes(party))
    .map((each) => narrowed.find(({ party }) => party === each.party) ?? each),
  seat,
  ...additional,
];

/** The seats of a review once it has taken in further instruments. */
export const seatsWith = (
  seats: readonly Seat[],
  { widened, drawn = [] }: FactOf<"instruments-added">,
): readonly Seat[] => [...seats.map((each) => widened.find(({ party }) => party === each.party) ?? each), ...drawn];

/** Draws again turn by turn as the record says, and holds what came of it to the record. */
const checkTurns = (
  about: string,
  draw: FactOf<"instruments-added">["draw"],
  drawn: readonly Seat[],
  tally: Tally,
): void => {
  if (draw === undefined) return;
  tally.count("draws held again");
  const again = drawTurns(draw);
  const recorded = drawn.map(({ party }) => party);
  if (again.join() !== recorded.join())
    tally.report(
      "draw-differs",
      about,
      `the seed gives ${again.join()}, the record says ${recorded.join()}`,
      lotsRules.verifiable,
    );
  if (
    drawn.some(({ instruments }, at) => instruments.some((one) => draw.turns[at]?.instruments.includes(one) !== true))
  )
    tally.report("draw-differs", about, "a reviewer was drawn for what was not lacking", lotsRules.additional);
};

/**
 * Checks that every party of the review at that time agreed to an addition; before its start no agreement is needed.
 */
const checkAgreements = (
  about: string,
  isScheduled: boolean,
  seats: readonly Seat[],
  { agreements }: FactOf<"instruments-added">,
  tally: Tally,
) => {
  if (isScheduled) return;
  const missing = seats.filter(({ party }) => agreements.every((one) => one.party !== party));
  if (missing.length > 0)
    tally.report("seats-unsound", about, `${missing.map(({ party }) => party).join()} did not agree`, lotsRules.agreed);
};

/** The seats that a fact gives parties in a review. */
const seatsOf = ({ fact }: RecordedEntry): readonly Seat[] => {
  if (fact.kind === "review-drawn") return fact.seats;
  if (fact.kind === "seat-redrawn") return [fact.seat, ...(fact.additional ?? [])];
  return fact.kind === "instruments-added" ? [...fact.widened, ...(fact.drawn ?? [])] : [];
};

/** Those who come to a review that takes instruments in since they review them in another cluster. */
const pairedBefore = (
  { drawn = [], pairedAs, instruments }: FactOf<"instruments-added">,
  courses: readonly Course[],
): readonly Seat[] => {
  const given = courses.find(({ id }) => id === pairedAs)?.facts.flatMap(seatsOf) ?? [];
  const reviews = (seat: Seat) => instruments.some((each) => seat.instruments.includes(each));
  return drawn.filter(({ party }) => given.some((seat) => seat.party === party && reviews(seat)));
};

/**
 * Checks the parties that join a review for added instruments: each was drawn by its lots, or follows for these
 * instruments from the previous review, or reviews them in another cluster.
 */
const checkBrought = (
  about: string,
  added: FactOf<"instruments-added">,
  courses: readonly Course[],
  tally: Tally,
): void => {
  const { draw, drawn = [], carriedFrom, happenedAt } = added;
  const paired = pairedBefore(added, courses);
  const byLots = drawn.filter((seat) => !paired.includes(seat));
  checkTurns(about, draw, byLots, tally);
  if (draw !== undefined) return;
  const before = courses.find(({ id }) => id === carriedFrom)?.facts ?? [];
  const brought = before.flatMap(({ fact }) =>
    fact.kind === "instruments-added" && fact.happenedAt === happenedAt ? (fact.drawn ?? []) : [],
  );
  const others = byLots.map(({ party }) => party).filter((one) => brought.every(({ party }) => party !== one));
  if (others.length > 0)
    tally.report("draw-differs", about, `${others.join()} came without lots`, lotsRules.additional);
};

const checkDraw = (about: string, fact: Redrawn, tally: Tally): void => {
  if (fact.draw === undefined) return;
  tally.count("draws held again");
  const recorded = [fact.seat, ...(fact.additional ?? [])].map(({ party }) => party);
  const { seed, candidates, additional = [] } = fact.draw;
  // The seat that is drawn again first, then those that are lacking.
  const drawn = drawTurns({ seed, turns: [{ candidates }, ...additional] });
  if (drawn.join() !== recorded.join())
    tally.report(
      "draw-differs",
      about,
      `the seed gives ${drawn.join()}, the record says ${recorded.join()}`,
      lotsRules.verifiable,
    );
  const lacking = additional.map(({ instruments }) => instruments);
  const filled = (fact.additional ?? []).map(({ instruments }) => instruments);
  if (filled.some((own, at) => own.some((one) => !(lacking[at] ?? []).includes(one))))
    tally.report("draw-differs", about, "an additional reviewer reviews what was not lacking", lotsRules.additional);
};

/** Permitted exceptions of a review: a fifth reviewer, and the subjects of accepted deviations. */
interface Exceptions {
  readonly isLimitWaived: boolean;
  readonly accepted: ReadonlySet<string>;
}

/** Checks the seats of a review against the rules, as far as that review alone shows it. */
const checkSeats = (
  about: string,
  seats: readonly Seat[],
  { isLimitWaived, accepted }: Exceptions,
  tally: Tally,
): void => {
  const reviewers = seats.filter(({ role }) => role !== "under-review");
  const reviewed = seats.find(({ role }) => role === "under-review")?.instruments ?? [];
  for (const instrument of accepted.has("one-from-each-side") ? [] : reviewed) {
    const count = reviewers.filter(({ instruments }) => instruments.includes(instrument)).length;
    if (count !== 2)
      tally.report("seats-unsound", about, `${instrument} has ${count} reviewers instead of 2`, lotsRules.two);
  }
  if (reviewers.length > mostReviewers && !isLimitWaived && !accepted.has("most-reviewers"))
    tally.report("seats-unsound", about, `it has ${reviewers.length} reviewers`, lotsRules.most);
};

/** The rules for which a drawing was accepted although it breaks them. */
const acceptedBy = ({ fact }: RecordedEntry): readonly string[] => {
  if (fact.kind !== "review-drawn" && fact.kind !== "seat-redrawn") return [];
  return (fact.deviations ?? []).map(({ rule }) => rule);
};

/**
 * Every redraw of a review, held again from its record; and that each instrument has two reviewers then and the party
 * no more than four unless it waived that, but where a deviation from that rule was accepted. No waiver is taken back
 * that is used.
 */
export const checkLots = (courses: readonly Course[], tally: Tally): void => {
  for (const course of courses) {
    const [first, ...later] = course.facts;
    if (first?.fact.kind !== "review-drawn") continue;
    let seats: readonly Seat[] = first.fact.seats;
    const accepted = new Set(course.facts.flatMap(acceptedBy));
    let isLimitWaived = first.fact.limitWaived === true;
    let isScheduled = true;
    if (first.fact.entry !== undefined) {
      const about = `${course.id} entry ${first.version}`;
      const reviewers = seats.filter(({ role }) => role !== "under-review");
      checkTurns(about, first.fact.draw, reviewers, tally);
      checkSeats(about, seats, { isLimitWaived, accepted }, tally);
    }
    for (const { fact, version } of later) {
      const about = `${course.id} entry ${version}`;
      if (fact.kind === "review-started") isScheduled = false;
      if (fact.kind === "review-start-undone") isScheduled = true;
      if (fact.kind === "seat-redrawn") {
        seats = seatsAfter(seats, fact);
        checkDraw(about, fact, tally);
      } else if (fact.kind === "instruments-added") {
        checkAgreements(about, isScheduled, seats, fact, tally);
        seats = seatsWith(seats, fact);
        checkBrought(about, fact, courses, tally);
      } else if (fact.kind === "reviewer-limit-waived") isLimitWaived = true;
      else if (fact.kind === "reviewer-limit-waiver-withdrawn") isLimitWaived = false;
      else continue;
      checkSeats(about, seats, { isLimitWaived, accepted }, tally);
    }
  }
};
