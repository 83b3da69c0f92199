import type { DynamoDB } from "@aws-sdk/client-dynamodb";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { settingsOf } from "../../../bin/stage-file.ts";
import { adoptTables } from "../../../bin/restore/adopt-tables.ts";
import { toAttribute } from "../../../lambdas/io/store/attributes.ts";
import { dynamoLedger } from "../../../lambdas/io/store/ledger.ts";
import { dynamoStore } from "../../../lambdas/io/store/store.ts";
import { erasuresSince } from "../../../lambdas/use-cases/accounts/repeat-erasures.ts";
import { at, change, registeredUser, userId } from "../../fixtures/changes.ts";
import { type Engine, engineRunsHere, startEngine, type TestTables } from "./engine.ts";
import { rawTables } from "./tables.ts";

const why = { reason: "asked-by-person", source: "letter" } as const;

const restoration = {
  schema: 1,
  restoredTo: at("2021-02-01T10:00:00.000Z"),
  adoptedAt: at("2021-02-03T10:00:00.000Z"),
} as const;

describe.runIf(engineRunsHere)("restored tables", () => {
  let engine: Engine;
  let client: DynamoDB;
  let tables: TestTables;
  const recoverable = new Set<string>();
  beforeAll(async () => {
    engine = await startEngine();
    client = engine.client();
    // The engine knows no recovery: these two calls are answered here, as the service does.
    client.middlewareStack.add(
      (next, { commandName }) =>
        async (args) => {
          const { TableName: table = "" } = args.input as { readonly TableName?: string };
          if (commandName === "UpdateContinuousBackupsCommand") recoverable.add(table);
          if (commandName?.endsWith("ContinuousBackupsCommand") !== true) return next(args);
          const status = recoverable.has(table) ? "ENABLED" : "DISABLED";
          const description = { PointInTimeRecoveryDescription: { PointInTimeRecoveryStatus: status } };
          return { output: { $metadata: {}, ContinuousBackupsDescription: description }, response: {} } as any;
        },
      { step: "initialize", name: "recovery" },
    );
  });
  afterAll(() => engine.stop());
  beforeEach(async () => {
    tables = await engine.tables();
  });

  /** A stage that these tables are taken into use for. */
  const stageOf = (name: "test" | "prod") => ({
    name,
    client,
    settings: { ...settingsOf("test"), retain: name === "prod" },
  });
  const restorationOf = () => dynamoLedger({ client, tables }).restoration();

  test("say that they were restored once they were taken into use, and the journal has a stream", async () => {
    expect(await restorationOf()).toBeUndefined();
    const { journalStream } = await adoptTables(stageOf("test"), tables, restoration);
    expect(journalStream).toContain(tables.journal);
    expect(Object.values(tables).every((table) => recoverable.has(table))).toBe(true);
    expect(await restorationOf()).toEqual(restoration);
  });

  test("get the tags of the stage, and protection against deletion where the stage keeps its data", async () => {
    const sent: object[] = [];
    client.middlewareStack.add(
      (next, { commandName }) =>
        async (args) => {
          const isAnsweredHere = commandName === "TagResourceCommand" || "DeletionProtectionEnabled" in args.input;
          if (!isAnsweredHere) return next(args);
          sent.push(args.input);
          return { output: { $metadata: {} }, response: {} };
        },
      { step: "initialize", name: "protection" },
    );
    await adoptTables(stageOf("test"), tables, restoration);
    const tags = (stage: string) => ({
      Tags: [
        { Key: "application", Value: "review-mechanism" },
        { Key: "stage", Value: stage },
      ],
    });
    expect(sent).toEqual([1, 2, 3].map(() => expect.objectContaining(tags("test"))));
    sent.splice(0);
    await adoptTables(stageOf("prod"), tables, restoration);
    client.middlewareStack.remove("protection");
    for (const name of Object.values(tables))
      expect(sent).toEqual(
        expect.arrayContaining([
          { ResourceArn: expect.stringContaining(name), ...tags("prod") },
          { TableName: name, DeletionProtectionEnabled: true },
        ]),
      );
  });

  test("get the erased people from the former journal, although an entry of it cannot be read", async () => {
    const store = dynamoStore({ client, tables });
    const raw = rawTables(client, tables);
    const eraseAt = at("2021-02-02T10:00:00.000Z");
    const [first, second] = [registeredUser(1, { party: "FR" }), registeredUser(2, { party: "FR" })];
    await store.commit({ changes: [first, second], by: "load", at: at("2021-01-02T10:00:00.000Z") });
    for (const { id } of [first, second]) {
      const aggregate = await store.load("user", id);
      const fact = { kind: "user-erased", happenedAt: eraseAt, user: userId(id === first.id ? 1 : 2), ...why } as const;
      await store.commit({ changes: [change("user", id, aggregate, [fact])], by: userId(9), at: eraseAt });
    }
    const entry = await raw.get("journal", { subject: `user#${second.id}`, version: "0000000002" });
    await raw.put("journal", { ...entry, facts: toAttribute("spoilt") });
    const before = dynamoStore({ client, tables: { journal: tables.journal } });
    expect(await erasuresSince(before, restoration.restoredTo, restoration.adoptedAt)).toEqual({
      erasures: [{ user: first.id, ...why }],
      unreadable: [`user#${second.id}#0000000002`],
    });
  });

  test("may be taken into use again after a later restore: the last one counts", async () => {
    await adoptTables(stageOf("test"), tables, restoration);
    const again = { ...restoration, adoptedAt: at("2021-03-01T10:00:00.000Z") };
    await adoptTables(stageOf("test"), tables, again);
    expect(await restorationOf()).toEqual(again);
  });

  test("are refused where they are mixed up, and nothing is written", async () => {
    const mixed = { ...tables, letters: tables.records };
    await expect(adoptTables(stageOf("test"), mixed, restoration)).rejects.toThrow(/has the keys pk, sk and not id/);
    expect(await restorationOf()).toBeUndefined();
  });
});
