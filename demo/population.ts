import { addDays } from "../domain/base/time.ts";
import { GroupId, PartyId, ReviewId } from "../schemas/base/ids.ts";
import type { SeatRole } from "../schemas/model/review.ts";
import { CalendarDate, Instrument, type RegionalGroup } from "../schemas/base/values.ts";

export interface SeatView {
  readonly party: PartyId;
  readonly role: SeatRole;
  readonly instruments: readonly Instrument[];
}

export interface ReviewView {
  readonly id: ReviewId;
  readonly party: PartyId;
  readonly group: GroupId;
  /** The party under review first. */
  readonly seats: readonly SeatView[];
}

export interface PartyView {
  readonly id: PartyId;
  readonly regionalGroup: RegionalGroup | undefined;
  readonly instruments: readonly Instrument[];
  readonly takesPart: boolean;
}

/** Input of a plan: the pairings of every group, and the parties. */
export interface Population {
  readonly group: GroupId;
  readonly reviews: readonly ReviewView[];
  readonly parties: readonly PartyView[];
}

/** The day on which the group starts, and that on which the play ends: the day of the background paper's figures. */
export const firstDay: CalendarDate = CalendarDate.parse("2020-12-01");
export const lastDay: CalendarDate = CalendarDate.parse("2023-06-09");
/** The end of a calendar year, as at which the first status paper is written. */
export const halfWay: CalendarDate = CalendarDate.parse("2021-12-31");

/** The days on which lots were drawn again (background paper, paragraph 7). */
export const drawingDays: readonly CalendarDate[] = ["2021-10-12", "2022-02-17", "2022-05-04", "2023-05-03"].map(
  (day) => CalendarDate.parse(day),
);

/** Tuesday of the week: what is no matter of days is done then, so that the play stops less often. */
const tuesdayOf = (day: CalendarDate): CalendarDate =>
  addDays(day, 1 - ((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7));

/** The first Tuesday that is not before a day. */
export const tuesdayFrom = (day: CalendarDate): CalendarDate => {
  const tuesday = tuesdayOf(day);
  return tuesday < day ? addDays(tuesday, 7) : tuesday;
};

/** The API's pairings and parties, as far as a plan needs them. */
export interface PopulationSource {
  readonly pairings: readonly {
    readonly review: string;
    readonly party: string;
    readonly group: string;
    readonly reviewers: readonly {
      readonly party: string;
      readonly role: SeatRole;
      readonly instruments: readonly Instrument[];
    }[];
  }[];
  readonly parties: readonly {
    readonly id: string;
    readonly regionalGroup?: RegionalGroup | null;
    readonly joined: Readonly<Partial<Record<Instrument, string>>>;
    readonly participation: string;
  }[];
}

/** The population of a plan; a party is reviewed for what it had joined when the group started. */
export const populationOf = (group: GroupId, source: PopulationSource): Population => {
  const parties = source.parties.map(({ id, regionalGroup, joined, participation }): PartyView => {
    const instruments = Instrument.options.filter((instrument) => (joined[instrument] ?? "9999") <= firstDay);
    return {
      id: PartyId.parse(id),
      regionalGroup: regionalGroup ?? undefined,
      instruments,
      takesPart: participation === "takes-part",
    };
  });
  const reviews = source.pairings.map(({ review, party, reviewers, ...pairing }): ReviewView => {
    const under = PartyId.parse(party);
    const instruments = parties.find(({ id }) => id === under)?.instruments ?? [];
    const reviewing = reviewers.map((seat) => ({ ...seat, party: PartyId.parse(seat.party) }));
    return {
      id: ReviewId.parse(review),
      party: under,
      group: GroupId.parse(pairing.group),
      seats: [{ party: under, role: "under-review", instruments }, ...reviewing],
    };
  });
  return { group, reviews, parties };
};
