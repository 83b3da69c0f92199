import { dynamoProjection } from "../store/projection.ts";
import { readingItems } from "../store/item-reader.ts";
import { access, clock, store } from "./deps.ts";

/** Stored counts next to the journal, for the functions that maintain them. */
export const counts = dynamoProjection(access, readingItems(access, "records"));
export { clock, store };
