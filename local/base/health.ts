import { UserError } from "./user-error.ts";

type Cause = "engine" | "disk";

/** Ability of the local system to store data: its database engine answers and its disk has space. */
export interface Health {
  /**
   * Returns the current problem in one line, or undefined if there is none. With a cause, only problems of that cause.
   */
  readonly problem: (cause?: Cause) => string | undefined;
  /** Returns the number of problems so far: two equal readings around a piece of work mean that none came between. */
  readonly problems: () => number;
  readonly begin: (cause: Cause, line: string) => void;
  readonly end: (cause: Cause) => void;
  /** Reports a problem that does not end without intervention. */
  readonly giveUp: (cause: Cause, line: string) => void;
  /** Resolves while nothing is wrong. Rejects with a UserError where that lasts for longer than ten seconds, or for good. */
  readonly recovered: (cause?: Cause) => Promise<void>;
  readonly onRecovered: (listener: () => void) => void;
  /** Checks for unnoticed problems, after a failure. */
  readonly check: () => void;
  readonly onCheck: (look: () => void) => void;
}

/** Milliseconds before the wait is reported: an engine is usually back within a second. */
const longestWait = 10_000;

/** Nothing is wrong at first. */
export const newHealth = (): Health => {
  const causes = new Map<Cause, string>();
  const listeners = new Set<() => void>();
  const looks: (() => void)[] = [];
  let problemCount = 0;
  let isLost = false;
  const begin: Health["begin"] = (cause, line) => {
    if (!causes.has(cause)) problemCount += 1;
    causes.set(cause, line);
  };
  const problem: Health["problem"] = (cause) =>
    cause === undefined ? causes.values().next().value : causes.get(cause);

  const recovery: Health["recovered"] = (cause) =>
    new Promise((resolve, reject) => {
      const end = (line: string | undefined): void => {
        listeners.delete(look);
        clearTimeout(timer);
        if (line === undefined) resolve();
        else reject(new UserError(line));
      };
      const look = (): void => {
        const line = problem(cause);
        if (line === undefined || isLost) end(line);
      };
      const timer = setTimeout(() => end(problem(cause)), longestWait);
      listeners.add(look);
      look();
    });

  return {
    problem,
    problems: () => problemCount,
    begin,
    end: (cause) => {
      if (!causes.delete(cause)) return;
      for (const listener of listeners) listener();
    },
    giveUp: (cause, line) => {
      isLost = true;
      begin(cause, line);
      for (const listener of listeners) listener();
    },
    recovered: (cause) => (problem(cause) === undefined ? Promise.resolve() : recovery(cause)),
    onRecovered: (listener) => {
      listeners.add(listener);
    },
    check: () => {
      for (const look of looks) look();
    },
    onCheck: (look) => {
      looks.push(look);
    },
  };
};
