import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";

/** A command of the repository as a child process, as a developer runs it. */
export interface StartedProcess {
  readonly child: ChildProcess;
  /** Returns the output until now, of both streams. */
  readonly said: () => string;
  /** Resolves with its exit code once it has ended and said all. */
  readonly ended: Promise<number | null>;
}

/** Starts a command; resolves once it has said `until`, or has ended. */
export const startProcess = async (command: readonly string[], until: string): Promise<StartedProcess> => {
  const child = spawn(process.execPath, command, { stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  const ended = once(child, "close").then(([code]: (number | null)[]) => code ?? null);
  await new Promise<void>((resolve) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.on("data", (chunk: Buffer) => {
        said += chunk.toString();
        if (said.includes(until)) resolve();
      });
    }
    void ended.then(() => resolve());
  });
  return { child, said: () => said, ended };
};

/** The processes that a process started, and those that they started; Linux only. */
export const descendants = (pid: number): readonly number[] => {
  const parents = readdirSync("/proc")
    .filter((entry) => /^\d+$/u.test(entry))
    .flatMap((entry) => {
      const parent = parentOf(Number(entry));
      return parent === undefined ? [] : [[Number(entry), parent] as const];
    });
  const below = (above: number): number[] =>
    parents.filter(([, parent]) => parent === above).flatMap(([child]) => [child, ...below(child)]);
  return below(pid);
};

/** Returns true if a process runs; a process that ended and was not yet reaped does not. */
export const runs = (pid: number): boolean => parentOf(pid) !== undefined;

/** Undefined for a process that has ended. */
const parentOf = (pid: number): number | undefined => {
  try {
    const [state, parent] = readFileSync(`/proc/${pid}/stat`, "utf8")
      .replace(/^.*\) /su, "")
      .split(" ");
    return state === "Z" || state === "X" ? undefined : Number(parent);
  } catch {
    return undefined;
  }
};
