import { spawn } from "node:child_process";
import { createServer } from "node:net";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { existsSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { setTimeout as wait } from "node:timers/promises";
import { codeOf, Trouble } from "./trouble.ts";

/** A running DynamoDB engine. */
export interface Engine {
  /** Where it answers, without a slash at the end. */
  readonly endpoint: string;
  /** The data file, where the engine is ours. */
  readonly file?: string;
  readonly close: () => Promise<void>;
}

/** Where the binary of the embedded engine is. Throws Trouble where its package is not installed. */
export const engineBinary = (platform = `${process.platform}-${process.arch}`): string => {
  const require = createRequire(import.meta.url);
  const advice = `run "npm ci" with optional dependencies, or name a DynamoDB endpoint: --dynamodb http://localhost:8000`;
  try {
    const folder = dirname(require.resolve(`@dynoxide/${platform}/package.json`));
    const binary = join(folder, process.platform === "win32" ? "dynoxide.exe" : "dynoxide");
    if (existsSync(binary)) return binary;
  } catch (error) {
    if (codeOf(error) !== "MODULE_NOT_FOUND") throw error;
  }
  throw new Trouble(`The database engine @dynoxide/${platform} is not installed: ${advice}`);
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
 * no engine outlives its house. A folder given as the first argument is removed afterwards.
 */
const guardian = `
temporary=$1; shift
trap '' PIPE
exec 3<&0
"$@" </dev/null 3<&- &
engine=$!
{ cat <&3 >/dev/null; kill $engine 2>/dev/null; } &
exec 3<&-
wait $engine
code=$?
if [ -n "$temporary" ]; then rm -rf "$temporary"; fi
exit $code
`;

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
  /** A folder to remove once the engine has ended. */
  readonly temporary?: string;
}

/** Starts the embedded engine on a data file. Throws Trouble when it is not installed or does not start. */
export const startEngine = async ({ file, temporary }: EngineOptions): Promise<Engine> => {
  const binary = engineBinary();
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort();
    const endpoint = `http://127.0.0.1:${port}`;
    const command = [binary, "serve", "--host", "127.0.0.1", "--port", String(port), "--db-path", file];
    const child = spawn("/bin/sh", ["-c", guardian, "engine", temporary ?? "", ...command], {
      stdio: ["pipe", "ignore", "pipe"],
      detached: true,
    });
    let complaint = "";
    child.stderr.on("data", (chunk: Buffer) => {
      complaint += chunk.toString();
    });
    child.stdin.on("error", () => undefined);
    let ended = false;
    const exit = new Promise<void>((resolve) => {
      const end = (): void => {
        ended = true;
        child.stdin.destroy();
        resolve();
      };
      child.once("exit", end);
      child.once("error", (error) => {
        complaint += error.message;
        end();
      });
    });
    const close = async (): Promise<void> => {
      child.stdin.end();
      await exit;
    };
    while (!ended && !(await answers(endpoint))) await Promise.race([wait(5), exit]);
    if (!ended) return { endpoint, file, close };
    const taken = complaint.includes("in use");
    if (!taken || attempt === 5) {
      const why = complaint.trim().split("\n").at(-1) ?? "";
      throw new Trouble(`The database engine did not start on ${file}: ${why}`);
    }
  }
};

/**
 * With a stream on a table, the engine looks through all stream records at each write unless they are indexed by what
 * it asks for. Made once, beside the running engine; harmless when repeated.
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
