import type { ObligationKind } from "../../schemas/model/review.ts";
import type { Duration, Period } from "../base/time.ts";
import { type Setting, sinceLaunch } from "../base/settings.ts";

/** Days after which an unused invitation comes on the secretariat's list [D]. */
export const invitationWaits: Setting<number> = sinceLaunch(["D"], 7);

/**
 * The instants at which reminders of an obligation leave: a letter when it opens, then mornings counted in days from
 * the day it is due (negative: before), the last of them repeated at an interval until the obligation is met. From a
 * year after the due day on that interval is a setting of its own [D]. No reminder schedule ends: an obligation without
 * reminders is forgotten.
 */
export interface ReminderSchedule {
  readonly opening: boolean;
  readonly offsets: readonly [number, ...number[]];
  readonly thenEvery: { readonly days: number; readonly afterYear: number };
}

const everyFourWeeks: ReminderSchedule["thenEvery"] = { days: 28, afterYear: 28 };

const nominationSchedule: ReminderSchedule = { opening: true, offsets: [-7, -1, 1, 8, 22], thenEvery: everyFourWeeks };

/** For work of months: earlier notice, and a fortnight after the date [D]. */
const workSchedule: ReminderSchedule = { opening: true, offsets: [-28, -7, -1, 1, 14], thenEvery: everyFourWeeks };

/** Which reminder schedule each kind of obligation climbs. An edition rules the reminders whose moment it has come to, none earlier. */
export const reminderSchedules: { readonly [Kind in ObligationKind]: Setting<ReminderSchedule> } = {
  "focal-point": sinceLaunch(["D"], nominationSchedule),
  experts: sinceLaunch(["D"], nominationSchedule),
  questionnaire: sinceLaunch(["D"], workSchedule),
  feedback: sinceLaunch(["D"], workSchedule),
  clarification: sinceLaunch(["D"], workSchedule),
  agreement: sinceLaunch(["D"], workSchedule),
};

/** The office that is notified, after the permanent mission, of what stays open. */
export type Office = "secretariat" | "president";

/**
 * The period after its date in which an open obligation comes on an office's list [D]: the secretariat's with the
 * second reminder after the date, the President's, which has only missing nominations, with the third. An edition rules
 * the obligations that fall due from its day on.
 */
export const listedAfter: { readonly [O in Office]: Setting<Period> } = {
  secretariat: sinceLaunch(["D"], { days: 8 }),
  president: sinceLaunch(["S17", "D"], { days: 22 }),
};

/** The day of the week on which digests leave to missions that chose them, at 09:00 [D]; 1 is Monday. */
export const digestDay: Setting<number> = sinceLaunch(["D"], 1);

/** The time before its dispatch from which a digest takes in nothing more [D]: longer than any function runs. */
export const digestClosing: Duration = { minutes: 60 };

/**
 * The longest time ahead for an explanation why a day will bring no letter [D]: the ten years of the Mechanism and two
 * more, since every step of a reminder until then is computed.
 */
export const explainedAhead: Period = { months: 144 };

/** The time in which a party is not sent the President's reminder again [D]: it is no circular. */
export const presidentsReminderEvery: Setting<Duration> = sinceLaunch(["D"], { hours: 7 * 24 });

/** The time ahead for which the reminders of an obligation are listed [D]. */
export const remindersForecast: Period = { months: 12 };
