import type { Activity } from "./activity.ts";
import type { HouseClock } from "./clock.ts";
import type { QueueReader } from "./queue-source.ts";
import type { Queues } from "./queues.ts";
import type { Scheduler } from "./scheduler.ts";
import type { StreamReader } from "./stream-source.ts";

/** How the clock is moved. */
export interface Moving {
  /** Where recurring schedules that are due fire, each once: at each stop (the default), at the last one, or nowhere. */
  readonly recurring?: "at-each-stop" | "on-arrival" | "never";
  /** Hears of each stop. */
  readonly stopped?: (instant: number) => void;
}

/** What lets time pass: by itself as the machine's clock goes, and in jumps. */
export interface Motion {
  /** Resolves when the streams are read to their end, no message can be read, and no function works. */
  readonly rest: () => Promise<void>;
  /**
   * Moves the clock to an instant (milliseconds since 1970), stopping wherever something is due on the way; each stop
   * waits until everything that followed has been done. Throws RangeError for the past.
   */
  readonly moveTo: (instant: number, moving?: Moving) => Promise<void>;
  readonly close: () => void;
}

export interface MotionParts {
  readonly clock: HouseClock;
  readonly activity: Activity;
  readonly queues: Queues;
  readonly scheduler: Scheduler;
  readonly queueReaders: readonly QueueReader[];
  readonly streamReaders: readonly StreamReader[];
}

/** Timers of the machine are asked for at most a minute ahead. */
const longestTimer = 60_000;
/** While the clock is moved, whoever moves it calls; this is only in case. */
const whileMoving = 1000;

/** Moves the house's time: comes to rest, jumps to the next moment at which something is due, and so on. */
export const openMotion = (parts: MotionParts): Motion => {
  const { clock, activity, queues, scheduler, queueReaders, streamReaders } = parts;
  const watched = queueReaders.map(({ queue }) => queue);
  let timer: NodeJS.Timeout | undefined;
  let planned = false;
  let moving = false;
  let closed = false;
  let last: Promise<void> = Promise.resolve();

  const earliest = (...instants: readonly (number | undefined)[]): number | undefined => {
    const known = instants.filter((instant) => instant !== undefined);
    return known.length === 0 ? undefined : Math.min(...known);
  };

  /** Fires what is due, reads what can be read, and sees to it that this is called again in time. */
  const tick = (): void => {
    if (closed) return;
    scheduler.fire("one-time");
    // While the clock is moved, recurring schedules fire once at each stop.
    if (!moving) scheduler.fire("recurring");
    for (const reader of queueReaders) reader.pump();
    clearTimeout(timer);
    timer = setTimeout(tick, moving ? whileMoving : untilNext());
  };
  const untilNext = (): number => {
    const waiting = queueReaders.map((reader) => reader.nextDue());
    const due = earliest(scheduler.nextDue("any"), queues.nextDue(watched), ...waiting);
    const left = due === undefined ? longestTimer : due - clock.now();
    return Math.min(Math.max(left, 1), longestTimer);
  };
  /** Several changes at once lead to one round, after the one who made them has finished. */
  const soon = (): void => {
    if (planned || closed) return;
    planned = true;
    const done = activity.begin();
    setImmediate(() => {
      planned = false;
      tick();
      done();
    });
  };
  const stopListening = queues.onChange(soon);
  scheduler.onChange(soon);
  for (const reader of queueReaders) reader.onEnded(soon);
  tick();

  const rest = async (): Promise<void> => {
    while (!closed) {
      tick();
      const seen = activity.count();
      await Promise.all(streamReaders.map((reader) => reader.drained()));
      await activity.idle();
      const left = watched.some((queue) => queues.counts(queue).visible > 0);
      if (activity.count() !== seen) continue;
      if (!left) return;
      // Nothing happened, so nothing more comes to what waits for it.
      for (const reader of queueReaders) reader.pump("none-comes");
    }
  };

  const move = async (instant: number, { recurring = "at-each-stop", stopped }: Moving): Promise<void> => {
    await rest();
    if (instant < clock.now()) throw new RangeError(`The clock does not go back to ${new Date(instant).toISOString()}`);
    moving = true;
    try {
      for (let arrived = false; !arrived && !closed;) {
        const due = earliest(scheduler.nextDue("one-time"), queues.nextDue(watched));
        const next = Math.min(due ?? instant, instant);
        arrived = next === instant;
        if (next > clock.now()) clock.jumpTo(next);
        await rest();
        if (recurring === "at-each-stop" || (arrived && recurring === "on-arrival")) {
          if (scheduler.fire("recurring") > 0) await rest();
        } else if (arrived) scheduler.letPass();
        stopped?.(next);
      }
    } finally {
      moving = false;
      soon();
    }
  };

  return {
    rest,
    moveTo: (instant, how = {}) => {
      // One move after the other.
      const mine = last.then(() => move(instant, how));
      last = mine.catch(() => undefined);
      return mine;
    },
    close: () => {
      closed = true;
      clearTimeout(timer);
      stopListening();
    },
  };
};
