import type { PartyId, ReviewId } from "../../schemas/base/ids.ts";
import type { Letter, LetterContent } from "../../schemas/model/letter.ts";
import type { Party } from "../../schemas/model/party.ts";
import type { Review } from "../../schemas/model/review.ts";
import type { Instant } from "../../schemas/base/values.ts";
import { logicalRecipient } from "./letter-id.ts";
import { plannedLetter } from "./lifecycle.ts";
import { mayHaveLeft } from "./start-letters.ts";

const rule =
  "A departure that is corrected or undone after letters told of it is corrected to exactly those who had one.";

/** Whether a letter told of the departure of a party: of its day, or where that was undone, that somebody serves no more. */
const toldOfDeparture = (content: LetterContent, party: PartyId, wasUndone: boolean): boolean =>
  (content.kind === "party-left" || (wasUndone && content.kind === "mandate-ended")) && content.party === party;

/**
 * The letters about the last correction of a party's departure, over letters about the party and its reviews: one to each
 * recipient of a letter about the departure which left, or may have, with the reviews of which it is to tell.
 */
export const departureCorrections = (
  { id: left, departureCorrected }: Party,
  reviews: readonly Review[],
  letters: readonly Letter[],
  now: Instant,
): readonly Letter[] => {
  if (departureCorrected === undefined) return [];
  const { at, recordedAt, undone } = departureCorrected;
  const lettersAbout = letters
    .filter(({ plannedAt }) => plannedAt >= recordedAt && plannedAt <= at)
    .filter((letter) => mayHaveLeft.has(letter.state) && toldOfDeparture(letter.content, left, undone === true));
  const byRecipient = new Map(
    lettersAbout.map((letter) => [`${logicalRecipient(letter.recipient)} ${letter.party ?? ""}`, letter]),
  );
  return [...byRecipient.values()].flatMap(({ recipient, party }) => {
    if (party === undefined) return [];
    const own: ReviewId[] = reviews.filter(({ seats }) => seats[party] !== undefined).map(({ id }) => id);
    if (own.length === 0) return [];
    const content = { kind: "departure-corrected" as const, left, party, at, reviews: own.toSorted() };
    return plannedLetter({ content, recipient, party, plannedFor: at, rule }, now);
  });
};
