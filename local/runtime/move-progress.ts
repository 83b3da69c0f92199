import type { StackClock } from "../base/clock.ts";
import type { MoveOptions } from "./time-travel.ts";

/** How far the clock is on its way, in instants (UTC) and as the share of the time that lies behind it, 0 to 1. */
export interface MoveProgress {
  readonly from: string;
  readonly to: string;
  readonly share: number;
}

/** What watches the clock while it is moved. */
export interface MoveWatch {
  /** The move that is under way; undefined while the clock goes by itself. */
  readonly progress: () => MoveProgress | undefined;
  /** Watches one move to an instant (milliseconds since 1970) until it has ended, however it does. */
  readonly watch: (to: number, options: MoveOptions, move: (options: MoveOptions) => Promise<void>) => Promise<void>;
}

const iso = (instant: number): string => new Date(instant).toISOString();

/** Below this a move is over before anybody wonders how far it is. */
const longMove = 45 * 86_400_000;

/** A move on its way, from one instant to another. */
interface Way {
  readonly from: number;
  readonly to: number;
}

const shareOf = ({ from, to }: Way, at: number): number => (to <= from ? 1 : Math.min(1, (at - from) / (to - from)));

/** Watches moves of a clock, which wait for each other. Of a long one each tenth of the way is told in a line. */
export const newMoveWatch = (clock: Pick<StackClock, "now">, tell: (line: string) => void): MoveWatch => {
  let current: Way | undefined;
  const progress = (): MoveProgress | undefined => {
    if (current === undefined) return undefined;
    const share = Math.round(shareOf(current, clock.now()) * 1000) / 1000;
    return { from: iso(current.from), to: iso(current.to), share };
  };
  return {
    progress,
    watch: async (to, options, move) => {
      const way: Way = { from: clock.now(), to };
      let tenths = 0;
      current ??= way;
      const onStop = (at: number): void => {
        current = way;
        const reached = Math.floor(shareOf(way, at) * 10);
        if (to - way.from >= longMove && reached > tenths && reached < 10)
          tell(`The clock is at ${iso(at)}, ${reached * 10} % of the way to ${iso(to)}`);
        tenths = Math.max(tenths, reached);
        options.onStop?.(at);
      };
      try {
        await move({ ...options, onStop });
      } finally {
        if (current === way) current = undefined;
      }
    },
  };
};
