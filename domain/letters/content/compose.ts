import type { Language } from "../../../schemas/base/values.ts";
import { oneLine, writtenLine } from "./html.ts";
import { laidOut } from "./layout.ts";
import type { LetterPage } from "./letter-page.ts";
import type { LetterWriter } from "./letter-writer.ts";
import { numberMark, officeLines } from "./office-lines.ts";

/** A letter as it leaves: one line of subject, both parts, and headers of its own. */
export interface ComposedLetter {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** The reference that a reply quotes. */
  readonly reference: string;
  readonly language: Language;
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * Writes a letter in the language of the writer. Throws a TypeError on a missing or blank value, or an address outside
 * the web, so that no letter has a gap. Values cannot add markup, line breaks or headers.
 */
export const compose = <Input>(kind: LetterPage<Input>, input: Input, writer: LetterWriter): ComposedLetter => {
  const reference = kind.reference(input);
  const page = kind.page(input, reference, writer);
  const { text, html } = laidOut({
    ...page,
    marks: [...page.marks, ...numberMark(writer)],
    office: officeLines(writer),
  });
  return {
    subject: writtenLine(page.subject),
    text,
    html,
    reference,
    language: writer.language,
    headers: { "Auto-Submitted": "auto-generated", "X-Case-Reference": oneLine(reference) },
  };
};
