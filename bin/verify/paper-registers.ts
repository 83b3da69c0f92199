import type { RecordedEntry } from "./course.ts";
import { type Content, contentOf, distinct, mostOf, numberOf, sum } from "./register-counts.ts";
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

const attended = (own: readonly Content[], kind: string): number =>
  sum(own.map(({ attendance }) => numberOf(propertyOf(attendance, kind))));

const wordsOf = (own: readonly Content[], name: string): readonly string[] =>
  [...new Set(own.map((content) => wordOf(content[name])))].toSorted();

/** How a need for translation had ended by a day, or that it lasts. */
const endOf = ({ outcome }: Content, day: string): string => {
  const on = wordOf(propertyOf(outcome, "on"));
  return on !== "" && on <= day ? wordOf(propertyOf(outcome, "how")) : "open";
};

/** What paragraphs 29, 38, 40, 44, 46 and 47 count of the registers, as the journal gives it on a day. */
export const registersOn = (journals: ReadonlyMap<string, readonly RecordedEntry[]>, day: string): unknown => {
  const contents = [...journals.values()]
    .flatMap((facts) => contentOf(facts) ?? [])
    .filter(({ happenedOn }) => happenedOn <= day);
  const of = (register: string) => contents.filter((one) => one.register === register);
  const sessions = of("training-session");
  const trainings = of("stakeholder-training");
  const pilots = of("pilot-initiative");
  const contributions = of("voluntary-contribution");
  const needs = of("translation-need");
  const once = (places: readonly unknown[]) => ({ atLeast: distinct(places), atMost: mostOf(places) });
  const ended = (how: string): number => needs.filter((need) => endOf(need, day) === how).length;
  const years = Map.groupBy(of("constructive-dialogue"), ({ happenedOn }) => Number(happenedOn.slice(0, 4)));
  return {
    training: {
      sessions: sessions.length,
      officials: sum(sessions.map(({ officials }) => numberOf(officials))),
      states: once(sessions.map(({ states }) => states)),
      languages: wordsOf(sessions, "language"),
    },
    dialogues: [...years]
      .toSorted(([one], [other]) => one - other)
      .map(([year, own]) => ({
        year,
        held: own.length,
        attendance: Object.fromEntries(kinds.map((kind) => [kind, attended(own, kind)])),
      })),
    stakeholders: {
      trainings: trainings.length,
      people: sum(trainings.map(({ people }) => numberOf(people))),
      countries: once(trainings.map(({ countries }) => countries)),
    },
    pilots: { initiatives: pilots.length, countries: wordsOf(pilots, "country").length },
    contributions: {
      number: contributions.length,
      amounts: wordsOf(contributions, "currency").map((currency) => ({
        currency,
        amount: sum(contributions.filter((one) => one["currency"] === currency).map(({ amount }) => numberOf(amount))),
      })),
    },
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
  } satisfies Record<keyof Registers, unknown>;
};
