import { beforeEach, describe, expect, test } from "vitest";
import type { Store } from "../../../lambdas/io/ports/store.ts";
import { sha256 } from "../../../domain/base/hash.ts";
import { drawOf, at, reviewId, startIn } from "../../fixtures/changes.ts";
import { memoryStore } from "../../fakes/memory/store.ts";
import { engineRunsHere } from "./engine.ts";
import { openEngineStore } from "./engine-store.ts";

const review = reviewId("FR");
const now = at("2020-12-01T10:00:00.000Z");
const [list, answers, dialogue] = ["The list", "The responses", "The dialogue"].map((text) => ({
  hash: sha256(text),
  document: { text },
}));
if (list === undefined || answers === undefined || dialogue === undefined) throw new Error("Texts are missing");
const all = [list.hash, answers.hash, dialogue.hash];

/** Submitted texts of a review, and copies of the public ones. */
const suite = (make: () => Promise<Store>): void => {
  let store: Store;
  beforeEach(async () => {
    store = await make();
    await store.commit({ changes: [drawOf("FR", "BR")], by: "load", at: now });
    const aggregate = await store.load("review", review);
    if (aggregate === undefined) throw new Error("There is no review");
    const sideRecords = [list, answers, dialogue].map((one) => ({ kind: "document" as const, review, ...one }));
    await store.commit({ changes: [{ ...startIn(aggregate), sideRecords }], by: "load", at: now });
  });
  const published = async () => [...(await store.publishedDocuments(review, all)).keys()].toSorted();

  test("no submitted text is public until it is published", async () => {
    expect((await store.documents(review, all)).size).toBe(3);
    expect(await published()).toEqual([]);
  });

  test("only the last published text is public, and the submitted text remains", async () => {
    await store.publishDocuments(review, [list.hash, answers.hash]);
    expect(await published()).toEqual([list.hash, answers.hash].toSorted());
    expect((await store.publishedDocuments(review, [list.hash])).get(list.hash)).toEqual({ text: "The list" });
    await store.publishDocuments(review, [list.hash, dialogue.hash]);
    await store.publishDocuments(review, [list.hash, dialogue.hash]);
    expect(await published()).toEqual([list.hash, dialogue.hash].toSorted());
    await store.publishDocuments(review, []);
    expect(await published()).toEqual([]);
    expect((await store.documents(review, all)).size).toBe(3);
  });
};

describe("published texts in memory", () => {
  suite(async () => memoryStore());
});
describe.runIf(engineRunsHere)("published texts on the engine", () => {
  const emptyStore = openEngineStore();
  suite(async () => (await emptyStore()).store);
});
