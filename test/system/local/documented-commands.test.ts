import { execFile } from "node:child_process";
import { rmSync } from "node:fs";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { classOf, documentedCommands } from "../../harness/documented-commands.ts";
import { lastLabel } from "../../../local/pages/welcome.ts";
import { temporaryFolder } from "../../harness/prepared-data.ts";
import { type StartedProcess, startProcess } from "./child-processes.ts";

/** Runs the commands of README.md and docs as they are written, against a started system with group 1. */

const usual = "http://localhost:8787";
const folder = temporaryFolder();
let system: StartedProcess;
let url = "";

beforeAll(async () => {
  system = await startProcess(["bin/start.ts", "--port", "0", "--memory"], lastLabel);
  [url = ""] = /http:\/\/localhost:\d+/u.exec(system.said()) ?? [];
  await fetch(`${url}/_local/start/group-1`, { method: "POST" });
  await vi.waitFor(
    async () => expect(await (await fetch(`${url}/_local/start/group-1`)).text()).toContain("have started"),
    { timeout: 60_000, interval: 500 },
  );
});
afterAll(async () => {
  system.child.kill("SIGINT");
  await system.ended;
  rmSync(folder, { recursive: true, force: true });
});

/** Runs a command in a shell, in which npm and curl work on this system. Throws if it ends with another code than 0. */
const run = async (command: string): Promise<string> => {
  const here = command.replaceAll(usual, url);
  const npm = here.replace(/^npm (?:run )?([a-z:]+)(?: --)?/u, `"$NODE" bin/run.mjs $1`);
  const own = /run\.mjs as /u.test(npm) ? ` --url ${url}` : npm.endsWith("run.mjs verify") ? ` ${url}` : "";
  const env = { ...process.env, NODE: process.execPath };
  const { stdout } = await promisify(execFile)("bash", ["-c", `set -e; ${npm}${own}`], {
    env,
    maxBuffer: 64 * 1024 * 1024,
  });
  return stdout;
};

/**
 * Verifying comes first: mails that are deleted later would be findings. Then comes the mailbox, whose example waits for the
 * reminders of the first week.
 */
const orderOf = (command: string): number => {
  if (command.startsWith("npm run verify")) return 0;
  return command.includes("mailbox") || command.includes("P8D") ? 1 : 2;
};
const commands = documentedCommands().map(({ command }) => command);
const ordered = [...new Set(commands)]
  .filter((command) => classOf(command)?.shown === "run")
  .toSorted((left, right) => orderOf(left) - orderOf(right));

test.each(ordered)("%s", async (command) => {
  const output = await run(command);
  expect(output).not.toContain('"message"');
  if (command.includes("wait=")) expect((JSON.parse(output) as { items: unknown[] }).items.length).toBeGreaterThan(0);
});
