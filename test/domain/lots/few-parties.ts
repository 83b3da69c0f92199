import type { LotsLimits } from "../../../domain/policy/lots.ts";
import type { PairedGroup } from "../../../schemas/model/data-files.ts";
import { PartyId, reviewIdOf } from "../../../schemas/base/ids.ts";
import type { Party } from "../../../schemas/model/party.ts";
import type { Seat } from "../../../schemas/model/review.ts";
import { CalendarDate, type Instrument, type RegionalGroup } from "../../../schemas/base/values.ts";

export const day = CalendarDate.parse("2020-12-01");
const before = CalendarDate.parse("2003-09-29");
export const limits: LotsLimits = { mostReviewers: 4, load: { min: 1, max: 3 } };

export const id = (code: string): PartyId => PartyId.parse(code);

const both: readonly Instrument[] = ["UNTOC", "FP"];

export const party = (
  code: string,
  regionalGroup: RegionalGroup | null,
  instruments: readonly Instrument[] = both,
): Party => ({
  id: id(code),
  name: code,
  kind: "STATE",
  regionalGroup,
  joined: Object.fromEntries(instruments.map((instrument) => [instrument, before])),
  participation: "takes-part",
});

const seat = (code: string, role: Seat["role"], instruments: readonly Instrument[]): Seat => ({
  party: id(code),
  role,
  instruments: [...instruments],
});
export const reviewerSeat = (code: string, instruments = both): Seat => seat(code, "reviewing", instruments);
export const additionalSeat = (code: string, instruments: readonly Instrument[]): Seat =>
  seat(code, "additional-reviewer", instruments);

/** Three African and four western parties; all have joined the Firearms Protocol but WA. */
export const parties: readonly Party[] = [
  party("AA", "AFRICAN"),
  party("AB", "AFRICAN"),
  party("AC", "AFRICAN"),
  party("WA", "WEOG", ["UNTOC"]),
  party("WB", "WEOG"),
  party("WC", "WEOG"),
  party("WD", "WEOG"),
];

/** The seats of a sound pairing: WA reviews AA, where WB fills in for the Firearms Protocol. */
const soundReviewers: Readonly<Record<string, readonly Seat[]>> = {
  AA: [reviewerSeat("AB"), reviewerSeat("WA", ["UNTOC"]), additionalSeat("WB", ["FP"])],
  AB: [reviewerSeat("AC"), reviewerSeat("WC")],
  AC: [reviewerSeat("AA"), reviewerSeat("WD")],
  WA: [reviewerSeat("WD", ["UNTOC"]), reviewerSeat("AB", ["UNTOC"])],
  WB: [reviewerSeat("WC"), reviewerSeat("AC")],
  WC: [reviewerSeat("WD"), reviewerSeat("AA")],
  WD: [reviewerSeat("WB"), reviewerSeat("AB")],
};

/** Returns the sound pairing in two groups, with the reviewers of some parties replaced. */
export const pairing = (replaced: Readonly<Record<string, readonly Seat[]>> = {}): PairedGroup[] => {
  const reviews = Object.entries({ ...soundReviewers, ...replaced }).map(([code, reviewers]) => ({
    id: reviewIdOf(1, id(code)),
    party: id(code),
    seats: [seat(code, "under-review", code === "WA" ? ["UNTOC"] : both), ...reviewers],
  }));
  return [
    { number: 1, plannedFor: day, reviews: reviews.slice(0, 3) },
    { number: 2, plannedFor: CalendarDate.parse("2021-11-01"), reviews: reviews.slice(3) },
  ];
};
