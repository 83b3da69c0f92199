import { aggregateKey } from "../../../../domain/base/hash-chain.ts";
import type { CalendarDate, Language } from "../../../../schemas/base/values.ts";
import { pageKey, type RecordKey } from "./key.ts";
import type { StatusPaperId, Hash } from "../../../../schemas/base/ids.ts";
import type { PaperFormat } from "../../../../schemas/model/status-paper.ts";

/** The position of a status paper's content: its format and language. */
export interface PaperPlace {
  readonly paper: StatusPaperId;
  /** A format, or the texts that a person added. */
  readonly format: PaperFormat | "texts";
  readonly language?: Language | undefined;
  /** The texts with which a format was written, or which these are. */
  readonly texts?: Hash | undefined;
}

/** Returns the key of a page of a status paper's content in a format. */
export const paperPageKey = ({ paper, format, language, texts }: PaperPlace, page: number): RecordKey => ({
  pk: aggregateKey("status-paper", paper),
  sk: `written#${format}${language === undefined ? "" : `.${language}`}${texts === undefined ? "" : `.${texts}`}#${pageKey(page)}`,
});
/** Returns the key of the latest ordered paper for a day. */
export const latestPaperKey = (asAt: CalendarDate): RecordKey => ({ pk: `papers#${asAt}`, sk: "latest" });
