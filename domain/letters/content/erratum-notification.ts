import type { CalendarDate } from "../../../schemas/base/values.ts";
import { aboutReview, becauseOfPart, type Statement } from "./frame-statement.ts";
import { link } from "./html.ts";
import { paragraph } from "./layout.ts";
import type { LetterWriter } from "./letter-writer.ts";
import { day, phrase, withClusters } from "./phrases.ts";
import { type About, statementPage } from "./review-notifications.ts";

/** An erratum, to all parties: a corrected version replaced the published list. */
export interface ErratumPublished extends About {
  readonly kind: "erratum-published";
  readonly version: number;
  /** The version that it replaces. */
  readonly replaces: number;
  readonly publishedOn: CalendarDate;
  /** The reason in the words of the user who published it. */
  readonly reason: string;
}

const erratumPublished = (letter: ErratumPublished, { say }: LetterWriter): Statement => {
  const { publishedOn, reason, review, frontEndUrl } = letter;
  const versions = { version: letter.version, replaced: letter.replaces };
  return {
    subject: withClusters(phrase("erratum-published.subject"), [review.id]),
    that: say("erratum-published.that", { ...aboutReview(review), ...versions, day: day(publishedOn) }),
    blocks: [
      paragraph(say("erratum-published.reason", { reason })),
      paragraph(say("erratum-published.stands", { ...versions, link: link(frontEndUrl) })),
    ],
    because: becauseOfPart(letter),
  };
};
export const erratumPage = statementPage(erratumPublished, ({ version }) => String(version));
