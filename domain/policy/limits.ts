import { type Setting, sinceLaunch } from "../base/settings.ts";

/** The number of errors of a request that are reported [D]: a caller corrects these and gets the rest. */
export const maxReportedErrors = 50;

/** The number of clarifications that a party may request in a review [D]: each can hold texts of any length. */
export const clarificationCap: Setting<number> = sinceLaunch(["D"], 20);

/**
 * The number of people who may serve for a party in a review at a time, and in all [D]: a focal point with its experts
 * and observers, and their successors over the years of a review. A review is one item of the database.
 */
export const seatCap: Setting<{ readonly serving: number; readonly ever: number }> = sinceLaunch(["D"], {
  serving: 30,
  ever: 120,
});

/** The number of mandates of a party that may wait for people of other parties [D]: both hold them. */
export const offersCap: Setting<number> = sinceLaunch(["D"], 50);
