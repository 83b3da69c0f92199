import { addDays, addPeriod, dayOf, morningOf } from "./calendar.ts";
import { type Course, isServing, type RecordedEntry, seatsAt } from "./course.ts";
import { consultationTarget, newsDays, takenOver, targetRule } from "./rules.ts";

/** The letter that a consultation past its target asks for, to one reader. */
export interface TargetNotice {
  readonly to: string;
  readonly letter: string;
  readonly review: string;
  readonly at: string;
  readonly because: string;
  readonly rule: string;
  readonly isSuperseded: (by: string) => boolean;
  /** What was told later of before is no reason to write, and none not to. */
  readonly isOptional: boolean;
}

interface Opening extends Pick<RecordedEntry, "recordedAt" | "by"> {
  readonly happenedAt: string;
}

/** When the consultation could begin, as it is known now: a corrected start may move it. */
const openingOf = (course: Course): Opening | undefined =>
  course.facts.flatMap(({ fact, recordedAt, by }) =>
    fact.kind === "stage-changed" && fact.to === "consultation"
      ? [{ happenedAt: movedTo(course) ?? fact.happenedAt, recordedAt, by }]
      : [],
  )[0];

const movedTo = ({ facts }: Course): string | undefined =>
  facts.flatMap(({ fact }) => (fact.kind === "date-corrected" ? (fact.consultationSince ?? []) : [])).at(-1);

/** The morning after the day by which an outcome was suggested. */
const momentOf = ({ happenedAt }: Opening): string =>
  morningOf(addDays(addPeriod(dayOf(happenedAt), consultationTarget), 1));

const later = (one: string, other: string): string => (one > other ? one : other);

/**
 * "Who hears of what: consultation is past its target": missions and focal points of those who held the seats when it
 * came to that, once. Nobody hears of what ended before, or of a beginning that was recorded a month late. They are derived
 * by the hourly round alone, so that where rounds failed at moments that nobody wrote down none can be demanded.
 */
export const targetNoticesOf = (course: Course, disturbed: boolean): readonly TargetNotice[] => {
  const opened = openingOf(course);
  if (opened === undefined || takenOver.has(opened.by)) return [];
  const moment = momentOf(opened);
  const at = later(moment, opened.recordedAt);
  const isConcluded = (by: string): boolean =>
    course.facts.some(({ fact, recordedAt }) => fact.kind === "consultation-concluded" && recordedAt <= by);
  if (isConcluded(at) || morningOf(addDays(dayOf(moment), newsDays)) < at) return [];
  const about = { letter: "consultation-past-target", review: course.id, at, rule: targetRule };
  const because = `the target passed before ${moment}`;
  const parties = seatsAt(course, at).map(({ party }) => party);
  const readers = [...course.mandates.values()]
    .filter(({ role, party }) => role === "focal-point" && parties.includes(party))
    .map((mandate) => ({
      to: `user:${mandate.user}`,
      isKnown: isServing(mandate, moment, at),
      isTold: isServing(mandate, moment, "9999"),
    }))
    .filter(({ isKnown, isTold }) => isKnown || isTold);
  return [
    ...parties.map((party) => ({ to: `mission:${party}`, isOptional: disturbed })),
    ...readers.map(({ to, isKnown }) => ({ to, isOptional: disturbed || !isKnown })),
  ].map((reader) => ({ ...about, ...reader, because, isSuperseded: isConcluded }));
};
