import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, expect, test } from "vitest";
import { dataFormat } from "../../local/base/data-format.ts";
import { clearData } from "../../local/base/data-folder.ts";
import { openStateDb } from "../../local/base/state-db.ts";
import { temporaryFolder } from "../harness/prepared-data.ts";

const folder = temporaryFolder();
afterAll(() => rmSync(folder, { recursive: true, force: true }));

// A taken port and an old Node: see test/local/start.test.ts.

/** Runs a command of the repository to its end; returns its exit code and its error lines. */
const run = async (...command: readonly string[]) => {
  const child = spawn(process.execPath, command, { stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => (said += chunk.toString()));
  const [code] = await once(child, "close");
  // Output of a build is not an error line.
  const lines = said.split("\n").filter((line) => line !== "" && !line.endsWith(" …"));
  return { code, lines };
};
const start = (...options: readonly string[]) => run("bin/start.ts", "--port", "0", ...options);
/** Code that runs in the process before the command does. */
const first = (code: string): readonly string[] => ["--import", `data:text/javascript,${encodeURIComponent(code)}`];

test("a locked data file is reported in one line with the next step", async () => {
  const stateDb = openStateDb(join(folder, "state.sqlite"));
  const lockReport = {
    code: 1,
    lines: [
      expect.stringMatching(/is in use by another process: end that one, or start with --memory or another folder$/u),
    ],
  };
  expect(await start("--data", folder)).toEqual(lockReport);
  expect(await start("--data", folder, "--fresh")).toEqual(lockReport);
  stateDb.close();
});

test("data of an earlier version are refused in one line with the next step, and discarded by --fresh", async () => {
  const data = mkdtempSync(join(tmpdir(), "earlier-data-"));
  try {
    const file = join(data, "state.sqlite");
    const earlier = new DatabaseSync(file);
    earlier.exec("CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL)");
    earlier.close();
    const said = `${file} holds data of another version (format 0, this one reads ${dataFormat}): discard them with npm start -- --fresh, or name another folder with --data`;
    expect(await start("--data", data)).toEqual({ code: 1, lines: [said] });
    expect(existsSync(file)).toBe(true);
    clearData(data);
    openStateDb(file).close();
    openStateDb(file).close();
  } finally {
    rmSync(data, { recursive: true });
  }
});

test("where no engine comes for the machine, the message says before the build which DynamoDB to start, and how to name it", async () => {
  const elsewhere = first('Object.defineProperty(process, "arch", { value: "riscv64" })');
  const { code, lines } = await run(...elsewhere, "bin/start.ts", "--memory", "--port", "0");
  expect(code).toBe(1);
  expect(lines[0]).toMatch(/^No database engine comes with the system for \w+-riscv64: use the dev container/u);
  expect(lines.at(-1)).toBe("  npm start -- --dynamodb http://localhost:4566");
  expect(lines.join("\n")).not.toContain("npm ci");
});
