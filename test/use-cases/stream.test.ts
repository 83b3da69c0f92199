import type { DynamoDBRecord } from "aws-lambda";
import { describe, expect, test } from "vitest";
import { toItem } from "../../lambdas/io/store/attributes.ts";
import { entryRow } from "../../lambdas/io/store/keys/journal.ts";
import { readStreamed } from "../../lambdas/io/store/stream-entry.ts";
import { UnreadableRow } from "../../lambdas/io/unreadable-row.ts";
import { onStream } from "../../lambdas/shell/batch.ts";
import { onJournalEntry } from "../../lambdas/use-cases/on-journal-entry.ts";
import type { JournalEntry } from "../../schemas/model/journal-entry.ts";
import { at, registeredUser, userId } from "../fixtures/changes.ts";
import { type TestApp, makeApp } from "../harness/test-app.ts";

/** Returns an app in which four people were registered, before any run of react. */
const registeredFour = async (): Promise<TestApp> => {
  const app = makeApp();
  app.accounts.open = true;
  app.mail.usually = "accepts";
  for (const number of [1, 2, 3, 4])
    await app.store.commit({ changes: [registeredUser(number)], by: "load", at: at("2020-11-20T09:00:00.000Z") });
  return app;
};

const recordsOf = (entries: readonly JournalEntry[]): readonly DynamoDBRecord[] =>
  entries.map((entry, place) => ({
    eventName: "INSERT",
    dynamodb: { SequenceNumber: String(100 + place), NewImage: toItem(entryRow(entry)) as never },
  }));

/** Returns the function as its entry point creates it. */
const reacting = (app: TestApp) =>
  onStream("react", async (record) => {
    const entry = readStreamed(record);
    if (entry !== undefined) await onJournalEntry(app.io, entry);
  });
const addresses = (...numbers: readonly number[]) => numbers.map((number) => `person-${number}@example.org`);

/** Returns an entry that a later version may have written, with a fact that this version does not know. */
const poison = (record: DynamoDBRecord | undefined): DynamoDBRecord => ({
  ...record,
  dynamodb: {
    ...record?.dynamodb,
    NewImage: { ...record?.dynamodb?.NewImage, facts: { L: [{ M: { kind: { S: "unheard-of" } } }] } },
  },
});

describe("a batch of the stream", () => {
  test("is handled in order, and nothing is reported when all is well", async () => {
    const app = await registeredFour();
    const records = recordsOf(app.stream.pending.splice(0));
    expect(await reacting(app)({ Records: [...records] })).toEqual({ batchItemFailures: [] });
    expect(app.accounts.made).toEqual(addresses(1, 2, 3, 4));
  });

  test("passes over an entry with a fact of a kind that it does not know, and names it once", async () => {
    const app = await registeredFour();
    const records = recordsOf(app.stream.pending.splice(0));
    const Records = records.map((record, place) => (place === 2 ? poison(record) : record));
    expect(await reacting(app)({ Records })).toEqual({ batchItemFailures: [] });
    expect(app.accounts.made).toEqual(addresses(1, 2, 4));
    expect(app.logged("FAILED")).toEqual([]);
    const row = `user#${userId(3)}#0000000001`;
    expect(app.logged("ROW_UNREADABLE")).toEqual([
      { level: "ERROR", code: "ROW_UNREADABLE", function: "react", position: "102", row },
    ]);
    // A version that knows the fact brings about what follows, as for any entry that the stream has lost.
    expect(await app.sweep("full")).toMatchObject({ accountsMade: 1 });
    expect(app.accounts.made).toEqual(addresses(1, 2, 4, 3));
  });

  // "one bulletin mailed 100 times because a failing step re-ran the batch" (nasa-gcn/gcn.nasa.gov#3662).
  test("with one entry that always fails stops there and names it; what came before is not repeated", async () => {
    const app = await registeredFour();
    const Records = recordsOf(app.stream.pending.splice(0));
    const { create } = app.accounts;
    app.accounts.create = (address) =>
      address === "person-3@example.org" ? Promise.reject(new Error("the address is refused")) : create(address);
    const react = onStream("react", async (record) => {
      const entry = readStreamed(record);
      if (entry !== undefined) await onJournalEntry({ ...app.io, accounts: app.accounts }, entry);
    });
    expect(await react({ Records: [...Records] })).toEqual({ batchItemFailures: [{ itemIdentifier: "102" }] });
    expect(app.accounts.made).toEqual(addresses(1, 2));
    expect(app.logged("FAILED")).toHaveLength(1);
    // The stream continues from the entry named, again and again, until it is put aside, and then with the next.
    for (let tries = 0; tries < 3; tries++)
      expect(await react({ Records: Records.slice(2) })).toEqual({ batchItemFailures: [{ itemIdentifier: "102" }] });
    expect(await react({ Records: Records.slice(3) })).toEqual({ batchItemFailures: [] });
    expect(app.accounts.made).toEqual(addresses(1, 2, 4));
  });

  test("stops at an entry of which one effect fails in addition to a row that cannot be read", async () => {
    const app = await registeredFour();
    const [record] = recordsOf(app.stream.pending.splice(0));
    if (record === undefined) throw new Error("Nothing was recorded");
    const both = new AggregateError([new UnreadableRow("of a later version", "a row"), new Error("away")]);
    const react = onStream("react", () => Promise.reject(both));
    expect(await react({ Records: [record] })).toEqual({ batchItemFailures: [{ itemIdentifier: "100" }] });
    expect(app.logged("ROW_UNREADABLE")).toEqual([]);
  });

  test("with an entry whose effect fails for a while stops there too, and continues when it succeeds", async () => {
    const app = await registeredFour();
    const Records = recordsOf(app.stream.pending.splice(0));
    const { create } = app.accounts;
    app.accounts.create = (address) =>
      address === "person-2@example.org" ? Promise.reject(new Error("the user pool is away")) : create(address);
    const react = onStream("react", async (record) => {
      const entry = readStreamed(record);
      if (entry !== undefined) await onJournalEntry({ ...app.io, accounts: app.accounts }, entry);
    });
    expect(await react({ Records: [...Records] })).toEqual({ batchItemFailures: [{ itemIdentifier: "101" }] });
    expect(app.accounts.made).toEqual(addresses(1));
    app.accounts.create = create;
    expect(await react({ Records: Records.slice(1) })).toEqual({ batchItemFailures: [] });
    expect(app.accounts.made).toEqual(addresses(1, 2, 3, 4));
  });

  test("of what is no new entry does nothing", async () => {
    const app = await registeredFour();
    const [first] = recordsOf(app.stream.pending.splice(0));
    const Records = [{ ...first, eventName: "REMOVE" as const }, { eventName: "INSERT" as const }];
    expect(await reacting(app)({ Records })).toEqual({ batchItemFailures: [] });
    expect(app.accounts.made).toEqual([]);
  });
});

describe("an account and its invitation", () => {
  test("come once each, wherever react is killed and however often the entry comes again", async () => {
    for (let call = 1; ; call++) {
      const app = await registeredFour();
      app.stream.pending.splice(1);
      const entries = [...app.stream.pending];
      const kill = app.kill("react", call);
      await app.settle();
      app.stream.pending.push(...entries);
      await app.settle();
      expect(app.accounts.made).toEqual(addresses(1));
      expect(app.mail.inbox.map(({ to }) => to)).toEqual(addresses(1));
      if (!kill.happened) break;
    }
  });

  test("are made up for by the nightly sweep when the stream has lost both entries", async () => {
    const app = await registeredFour();
    app.stream.pending.splice(0);
    expect(await app.sweep()).toMatchObject({ accountsMade: 4 });
    app.stream.pending.splice(0);
    await app.sweep();
    await app.rest();
    expect(app.mail.inbox.map(({ to }) => to).toSorted()).toEqual(addresses(1, 2, 3, 4));
  });
});
