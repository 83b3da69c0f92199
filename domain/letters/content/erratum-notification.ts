import type { CalendarDate } from "../../../schemas/base/values.ts";
import { link, markup } from "./html.ts";
import { paragraph } from "./layout.ts";
import { type About, because, noticePage } from "./review-notifications.ts";
import { type LetterStatement, reviewOf, underCluster } from "./salutation.ts";
import { day, withClusters } from "./wording.ts";

/** To all parties: a corrected version took the place of the published list. */
export interface ErratumPublished extends About {
  readonly kind: "erratum-published";
  readonly version: number;
  /** The version that it replaces. */
  readonly replaces: number;
  readonly publishedOn: CalendarDate;
  /** In the words of whoever published it. */
  readonly reason: string;
}

const erratumPublished = (letter: ErratumPublished): LetterStatement => {
  const { version, replaces, publishedOn, reason, review, frontEndUrl } = letter;
  return {
    subject: withClusters("Erratum to the published list of observations", [review.id]),
    that: markup`that an erratum to the list of observations and its summary in ${reviewOf(review)} ${underCluster(review)} was published on ${day(publishedOn)}: version ${String(version)} replaces version ${String(replaces)}. Every party whose agreement was awaited has agreed to it.`,
    blocks: [
      paragraph(markup`The reason that was recorded: ${reason}`),
      paragraph(
        markup`Version ${String(version)} stands in the place of the list, at ${link(frontEndUrl)}. Version ${String(replaces)} stays readable there, marked as replaced. The review remains concluded, and nothing is asked of its parties.`,
      ),
    ],
    because: because(letter),
  };
};
export const erratumPage = noticePage(erratumPublished, ({ version }) => String(version));
