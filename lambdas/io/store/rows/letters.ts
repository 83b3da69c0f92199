import * as z from "zod";
import { SuppressedAddress, BouncingAddress, UnreachableRecipient } from "../../../../schemas/model/address.ts";
import { LetterId } from "../../../../schemas/base/ids.ts";
import { Letter, LetterText } from "../../../../schemas/model/letter.ts";
import { Restoration } from "../../../../schemas/model/restoration.ts";
import { letterFields } from "../keys/letters.ts";
import { fromItem, withoutWriteId, type WireItem } from "../attributes.ts";
import { asStored, parseRow, recordOf } from "./row.ts";

/** Returns a letter from its item. Throws a TypeError on a row of another kind. */
export const readLetter = (item: WireItem): Letter =>
  asStored(Letter, letterFields(withoutWriteId(fromItem(item))), "letter");

const LetterTextRow = z.object({ letter: LetterId, said: LetterText });
/** Returns the text of a letter from its item. Throws a TypeError on a row of another kind. */
export const readLetterText = (item: WireItem): z.infer<typeof LetterTextRow> =>
  parseRow(LetterTextRow, fromItem(item), "text of a letter");

/** Returns the last restoration of the tables from its item. Throws a TypeError on a row of another kind. */
export const readRestoration = (item: WireItem): Restoration =>
  asStored(Restoration, recordOf("letters", item), "restoration of the tables");

/** Returns the mark of an address from its item. Throws a TypeError on a row of another kind. */
export const readMark = (item: WireItem): SuppressedAddress =>
  asStored(SuppressedAddress, recordOf("letters", item), "mark of an address");

/** Returns an unreachable recipient from its item. Throws a TypeError on a row of another kind. */
export const readUnreachable = (item: WireItem): UnreachableRecipient =>
  asStored(UnreachableRecipient, recordOf("letters", item), "unreachable recipient");

/** Returns an address whose letters bounce from its item. Throws a TypeError on a row of another kind. */
export const readReturned = (item: WireItem): BouncingAddress =>
  asStored(BouncingAddress, recordOf("letters", item), "address from which letters come back");
