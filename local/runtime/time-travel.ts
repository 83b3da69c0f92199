import type { Activity } from "../base/activity.ts";
import type { Admission } from "../base/admission.ts";
import type { StackClock } from "../base/clock.ts";
import type { Disk } from "../base/disk.ts";
import type { Health } from "../base/health.ts";
import { newFruitlessStops, newMessageStops } from "./message-stops.ts";
import type { QueueReader } from "./queue-source.ts";
import type { Queues } from "../services/queues.ts";
import type { Scheduler } from "../services/scheduler.ts";
import type { StreamReader } from "./stream-source.ts";
import { messageOf } from "../base/user-error.ts";

/** How the clock is moved. */
export interface MoveOptions {
  /** Where recurring schedules that are due fire, each once: at each stop (the default), at the last one, or nowhere. */
  readonly recurring?: "at-each-stop" | "on-arrival" | "never";
  /** Hears of each stop. */
  readonly stopped?: (instant: number) => void;
}

/** What lets time pass: by itself as the machine's clock goes, and in jumps. */
export interface TimeTravel {
  /** Resolves when the streams are read to their end, no message can be read, and no function works. */
  readonly rest: () => Promise<void>;
  /**
   * Moves the clock to an instant (milliseconds since 1970), stopping wherever something is due on the way; each stop
   * waits until everything that followed has been done, and requests wait for the next stop meanwhile. Throws RangeError
   * for the past, and MoveInterrupted where it ended on the way.
   */
  readonly moveTo: (instant: number, moving?: MoveOptions) => Promise<void>;
  readonly close: () => void;
}

/** A move that ended before it arrived: says where the clock stands and what to do. */
export class MoveInterrupted extends Error {
  constructor(at: string, to: number, why: string) {
    super(
      `The clock stands at ${at}, on the way to ${new Date(to).toISOString()}: ${why}. When that is mended, move it to there again`,
    );
    this.name = "MoveInterrupted";
  }
}

export interface TimeTravelParts {
  readonly clock: StackClock;
  readonly activity: Activity;
  readonly queues: Queues;
  readonly scheduler: Scheduler;
  readonly queueReaders: readonly QueueReader[];
  readonly streamReaders: readonly StreamReader[];
  readonly admission: Admission;
  readonly health: Health;
  readonly disk: Disk;
}

/** Timers of the machine are asked for at most a minute ahead. */
const longestTimer = 60_000;
/** How soon what a full disk did not let happen is tried again. */
const afterFailure = 1000;
/** While the clock is moved, whoever moves it calls; this is only in case. */
const whileMoving = 1000;

/** Moves the system's time: comes to rest, jumps to the next moment at which something is due, and so on. */
export const openTimeTravel = (parts: TimeTravelParts): TimeTravel => {
  const { clock, activity, queues, scheduler, queueReaders, streamReaders, admission, health, disk } = parts;
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
    const done = disk.attempt(() => {
      scheduler.fire("one-time");
      // While the clock is moved, recurring schedules fire once at each stop.
      if (!moving) scheduler.fire("recurring");
      for (const reader of queueReaders) reader.pump();
      return true;
    });
    clearTimeout(timer);
    timer = setTimeout(tick, done === undefined ? afterFailure : moving ? whileMoving : untilNext());
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
  health.onRecovered(soon);
  tick();

  const rest = async (): Promise<void> => {
    while (!closed) {
      await health.recovered();
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

  const travel = async (instant: number, { recurring = "at-each-stop", stopped }: MoveOptions): Promise<void> => {
    const messages = newMessageStops();
    const fruitless = newFruitlessStops(queues.worked());
    for (let arrived = false; !arrived;) {
      refuseWhenEnded();
      const shows = messages.next(queues.nextDue(watched), clock.now());
      const next = earliest(scheduler.nextDue("one-time"), shows, instant) ?? instant;
      if (next === shows) messages.made();
      arrived = next === instant;
      if (next > clock.now()) clock.jumpTo(next);
      admission.admit();
      await restOrEnd();
      if (recurring === "at-each-stop" || (arrived && recurring === "on-arrival")) {
        if (scheduler.fire("recurring") > 0) await restOrEnd();
      } else if (arrived) scheduler.letPass();
      stopped?.(next);
      if (!arrived) fruitless.after(queues.worked());
    }
  };
  const refuseWhenEnded = (): void => {
    if (closed) throw new Error("the system was ended");
  };
  const restOrEnd = async (): Promise<void> => {
    await rest();
    refuseWhenEnded();
  };
  const move = async (instant: number, how: MoveOptions): Promise<void> => {
    admission.hold();
    try {
      await restOrEnd();
      if (instant < clock.now()) {
        throw new RangeError(`The clock does not go back to ${new Date(instant).toISOString()}`);
      }
      moving = true;
      await travel(instant, how);
    } catch (error) {
      if (!moving && error instanceof RangeError) throw error;
      disk.noticed(error);
      throw new MoveInterrupted(clock.instant(), instant, messageOf(error));
    } finally {
      moving = false;
      admission.release();
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
