import type { DynamoDB } from "@aws-sdk/client-dynamodb";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { adoptTables } from "../../../bin/restore/adopt-tables.ts";
import { dynamoLedger } from "../../../lambdas/io/store/ledger.ts";
import { at } from "../../fixtures/changes.ts";
import { type Engine, engineRunsHere, startEngine, type TestTables } from "./engine.ts";

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

  const restorationOf = () => dynamoLedger({ client, tables }).restoration();

  test("say that they were restored once they were taken into use, and the journal has a stream", async () => {
    expect(await restorationOf()).toBeUndefined();
    const { journalStream } = await adoptTables(client, tables, restoration);
    expect(journalStream).toContain(tables.journal);
    expect(Object.values(tables).every((table) => recoverable.has(table))).toBe(true);
    expect(await restorationOf()).toEqual(restoration);
  });

  test("may be taken into use again after a later restore: the last one counts", async () => {
    await adoptTables(client, tables, restoration);
    const again = { ...restoration, adoptedAt: at("2021-03-01T10:00:00.000Z") };
    await adoptTables(client, tables, again);
    expect(await restorationOf()).toEqual(again);
  });

  test("are refused where they are mixed up, and nothing is written", async () => {
    const mixed = { ...tables, letters: tables.records };
    await expect(adoptTables(client, mixed, restoration)).rejects.toThrow(/has the keys pk, sk and not id/);
    expect(await restorationOf()).toBeUndefined();
  });
});
