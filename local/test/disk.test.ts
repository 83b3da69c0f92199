import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { PutItemCommand } from "@aws-sdk/client-dynamodb";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { clearData } from "../base/data-folder.ts";
import { startLocalStack } from "../local-stack.ts";
import { sampleApp } from "./fixtures/sample.ts";
import { clientsOf, handled, queueOf, sampleStack, tableOf, writeEntry } from "./support.ts";

const folder = mkdtempSync(join(tmpdir(), "disk-test-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A folder in which a system has lived. */
const livedIn = async (name: string): Promise<string> => {
  const dataDir = join(folder, name);
  const app = await startLocalStack({ dataDir, templateDir: sampleApp() });
  await writeEntry(app, clientsOf(app), "entry");
  await app.rest();
  await app.close();
  return dataDir;
};
const starting = (dataDir: string) => startLocalStack({ dataDir, templateDir: sampleApp() });
const trouble = (message: RegExp) => ({ name: "UserError", message: expect.stringMatching(message) as string });

describe("unusable data are reported in one line with the remedy:", () => {
  const garbage = Buffer.alloc(4096, "garbage ");

  test.each([
    ["state.sqlite", 0],
    ["tables.sqlite", 0],
    ["state.sqlite", 4096],
    ["tables.sqlite", 8192],
  ])("%s with garbage from byte %i on", async (file, from) => {
    const dataDir = await livedIn(`garbage-${file}-${from}`);
    const damaged = join(dataDir, file);
    const bytes = readFileSync(damaged);
    writeFileSync(damaged, Buffer.concat([bytes.subarray(0, from), garbage, bytes.subarray(from + garbage.length)]));
    await expect(starting(dataDir)).rejects.toMatchObject(
      trouble(new RegExp(`^\\S+${file} is damaged: put a backup back .*restore:local.*--fresh$`, "u")),
    );
    clearData(dataDir);
    await (await starting(dataDir)).close();
  });

  test("a tables file that ends too early", async () => {
    const dataDir = await livedIn("short");
    truncateSync(join(dataDir, "tables.sqlite"), 10_000);
    await expect(starting(dataDir)).rejects.toMatchObject(trouble(/tables\.sqlite is damaged: /u));
  });

  test.each([
    ["tables.sqlite", /^\S+tables\.sqlite is missing, the tables of \S+state\.sqlite: .*--fresh$/u],
    ["state.sqlite", /^\S+state\.sqlite is missing, the clock and the mailbox of \S+tables\.sqlite: .*--fresh$/u],
  ])("%s that is gone, and nothing is recreated", async (file, why) => {
    const dataDir = await livedIn(`without-${file}`);
    for (const end of ["", "-wal", "-shm"]) rmSync(join(dataDir, file + end), { force: true });
    await expect(starting(dataDir)).rejects.toMatchObject(trouble(why));
    expect(existsSync(join(dataDir, file))).toBe(false);
    clearData(dataDir);
    await (await starting(dataDir)).close();
  });

  describe.each([
    ["tables.sqlite", /^\S+tables\.sqlite is empty, the tables of \S+state\.sqlite: .*--fresh$/u],
    ["state.sqlite", /^\S+state\.sqlite is empty, the clock and the mailbox of \S+tables\.sqlite: .*--fresh$/u],
  ])("%s that is empty, and is left as it is:", (file, why) => {
    const emptied = {
      "without a byte": (path: string) => truncateSync(path),
      "without a table": (path: string) => {
        rmSync(path);
        const database = new DatabaseSync(path);
        database.exec("CREATE TABLE gone (id TEXT); DROP TABLE gone;");
        database.close();
      },
    };
    test.each(Object.entries(emptied))("%s", async (name, empty) => {
      const dataDir = await livedIn(`empty-${file}-${name.replaceAll(" ", "-")}`);
      for (const end of ["-wal", "-shm"]) rmSync(join(dataDir, file + end), { force: true });
      empty(join(dataDir, file));
      const bytes = readFileSync(join(dataDir, file));
      await expect(starting(dataDir)).rejects.toMatchObject(trouble(why));
      expect(readFileSync(join(dataDir, file))).toEqual(bytes);
      clearData(dataDir);
      await (await starting(dataDir)).close();
    });
  });

  test("a state file without a byte, also where no tables are", async () => {
    const dataDir = join(folder, "state-alone");
    mkdirSync(dataDir);
    writeFileSync(join(dataDir, "state.sqlite"), "");
    await expect(starting(dataDir)).rejects.toMatchObject(trouble(/state\.sqlite is empty, /u));
  });

  test("a folder that is a file", async () => {
    const dataDir = join(folder, "a-file");
    writeFileSync(dataDir, "x");
    await expect(starting(dataDir)).rejects.toMatchObject(trouble(/a-file is no folder: choose another with --data$/u));
  });
});

/** Mounting needs rights that not every machine gives. */
const disk = join(folder, "disk");
const mount = (...options: string[]) => execFileSync("mount", [...options], { stdio: "pipe" });
const canMount = ((): boolean => {
  try {
    mkdirSync(disk, { recursive: true });
    mount("-t", "tmpfs", "-o", "size=1m", "tmpfs", disk);
    execFileSync("umount", [disk]);
    return true;
  } catch {
    console.warn("Not tested here, as this user may not mount: a full disk and a folder that may only be read");
    return false;
  }
})();

describe.runIf(canMount)("on a disk of its own", () => {
  beforeAll(() => void mount("-t", "tmpfs", "-o", "size=12m", "tmpfs", disk));
  beforeEach(() => void mount("-o", "remount,rw", disk));
  afterAll(() => void execFileSync("umount", ["-l", disk]));

  test("a folder that may only be read, or on a full disk, is reported in one line", async () => {
    const dataDir = join(disk, "data");
    mount("-o", "remount,ro", disk);
    await expect(starting(dataDir)).rejects.toMatchObject(trouble(/^\S+data cannot be written: .*--data$/u));
    mount("-o", "remount,rw", disk);
    writeFileSync(join(disk, "ballast"), Buffer.alloc(12 * 1024 * 1024 - 64 * 1024));
    await expect(starting(dataDir)).rejects.toMatchObject(
      trouble(/^There is no room left on the disk of \S+: .*--data$/u),
    );
    rmSync(join(disk, "ballast"));
    await (await starting(dataDir)).close();
    mount("-o", "remount,ro", disk);
    await expect(starting(dataDir)).rejects.toMatchObject(trouble(/cannot be written: .*--data$/u));
    mount("-o", "remount,rw", disk);
    rmSync(dataDir, { recursive: true });
  });

  test.each([false, true])(
    "a system whose disk fills up says so once, acknowledges nothing that it does not keep, and continues (direct %s)",
    async (direct) => {
      const lines: string[] = [];
      const dataDir = join(disk, `filling-${direct}`);
      const app = await sampleStack({ dataDir, direct, report: (line) => lines.push(line) });
      const { dynamodb } = clientsOf(app);
      await writeEntry(app, clientsOf(app), "before");
      await app.rest();
      const ballast = join(disk, "ballast");
      const block = Buffer.alloc(4096);
      const fill = (): void => {
        try {
          for (;;) writeFileSync(ballast, block, { flag: "a" });
        } catch {
          // Now it is full.
        }
      };
      fill();
      const TableName = tableOf(app, "Journal");
      const acknowledged: string[] = [];
      let refused = 0;
      for (let number = 0; refused < 5 && number < 2000; number += 1) {
        const id = `entry-${number}`;
        try {
          await dynamodb.send(
            new PutItemCommand({ TableName, Item: { pk: { S: id }, more: { S: "x".repeat(4000) } } }),
          );
          acknowledged.push(id);
        } catch {
          refused += 1;
        }
      }
      expect(refused).toBe(5);
      await expect.poll(() => lines.length).toBe(1);
      expect(lines[0]).toMatch(/^There is no room left on the disk of \S+: make some/u);
      expect((await fetch(`${app.url}/health`)).status).toBe(503);
      expect((await fetch(`${app.url}/open/x?crash=1`)).status).toBe(503);
      rmSync(ballast);
      await expect.poll(() => lines.at(-1)).toBe("There is room on the disk again: continuing");
      app.queues.send(queueOf(app, "Work"), { body: "after" });
      await app.rest();
      const missing: string[] = [];
      for (const id of ["before", ...acknowledged])
        if ((await handled(app, clientsOf(app), id, "seen")).times === 0) missing.push(id);
      expect(missing).toEqual([]);
      expect(app.queues.peek(queueOf(app, "PutAside"))).toEqual([]);
      expect((await handled(app, clientsOf(app), "after", "work")).times).toBe(1);
      expect((await fetch(`${app.url}/health`)).status).toBe(200);
      await app.close();
      expect(lines).toHaveLength(2);
      rmSync(dataDir, { recursive: true });
    },
  );
});
