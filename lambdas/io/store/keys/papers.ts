import { aggregateKey } from "../../../../domain/base/hash-chain.ts";
import type { CalendarDate } from "../../../../schemas/base/values.ts";
import type { PaperPlace } from "../../ports/store.ts";
import { pageKey, type RecordKey } from "./key.ts";

/** Returns the key of a page of a status paper's content in a format. */
export const paperPageKey = ({ paper, format, language, texts }: PaperPlace, page: number): RecordKey => ({
  pk: aggregateKey("status-paper", paper),
  sk: `written#${format}${language === undefined ? "" : `.${language}`}${texts === undefined ? "" : `.${texts}`}#${pageKey(page)}`,
});
/** Returns the key of the latest ordered paper for a day. */
export const latestPaperKey = (asAt: CalendarDate): RecordKey => ({ pk: `papers#${asAt}`, sk: "latest" });
