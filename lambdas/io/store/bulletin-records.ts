import pMap from "p-map";
import * as z from "zod";
import {
  previewKey,
  previewOrderKey,
  presidentsRemindersKey,
  previewPageKey,
  wordingKey,
  textKey,
  recipientsKey,
} from "./keys/bulletins.ts";
import type { ReadItem } from "./item-reader.ts";
import { BulletinPreview, BulletinWording, type BulletinPlace } from "../../../schemas/model/bulletin.ts";
import { PreviewedAddressee, Addressee } from "../../../schemas/model/addressee.ts";
import { type Hash, BulletinId, type TextId } from "../../../schemas/base/ids.ts";
import type { Instant } from "../../../schemas/base/values.ts";
import { PresidentsReminders } from "../../../schemas/model/presidents-reminders.ts";
import { WrittenText } from "../../../schemas/model/stored-text.ts";
import { type WireItem, fromItem, toItem } from "./attributes.ts";
import { assertRow } from "./row.ts";
import { type Access, tableOf } from "./tables.ts";
import { recordsTable } from "../../../schemas/model/tables.ts";
import { epochOf } from "../../../domain/base/time.ts";

/** Previews of bulletins, their texts and recipients, and versions of stored texts. */
export interface BulletinStore {
  /** Stores the list of a preview until it expires; an equal preview extends the time. */
  savePreview(preview: BulletinPreview, pages: readonly (readonly PreviewedAddressee[])[]): Promise<void>;
  /** A preview that has not expired. */
  preview(hash: Hash, now: Instant): Promise<BulletinPreview | undefined>;
  /** Returns the bulletin ordered from a preview, while the preview is stored: it is ordered once. */
  orderOf(preview: Hash): Promise<BulletinId | undefined>;
  /** Returns when parties last got the President's reminder; undefined before the first one. */
  presidentsReminders(): Promise<PresidentsReminders | undefined>;
  /** Returns the recipients on one page of a preview, counted from 1. */
  previewPage(hash: Hash, page: number): Promise<readonly PreviewedAddressee[] | undefined>;
  /** Returns the text of a bulletin, and its audience. */
  wording(bulletin: BulletinId): Promise<BulletinWording | undefined>;
  /** A version of a stored text, counted from 1. */
  textVersion(text: TextId, version: number): Promise<WrittenText | undefined>;
  /** Returns the frozen recipients of a bulletin on one page. */
  recipients(place: BulletinPlace): Promise<readonly Addressee[] | undefined>;
}

const PreviewRow = z.object({ preview: BulletinPreview });

/** Returns a preview from its item. Throws a TypeError on a row of another kind. */
const readPreview = (item: WireItem): BulletinPreview => {
  const row = fromItem(item);
  assertRow(PreviewRow, row, "preview");
  return row.preview;
};

const OrderRow = z.object({ bulletin: BulletinId });

/** Returns the bulletin ordered from a preview from its item. Throws a TypeError on a row of another kind. */
const readOrder = (item: WireItem): BulletinId => {
  const row = fromItem(item);
  assertRow(OrderRow, row, "order of a preview");
  return row.bulletin;
};

/**
 * Returns the dates and recipients of the President's reminder from their item. Throws a TypeError on a row of another
 * kind.
 */
const readPresidentsReminders = (item: WireItem): PresidentsReminders => {
  const row = fromItem(item);
  assertRow(PresidentsReminders, row, "record of the President's reminders");
  return { revision: row.revision, sentTo: row.sentTo };
};

const AddresseesRow = z.object({ addressees: z.array(Addressee) });

/** Returns a page of recipients from its item. Throws a TypeError on a row of another kind. */
const readAddressees = (item: WireItem): readonly Addressee[] => {
  const row = fromItem(item);
  assertRow(AddresseesRow, row, "page of recipients");
  return row.addressees;
};

const PreviewedRow = z.object({ addressees: z.array(PreviewedAddressee) });

/** Returns a page of a preview from its item. Throws a TypeError on a row of another kind. */
const readPreviewPage = (item: WireItem): readonly PreviewedAddressee[] => {
  const row = fromItem(item);
  assertRow(PreviewedRow, row, "page of a preview");
  return row.addressees;
};

const WordingRow = z.object({ wording: BulletinWording });

/** Returns the text of a bulletin from its item. Throws a TypeError on a row of another kind. */
const readWording = (item: WireItem): BulletinWording => {
  const row = fromItem(item);
  assertRow(WordingRow, row, "wording of a bulletin");
  return row.wording;
};

const TextRow = z.object({ written: WrittenText });

/** Returns a version of a stored text from its item. Throws a TypeError on a row of another kind. */
const readWrittenText = (item: WireItem): WrittenText => {
  const row = fromItem(item);
  assertRow(TextRow, row, "version of a text");
  return row.written;
};

/** The number of pages that are written in parallel. */
const maxConcurrency = 8;

/**
 * Keeps what a preview listed under its hash, of which it is the content: written again it is the same. The pages come
 * first, so that a preview that is found is whole.
 */
const savingPreviews =
  ({ client, tables }: Access): BulletinStore["savePreview"] =>
  async (preview, pages) => {
    const expires = { [recordsTable.timeToLive]: Math.ceil(epochOf(preview.expiresAt) / 1000) };
    const put = (row: object) =>
      client.putItem({
        TableName: tableOf(tables, "records").name,
        Item: toItem({ ...row, schema: 1, ...expires }),
      });
    await pMap(
      pages.entries(),
      ([place, addressees]) => put({ ...previewPageKey(preview.hash, place + 1), addressees }),
      { concurrency: maxConcurrency },
    );
    await put({ ...previewKey(preview.hash), preview });
  };

/** The texts of bulletins, and their recipients. */
export const bulletinRecords = (access: Access, read: ReadItem): BulletinStore => ({
  savePreview: savingPreviews(access),
  preview: async (hash, now) => {
    const found = await read(previewKey(hash), readPreview);
    return found === undefined || found.expiresAt <= now ? undefined : found;
  },
  orderOf: (preview) => read(previewOrderKey(preview), readOrder),
  presidentsReminders: () => read(presidentsRemindersKey, readPresidentsReminders),
  previewPage: (hash, number) => read(previewPageKey(hash, number), readPreviewPage),
  wording: (bulletin) => read(wordingKey(bulletin), readWording),
  textVersion: (text, version) => read(textKey(text, version), readWrittenText),
  recipients: (place) => read(recipientsKey(place), readAddressees),
});
