import { DynamoDB } from "@aws-sdk/client-dynamodb";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { tallyOf } from "../../domain/bulletins/bulletin.ts";
import { letterRowKindOf, recordKindOf, rowKinds } from "../../lambdas/io/store/keys/row-kinds.ts";
import { statePartition } from "../../lambdas/io/store/keys/letters.ts";
import type { AnyChange } from "../../lambdas/io/ports/commit.ts";
import { dynamoLedger } from "../../lambdas/io/store/ledger.ts";
import { dynamoStore } from "../../lambdas/io/store/store.ts";
import { ImportId, LetterId } from "../../schemas/base/ids.ts";
import { Fact } from "../../schemas/model/fact.ts";
import { recordedFacts } from "../domain/audit/recorded/facts.ts";
import { deskOf } from "../fixtures/bulletin-desk.ts";
import { at, change, onePage } from "../fixtures/changes.ts";
import { eraseMissionUser } from "../fixtures/erased-user.ts";
import { lifeOf } from "../fixtures/review-life.ts";
import { recordContact } from "../fixtures/worklist.ts";
import { startTestSystem } from "../harness/over-http.ts";
import { freshKey, missionOf, president, secretariat, type TestSystem } from "../harness/test-api.ts";
import { startEngine } from "../io/store/engine.ts";
import { type Item, type RowFile, type Rows, rowsOf, writeRowFile } from "./row-file.ts";

/** Row kinds that no life has: rows of operators' commands, and rows that are deleted before the system is at rest. */
const leftOut: ReadonlySet<string> = new Set(["migration", "restoration", "erasing", "counts-batch"]);

const kindsIn = ({ records, letters }: Rows): ReadonlySet<string | undefined> =>
  new Set([
    "entry",
    ...records.map(({ pk, sk }) => recordKindOf({ pk: pk?.S ?? "", sk: sk?.S ?? "" })),
    ...letters.map(({ id }) => letterRowKindOf(id?.S ?? "")),
  ]);

const factsIn = (journal: readonly Item[]): readonly (string | undefined)[] =>
  journal.flatMap(({ facts }) => (facts?.L ?? []).map((fact) => fact.M?.["kind"]?.S));

/** Creates rows that expire within a month: replies, previews, daily use; and bounces of a bulletin in delivery. */
const liveShortly = async (api: TestSystem): Promise<void> => {
  api.app.faults.add({ effect: "bounce", address: "mission@fr.example.org" });
  const user = { role: "secretariat", person: { name: "A. Person", email: "a.person@example.org", language: "fr" } };
  const { body: registered } = await api.request("POST", "/v1/users", { as: secretariat, key: freshKey(), body: user });
  await api.app.rest();
  const { headers } = await api.get(`/v1/users/${registered.id}`, secretariat);
  const corrected = { person: { email: "b.person@example.org" } };
  const match = headers.get("etag") ?? "";
  const answer = await api.request("PATCH", `/v1/users/${registered.id}`, { as: secretariat, match, body: corrected });
  expect([answer.status, answer.problem]).toEqual([200, undefined]);
  await deskOf(api).order({ roles: ["mission"], parties: ["AT", "DE", "FR", "IE", "SE"] });
  await api.app.rest();
};

/** Plays one review from its start to its publication, with the rows of the other reviews of its group. */
const liveThrough = async (api: TestSystem): Promise<void> => {
  const desk = deskOf(api);
  api.app.faults.add({ effect: "bounce", address: "mission@de.example.org" });
  await api.startGroup();
  await recordContact(api, "GR", { way: "call", outcome: "promised", nextOn: "2020-12-18", note: "Ms. Papadaki" });
  await eraseMissionUser(api);
  const story = await lifeOf(api, "c1-SE");
  await story.nominate(["focal-point", "expert", "observer"]);
  const text = { subject: "Briefing for {{party}}", body: "Dear {{recipientName}},\n\nthere will be a briefing." };
  const stored = await api.request("PUT", "/v1/texts/briefing", { as: secretariat, match: '"v0"', body: text });
  expect(stored.status).toBe(200);
  await desk.order({ roles: ["mission"], parties: ["AT", "DE", "FR", "IE", "SE"] });
  await api.app.moveTo("2021-01-20T12:00:00.000Z");
  const answer = await api.request("POST", "/v1/presidents-list/reminder", {
    as: president,
    key: freshKey(),
    body: {},
  });
  expect([answer.status, answer.problem]).toEqual([202, undefined]);
  await api.app.rest();
  await story.conclude();
  await story.submit();
  await story.clearAll();
  const version = await story.list();
  await story.agreeAll(version);
  await story.publish(version);
  api.app.faults.clear();
  await story.days(30);
  await liveShortly(api);
  expect((await api.get("/v1/me", missionOf("FR"))).status).toBe(200);
  expect((await api.request("POST", "/v1/me/calendar", { as: missionOf("FR") })).status).toBe(201);
  const order = { as: secretariat, key: freshKey(), body: { asAt: "2020-11-02" } };
  expect((await api.request("POST", "/v1/reports/status", order)).status).toBe(202);
  await api.app.rest();
};

const found = (rows: readonly Item[], key: Readonly<Record<string, string>>): Item => {
  const row = rows.find((each) => Object.entries(key).every(([name, value]) => each[name]?.S === value));
  if (row === undefined) throw new Error(`No row ${JSON.stringify(key)}`);
  return row;
};

/** Returns rows of a later version: an unknown stage, and unknown kinds of facts, letters and rows. */
const unknownIn = (life: Rows): Pick<RowFile, "later" | "unknown" | "unknownSubjects"> => {
  const later = { S: "of-a-later-release" };
  const review = found(life.records, { pk: "review#c1-US", sk: "aggregate" });
  const entry = found(life.journal, { subject: "party#PW", version: "0000000001" });
  const letter = life.letters.find(({ content }) => content?.M?.["kind"] !== undefined);
  if (letter === undefined) throw new Error("No letter");
  const letterId = LetterId.parse("f".repeat(40));
  const state = { S: statePartition({ state: "planned", id: letterId }) };
  const [first, ...rest] = entry["facts"]?.L ?? [];
  return {
    later: {
      records: [
        { ...review, state: { M: { ...review["state"]?.M, stage: later } } },
        { pk: { S: "of-a-later-release#1" }, sk: { S: "row" }, text: later },
      ],
      journal: [{ ...entry, facts: { L: [{ M: { ...first?.M, kind: later } }, ...rest] } }],
      letters: [{ ...letter, id: { S: letterId }, state, content: { M: { ...letter["content"]?.M, kind: later } } }],
    },
    unknown: ["review#c1-US#aggregate", "party#PW#0000000001", letterId],
    unknownSubjects: ["review#c1-US", "party#PW"],
  };
};

const tablesOf = ({ app }: TestSystem) => {
  const table = (variable: string): string => app.environment[variable] ?? "";
  return {
    client: new DynamoDB({
      endpoint: app.services,
      region: "eu-central-1",
      credentials: { accessKeyId: "test", secretAccessKey: "test" },
    }),
    tables: { records: table("RECORDS_TABLE"), journal: table("JOURNAL_TABLE"), letters: table("LETTERS_TABLE") },
  };
};

/** Writes the tally that the breaker keeps of a bulletin in delivery; here all letters leave before the first report. */
const countBounces = async (access: ReturnType<typeof tablesOf>): Promise<void> => {
  const [bulletin] = (await dynamoStore(access).list("bulletin", onePage)).items;
  if (bulletin === undefined) throw new Error("No bulletin");
  await dynamoLedger(access).writeTally(tallyOf(bulletin, { results: 5, bounced: 1 }, 0, undefined));
};

/** A page of an import, which is kept until it is applied; here nothing is taken over. */
const savePage = async (access: ReturnType<typeof tablesOf>): Promise<void> => {
  const id = ImportId.parse(`i-${"0".repeat(40)}`);
  await dynamoStore(access).saveImport(id, ["{}"], at("2050-01-01T00:00:00.000Z"));
};

/** The rows that say up to where details are erased; nothing is erased here. */
const saveProgress = async (access: ReturnType<typeof tablesOf>): Promise<void> => {
  await dynamoLedger(access).erasePastDetails(at("2031-01-01T00:00:00.000Z"), async () => true);
  await dynamoStore(access).erasePastNotes(at("2023-12-03T00:00:00.000Z"));
};

/** The recorded facts of every kind, committed by the store. */
const writeFacts = async (): Promise<Rows> => {
  const engine = await startEngine();
  const client = engine.client();
  try {
    const tables = await engine.tables();
    const store = dynamoStore({ client, tables });
    for (const { kind, id, facts } of recordedFacts)
      await store.commit({
        changes: [change(kind, id, undefined, facts) as AnyChange],
        by: "load",
        at: at(facts.at(-1)?.happenedAt ?? ""),
      });
    return await rowsOf(client, tables);
  } finally {
    client.destroy();
    await engine.stop();
  }
};

describe("the rows of this version", () => {
  let api: TestSystem;
  beforeAll(async () => {
    api = await startTestSystem();
  });
  afterAll(() => api.close());

  test("has rows and facts of every kind, and goes into a file with some of unknown kinds", async () => {
    const facts = await writeFacts();
    await liveThrough(api);
    const access = tablesOf(api);
    await countBounces(access);
    await savePage(access);
    await saveProgress(access);
    const life = await rowsOf(access.client, access.tables);
    access.client.destroy();
    const kinds = kindsIn(life);
    const missing = Object.values(rowKinds)
      .flatMap((rules) => Object.keys(rules))
      .filter((kind) => !kinds.has(kind) && !leftOut.has(kind));
    expect(missing).toEqual([]);
    expect(kinds.has(undefined)).toBe(false);
    const known = new Set(Fact.options.map((option) => option.shape.kind.value));
    expect([...known.difference(new Set(factsIn(facts.journal)))]).toEqual([]);
    writeRowFile({ now: api.app.clock.instant(), life, facts, ...unknownIn(life) });
  });
});
