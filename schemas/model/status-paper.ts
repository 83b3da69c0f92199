import * as z from "zod";
import { Hash, StatusPaperId, UserId } from "../base/ids.ts";
import { CalendarDate, Instant, Language } from "../base/values.ts";

/** As what a status paper is written: a page, a document for a word processor, a text, and its numbers as data. */
export const PaperFormat = z.enum(["html", "docx", "markdown", "json"]).meta({ id: "PaperFormat" });
export type PaperFormat = z.infer<typeof PaperFormat>;

/** How far a status paper is. */
export const PaperState = z
  .enum(["being-written", "ready", "awaiting-approval", "published"])
  .meta({ id: "PaperState" });
export type PaperState = z.infer<typeof PaperState>;

/**
 * What was written: the SHA-256 of its bytes, and how many there are. Numbers have no language.
 */
export const PaperDocument = z.object({
  format: PaperFormat,
  language: Language.optional(),
  hash: Hash,
  bytes: z.int().min(0),
});
export type PaperDocument = z.infer<typeof PaperDocument>;

/** That a format was written, in so many pages of the store. */
const WrittenDocument = z.object({ ...PaperDocument.shape, pages: z.int().min(1) });

/** Where the texts of a person are kept: beside the paper for which they were written, under their hash. */
export const KeptTexts = z.object({ paper: StatusPaperId, hash: Hash, pages: z.int().min(1) });
export type KeptTexts = z.infer<typeof KeptTexts>;

/**
 * A status paper as at a day, as known when it was ordered: written format by format, then `ready`; its publication is
 * ordered by one person and approved by a second. What it says stands beside it and never changes.
 */
export const StatusPaper = z.object({
  id: StatusPaperId,
  state: PaperState,
  asAt: CalendarDate,
  orderedBy: UserId,
  /** What was recorded up to then counts. */
  orderedAt: Instant,
  /** The last paper that was published by then, with which it compares. */
  previous: StatusPaperId.optional(),
  /** In which languages it is written. */
  languages: z.array(Language),
  /** What a person added; of a paper that is computed again, what was added to the one before. */
  texts: KeptTexts.optional(),
  documents: z.array(WrittenDocument),
  publicationOrder: z.object({ orderedBy: UserId, orderedAt: Instant }).optional(),
  publishedAt: Instant.optional(),
});
export type StatusPaper = z.infer<typeof StatusPaper>;
