import type { Course } from "./course.ts";
import type { FactOf } from "./facts.ts";
import type { Tally } from "./finding.ts";
import { type Seat, seatsAfter, seatsWith } from "./lots.ts";

type Parts = FactOf<"work-divided">["parts"];

const divisionRules = {
  sound:
    "Division of work [S33, D]: each instrument is taken by a reviewer that reviews it, and each reviewer takes one",
  pending:
    "Division of work [S33, D]: a reviewer gives feedback on what it took, and on instruments of its seat that no party took",
} as const;

const reviewersIn = (seats: readonly Seat[]): readonly Seat[] => seats.filter(({ role }) => role !== "under-review");

/** Returns the instruments of a reviewer's feedback: of its seat, those that it took or no party took. */
const instrumentsOfReviewer = ({ party, instruments }: Seat, parts: Parts): readonly string[] =>
  instruments.filter((instrument) => {
    const takers = parts.filter((one) => one.instruments.includes(instrument)).map((one) => one.party);
    return takers.length === 0 || takers.includes(party);
  });

const withoutInstruments = (parts: Parts, opened: readonly string[]): Parts =>
  parts.map((part) => ({ ...part, instruments: part.instruments.filter((one) => !opened.includes(one)) }));

/**
 * Returns the parts of a division that remain valid after others joined: no instrument that the newcomers review, and
 * none that would leave a party without instruments.
 */
const partsWith = (parts: Parts, newcomers: readonly Seat[], seats: readonly Seat[]): Parts => {
  const held = parts.filter(({ party }) => seats.some((seat) => seat.party === party));
  const kept = withoutInstruments(
    held,
    newcomers.flatMap(({ instruments }) => instruments),
  );
  const idle = reviewersIn(seats).filter((seat) => instrumentsOfReviewer(seat, kept).length === 0);
  return withoutInstruments(
    kept,
    idle.flatMap(({ instruments }) => instruments),
  );
};

const checkParts = (about: string, seats: readonly Seat[], parts: Parts, tally: Tally): void => {
  tally.count("divisions of work");
  const report = (why: string): void => tally.report("division-unsound", about, why, divisionRules.sound);
  const taken = parts.flatMap(({ instruments }) => instruments);
  for (const instrument of seats.find(({ role }) => role === "under-review")?.instruments ?? [])
    if (!taken.includes(instrument)) report(`${instrument} is left without a reviewer`);
  for (const { party, instruments } of parts) {
    const seat = reviewersIn(seats).find((one) => one.party === party);
    const foreign = instruments.filter((one) => seat?.instruments.includes(one) !== true);
    if (foreign.length > 0) report(`${party} takes ${foreign.join()}, which it does not review`);
  }
  for (const { party } of reviewersIn(seats))
    if (!parts.some((one) => one.party === party && one.instruments.length > 0)) report(`${party} takes nothing`);
};

/**
 * Checks every division of work in a review, and that each feedback covers the instruments of its party at that time.
 */
export const checkDivision = (courses: readonly Course[], tally: Tally): void => {
  for (const course of courses) {
    const [first, ...later] = course.facts;
    if (first?.fact.kind !== "review-drawn") continue;
    let seats: readonly Seat[] = first.fact.seats;
    let parts: Parts = [];
    for (const { fact, version } of later) {
      const about = `${course.id} entry ${version}`;
      if (fact.kind === "seat-redrawn") {
        seats = seatsAfter(seats, fact);
        parts = partsWith(parts, [fact.seat, ...(fact.additional ?? [])], seats);
      }
      if (fact.kind === "instruments-added") {
        seats = seatsWith(seats, fact);
        parts = partsWith(parts, fact.drawn ?? [], seats);
      }
      if (fact.kind === "work-divided") {
        parts = fact.parts;
        checkParts(about, seats, parts, tally);
      }
      if (fact.kind !== "feedback-cleared") continue;
      tally.count("feedback cleared");
      const seat = seats.find(({ party }) => party === fact.party);
      const pending = seat === undefined ? [] : instrumentsOfReviewer(seat, parts);
      const given = Object.keys(fact.documents);
      if (given.toSorted().join() !== pending.toSorted().join())
        tally.report(
          "feedback-differs",
          about,
          `${fact.party} cleared ${given.join()}, and had ${pending.join()} pending`,
          divisionRules.pending,
        );
    }
  }
};
