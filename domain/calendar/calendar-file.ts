import { defined } from "../../schemas/base/defined.ts";
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
import type { OwnObligation } from "./own-obligations.ts";

/**
 * The interval at which programs are requested to read a feed again, in seconds: short enough to notice a change within
 * a working day.
 */
const readAgainAfter = 4 * 60 * 60;

/** Returns the id of an obligation's entry: that of the obligation in its review, whatever its date. */
export const entryIdOf = ({ review, obligation }: OwnObligation): string =>
  `${review.id}.${obligation.id.replace(":", ".")}@review-mechanism`;

/**
 * Returns the sequence number of an obligation's entry. Each generation begins with an even number. An obligation that
 * is met or void in it has the odd number after it. Programs then treat the end of an entry as news, and the next date
 * too.
 */
export const sequenceOf = ({ generation, state }: Pick<Obligation, "generation" | "state">): number =>
  2 * (generation - 1) + (state === "open" ? 0 : 1);

/**
 * Returns the time since which an obligation has its present state, as far as its review records it; identical for an
 * identical state.
 */
const standsSince = ({ openedOn, datedAt, settledAt }: Obligation): Instant =>
  latest(startOfDay(openedOn), ...[datedAt, settledAt].filter((at) => at !== undefined));

const entryOf = (writer: CalendarWriter, pending: OwnObligation, frontEndUrl: string | undefined): ICalEventData => ({
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
  ...defined({ url: frontEndUrl }),
});

export interface CalendarContents {
  readonly obligations: readonly OwnObligation[];
  /** The owner of the dates, in words: the name of the calendar of a feed. A file with a letter has no name. */
  readonly owner?: string;
  /** The address of the front end. */
  readonly frontEndUrl?: string | undefined;
}

/** Escapes the marks that the library writes into a line unchanged. */
const escaped = (text: string): string => text.replaceAll(/[\\;,]/gu, (mark) => `\\${mark}`);

/**
 * Returns obligations as a calendar file (RFC 5545), each a whole day: identical bytes for identical obligations. Lines
 * are folded at 75 bytes.
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
