import { beforeEach, describe, expect, test } from "vitest";
import { Conflict } from "../../../lambdas/io/ports/commit.ts";
import type { Store } from "../../../lambdas/io/ports/store.ts";
import { hashOf } from "../../../domain/base/hash.ts";
import type { Fact } from "../../../schemas/model/fact.ts";
import type { Draft } from "../../../schemas/model/draft.ts";
import { at, change, drawOf, party, reviewId, userId } from "../../fixtures/changes.ts";
import { everyStore } from "./stores.ts";

const by = "u-test";
const now = at("2021-01-04T09:00:00.000Z");
const review = reviewId("FR");
const lost = (why: Conflict["why"]) => expect.objectContaining({ name: "Conflict", why });

const draft = (version: number, text: string, more: Partial<Draft> = {}): Draft => ({
  review,
  party: party("FR"),
  kind: "answers",
  instrument: "UNTOC",
  version,
  text,
  changedAt: now,
  changedBy: userId(1),
  ...more,
});

describe.each(everyStore())("Drafts and documents $name", ({ make }) => {
  let store: Store;
  const aggregate = async () => {
    const found = await store.load("review", review);
    if (found === undefined) throw new Error("The review is not there");
    return found;
  };
  const moved: Fact = { kind: "answers-opened", happenedAt: now, review };
  beforeEach(async () => {
    ({ store } = await make());
    await store.commit({ changes: [drawOf("FR", "BR")], by, at: now });
  });

  test("a draft is kept version by version, and the review's own version stays", async () => {
    expect(await store.draft(draft(1, ""))).toBeUndefined();
    await store.saveDraft(draft(1, "one\ntwo"), await aggregate());
    await store.saveDraft(draft(2, "three"), await aggregate());
    expect(await store.draft(draft(1, ""))).toEqual(draft(2, "three"));
    expect((await aggregate()).version).toBe(1);
  });

  test("of two writers of one version, one is refused as stale", async () => {
    const before = await aggregate();
    const both = await Promise.allSettled([
      store.saveDraft(draft(1, "hers"), before),
      store.saveDraft(draft(1, "his"), before),
    ]);
    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    await expect(store.saveDraft(draft(1, "late"), before)).rejects.toEqual(lost("stale"));
    await expect(store.saveDraft(draft(3, "too far"), before)).rejects.toEqual(lost("stale"));
  });

  test("is not written when the review has moved on since it was decided", async () => {
    const before = await aggregate();
    await store.commit({ changes: [change("review", review, before, [moved])], by, at: now });
    await expect(store.saveDraft(draft(1, "late"), before)).rejects.toEqual(lost("busy"));
    expect(await store.draft(draft(1, ""))).toBeUndefined();
  });

  test("those of a review are listed one by one, and those of another are not", async () => {
    await store.commit({ changes: [drawOf("JP", "BR")], by, at: now });
    const other = await store.load("review", reviewId("JP"));
    if (other === undefined) throw new Error("The review is not there");
    await store.saveDraft(draft(1, "other", { review: reviewId("JP"), party: party("JP") }), other);
    await store.saveDraft(draft(1, "feedback", { kind: "feedback", party: party("BR") }), await aggregate());
    await store.saveDraft(draft(1, "tip", { instrument: "TIP" }), await aggregate());
    await store.saveDraft(draft(1, "untoc"), await aggregate());
    expect((await store.draftsOf(review)).map(({ text }) => text)).toEqual(["tip", "untoc", "feedback"]);
  });

  test("a text is frozen with the fact of its submission, if the draft is still the one that was read", async () => {
    await store.saveDraft(draft(1, "answers"), await aggregate());
    const document = { text: "answers" };
    const hash = hashOf(document);
    const handOver = async (version: number) =>
      store.commit({
        changes: [
          change(
            "review",
            review,
            await aggregate(),
            [moved],
            [
              { kind: "document", review, hash, document },
              { kind: "draft-read", draft: draft(version, "answers") },
            ],
          ),
        ],
        by,
        at: now,
      });
    await store.saveDraft(draft(2, "changed meanwhile"), await aggregate());
    await expect(handOver(1)).rejects.toEqual(lost("stale"));
    expect((await store.documents(review, [hash])).size).toBe(0);
    expect((await aggregate()).version).toBe(1);
    await handOver(2);
    expect(await store.documents(review, [hash, hash, hashOf("another")])).toEqual(new Map([[hash, document]]));
    expect(JSON.stringify(await store.journalOf("review", review, { limit: 10 }))).not.toContain('answers"}');
  });

  test("texts come with a fact of their own review, or the commit is a defect", async () => {
    const sideRecords = [
      { kind: "document", review: reviewId("JP"), hash: hashOf("x"), document: { text: "x" } },
    ] as const;
    const elsewhere = change("review", review, await aggregate(), [moved], sideRecords);
    await expect(store.commit({ changes: [elsewhere], by, at: now })).rejects.toThrow(TypeError);
  });
});
