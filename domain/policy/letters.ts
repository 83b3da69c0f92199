import type { Duration } from "../base/time.ts";
import { type Setting, sinceLaunch } from "../base/settings.ts";

/** The time limit of a sender's claim on a letter [D]: longer than any function runs. */
export const claimLease: Duration = { minutes: 5 };

/** The time to wait for the mail service's event when it is unknown whether a letter was accepted [D]. */
export const settlingTime: Duration = { minutes: 15 };

/**
 * The objective: of the letters that are due at a 09:00, this share in per cent is accepted by the mail service within
 * this time of it [D].
 */
export const punctualityObjective = { within: { minutes: 60 }, percent: 99.9 } as const satisfies {
  within: Duration;
  percent: number;
};

/** The time that a planned letter may wait in its queue before the sweep orders it again [D]. */
export const sendingTime: Duration = { minutes: 30 };

/** The time for which the cached quota of the mail service counts as current [D]. */
export const permitReadEvery: Duration = { minutes: 5 };

/** The time that a letter waits for a slot before its order is put back [D]: short for a function. */
export const slotPatience: Duration = { seconds: 15 };

/**
 * The time span of the journal in which an hourly sweep searches for missing effects [D]: longer than the stream keeps
 * its entries, which is a day, and than the longest weekend on which an outage is not repaired. A nightly sweep covers
 * everything since the last night without a failure.
 */
export const effectsLookback: Duration = { hours: 4 * 24 };

/**
 * The greatest age of a fact for which a sweep mails a missing letter [D]: longer than any outage that is planned for.
 * Older ones are only counted: after an upgrade letters of years may be missing by their new ids, or by rules that did
 * not exist, and no recipient is to get these.
 */
export const newsAge: Duration = { hours: 30 * 24 };

/**
 * The number of nights in which the nightly sweep reads every journal once [D]: fewer than the days of `newsAge`, so that
 * a letter that the other sweeps never found missing is still sent.
 */
export const nightsOfRound = 28;

/** The time that an accepted letter may stay without a receipt before its row needs attention again [D]. */
export const receiptTime: Duration = { hours: 72 };

/** The most bytes that a letter may have, subject and both parts together: mail programs cut off what is longer [D]. */
export const mailLimit: Setting<number> = sinceLaunch(["D"], 100_000);

/**
 * The share of the permitted rate that is used [D]: of a rate of up to `small` mails a second, and of a larger one. A
 * mail that is slightly late then never exceeds the rate.
 */
export const usedRate = { small: 20, ofSmall: 0.975, ofLarge: 0.98 } as const;

/** The share that is kept for deadline letters, lent to bulletins while none waits [D]. */
export const keptShare = 0.1;

/** Mails a second that all senders together never reach: a permitted rate from here on needs no slots [D]. */
export const unlimitedRate = 5_000;

/** Milliseconds between the reservation of a slot and the slot [D]: enough to write the slot and the claim. */
export const slotLead = 40;

/** Milliseconds for which deadline letters that waited for slots are taken to wait still [D]. */
export const slotsRemembered = 1_000;
