import { spawn } from "node:child_process";
import { createServer } from "node:net";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { existsSync } from "node:fs";
import { constants } from "node:os";
import { DatabaseSync } from "node:sqlite";
import { setTimeout as wait } from "node:timers/promises";
import { damaged, noRoom, notWritable } from "../base/disk-errors.ts";
import { codeOf, UserError } from "../base/user-error.ts";
import { engineAdvice } from "./engine-advice.ts";

/** A running DynamoDB engine. */
export interface Engine {
  /** Its address, without a slash at the end. */
  readonly endpoint: string;
  /** The data file, where the engine is ours. */
  readonly file?: string;
  /** Resolves when the engine has ended, however that came, with how: `signal SIGKILL` or `code 1`. */
  readonly ended?: Promise<string>;
  readonly close: () => Promise<void>;
}

/**
 * Returns the path of the embedded engine's binary. Throws a UserError with the remedy if its package is not
 * installed.
 */
export const engineBinary = (platform: string = process.platform, arch: string = process.arch): string => {
  const require = createRequire(import.meta.url);
  try {
    const folder = dirname(require.resolve(`@dynoxide/${platform}-${arch}/package.json`));
    const binary = join(folder, "dynoxide");
    if (existsSync(binary)) return binary;
  } catch (error) {
    if (codeOf(error) !== "MODULE_NOT_FOUND") throw error;
  }
  throw new UserError(engineAdvice(platform, arch));
};

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => {
        if (address !== null && typeof address === "object") resolve(address.port);
        else reject(new Error("The system gave no free port"));
      });
    });
  });

/**
 * Runs the engine and ends it when the pipe on descriptor 0 closes, which it does also when this process is killed:
 * no engine outlives its system. Ends as the engine does.
 */
const guardian = `
trap '' PIPE
exec 3<&0
"$@" </dev/null 3<&- &
engine=$!
{ cat <&3 >/dev/null; kill $engine 2>/dev/null; } &
exec 3<&-
wait $engine
`;

/** Returns how a process ended; for a signal that ended its child, a shell reports 128 plus the signal's number. */
const manner = (code: number | null, signal: string | null): string => {
  if (signal !== null) return `signal ${signal}`;
  const [name] = Object.entries(constants.signals).find(([, number]) => number + 128 === code) ?? [];
  return name === undefined ? `code ${code}` : `signal ${name}`;
};

const answers = async (endpoint: string): Promise<boolean> => {
  try {
    // Any answer at all will do; the engine says 400 or 404 to this.
    await fetch(endpoint, { method: "GET", signal: AbortSignal.timeout(1000) });
    return true;
  } catch {
    return false;
  }
};

export interface EngineOptions {
  /** The data file. */
  readonly file: string;
  /** Its port; any free port if left out. */
  readonly port?: number;
}

/** The engine's output while it runs is not read: only this many of its last characters are kept. */
const longestComplaint = 10_000;

interface EngineProcess extends Required<Pick<Engine, "ended" | "close">> {
  readonly hasEnded: () => boolean;
  /** The last words on its standard error, or why it could not be run. */
  readonly complaint: () => string;
}

/** Runs the engine under its guardian. */
const runEngine = (command: readonly string[]): EngineProcess => {
  const child = spawn("/bin/sh", ["-c", guardian, "engine", ...command], {
    stdio: ["pipe", "ignore", "pipe"],
    detached: true,
  });
  let complaint = "";
  child.stderr.on("data", (chunk: Buffer) => {
    complaint = (complaint + chunk.toString()).slice(-longestComplaint);
  });
  child.stdin.on("error", () => undefined);
  let hasEnded = false;
  const ended = new Promise<string>((resolve) => {
    const end = (how: string): void => {
      hasEnded = true;
      child.stdin.destroy();
      resolve(how);
    };
    child.once("exit", (code, signal) => end(manner(code, signal)));
    child.once("error", (error) => {
      complaint += error.message;
      end(error.message);
    });
  });
  const close = async (): Promise<void> => {
    child.stdin.end();
    await ended;
  };
  return { ended, close, hasEnded: () => hasEnded, complaint: () => complaint };
};

/** Returns why the engine did not start on a file, and the remedy. */
const whyNot = (file: string, complaint: string): string => {
  const why = complaint.trim().split("\n").at(-1) ?? "";
  if (/not a valid SQLite database|malformed/u.test(why)) return damaged(file);
  if (/unable to open|readonly|read-only/u.test(why)) return notWritable(file);
  if (why.includes("full")) return noRoom(file);
  return `The database engine did not start on ${file}: ${why}`;
};

/** A port that seemed free may be taken until the engine has it. */
const mostAttempts = 5;

/** Starts the embedded engine on a data file. Throws a UserError when it is not installed or does not start. */
export const startEngine = async ({ file, port: wanted }: EngineOptions): Promise<Engine> => {
  const binary = engineBinary();
  for (let attempt = 1; ; attempt += 1) {
    const port = wanted ?? (await freePort());
    const endpoint = `http://127.0.0.1:${port}`;
    const run = runEngine([binary, "serve", "--host", "127.0.0.1", "--port", String(port), "--db-path", file]);
    const { ended, close } = run;
    while (!run.hasEnded() && !(await answers(endpoint))) await Promise.race([wait(5), ended]);
    if (!run.hasEnded()) return { endpoint, file, ended, close };
    const isTaken = run.complaint().includes("in use");
    if (!isTaken || wanted !== undefined || attempt === mostAttempts)
      throw new UserError(whyNot(file, run.complaint()));
  }
};

/**
 * Creates an index for stream records. Without it the engine scans all stream records at each write to a table with a
 * stream. It is created once, while the engine runs; a repetition is harmless.
 */
export const indexStream = (file: string): void => {
  const database = new DatabaseSync(file, { timeout: 5000 });
  try {
    database.exec(
      "CREATE INDEX IF NOT EXISTS stream_order ON _stream_records(table_name, CAST(sequence_number AS INTEGER))",
    );
  } finally {
    database.close();
  }
};
