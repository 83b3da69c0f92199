import type { PartyId, ReviewId } from "../../schemas/base/ids.ts";
import type { Letter, LetterContent } from "../../schemas/model/letter.ts";
import type { Party } from "../../schemas/model/party.ts";
import type { Review } from "../../schemas/model/review.ts";
import type { Instant } from "../../schemas/base/values.ts";
import { plannedLetter } from "./lifecycle.ts";
import { byRecipient, isConcerned } from "./stated-version.ts";

const rule =
  "The correction or reversal of a denunciation that letters reported goes to exactly the recipients of those letters.";

/**
 * Returns whether a letter reported the denunciation of a party: its day or, if the denunciation was reversed, the end
 * of a mandate.
 */
const reportsDenunciation = (content: LetterContent, party: PartyId, wasUndone: boolean): boolean =>
  (content.kind === "party-left" || (wasUndone && content.kind === "mandate-ended")) && content.party === party;

/**
 * Returns the letters about the last correction of a party's denunciation, over letters about the party and its
 * reviews.
 * There is one for each recipient of a letter that states an earlier version of the party, with its reviews. `version`
 * is that of the correction.
 */
export const denunciationCorrections = (
  { id: left, denunciationCorrected }: Party,
  version: number,
  reviews: readonly Review[],
  letters: readonly Letter[],
  now: Instant,
): readonly Letter[] => {
  if (denunciationCorrected === undefined) return [];
  const { at, recordedAt, undone } = denunciationCorrected;
  const concerned = letters
    .filter(({ content, plannedAt }) => plannedAt >= recordedAt && reportsDenunciation(content, left, undone === true))
    .filter((letter) => isConcerned(letter, { at, version }));
  return byRecipient(concerned).flatMap(({ recipient, party, letters: earlier }) => {
    const own: ReviewId[] = reviews.filter(({ seats }) => seats[party] !== undefined).map(({ id }) => id);
    if (own.length === 0) return [];
    const content = { kind: "departure-corrected" as const, left, party, at, reviews: own.toSorted() };
    const corrects = { letters: earlier, version };
    return plannedLetter({ content, recipient, party, plannedFor: at, rule, corrects }, now);
  });
};
