import { pageKey, type RecordKey } from "./key.ts";
import type { BulletinPlace } from "../../../../schemas/model/bulletin.ts";
import type { Hash, BulletinId, TextId } from "../../../../schemas/base/ids.ts";
import { aggregateKey } from "../../../../domain/base/hash-chain.ts";

/** Returns the key of a preview's list, under its hash. */
export const previewKey = (hash: Hash): RecordKey => ({ pk: `preview#${hash}`, sk: "preview" });
export const previewPageKey = (hash: Hash, page: number): RecordKey => ({ pk: `preview#${hash}`, sk: pageKey(page) });
/** Returns the key of the bulletin that was ordered from a preview. */
export const previewOrderKey = (hash: Hash): RecordKey => ({ pk: `preview#${hash}`, sk: "order" });
/** The key of the dates and recipients of the President's reminder. */
export const presidentsRemindersKey: RecordKey = { pk: "presidents-reminders", sk: "sent" };
/** Returns the key of a bulletin's text and audience. */
export const wordingKey = (id: BulletinId): RecordKey => ({ pk: aggregateKey("bulletin", id), sk: "wording" });
export const recipientsKey = ({ bulletin, round, page }: BulletinPlace): RecordKey => ({
  pk: aggregateKey("bulletin", bulletin),
  sk: `round#${String(round).padStart(3, "0")}#${pageKey(page)}`,
});
/** Returns the key of a version of a stored text. */
export const textKey = (text: TextId, version: number): RecordKey => ({
  pk: aggregateKey("text", text),
  sk: `version#${String(version).padStart(6, "0")}`,
});
