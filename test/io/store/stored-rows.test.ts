import { type DynamoDB, GetItemCommand, PutItemCommand } from "@aws-sdk/client-dynamodb";
import { beforeEach, describe, expect, test } from "vitest";
import { foldVersion } from "../../../domain/audit/fold-version.ts";
import { linkHash, verifyChain } from "../../../domain/base/hash-chain.ts";
import type { AnyChange } from "../../../lambdas/io/ports/commit.ts";
import type { Store } from "../../../lambdas/io/ports/store.ts";
import { fromItem, toAttribute, toItem } from "../../../lambdas/io/store/attributes.ts";
import { at, drawOf, onePage, personOf, registeredUser, reviewId, startIn, userId } from "../../fixtures/changes.ts";
import { engineRunsHere, type TestTables } from "./engine.ts";
import { openEngineStore } from "./engine-store.ts";

const now = at("2020-12-01T10:00:00.000Z");
describe.runIf(engineRunsHere)("stored rows", () => {
  const emptyStore = openEngineStore();
  let client: DynamoDB;
  let tables: TestTables;
  let store: Store;
  beforeEach(async () => {
    ({ client, tables, store } = await emptyStore());
  });
  const commit = (...changes: readonly AnyChange[]) => store.commit({ changes, by: "react", at: now });

  const raw = async (table: string, key: object): Promise<ReturnType<typeof toItem>> =>
    (await client.send(new GetItemCommand({ TableName: table, Key: toItem(key) }))).Item ?? {};
  const put = (table: string, item: ReturnType<typeof toItem>) =>
    client.send(new PutItemCommand({ TableName: table, Item: item }));

  test("of a newer version are read, and keep unknown fields when this version writes them again", async () => {
    await commit(drawOf("FR", "BR"));
    const key = { pk: "review#c1-FR", sk: "aggregate" };
    const item = await raw(tables.records, key);
    const state = { ...item["state"]?.M, waiver: toAttribute({ by: "FR" }) };
    await put(tables.records, { ...item, extra: { S: "x" }, state: { M: state } });
    const aggregate = await store.load("review", reviewId("FR"));
    if (aggregate === undefined) throw new Error("No review");
    await commit(startIn(aggregate));
    const stored = await raw(tables.records, key);
    expect(stored["version"]).toEqual({ N: "2" });
    expect(stored["state"]?.M?.["waiver"]).toEqual({ M: { by: { S: "FR" } } });
  });

  test("say which version of the fold began them, also once a later one adds to them", async () => {
    await commit(drawOf("FR", "BR"));
    const key = { pk: "review#c1-FR", sk: "aggregate" };
    const item = await raw(tables.records, key);
    expect(item["foldVersion"]).toEqual({ N: String(foldVersion) });
    await put(tables.records, { ...item, foldVersion: { N: String(foldVersion - 1) } });
    const aggregate = await store.load("review", reviewId("FR"));
    if (aggregate === undefined) throw new Error("No review");
    await commit(startIn(aggregate));
    expect((await raw(tables.records, key))["foldVersion"]).toEqual({ N: String(foldVersion - 1) });
  });

  test("hold fields that callers may not send: those of a person", async () => {
    await commit(registeredUser(1));
    const item = await raw(tables.records, { pk: `user#${userId(1)}`, sk: "person" });
    await put(tables.records, { ...item, person: { M: { ...item["person"]?.M, pronouns: { S: "they" } } } });
    expect(await store.person(userId(1))).toMatchObject(personOf(1));
  });

  test("of a journal verify by all of their fields, those of a newer version too", async () => {
    await commit(drawOf("FR", "BR"));
    const item = await raw(tables.journal, { subject: "review#c1-FR", version: "0000000001" });
    const verify = async () => verifyChain("review#c1-FR", (await store.journalOf("review", "c1-FR", onePage)).items);
    await put(tables.journal, { ...item, cause: { S: "note verbale 7" } });
    expect(await verify()).toMatchObject({ intact: false, firstBroken: { version: 1, fault: "wrong-hash" } });

    const { month: _month, feedSort: _feedSort, writeId: _writeId, ...fields } = fromItem(item);
    const grown = { ...fields, subject: "review#c1-FR", version: 1, previous: "", cause: "note verbale 7" };
    const hash = linkHash(grown);
    await put(tables.journal, { ...item, cause: { S: "note verbale 7" }, hash: { S: hash } });
    expect(await verify()).toMatchObject({ intact: true, entries: 1 });
  });

  test("that make no sense are a defect, reported without their content", async () => {
    const key = { pk: `user#${userId(1)}`, sk: "person" };
    await put(tables.records, toItem({ ...key, user: userId(1), person: { name: "Secret Name", email: 5 } }));
    const failure: unknown = await store.person(userId(1)).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(TypeError);
    expect(String(failure)).not.toContain("Secret Name");
  });
});
