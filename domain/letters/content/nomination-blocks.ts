import { choices, heading, paragraph } from "./layout.ts";
import { isolateDirection, keepOnOneLine, link, mailTo, type Markup, markup } from "./html.ts";
import type { ReviewId } from "../../../schemas/base/ids.ts";
import type { SeatRole } from "../../../schemas/model/review.ts";
import type { Instrument } from "../../../schemas/base/values.ts";
import { instrumentWords, type NamedParty, seatWords } from "./wording.ts";

/** A review that a letter speaks of, and the party's place in it. */
export interface ReviewListed {
  readonly id: ReviewId;
  readonly underReview: NamedParty;
  readonly role: SeatRole;
  readonly instruments: readonly Instrument[];
}

const rowOf = ({ id, underReview, role, instruments: held }: ReviewListed): readonly [Markup, Markup] => [
  markup`${isolateDirection(underReview.name)} (${keepOnOneLine(id)})`,
  markup`${seatWords[role]}, for ${instrumentWords(held)}`,
];

/** Rows of the reviews of a party with its part in them: its own first, the others by the name of the party under review. */
export const reviewRows = (reviews: readonly ReviewListed[]): readonly (readonly [Markup, Markup])[] =>
  reviews
    .toSorted(
      (a, b) =>
        Number(b.role === "under-review") - Number(a.role === "under-review") ||
        a.underReview.name.localeCompare(b.underReview.name, "en"),
    )
    .map(rowOf);

/** How a nomination is made, as every letter says it that asks for one. */
export const howToNominate = (
  { frontEndUrl, replyTo }: { readonly frontEndUrl: string; readonly replyTo: string },
  reference: string,
): readonly Markup[] => [
  heading("How to nominate"),
  paragraph(markup`The nomination may be made in either of two ways:`),
  choices([
    markup`online, at ${link(frontEndUrl)}; or`,
    markup`by note verbale addressed to ${mailTo(replyTo)}, quoting the reference ${isolateDirection(reference)}.`,
  ]),
  paragraph(
    markup`For each person, kindly indicate name, title, institution, e-mail address, telephone number and the working language preferred for correspondence. If the nomination has been sent in the meantime, kindly disregard this letter.`,
  ),
];
