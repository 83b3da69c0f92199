import { afterAll, beforeAll } from "vitest";
import type { Ledger } from "../../../lambdas/io/ports/outbox.ts";
import type { SlotStore } from "../../../lambdas/io/ports/mail.ts";
import type { Store } from "../../../lambdas/io/ports/store.ts";
import { dynamoDbOf } from "../../../lambdas/io/aws/dynamodb.ts";
import { dynamoLedger } from "../../../lambdas/io/store/ledger.ts";
import { Bytes } from "../../../lambdas/io/store/attributes.ts";
import { unpack } from "../../../lambdas/io/store/packed.ts";
import { dynamoSlots } from "../../../lambdas/io/store/slots.ts";
import { dynamoStore } from "../../../lambdas/io/store/store.ts";
import { type Engine, engineRunsHere, startEngine } from "./engine.ts";
import { firstTries, forgetTokens, injectFaults, retryAtOnce } from "../client-faults.ts";
import { memoryLedger } from "../../fakes/memory/ledger.ts";
import { memorySlots } from "../../fakes/memory/slots.ts";
import { noRows } from "../../fakes/memory/rows.ts";
import { memoryStore } from "../../fakes/memory/store.ts";
import { rawTables } from "./tables.ts";

/** A store with its ledger and a line of slots. */
export interface StoreUnderTest {
  readonly store: Store;
  readonly ledger: Ledger;
  readonly slots: SlotStore;
}

/** A store under test whose tables can be read. */
export interface ReadableStore extends StoreUnderTest {
  /** Every row of every table as a text. */
  readonly rows: () => Promise<readonly string[]>;
  /** Deletes the aggregate and the journal of a subject, as if there had been none when its other rows were written. */
  readonly removeAggregate: (subject: string) => Promise<void>;
}

const inMemory = () => ({
  name: "in memory",
  make: (): Promise<ReadableStore> => {
    const kept = noRows();
    const store = memoryStore(kept);
    const ledger = memoryLedger(store);
    const rows = async () => [...store.rows(), ...ledger.rows()];
    const removeAggregate = async (subject: string) => {
      kept.aggregates.delete(subject);
      kept.journal.splice(0, Infinity, ...kept.journal.filter((entry) => entry.subject !== subject));
    };
    return Promise.resolve({ store, ledger, slots: memorySlots(), rows, removeAggregate });
  },
});

/** Returns an item as a text in which packed values are readable, so that a search for a name finds it there too. */
const rowText = (item: object): string =>
  JSON.stringify(item, function readable(this: Readonly<Record<string, unknown>>, name: string, value: unknown) {
    const bytes = name === "B" ? this[name] : undefined;
    if (typeof bytes === "string") return unpack(new Bytes(Buffer.from(bytes, "base64")));
    return bytes instanceof Uint8Array ? unpack(new Bytes(bytes)) : value;
  });

const onTheEngine = (trouble?: "that is never heard at once") => {
  let engine: Engine | undefined;
  beforeAll(async () => {
    engine = await startEngine();
  });
  afterAll(() => engine?.stop());
  return {
    name: trouble === undefined ? "on the engine" : `on an engine ${trouble}`,
    make: async (): Promise<ReadableStore> => {
      if (engine === undefined) throw new Error("The engine has not started");
      const { caller } = engine;
      // The one suite runs on the client that functions have, the other on the SDK's own.
      const client =
        trouble === undefined
          ? dynamoDbOf(() => caller, retryAtOnce(1))
          : injectFaults(forgetTokens(engine.client({ retryStrategy: retryAtOnce(2) })), firstTries("not-heard-of"));
      const access = { client, tables: await engine.tables() };
      const rows = async () => {
        const scanned = Object.values(access.tables).map((TableName) =>
          client.scan({ TableName, ConsistentRead: true }),
        );
        return (await Promise.all(scanned)).flatMap(({ Items = [] }) => Items.map(rowText));
      };
      const removeAggregate = async (subject: string) => {
        const past = engine?.client();
        if (past === undefined) throw new Error("The engine has stopped");
        const raw = rawTables(past, access.tables);
        await raw.remove("records", { pk: subject, sk: "aggregate" });
        for (const key of (await raw.all("journal")).keys())
          if (key.startsWith(`${subject} `)) await raw.remove("journal", { subject, version: key.split(" ")[1] });
        past.destroy();
      };
      const [store, ledger, slots] = [dynamoStore(access), dynamoLedger(access), dynamoSlots(access, "ses")];
      return { store, ledger, slots, rows, removeAggregate };
    },
  };
};

/** The fake and the real engine, for suites that must find no difference between them. Call it once in a file. */
export const bothStores = () => (engineRunsHere ? [inMemory(), onTheEngine()] : [inMemory()]);

/** Returns every store under test, and an engine on which each write is repeated because the first reply is lost. */
export const everyStore = () => [
  ...bothStores(),
  ...(engineRunsHere ? [onTheEngine("that is never heard at once")] : []),
];
