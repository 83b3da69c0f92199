import type { CalendarDate } from "../../schemas/base/values.ts";
import { yearOf } from "../base/time.ts";
import { CurrencyCode, type Register, RegisterCount, type RegisterEntry } from "../../schemas/model/register.ts";
import type { RegisterCountPart, RegisterCountView } from "../../schemas/views/register-statistics.ts";
import type { Source } from "../base/settings.ts";
import {
  attendanceKinds,
  type CountedOnce,
  countedEntries,
  type KnownSum,
  type RegisterCounts,
  registerCounts,
} from "./register-counts.ts";

interface Numbers {
  readonly total: number;
  readonly atMost?: number;
  /** The number of entries where it is unknown: the total is then the minimum. */
  readonly notKnown?: number;
}

/** The part that a count takes from the counts of the registers. */
interface Definition {
  readonly register: Register;
  readonly sources: readonly Source[];
  readonly of: (counts: RegisterCounts) => Numbers;
  readonly parts?: (counts: RegisterCounts) => readonly RegisterCountPart[];
}

const total = (number: number): Numbers => ({ total: number });
const unknown = (notKnown: number) => (notKnown === 0 ? {} : { notKnown });
const added = ({ sum, notKnown }: KnownSum): Numbers => ({ total: sum, ...unknown(notKnown) });
/** Returns the numbers of a count; the maximum is left out where some entries do not state their number. */
const once = ({ atLeast, atMost, notKnown }: CountedOnce): Numbers => ({
  total: atLeast,
  ...(atLeast === atMost || notKnown > 0 ? {} : { atMost }),
  ...unknown(notKnown),
});

const attendanceOf = ({ dialogues: { attendance } }: RegisterCounts) =>
  attendanceKinds.map((kind) => ({
    attendance: kind,
    count: attendance[kind].sum,
    ...unknown(attendance[kind].notKnown),
  }));

/** Returns a number of the last entry; unknown where there is an entry that does not state it. */
const lastKnown = (hub: RegisterCounts["hub"], number: number | undefined): Numbers => ({
  ...total(number ?? 0),
  ...unknown(hub !== undefined && number === undefined ? 1 : 0),
});

const outcomesOf = ({ translations: { open, ended } }: RegisterCounts) => [
  { outcome: "open" as const, count: open },
  { outcome: "national-resources" as const, count: ended["national-resources"] },
  { outcome: "voluntary-contribution" as const, count: ended["voluntary-contribution"] },
  { outcome: "informal-translation" as const, count: ended["informal-translation"] },
  { outcome: "not-met" as const, count: ended["not-met"] },
];

/** Every count of sections IV and V of the status paper. */
const definitions: { readonly [C in RegisterCount]: Definition } = {
  "training-sessions": {
    register: "training-session",
    sources: ["S40"],
    of: ({ training }) => total(training.sessions),
  },
  "officials-trained": {
    register: "training-session",
    sources: ["S40"],
    of: ({ training }) => added(training.officials),
  },
  "states-trained": { register: "training-session", sources: ["S40"], of: ({ training }) => once(training.states) },
  "training-languages": {
    register: "training-session",
    sources: ["S40"],
    of: ({ training }) => total(training.languages.length),
    parts: ({ training }) => training.languages.map((language) => ({ language, count: 1 })),
  },
  "constructive-dialogues": {
    register: "constructive-dialogue",
    sources: ["S44"],
    of: ({ dialogues }) => total(dialogues.held),
  },
  "dialogue-participants": {
    register: "constructive-dialogue",
    sources: ["S44"],
    of: (counts) => ({
      ...total(attendanceOf(counts).reduce((sum, { count }) => sum + count, 0)),
      ...unknown(counts.dialogues.incomplete),
    }),
    parts: attendanceOf,
  },
  "stakeholder-trainings": {
    register: "stakeholder-training",
    sources: ["S46"],
    of: ({ stakeholders }) => total(stakeholders.trainings),
  },
  "stakeholders-trained": {
    register: "stakeholder-training",
    sources: ["S46"],
    of: ({ stakeholders }) => added(stakeholders.people),
  },
  "stakeholder-countries": {
    register: "stakeholder-training",
    sources: ["S46"],
    of: ({ stakeholders }) => once(stakeholders.countries),
  },
  "pilot-initiatives": {
    register: "pilot-initiative",
    sources: ["S47"],
    of: ({ pilots }) => total(pilots.initiatives),
  },
  "voluntary-contributions": {
    register: "voluntary-contribution",
    sources: ["S29", "S38"],
    of: ({ contributions: { number, notKnown } }) => ({ ...total(number), ...unknown(notKnown) }),
    parts: ({ contributions }) =>
      Object.entries(contributions.amounts).map(([currency, amount]) => ({
        currency: CurrencyCode.parse(currency),
        amount,
      })),
  },
  "translation-needs": {
    register: "translation-need",
    sources: ["S29"],
    of: ({ translations }) => total(translations.needs),
    parts: outcomesOf,
  },
  "hub-members": { register: "knowledge-hub", sources: ["S46"], of: ({ hub }) => lastKnown(hub, hub?.members) },
  "hub-countries": { register: "knowledge-hub", sources: ["S46"], of: ({ hub }) => lastKnown(hub, hub?.countries) },
};

/**
 * Returns every count of the registers as at the end of a day, with its parts, and year by year. A part that counts
 * nothing is left out.
 */
export const registerStatistics = (
  entries: readonly RegisterEntry[],
  asAt: CalendarDate,
  definitionOf: (name: RegisterCount) => string,
): RegisterCountView[] => {
  const counts = registerCounts(entries, asAt);
  const byYear = [...Map.groupBy(entries, ({ content }) => yearOf(content.happenedOn))]
    .toSorted(([one], [other]) => one - other)
    .map(([year, own]) => [year, registerCounts(own, asAt)] as const);
  return RegisterCount.options.map((name) => {
    const { register, sources, of, parts: partsOf } = definitions[name];
    const parts = (each: RegisterCounts) =>
      (partsOf?.(each) ?? []).filter(
        ({ count, amount, notKnown }) => (count !== 0 && amount !== 0) || notKnown !== undefined,
      );
    return {
      name,
      register,
      definition: definitionOf(name),
      sources: [...sources],
      ...of(counts),
      parts: parts(counts),
      years: byYear
        .map(([year, own]) => ({ year, ...of(own), parts: parts(own) }))
        .filter((one) => one.total > 0 || one.notKnown !== undefined),
    };
  });
};

/** Returns the entries of a register that count as at the end of a day, in the order of their days. */
export const countedIn = (
  register: Register,
  entries: readonly RegisterEntry[],
  asAt: CalendarDate,
): readonly RegisterEntry[] =>
  countedEntries(entries, asAt)
    .filter(({ content }) => content.register === register)
    .toSorted(
      (one, other) => one.content.happenedOn.localeCompare(other.content.happenedOn) || one.id.localeCompare(other.id),
    );
