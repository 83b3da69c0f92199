import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { always } from "../../local/services/faults.ts";
import { type TestSystem, secretariat } from "../harness/test-api.ts";
import { startTestSystem } from "../harness/over-http.ts";

/** The running system while the mail service has paused its account: the view of operators, and the effects. */
let api: TestSystem;
const lines: string[] = [];
beforeAll(async () => {
  api = await startTestSystem({ report: (line) => lines.push(line) });
});
afterAll(() => api.close());

const hour = 3_600_000;
const linesOf = (name: string): readonly any[] =>
  readFileSync(api.app.functions.logOf(name), "utf8")
    .split("\n")
    .filter((line) => line.startsWith("{"))
    .map((line) => JSON.parse(line));
const coded = (name: string, code: string) => linesOf(name).filter((line) => line.code === code);
const ages = () =>
  linesOf("sweep")
    .filter((line) => line["_aws"] !== undefined && "Oldest waiting deadline letter" in line)
    .map((line) => line["Oldest waiting deadline letter"]);
const healthOf = async (): Promise<readonly unknown[]> => {
  const reply = await fetch(`${api.app.url}/health`);
  return [reply.status, ((await reply.json()) as { readonly mail?: string }).mail];
};
const lettersIn = async (state: string) => (await api.pages(`/v1/letters?state=${state}`, secretariat, 100)).items;

test("a paused account keeps a letter, is reported by line and by age, and the letter leaves once when it is open", async () => {
  const { app } = api;
  await api.startGroup();
  await app.rest();
  const before = app.mailbox.count();
  const { id } = app.faults.add({ kind: "paused", times: always });
  expect((await api.name("AT", "expert")).status).toBe(201);
  await app.moveTo(app.clock.now() + 2.5 * hour);
  const plannedLetters = await lettersIn("planned");
  expect(plannedLetters).toHaveLength(1);
  const { body: explained } = await api.get(`/v1/letters/${plannedLetters[0].id}?include=explanation`, secretariat);
  expect(explained.explanation.inWords).toMatch(
    /It could not leave so far \(\w*Paused\w*\) and is tried again by itself\.$/u,
  );
  expect(await lettersIn("failed")).toEqual([]);
  expect(app.mailbox.count()).toBe(before);
  expect(new Set(coded("send", "LETTER_POSTPONED").map(({ reason }) => reason))).toEqual(new Set(["sending-paused"]));
  expect(coded("sweep", "MAIL_ACCOUNT_CLOSED").at(-1)).toMatchObject({ reasons: ["sending-paused"] });
  expect(ages().at(-1)).toBeGreaterThan(3600);
  expect(coded("sweep", "LETTERS_WAITING").at(-1)).toMatchObject({ letters: 1, letter: plannedLetters[0].id });

  expect(await healthOf()).toEqual([200, expect.stringMatching(/refused: SendingPausedException/u)]);
  expect(lines.filter((line) => line.includes("refuses mail"))).toHaveLength(1);

  app.faults.remove(id);
  const times = coded("sweep", "MAIL_ACCOUNT_CLOSED").length;
  await app.moveTo(app.clock.now() + hour);
  expect(await lettersIn("planned")).toEqual([]);
  expect(app.mailbox.find({ letter: plannedLetters[0].id })).toHaveLength(1);
  expect(app.mailbox.count()).toBe(before + 1);
  expect(ages().at(-1)).toBe(0);
  expect(coded("sweep", "MAIL_ACCOUNT_CLOSED")).toHaveLength(times);
  expect(await healthOf()).toEqual([200, undefined]);
  expect(lines.filter((line) => line.includes("accepts mail again"))).toHaveLength(1);
});

test("the clock passes five days in which all mail is refused, and the letter leaves after them", async () => {
  const { app } = api;
  const { id } = app.faults.add({ kind: "paused", times: always });
  expect((await api.name("FR", "expert")).status).toBe(201);
  const to = app.clock.now() + 5 * 24 * hour;
  await app.moveTo(to);
  expect(app.clock.now()).toBeGreaterThanOrEqual(to);
  expect((await lettersIn("planned")).length).toBeGreaterThan(0);
  app.faults.remove(id);
  await app.moveTo(app.clock.now() + 12 * hour);
  expect(await lettersIn("planned")).toEqual([]);
});
