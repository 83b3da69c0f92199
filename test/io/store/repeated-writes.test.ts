import { type DynamoDB, GetItemCommand } from "@aws-sdk/client-dynamodb";
import fc from "fast-check";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { aggregateKey, verifyChain } from "../../../domain/base/hash-chain.ts";
import { registerParty } from "../../../domain/parties/parties.ts";
import { type Item, toItem } from "../../../lambdas/io/store/attributes.ts";
import { dynamoLedger } from "../../../lambdas/io/store/ledger.ts";
import { dynamoSlots } from "../../../lambdas/io/store/slots.ts";
import { dynamoStore } from "../../../lambdas/io/store/store.ts";
import { change, day, drawOf, onePage, factsOf, party, startIn } from "../../fixtures/changes.ts";
import { type Engine, engineRunsHere, startEngine, type TestTables } from "./engine.ts";
import { clockADayAhead, type Fate, type Fault, firstTries, forgetTokens, injectFaults } from "../client-faults.ts";
import { retryAtOnce, applyFates } from "../client-faults.ts";
import { memoryLedger } from "../../fakes/memory/ledger.ts";
import { memorySlots } from "../../fakes/memory/slots.ts";
import { memoryStore } from "../../fakes/memory/store.ts";
import type { StoreUnderTest } from "./stores.ts";
import { claimedLetter, code, contactOn, draft, letter, line, mark, now, open, review, tally } from "./twins.ts";
import { theLog, theParty, theReview, tookPlace, twins } from "./twins.ts";

const inMemory = (): StoreUnderTest => {
  const store = memoryStore();
  return { store, ledger: memoryLedger(store), slots: memorySlots() };
};

describe.runIf(engineRunsHere)("writes that are tried again", () => {
  let engine: Engine;
  const clients: DynamoDB[] = [];
  beforeAll(async () => {
    engine = await startEngine();
  });
  afterAll(() => engine.stop());
  afterEach(() => {
    for (const client of clients.splice(0)) client.destroy();
  });

  const appWith = (tables: TestTables, fault?: Fault, most = 2): StoreUnderTest => {
    const client = forgetTokens(engine.client({ retryStrategy: retryAtOnce(most) }));
    clients.push(client);
    const access = { client: fault === undefined ? client : injectFaults(client, fault), tables };
    return { store: dynamoStore(access), ledger: dynamoLedger(access), slots: dynamoSlots(access, "ses") };
  };
  /** The system with a party and a review that has started. */
  const startReview = async (app: StoreUnderTest): Promise<StoreUnderTest> => {
    const { store } = app;
    const france = { id: party(code), name: "France", kind: "STATE", regionalGroup: null } as const;
    const facts = factsOf(
      registerParty({ ...france, joined: { UNTOC: day("2004-01-01") }, participation: "takes-part" }, now),
    );
    await store.commit({ changes: [change("party", code, undefined, facts), drawOf(code, "BR")], by: "load", at: now });
    await store.commit({ changes: [startIn(await theReview(app))], by: "react", at: now });
    return app;
  };
  /** Tables that are known to a system in no trouble. */
  const tablesOf = async () => {
    const tables = await engine.tables();
    return { tables, app: await startReview(appWith(tables)) };
  };

  const troubles = [
    ["the first try of each is not heard of", () => firstTries("not-heard-of")],
    ["the first try of each never arrives", () => firstTries("never-arrives")],
    ["the service's clock is a day ahead", () => clockADayAhead],
  ] as const;
  const histories = [
    ...troubles.map(
      ([why, trouble]) =>
        [`because ${why}`, async () => startReview(appWith(await engine.tables(), trouble()))] as const,
    ),
    ["or not, in memory,", () => startReview(inMemory())] as const,
  ];

  describe.each(histories)("%s", (_, mechanism) => {
    test.each(twins)("belong to one of two who write the same at a time: %s", async (_what, twin) => {
      const write = await twin(await mechanism());
      const answers = await Promise.all([1, 2].map(write));
      expect(answers.toSorted()).toEqual([false, true]);
      expect(await write(3)).toBe(false);
    });
  });

  test.each(twins)("belong to the writer that made them and got no reply: %s", async (_what, twin) => {
    const write = await twin(await startReview(appWith(await engine.tables(), firstTries("not-heard-of"))));
    expect(await write(1)).toBe(true);
  });

  test("keep the rows of the writer that won, and nothing of the other", async () => {
    for (const [, trouble] of troubles) {
      const app = await startReview(appWith(await engine.tables(), trouble()));
      const log = await theLog(app);
      const numbers = [1, 2];
      const answers = await Promise.all(numbers.map((number) => tookPlace(app.store.commit(contactOn(log, number)))));
      const winner = numbers[answers.indexOf(true)];
      const { items } = await app.store.contactsWith(party(code), onePage);
      expect(items.map(({ note }) => note)).toEqual([`Note ${winner}`]);
    }
  });

  test("are recognized even after later changes by others, if they are in the journal", async () => {
    const { tables, app: others } = await tablesOf();
    let overtaken = false;
    const app = appWith(tables, async (call, go) => {
      if (call !== "TransactWriteItemsCommand" || overtaken) return go();
      overtaken = true;
      await go();
      await others.store.commit(contactOn(await theLog(others), 2));
      throw Object.assign(new Error("socket hang up"), { name: "TimeoutError" });
    });
    const log = await theLog(app);
    expect(await tookPlace(app.store.commit(contactOn(log, 1)))).toBe(true);
    expect((await theLog(app))?.version).toBe(2);
    const { items } = await app.store.contactsWith(party(code), onePage);
    expect(items.map(({ note }) => note)).toEqual(["Note 2", "Note 1"]);
  });

  test("are known when the last try met another transaction, or was not answered at all", async () => {
    for (const last of [
      { name: "TransactionConflictException", $metadata: { httpStatusCode: 400 }, $fault: "client" },
      { name: "TimeoutError" },
    ]) {
      const { tables } = await tablesOf();
      let tries = 0;
      const app = appWith(tables, async (call, go) => {
        if (call !== "TransactWriteItemsCommand") return go();
        tries += 1;
        if (tries === 1) await go();
        throw Object.assign(new Error("No answer"), tries === 1 ? { name: "TimeoutError" } : last);
      });
      const log = await theLog(app);
      expect(await tookPlace(app.store.commit(contactOn(log, 1)))).toBe(true);
      expect(tries).toBe(2);
    }
  });

  describe("leave in their rows", () => {
    const rows = (tables: TestTables): readonly (readonly [table: string, key: object])[] => [
      [tables.records, { pk: aggregateKey("party", code), sk: "aggregate" }],
      [tables.journal, { subject: aggregateKey("party", code), version: "0000000001" }],
      [tables.records, { pk: `drafts#${review}`, sk: `draft#answers#${code}#UNTOC` }],
      [tables.letters, { id: letter.id }],
      [tables.letters, { id: `address#${mark.hash}` }],
      [tables.letters, { id: `tally#${tally.bulletin}` }],
      [tables.letters, { id: "slots#ses" }],
    ];
    const written = async () => {
      const { tables, app } = await tablesOf();
      await app.store.saveDraft(draft, await theReview(app));
      await app.ledger.plan(letter);
      await app.ledger.writeMark(mark);
      await app.ledger.writeTally(tally);
      await app.slots.replace(undefined, line);
      return { tables, app };
    };
    const raw = async (table: string, key: object): Promise<Item> => {
      const client = engine.client();
      clients.push(client);
      return (await client.send(new GetItemCommand({ TableName: table, Key: toItem(key) }))).Item ?? {};
    };
    const read = async ({ store, ledger, slots }: StoreUnderTest) => [
      await store.load("party", code),
      (await store.journalOf("party", code, onePage)).items,
      await store.draft(draft),
      await ledger.letter(letter.id),
      await ledger.mark(mark.hash),
      await ledger.tally(tally.bulletin),
      await slots.read(),
    ];

    test("an id that no other code reads, and that no hash covers", async () => {
      const { tables, app } = await written();
      const ids = await Promise.all(
        rows(tables).map(async ([table, key]) => (await raw(table, key))["writeId"]?.S ?? ""),
      );
      expect(ids.every((id) => /^[0-9a-f-]{36}$/u.test(id))).toBe(true);
      // The aggregate and the entry of one commit are one write.
      expect([new Set(ids).size, ids[0]]).toEqual([ids.length - 1, ids[1]]);
      const contents = await read(app);
      expect(JSON.stringify(contents)).not.toContain("writeId");
      expect(contents.slice(2)).toEqual([draft, letter, mark, tally, line]);
      const aggregate = await theParty(app);
      const { items } = await app.store.journalOf("party", code, onePage);
      expect(verifyChain(aggregateKey("party", code), items, { aggregate })).toMatchObject({ intact: true });
    });
  });

  test("take place once each, whatever is lost and whichever writer comes between", async () => {
    const fate = fc.constantFrom<Fate>("heard", "never-arrives", "not-heard-of");
    const property = fc.asyncProperty(fc.array(fate, { maxLength: 60 }), async (fates) => {
      const { tables } = await tablesOf();
      const left = fates.values();
      // At most three tries of a write are in trouble; the fourth is heard, or its writer could not know.
      const app = appWith(
        tables,
        applyFates((before) => (before < 3 ? (left.next().value ?? "heard") : "heard")),
        4,
      );
      expect(await app.ledger.plan(letter)).toBe(true);
      const writers = Array.from({ length: 4 }, async (_, number) => {
        let done = 0;
        for (let round = 0; round < 3; round++)
          if (await tookPlace(app.store.commit(contactOn(await theLog(app), number)))) done += 1;
        return done;
      });
      const claims = Array.from({ length: 3 }, async () => app.ledger.claim(claimedLetter, [open]));
      const [done, answers] = [await Promise.all(writers), await Promise.all(claims)];
      const all = done.reduce((sum, each) => sum + each, 0);
      expect((await theLog(app))?.version ?? 0).toBe(all);
      const { items } = await app.store.contactsWith(party(code), onePage);
      const kept = Map.groupBy(items, ({ note }) => note);
      expect(done.map((_, number) => kept.get(`Note ${number}`)?.length ?? 0)).toEqual(done);
      expect(answers.filter((answer) => answer === "claimed")).toHaveLength(1);
    });
    await fc.assert(property, { numRuns: 10 });
  });
});
