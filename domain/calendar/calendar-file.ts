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
import type { OwedObligation } from "./own-obligations.ts";

/** How often programs are asked to read a feed anew, in seconds: as often as a working day notices. */
const readAgainAfter = 4 * 60 * 60;

/** The id of an obligation's entry: that of the obligation in its review, whatever becomes of its date. */
export const entryIdOf = ({ review, obligation }: OwedObligation): string =>
  `${review.id}.${obligation.id.replace(":", ".")}@review-mechanism`;

/**
 * Which edition of its entry an obligation is in. Each generation is a date set anew, and begins with an even number; what is met or
 * has fallen away in it has the odd number after it, so that programs take the end of an entry for news, and the next date too.
 */
export const sequenceOf = ({ generation, state }: Pick<Obligation, "generation" | "state">): number =>
  2 * (generation - 1) + (state === "open" ? 0 : 1);

/** Since when an obligation stands as its entry tells it, as far as its review says that: the same for the same state. */
const standsSince = ({ openedOn, datedAt, settledAt }: Obligation): Instant =>
  latest(startOfDay(openedOn), ...[datedAt, settledAt].filter((at) => at !== undefined));

const entryOf = (writer: CalendarWriter, pending: OwedObligation, frontEndUrl: string | undefined): ICalEventData => ({
  id: entryIdOf(pending),
  sequence: sequenceOf(pending.obligation),
  stamp: standsSince(pending.obligation),
  start: dayOf(pending.obligation.dueAt),
  allDay: true,
  summary: writer.summary(pending),
  description: writer.description(pending),
  class: ICalEventClass.PRIVATE,
  transparency: ICalEventTransparency.TRANSPARENT,
  status: pending.obligation.state === "open" ? ICalEventStatus.CONFIRMED : ICalEventStatus.CANCELLED,
  ...(frontEndUrl === undefined ? {} : { url: frontEndUrl }),
});

export interface CalendarContents {
  readonly obligations: readonly OwedObligation[];
  /** Whose dates they are, in words: the calendar of a feed is called so, a file with a letter has no name. */
  readonly owner?: string;
  /** Where the system is used through. */
  readonly frontEndUrl?: string | undefined;
}

/** The library writes these into a line as they are. */
const escaped = (text: string): string => text.replaceAll(/[\\;,]/gu, (mark) => `\\${mark}`);

/**
 * Obligations as a calendar file (RFC 5545), each a whole day: the same bytes for the same obligations. Lines are folded at 75 bytes.
 */
export const calendarFile = (writer: CalendarWriter, { obligations, owner, frontEndUrl }: CalendarContents): string => {
  const calendar = new ICalCalendar({
    prodId: { company: "Review mechanism", product: "Dates", language: "EN" },
    method: ICalCalendarMethod.PUBLISH,
    ...(owner === undefined ? {} : { name: escaped(writer.name(owner)), ttl: readAgainAfter }),
    events: obligations.map((pending) => entryOf(writer, pending, frontEndUrl)),
  });
  return `${calendar.toString()}\r\n`;
};
