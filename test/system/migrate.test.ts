import { spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, test, vi } from "vitest";
import { openKeptTables } from "../../bin/kept-tables.ts";
import { migrateAll, type RewritingOptions } from "../../bin/rewriting.ts";
import { toAttribute } from "../../lambdas/io/store/attributes.ts";
import { dynamoLedger } from "../../lambdas/io/store/ledger.ts";
import { dynamoStore } from "../../lambdas/io/store/store.ts";
import { at, onePage, party } from "../fixtures/changes.ts";
import { inFourLists } from "../fixtures/own-migration.ts";
import { type RawTables, rawTables } from "../io/store/tables.ts";
import { letter } from "../io/store/twins.ts";

const folder = mkdtempSync(join(tmpdir(), "migrate-test-"));
const data = join(folder, "kept");
beforeAll(() => cpSync(inject("prepared").dataDir, data, { recursive: true }));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs a command; returns its exit code, its output lines, and its error lines. */
const run = async (command: "migrate" | "reindex", ...options: readonly string[]) => {
  const child = spawn(process.execPath, [`bin/${command}.ts`, "--data", data, ...options], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  let [said, complained] = ["", ""];
  child.stdout.on("data", (chunk: Buffer) => (said += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (complained += chunk.toString()));
  const [code] = await once(child, "close");
  return { code, lines: said.trim().split("\n"), complained };
};

const withTables = async <T>(
  work: (raw: RawTables, kept: Awaited<ReturnType<typeof openKeptTables>>) => Promise<T>,
): Promise<T> => {
  const kept = await openKeptTables(data);
  const { records = "", journal = "", letters = "" } = kept.tables;
  try {
    return await work(rawTables(kept.client, { records, journal, letters }), kept);
  } finally {
    await kept.close();
  }
};

/** Runs the test's own migration like those of the release; returns true if all is done, and the output. */
const migrateOwn = async (options: Partial<RewritingOptions> = {}) => {
  const said = vi.spyOn(console, "log").mockImplementation(() => undefined);
  try {
    const all = { apply: false, again: false, rate: 200, help: false, ...options };
    const isDone = await withTables((_, kept) => migrateAll([inFourLists])(kept, all));
    return { isDone, lines: said.mock.calls.map(([line]) => String(line)) };
  } finally {
    said.mockRestore();
  }
};

describe("npm run migrate", () => {
  test("has no migration of this release", async () => {
    expect(await run("migrate")).toMatchObject({ code: 0, lines: ["There are no migrations."] });
  });

  test("counts rows without writing, changes them with --apply, and has nothing to do afterwards", async () => {
    await withTables(async (raw, kept) => {
      await dynamoLedger(kept).plan(letter);
      await raw.put("letters", { ...(await raw.get("letters", { id: letter.id })), state: toAttribute("planned") });
    });
    expect(await migrateOwn()).toEqual({
      isDone: false,
      lines: [
        `1 ${inFourLists.name}: ${inFourLists.why}`,
        expect.stringMatching(/^ {2}letter: 1 of \d+ to be changed$/u),
      ],
    });
    expect(await migrateOwn({ apply: true })).toEqual({
      isDone: true,
      lines: [expect.any(String), expect.stringMatching(/^ {2}letter: 1 of \d+ changed$/u), "All migrations are done."],
    });
    expect(await withTables(async (raw) => (await raw.get("letters", { id: letter.id }))["state"]?.S)).toMatch(
      /^planned#[0-3]$/u,
    );
    for (const options of [{}, { apply: true }, { again: true }])
      expect(await migrateOwn(options)).toEqual({
        isDone: true,
        lines: [expect.stringMatching(/^1 letters-in-four-lists: done on /u), "All migrations are done."],
      });
  });

  test("says how it is written where it is not understood", async () => {
    const { code, complained } = await run("migrate", "--rate", "none");
    expect([code, complained]).toEqual([2, expect.stringMatching(/^--rate is a number of rows a second/u)]);
    expect((await run("reindex", "--stage", "dev")).complained).toMatch(/^Name a folder or a stage, not both/u);
  });
});

describe("npm run reindex", () => {
  test("finds nothing to do on a fresh local system, and restores rows that are in no index", async () => {
    expect(await run("reindex")).toMatchObject({
      code: 0,
      lines: [expect.stringMatching(/^records: \d+ rows$/u), expect.stringMatching(/^letters: \d+ rows$/u)],
    });
    const before = await withTables(async (raw) => {
      const all = await raw.all("records");
      const { partyKey: _, partySort: __, ...seat } = await raw.get("records", { pk: "review#c1-FR", sk: "seat#FR" });
      await raw.put("records", seat);
      return all;
    });
    const dry = await run("reindex");
    expect([dry.code, dry.lines[1], dry.lines.at(-1)]).toEqual([
      1,
      expect.stringMatching(/^ {2}index-row: 1 of \d+ to be changed$/u),
      "Nothing was written: repeat it with --apply.",
    ]);
    expect((await run("reindex", "--apply")).code).toBe(0);
    await withTables(async (raw, kept) => {
      expect(await raw.all("records")).toEqual(before);
      expect(await dynamoStore(kept).reviewsOfParty(party("FR"))).toContain("c1-FR");
      expect(
        (await dynamoLedger(kept).needingAttention("planned", at("9999-01-01T00:00:00.000Z"), onePage)).items,
      ).toContainEqual(letter);
    });
  });
});
