import { spawn } from "node:child_process";

/** Thrown if a tool is not available on this machine: then its generated code is not tested. */
export class ToolMissing extends Error {}

export interface Step {
  /** The action of the step, as in "compiles". */
  readonly what: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
  /** True if it downloads packages, so that its failure proves nothing about the generated code. */
  readonly fetches?: boolean;
}

/** The shown number of characters of a failed step's output: a compiler repeats itself. */
const shownCharacters = 3000;
const silentMilliseconds = 2000;
const repeatedMilliseconds = 15_000;

/** Prints progress of a step that takes longer than two seconds, and again every fifteen. Returns a function to end it. */
const sayWhileRunning = (line: string): (() => void) => {
  const began = performance.now();
  const say = () => console.log(`… ${line} (${Math.round((performance.now() - began) / 1000)} s)`);
  let repeated: NodeJS.Timeout | undefined;
  const first = setTimeout(() => {
    say();
    repeated = setInterval(say, repeatedMilliseconds);
  }, silentMilliseconds);
  return () => {
    clearTimeout(first);
    clearInterval(repeated);
  };
};

/** Runs one step of a tool and returns its standard output. Throws ToolMissing, or Error with the end of the output. */
export const runStep = async (tool: string, step: Step): Promise<string> => {
  const { what, command, args, cwd, env = {}, fetches = false } = step;
  const end = sayWhileRunning(`${tool} ${what}`);
  try {
    return await new Promise<string>((resolve, reject) => {
      const child = spawn(command, args, { cwd, env: { ...process.env, ...env }, stdio: ["ignore", "pipe", "pipe"] });
      let output = "";
      let said = "";
      child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
      for (const stream of [child.stdout, child.stderr])
        stream.on("data", (chunk: Buffer) => (said = (said + chunk.toString()).slice(-shownCharacters)));
      child.once("error", (error) => reject(new ToolMissing(`${command} cannot be run: ${error.message}`)));
      child.once("close", (code) => {
        if (code === 0) return resolve(output);
        const message = `${what}: ${command} ended with ${code}\n${said.trim()}`;
        reject(fetches ? new ToolMissing(message) : new Error(message));
      });
    });
  } finally {
    end();
  }
};
