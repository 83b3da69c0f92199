import { JournalEntry } from "../../../../schemas/model/journal-entry.ts";
import { entryFields } from "../keys/journal.ts";
import { fromItem, withoutWriteId, type WireItem } from "../attributes.ts";
import { asStored } from "./row.ts";

/** Returns a journal entry from its item, or from the new image of a stream record. */
export const readEntry = (item: WireItem): JournalEntry =>
  asStored(JournalEntry, entryFields(withoutWriteId(fromItem(item))), "journal entry");
