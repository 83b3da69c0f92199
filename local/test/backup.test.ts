import { execFile } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, describe, expect, test } from "vitest";
import { startLocalStack } from "../local-stack.ts";
import { sampleApp } from "./fixtures/sample.ts";
import { clientsOf, handled, queueOf, writeEntry } from "./support.ts";

const folder = mkdtempSync(join(tmpdir(), "backup-test-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const templateDir = sampleApp();
const starting = (dataDir: string, port = 0) =>
  startLocalStack({ dataDir, templateDir, startAt: "2020-12-01T08:00:00Z", port });

/** Runs a command of this repository; gives its code and what it said, in lines. */
const run = (script: string, ...options: string[]): Promise<{ code: number; lines: readonly string[] }> =>
  new Promise((resolve) => {
    execFile(process.execPath, [`bin/${script}.ts`, ...options], (error, out, complaint) => {
      const lines = (out + complaint).trim().split("\n");
      resolve({ code: typeof error?.code === "number" ? error.code : 0, lines });
    });
  });

/** Every row of both databases. */
const everything = (dataDir: string): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    ["state.sqlite", "tables.sqlite"].flatMap((file) => {
      const database = new DatabaseSync(join(dataDir, file));
      const names = database.prepare("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").all();
      const rows = names.map(({ name }) => [
        `${file} ${String(name)}`,
        database.prepare(`SELECT * FROM "${String(name)}"`).all(),
      ]);
      database.close();
      return rows as [string, unknown][];
    }),
  );

const letter = {
  from: "a@reviews.example.org",
  to: ["b@example.org"],
  replyTo: [],
  subject: "s",
  text: "t",
  html: "",
  headers: {},
  tags: {},
  attachments: [],
};

describe("npm run backup:local and restore:local", () => {
  test("bring back everything as it was: tables, clock, mailbox, queues, schedules, positions, accounts, keys", async () => {
    const [data, copy] = [join(folder, "data"), join(folder, "copy")];
    const first = await starting(data);
    await first.moveTo("2020-12-10T08:00:00Z");
    await writeEntry(first, clientsOf(first), "saved");
    await first.rest();
    first.queues.send(queueOf(first, "Work"), { body: "waits", delaySeconds: 900 });
    first.mailbox.accept(letter);
    first.register("someone@example.org");
    const token = await first.token("someone@example.org");

    expect(await run("backup-local", "--data", data, "--to", copy)).toEqual({
      code: 1,
      lines: [expect.stringMatching(/state\.sqlite is in use by another process: end that one/u)],
    });
    await first.close();
    const saved = await run("backup-local", "--data", data, "--to", copy);
    expect([saved.code, saved.lines.length]).toEqual([0, 1]);
    const before = everything(data);
    expect(readdirSync(copy).toSorted()).toEqual(["state.sqlite", "tables.sqlite"]);

    const second = await starting(data);
    await second.moveTo("2020-12-24T08:00:00Z");
    await writeEntry(second, clientsOf(second), "after the backup");
    await second.rest();
    second.mailbox.accept(letter);
    await second.close();
    expect(everything(data)).not.toEqual(before);

    const refused = await run("restore-local", "--data", data, "--from", copy);
    expect(refused).toEqual({ code: 1, lines: [expect.stringMatching(/holds data already: .*--force$/u)] });
    expect((await run("restore-local", "--data", data, "--from", copy, "--force")).code).toBe(0);
    expect(everything(data)).toEqual(before);

    // Tokens are of the address at which they were signed.
    const third = await starting(data, Number(new URL(first.url).port));
    expect(third.clock.instant()).toMatch(/^2020-12-10T08:/u);
    expect(third.mailbox.count()).toBe(1);
    expect((await handled(third, clientsOf(third), "saved", "seen")).times).toBe(1);
    expect((await fetch(`${third.url}/guarded`, { headers: { authorization: token } })).status).toBe(200);
    await third.close();
  });

  test("refuse, in one line and with nothing changed, what would lose something or is not whole", async () => {
    const [data, copy, half] = [join(folder, "mine"), join(folder, "others"), join(folder, "half")];
    await (await starting(data)).close();
    mkdirSync(copy);
    writeFileSync(join(copy, "letter.txt"), "x");
    expect(await run("backup-local", "--data", data, "--to", copy)).toEqual({
      code: 1,
      lines: [expect.stringMatching(/is not empty: .*--force$/u)],
    });
    expect(existsSync(join(copy, "letter.txt"))).toBe(true);
    expect((await run("backup-local", "--data", join(folder, "nothing"), "--to", half)).lines).toEqual([
      expect.stringContaining("holds no whole data of a local system"),
    ]);
    expect((await run("backup-local", "--data", data, "--to", half)).code).toBe(0);
    writeFileSync(join(half, "tables.sqlite"), "garbage ".repeat(2000));
    const before = everything(data);
    const damaged = await run("restore-local", "--data", data, "--from", half, "--force");
    expect(damaged).toEqual({ code: 1, lines: [expect.stringMatching(/half\/tables\.sqlite is damaged/u)] });
    rmSync(join(half, "state.sqlite"));
    const partly = await run("restore-local", "--data", data, "--from", half, "--force");
    expect(partly.lines).toEqual([expect.stringMatching(/half\/state\.sqlite not found, or empty$/u)]);
    expect(everything(data)).toEqual(before);
    expect((await run("restore-local")).code).toBe(2);
  });

  test("read a backup without writing to it, refuse one that is in use, and do not take from each other what they copy", async () => {
    const [data, copy, target] = [join(folder, "held"), join(folder, "held-copy"), join(folder, "twice")];
    await (await starting(data)).close();
    expect((await run("backup-local", "--data", data, "--to", copy)).code).toBe(0);
    const files = readdirSync(copy).toSorted();
    const both = await Promise.all([1, 2].map(() => run("restore-local", "--data", target, "--from", copy)));
    expect(both.map(({ code }) => code)).toContain(0);
    expect(both.map(({ lines }) => lines.length)).toEqual([1, 1]);
    expect(readdirSync(copy).toSorted()).toEqual(files);
    expect(readdirSync(target).toSorted()).toEqual(["state.sqlite", "tables.sqlite"]);
    expect(everything(target)).toEqual(everything(data));
    writeFileSync(join(copy, "tables.sqlite-wal"), "what is in no file yet");
    const live = await run("restore-local", "--data", join(folder, "thrice"), "--from", copy);
    expect(live).toEqual({
      code: 1,
      lines: [expect.stringMatching(/has not ended: save it with .npm run backup:local/u)],
    });
  });
});
