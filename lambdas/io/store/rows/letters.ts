import * as z from "zod";
import { SuppressedAddress, BouncingAddress, UnreachableRecipient } from "../../../../schemas/model/address.ts";
import { LetterId } from "../../../../schemas/base/ids.ts";
import { Letter, LetterText } from "../../../../schemas/model/letter.ts";
import { Restoration } from "../../../../schemas/model/restoration.ts";
import { letterFields } from "../letter-keys.ts";
import { fromItem, withoutWriteId, type WireItem } from "../attributes.ts";
import { asStored, parseRow, recordOf } from "./row.ts";

/** A letter out of its item. Throws a TypeError on a row that is none. */
export const readLetter = (item: WireItem): Letter =>
  asStored(Letter, letterFields(withoutWriteId(fromItem(item))), "letter");

const LetterTextRow = z.object({ letter: LetterId, said: LetterText });
/** What a letter says, out of its item. Throws a TypeError on a row that is none. */
export const readLetterText = (item: WireItem): z.infer<typeof LetterTextRow> =>
  parseRow(LetterTextRow, fromItem(item), "text of a letter");

/** That the tables were restored, out of its item. Throws a TypeError on a row that is none. */
export const readRestoration = (item: WireItem): Restoration =>
  asStored(Restoration, recordOf("letters", item), "restoration of the tables");

/** The mark of an address out of its item. Throws a TypeError on a row that is none. */
export const readMark = (item: WireItem): SuppressedAddress =>
  asStored(SuppressedAddress, recordOf("letters", item), "mark of an address");

/** Who cannot be reached, out of its item. Throws a TypeError on a row that is none. */
export const readUnreachable = (item: WireItem): UnreachableRecipient =>
  asStored(UnreachableRecipient, recordOf("letters", item), "unreachable recipient");

/** An address from which letters come back, out of its item. Throws a TypeError on a row that is none. */
export const readReturned = (item: WireItem): BouncingAddress =>
  asStored(BouncingAddress, recordOf("letters", item), "address from which letters come back");
