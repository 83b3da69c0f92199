import type { RecordKey } from "./key.ts";
import type { DayUse } from "../../ports/commit.ts";
import { allowancePrefix } from "../../../../schemas/model/tables.ts";
import { sha256 } from "../../../../domain/base/hash.ts";

/** The key of a request holds what callers send, so it is hashed. */
export const requestSort = "request";
export const requestKey = (key: string): RecordKey => ({ pk: `request#${sha256(key)}`, sk: requestSort });
/** Returns the sort key of a part of a long reply that does not fit into its record. */
export const replyPartSort = (part: number): string => `part#${part}`;
export const replyPartKey = (key: string, part: number): RecordKey => ({ ...requestKey(key), sk: replyPartSort(part) });
/** Returns the key of a user's or a party's use of the daily limits. */
export const allowanceKey = ({ of, day }: Pick<DayUse, "of" | "day">): RecordKey => ({
  pk: `${allowancePrefix}${of}`,
  sk: day,
});
