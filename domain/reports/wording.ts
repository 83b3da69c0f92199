import { IntlMessageFormat } from "intl-messageformat";
import type en from "../labels/status-paper.en.json";
import type { Wording } from "../labels/words.ts";
import type { CalendarDate, Language } from "../../schemas/base/values.ts";
import type { GroupId } from "../../schemas/base/ids.ts";
import type { PaperData, PaperMeasure } from "../../schemas/model/paper-data.ts";
import type { Measure, PartDimensions } from "../../schemas/model/statistics.ts";
import { longDate } from "../base/time.ts";
import { percentOf } from "../statistics/count.ts";
import type { PaperNumber, RegisterNote, Sentence } from "./content.ts";

/** The words of the paper in a language: every sentence that the English ones have. */
export type PaperWords = typeof en;

/** The messages that were read, by language and text: every format of a paper fills the same ones in. */
const readMessages = new Map<string, IntlMessageFormat>();

/** Returns a sentence filled in, in the ICU's form of messages: each language has plurals of its own. */
const fillMessage = (
  message: string,
  language: Language,
  values: Readonly<Record<string, string | number>> = {},
): string => {
  const key = `${language} ${message}`;
  const format = readMessages.get(key) ?? new IntlMessageFormat(message, language);
  readMessages.set(key, format);
  const filled: unknown = format.format({ ...values });
  if (typeof filled !== "string") throw new TypeError(`${message} is not filled in with text`);
  return filled.trim();
};

type Value = string | PaperNumber;

/** The writer of the sections of a paper. */
export interface Writer {
  readonly data: PaperData;
  readonly language: Language;
  readonly words: PaperWords;
  readonly labels: Wording["words"];
  /** A sentence by its name, with its values filled in. */
  readonly say: (name: keyof PaperWords["sentences"], values?: Readonly<Record<string, Value>>) => Sentence;
  readonly fill: (message: string, values?: Readonly<Record<string, string | number>>) => string;
  readonly day: (date: CalendarDate) => string;
  /** Items of an enumeration: "a, b and c". */
  readonly list: (items: readonly string[]) => string;
  readonly number: (value: number) => string;
}

/** Returns whether a number is a ratio, which is printed to one decimal. */
const isRatio = ({ of }: PaperNumber): boolean => "what" in of && (of.what === "percent" || of.what === "part-percent");

/** Returns a writer of the sections of a paper, in a language. */
export const paperWriter = (data: PaperData, words: PaperWords, { language, words: labels }: Wording): Writer => {
  const fill: Writer["fill"] = (message, values) => fillMessage(message, language, values);
  // English as the United Nations write it has no comma before the last, and days before months.
  const list = new Intl.ListFormat(language === "en" ? "en-GB" : language, { type: "conjunction" });
  const numbers = new Intl.NumberFormat(language);
  const ratios = new Intl.NumberFormat(language, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const numberIn = (value: Value): string | number => {
    if (typeof value === "string") return value;
    return isRatio(value) ? ratios.format(value.value) : value.value;
  };
  return {
    data,
    language,
    words,
    labels,
    fill,
    say: (name, values = {}) => ({
      name,
      text: fill(
        words.sentences[name],
        Object.fromEntries(Object.entries(values).map(([key, value]) => [key, numberIn(value)])),
      ),
      numbers: Object.values(values).flatMap((value) => (typeof value === "string" ? [] : [value])),
    }),
    day: (date) => longDate(date, language),
    list: (items) => list.format(items),
    number: (value) => numbers.format(value),
  };
};

const measureOf = ({ measures }: PaperData, name: Measure): PaperMeasure => {
  const found = measures.find(({ measure }) => measure === name);
  if (found === undefined) throw new Error(`A paper counts no ${name}`);
  return found;
};

const partOf = (data: PaperData, measure: Measure, values: PartDimensions): number =>
  measureOf(data, measure).parts.find(({ count: _, ...part }) => isSame(part, values))?.count ?? 0;

const isSame = (one: PartDimensions, other: PartDimensions): boolean => {
  const own = Object.entries(one);
  const others = new Map<string, unknown>(Object.entries(other));
  return own.length === others.size && own.every(([name, value]) => others.get(name) === value);
};

/** Returns the numbers of a paper, each with the note that it needs. */
export const numbersOf = (data: PaperData) => {
  const total = (measure: Measure): PaperNumber => ({
    value: measureOf(data, measure).total,
    note: measure,
    of: { measure, what: "total" },
  });
  const part = (measure: Measure, values: PartDimensions): PaperNumber => ({
    value: partOf(data, measure, values),
    note: measure,
    of: { measure, what: "part", values },
  });
  return {
    total,
    part,
    /** Returns the total number in some groups, of a measure that counts each review in one group. */
    inGroups: (measure: Measure, groups: readonly GroupId[]): PaperNumber => ({
      value: groups.reduce((sum, group) => sum + partOf(data, measure, { group }), 0),
      note: measure,
      of: { measure, what: "groups", groups },
    }),
    /** The share of a measure in the one that its definition names, in percent. */
    percent: (measure: Measure): PaperNumber => ({
      value: measureOf(data, measure).share?.percent ?? 0,
      note: measure,
      of: { measure, what: "percent" },
    }),
    /** The share of a part in its whole measure, in percent. */
    partPercent: (measure: Measure, values: PartDimensions): PaperNumber => ({
      value: percentOf(partOf(data, measure, values), measureOf(data, measure).total),
      note: measure,
      of: { measure, what: "part-percent", values },
    }),
    /** A number of the gate before the next phase, or of what was taken over. */
    ofPaper: (
      paper: "gate" | "taken-over" | "before-launch",
      what: Extract<PaperNumber["of"], { readonly paper: string }>["what"],
      value: number,
      note: Measure,
    ): PaperNumber => ({ value, note, of: { paper, what } }),
    register: (register: RegisterNote, value: number): PaperNumber => ({
      value,
      note: `register ${register}`,
      of: { register },
    }),
    /** The values of one dimension under which a measure counts any. */
    valuesOf: <D extends keyof PartDimensions>(
      measure: Measure,
      dimension: D,
    ): readonly NonNullable<PartDimensions[D]>[] =>
      measureOf(data, measure).parts.flatMap(({ count: _, ...values }) => {
        const value = values[dimension];
        return value === undefined || Object.keys(values).length > 1 ? [] : [value];
      }),
    /** The number of changes of focal points in a half-year. */
    halfYear: (from: string, to: string, value: number): PaperNumber => ({
      value,
      note: "changes-of-focal-point",
      of: { measure: "changes-of-focal-point", what: "half-year", from, to },
    }),
  };
};
export type PaperNumbers = ReturnType<typeof numbersOf>;
