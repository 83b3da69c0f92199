import { spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { openKeptTables } from "../../bin/kept-tables.ts";
import { dataFiles } from "../../local/base/data-folder.ts";
import { openStateDb } from "../../local/base/state-db.ts";
import { type RawTables, rawTables } from "../io/store/tables.ts";

const folder = mkdtempSync(join(tmpdir(), "rebuild-test-"));
const data = join(folder, "kept");
beforeAll(() => cpSync(inject("prepared").dataDir, data, { recursive: true }));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the command; returns its exit code, its output lines, and its error lines. */
const rebuild = async (...options: readonly string[]) => {
  const child = spawn(process.execPath, ["bin/rebuild-aggregates.ts", ...options], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  let [said, complained] = ["", ""];
  child.stdout.on("data", (chunk: Buffer) => (said += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (complained += chunk.toString()));
  const [code] = await once(child, "close");
  return { code, lines: said.trim().split("\n"), complained };
};

const withTables = async <T>(work: (raw: RawTables) => Promise<T>): Promise<T> => {
  const { client, tables, close } = await openKeptTables(data);
  const { records = "", journal = "", letters = "" } = tables;
  try {
    return await work(rawTables(client, { records, journal, letters }));
  } finally {
    await close();
  }
};

describe("npm run rebuild", () => {
  test("finds no difference in a fresh local system", async () => {
    const { code, lines } = await rebuild("--data", data);
    expect([code, lines]).toEqual([
      0,
      [expect.stringMatching(/^(?<all>\d+) of \k<all> subjects as their journal says, 0 not as .*, 0 refused\.$/u)],
    ]);
  });

  test("lists missing rows without writing, writes them on demand, and finds nothing afterwards", async () => {
    const before = await withTables(async (raw) => {
      const all = await raw.all("records");
      await raw.remove("records", { pk: "review#c1-IE", sk: "aggregate" });
      await raw.remove("records", { pk: "review#c1-FR", sk: "seat#FR" });
      await raw.remove("records", { pk: "party#FR", sk: "aggregate" });
      return all;
    });
    const dry = await rebuild("--data", data);
    expect(dry.code).toBe(1);
    expect(dry.lines).toEqual([
      "party#FR: aggregate is missing",
      "review#c1-FR: seat#FR is missing",
      "review#c1-IE: aggregate is missing",
      expect.stringMatching(/ 3 not as their journal says, 0 refused\.$/u),
      "Nothing was written: repeat it with --write.",
    ]);
    const written = await rebuild("--data", data, "--write");
    expect(written).toMatchObject({ code: 0, lines: [...dry.lines.slice(0, 3), expect.stringContaining("3 rebuilt")] });
    expect(await withTables((raw) => raw.all("records"))).toEqual(before);
    expect((await rebuild("--data", data, "--write")).lines).toHaveLength(1);
    expect((await rebuild("--data", data, "review#c1-IE")).lines[0]).toContain("1 of 1 subjects as their journal says");
  });

  test("refuses a subject whose chain is broken, and ends with 1", async () => {
    const key = { subject: "party#FR", version: "0000000001" };
    const entry = await withTables(async (raw) => {
      const found = await raw.get("journal", key);
      await raw.put("journal", { ...found, by: { S: "an intruder" } });
      return found;
    });
    expect(await rebuild("--data", data, "--write")).toMatchObject({
      code: 1,
      lines: ["party#FR: refused: entry 1: the content of entry 1 does not give its hash", expect.anything()],
    });
    await withTables((raw) => raw.put("journal", entry));
  });

  test("reports in one line a running system, a missing system, and options that exclude each other", async () => {
    const stateDb = openStateDb(dataFiles(data).stateDb);
    const running = await rebuild("--data", data);
    stateDb.close();
    expect([running.code, running.complained]).toEqual([2, expect.stringContaining("is in use by another process")]);
    const nothing = await rebuild("--data", join(folder, "nothing"));
    expect([nothing.code, nothing.complained]).toEqual([2, expect.stringContaining("Nothing is kept in")]);
    expect((await rebuild("--data", data, "--stage", "dev")).code).toBe(2);
    expect((await rebuild("--help")).lines[0]).toContain("Rebuilds aggregates from the journal");
  });
});
