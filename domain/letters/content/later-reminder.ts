import type { CalendarDate, Instant } from "../../../schemas/base/values.ts";
import type { Obligation } from "../../../schemas/model/review.ts";
import { dayOf, daysBetween } from "../../base/time.ts";
import { type ContentOf, stepsOfReminder } from "../letter-kinds.ts";
import type { Markup } from "./html.ts";
import type { LetterWriter } from "./letter-writer.ts";
import { day } from "./phrases.ts";

/** Returns the number of days that an obligation has been open when a letter leaves. */
export const daysOpen = ({ openedOn, now }: { readonly openedOn: CalendarDate; readonly now: Instant }): number =>
  daysBetween(openedOn, dayOf(now));

/** Returns the time that an obligation has been open, in a reminder after the first; nothing on its first day. */
export const openSince = (
  writer: LetterWriter,
  open: { readonly openedOn: CalendarDate; readonly now: Instant },
): readonly Markup[] => {
  const count = daysOpen(open);
  return count < 1 ? [] : [writer.say("later-reminder.open-since", { day: day(open.openedOn), count })];
};

/** Returns the help that the secretariat offers, in a reminder after the first. */
export const helpOffered = (writer: LetterWriter): Markup => writer.say("later-reminder.help");

/** Returns whether a reminder states the date of an obligation: it is open, and one of those reminded of. */
export const statesReminded = (
  content: ContentOf<"duty-reminder" | "nomination-reminder">,
  { state, kind, dueAt }: Obligation,
): boolean =>
  state === "open" &&
  stepsOfReminder(content).some(
    ({ reminderSubject }) => kind === reminderSubject.kind && dueAt === reminderSubject.dueAt,
  );
