import {
  CreateTableCommand,
  DescribeTableCommand,
  DynamoDB,
  type DynamoDBClientConfig,
} from "@aws-sdk/client-dynamodb";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { setTimeout } from "node:timers/promises";
import type { Caller } from "../../../lambdas/io/aws/json-service.ts";
import { engineBinary } from "../../../local/services/engine.ts";
import { journalTable, lettersTable, recordsTable, type TableDescription } from "../../../schemas/model/tables.ts";

/** The engine is a binary for one platform; there a missing one is a failure and no reason to skip a test. */
export const engineRunsHere = process.platform === "linux" && process.arch === "x64";

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("No port");
  return address.port;
};

export interface TestTables {
  readonly records: string;
  readonly journal: string;
  readonly letters: string;
}

/** A real database engine in a process and a directory of its own. */
export interface Engine {
  /** The caller of the engine, for the client of the functions. */
  readonly caller: Caller;
  client(options?: Pick<DynamoDBClientConfig, "maxAttempts" | "retryStrategy">): DynamoDB;
  /** Three empty tables. */
  tables(): Promise<TestTables>;
  /** Ends the process as a power cut would. */
  kill(): Promise<void>;
  /** Starts it again on the same data. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

const creation = (name: string, table: TableDescription): CreateTableCommand => {
  const schema = (partition: string, sort?: string) => [
    { AttributeName: partition, KeyType: "HASH" as const },
    ...(sort === undefined ? [] : [{ AttributeName: sort, KeyType: "RANGE" as const }]),
  ];
  const names = [
    table.partitionKey,
    ...(table.sortKey === undefined ? [] : [table.sortKey]),
    ...table.indexes.flatMap((index) => [index.partitionKey, index.sortKey]),
  ];
  return new CreateTableCommand({
    TableName: name,
    BillingMode: "PAY_PER_REQUEST",
    AttributeDefinitions: [...new Set(names)].map((AttributeName) => ({ AttributeName, AttributeType: table.keyType })),
    KeySchema: schema(table.partitionKey, table.sortKey),
    GlobalSecondaryIndexes: table.indexes.map((index) => ({
      IndexName: index.name,
      KeySchema: schema(index.partitionKey, index.sortKey),
      Projection:
        index.only === undefined
          ? { ProjectionType: "ALL" as const }
          : { ProjectionType: "INCLUDE" as const, NonKeyAttributes: [...index.only] },
    })),
    ...(table.stream ? { StreamSpecification: { StreamEnabled: true, StreamViewType: "NEW_IMAGE" as const } } : {}),
  });
};

/** Starts an engine on a temporary directory. */
export const startEngine = async (): Promise<Engine> => {
  const path = engineBinary();
  const directory = await mkdtemp(join(tmpdir(), "review-mechanism-engine-"));
  const file = join(directory, "data.db");
  const port = await freePort();
  let running: ChildProcess | undefined;
  let made = 0;

  const caller: Caller = {
    endpoint: new URL(`http://127.0.0.1:${port}`),
    region: "eu-central-1",
    credentials: { accessKeyId: "test", secretAccessKey: "test" },
  };
  const client: Engine["client"] = ({ maxAttempts = 1, ...options } = {}) =>
    new DynamoDB({ ...options, ...caller, endpoint: caller.endpoint.href, maxAttempts });
  const start = async () => {
    running = spawn(path, ["--port", String(port), "--db-path", file], { stdio: "ignore" });
    const started = running;
    process.once("exit", () => started.kill("SIGKILL"));
    for (let tries = 0; ; tries++) {
      try {
        await fetch(`http://127.0.0.1:${port}/`);
        return;
      } catch (cause) {
        if (tries === 400) throw new Error("The engine does not answer", { cause });
        await setTimeout(10);
      }
    }
  };
  const end = async (signal: NodeJS.Signals) => {
    const ending = running;
    running = undefined;
    if (ending === undefined || ending.exitCode !== null) return;
    const gone = once(ending, "exit");
    ending.kill(signal);
    await gone;
  };

  await start();
  const admin = client({ maxAttempts: 3 });
  return {
    caller,
    client,
    tables: async () => {
      made += 1;
      const names = { records: `records-${made}`, journal: `journal-${made}`, letters: `letters-${made}` };
      const wanted = [
        [names.records, recordsTable],
        [names.journal, journalTable],
        [names.letters, lettersTable],
      ] as const;
      for (const [name, description] of wanted) {
        await admin.send(creation(name, description));
        const described = await admin.send(new DescribeTableCommand({ TableName: name }));
        if (described.Table?.TableStatus !== "ACTIVE") throw new Error(`${name} is ${described.Table?.TableStatus}`);
      }
      // Without it each write to a table with a stream scans all stream records.
      const database = new DatabaseSync(file);
      database.exec(
        "CREATE INDEX IF NOT EXISTS stream_order ON _stream_records(table_name, CAST(sequence_number AS INTEGER))",
      );
      database.close();
      return names;
    },
    kill: () => end("SIGKILL"),
    restart: start,
    stop: async () => {
      await end("SIGTERM");
      admin.destroy();
      await rm(directory, { recursive: true, force: true });
    },
  };
};
