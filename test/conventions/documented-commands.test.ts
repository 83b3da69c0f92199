import { execFile } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";
import { commandClasses } from "../fixtures/documented-commands.ts";
import { classOf, documentedCommands } from "../harness/documented-commands.ts";

/** The commands of README.md and docs exist. Those of the class `run` are run by test/system/local/documented-commands.test.ts. */

const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as { scripts: Readonly<Record<string, string>> };
const commands = documentedCommands();

/** The script of package.json that a command runs; undefined for a command of another program. */
const scriptOf = (command: string): string | undefined => {
  const [, own, named] = /^npm (?:(start|test)|run ([a-z:-]+))/u.exec(command) ?? [];
  return own ?? named;
};

describe("the documented commands", () => {
  test("are many enough for this test to mean something", () => {
    expect(commands.length).toBeGreaterThan(60);
  });

  test("have a class each", () => {
    expect(commands.filter(({ command }) => classOf(command) === undefined)).toEqual([]);
  });

  test("are run, or their class has a reason", () => {
    expect(commandClasses.filter(({ shown, reason }) => (shown === "run") === (reason !== undefined))).toEqual([]);
    expect(commandClasses.filter((each) => !commands.some(({ command }) => classOf(command) === each))).toEqual([]);
  });

  test("name scripts and files that exist", () => {
    const missing = commands.filter(({ command }) => {
      const script = scriptOf(command);
      const [, file] = /^(?:npx )?node ((?:bin|test)\/\S+)/u.exec(command) ?? [];
      return (script !== undefined && scripts[script] === undefined) || (file !== undefined && !existsSync(file));
    });
    expect(missing).toEqual([]);
  });

  const withHelp = commands.filter(({ command }) => ["run", "help"].includes(classOf(command)?.shown ?? ""));
  const helpful = [...new Set(withHelp.flatMap(({ command }) => scriptOf(command) ?? []))];

  test.each(helpful)("npm run %s -- --help is help", async (script) => {
    // The check of the Node version precedes some programs; the tests run on the right one.
    const [, program = ""] = /(?:run\.mjs ([a-z-]+)|node (test\/\S+))$/u.exec(scripts[script] ?? "") ?? [];
    const [, , file = ""] = /(run\.mjs [a-z-]+)|node (test\/\S+)$/u.exec(scripts[script] ?? "") ?? [];
    const args = program === "" ? [file, "--help"] : ["bin/run.mjs", program, "--help"];
    const { stdout } = await promisify(execFile)(process.execPath, args, { timeout: 60_000 });
    expect(stdout).toContain(script === "start" ? "npm start" : `npm run ${script}`);
  });
});
