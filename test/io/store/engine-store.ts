import type { DynamoDB } from "@aws-sdk/client-dynamodb";
import { afterAll, beforeAll } from "vitest";
import { dynamoLedger } from "../../../lambdas/io/store/ledger.ts";
import { dynamoSlots } from "../../../lambdas/io/store/slots.ts";
import { dynamoStore } from "../../../lambdas/io/store/store.ts";
import { type Engine, startEngine, type TestTables } from "./engine.ts";
import type { StoreUnderTest } from "./stores.ts";
import { type RawTables, rawTables } from "./tables.ts";

/** Empty tables on the engine, with direct access to their rows. */
export interface EngineStore extends StoreUnderTest {
  readonly client: DynamoDB;
  readonly tables: TestTables;
  readonly raw: RawTables;
}

/** Opens an engine for the tests of a file or of a `describe`; the returned function makes empty tables on it. */
export const openEngineStore = (): (() => Promise<EngineStore>) => {
  let opened: { readonly engine: Engine; readonly client: DynamoDB } | undefined;
  beforeAll(async () => {
    const engine = await startEngine();
    opened = { engine, client: engine.client() };
  });
  afterAll(async () => {
    opened?.client.destroy();
    await opened?.engine.stop();
  });
  return async () => {
    if (opened === undefined) throw new Error("The engine has not started");
    const { engine, client } = opened;
    const tables = await engine.tables();
    const access = { client, tables };
    return {
      client,
      tables,
      store: dynamoStore(access),
      ledger: dynamoLedger(access),
      slots: dynamoSlots(access, "ses"),
      raw: rawTables(client, tables),
    };
  };
};
