import type { StackClock } from "../base/clock.ts";
import type { MoveOptions } from "./time-travel.ts";

/** The work of a system as its queues show it. */
interface QueueWork {
  /** Messages that functions finished so far. */
  readonly finished: number;
  /** Messages that can be read now. */
  readonly waiting: number;
}

/**
 * How far the clock is on its way, in instants (UTC) and as the share of the time that lies behind it, 0 to 1. On a morning
 * with many letters the share rests for minutes; the work shows that the move continues.
 */
export interface MoveProgress {
  readonly from: string;
  readonly to: string;
  readonly share: number;
  /** Stops that the clock has left behind. */
  readonly stops: number;
  /** Messages that functions finished since the move began. */
  readonly finished: number;
  /** Messages that functions have yet to read before the clock moves on. */
  readonly waiting: number;
}

/** Observes the clock while it is moved. */
export interface MoveWatch {
  /** Returns the current move, or undefined while the clock runs normally. */
  readonly progress: () => MoveProgress | undefined;
  /** Watches one move to an instant (milliseconds since 1970) until it has ended, however it does. */
  readonly watch: (to: number, options: MoveOptions, move: (options: MoveOptions) => Promise<void>) => Promise<void>;
}

const iso = (instant: number): string => new Date(instant).toISOString();

/** Shorter moves are over before a user needs a progress report. */
const longMove = 45 * 86_400_000;

/** So often, in milliseconds of the machine, a move reports on the terminal how far it is where nothing else did. */
const reportsEvery = 30_000;

/** A move on its way, from one instant to another. */
interface Way {
  readonly from: number;
  readonly to: number;
  /** Messages finished before it began. */
  readonly finishedBefore: number;
  stops: number;
}

const shareOf = ({ from, to }: Pick<Way, "from" | "to">, at: number): number =>
  to <= from ? 1 : Math.min(1, (at - from) / (to - from));

export interface MoveWatchParts {
  readonly clock: Pick<StackClock, "now">;
  readonly work: () => QueueWork;
  /** Hears a line on how far a move is. */
  readonly report: (line: string) => void;
}

/**
 * Watches moves of a clock, which wait for each other. Reports each tenth of a long way in a line, and every half minute how
 * much work was done where no tenth was passed.
 */
export const newMoveWatch = ({ clock, work, report }: MoveWatchParts): MoveWatch => {
  let current: Way | undefined;
  const progressOf = (way: Way): MoveProgress => {
    const { finished, waiting } = work();
    return {
      from: iso(way.from),
      to: iso(way.to),
      share: Math.round(shareOf(way, clock.now()) * 1000) / 1000,
      stops: way.stops,
      finished: finished - way.finishedBefore,
      waiting,
    };
  };
  const reportProgress = (way: Way): void => {
    const { share, to, stops, finished, waiting } = progressOf(way);
    const place = `The clock is at ${iso(clock.now())}, ${Math.floor(share * 100)} % of the way to ${to}`;
    report(`${place}: ${stops} stops, ${finished} messages finished, ${waiting} waiting`);
  };
  return {
    progress: () => (current === undefined ? undefined : progressOf(current)),
    watch: async (to, options, move) => {
      const way: Way = { from: clock.now(), to, finishedBefore: work().finished, stops: 0 };
      let tenths = 0;
      current ??= way;
      const timer = setInterval(() => {
        if (current === way) reportProgress(way);
      }, reportsEvery);
      const onStop = (at: number): void => {
        current = way;
        way.stops += 1;
        const reached = Math.floor(shareOf(way, at) * 10);
        if (to - way.from >= longMove && reached > tenths && reached < 10) {
          reportProgress(way);
          timer.refresh();
        }
        tenths = Math.max(tenths, reached);
        options.onStop?.(at);
      };
      try {
        await move({ ...options, onStop });
      } finally {
        clearInterval(timer);
        if (current === way) current = undefined;
      }
    },
  };
};
