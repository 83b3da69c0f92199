import { instantOf } from "../../domain/time.ts";
import type { Clock } from "./ports.ts";

/** The only place where the time is read. */
export const systemClock: Clock = { now: () => instantOf(Date.now()) };
