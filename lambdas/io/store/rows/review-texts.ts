import * as z from "zod";
import { Hash } from "../../../../schemas/base/ids.ts";
import { DocumentText, Draft } from "../../../../schemas/model/draft.ts";
import { fromItem, type WireItem } from "../attributes.ts";
import { assertRow, asStored, recordOf, withoutSchema } from "./row.ts";

/** Returns a draft from its item. Throws a TypeError on a row of another kind. */
export const readDraft = (item: WireItem): Draft => asStored(Draft, withoutSchema(recordOf("records", item)), "draft");

const DocumentRow = z.object({ hash: Hash, document: DocumentText });
/** Returns a submitted text with its hash. Throws a TypeError on a row of another kind. */
export const readDocument = (item: WireItem): { readonly hash: Hash; readonly document: DocumentText } => {
  const row = fromItem(item);
  assertRow(DocumentRow, row, "document");
  return row;
};

const HashesRow = z.object({ hashes: z.array(Hash) });
/** Returns the hashes of a review's published texts. Throws a TypeError on a row of another kind. */
export const readHashes = (item: WireItem): readonly Hash[] => {
  const row = fromItem(item);
  assertRow(HashesRow, row, "hashes of published texts");
  return row.hashes;
};
