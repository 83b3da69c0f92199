import * as z from "zod";
import { LongText } from "./draft.ts";
import { byLanguage, Language, ShortText } from "../base/values.ts";

/** Values of `{{…}}` in a text, filled in for each recipient. */
export const Placeholder = z.enum(["party", "recipientName", "reviews", "dueDate", "link"]).meta({ id: "Placeholder" });
export type Placeholder = z.infer<typeof Placeholder>;

/** Subject and body of a letter that the secretariat writes: one line, and paragraphs with blank lines between them. */
export const BulletinText = z
  .strictObject({ subject: ShortText, body: LongText })
  .meta({ id: "BulletinText", description: "Plain text; `{{party}}` and the like are filled in for each recipient" });
export type BulletinText = z.infer<typeof BulletinText>;

/** One text in one to six languages. */
export const TextsByLanguage = z
  .strictObject(byLanguage(BulletinText), {
    error: ({ code }) =>
      code === "unrecognized_keys" ? `is unknown here; a text may be in ${Language.options.join(", ")}` : undefined,
  })
  .refine((texts) => Object.keys(texts).length > 0, "must have a text in at least one language")
  .meta({ id: "TextsByLanguage", description: "A text in each of one to six languages" });
export type TextsByLanguage = z.infer<typeof TextsByLanguage>;

/** Languages that are tried, in this order, for recipients in whose language there is no text. */
export const FallbackOrder = z
  .array(Language)
  .min(1, "must name at least one language, or be left out")
  .max(Language.options.length)
  .refine((all) => new Set(all).size === all.length, "must name each once");

/**
 * The text of a bulletin: one in English for all recipients, or texts in several languages with the order of fallback.
 */
export const BulletinWords = z.object({
  text: BulletinText.optional(),
  texts: TextsByLanguage.optional(),
  fallback: FallbackOrder.optional(),
});
export type BulletinWords = z.infer<typeof BulletinWords>;

/** An error in a text, with its part, and its language if there are several. */
export const TextProblem = z
  .strictObject({
    where: z.enum(["subject", "body", "fallback"]),
    language: Language.optional(),
    problem: z.enum([
      "empty",
      "control-characters",
      "unknown-placeholder",
      "broken-placeholder",
      "placeholder-not-for-subject",
      "too-large",
      "not-stored",
      "two-texts",
      "no-text-in-language",
    ]),
    /** The placeholder as it was written. */
    placeholder: z.string().optional(),
  })
  .meta({ id: "TextProblem" });
export type TextProblem = z.infer<typeof TextProblem>;
