import type { CalendarDate } from "../../../schemas/base/values.ts";
import { dayOf } from "../../base/time.ts";
import type { ContentOf } from "../letter-kinds.ts";
import { aboutReview, becauseOfPart, type Statement } from "./frame-statement.ts";
import { link } from "./html.ts";
import { paragraph } from "./layout.ts";
import { type Gathered, gathered, type KindPage, skip } from "./letter-page.ts";
import type { LetterWriter } from "./letter-writer.ts";
import { day, phrase, withClusters } from "./phrases.ts";
import { type About, reviewPage, type ReviewSeen } from "./review-letter.ts";

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
      paragraph(say("erratum-published.replaced", { ...versions, link: link(frontEndUrl) })),
    ],
    because: becauseOfPart(letter),
  };
};

/**
 * Gathers the letter also for an erratum that another has replaced since: a separate letter reports the replacement.
 */
const gatherErratum = (
  { version }: ContentOf<"erratum-published">,
  { review, about }: ReviewSeen,
): Gathered<ErratumPublished> => {
  const erratum = review.observations?.replaced?.find((one) => one.version === version - 1);
  if (erratum === undefined) return skip("replaced");
  const { version: replaces, replacedAt, reason } = erratum;
  return gathered({ ...about, kind: "erratum-published", version, replaces, publishedOn: dayOf(replacedAt), reason });
};

export const erratumPage: KindPage<ContentOf<"erratum-published">, ErratumPublished> = reviewPage(
  gatherErratum,
  erratumPublished,
  { detail: ({ version }) => String(version) },
);
