import { addDays } from "../domain/base/time.ts";
import type { PartyId, ReviewId } from "../schemas/base/ids.ts";
import type { MandateRole } from "../schemas/model/review.ts";
import type { CalendarDate } from "../schemas/base/values.ts";
import type { DemoStep, Caller, Person } from "./timeline.ts";
import { type Chance, chanceFor } from "./chance.ts";
import { lastDay, tuesdayFrom } from "./population.ts";

/** A person serves from a day until another one, on which they do not serve any more. */
export interface Service {
  readonly number: number;
  readonly from: CalendarDate;
  readonly until?: CalendarDate;
}

/** The persons who serve a party, with their times and the acts of its mission for that. */
export interface PartyPlan {
  readonly focalPoints: readonly Service[];
  readonly experts: readonly Service[];
  readonly acts: readonly DemoStep[];
}

/** The party and reviews of a plan of people. */
export interface NominationObligation {
  readonly party: PartyId;
  readonly reviews: readonly ReviewId[];
  /** The day from which the obligations to name count. */
  readonly openedFrom: CalendarDate;
  /** Names in time. */
  readonly diligent: boolean;
  /** True if the party never replaces a person. */
  readonly steady: boolean;
}

/** Returns the persons of one role who serve on a day. */
export const servingOn = (services: readonly Service[], day: CalendarDate): Service | undefined =>
  services.find(({ from, until }) => from <= day && (until === undefined || day < until));

/** Returns the first day, not before the given one, on which a person serves. */
export const firstServed = (services: readonly Service[], day: CalendarDate): CalendarDate | undefined =>
  servingOn(services, day) === undefined
    ? services
        .map(({ from }) => from)
        .toSorted()
        .find((from) => from > day)
    : day;

/** Days after the obligation began on which focal points are named; undefined for never. Two weeks are given. */
const focalPointNamed = (chance: Chance): number | undefined => {
  const when = chance.byShare<readonly number[]>([
    [62, [1, 3, 6, 6, 10, 13]],
    [16, [17, 24, 34, 48]],
    [7, [76, 118, 202]],
    [15, []],
  ]);
  return when.length === 0 ? undefined : chance.oneOf(when);
};

/** Returns the day of the nomination of experts, for whom parties have four weeks. */
const expertsNamed = (chance: Chance): number | undefined => {
  const when = chance.byShare<readonly number[]>([
    [73, [6, 14, 21, 27]],
    [16, [34, 48, 76]],
    [7, [118, 202]],
    [4, []],
  ]);
  return when.length === 0 ? undefined : chance.oneOf(when);
};

type Change = "none" | "replaced" | "replaced-ahead" | "removed" | "removed-for-good";

/** Draws the changes of focal point: of a hundred States some thirty-five changed theirs (paragraph 14). */
const changeOf = (chance: Chance): Change =>
  chance.byShare<Change>([
    [22, "replaced"],
    [9, "replaced-ahead"],
    [4, "removed"],
    [1, "removed-for-good"],
    [64, "none"],
  ]);

interface Office {
  readonly services: readonly Service[];
  readonly acts: readonly DemoStep[];
}

const vacant: Office = { services: [], acts: [] };

const within = (day: CalendarDate): boolean => day <= lastDay;

/** Returns the services and acts of a focal point's office that began on a day. */
const officeFrom = (
  { party, reviews }: NominationObligation,
  began: CalendarDate,
  change: Change,
  chance: Chance,
): Office => {
  const by: Caller = { role: "mission", party };
  const person = (number: number): Person => ({ role: "focal-point", party, number });
  const first: DemoStep = { on: began, by, does: { kind: "name", person: person(1), reviews } };
  const on = tuesdayFrom(addDays(began, chance.between(150, 700)));
  const alone: Office = { services: [{ number: 1, from: began }], acts: [first] };
  const later = tuesdayFrom(addDays(on, chance.oneOf([28, 42, 70])));
  if (change === "none" || !within(later)) return alone;
  switch (change) {
    case "replaced":
    case "replaced-ahead": {
      const from = change === "replaced" ? on : later;
      const effectiveOn = change === "replaced" ? {} : { effectiveOn: later };
      const replacing: DemoStep = {
        on,
        by,
        does: { kind: "replace", person: person(1), by: person(2), ...effectiveOn },
      };
      return {
        services: [
          { number: 1, from: began, until: from },
          { number: 2, from },
        ],
        acts: [first, replacing],
      };
    }
    case "removed":
    case "removed-for-good": {
      const removing: DemoStep = { on, by, does: { kind: "remove", person: person(1) } };
      const until: Service = { number: 1, from: began, until: on };
      if (change === "removed-for-good") return { services: [until], acts: [first, removing] };
      const naming: DemoStep = { on: later, by, does: { kind: "name", person: person(2), reviews } };
      return { services: [until, { number: 2, from: later }], acts: [first, removing, naming] };
    }
  }
};

/** One or two experts, named on one day; of some the first is replaced later. */
const expertsFrom = ({ party, reviews, steady }: NominationObligation, began: CalendarDate, chance: Chance): Office => {
  const by: Caller = { role: "mission", party };
  const person = (number: number): Person => ({ role: "expert", party, number });
  const many = Array.from({ length: chance.oneOf([1, 1, 2]) }, (_, at) => at + 1);
  const acts = many.map((number): DemoStep => ({
    on: began,
    by,
    does: { kind: "name", person: person(number), reviews },
  }));
  const on = tuesdayFrom(addDays(began, chance.between(200, 600)));
  if (steady || !chance.inHundred(6) || !within(on)) return { services: [{ number: 1, from: began }], acts };
  const next = many.length + 1;
  return {
    services: [
      { number: 1, from: began, until: on },
      { number: next, from: on },
    ],
    acts: [...acts, { on, by, does: { kind: "replace", person: person(1), by: person(next) } }],
  };
};

const observerOf = ({ party, reviews, openedFrom }: NominationObligation, chance: Chance): readonly DemoStep[] =>
  chance.inHundred(8)
    ? [
        {
          on: addDays(openedFrom, chance.oneOf([21, 34, 48])),
          by: { role: "mission", party },
          does: { kind: "name", person: { role: "observer" satisfies MandateRole, party, number: 1 }, reviews },
        },
      ]
    : [];

/** Plans a party's nominations in its reviews of the group, drawn from the seed: in time, late, or never. */
export const planPeople = (naming: NominationObligation, seed: number): PartyPlan => {
  const { party, openedFrom, diligent, steady } = naming;
  // Chance of its own for each question, so that being steady changes nothing else.
  const chanceOf = (what: string): Chance => chanceFor(seed, `${what} of ${party}`);
  const onDay = (days: number | undefined) => (days === undefined ? undefined : addDays(openedFrom, days));
  const named = onDay(
    diligent ? chanceOf("focal point").oneOf([6, 8, 10, 13]) : focalPointNamed(chanceOf("focal point")),
  );
  const expertsOn = onDay(diligent ? chanceOf("experts").oneOf([14, 21]) : expertsNamed(chanceOf("experts")));
  const change = steady ? "none" : changeOf(chanceOf("changes"));
  const office = named === undefined ? vacant : officeFrom(naming, named, change, chanceOf("office"));
  const experts = expertsOn === undefined ? vacant : expertsFrom(naming, expertsOn, chanceOf("expert office"));
  return {
    focalPoints: office.services,
    experts: experts.services,
    acts: [...office.acts, ...experts.acts, ...observerOf(naming, chanceOf("observer"))],
  };
};
