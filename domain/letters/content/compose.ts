import type { Language } from "../../../schemas/base/values.ts";
import { oneLine, writtenLine, isolateDirection, link, type Markup, ownDirection } from "./html.ts";
import { laidOut, type Page } from "./layout.ts";
import type { LetterPage } from "./letter-page.ts";
import type { LetterWriter } from "./letter-writer.ts";

/** Returns the sender's office for the end of a letter, so that a mission can check its origin by other means. */
export const officeLines = ({ sender, language, number, say }: LetterWriter): readonly Markup[] => {
  if (sender === undefined) return [];
  const { organisation, postalAddress, telephone, webPage } = sender;
  const name = organisation[language] ?? organisation.en;
  return [
    say("office.secretariat"),
    ownDirection(name),
    ...postalAddress.map(ownDirection),
    say("office.telephone", { telephone: ownDirection(telephone) }),
    say("office.web-page", { link: link(webPage) }),
    say(number === undefined ? "office.check-without-number" : "office.check"),
  ];
};

/** Returns the number of the letter, below its reference and date. */
const numberMark = ({ number, line, write }: LetterWriter): Page["marks"] =>
  number === undefined ? [] : [[line("mark.number"), write(isolateDirection(number))]];

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
