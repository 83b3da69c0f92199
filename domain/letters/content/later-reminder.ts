import type { CalendarDate, Instant } from "../../../schemas/base/values.ts";
import { dayOf, daysBetween } from "../../base/time.ts";
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
