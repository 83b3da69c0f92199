import { spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, inject, test } from "vitest";

const folder = mkdtempSync(join(tmpdir(), "count-test-"));
const data = join(folder, "kept");
beforeAll(() => cpSync(inject("prepared").dataDir, data, { recursive: true }));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = async (...options: readonly string[]) => {
  const child = spawn(process.execPath, ["bin/count.ts", "--data", data, ...options], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  let [said, complained] = ["", ""];
  child.stdout.on("data", (chunk: Buffer) => (said += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (complained += chunk.toString()));
  const [code] = await once(child, "close");
  return { code, said, complained };
};

test("npm run count counts the data of a stopped system, and has nothing to do afterwards", async () => {
  const dry = await run();
  expect(dry.code, dry.complained).toBe(1);
  expect(dry.said).toMatch(/^Not everything is counted: reports read the journal\.$/mu);
  expect(dry.said).toMatch(/^Nothing was written: repeat it with --apply\.$/mu);
  const applied = await run("--apply", "--rate", "5000");
  expect(applied.code, applied.complained).toBe(0);
  expect(applied.said).toMatch(/^Everything is counted, in \d+ batches\.$/mu);
  for (const options of [[], ["--apply"]]) {
    const again = await run(...options);
    expect(again.code, again.complained).toBe(0);
    expect(again.said).toMatch(/^0 rows of other versions/mu);
  }
  expect((await run("--rate", "none")).code).toBe(2);
});
