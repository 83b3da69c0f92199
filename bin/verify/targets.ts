import { addDays, addPeriod, dayOf, morningOf } from "./calendar.ts";
import { type Course, type RecordedEntry, seatsAt } from "./course.ts";
import { isServing } from "./mandate-times.ts";
import { consultationTarget, newsDays, takenOver, targetRule } from "./rules.ts";

/** A required letter about a consultation past its target, to one recipient. */
export interface TargetNotice {
  readonly to: string;
  readonly letter: string;
  readonly review: string;
  readonly at: string;
  readonly because: string;
  readonly rule: string;
  readonly isSuperseded: (by: string) => boolean;
  /** A later record about an earlier time neither requires a letter nor forbids it. */
  readonly isOptional: boolean;
}

interface Opening extends Pick<RecordedEntry, "recordedAt" | "by"> {
  readonly happenedAt: string;
}

/** Every day from which a target counted: when the consultation could begin, and each time that this was corrected. */
const openingsOf = (course: Course): readonly Opening[] =>
  course.facts.flatMap(({ fact, recordedAt, by }) => {
    if (fact.kind === "stage-changed" && fact.to === "consultation")
      return [{ happenedAt: fact.happenedAt, recordedAt, by }];
    return fact.kind === "date-corrected" && fact.consultationSince !== undefined
      ? [{ happenedAt: fact.consultationSince, recordedAt, by }]
      : [];
  });

/** The morning after the day by which an outcome was suggested. */
const momentOf = ({ happenedAt }: Opening): string =>
  morningOf(addDays(addPeriod(dayOf(happenedAt), consultationTarget), 1));

const later = (one: string, other: string): string => (one > other ? one : other);

/**
 * Returns the letters for "consultation is past its target": to missions and focal points of the parties with seats at
 * that time, once per target. There is none if the consultation ended or moved before, if its beginning was recorded a
 * month late, or before the resumption of an imported review. After failures at unrecorded moments none is required.
 */
export const targetNoticesOf = (course: Course, disturbed: boolean): readonly TargetNotice[] =>
  openingsOf(course).flatMap((opened, place, all) => ofTarget(course, opened, all[place + 1], disturbed));

const ofTarget = (
  course: Course,
  opened: Opening,
  next: Opening | undefined,
  disturbed: boolean,
): readonly TargetNotice[] => {
  const moment = momentOf(opened);
  if (course.reminders === undefined ? takenOver.has(opened.by) : moment <= course.reminders.since) return [];
  const at = later(moment, opened.recordedAt);
  const isConcluded = (by: string): boolean =>
    (next !== undefined && next.recordedAt <= by) ||
    course.facts.some(
      ({ fact, recordedAt }) =>
        recordedAt >= opened.recordedAt &&
        recordedAt <= by &&
        (fact.kind === "consultation-concluded" || (fact.kind === "stage-changed" && fact.from === "consultation")),
    );
  if (isConcluded(at) || morningOf(addDays(dayOf(moment), newsDays)) < at) return [];
  const about = { letter: "consultation-past-target", review: course.id, at, rule: targetRule };
  const because = `the target passed before ${moment}`;
  const parties = seatsAt(course, at).map(({ party }) => party);
  const readers = [...course.mandates.values()]
    .filter(({ role, party }) => role === "focal-point" && parties.includes(party))
    .map((mandate) => ({
      to: `user:${mandate.user}`,
      isKnown: isServing(mandate, moment, at),
      isServingThen: isServing(mandate, moment, "9999"),
    }))
    .filter(({ isKnown, isServingThen }) => isKnown || isServingThen);
  return [
    ...parties.map((party) => ({ to: `mission:${party}`, isOptional: disturbed })),
    ...readers.map(({ to, isKnown }) => ({ to, isOptional: disturbed || !isKnown })),
  ].map((reader) => ({ ...about, ...reader, because, isSuperseded: isConcluded }));
};
