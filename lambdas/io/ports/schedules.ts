import type { SweepMessage, TimerMessage } from "../../../schemas/model/messages.ts";
import type { Instant } from "../../../schemas/base/values.ts";
import type { Page, PageRequest } from "./paging.ts";

/** One-time schedules that put a timer message on the timers queue. */
export interface Schedules {
  /**
   * Arms once; a name that exists is already armed. For an instant within a minute, or past, the message is put on the
   * queue, to be seen when the instant has come.
   */
  arm(name: string, at: Instant, message: TimerMessage, now: Instant): Promise<void>;
  /** A schedule that does not exist is already disarmed. */
  disarm(name: string): Promise<void>;
  /** Names of all armed schedules, in pages. */
  armed(paging: PageRequest): Promise<Page<string>>;
}

/** The sweep queue, for a sweep that continues in another run of the function. */
export interface SweepQueue {
  enqueue(message: SweepMessage): Promise<void>;
}

/** The timers queue, for an immediate check. */
export interface Timers {
  fire(message: TimerMessage): Promise<void>;
}
