import type { CalendarDate } from "../../../schemas/base/values.ts";
import { markup } from "./html.ts";
import { paragraph } from "./layout.ts";
import { type About, because, noticePage } from "./review-notifications.ts";
import { type LetterStatement, reviewOf, underCluster } from "./salutation.ts";
import { day, inSentence, type NamedParty, withClusters } from "./wording.ts";

/** To the missions of a review: one of its parties left the Convention. */
export interface PartyLeft extends About {
  readonly kind: "party-left";
  readonly party: NamedParty;
  readonly leftOn: CalendarDate;
  /** Whether it is the party under review, so that the review goes no further. */
  readonly isDiscontinued: boolean;
}

const partyLeft = (letter: PartyLeft): LetterStatement => {
  const { reader, review, party, leftOn, isDiscontinued } = letter;
  // Whoever has left takes part no more.
  const reason =
    reader.kind === "mission" && reader.party.id === party.id
      ? markup`${inSentence(party)} took part in ${reviewOf(review)}`
      : because(letter);
  const left = markup`${inSentence(party)} is no longer a party to the Convention as of ${day(leftOn)}`;
  return isDiscontinued
    ? {
        subject: withClusters("A country review goes no further", [review.id]),
        that: markup`that ${left}, and that ${reviewOf(review)} ${underCluster(review)} therefore goes no further.`,
        blocks: [
          paragraph(markup`Nothing is owed in it any more. What was submitted stays on record and is not published.`),
        ],
        because: reason,
      }
    : {
        subject: withClusters("A reviewing party has left: lots are to be drawn again", [review.id]),
        that: markup`that ${left}, and that lots are to be drawn again for its place in ${reviewOf(review)} ${underCluster(review)}.`,
        blocks: [
          paragraph(
            markup`The obligations of ${inSentence(party)} in the review have fallen away, and the access of its people has ended. What it contributed stays part of the review. The drawing is counted among the redraws of no party; a letter tells whoever is drawn.`,
          ),
        ],
        because: reason,
      };
};
export const departurePage = noticePage(partyLeft, ({ party }) => party.id);
