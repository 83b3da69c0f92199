import { beforeEach, describe, expect, test } from "vitest";
import { pagesOf, previewHash } from "../../../domain/bulletins/preview.ts";
import { orderBulletin } from "../../../domain/bulletins/bulletin.ts";
import { hashOf } from "../../../domain/base/hash.ts";
import type { Store } from "../../../lambdas/io/ports/store.ts";
import type { Addressee } from "../../../schemas/model/addressee.ts";
import type { BulletinPreview, BulletinWording } from "../../../schemas/model/bulletin.ts";
import { at, bulletinId, change, factsOf, party, userId } from "../../fixtures/changes.ts";
import { bothStores } from "./stores.ts";

const now = at("2021-01-04T09:00:00.000Z");
const expiresAt = at("2021-01-05T09:00:00.000Z");
const wording: BulletinWording = {
  audience: { roles: ["mission"], regionalGroups: ["WEOG"] },
  text: { subject: "A seminar for {{party}}", body: "One paragraph.\n\nAnother, ‘quoted’." },
};
const addressees = Array.from({ length: 230 }, (_, place): Addressee => {
  const code = party(String.fromCharCode(65 + Math.floor(place / 26), 65 + (place % 26)));
  const reason = { code: "registered", as: "mission", party: code } as const;
  return { recipient: { kind: "mission", party: code }, party: code, reviews: [], reason };
});
const pages = pagesOf(addressees);
const hash = previewHash(wording, addressees);
const preview: BulletinPreview = {
  ...wording,
  hash,
  recipients: addressees.length,
  pages: pages.length,
  madeBy: userId(1),
  madeAt: now,
  expiresAt,
};

describe.each(bothStores())("Previews and pages of recipients $name", ({ make }) => {
  let store: Store;
  beforeEach(async () => {
    ({ store } = await make());
  });

  test("the recipients of a preview are found under its hash, page by page, in its order", async () => {
    expect(await store.preview(hash, now)).toBeUndefined();
    expect(await store.previewPage(hash, 1)).toBeUndefined();
    await store.savePreview(preview, pages);
    expect(await store.preview(hash, now)).toEqual(preview);
    const listed = await Promise.all([1, 2, 3].map((page) => store.previewPage(hash, page)));
    expect(listed.map((page) => page?.length)).toEqual([100, 100, 30]);
    expect(listed.flatMap((page) => page ?? [])).toEqual(addressees);
    expect(await store.previewPage(hash, 4)).toBeUndefined();
    expect(await store.preview(hashOf("another"), now)).toBeUndefined();
  });

  test("a preview is there until it expires, and made again it is there longer", async () => {
    await store.savePreview(preview, pages);
    expect(await store.preview(hash, at("2021-01-05T08:59:59.999Z"))).toEqual(preview);
    expect(await store.preview(hash, expiresAt)).toBeUndefined();
    const again = { ...preview, madeAt: expiresAt, expiresAt: at("2021-01-06T09:00:00.000Z") };
    await store.savePreview(again, pages);
    expect(await store.preview(hash, expiresAt)).toEqual(again);
  });

  test("a preview is ordered once, whichever user orders it", async () => {
    const orderOf = (number: number) => {
      const bulletin = bulletinId(number);
      const facts = factsOf(
        orderBulletin(
          { bulletin, preview: hash, text: hashOf(wording.text), recipients: 230, pages: 3, orderedBy: userId(1) },
          now,
        ),
      );
      const used = { kind: "preview-order", bulletin, preview: hash, until: expiresAt } as const;
      return { changes: [change("bulletin", bulletin, undefined, facts, [used])], by: userId(1), at: now };
    };
    expect(await store.orderOf(hash)).toBeUndefined();
    await store.commit(orderOf(8));
    expect(await store.orderOf(hash)).toBe(bulletinId(8));
    await expect(store.commit(orderOf(9))).rejects.toMatchObject({ why: "stale" });
    expect(await store.load("bulletin", bulletinId(9))).toBeUndefined();
  });

  test("wording and recipients are frozen with the fact of the order, each page under its round", async () => {
    const bulletin = bulletinId(7);
    const ordered = orderBulletin(
      { bulletin, preview: hash, text: hashOf(wording.text), recipients: 230, pages: 3, orderedBy: userId(1) },
      now,
    );
    expect(await store.wording(bulletin)).toBeUndefined();
    const sideRecords = pages.map((page, place) => ({
      kind: "recipients" as const,
      place: { bulletin, round: 1, page: place + 1 },
      addressees: page,
    }));
    const orderChange = change("bulletin", bulletin, undefined, factsOf(ordered), [
      { kind: "wording", bulletin, wording },
      ...sideRecords,
    ]);
    await store.commit({ changes: [orderChange], by: "u-test", at: now });
    expect(await store.wording(bulletin)).toEqual(wording);
    const frozen = await Promise.all([1, 2, 3].map((page) => store.recipients({ bulletin, round: 1, page })));
    expect(frozen).toEqual(pages);
    expect(await store.recipients({ bulletin, round: 1, page: 4 })).toBeUndefined();
    expect(await store.recipients({ bulletin, round: 2, page: 1 })).toBeUndefined();
    expect((await store.load("bulletin", bulletin))?.state).toEqual(orderChange.after);
    expect((await store.list("bulletin", { limit: 10 })).items.map(({ id }) => id)).toEqual([bulletin]);
    expect(JSON.stringify(await store.journalOf("bulletin", bulletin, { limit: 10 }))).not.toContain("seminar");
  });

  test("recipients of one bulletin do not come with a fact of another: the commit is a defect", async () => {
    const order = { preview: hash, text: hashOf(wording.text), recipients: 230, pages: 3, orderedBy: userId(1) };
    const facts = factsOf(orderBulletin({ bulletin: bulletinId(7), ...order }, now));
    const elsewhere = change("bulletin", bulletinId(7), undefined, facts, [
      { kind: "wording", bulletin: bulletinId(8), wording },
    ]);
    await expect(store.commit({ changes: [elsewhere], by: "u-test", at: now })).rejects.toThrow(TypeError);
  });
});
