import { setTimeout } from "node:timers/promises";
import { epochOf, instantOf } from "../../domain/base/time.ts";
import type { Clock, Sleeper } from "./ports/time.ts";

/** The only place where the time is read. */
export const systemClock: Clock = { now: () => instantOf(Date.now()) };

/** Waits until the clock shows an instant: a timer that rings early is set again. */
export const systemSleeper: Sleeper = {
  until: async (instant) => {
    const end = epochOf(instant);
    for (let left = end - Date.now(); left > 0; left = end - Date.now()) await setTimeout(left);
  },
};
