import {
  ICalCalendar,
  ICalCalendarMethod,
  ICalEventClass,
  ICalEventStatus,
  ICalEventTransparency,
  type ICalEventData,
} from "ical-generator";
import type { Obligation } from "../../schemas/model/review.ts";
import type { Instant } from "../../schemas/base/values.ts";
import { dayOf, latest, startOfDay } from "../base/time.ts";
import type { CalendarWriter } from "./calendar-writer.ts";
import type { OwedDuty } from "./own-duties.ts";

/** How often programs are asked to read a feed anew, in seconds: as often as a working day notices. */
const readAgainAfter = 4 * 60 * 60;

/** The id of a duty's entry: that of the duty in its review, whatever becomes of its date. */
export const entryIdOf = ({ review, duty }: OwedDuty): string =>
  `${review.id}.${duty.id.replace(":", ".")}@review-mechanism`;

/**
 * Which edition of its entry a duty is in. Each generation is a date set anew, and begins with an even number; what is met or
 * has fallen away in it has the odd number after it, so that programs take the end of an entry for news, and the next date too.
 */
export const sequenceOf = ({ generation, state }: Pick<Obligation, "generation" | "state">): number =>
  2 * (generation - 1) + (state === "open" ? 0 : 1);

/** Since when a duty stands as its entry tells it, as far as its review says that: the same for the same state. */
const standsSince = ({ openedOn, datedAt, settledAt }: Obligation): Instant =>
  latest(startOfDay(openedOn), ...[datedAt, settledAt].filter((at) => at !== undefined));

const entryOf = (writer: CalendarWriter, owed: OwedDuty, frontEndUrl: string | undefined): ICalEventData => ({
  id: entryIdOf(owed),
  sequence: sequenceOf(owed.duty),
  stamp: standsSince(owed.duty),
  start: dayOf(owed.duty.dueAt),
  allDay: true,
  summary: writer.summary(owed),
  description: writer.description(owed),
  class: ICalEventClass.PRIVATE,
  transparency: ICalEventTransparency.TRANSPARENT,
  status: owed.duty.state === "open" ? ICalEventStatus.CONFIRMED : ICalEventStatus.CANCELLED,
  ...(frontEndUrl === undefined ? {} : { url: frontEndUrl }),
});

export interface CalendarContents {
  readonly duties: readonly OwedDuty[];
  /** Whose dates they are, in words: the calendar of a feed is called so, a file with a letter has no name. */
  readonly owner?: string;
  /** Where the system is used through. */
  readonly frontEndUrl?: string | undefined;
}

/** The library writes these into a line as they are. */
const escaped = (text: string): string => text.replaceAll(/[\\;,]/gu, (mark) => `\\${mark}`);

/**
 * Duties as a calendar file (RFC 5545), each a whole day: the same bytes for the same duties. Lines are folded at 75 bytes.
 */
export const calendarFile = (writer: CalendarWriter, { duties, owner, frontEndUrl }: CalendarContents): string => {
  const calendar = new ICalCalendar({
    prodId: { company: "Review mechanism", product: "Dates", language: "EN" },
    method: ICalCalendarMethod.PUBLISH,
    ...(owner === undefined ? {} : { name: escaped(writer.name(owner)), ttl: readAgainAfter }),
    events: duties.map((owed) => entryOf(writer, owed, frontEndUrl)),
  });
  return `${calendar.toString()}\r\n`;
};
