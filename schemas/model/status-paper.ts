import * as z from "zod";
import { Hash, StatusPaperId, UserId } from "../base/ids.ts";
import { CalendarDate, Instant, Language } from "../base/values.ts";

/** As what a status paper is written: a page, a document for a word processor, a text, and its numbers as data. */
export const PaperFormat = z.enum(["html", "docx", "markdown", "json"]).meta({ id: "PaperFormat" });
export type PaperFormat = z.infer<typeof PaperFormat>;

/** Status of a status paper. */
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

/** A written format, with the number of its pages in the store. */
const WrittenDocument = z.object({ ...PaperDocument.shape, pages: z.int().min(1) });

/** Location of a person's texts: with the paper for which they were written, under their hash. */
export const KeptTexts = z.object({ paper: StatusPaperId, hash: Hash, pages: z.int().min(1) });
export type KeptTexts = z.infer<typeof KeptTexts>;

/**
 * A status paper as at a day, from the data known when it was ordered: written format by format, then `ready`. One
 * person orders its publication and a second one approves it. Its content is stored separately and never changes.
 */
export const StatusPaper = z.object({
  id: StatusPaperId,
  state: PaperState,
  asAt: CalendarDate,
  orderedBy: UserId,
  /** Records up to then count. */
  orderedAt: Instant,
  /** The last paper that was published by then, with which it compares. */
  previous: StatusPaperId.optional(),
  /** In which languages it is written. */
  languages: z.array(Language),
  /** Texts that a person added; for a recomputed paper, those of the previous one. */
  texts: KeptTexts.optional(),
  documents: z.array(WrittenDocument),
  publicationOrder: z.object({ orderedBy: UserId, orderedAt: Instant }).optional(),
  publishedAt: Instant.optional(),
});
export type StatusPaper = z.infer<typeof StatusPaper>;
