import * as z from "zod";
import { BulletinId } from "../../../../schemas/base/ids.ts";
import { Addressee, PreviewedAddressee } from "../../../../schemas/model/addressee.ts";
import { AwaitedLetter, BounceTally, BulletinPreview, BulletinWording } from "../../../../schemas/model/bulletin.ts";
import { PresidentsReminders } from "../../../../schemas/model/presidents-reminders.ts";
import { WrittenText } from "../../../../schemas/model/stored-text.ts";
import { fromItem, type WireItem } from "../attributes.ts";
import { assertRow, asStored, recordOf } from "./row.ts";

/** Returns the breaker's tally of a bulletin from its item. Throws a TypeError on a row of another kind. */
export const readTally = (item: WireItem): BounceTally =>
  asStored(BounceTally, recordOf("letters", item), "tally of bounces");

/** Returns the letter that a bulletin waits for from its item. Throws a TypeError on a row of another kind. */
export const readAwaitedLetter = (item: WireItem): AwaitedLetter =>
  asStored(AwaitedLetter, recordOf("letters", item), "awaited letter");

const PreviewRow = z.object({ preview: BulletinPreview });
/** Returns a preview from its item. Throws a TypeError on a row of another kind. */
export const readPreview = (item: WireItem): BulletinPreview => {
  const row = fromItem(item);
  assertRow(PreviewRow, row, "preview");
  return row.preview;
};

const OrderRow = z.object({ bulletin: BulletinId });
/** Returns the bulletin ordered from a preview from its item. Throws a TypeError on a row of another kind. */
export const readOrder = (item: WireItem): BulletinId => {
  const row = fromItem(item);
  assertRow(OrderRow, row, "order of a preview");
  return row.bulletin;
};

/**
 * Returns the dates and recipients of the President's reminder from their item. Throws a TypeError on a row of another
 * kind.
 */
export const readPresidentsReminders = (item: WireItem): PresidentsReminders => {
  const row = fromItem(item);
  assertRow(PresidentsReminders, row, "record of the President's reminders");
  return { revision: row.revision, sentTo: row.sentTo };
};

const AddresseesRow = z.object({ addressees: z.array(Addressee) });
/** Returns a page of recipients from its item. Throws a TypeError on a row of another kind. */
export const readAddressees = (item: WireItem): readonly Addressee[] => {
  const row = fromItem(item);
  assertRow(AddresseesRow, row, "page of recipients");
  return row.addressees;
};

const PreviewedRow = z.object({ addressees: z.array(PreviewedAddressee) });
/** Returns a page of a preview from its item. Throws a TypeError on a row of another kind. */
export const readPreviewPage = (item: WireItem): readonly PreviewedAddressee[] => {
  const row = fromItem(item);
  assertRow(PreviewedRow, row, "page of a preview");
  return row.addressees;
};

const WordingRow = z.object({ wording: BulletinWording });
/** Returns the text of a bulletin from its item. Throws a TypeError on a row of another kind. */
export const readWording = (item: WireItem): BulletinWording => {
  const row = fromItem(item);
  assertRow(WordingRow, row, "wording of a bulletin");
  return row.wording;
};

const TextRow = z.object({ written: WrittenText });
/** Returns a version of a stored text from its item. Throws a TypeError on a row of another kind. */
export const readWrittenText = (item: WireItem): WrittenText => {
  const row = fromItem(item);
  assertRow(TextRow, row, "version of a text");
  return row.written;
};
