import { copyFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, inject, test } from "vitest";
import { openLetterRecords } from "../../bin/letter-records.ts";
import { startLocalStack } from "../../local/local-stack.ts";
import type { LocalStack } from "../../local/stack-options.ts";
import { copyOf } from "../harness/prepared-data.ts";
import { freshKey, missionOf, personOf, secretariat } from "../harness/test-api.ts";

const prepared = inject("prepared");
const folder = copyOf(prepared);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const lines: string[] = [];
const starting = (): Promise<LocalStack> => {
  lines.length = 0;
  return startLocalStack({
    templateDir: prepared.templateDir,
    dataDir: folder,
    retryDelay: 1,
    letterRecords: openLetterRecords,
    report: (line) => lines.push(line),
  });
};
const asking = async (app: LocalStack, as: string, method: string, path: string, body?: object) => {
  const answer = await fetch(`${app.url}${path}`, {
    method,
    headers: {
      authorization: `Bearer ${await app.token(as)}`,
      ...(body === undefined ? {} : { "content-type": "application/json", "idempotency-key": freshKey() }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return {
    status: answer.status,
    body: (await answer.json()) as { items: { id: string; state: string }[]; hash?: string },
  };
};
const startGroup = async (app: LocalStack) => {
  const startedOn = "2020-12-01";
  const path = "/v1/groups/c1-g1/start";
  const { body } = await asking(app, secretariat, "POST", `${path}/previews`, { startedOn });
  return asking(app, secretariat, "POST", path, { startedOn, preview: body.hash });
};
const nameFocalPoint = (app: LocalStack, party: string) =>
  asking(app, missionOf(party), "POST", `/v1/parties/${party}/mandates`, {
    role: "focal-point",
    person: personOf(party, "focal-point"),
  });
const lettersIn = async (app: LocalStack, state: string): Promise<readonly string[]> =>
  (await asking(app, secretariat, "GET", `/v1/letters?state=${state}&limit=100`)).body.items.map(({ id }) => id);
/** Returns the number of mails of each letter. */
const mailsOf = (app: LocalStack): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const { tags } of app.mailbox.find({ limit: 1000 }))
    counts.set(tags["letter"] ?? "", (counts.get(tags["letter"] ?? "") ?? 0) + 1);
  return counts;
};

test("tables put back alone: new facts are followed, no letter is mailed that the mailbox has, and none stays unsent", async () => {
  const first = await starting();
  expect((await startGroup(first)).status).toBeLessThan(300);
  // This is within the week of the letters about a start, so that they are planned again.
  await first.moveTo("2020-12-06T12:00:00Z");
  const before = mailsOf(first);
  expect(before.size).toBeGreaterThan(10);
  expect([...before.values()].every((count) => count === 1)).toBe(true);
  await first.close();

  for (const end of ["-wal", "-shm"]) rmSync(join(folder, `tables.sqlite${end}`), { force: true });
  copyFileSync(join(prepared.dataDir, "tables.sqlite"), join(folder, "tables.sqlite"));
  const second = await starting();
  expect(lines).toEqual([
    `The tables are older than the mailbox: the stream is read again, and ${before.size} letters that the mailbox has are not mailed again`,
  ]);
  expect((await startGroup(second)).status).toBeLessThan(300);
  expect((await nameFocalPoint(second, "FR")).status).toBeLessThan(300);
  await second.moveTo("2020-12-09T12:00:00Z");
  const after = mailsOf(second);
  expect([...after].filter(([, count]) => count !== 1)).toEqual([]);
  // The invitation of the new person, and reminders that became due since, were not mailed before.
  expect(after.size).toBeGreaterThan(before.size);
  for (const state of ["planned", "claimed", "unknown", "accepted"]) expect(await lettersIn(second, state)).toEqual([]);
  const known = await lettersIn(second, "delivered");
  expect(known.filter((id) => before.has(id)).length).toBeGreaterThan(3);
  await second.close();

  const third = await starting();
  await third.rest();
  expect(lines).toEqual([]);
  expect(mailsOf(third)).toEqual(after);
  await third.close();
});
