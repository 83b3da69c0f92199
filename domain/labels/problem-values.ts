import type { CalendarDate } from "../../schemas/base/values.ts";
import { CalendarDate as Day, Instant } from "../../schemas/base/values.ts";
import { clockTime, dayOf, longDate } from "../base/time.ts";
import type { SpokenValues } from "./problem-text.ts";
import type { Wording } from "./words.ts";

/** What the values of a problem are said with: the words of a language, and the names of parties by their codes. */
export interface ValueWording extends Wording {
  readonly parties: ReadonlyMap<string, string>;
}

type Say = (value: string | number, wording: ValueWording) => string;

const plain: Say = (value) => String(value);

/** A day as it is, and an instant with its time in Vienna. */
const sayTime: Say = (value, { language }) => {
  const day = Day.safeParse(value);
  if (day.success) return longDate(day.data, language);
  const instant = Instant.parse(value);
  const date: CalendarDate = dayOf(instant);
  return `${longDate(date, language)}, ${clockTime(instant)}`;
};

const sayParty: Say = (value, { parties }) => parties.get(String(value)) ?? String(value);

/** Returns what says a code by its label, and the code itself where it has none. */
const sayLabel =
  (labelsOf: (wording: ValueWording) => Readonly<Record<string, string | { readonly short: string }>>): Say =>
  (value, wording) => {
    const label = labelsOf(wording)[String(value)];
    return label === undefined ? String(value) : typeof label === "string" ? label : label.short;
  };

const sayInstrument = sayLabel(({ words }) => words.instruments);

/** How each member of a problem is said; a list of such values is said as an enumeration. */
const sayings: Readonly<Record<string, Say>> = {
  clearedAt: sayTime,
  concluded: plain,
  country: plain,
  currency: plain,
  dueOn: sayTime,
  earliest: sayTime,
  group: plain,
  groups: plain,
  heldOn: sayTime,
  instruments: sayInstrument,
  latest: sayTime,
  least: plain,
  missing: sayInstrument,
  most: plain,
  needed: plain,
  next: plain,
  now: sayTime,
  of: plain,
  openedOn: sayTime,
  parties: sayParty,
  party: sayParty,
  recipients: plain,
  register: sayLabel(({ words }) => words.registers),
  review: plain,
  reviews: plain,
  stage: sayLabel(({ words }) => words.stages),
  startedOn: sayTime,
  until: sayTime,
  version: plain,
  withdrawnOn: sayTime,
};

/** The members that details of problems may say. */
export const spokenMembers: readonly string[] = Object.keys(sayings);

const isPlain = (value: unknown): value is string | number => typeof value === "string" || typeof value === "number";

/** Returns the values of a problem in words: dates, names of parties, labels of codes, and enumerations of them. */
export const spokenValues = (details: Readonly<Record<string, unknown>>, wording: ValueWording): SpokenValues => {
  const { language } = wording;
  const list = new Intl.ListFormat(language === "en" ? "en-GB" : language, { type: "conjunction" });
  return Object.fromEntries(
    Object.entries(sayings).flatMap(([name, say]) => {
      const values = [details[name] ?? []].flat().filter(isPlain);
      return values.length === 0 ? [] : [[name, list.format(values.map((value) => say(value, wording)))]];
    }),
  );
};
