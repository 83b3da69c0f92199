import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { BatchWriteItemCommand, type DynamoDB } from "@aws-sdk/client-dynamodb";
import { journalViolations } from "../../domain/audit/guarantees.ts";
import { later } from "../../domain/base/time.ts";
import type { Aggregate } from "../../domain/audit/aggregates.ts";
import { all } from "../../lambdas/io/pages.ts";
import { fromItem } from "../../lambdas/io/store/attributes.ts";
import { dynamoLedger } from "../../lambdas/io/store/ledger.ts";
import { dynamoStore } from "../../lambdas/io/store/store.ts";
import { letterRowKindOf } from "../../lambdas/io/store/keys/row-kinds.ts";
import { letterFields } from "../../lambdas/io/store/keys/letters.ts";
import { endpoints } from "../../schemas/api/index.ts";
import { LetterId } from "../../schemas/base/ids.ts";
import { AggregateKind } from "../../schemas/model/fact.ts";
import { at } from "../fixtures/changes.ts";
import { requestsTo } from "../harness/app-requests.ts";
import { makeApp, type TestApp } from "../harness/test-app.ts";
import { accountOf } from "../harness/verification.ts";
import { type Engine, startEngine, type TestTables } from "../io/store/engine.ts";
import { readRowFile, type Rows, tableNames } from "./row-file.ts";

/** The most writes that one request takes. */
const mostWrites = 25;

const file = readRowFile();
let engine: Engine;
let client: DynamoDB;
beforeAll(async () => {
  engine = await startEngine();
  client = engine.client();
});
afterAll(async () => {
  client.destroy();
  await engine.stop();
});

const put = async (rows: Rows, tables: TestTables): Promise<void> => {
  for (const name of tableNames)
    for (let from = 0; from < rows[name].length; from += mostWrites) {
      const puts = rows[name].slice(from, from + mostWrites).map((Item) => ({ PutRequest: { Item } }));
      await client.send(new BatchWriteItemCommand({ RequestItems: { [tables[name]]: puts } }));
    }
};

/** A store on tables of its own that hold these rows, the later ones in place of earlier ones under the same key. */
const storeOf = async (...layers: readonly Rows[]) => {
  const tables = await engine.tables();
  for (const rows of layers) await put(rows, tables);
  const access = { client, tables };
  return { store: dynamoStore(access), ledger: dynamoLedger(access) };
};
type Kept = Awaited<ReturnType<typeof storeOf>>;

const aggregatesOf = async ({ store }: Kept): Promise<readonly Aggregate<AggregateKind>[]> => {
  const aggregates: Aggregate<AggregateKind>[] = [];
  for (const kind of AggregateKind.options) aggregates.push(...(await all((paging) => store.list(kind, paging))));
  return aggregates;
};

/** Returns the stored state of each aggregate, by its key. */
const statesIn = ({ records }: Rows): ReadonlyMap<string, unknown> =>
  new Map(
    records.flatMap((row) => (row["sk"]?.S === "aggregate" ? [[row["pk"]?.S ?? "", fromItem(row)["state"]]] : [])),
  );

/** Versions without gaps, a chain without breaks, and an aggregate that its journal folds to. */
const isOfChain: ReadonlySet<number> = new Set([2, 3, 16]);

describe.each(["life", "facts"] as const)("rows of a later version, its %s", (which) => {
  const rows = file[which];
  let kept: Kept;
  beforeAll(async () => {
    kept = await storeOf(rows);
  });

  test("is read: every aggregate as it says", async () => {
    const aggregates = await aggregatesOf(kept);
    const stored = statesIn(rows);
    expect(aggregates.map(({ kind, id }) => `${kind}#${id}`).toSorted()).toEqual([...stored.keys()].toSorted());
    for (const { kind, id, state } of aggregates) expect(stored.get(`${kind}#${id}`), id).toMatchObject(state);
  });

  test("is a whole journal of each aggregate, which folds to its aggregate", async () => {
    for (const aggregate of await aggregatesOf(kept)) {
      const entries = await all((paging) => kept.store.journalOf(aggregate.kind, aggregate.id, paging));
      expect(entries).toHaveLength(aggregate.version);
      const violations = journalViolations(aggregate, entries);
      // Facts that were put side by side so that each kind is there make no life that keeps the rules.
      expect(violations.filter(({ guarantee }) => which === "life" || isOfChain.has(guarantee))).toEqual([]);
    }
  });

  test("is every letter as its row says", async () => {
    for (const row of rows.letters) {
      const id = row["id"]?.S ?? "";
      if (letterRowKindOf(id) !== "letter") continue;
      expect(letterFields(fromItem(row)), id).toMatchObject({ ...(await kept.ledger.letter(LetterId.parse(id))) });
    }
  });
});

const appOn = async (...rows: readonly Rows[]): Promise<TestApp> => {
  const app = makeApp({ kept: await storeOf(...rows), now: file.now });
  app.mail.usually = "accepts";
  app.accounts.open = true;
  return app;
};

describe("work on rows of a later version", () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await appOn(file.life);
  });

  test.each(["hourly", "morning", "full"] as const)("is done by a sweep %s", async (depth) => {
    const { failed, unreadable, broken } = await app.sweep(depth);
    expect({ failed, unreadable, broken }).toEqual({ failed: [], unreadable: [], broken: [] });
  });

  test("answers whatever the secretariat reads", async () => {
    const sub = (await accountOf(app, "secretariat")) ?? "";
    const request = requestsTo(app);
    const places = new Map([
      ["reviewId", "c1-SE"],
      ["partyId", "SE"],
      ["groupId", "c1-g1"],
      ["textId", "briefing"],
    ]);
    const statuses: Record<string, number> = {};
    for (const { method, path } of endpoints) {
      const place = path.replaceAll(/\{(\w+)\}/gu, (whole, name: string) => places.get(name) ?? whole);
      if (method !== "GET" || place.includes("{")) continue;
      const headers = { authorization: `Bearer ${sub}` };
      statuses[place] = (await request(new Request(`http://localhost${place}`, { headers }))).status;
    }
    expect(Object.values(statuses).filter((status) => status === 200).length).toBeGreaterThan(20);
    expect(Object.entries(statuses).filter(([, status]) => status >= 500)).toEqual([]);
  });

  test("continues for two months: reminders are planned and leave, and nothing fails", async () => {
    const before = app.mail.inbox.length;
    await app.moveTo(later(at(file.now), { hours: 24 * 60 }));
    await app.rest();
    expect(app.mail.inbox.length).toBeGreaterThan(before);
    expect(app.logged("FAILED")).toEqual([]);
    const { failed, unreadable, broken } = await app.sweep("full");
    expect({ failed, unreadable, broken }).toEqual({ failed: [], unreadable: [], broken: [] });
  });
});

test("rows of unknown kinds are counted and skipped, and block no other work", async () => {
  const app = await appOn(file.life, file.later);
  for (const depth of ["hourly", "full"] as const) {
    const { failed, unreadable, broken } = await app.sweep(depth);
    expect(failed).toEqual([]);
    expect(broken.filter((subject) => !file.unknownSubjects.includes(subject))).toEqual([]);
    expect(unreadable.filter((row) => !file.unknown.includes(row))).toEqual([]);
    if (depth === "full") expect(unreadable.toSorted()).toEqual(file.unknown.toSorted());
  }
  const logged = new Set(app.logged("ROW_UNREADABLE").map(({ row }) => row));
  expect([...logged].toSorted()).toEqual(file.unknown.toSorted());
  const before = app.mail.inbox.length;
  await app.moveTo(later(at(file.now), { hours: 24 * 60 }));
  expect(app.mail.inbox.length).toBeGreaterThan(before);
});
