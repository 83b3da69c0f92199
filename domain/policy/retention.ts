import type { Instant } from "../../schemas/base/values.ts";
import { dayBefore, dayOf, type Duration, type Period, startOfDay } from "../base/time.ts";
import { receiptTime } from "./letters.ts";
import { inForce, type Setting, sinceLaunch } from "../base/settings.ts";

/**
 * The time before the second of a restoration from which the previous journal is read for erasures [D]: an entry is
 * recorded as of the start of its request, and committed later, after all its retries.
 */
export const erasuresLookback: Duration = { minutes: 60 };

/** The time that a secret signs the cursors of lists before another one replaces it [D]. */
export const cursorSecretAge: Duration = { hours: 30 * 24 };

/** The time that a new secret of cursors is known before it signs [D]: longer than any function caches it. */
export const cursorSecretAnnounced: Duration = { minutes: 60 };

/** The time in which a repeated request with an equal key gets the first answer again [D]. */
export const idempotencyRetention: Duration = { hours: 7 * 24 };

/**
 * The time after their last mandate before a user with open access may be erased [D]: the longest time for a report on
 * the letter about its end. A user whose access is closed gets no letter, and needs no wait.
 */
export const erasureWaits: Setting<Duration> = sinceLaunch(["D"], receiptTime);

/**
 * The time that a note on a contact is kept [D]: the two years of a phase and one more, in which the next group has the
 * same questions. The contact itself stays: it is counted.
 */
export const contactNotesKept: Setting<Period> = sinceLaunch(["D"], { months: 36 });

/** The time that a letter keeps its address [D]: the duration of a review, in which notice may be disputed. */
export const letterAddressesKept: Setting<Period> = sinceLaunch(["D"], { months: 24 });

/** The time that a letter keeps its subject line and its officer's text [D]: four phases of two years, and two more. */
export const letterTextsKept: Setting<Period> = sinceLaunch(["D"], { months: 120 });

/** The time that a failed address or an unreachable recipient is kept on record after its end [D]. */
export const reachKept: Setting<Period> = sinceLaunch(["D"], { months: 12 });

/** The time in which the recipients that a preview listed may be sent to [D]. */
export const previewRetention: Duration = { hours: 24 };

/** The time that the content of an import is kept, unless it is applied sooner; then it is deleted [D]. */
export const importRetention: Duration = { hours: 30 * 24 };

/** The time that a user's count against the daily limits is kept, from the beginning of that day [D]. */
export const allowanceRetention: Duration = { hours: 48 };

/** The time that the record of an applied batch of counts is kept; batches are applied within minutes [D]. */
export const countsBatchRetention: Duration = { hours: 7 * 24 };

/** Returns the time from which data are kept, by the edition in force: data before it are past their retention. */
export const keptFrom = (setting: Setting<Period>, now: Instant): Instant => {
  const today = dayOf(now);
  return startOfDay(dayBefore(today, inForce(setting, today)));
};
