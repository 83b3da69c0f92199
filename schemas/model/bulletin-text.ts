import * as z from "zod";
import { LongText } from "./draft.ts";
import { ShortText } from "../base/values.ts";

/** What `{{…}}` in a text can stand for, filled in for each recipient. */
export const Placeholder = z.enum(["party", "recipientName", "reviews", "dueDate", "link"]).meta({ id: "Placeholder" });
export type Placeholder = z.infer<typeof Placeholder>;

/** Subject and body of a letter that the secretariat writes: one line, and paragraphs with blank lines between them. */
export const BulletinText = z
  .strictObject({ subject: ShortText, body: LongText })
  .meta({ id: "BulletinText", description: "Plain text; `{{party}}` and the like are filled in for each recipient" });
export type BulletinText = z.infer<typeof BulletinText>;

/** What is wrong with a text, and in which of its parts. */
export const TextProblem = z
  .strictObject({
    where: z.enum(["subject", "body"]),
    problem: z.enum([
      "empty",
      "control-characters",
      "unknown-placeholder",
      "broken-placeholder",
      "placeholder-not-for-subject",
      "too-large",
      "not-stored",
      "two-texts",
    ]),
    /** The placeholder as it was written. */
    placeholder: z.string().optional(),
  })
  .meta({ id: "TextProblem" });
export type TextProblem = z.infer<typeof TextProblem>;
