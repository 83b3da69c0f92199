import { addDays, daysBetween } from "../../domain/base/time.ts";
import type { PairedGroup } from "../../schemas/model/data-files.ts";
import type { PartyId, ReviewId } from "../../schemas/base/ids.ts";
import { CalendarDate } from "../../schemas/base/values.ts";
import type { MandateRole } from "../../schemas/model/review.ts";
import { chanceFor, inLotsOrder } from "../chance.ts";
import { addressOf, nomineeOf } from "../send-command.ts";
import type { TakeOverCast } from "./cast.ts";
import type { StatusPaper } from "./status-paper.ts";

/** A row of the sheet of people. */
export type PeopleRow = Readonly<Record<string, string>>;

/** A person's service for a party in reviews of a group, from a day until another. */
export interface TakenService {
  readonly party: PartyId;
  readonly role: MandateRole;
  readonly number: number;
  readonly reviews: readonly ReviewId[];
  readonly namedOn: CalendarDate;
  readonly until?: CalendarDate;
  readonly gender: "female" | "male";
}

/** The focal points of a party: who serves in its own review, and who in those of others. */
interface Offices {
  readonly party: PartyId;
  /** The number who serve at a time; of several the first serves in its own review. */
  readonly persons: number;
  /** The day on which the one focal point was replaced; absent without a replacement. */
  readonly changedOn?: CalendarDate;
}

const isOwn = (review: ReviewId, party: PartyId): boolean => review.endsWith(`-${party}`);

/** The reviews of a party in a group, its own first. */
const reviewsIn = ({ reviews }: PairedGroup, party: PartyId): readonly ReviewId[] =>
  reviews
    .filter(({ seats }) => seats.some((seat) => seat.party === party))
    .toSorted((one, other) => Number(other.party === party) - Number(one.party === party))
    .map(({ id }) => id);

/** Returns the day on which a party names its focal points in a group: in time, or weeks late. */
const namedIn = ({ plannedFor, number }: PairedGroup, party: PartyId, seed: number): CalendarDate =>
  addDays(plannedFor, chanceFor(seed, `naming ${number} ${party}`).oneOf([2, 5, 9, 13, 13, 20, 34, 48]));

/** The last day on which a focal point changes. */
const lastChange = CalendarDate.parse("2023-05-30");

/** Returns the day on which a party has replaced its focal point: some time after the first nomination. */
const changeOf = (party: PartyId, groups: readonly PairedGroup[], seed: number): CalendarDate => {
  const [first = lastChange] = groups
    .filter((group) => reviewsIn(group, party).length > 0)
    .map((group) => namedIn(group, party, seed))
    .toSorted();
  const from = addDays(first, 40);
  return addDays(from, chanceFor(seed, `change of ${party}`).between(0, daysBetween(from, lastChange)));
};

/**
 * Returns whether a party reviews others in the last group and in an earlier one, so that it may have a third focal
 * point.
 */
const reviewsTwice = (party: PartyId, groups: readonly PairedGroup[]): boolean => {
  const numbers = groups
    .filter((group) => reviewsIn(group, party).some((id) => !isOwn(id, party)))
    .map(({ number }) => number);
  return numbers.includes(3) && numbers.some((number) => number < 3);
};

/**
 * Returns the number of simultaneous focal points of each party, and the parties with a replacement, as the paper
 * counts them.
 */
const officesOf = (
  parties: readonly PartyId[],
  groups: readonly PairedGroup[],
  { focalPoints }: StatusPaper,
  seed: number,
): readonly Offices[] => {
  const several = focalPoints.statesWithMoreThanOne.value;
  // Some of the parties with more than one focal point have three, so that all persons are counted.
  const three = focalPoints.nominated.value - focalPoints.statesWith.value - several;
  const ordered = inLotsOrder(seed, parties, (party) => `offices ${party}`);
  const withThree = ordered.filter((party) => reviewsTwice(party, groups)).slice(0, three);
  const others = ordered.filter((party) => !withThree.includes(party));
  const withTwo = others.slice(0, several - three);
  const changed = new Set(others.slice(withTwo.length, withTwo.length + focalPoints.statesThatChanged.value));
  return parties.map((party) => {
    const persons = withThree.includes(party) ? 3 : withTwo.includes(party) ? 2 : 1;
    return { party, persons, ...(changed.has(party) ? { changedOn: changeOf(party, groups, seed) } : {}) };
  });
};

const officeServices = (
  offices: Offices,
  group: PairedGroup,
  seed: number,
): readonly Omit<TakenService, "gender">[] => {
  const { party, persons, changedOn } = offices;
  const reviews = reviewsIn(group, party);
  if (reviews.length === 0) return [];
  const namedOn = namedIn(group, party, seed);
  const service = { party, role: "focal-point", namedOn } as const;
  if (persons === 1) {
    if (changedOn === undefined) return [{ ...service, number: 1, reviews }];
    if (changedOn <= namedOn) return [{ ...service, number: 2, reviews }];
    return [
      { ...service, number: 1, reviews, until: changedOn },
      { ...service, number: 2, reviews, namedOn: changedOn },
    ];
  }
  const own = reviews.filter((id) => isOwn(id, party));
  const others = reviews.filter((id) => !isOwn(id, party));
  // A third person serves in the last group in which the party reviews others.
  const [second, third] = persons === 3 && group.number === 3 ? [[], others] : [others, []];
  return [own, second, third].flatMap((held, place) =>
    held.length === 0 ? [] : [{ ...service, number: place + 1, reviews: held }],
  );
};

/** Days after the start on which experts are named. */
const expertDays = [10, 16, 22, 27, 27, 41, 90];

const expertServices = (
  party: PartyId,
  count: number,
  groups: readonly PairedGroup[],
  seed: number,
): readonly Omit<TakenService, "gender">[] => {
  const held = groups.filter((group) => reviewsIn(group, party).length > 0);
  return Array.from({ length: count }, (_, place) => {
    const group = held[place % held.length];
    if (group === undefined) throw new Error(`${party} takes part in no review`);
    const after = chanceFor(seed, `experts ${group.number} ${party}`).oneOf(expertDays);
    const reviews = reviewsIn(group, party);
    return { party, role: "expert", number: place + 1, reviews, namedOn: addDays(group.plannedFor, after) } as const;
  });
};

/** Gives the first of several as many women as the paper counts, and counts each person once. */
const withGenders = (
  services: readonly Omit<TakenService, "gender">[],
  isCounted: (service: Omit<TakenService, "gender">) => boolean,
  women: number,
  seed: number,
): readonly TakenService[] => {
  const nameOf = ({ party, role, number }: Omit<TakenService, "gender">) => `${party} ${role} ${number}`;
  const persons = inLotsOrder(seed, [...new Set(services.filter(isCounted).map(nameOf))], (name) => `women ${name}`);
  const female = new Set(persons.slice(0, women));
  return services.map((service) => ({ ...service, gender: female.has(nameOf(service)) ? "female" : "male" }));
};

/**
 * Returns the services as the paper counts them: focal points, experts and observers of all parties with a nomination.
 */
export const servicesOf = (
  groups: readonly PairedGroup[],
  { without }: TakeOverCast,
  paper: StatusPaper,
  seed: number,
): readonly TakenService[] => {
  const all = groups.flatMap(({ reviews }) => reviews.map(({ party }) => party));
  const parties = all.filter((party) => !without.has(party)).toSorted();
  const offices = officesOf(parties, groups, paper, seed);
  const focalPoints = groups.flatMap((group) => offices.flatMap((one) => officeServices(one, group, seed)));
  const named = paper.experts.nominated.value;
  const each = Math.floor(named / parties.length);
  const experts = parties.flatMap((party, place) =>
    expertServices(party, each + (place < named - each * parties.length ? 1 : 0), groups, seed),
  );
  const observers = inLotsOrder(seed, parties, (party) => `observer ${party}`)
    .slice(0, paper.observers.states.value)
    .flatMap((party) => {
      const group = groups.find(({ reviews }) => reviews.some((review) => review.party === party));
      if (group === undefined) return [];
      const namedOn = addDays(group.plannedFor, 60);
      return [{ party, role: "observer", number: 1, reviews: reviewsIn(group, party), namedOn } as const];
    });
  return [
    ...withGenders(focalPoints, ({ until }) => until === undefined, paper.focalPoints.female.value, seed),
    ...withGenders(experts, () => true, paper.experts.female.value, seed),
    ...withGenders(observers, () => true, 0, seed),
  ];
};

/** A row of the sheet of people. */
export const peopleRow = ({ party, role, number, reviews, namedOn, until, gender }: TakenService): PeopleRow => {
  const person = { party, role, number };
  const { name, language, institution = "", institutionKind = "" } = nomineeOf(person);
  return {
    party,
    role,
    reviews: reviews.join(" "),
    name,
    email: addressOf(person),
    language,
    gender,
    institution,
    institution_kind: institutionKind,
    named_on: namedOn,
    checked_on: namedOn,
    ...(until === undefined ? {} : { until }),
  };
};
