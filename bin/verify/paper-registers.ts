import type { RecordedEntry } from "./course.ts";
import { type Content, contentOf, distinct, lastOf, mostOf, numberOf, sum, unknownAmong } from "./register-counts.ts";
import { contactsOn } from "./contact-counts.ts";
import type { PaperNumbers } from "./read-papers.ts";

type Registers = PaperNumbers["registers"];

const kinds = [
  "nonGovernmentalOrganizations",
  "academia",
  "privateSector",
  "otherStakeholders",
  "memberStates",
  "intergovernmentalOrganizations",
] as const;

const propertyOf = (value: unknown, name: string): unknown =>
  typeof value === "object" && value !== null ? new Map<string, unknown>(Object.entries(value)).get(name) : undefined;

const wordOf = (value: unknown): string => (typeof value === "string" ? value : "");

/** Returns a number summed over the entries that state it. */
const added = (values: readonly unknown[]) => {
  const notKnown = unknownAmong(values);
  return { sum: sum(values.map(numberOf)), known: values.length - notKnown, notKnown };
};

const wordsOf = (own: readonly Content[], name: string): readonly string[] =>
  [...new Set(own.map((content) => wordOf(content[name])))].toSorted();

/** Returns the result of a need for translation by a day, or that it lasts. */
const endOf = ({ outcome }: Content, day: string): string => {
  const on = wordOf(propertyOf(outcome, "on"));
  return on !== "" && on <= day ? wordOf(propertyOf(outcome, "how")) : "open";
};

/** Returns the hub as the register holds it; nothing where it holds none. */
const hubOf = (hub: Content | undefined) =>
  hub === undefined
    ? {}
    : {
        hub: {
          on: hub.happenedOn,
          ...(hub["members"] === undefined ? {} : { members: hub["members"] }),
          ...(hub["countries"] === undefined ? {} : { countries: distinct([hub["countries"]]) }),
        },
      };

/** Returns the number of contributions and their sums by currency. */
const contributionsOf = (contributions: readonly Content[]) => {
  const known = contributions.filter(({ amount }) => amount !== undefined);
  const sumIn = (currency: string): number =>
    sum(known.filter((one) => one["currency"] === currency).map(({ amount }) => numberOf(amount)));
  return {
    number: contributions.length,
    notKnown: unknownAmong(contributions.map(({ amount }) => amount)),
    amounts: wordsOf(known, "currency").map((currency) => ({ currency, amount: sumIn(currency) })),
  };
};

/** Returns the counts of paragraphs 17, 29, 38, 40, 44, 46 and 47, from the journal on a day. */
export const registersOn = (
  journals: ReadonlyMap<string, readonly RecordedEntry[]>,
  contacts: ReadonlyMap<string, readonly RecordedEntry[]>,
  day: string,
): unknown => {
  const contents = [...journals.values()]
    .flatMap((facts) => contentOf(facts) ?? [])
    .filter(({ happenedOn }) => happenedOn <= day);
  const of = (register: string) => contents.filter((one) => one.register === register);
  const sessions = of("training-session");
  const trainings = of("stakeholder-training");
  const pilots = of("pilot-initiative");
  const needs = of("translation-need");
  const once = (places: readonly unknown[]) => {
    const { known, notKnown } = added(places);
    return { atLeast: distinct(places), atMost: mostOf(places), known, notKnown };
  };
  const ended = (how: string): number => needs.filter((need) => endOf(need, day) === how).length;
  const years = Map.groupBy(of("constructive-dialogue"), ({ happenedOn }) => Number(happenedOn.slice(0, 4)));
  return {
    training: {
      sessions: sessions.length,
      officials: added(sessions.map(({ officials }) => officials)),
      states: once(sessions.map(({ states }) => states)),
      languages: wordsOf(sessions, "language"),
    },
    dialogues: [...years]
      .toSorted(([one], [other]) => one - other)
      .map(([year, own]) => ({
        year,
        held: own.length,
        attendance: kinds.map((kind) => ({ kind, ...added(own.map((one) => propertyOf(one["attendance"], kind))) })),
      })),
    stakeholders: {
      trainings: trainings.length,
      people: added(trainings.map(({ people }) => people)),
      countries: once(trainings.map(({ countries }) => countries)),
    },
    ...hubOf(lastOf(of("knowledge-hub"))),
    pilots: { initiatives: pilots.length, countries: wordsOf(pilots, "country").length },
    contributions: contributionsOf(of("voluntary-contribution")),
    translations: {
      needs: needs.length,
      open: ended("open"),
      ended: {
        "national-resources": ended("national-resources"),
        "voluntary-contribution": ended("voluntary-contribution"),
        "informal-translation": ended("informal-translation"),
        "not-met": ended("not-met"),
      },
    },
    contacts: contactsOn(contacts, day),
  } satisfies Record<Exclude<keyof Registers, "hub">, unknown>;
};
