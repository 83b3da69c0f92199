import { dynamoCounts } from "../store/counts.ts";
import { readingItems } from "../store/item-reader.ts";
import { access, clock, store } from "./deps.ts";

/** Counts that are kept beside the journal, for the functions that keep them. */
export const counts = dynamoCounts(access, readingItems(access, "records"));
export { clock, store };
