import { setTimeout as wait } from "node:timers/promises";
import { type Engine, startEngine } from "./engine.ts";
import type { Health } from "../base/health.ts";
import { messageOf, UserError } from "../base/user-error.ts";

/** An engine that dies so often within a minute does not get well by being started once more. */
const mostDeaths = 5;
const minute = 60_000;
/** Milliseconds before the engine is started again: at once, and more slowly each time it dies within a minute. */
const pauses = [0, 200, 800, 2000, 5000];

export interface EngineWatchParts {
  /** The data file. */
  readonly file: string;
  readonly health: Health;
  /** Hears of each death, and what came of it, in one line each. */
  readonly tell: (line: string) => void;
}

/**
 * Starts the embedded engine, and starts it again on the same file and port whenever it ends by itself: what it
 * acknowledged is in the file, and functions know the port. Throws a UserError when it does not start the first time.
 */
export const watchEngine = async ({ file, health, tell }: EngineWatchParts): Promise<Engine> => {
  const first = await startEngine({ file });
  const port = Number(new URL(first.endpoint).port);
  const closing = new AbortController();
  const { signal } = closing;
  let engine = first;
  let deaths: number[] = [];

  const giveUp = (how: string): void => {
    const advice = `end this with Ctrl-C and start again, and put a backup back with "npm run restore:local" if that does not help`;
    const line = `The database engine ended ${deaths.length} times within a minute (last ${how}): ${advice}`;
    health.giveUp("engine", line);
    tell(line);
  };
  /** Counts a death; answers how long to wait before the next start, or undefined where there is to be none. */
  const pauseAfter = (how: string): number | undefined => {
    const now = performance.now();
    deaths = [...deaths.filter((at) => now - at < minute), now];
    if (deaths.length > mostDeaths) {
      giveUp(how);
      return undefined;
    }
    const line = `The database engine ended (${how})`;
    health.begin("engine", `${line}; it is being started again`);
    tell(`${line}; starting it again …`);
    return pauses[deaths.length - 1] ?? 0;
  };
  const startAgain = async (how: string): Promise<boolean> => {
    for (let reason = how; !signal.aborted;) {
      const pause = pauseAfter(reason);
      if (pause === undefined) return false;
      await wait(pause, undefined, { signal }).catch(() => undefined);
      if (signal.aborted) return false;
      try {
        engine = await startEngine({ file, port });
        return true;
      } catch (error) {
        if (!(error instanceof UserError)) throw error;
        reason = messageOf(error);
      }
    }
    return false;
  };
  const watch = async (): Promise<void> => {
    for (;;) {
      const how = (await engine.ended) ?? "unknown";
      if (signal.aborted || !(await startAgain(how))) return;
      if (signal.aborted) return;
      health.end("engine");
      tell("The database engine runs again");
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
