import {
  type DynamoDB,
  GetItemCommand,
  PutItemCommand,
  ThrottlingException,
  TransactionCanceledException,
} from "@aws-sdk/client-dynamodb";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { aggregateKey, verifyChain } from "../../../domain/base/hash-chain.ts";
import { moveLetter, plannedLetter } from "../../../domain/letters/lifecycle.ts";
import { correctParty, registerParty } from "../../../domain/parties/parties.ts";
import type { Aggregate } from "../../../domain/audit/aggregates.ts";
import { updatePerson } from "../../../domain/parties/users.ts";
import { type AnyChange, Conflict } from "../../../lambdas/io/ports/commit.ts";
import { toItem } from "../../../lambdas/io/store/attributes.ts";
import { dynamoLedger } from "../../../lambdas/io/store/ledger.ts";
import { dynamoStore } from "../../../lambdas/io/store/store.ts";
import { Party } from "../../../schemas/model/party.ts";
import {
  at,
  change,
  drawOf,
  onePage,
  factsOf,
  mandateId,
  mandateIn,
  personOf,
  registeredUser,
  reviewId,
  startIn,
  userId,
} from "../../fixtures/changes.ts";
import {
  cancelTransactions,
  type Fault,
  forgetTokens,
  injectFaults,
  loseAnswerOf,
  waitUntil,
} from "../client-faults.ts";
import { type Engine, engineRunsHere, startEngine, type TestTables } from "./engine.ts";

const now = at("2020-12-01T10:00:00.000Z");

describe.runIf(engineRunsHere)("when the database does not do as it should", () => {
  let engine: Engine;
  let tables: TestTables;
  const clients: DynamoDB[] = [];
  beforeAll(async () => {
    engine = await startEngine();
  });
  afterAll(() => engine.stop());
  beforeEach(async () => {
    tables = await engine.tables();
  });
  afterEach(() => {
    for (const client of clients.splice(0)) client.destroy();
  });

  const client = (maxAttempts = 1): DynamoDB => {
    const made = engine.client({ maxAttempts });
    clients.push(made);
    return made;
  };
  const storeWith = (fault?: Fault, maxAttempts = 1) =>
    dynamoStore({
      client: fault === undefined ? client() : injectFaults(forgetTokens(client(maxAttempts)), fault),
      tables,
    });
  const ledgerWith = (fault?: Fault, maxAttempts = 1) =>
    dynamoLedger({
      client: fault === undefined ? client() : injectFaults(forgetTokens(client(maxAttempts)), fault),
      tables,
    });
  const commandOf = (...changes: readonly AnyChange[]) => ({ changes, by: "react", at: now });
  const outcome = async (committing: Promise<unknown>): Promise<unknown> => {
    try {
      await committing;
      return "done";
    } catch (error) {
      return error instanceof Conflict ? error.why : error;
    }
  };
  const reviewOf = async (code: string): Promise<Aggregate<"review">> => {
    const aggregate = await storeWith().load("review", reviewId(code));
    if (aggregate === undefined) throw new Error(`No review of ${code}`);
    return aggregate;
  };
  const letter = plannedLetter(
    {
      content: { kind: "invitation", user: userId(1) },
      recipient: { kind: "user", user: userId(1) },
      plannedFor: now,
      rule: "invitation",
    },
    now,
  );
  const claimed = moveLetter(letter, "claimed", { at: now });

  describe("a refused transaction", () => {
    // The items of the command below: aggregate, entry, person, address, then the record of the request.
    test.each([
      ["stale", ["ConditionalCheckFailed", "None", "None", "None", "None"]],
      ["stale", ["None", "ConditionalCheckFailed", "None", "None", "None"]],
      ["address-taken", ["None", "None", "None", "ConditionalCheckFailed", "None"]],
      ["repeated", ["None", "None", "None", "None", "ConditionalCheckFailed"]],
      ["busy", ["TransactionConflict", "None", "None", "None", "None"]],
      ["busy", ["None", "None", "None", "ThrottlingError", "None"]],
      ["busy", ["None", "ProvisionedThroughputExceeded", "None", "None", "None"]],
      ["stale", ["ConditionalCheckFailed", "None", "None", "ConditionalCheckFailed", "TransactionConflict"]],
      ["repeated", ["ConditionalCheckFailed", "None", "None", "ConditionalCheckFailed", "ConditionalCheckFailed"]],
    ])("means %s when its reasons are %j", async (why, codes) => {
      const idempotency = { key: "key-1", bodyHash: "1", reply: { status: 201, headers: {}, body: "" } };
      const command = { ...commandOf(registeredUser(1)), idempotency };
      expect(await outcome(storeWith(cancelTransactions(...codes)).commit(command))).toBe(why);
      expect(await storeWith().load("user", userId(1))).toBeUndefined();
    });

    test("is reported unchanged when the request itself is wrong", async () => {
      const wrong = cancelTransactions("ConditionalCheckFailed", "ValidationError", "None", "None");
      await expect(storeWith(wrong).commit(commandOf(registeredUser(1)))).rejects.toBeInstanceOf(
        TransactionCanceledException,
      );
    });

    test.each([
      ["busy", ["TransactionConflict", "None"]],
      ["busy", ["None", "TransactionConflict"]],
      ["closed", ["None", "ConditionalCheckFailed"]],
      ["closed", ["TransactionConflict", "ConditionalCheckFailed"]],
      ["stale", ["ConditionalCheckFailed", "None"]],
      ["stale", ["ConditionalCheckFailed", "ConditionalCheckFailed"]],
    ])("leaves a claim %s when its reasons are %j", async (answer, codes) => {
      const open = [{ review: reviewId("FR"), obligation: "focal-point:FR", generation: 1 }];
      expect(await ledgerWith(cancelTransactions(...codes)).claim(claimed, open)).toBe(answer);
    });
  });

  test("throttling to the last try is a matter of trying again later", async () => {
    let tries = 0;
    const throttled: Fault = (call, go) => {
      if (call !== "TransactWriteItemsCommand") return go();
      tries += 1;
      return Promise.reject(new ThrottlingException({ message: "Rate exceeded", $metadata: {} }));
    };
    expect(await outcome(storeWith(throttled, 2).commit(commandOf(drawOf("FR", "BR"))))).toBe("busy");
    expect(tries).toBe(2);
  });

  describe("a lost answer", () => {
    test("does not turn a commit that took place into a lost race", async () => {
      const idempotency = { key: "key-1", bodyHash: "1", reply: { status: 201, headers: {}, body: "" } };
      const store = storeWith(loseAnswerOf("TransactWriteItemsCommand"), 2);
      const [aggregate] = await store.commit({ ...commandOf(drawOf("FR", "BR")), idempotency });
      expect(await reviewOf("FR")).toEqual(aggregate);
      expect((await storeWith().journalOf("review", "c1-FR", onePage)).items).toHaveLength(1);
    });

    test("does not turn another's commit into one's own", async () => {
      let tries = 0;
      const overtaken: Fault = async (call, go) => {
        if (call !== "TransactWriteItemsCommand") return go();
        tries += 1;
        if (tries > 1) return go();
        await storeWith().commit(commandOf(drawOf("FR", "JP")));
        throw Object.assign(new Error("socket hang up"), { name: "TimeoutError" });
      };
      expect(await outcome(storeWith(overtaken, 2).commit(commandOf(drawOf("FR", "BR"))))).toBe("stale");
      expect(Object.keys((await reviewOf("FR")).state.seats)).toEqual(["FR", "JP"]);
    });

    test("does not give a claimed letter to another sender", async () => {
      const losing = (kind: string) => ledgerWith(loseAnswerOf(kind), 2);
      expect(await losing("PutItemCommand").plan(letter)).toBe(true);
      expect(await losing("TransactWriteItemsCommand").claim(claimed, [])).toBe("claimed");
      const accepted = moveLetter(claimed, "accepted", { at: now, messageId: "message-1" });
      expect(await losing("PutItemCommand").move(accepted)).toBe(true);
      expect(await losing("PutItemCommand").move({ ...accepted, messageId: "message-2" })).toBe(false);
      expect(await ledgerWith().letter(letter.id)).toEqual(accepted);
    });
  });

  test("a power cut leaves every command whole, and none that was acknowledged is lost", async () => {
    const codes = Array.from({ length: 12 }, (_, place) => `A${String.fromCharCode(65 + place)}`);
    await storeWith().commit(commandOf(...codes.map((code) => drawOf(code, "FR", "BR"))));
    const pairs = codes.slice(0, 6).map((code, place) => [code, codes[place + 6] ?? code] as const);
    const acknowledged = new Map<string, number>();
    let stopped = false;
    const keepGoing = async (pair: readonly [string, string], lane: number) => {
      const store = storeWith();
      for (let round = 0; !stopped; round++) {
        try {
          const aggregates = await store.loadMany("review", pair.map(reviewId));
          await store.commit(
            commandOf(...aggregates.map((aggregate) => mandateIn(aggregate, "expert", "FR", lane * 1_000 + round))),
          );
          for (const aggregate of aggregates) acknowledged.set(aggregate.id, aggregate.version + 1);
        } catch {
          return;
        }
      }
    };
    const lanes = pairs.map(keepGoing);
    await Promise.race([Promise.all(lanes), waitUntil(() => stopped || acknowledged.size === 12)]);
    await engine.kill();
    stopped = true;
    await Promise.all(lanes);
    await engine.restart();

    const store = storeWith();
    for (const pair of pairs) {
      const aggregates = await store.loadMany("review", pair.map(reviewId));
      expect(new Set(aggregates.map(({ version }) => version)).size).toBe(1);
      for (const aggregate of aggregates) {
        expect(aggregate.version).toBeGreaterThanOrEqual(acknowledged.get(aggregate.id) ?? 0);
        const { items } = await store.journalOf("review", aggregate.id, onePage);
        expect(verifyChain(aggregateKey("review", aggregate.id), items, { aggregate })).toMatchObject({ intact: true });
        expect(Object.keys(aggregate.state.mandates)).toHaveLength(aggregate.version - 1);
      }
    }
  });

  test("keys that a batch leaves unread are requested again", async () => {
    await storeWith().commit(commandOf(drawOf("FR", "BR"), drawOf("BR", "JP"), drawOf("JP", "FR")));
    let calls = 0;
    const sparing: Fault = async (call, go) => {
      const answered = (await go()) as {
        output: { Responses: Record<string, unknown[]>; UnprocessedKeys: object };
      };
      if (call !== "BatchGetItemCommand") return answered;
      calls += 1;
      const found = answered.output.Responses[tables.records] ?? [];
      const left = (found.splice(1) as { pk: unknown; sk: unknown }[]).map(({ pk, sk }) => ({ pk, sk }));
      if (left.length > 0) answered.output.UnprocessedKeys = { [tables.records]: { Keys: left } };
      return answered;
    };
    const aggregates = await storeWith(sparing).loadMany("review", ["JP", "FR", "BR"].map(reviewId));
    expect(aggregates.map(({ id }) => id)).toEqual(["c1-JP", "c1-FR", "c1-BR"]);
    expect(calls).toBe(3);
  });

  test("a page that is cut short by its size continues where it was cut", async () => {
    const at2 = at("2020-12-01T11:00:00.000Z");
    const store = storeWith();
    const france = Party.parse({
      id: "FR",
      name: "France",
      kind: "STATE",
      regionalGroup: null,
      joined: {},
      participation: "takes-part",
    });
    let [aggregate] = await store.commit(
      commandOf(change("party", "FR", undefined, factsOf(registerParty(france, now)))),
    );
    const long = Array.from({ length: 250 }, () =>
      factsOf(correctParty(france, { name: "Republic" }, "x".repeat(1_000), at2)),
    ).flat();
    for (let version = 2; version <= 6; version++)
      [aggregate] = await store.commit(commandOf(change("party", "FR", aggregate as Aggregate<"party">, long)));
    const versions: number[] = [];
    let pages = 0;
    for (let after: string | undefined = ""; after !== undefined; pages++) {
      const page = await store.journalOf("party", "FR", after === "" ? { limit: 50 } : { limit: 50, after });
      versions.push(...page.items.map(({ version }) => version));
      after = page.next;
    }
    expect(versions).toEqual([1, 2, 3, 4, 5, 6]);
    expect(pages).toBeGreaterThan(1);
  });

  test("an entry in the place of the next one is never replaced", async () => {
    await storeWith().commit(commandOf(drawOf("FR", "BR")));
    const stray = toItem({ subject: "review#c1-FR", version: "0000000002", schema: 1, note: "stray" });
    await client().send(new PutItemCommand({ TableName: tables.journal, Item: stray }));
    const aggregate = await reviewOf("FR");
    expect(await outcome(storeWith().commit(commandOf(startIn(aggregate))))).toBe("stale");
    const key = { subject: { S: "review#c1-FR" }, version: { S: "0000000002" } };
    const { Item: kept } = await client().send(new GetItemCommand({ TableName: tables.journal, Key: key }));
    expect(kept).toEqual(stray);
    expect(await reviewOf("FR")).toEqual(aggregate);
  });

  test("a function that was not given a table says so", async () => {
    const reader = dynamoStore({ client: client(), tables: { records: tables.records } });
    expect(await reader.load("party", "FR")).toBeUndefined();
    await expect(async () => reader.journalOf("party", "FR", onePage)).rejects.toThrow("journal");
  });

  test("a commit reads single items and writes by puts and checks only, so it needs no other rights", async () => {
    const commandNames = new Set<string>();
    const kinds: string[] = [];
    const watched = client();
    watched.middlewareStack.add(
      (next, context) => (args) => {
        commandNames.add(String(context.commandName));
        const { TransactItems: items = [] } = args.input as { TransactItems?: object[] };
        kinds.push(...items.flatMap((item) => Object.keys(item)));
        return next(args);
      },
      { step: "initialize" },
    );
    const store = dynamoStore({ client: watched, tables });
    await store.commit(commandOf(drawOf("FR", "BR"), drawOf("BR", "JP"), registeredUser(1, { party: "FR" })));
    const [fr, br, user] = [await reviewOf("FR"), await reviewOf("BR"), await storeWith().load("user", userId(1))];
    if (user === undefined) throw new Error("No user");
    const updated = change("user", user.id, user, factsOf(updatePerson(user.state, {}, now)), [
      { kind: "person", user: userId(1), person: personOf(1, "new@example.org") },
    ]);
    await store.commit(commandOf(startIn(fr), change("review", br.id, br, []), updated));
    expect([...commandNames].toSorted()).toEqual(["GetItemCommand", "TransactWriteItemsCommand"]);
    expect([...new Set(kinds)].toSorted()).toEqual(["ConditionCheck", "Put"]);
  });

  test("a commit writes the review in lists, the seats that it changes, and no others", async () => {
    const written: unknown[] = [];
    const watched = client();
    watched.middlewareStack.add(
      (next) => (args) => {
        const { TransactItems: items = [] } = args.input as { TransactItems?: { Put?: { Item: object } }[] };
        for (const { Put: put } of items) if (put !== undefined && "sk" in put.Item) written.push(put.Item.sk);
        return next(args);
      },
      { step: "initialize" },
    );
    const store = dynamoStore({ client: watched, tables });
    await store.commit(commandOf(drawOf("FR", "BR", "JP")));
    expect(written).toEqual([
      { S: "aggregate" },
      { S: "listed" },
      { S: "seat#FR" },
      { S: "seat#BR" },
      { S: "seat#JP" },
    ]);
    await store.commit(commandOf(startIn(await reviewOf("FR"))));
    written.splice(0);
    await store.commit(commandOf(mandateIn(await reviewOf("FR"), "observer", "JP", 1)));
    await store.commit(commandOf(mandateIn(await reviewOf("FR"), "focal-point", "BR", 2)));
    expect(written).toEqual([
      { S: "aggregate" },
      { S: "listed" },
      { S: "aggregate" },
      { S: "listed" },
      { S: `check#${mandateId(2)}` },
      { S: "seat#BR" },
      { S: "obligation#focal-point#BR" },
    ]);
  });
});
