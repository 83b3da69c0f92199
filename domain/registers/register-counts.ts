import { defined } from "../../schemas/base/defined.ts";
import type { CalendarDate } from "../../schemas/base/values.ts";
import {
  AttendanceKind,
  type ContentOf,
  type NamedOrNumber,
  type Register,
  type RegisterEntry,
  type TrainingLanguage,
  type TranslationOutcome,
} from "../../schemas/model/register.ts";

/** The sum of a number over the entries that state it. Entries where it is unknown add nothing. */
export interface KnownSum {
  readonly sum: number;
  /** The numbers of entries that state it, and that do not. */
  readonly known: number;
  readonly notKnown: number;
}

/**
 * The number of States or countries, each counted once over all entries. Named ones are added up by name. For entries
 * with a number alone it is unknown whether they are among those. So there were at least as many as are named, or as
 * the largest of these numbers where that is more, and at most all of them together. Where every entry names them, both
 * are equal.
 */
export interface CountedOnce {
  readonly atLeast: number;
  readonly atMost: number;
  readonly known: number;
  readonly notKnown: number;
}

export const attendanceKinds = AttendanceKind.options;

/** The counts of the registers as at a day, by paragraph of the status paper. */
export interface RegisterCounts {
  /** Paragraph 40. */
  readonly training: {
    readonly sessions: number;
    readonly officials: KnownSum;
    readonly states: CountedOnce;
    readonly languages: readonly TrainingLanguage[];
  };
  /** Paragraph 44; `incomplete` are dialogues of which some number is not known. */
  readonly dialogues: {
    readonly held: number;
    readonly attendance: Readonly<Record<AttendanceKind, KnownSum>>;
    readonly incomplete: number;
  };
  /** Paragraph 46. */
  readonly stakeholders: {
    readonly trainings: number;
    readonly people: KnownSum;
    readonly countries: CountedOnce;
  };
  /** Paragraph 46: the knowledge hub by its last entry; a number that the entry does not state is left out. */
  readonly hub?: { readonly on: CalendarDate; readonly members?: number; readonly countries?: number } | undefined;
  /** Paragraph 47. */
  readonly pilots: { readonly initiatives: number; readonly countries: number };
  /** Paragraphs 29 and 38: how many there were, how much in each currency, and of how many the amount is not known. */
  readonly contributions: {
    readonly number: number;
    readonly amounts: Readonly<Record<string, number>>;
    readonly notKnown: number;
  };
  /** Paragraph 29: how many needs there were by then, how many of them lasted, and how the others had ended. */
  readonly translations: {
    readonly needs: number;
    readonly open: number;
    readonly ended: Readonly<Record<TranslationOutcome, number>>;
  };
}

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0);

const knownSum = (all: readonly (number | undefined)[]): KnownSum => {
  const known = all.filter((one) => one !== undefined);
  return { sum: sumOf(known), known: known.length, notKnown: all.length - known.length };
};

const countOnce = <Name extends string>(all: readonly (NamedOrNumber<Name> | undefined)[]): CountedOnce => {
  const known = all.filter((one) => one !== undefined);
  const named = new Set(known.flatMap((one) => ("named" in one ? one.named : []))).size;
  const numbers = known.flatMap((one) => ("number" in one ? [one.number] : []));
  return {
    atLeast: Math.max(named, ...numbers),
    atMost: named + sumOf(numbers),
    known: known.length,
    notKnown: all.length - known.length,
  };
};

const attendanceOf = (dialogues: readonly ContentOf<"constructive-dialogue">[]): RegisterCounts["dialogues"] => {
  const of = (kind: AttendanceKind) => knownSum(dialogues.map(({ attendance }) => attendance[kind]));
  return {
    held: dialogues.length,
    attendance: {
      nonGovernmentalOrganizations: of("nonGovernmentalOrganizations"),
      academia: of("academia"),
      privateSector: of("privateSector"),
      otherStakeholders: of("otherStakeholders"),
      memberStates: of("memberStates"),
      intergovernmentalOrganizations: of("intergovernmentalOrganizations"),
    },
    incomplete: dialogues.filter(({ attendance }) => attendanceKinds.some((kind) => attendance[kind] === undefined))
      .length,
  };
};

const contributionsOf = (
  contributions: readonly ContentOf<"voluntary-contribution">[],
): RegisterCounts["contributions"] => {
  const known = contributions.flatMap(({ currency, amount }) => (amount === undefined ? [] : [{ currency, amount }]));
  return {
    number: contributions.length,
    amounts: Object.fromEntries(
      [...Map.groupBy(known, ({ currency }) => currency)].map(([currency, own]) => [
        currency,
        sumOf(own.map(({ amount }) => amount)),
      ]),
    ),
    notKnown: contributions.length - known.length,
  };
};

/** Returns the knowledge hub by its last entry: among several of one day, the last recorded. */
const hubOf = (entries: readonly ContentOf<"knowledge-hub">[]): RegisterCounts["hub"] => {
  const last = entries.toSorted((one, other) => one.happenedOn.localeCompare(other.happenedOn)).at(-1);
  if (last === undefined) return undefined;
  const { happenedOn: on, members, countries } = last;
  return {
    on,
    ...defined({ members }),
    ...(countries === undefined ? {} : { countries: countOnce([countries]).atLeast }),
  };
};

const translationsOf = (
  needs: readonly ContentOf<"translation-need">[],
  asAt: CalendarDate,
): RegisterCounts["translations"] => {
  const ended = needs.flatMap(({ outcome }) => (outcome === undefined || outcome.on > asAt ? [] : [outcome.how]));
  const by = (how: TranslationOutcome) => ended.filter((one) => one === how).length;
  return {
    needs: needs.length,
    open: needs.length - ended.length,
    ended: {
      "national-resources": by("national-resources"),
      "voluntary-contribution": by("voluntary-contribution"),
      "informal-translation": by("informal-translation"),
      "not-met": by("not-met"),
    },
  };
};

/** Returns the entries that count as at the end of a day. */
export const countedEntries = (entries: readonly RegisterEntry[], asAt: CalendarDate): readonly RegisterEntry[] =>
  entries.filter(({ content, withdrawn }) => withdrawn === undefined && content.happenedOn <= asAt);

/**
 * Returns the counts of the registers as at the end of a day: every entry that was not withdrawn, as last corrected,
 * from the day on which it happened, however late it was recorded. For the knowledge of a day, fold the entries from
 * the records up to then.
 */
export const registerCounts = (entries: readonly RegisterEntry[], asAt: CalendarDate): RegisterCounts => {
  const counted = countedEntries(entries, asAt).map(({ content }) => content);
  const of = <R extends Register>(register: R): readonly ContentOf<R>[] =>
    counted.filter((content): content is ContentOf<R> => content.register === register);
  const sessions = of("training-session");
  const dialogues = of("constructive-dialogue");
  const trainings = of("stakeholder-training");
  const pilots = of("pilot-initiative");
  const contributions = of("voluntary-contribution");
  return {
    training: {
      sessions: sessions.length,
      officials: knownSum(sessions.map(({ officials }) => officials)),
      states: countOnce(sessions.map(({ states }) => states)),
      languages: [...new Set(sessions.map(({ language }) => language))].toSorted(),
    },
    dialogues: attendanceOf(dialogues),
    stakeholders: {
      trainings: trainings.length,
      people: knownSum(trainings.map(({ people }) => people)),
      countries: countOnce(trainings.map(({ countries }) => countries)),
    },
    hub: hubOf(of("knowledge-hub")),
    pilots: { initiatives: pilots.length, countries: new Set(pilots.map(({ country }) => country)).size },
    contributions: contributionsOf(contributions),
    translations: translationsOf(of("translation-need"), asAt),
  };
};
