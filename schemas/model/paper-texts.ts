import * as z from "zod";
import { byLanguage, LongText, Reason, ShortText } from "../base/values.ts";

/** The last paragraph of a status paper; texts of a person are put at the numbers of paragraphs. */
const lastParagraph = 47;
const ParagraphNumber = z.int().min(1).max(lastParagraph);

const FreeParagraph = z
  .strictObject({ after: ParagraphNumber, text: LongText })
  .meta({ id: "FreeParagraph", description: "A paragraph that a person wrote, after one of the paper" });

const FreeNote = z
  .strictObject({ paragraph: ParagraphNumber, text: Reason })
  .meta({ id: "FreeNote", description: "A note that a person wrote to a paragraph of the paper" });

/** Texts that a person adds to a paper in one language. */
const TextsInLanguage = z
  .strictObject({
    session: ShortText.optional(),
    agendaItem: Reason.optional(),
    paragraphs: z.array(FreeParagraph).max(50).optional(),
    notes: z.array(FreeNote).max(50).optional(),
  })
  .meta({ id: "PaperTextsInLanguage" });
export type TextsInLanguage = z.infer<typeof TextsInLanguage>;

/**
 * All texts that a person adds to a status paper. They are published with the paper, so they must name no person
 * without consent.
 */
export const PaperTexts = z
  .strictObject({
    /** The symbol of the document, which is the same in every language. */
    symbol: ShortText.optional(),
    ...byLanguage(TextsInLanguage),
  })
  .meta({ id: "PaperTexts" });
export type PaperTexts = z.infer<typeof PaperTexts>;
