import { isolateDirection, link, type Markup, ownDirection } from "./html.ts";
import type { Page } from "./layout.ts";
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
export const numberMark = ({ number, line, write }: LetterWriter): Page["marks"] =>
  number === undefined ? [] : [[line("mark.number"), write(isolateDirection(number))]];
