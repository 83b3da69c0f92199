import type { Instant } from "../../../schemas/base/values.ts";

export interface Clock {
  now(): Instant;
}

/** Waits by the same clock. */
export interface Sleeper {
  until(instant: Instant): Promise<void>;
}
