import { isDeepStrictEqual } from "node:util";
import type { Api } from "../../client/client.ts";
import { answerOf, itemsOf } from "../../client/client.ts";
import type { components } from "../../client/api-types.ts";
import { contactsOn } from "./contact-counts.ts";
import type { RecordedEntry } from "./course.ts";
import { isOf } from "./facts.ts";
import type { Tally } from "./finding.ts";
import { each } from "./read.ts";
import { daysToCount } from "./statistics.ts";

type CountView = components["schemas"]["RegisterCountView"];

const rule = "Registers: recorded, corrected, counted as at a day";

/** Counts of the registers in the API on several days, and the number of entries that it lists today. */
export interface RegisterReading {
  readonly days: readonly {
    readonly day: string;
    readonly counts: readonly CountView[];
    readonly contacts: components["schemas"]["ContactCounts"];
  }[];
  readonly members: ReadonlyMap<string, number>;
}

export const readRegisterCounts = async (api: Api, now: string): Promise<RegisterReading> => {
  const days = await each(daysToCount(now), async (day) => {
    const { body } = await answerOf(api.GET("/v1/statistics/registers", { params: { query: { asAt: day } } }));
    return { day, counts: body.counts, contacts: body.contacts };
  });
  const registers = [...new Set((days.at(-1)?.counts ?? []).map(({ register }) => register))];
  const members = await each(registers, async (register) => {
    const listed = await itemsOf((query) =>
      api.GET("/v1/statistics/registers/{register}/members", { params: { path: { register }, query } }),
    );
    return [register, listed.length] as const;
  });
  return { days, members: new Map(members) };
};

export type Content = Readonly<Record<string, unknown>> & { readonly register: string; readonly happenedOn: string };

/** Returns the content of an entry by its last fact, or undefined if it was withdrawn. */
export const contentOf = (facts: readonly RecordedEntry[]): Content | undefined =>
  facts.reduce<Content | undefined>((before, { fact }) => {
    if (isOf("register-entry-recorded", fact) || isOf("register-entry-corrected", fact)) return fact.content;
    return isOf("register-entry-withdrawn", fact) ? undefined : before;
  }, undefined);

export const sum = (numbers: readonly number[]): number => numbers.reduce((before, number) => before + number, 0);
export const numberOf = (value: unknown): number => (typeof value === "number" ? value : 0);

/** Names once each, and each number where there are no names. */
const placesIn = (places: readonly unknown[]) => {
  const all = places.map((one) => new Map(Object.entries(typeof one === "object" && one !== null ? one : {})));
  const named = all.flatMap((one) => {
    const names: unknown = one.get("named");
    return Array.isArray(names) ? names.map((name: unknown) => name) : [];
  });
  return { named: new Set(named).size, numbers: all.map((one) => numberOf(one.get("number"))) };
};

/** Of names once each, and of numbers the largest where that is more. */
export const distinct = (places: readonly unknown[]): number => {
  const { named, numbers } = placesIn(places);
  return Math.max(named, ...numbers);
};

/** Returns the maximum number: the unnamed members of a number may or may not be among the named ones. */
export const mostOf = (places: readonly unknown[]): number => {
  const { named, numbers } = placesIn(places);
  return named + sum(numbers);
};

/** Returns the number of entries that do not state a number; these add nothing to the count and are not zero. */
export const unknownAmong = (values: readonly unknown[]): number =>
  values.filter((value) => value === undefined).length;

/** Returns the last entry of the knowledge hub, which alone gives its current numbers. */
export const lastOf = (own: readonly Content[]): Content | undefined =>
  own.toSorted((one, other) => one.happenedOn.localeCompare(other.happenedOn)).at(-1);

/** Functions that recount each value from the entries of its register. */
const recount: Readonly<Record<string, (own: readonly Content[]) => number>> = {
  "training-sessions": (own) => own.length,
  "officials-trained": (own) => sum(own.map(({ officials }) => numberOf(officials))),
  "states-trained": (own) => distinct(own.map(({ states }) => states)),
  "training-languages": (own) => new Set(own.map(({ language }) => language)).size,
  "constructive-dialogues": (own) => own.length,
  "dialogue-participants": (own) => sum(own.flatMap(({ attendance }) => Object.values(attendance ?? {}).map(numberOf))),
  "stakeholder-trainings": (own) => own.length,
  "stakeholders-trained": (own) => sum(own.map(({ people }) => numberOf(people))),
  "stakeholder-countries": (own) => distinct(own.map(({ countries }) => countries)),
  "pilot-initiatives": (own) => own.length,
  "voluntary-contributions": (own) => own.length,
  "translation-needs": (own) => own.length,
  "hub-members": (own) => numberOf(lastOf(own)?.["members"]),
  "hub-countries": (own) => distinct([lastOf(own)?.["countries"]]),
};

const kindsOfAttendance = [
  "nonGovernmentalOrganizations",
  "academia",
  "privateSector",
  "otherStakeholders",
  "memberStates",
  "intergovernmentalOrganizations",
];

const isAttendanceWhole = ({ attendance }: Content): boolean => {
  const numbers = new Map<string, unknown>(Object.entries(attendance ?? {}));
  return kindsOfAttendance.every((kind) => numbers.get(kind) !== undefined);
};

/** Of how many entries the number of a count is not known. */
const recountUnknown: Readonly<Record<string, (own: readonly Content[]) => number>> = {
  "officials-trained": (own) => unknownAmong(own.map(({ officials }) => officials)),
  "states-trained": (own) => unknownAmong(own.map(({ states }) => states)),
  "dialogue-participants": (own) => own.filter((one) => !isAttendanceWhole(one)).length,
  "stakeholders-trained": (own) => unknownAmong(own.map(({ people }) => people)),
  "stakeholder-countries": (own) => unknownAmong(own.map(({ countries }) => countries)),
  "voluntary-contributions": (own) => unknownAmong(own.map(({ amount }) => amount)),
  "hub-members": (own) => (own.length === 0 ? 0 : unknownAmong([lastOf(own)?.["members"]])),
  "hub-countries": (own) => (own.length === 0 ? 0 : unknownAmong([lastOf(own)?.["countries"]])),
};

/** Every count of the registers is what their entries give on each day, and each list is as long as its entries are many. */
export const checkRegisterCounts = (
  { days, members }: RegisterReading,
  journals: ReadonlyMap<string, readonly RecordedEntry[]>,
  contactLogs: ReadonlyMap<string, readonly RecordedEntry[]>,
  tally: Tally,
): void => {
  const contents = [...journals.values()].flatMap((facts) => contentOf(facts) ?? []);
  for (const { day, counts, contacts } of days) {
    tally.count("counts of contacts");
    const known = contactsOn(contactLogs, day);
    if (!isDeepStrictEqual(contacts, known))
      tally.report(
        "register-count-wrong",
        `contacts as at ${day}`,
        `it says ${JSON.stringify(contacts)}, and the journal gives ${JSON.stringify(known)}`,
        rule,
      );
    const views = new Map<string, CountView>(counts.map((count) => [count.name, count]));
    for (const [name, count] of Object.entries(recount)) {
      tally.count("counts of registers");
      const said = views.get(name);
      const own = contents.filter(({ register, happenedOn }) => register === said?.register && happenedOn <= day);
      if (said?.total !== count(own))
        tally.report(
          "register-count-wrong",
          `${name} as at ${day}`,
          `it says ${said?.total ?? "nothing"}, and the journal gives ${count(own)}`,
          rule,
        );
      const notKnown = recountUnknown[name]?.(own) ?? 0;
      if ((said?.notKnown ?? 0) !== notKnown)
        tally.report(
          "register-count-wrong",
          `${name} as at ${day}`,
          `it says that ${said?.notKnown ?? 0} do not state it, and the journal gives ${notKnown}`,
          rule,
        );
    }
  }
  const last = days.at(-1)?.day ?? "";
  for (const [register, listed] of members) {
    const own = contents.filter((one) => one.register === register && one.happenedOn <= last);
    if (own.length !== listed)
      tally.report("register-count-wrong", register, `it lists ${listed}, and has ${own.length}`, rule);
  }
};
