import { CalendarDate } from "../../schemas/base/values.ts";

/**
 * The source of a setting: S = paragraph of the background paper of 2023, P = Procedures and rules
 * (resolution 9/1, annex), G = Guidelines (resolution 10/1, annex I), W = public pages of the secretariat,
 * D = our decision where the sources are silent.
 */
export type Source = `${"S" | "P" | "G"}${number}` | "W" | "D";

/** One state of a setting, in force from a day on until a later edition takes its place. */
export interface Edition<Value> {
  readonly effectiveFrom: CalendarDate;
  readonly sources: readonly Source[];
  readonly value: Value;
}

/** A setting with its history, oldest edition first. What happened under an edition keeps being judged by it. */
export type Setting<Value> = readonly Edition<Value>[];

/** Returns the value in force on a day of Vienna's calendar. Throws a RangeError for a day before the first edition. */
export const inForce = <Value>(setting: Setting<Value>, day: CalendarDate): Value => editionOn(setting, day).value;

/** Returns the edition in force on a day, with its sources. Throws a RangeError for a day before the first. */
export const editionOn = <Value>(setting: Setting<Value>, day: CalendarDate): Edition<Value> => {
  const edition = setting.findLast(({ effectiveFrom }) => effectiveFrom <= day);
  if (edition === undefined) throw new RangeError(`No edition of this setting was in force on ${day}`);
  return edition;
};

/** The launch of the Mechanism; nothing of it starts earlier [S1]. */
export const earliestStart: CalendarDate = CalendarDate.parse("2020-10-16");

/** Returns a setting that has had one value since the launch. */
export const sinceLaunch = <Value>(sources: readonly Source[], value: Value): Setting<Value> => [
  { effectiveFrom: earliestStart, sources, value },
];
