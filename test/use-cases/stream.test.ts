import type { DynamoDBRecord } from "aws-lambda";
import { describe, expect, test } from "vitest";
import { toItem } from "../../lambdas/io/store/attributes.ts";
import { entryRow } from "../../lambdas/io/store/keys.ts";
import { readStreamed } from "../../lambdas/io/store/streamed.ts";
import { onStream } from "../../lambdas/shell/batch.ts";
import { reactTo } from "../../lambdas/use-cases/on-journal-entry.ts";
import type { JournalEntry } from "../../schemas/model/fact.ts";
import { at, registered } from "../support/changes.ts";
import { type House, makeHouse } from "../support/house.ts";

/** A house in which four people were registered, nothing of which react has heard. */
const registeredFour = async (): Promise<House> => {
  const house = makeHouse();
  house.accounts.open = true;
  house.mail.usually = "accepts";
  for (const number of [1, 2, 3, 4])
    await house.store.commit({ changes: [registered(number)], by: "load", at: at("2020-11-20T09:00:00.000Z") });
  return house;
};

const recordsOf = (entries: readonly JournalEntry[]): readonly DynamoDBRecord[] =>
  entries.map((entry, place) => ({
    eventName: "INSERT",
    dynamodb: { SequenceNumber: String(100 + place), NewImage: toItem(entryRow(entry)) as never },
  }));

/** The function as its entry point puts it together. */
const reacting = (house: House) =>
  onStream("react", async (record) => {
    const entry = readStreamed(record);
    if (entry !== undefined) await reactTo(house.io, entry);
  });
const addresses = (...numbers: readonly number[]) => numbers.map((number) => `person-${number}@example.org`);

/** An entry that a later version may have written, with a fact that this one does not know. */
const poison = (record: DynamoDBRecord | undefined): DynamoDBRecord => ({
  ...record,
  dynamodb: {
    ...record?.dynamodb,
    NewImage: { ...record?.dynamodb?.NewImage, facts: { L: [{ M: { kind: { S: "unheard-of" } } }] } },
  },
});

describe("a batch of the stream", () => {
  test("is handled in order, and nothing is reported when all is well", async () => {
    const house = await registeredFour();
    const records = recordsOf(house.stream.pending.splice(0));
    expect(await reacting(house)({ Records: [...records] })).toEqual({ batchItemFailures: [] });
    expect(house.accounts.made).toEqual(addresses(1, 2, 3, 4));
  });

  // "one bulletin mailed 100 times because a failing step re-ran the batch" (nasa-gcn/gcn.nasa.gov#3662).
  test("with one poisonous entry stops there and names it; what came before is not repeated", async () => {
    const house = await registeredFour();
    const records = recordsOf(house.stream.pending.splice(0));
    const Records = records.map((record, place) => (place === 2 ? poison(record) : record));
    const react = reacting(house);
    expect(await react({ Records })).toEqual({ batchItemFailures: [{ itemIdentifier: "102" }] });
    expect(house.accounts.made).toEqual(addresses(1, 2));
    expect(house.logged("FAILED")).toHaveLength(1);
    // The stream goes on from the entry named, again and again, until it is put aside, and then with the next.
    house.before("accounts.create", () => Promise.reject(new Error("an account was made twice")));
    for (let tries = 0; tries < 3; tries++)
      expect(await react({ Records: Records.slice(2) })).toEqual({ batchItemFailures: [{ itemIdentifier: "102" }] });
    expect(await react({ Records: Records.slice(3) })).toEqual({ batchItemFailures: [] });
    expect(house.accounts.made).toEqual(addresses(1, 2, 4));
  });

  test("with an entry whose effect fails for a while stops there too, and goes on when it succeeds", async () => {
    const house = await registeredFour();
    const Records = recordsOf(house.stream.pending.splice(0));
    const { create } = house.accounts;
    house.accounts.create = (address) =>
      address === "person-2@example.org" ? Promise.reject(new Error("the user pool is away")) : create(address);
    const react = onStream("react", async (record) => {
      const entry = readStreamed(record);
      if (entry !== undefined) await reactTo({ ...house.io, accounts: house.accounts }, entry);
    });
    expect(await react({ Records: [...Records] })).toEqual({ batchItemFailures: [{ itemIdentifier: "101" }] });
    expect(house.accounts.made).toEqual(addresses(1));
    house.accounts.create = create;
    expect(await react({ Records: Records.slice(1) })).toEqual({ batchItemFailures: [] });
    expect(house.accounts.made).toEqual(addresses(1, 2, 3, 4));
  });

  test("of what is no new entry does nothing", async () => {
    const house = await registeredFour();
    const [first] = recordsOf(house.stream.pending.splice(0));
    const Records = [{ ...first, eventName: "REMOVE" as const }, { eventName: "INSERT" as const }];
    expect(await reacting(house)({ Records })).toEqual({ batchItemFailures: [] });
    expect(house.accounts.made).toEqual([]);
  });
});

describe("an account and its invitation", () => {
  test("come once each, wherever react is killed and however often the entry comes again", async () => {
    for (let call = 1; ; call++) {
      const house = await registeredFour();
      house.stream.pending.splice(1);
      const entries = [...house.stream.pending];
      const kill = house.kill("react", call);
      await house.settle();
      house.stream.pending.push(...entries);
      await house.settle();
      expect(house.accounts.made).toEqual(addresses(1));
      expect(house.mail.inbox.map(({ to }) => to)).toEqual(addresses(1));
      if (!kill.happened) break;
    }
  });

  test("are made up for by the nightly sweep when the stream has lost both entries", async () => {
    const house = await registeredFour();
    house.stream.pending.splice(0);
    expect(await house.sweep()).toMatchObject({ accountsMade: 4 });
    house.stream.pending.splice(0);
    await house.sweep();
    await house.rest();
    expect(house.mail.inbox.map(({ to }) => to).toSorted()).toEqual(addresses(1, 2, 3, 4));
  });
});
