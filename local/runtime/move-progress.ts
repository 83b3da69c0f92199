import type { StackClock } from "../base/clock.ts";
import type { MoveOptions } from "./time-travel.ts";

/** The work of a system as its queues and its mailbox show it. */
interface QueueWork {
  /** Messages that functions finished so far. */
  readonly finished: number;
  /** Messages that can be read now. */
  readonly waiting: number;
  /** Letters that the mail service accepted so far. */
  readonly letters: number;
}

/**
 * The progress of a move of the clock. `share` is the part of the time that is over, 0 to 1. On a morning with many letters
 * it does not change for minutes; the counts of work show that the move continues.
 */
export interface MoveProgress {
  readonly from: string;
  readonly to: string;
  readonly share: number;
  /** The day that the clock has reached, from 1 to `days`. */
  readonly day: number;
  readonly days: number;
  /** Stops that the clock has left behind. */
  readonly stops: number;
  /** Letters that were sent since the move began. */
  readonly letters: number;
  /** Messages that functions finished since the move began. */
  readonly finished: number;
  /** Messages that functions have yet to read before the clock moves on. */
  readonly waiting: number;
}

/** How a move ended. */
export interface MoveResult {
  readonly from: string;
  /** Time at which the clock was then. */
  readonly at: string;
  readonly letters: number;
  /** Of the machine's time. */
  readonly seconds: number;
  /** Present if the move was interrupted. */
  readonly error?: string;
}

/** One move of the clock, given its options. */
type Move = (options: MoveOptions) => Promise<void>;

/** Observes the clock while it is moved. */
export interface MoveWatch {
  /** Returns the current move, or undefined while the clock runs normally. */
  readonly progress: () => MoveProgress | undefined;
  /** Returns how the latest move ended. */
  readonly last: () => MoveResult | undefined;
  /** Watches one move to an instant (milliseconds since 1970) until it ends or throws; `report` hears lines on its progress. */
  readonly watch: (to: number, options: MoveOptions, move: Move, report?: (line: string) => void) => Promise<void>;
}

const iso = (instant: number): string => new Date(instant).toISOString();
const dayLength = 86_400_000;

/** Milliseconds of the machine after which a move first reports its progress. Each pause is twice the one before. */
const firstReport = 2000;
const longestPause = 30_000;

/** A move on its way, from one instant to another. */
interface Way {
  readonly from: number;
  readonly to: number;
  /** The work that was done before it began. */
  readonly before: QueueWork;
  stops: number;
}

export const lettersIn = (count: number): string => `${count} ${count === 1 ? "letter" : "letters"}`;

const shareOf = ({ from, to }: Way, at: number): number => (to <= from ? 1 : Math.min(1, (at - from) / (to - from)));

export interface MoveWatchParts {
  readonly clock: Pick<StackClock, "now">;
  readonly work: () => QueueWork;
}

const progressOf = ({ clock, work }: MoveWatchParts, way: Way): MoveProgress => {
  const { finished, waiting, letters } = work();
  const days = Math.max(1, Math.ceil((way.to - way.from) / dayLength));
  return {
    from: iso(way.from),
    to: iso(way.to),
    share: Math.round(shareOf(way, clock.now()) * 1000) / 1000,
    day: Math.min(days, Math.floor((clock.now() - way.from) / dayLength) + 1),
    days,
    stops: way.stops,
    // A user may empty the mailbox meanwhile.
    letters: Math.max(0, letters - way.before.letters),
    finished: finished - way.before.finished,
    waiting,
  };
};

/** Runs a report after two seconds, then after ever longer pauses. Returns a function that ends it. */
const reportPatiently = (report: () => void): (() => void) => {
  let pause = firstReport;
  let timer: NodeJS.Timeout;
  const next = (): void => {
    timer = setTimeout(() => {
      report();
      pause = Math.min(longestPause, pause * 2);
      next();
    }, pause);
  };
  next();
  return () => clearTimeout(timer);
};

/** Watches moves of a clock, which wait for each other. A move of over two seconds is reported by the work that is done. */
export const newMoveWatch = (parts: MoveWatchParts): MoveWatch => {
  const { clock, work } = parts;
  let current: Way | undefined;
  let latest: MoveResult | undefined;
  return {
    progress: () => (current === undefined ? undefined : progressOf(parts, current)),
    last: () => latest,
    watch: async (to, options, move, report = () => undefined) => {
      const way: Way = { from: clock.now(), to, before: work(), stops: 0 };
      const began = performance.now();
      current ??= way;
      let isReported = false;
      const endReports = reportPatiently(() => {
        // A move that waits for another one has nothing to report.
        if (current !== way) return;
        isReported = true;
        const { day, days, letters, finished, waiting } = progressOf(parts, way);
        const place = `The clock is at ${iso(clock.now())}, day ${day} of ${days}`;
        report(`${place}: ${lettersIn(letters)} sent, ${finished} messages processed, ${waiting} waiting`);
      });
      const onStop = (at: number): void => {
        current = way;
        way.stops += 1;
        options.onStop?.(at);
      };
      const end = (error?: string): void => {
        const { letters } = progressOf(parts, way);
        const seconds = Math.round((performance.now() - began) / 1000);
        latest = {
          from: iso(way.from),
          at: iso(clock.now()),
          letters,
          seconds,
          ...(error === undefined ? {} : { error }),
        };
        if (isReported && error === undefined)
          report(`The clock has arrived at ${latest.at}: ${lettersIn(letters)} sent in ${seconds} s`);
      };
      try {
        await move({ ...options, onStop });
        end();
      } catch (error) {
        end(error instanceof Error ? error.message : String(error));
        throw error;
      } finally {
        endReports();
        if (current === way) current = undefined;
      }
    },
  };
};
