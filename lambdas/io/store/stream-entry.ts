import type { DynamoDBRecord } from "aws-lambda";
import type { JournalEntry } from "../../../schemas/model/journal-entry.ts";
import { journalTable } from "../../../schemas/model/tables.ts";
import { readNamed } from "../unreadable-row.ts";
import { keyOf } from "./tables.ts";
import { readEntry } from "./journal-entries.ts";
import type { WireItem } from "./attributes.ts";

/** The journal entry that a stream record brings; undefined for what is no new entry. Throws an UnreadableRow where it cannot be read. */
export const readStreamed = (record: DynamoDBRecord): JournalEntry | undefined => {
  const image = record.dynamodb?.NewImage;
  if (record.eventName !== "INSERT" || image === undefined) return undefined;
  const item: WireItem = image;
  return readNamed(keyOf(item, { name: "journal", description: journalTable }), () => readEntry(item));
};
