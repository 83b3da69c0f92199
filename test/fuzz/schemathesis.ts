import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const here = fileURLToPath(new URL(".", import.meta.url));

/** An answer as hooks.py writes it down. */
export interface FuzzedAnswer {
  readonly number: number;
  readonly by: string;
  readonly method: string;
  /** True if it was called with the operation's method: Schemathesis uses others, too. */
  readonly isOwnMethod: boolean;
  readonly status: number;
  readonly failures: readonly { readonly check: string; readonly title: string; readonly message: string }[];
  readonly url?: string;
  readonly body?: string;
  readonly answer?: string;
}

/** The input of hooks.py about an operation. */
export interface FuzzTarget {
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly takesKey: boolean;
  readonly takesCursor: boolean;
  readonly body?: unknown;
  readonly mediaType: string;
  /** Tokens by caller; null for the caller without an account. */
  readonly people: Readonly<Record<string, string | null>>;
  readonly by: string;
  /** Real values of path parameters besides those of `params`. */
  readonly ids: Readonly<Record<string, readonly string[]>>;
}

interface Ended {
  readonly code: number | null;
  readonly output: string;
}

const running = new Set<ChildProcess>();
/** Ends whatever was started here and still runs. */
export const endSchemathesis = (): void => {
  for (const child of running) child.kill("SIGKILL");
};

const run = (command: string, args: readonly string[], cwd: string, env: NodeJS.ProcessEnv = {}): Promise<Ended> =>
  new Promise((resolve, reject) => {
    const stdio = ["ignore", "pipe", "pipe"] as const;
    const child = spawn(command, [...args], { cwd, env: { ...process.env, ...env }, stdio: [...stdio] });
    running.add(child);
    let output = "";
    for (const stream of [child.stdout, child.stderr])
      stream.on("data", (chunk: Buffer) => (output = (output + chunk.toString()).slice(-20_000)));
    child.once("error", reject);
    child.once("close", (code) => {
      running.delete(child);
      resolve({ code, output });
    });
  });

/** Makes a Python environment with the pinned Schemathesis in a folder. Throws with the output of pip if it fails. */
export const installSchemathesis = async (folder: string): Promise<string> => {
  const environment = join(folder, "python");
  const made = await run("python3", ["-m", "venv", environment], folder).catch((error: unknown) => ({
    code: 1,
    output: String(error),
  }));
  if (made.code !== 0) throw new Error(`Python 3 with venv is needed (python3-venv): ${made.output}`);
  const pip = ["install", "--quiet", "--disable-pip-version-check", "--requirement", join(here, "requirements.txt")];
  const installed = await run(join(environment, "bin", "pip"), pip, folder);
  if (installed.code !== 0) throw new Error(`Schemathesis cannot be installed: ${installed.output}`);
  return join(environment, "bin", "schemathesis");
};

export interface FuzzRun {
  readonly command: string;
  readonly folder: string;
  readonly url: string;
  readonly operation: string;
  readonly target: FuzzTarget;
  readonly cases: number;
  readonly seed: number;
}

/** Fuzzes one operation of a running system; returns every reply. Throws if Schemathesis itself fails. */
export const fuzzOperation = async (fuzz: FuzzRun): Promise<readonly FuzzedAnswer[]> => {
  const { command, folder, url, operation, target, cases, seed } = fuzz;
  const files = { target: join(folder, "target.json"), answers: join(folder, "answers.jsonl") };
  writeFileSync(files.target, JSON.stringify(target));
  writeFileSync(files.answers, "");
  const args = [
    "run",
    `${url}/v1/openapi.json`,
    "--url",
    url,
    "--include-operation-id",
    operation,
    "--phases",
    "examples,coverage,fuzzing",
    // Records each reply; Schemathesis checks it against the document.
    "--checks",
    "written_answer",
    "--max-examples",
    String(cases),
    "--seed",
    String(seed),
    "--generation-database",
    "none",
    "--suppress-health-check",
    "all",
    "--warnings",
    "off",
    // Under load a reply may take long; a missing reply is still found.
    "--request-timeout",
    "60",
    "--continue-on-failure",
    "--no-shrink",
    "--no-color",
  ];
  const { code, output } = await run(command, args, folder, {
    // Schemathesis writes its cache into the working folder.
    SCHEMATHESIS_HOOKS: "hooks",
    PYTHONPATH: here,
    PYTHONDONTWRITEBYTECODE: "1",
    FUZZ_TARGET: files.target,
    FUZZ_ANSWERS: files.answers,
    FUZZ_SEED: String(seed),
  });
  const lines = readFileSync(files.answers, "utf8").split("\n");
  const answers = lines.filter((line) => line !== "").map((line): FuzzedAnswer => JSON.parse(line));
  if (answers.length === 0 || code !== 0)
    throw new Error(`Schemathesis ended with ${code} on ${operation}:\n${output}`);
  return answers;
};
