import { setTimeout as wait } from "node:timers/promises";
import { type Engine, type EngineOptions, startEngine } from "./engine.ts";
import type { Health } from "../base/health.ts";
import { messageOf, UserError } from "../base/user-error.ts";

/** An engine that dies so often within a minute does not get well by being started once more. */
const mostDeaths = 5;

/** Settings of the restart of an engine that ended unexpectedly. */
export interface EngineRestarts {
  /** Milliseconds before it is started: after its first death, and after each further one. */
  readonly pauses: readonly number[];
  /** Milliseconds after which a death is forgotten. */
  readonly within: number;
}

/** At once, and more slowly each time it dies within a minute. */
const usualRestarts: EngineRestarts = { pauses: [0, 200, 800, 2000, 5000], within: 60_000 };

export interface EngineWatchParts {
  /** The data file. */
  readonly file: string;
  readonly health: Health;
  /** Hears of each death, and what came of it, in one line each. */
  readonly report: (line: string) => void;
  readonly restarts?: EngineRestarts | undefined;
}

/** Says what becomes of the engine: to its health, and in lines. */
const reportTo = ({ health, report }: EngineWatchParts) => ({
  ended: (how: string): void => {
    const line = `The database engine ended (${how})`;
    health.begin("engine", `${line}; it is being started again`);
    report(`${line}; starting it again …`);
  },
  runsAgain: (): void => {
    health.end("engine");
    report("The database engine runs again");
  },
  staysAway: (how: string, deaths: number): void => {
    const advice = `end this with Ctrl-C and start again, and put a backup back with "npm run restore:local" if that does not help`;
    const line = `The database engine ended ${deaths} times within a minute (last ${how}): ${advice}`;
    health.giveUp("engine", line);
    report(line);
  },
});

/**
 * Starts the engine again after a death, however often that takes; undefined where it died too often within a minute, or
 * `signal` came.
 */
type Restart = (how: string, signal: AbortSignal) => Promise<Engine | undefined>;

const restartOf = (
  options: EngineOptions,
  report: ReturnType<typeof reportTo>,
  { pauses, within }: EngineRestarts,
): Restart => {
  /** By the machine's clock, those that are not forgotten. */
  let deaths: number[] = [];
  return async (how, signal) => {
    for (let reason = how; !signal.aborted;) {
      const now = performance.now();
      deaths = [...deaths.filter((at) => now - at < within), now];
      if (deaths.length > mostDeaths) {
        report.staysAway(reason, deaths.length);
        return undefined;
      }
      report.ended(reason);
      await wait(pauses[deaths.length - 1] ?? 0, undefined, { signal }).catch(() => undefined);
      if (signal.aborted) return undefined;
      try {
        return await startEngine(options);
      } catch (error) {
        if (!(error instanceof UserError)) throw error;
        reason = messageOf(error);
      }
    }
    return undefined;
  };
};

/**
 * Starts the embedded engine, and restarts it with the file and port unchanged whenever it ends: acknowledged data are
 * in the file, and functions use the port. Throws a UserError if the first start fails.
 */
export const watchEngine = async (parts: EngineWatchParts): Promise<Engine> => {
  const { file, restarts = usualRestarts } = parts;
  const first = await startEngine({ file });
  const report = reportTo(parts);
  const restart = restartOf({ file, port: Number(new URL(first.endpoint).port) }, report, restarts);
  const closing = new AbortController();
  const { signal } = closing;
  let engine = first;

  const watch = async (): Promise<void> => {
    for (;;) {
      const how = (await engine.ended) ?? "unknown";
      const again = await restart(how, signal);
      if (again === undefined) return;
      engine = again;
      if (signal.aborted) return;
      report.runsAgain();
    }
  };
  const watching = watch();

  return {
    endpoint: first.endpoint,
    file,
    close: async () => {
      closing.abort();
      await engine.close();
      await watching;
      // One that was being started when the end came.
      await engine.close();
    },
  };
};
