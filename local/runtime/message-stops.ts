import type { MessageCounts } from "../services/queues.ts";

const [minute, hour] = [60_000, 3_600_000];

/** Number of consecutive stops at the exact time of a message: enough for normal processing, and to see a failure. */
const exactStops = 50;
/** After this many more stops the distance doubles. */
const stopsOfADistance = 10;
const [leastDistance, longestDistance] = [minute, 6 * hour];

/** Stops of a moved clock for messages that are hidden now and become visible later. */
export interface MessageStops {
  /** The next stop, for the instant at which a message shows, both in milliseconds since 1970; undefined for none. */
  readonly next: (shows: number | undefined, now: number) => number | undefined;
  /** Counts such a stop. */
  readonly count: () => void;
}

/**
 * Stops exactly when a message shows. Where every stop leads to another, as while the mail service throttles and each
 * letter is put back for minutes, weeks would take thousands of stops: the distance between two grows then, up to six
 * hours, until a moment comes at which no message is hidden. Such messages show late, as in a queue that is busy.
 */
export const newMessageStops = (): MessageStops => {
  let made = 0;
  return {
    next: (shows, now) => {
      if (shows === undefined) made = 0;
      if (shows === undefined || made < exactStops) return shows;
      const doubled = Math.floor((made - exactStops) / stopsOfADistance);
      return Math.max(shows, now + Math.min(leastDistance * 2 ** doubled, longestDistance));
    },
    count: () => {
      made += 1;
    },
  };
};

/** A message is given five times before it is put aside, which is no reason to end; and what fails fast costs nothing. */
const [mostFruitless, longestFruitless] = [6, 60_000];

/** Counts stops at which functions were given messages and finished none. */
export interface FruitlessStops {
  /** Counts a stop, after which so much was worked in all. Throws an Error when stops bring nothing for too long. */
  readonly count: (worked: MessageCounts) => void;
}

/**
 * Ends a move during which nothing that functions try succeeds, as while the database throttles every call: each stop then
 * takes as long as their retries, and all that it brings is messages put aside.
 */
export const newFruitlessStops = (worked: MessageCounts, clock = () => performance.now()): FruitlessStops => {
  let before = worked;
  let fruitless = 0;
  let since = clock();
  return {
    count: (now) => {
      const [received, removed] = [now.received - before.received, now.removed - before.removed];
      before = now;
      if (removed > 0) fruitless = 0;
      else if (received > 0) fruitless += 1;
      if (fruitless === 0) since = clock();
      if (fruitless < mostFruitless || clock() - since < longestFruitless) return;
      throw new Error(
        `at ${fruitless} stops in a row no function finished what it was given (the logs of functions say why)`,
      );
    },
  };
};
