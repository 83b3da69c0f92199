import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, describe, expect, test } from "vitest";
import { UserError } from "../base/user-error.ts";
import { engineAdvice } from "../services/engine-advice.ts";
import { engineBinary, startEngine } from "../services/engine.ts";
import { engineClient } from "../services/engine-client.ts";
import { startLocalStack } from "../local-stack.ts";
import { readStackModel } from "../template/stack-model.ts";
import { ensureTables } from "../services/tables.ts";
import { sampleApp } from "./fixtures/sample.ts";
import { clientsOf, handled, queueOf, sampleStack, tableOf, writeEntry } from "./support.ts";
import { PutItemCommand, QueryCommand } from "@aws-sdk/client-dynamodb";

const folders: string[] = [];
const folder = (): string => {
  const made = mkdtempSync(join(tmpdir(), "system-test-"));
  folders.push(made);
  return made;
};
afterAll(() => {
  for (const each of folders) rmSync(each, { recursive: true, force: true });
});

describe("the tables", () => {
  test("have the keys and indexes of the template", async () => {
    const app = await sampleStack();
    const { dynamodb } = clientsOf(app);
    const TableName = tableOf(app, "Records");
    await dynamodb.send(
      new PutItemCommand({ TableName, Item: { pk: { S: "a" }, sk: { S: "b" }, kind: { S: "k" }, at: { S: "1" } } }),
    );
    const found = await dynamodb.send(
      new QueryCommand({
        TableName,
        IndexName: "byKind",
        KeyConditionExpression: "kind = :kind",
        ExpressionAttributeValues: { ":kind": { S: "k" } },
      }),
    );
    expect(found.Count).toBe(1);
    expect(await app.isEmpty(TableName)).toBe(false);
    expect(await app.isEmpty(tableOf(app, "Journal"))).toBe(true);
    await app.close();
  });

  test("have the index without which each write would look through all stream records", async () => {
    const dataDir = folder();
    const app = await sampleStack({ dataDir });
    await writeEntry(app, clientsOf(app), "one");
    await app.close();
    const database = new DatabaseSync(join(dataDir, "tables.sqlite"));
    const plan = database
      .prepare(
        "EXPLAIN QUERY PLAN SELECT max(CAST(sequence_number AS INTEGER)) FROM _stream_records WHERE table_name = ?",
      )
      .all("sample-kept-Journal")
      .map((row) => String(row["detail"]));
    database.close();
    expect(plan.join()).toContain("stream_order");
  });
});

describe("a system that keeps its data", () => {
  test("continues after a restart: tables, stream, messages, schedules, letters, accounts, tokens, clock", async () => {
    const dataDir = folder();
    const templateDir = sampleApp();
    const first = await startLocalStack({ dataDir, templateDir, startAt: "2020-12-01T08:00:00Z" });
    await first.moveTo("2020-12-10T08:00:00Z");
    await writeEntry(first, clientsOf(first), "seen-before");
    await first.rest();
    const work = queueOf(first, "PutAside");
    first.queues.send(work, { body: "in flight" });
    first.queues.receive(work, 1);
    first.queues.send(work, { body: "delayed", delaySeconds: 900 });
    const target = { Arn: queueOf(first, "SweepQueue").arn, RoleArn: "r" };
    first.scheduler.put("armed", "reminders", { ScheduleExpression: "at(2020-12-24T00:00:00)", Target: target });
    const letter = {
      from: "a@reviews.example.org",
      to: ["b@example.org"],
      replyTo: [],
      subject: "s",
      text: "t",
      html: "",
    };
    first.mailbox.accept({ ...letter, headers: {}, tags: {}, attachments: [] });
    const token = await first.token("someone@example.org");
    await first.close();

    // Tokens are of the address at which they were signed.
    const port = Number(new URL(first.url).port);
    const second = await startLocalStack({ dataDir, templateDir, startAt: "2020-12-01T08:00:00Z", port });
    expect(second.clock.instant()).toMatch(/^2020-12-10T08:00/u);
    expect(second.queues.counts(queueOf(second, "PutAside"))).toEqual({ visible: 1, inFlight: 0, delayed: 1 });
    expect(second.scheduler.find("armed", "reminders")?.dueAt).toBe(Date.parse("2020-12-24T00:00:00Z"));
    expect(second.mailbox.count()).toBe(1);
    const guarded = await fetch(`${second.url}/guarded`, { headers: { authorization: token } });
    expect(guarded.status).toBe(200);
    await writeEntry(second, clientsOf(second), "seen-after");
    await second.rest();
    const times = async (id: string) => (await handled(second, clientsOf(second), id, "seen")).times;
    expect([await times("seen-before"), await times("seen-after")]).toEqual([1, 1]);
    await second.close();
  });

  test("is reported in one line when another process has its data", async () => {
    const dataDir = folder();
    const templateDir = sampleApp();
    const first = await startLocalStack({ dataDir, templateDir });
    await expect(startLocalStack({ dataDir, templateDir })).rejects.toMatchObject({
      name: "UserError",
      message: expect.stringMatching(/^.*state\.sqlite is in use by another process: .*--memory.*$/u),
    });
    expect((await fetch(`${first.url}/_local/clock`)).status).toBe(200);
    await first.close();
  });

  test("is reported in one line when the data was written for tables with other keys", async () => {
    const dataDir = folder();
    await (await startLocalStack({ dataDir, templateDir: sampleApp() })).close();
    const file = join(dataDir, "tables.sqlite");
    const database = new DatabaseSync(file);
    const keys = JSON.stringify([{ AttributeName: "id", KeyType: "HASH" }]);
    database.prepare("UPDATE _tables SET key_schema = ? WHERE table_name = 'sample-kept-Records'").run(keys);
    database.close();
    await expect(startLocalStack({ dataDir, templateDir: sampleApp() })).rejects.toMatchObject({
      name: "UserError",
      message: expect.stringContaining("--fresh"),
    });
  });
});

describe("a kept table whose indexes the template has changed", () => {
  const key = (AttributeName: string, KeyType: string) => ({ AttributeName, KeyType });
  const earlierIndex = { IndexName: "byAge", KeySchema: [key("at", "HASH"), key("kind", "RANGE")] };
  const name = "sample-kept-Records";

  test("gets its new index with the rows that have its keys, loses the one that is gone, and keeps its rows", async () => {
    const file = join(folder(), "tables.sqlite");
    const engine = await startEngine({ file });
    const client = engineClient(engine.endpoint);
    const [records] = readStackModel(sampleApp(), { aws: "http://aws", api: "http://api" }).tables.filter(
      (table) => table.name === name,
    );
    if (records === undefined) throw new Error("The sample has no table of records");
    const earlier = { ...earlierIndex, Projection: { ProjectionType: "ALL" } };
    await ensureTables(client, [{ ...records, create: { ...records.create, GlobalSecondaryIndexes: [earlier] } }]);
    await client.call("PutItem", {
      TableName: name,
      Item: { pk: { S: "a" }, sk: { S: "b" }, kind: { S: "k" }, at: { S: "1" } },
    });
    await client.call("PutItem", { TableName: name, Item: { pk: { S: "without" }, sk: { S: "keys" } } });
    await ensureTables(client, [records]);
    const query = (IndexName: string) =>
      client.call("Query", {
        TableName: name,
        IndexName,
        KeyConditionExpression: "#kind = :kind",
        ExpressionAttributeNames: { "#kind": IndexName === "byKind" ? "kind" : "at" },
        ExpressionAttributeValues: { ":kind": { S: IndexName === "byKind" ? "k" : "1" } },
      });
    expect((await query("byKind"))["Count"]).toBe(1);
    await expect(query("byAge")).rejects.toThrow("byAge");
    expect((await client.call("Scan", { TableName: name }))["Count"]).toBe(2);
    client.close();
    await engine.close();
  });
});

describe("a system does not start, and says in one line why, when", () => {
  test("its port is taken", async () => {
    const server = createServer().listen(0, "127.0.0.1");
    await once(server, "listening");
    const address = server.address();
    const port = address !== null && typeof address === "object" ? address.port : 0;
    await expect(startLocalStack({ templateDir: sampleApp(), port })).rejects.toMatchObject({
      name: "UserError",
      message: `Port ${port} is in use: end what uses it, or choose another with --port N`,
    });
    server.close();
  });

  test("nothing is synthesized", async () => {
    await expect(startLocalStack({ templateDir: folder() })).rejects.toMatchObject({
      name: "UserError",
      message: expect.stringContaining("cdk synth"),
    });
  });

  test("the engine is not installed on Linux x64, which npm puts right", () => {
    expect(engineAdvice("linux", "x64")).toBe(
      'The database engine @dynoxide/linux-x64 is not installed: run "npm ci" with optional dependencies',
    );
  });

  test.each([
    ["darwin", "arm64", "BIND_HOST=127.0.0.1 .ministack/bin/ministack"],
    ["linux", "arm64", "BIND_HOST=127.0.0.1 .ministack/bin/ministack"],
    ["win32", "x64", String.raw`cmd /c "set BIND_HOST=127.0.0.1&& .ministack\Scripts\ministack"`],
  ])("no engine comes for %s on %s, where the user starts a DynamoDB and names it", (platform, arch, command) => {
    expect(() => engineBinary(platform, arch)).toThrow(UserError);
    const lines = engineAdvice(platform, arch).split("\n");
    expect(lines[0]).toContain(`for ${platform}-${arch}`);
    expect(lines).toContain(`  ${command}`);
    expect(lines.at(-1)).toBe("  npm start -- --dynamodb http://localhost:4566");
    expect(lines.join("\n")).not.toContain("npm ci");
  });

  test("the data file is none", async () => {
    const file = join(folder(), "tables.sqlite");
    writeFileSync(file, "this is no database, and long enough to be seen as none".repeat(100));
    await expect(startEngine({ file })).rejects.toMatchObject({
      name: "UserError",
      message: expect.stringContaining(file),
    });
  });

  test("no server answers at the DynamoDB endpoint that was named", async () => {
    const options = { templateDir: sampleApp(), dynamodb: "http://127.0.0.1:9" };
    await expect(startLocalStack(options)).rejects.toMatchObject({ name: "UserError", message: /--dynamodb/u });
  });
});

describe("another DynamoDB", () => {
  test("can be used instead of the embedded engine", async () => {
    const engine = await startEngine({ file: join(folder(), "other.sqlite") });
    const app = await sampleStack({ dynamodb: engine.endpoint });
    await writeEntry(app, clientsOf(app), "elsewhere");
    await app.rest();
    expect((await handled(app, clientsOf(app), "elsewhere", "seen")).times).toBe(1);
    await app.close();
    await engine.close();
  });
});

describe("the end of a system", () => {
  const alive = (pid: number): boolean => {
    try {
      process.kill(pid, 0);
      return true;
    } catch {
      return false;
    }
  };

  test("however it comes, is the end of its engine and of what it kept for the moment", async () => {
    const script = join(import.meta.dirname, "fixtures", "lone-stack.ts");
    const child = spawn(process.execPath, [script], { stdio: ["ignore", "pipe", "inherit"] });
    let said = "";
    for await (const chunk of child.stdout) {
      said += String(chunk);
      if (said.includes("\n")) break;
    }
    const { engine, temporary } = JSON.parse(said) as { engine: number; temporary: string };
    expect(alive(engine)).toBe(true);
    child.kill("SIGKILL");
    await expect.poll(() => alive(engine)).toBe(false);
    await expect.poll(() => existsSync(temporary)).toBe(false);
  });
});
