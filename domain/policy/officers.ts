import type { Duration } from "../base/time.ts";
import { type Setting, sinceLaunch } from "../base/settings.ts";

/** The least number of confirmed users of the secretariat, so that acts that need two persons remain possible [D]. */
export const leastOfficers: Setting<number> = sinceLaunch(["D"], 2);

/** The time of a suspension [D]: a day, in which the operator adds an officer or the account is closed. */
export const suspensionTime: Setting<Duration> = sinceLaunch(["D"], { hours: 24 });

/**
 * The time that a user of the secretariat who was registered, reopened or readdressed by another waits before approving
 * orders of others [D]: a day, in which those who are notified of it by letter can object.
 */
export const approvalWait: Setting<Duration> = sinceLaunch(["D"], { hours: 24 });
