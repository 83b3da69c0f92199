import { type ChildProcess, spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { addressIn } from "../../harness/printed-address.ts";

/** The local system as a process of its own, which can be killed as a machine that loses its power would be. */
export interface System {
  readonly url: string;
  /** Returns the process id of the running system, without its engine. Throws if it does not run. */
  readonly pid: () => number;
  /** Starts the system if needed and waits until it replies; returns the duration in milliseconds. */
  readonly start: () => Promise<number>;
  /** Kills everything that belongs to it at once, the engine too. */
  readonly killAll: () => Promise<void>;
  /** Kills the database engine alone and waits until the system is healthy again; returns the duration in milliseconds. */
  readonly killEngine: () => Promise<number>;
  /** Ends it as Ctrl-C does. */
  readonly stop: () => Promise<void>;
  /** Returns the output until now. */
  readonly output: () => string;
  /** An access token for an account, by its address. */
  readonly token: (email: string) => Promise<string>;
  /** Sends a request to one of the local system's own paths, below /_local. */
  readonly local: (method: string, path: string, body?: object) => Promise<unknown>;
}

/** The time limit for the system to become healthy, in milliseconds. */
const patience = 60_000;

const commandOf = (pid: string): string => {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
  } catch {
    return "";
  }
};

/** Processes of the engine that works on a data folder: its guardian and itself. */
const processesOn = (folder: string): readonly number[] =>
  readdirSync("/proc")
    .filter((name) => /^\d+$/u.test(name))
    .filter((pid) => commandOf(pid).includes(folder) && !commandOf(pid).includes("bin/start.ts"))
    .map(Number);
const enginesOn = (folder: string): readonly number[] =>
  processesOn(folder).filter((pid) => /dynoxide\S* serve/u.test(commandOf(String(pid))) && !isGuardian(pid));
const isGuardian = (pid: number): boolean => commandOf(String(pid)).startsWith("/bin/sh");

const killNow = (pid: number): void => {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // It has ended already.
  }
};

const isHealthy = async (url: string): Promise<boolean> => {
  try {
    return (await fetch(`${url}/health`, { signal: AbortSignal.timeout(2_000) })).status === 200;
  } catch {
    return false;
  }
};

const healthy = async (url: string, child: () => ChildProcess | undefined, output: () => string): Promise<number> => {
  const from = performance.now();
  while (addressIn(output()) === undefined || !(await isHealthy(url))) {
    if (child()?.exitCode !== null || performance.now() - from > patience)
      throw new Error(`The system is not healthy after ${patience / 1000} s. It printed:\n${output().slice(-2_000)}`);
    await wait(25);
  }
  return Math.round(performance.now() - from);
};

/** The system on a data folder and a port of 127.0.0.1; nothing runs yet. */
export const systemOn = (folder: string, port: number): System => {
  const url = `http://127.0.0.1:${port}`;
  let child: ChildProcess | undefined;
  let printed = "";

  const local: System["local"] = async (method, path, body) => {
    const answer = await fetch(`${url}/_local/${path}`, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(300_000),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} /_local/${path} was answered ${answer.status}: ${text.slice(0, 300)}`);
    return JSON.parse(text);
  };

  const gone = (): Promise<void> =>
    new Promise((resolve) => {
      if (child === undefined || child.exitCode !== null || child.signalCode !== null) resolve();
      else child.once("exit", () => resolve());
    });

  return {
    url,
    pid: () => {
      if (child?.pid === undefined) throw new Error("No system runs");
      return child.pid;
    },
    local,
    output: () => printed,
    start: async () => {
      printed = "";
      child = spawn(process.execPath, ["bin/start.ts", "--data", folder, "--port", String(port)], {
        stdio: ["ignore", "pipe", "pipe"],
      });
      for (const stream of [child.stdout, child.stderr])
        stream?.on("data", (chunk: Buffer) => {
          printed = (printed + chunk.toString()).slice(-50_000);
        });
      return healthy(
        url,
        () => child,
        () => printed,
      );
    },
    killAll: async () => {
      const others = processesOn(folder);
      if (child?.pid !== undefined) killNow(child.pid);
      for (const pid of others) killNow(pid);
      await gone();
      while (processesOn(folder).length > 0) await wait(5);
    },
    killEngine: async () => {
      const engines = enginesOn(folder);
      if (engines.length === 0) throw new Error("No engine runs");
      for (const pid of engines) killNow(pid);
      while (enginesOn(folder).some((pid) => engines.includes(pid))) await wait(5);
      return healthy(
        url,
        () => child,
        () => printed,
      );
    },
    stop: async () => {
      child?.kill("SIGINT");
      await gone();
    },
    token: async (email) => {
      const { token } = (await local("POST", "tokens", { email })) as { token: string };
      return token;
    },
  };
};
