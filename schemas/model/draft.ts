import * as z from "zod";
import { PartyId, ReviewId, UserId } from "../base/ids.ts";
import { Instant, Instrument } from "../base/values.ts";
import { ObservationItems } from "./observation-items.ts";

// Invisible characters other than line breaks and tabs: controls, surrogates, and marks that reverse the order of a
// text. Marks that only isolate or hint at a direction stay, because Arabic texts need them.
const disturbingCharacters =
  /(?![\n\t])[\p{Cc}\p{Cs}\u{202A}-\u{202E}\u{2028}\u{2029}\u{2060}-\u{2065}\u{206A}-\u{206F}\u{FEFF}\u{FFF9}-\u{FFFB}]/u;

const longest = 60_000;

/** A text of several lines, or none: line ends become \n, no control characters. */
const Lines = z
  .string()
  .overwrite((text) => text.replaceAll("\r\n", "\n").trim())
  .max(longest, `must have at most ${longest} characters`)
  .refine((text) => !disturbingCharacters.test(text), "must not hold control characters or marks that turn text around")
  .refine((text) => !text.includes("\uFFFD"), "holds a character that was not sent as UTF-8");

/** A text of several lines, as answers and feedback are. */
export const LongText = Lines.min(1, "must not be empty").meta({
  description: `Plain text of at most ${longest} characters, with line breaks`,
});

/** A symbol or a number, or words as short, by which something is found. */
export const PlainReference = z
  .string()
  .regex(
    /^[\p{L}\p{N}][\p{L}\p{N} .,:/()-]{1,119}$/u,
    "must be 2 to 120 letters, digits, blanks and .,:/()- that begin with a letter or digit",
  );

/** Location of a text that is not kept here: the symbol of a document, the number of a note verbale. */
export const Reference = z
  .string()
  .overwrite((text) => text.trim())
  .pipe(PlainReference)
  .meta({ description: "Where the text is: a symbol or a number, no name and no address" });

/** Texts of a submission, one for each instrument at most. */
export const TextsByInstrument = z
  .array(z.strictObject({ instrument: Instrument, text: LongText }).meta({ id: "InstrumentText" }))
  .max(4)
  .refine((all) => new Set(all.map(({ instrument }) => instrument)).size === all.length, {
    error: "must name each instrument once",
  });

/** A text as a party hands it in, to be kept. */
export const TextToKeep = z.strictObject({ text: LongText }).meta({ id: "TextToKeep" });

/** The text of a draft, which may be empty again. */
export const DraftText = z
  .strictObject({
    text: Lines.meta({
      description: `Plain text of at most ${longest} characters, with line breaks; an empty one empties the draft`,
    }),
  })
  .meta({ id: "DraftText" });

/** Kind of draft of a party, by instrument: its answers, or its feedback on the answers of another. */
export const DraftKind = z.enum(["answers", "feedback"]).meta({ id: "DraftKind" });
export type DraftKind = z.infer<typeof DraftKind>;

/** To what a text belongs that arrives after its fact. */
export const AttachedText = z.enum(["answers", "feedback", "list"]);

/** Place of a draft in a review: one party's text for one instrument. */
export const DraftPlace = z.object({ review: ReviewId, party: PartyId, kind: DraftKind, instrument: Instrument });
export type DraftPlace = z.infer<typeof DraftPlace>;

/** A text that is being worked on, with a version of its own, so that several experts draft side by side. */
export const Draft = DraftPlace.extend({
  version: z.int().min(1),
  text: z.string(),
  changedAt: Instant,
  changedBy: UserId,
});
export type Draft = z.infer<typeof Draft>;

/**
 * A submitted text, frozen: answers, feedback, a question and its answer, or a list of observations with its summary.
 * It is stored separately from the review under the hash of its canonical JSON; facts hold only the hash.
 */
export const DocumentText = z.object({
  text: z.string(),
  summary: z.string().optional(),
  /** Subjects of the observations of a list. */
  items: ObservationItems.optional(),
  /** Of a submission that is recorded without its text: where that is. The text is then empty. */
  reference: z.string().optional(),
});
export type DocumentText = z.infer<typeof DocumentText>;
