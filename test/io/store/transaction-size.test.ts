import { randomBytes } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import type { AnyChange } from "../../../lambdas/io/ports/commit.ts";
import type { Store } from "../../../lambdas/io/ports/store.ts";
import { openAllReviews } from "../../fixtures/all-reviews.ts";
import { at, drawOf, mandateIn, onePage, registeredUser, userId } from "../../fixtures/changes.ts";
import { bothStores } from "./stores.ts";

const by = userId(1);
const now = at("2020-12-01T10:00:00.000Z");
const reply = { status: 201, headers: { etag: '"1"' }, body: '{"done":true}' };

describe.each(bothStores())("a commit $name", ({ make }) => {
  let store: Store;
  beforeEach(async () => {
    ({ store } = await make());
  });
  const commit = (...changes: readonly AnyChange[]) => store.commit({ changes, by, at: now });

  test("of more than a hundred items is refused before anything is written", async () => {
    const codes = Array.from({ length: 20 }, (_, place) => `A${String.fromCharCode(65 + place)}`);
    const most = codes.map((code) => drawOf(code, "QQ"));
    await expect(commit(...most, drawOf("ZZ", "QQ"))).rejects.toThrow(RangeError);
    const record = { key: "key-1", bodyHash: "1", reply };
    await expect(store.commit({ changes: most, by, at: now, idempotency: record })).rejects.toThrow(RangeError);
    expect(await store.repeated("key-1", now)).toBeUndefined();
    expect((await store.list("review", onePage)).items).toEqual([]);
    expect(await commit(...most)).toHaveLength(20);
  });

  test("of one who is named in every review that a party can be in is a hundred items, with a new person", async () => {
    const reviews = await openAllReviews(store, "FR", ["DE", "GR", "BR"], now);
    const aggregates = await store.loadMany("review", reviews);
    const naming = aggregates.map((aggregate) => mandateIn(aggregate, "focal-point", "FR", 100));
    const record = { key: "key-1", bodyHash: "1", reply };
    const named = [registeredUser(100, { party: "FR" }), ...naming];
    await expect(store.commit({ changes: named, by, at: now, idempotency: record })).rejects.toMatchObject({
      beyond: 1,
    });
    expect(await store.repeated("key-1", now)).toBeUndefined();
    expect(await store.loadMany("review", reviews)).toEqual(aggregates);
    expect(await commit(...named)).toHaveLength(17);
  });

  test("counts the items of a long reply besides its record", async () => {
    const codes = Array.from({ length: 20 }, (_, place) => `A${String.fromCharCode(65 + place)}`);
    const draws = codes.map((code) => drawOf(code, "QQ"));
    // This text cannot be compressed, so it takes five items: the record and four parts.
    const long = { ...reply, body: randomBytes(450_000).toString("base64") + randomBytes(450_000).toString("base64") };
    const record = { key: "key-1", bodyHash: "1", reply: long };
    await expect(store.commit({ changes: draws, by, at: now, idempotency: record })).rejects.toMatchObject({
      beyond: 5,
    });
    await store.commit({ changes: draws.slice(1), by, at: now, idempotency: record });
    expect(await store.repeated("key-1", now)).toEqual(record);
  });
});
