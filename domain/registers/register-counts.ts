import type { CalendarDate } from "../../schemas/base/values.ts";
import type {
  Attendance,
  ContentOf,
  NamedOrNumber,
  Register,
  RegisterEntry,
  TrainingLanguage,
  TranslationOutcome,
} from "../../schemas/model/register.ts";

/**
 * How many States or countries there were, each counted once over all entries. Entries that name theirs are added up by
 * name. Of one that gives their number alone nobody knows whether they are among those: so there were at least as many as
 * are named, or as the largest of these numbers where that is more, and at most all of them together. Where every entry
 * names them, both are the same.
 */
export interface CountedOnce {
  readonly atLeast: number;
  readonly atMost: number;
}

/** What the registers count as at a day, by paragraph of the status paper. */
export interface RegisterCounts {
  /** Paragraph 40. */
  readonly training: {
    readonly sessions: number;
    readonly officials: number;
    readonly states: CountedOnce;
    readonly languages: readonly TrainingLanguage[];
  };
  /** Paragraph 44. */
  readonly dialogues: { readonly held: number; readonly attendance: Attendance };
  /** Paragraph 46. */
  readonly stakeholders: { readonly trainings: number; readonly people: number; readonly countries: CountedOnce };
  /** Paragraph 47. */
  readonly pilots: { readonly initiatives: number; readonly countries: number };
  /** Paragraphs 29 and 38: how many there were, and how much in each currency. */
  readonly contributions: { readonly number: number; readonly amounts: Readonly<Record<string, number>> };
  /** Paragraph 29: how many needs there were by then, how many of them lasted, and how the others had ended. */
  readonly translations: {
    readonly needs: number;
    readonly open: number;
    readonly ended: Readonly<Record<TranslationOutcome, number>>;
  };
}

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0);

const countOnce = <Name extends string>(all: readonly NamedOrNumber<Name>[]): CountedOnce => {
  const named = new Set(all.flatMap((one) => ("named" in one ? one.named : []))).size;
  const numbers = all.flatMap((one) => ("number" in one ? [one.number] : []));
  return { atLeast: Math.max(named, ...numbers), atMost: named + sumOf(numbers) };
};

const attendanceOf = (dialogues: readonly ContentOf<"constructive-dialogue">[]): Attendance => {
  const sum = (kind: keyof Attendance) => sumOf(dialogues.map(({ attendance }) => attendance[kind]));
  return {
    nonGovernmentalOrganizations: sum("nonGovernmentalOrganizations"),
    academia: sum("academia"),
    privateSector: sum("privateSector"),
    otherStakeholders: sum("otherStakeholders"),
    memberStates: sum("memberStates"),
    intergovernmentalOrganizations: sum("intergovernmentalOrganizations"),
  };
};

const amountsOf = (contributions: readonly ContentOf<"voluntary-contribution">[]): Readonly<Record<string, number>> =>
  Object.fromEntries(
    [...Map.groupBy(contributions, ({ currency }) => currency)].map(([currency, own]) => [
      currency,
      sumOf(own.map(({ amount }) => amount)),
    ]),
  );

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

/** The entries that count as at the end of a day. */
export const countedEntries = (entries: readonly RegisterEntry[], asAt: CalendarDate): readonly RegisterEntry[] =>
  entries.filter(({ content, withdrawn }) => withdrawn === undefined && content.happenedOn <= asAt);

/**
 * What the registers count as at the end of a day: every entry that was not withdrawn, as last corrected, from the day on
 * which it happened, however late it was recorded. What was known on a day comes from entries folded from what was
 * recorded by then.
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
      officials: sumOf(sessions.map(({ officials }) => officials)),
      states: countOnce(sessions.map(({ states }) => states)),
      languages: [...new Set(sessions.map(({ language }) => language))].toSorted(),
    },
    dialogues: { held: dialogues.length, attendance: attendanceOf(dialogues) },
    stakeholders: {
      trainings: trainings.length,
      people: sumOf(trainings.map(({ people }) => people)),
      countries: countOnce(trainings.map(({ countries }) => countries)),
    },
    pilots: { initiatives: pilots.length, countries: new Set(pilots.map(({ country }) => country)).size },
    contributions: { number: contributions.length, amounts: amountsOf(contributions) },
    translations: translationsOf(of("translation-need"), asAt),
  };
};
