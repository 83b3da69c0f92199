import type { Hash, PartyId, ReviewId } from "../../schemas/base/ids.ts";
import type { CalendarDate, Instant } from "../../schemas/base/values.ts";
import type { Letter } from "../../schemas/model/letter.ts";
import type { Party } from "../../schemas/model/party.ts";
import type { Review, Stage } from "../../schemas/model/review.ts";
import { refuse, type Refused } from "../base/decision.ts";
import { hashOf } from "../base/hash.ts";
import { type Denunciation, recordDenunciation } from "../review/commands/record-denunciation.ts";
import { evolveReview } from "../review/evolve.ts";
import { denunciationLetters } from "./denunciation-letters.ts";
import { lettersOn } from "./notifications.ts";

/** The effects of a denunciation, before it is recorded. */
export interface DenunciationPreview {
  /** The order and the approval require this hash: it covers everything that the preview shows. */
  readonly hash: Hash;
  readonly party: PartyId;
  readonly leftOn: CalendarDate;
  /** Reviews of the party that would be discontinued, with their stage. */
  readonly discontinued: readonly { readonly review: ReviewId; readonly stage: Stage }[];
  /** Reviews of other parties in which its seat would become vacant. */
  readonly vacated: readonly ReviewId[];
  /** The number of its open obligations that would become void, and of mandates that would end. */
  readonly obligations: number;
  readonly mandates: number;
  /** The letters that would leave at once. */
  readonly letters: readonly Pick<Letter, "id" | "recipient" | "content">[];
  /** Parties that get a letter, and whose missions have no address on record. */
  readonly withoutAddress: readonly PartyId[];
}

/** The reviews that the party participates in, and the parties whose missions have an address on record. */
interface DenunciationContext {
  readonly reviews: readonly Review[];
  readonly reachable: ReadonlySet<PartyId>;
}

const lettersOf = (
  party: Party,
  reviews: readonly Review[],
  recorded: Extract<ReturnType<typeof recordDenunciation>, { readonly ok: true }>,
  now: Instant,
): readonly Letter[] => {
  const ofReviews = recorded.reviews.flatMap(({ id, facts }) => {
    const before = reviews.find((review) => review.id === id);
    if (before === undefined) throw new Error(`The denunciation by ${party.id} changes ${id}, which was not read`);
    const review = facts.reduce(evolveReview, before);
    return lettersOn({ by: party.id, at: now, facts: [...facts], review }, now);
  });
  const letters = [...denunciationLetters([{ facts: [...recorded.party], recordedAt: now }], now), ...ofReviews];
  return [...new Map(letters.map((letter) => [letter.id, letter])).values()];
};

/** Returns a letter without the instant of planning, which a later preview does not share. */
const comparable = ({ content, recipient }: Pick<Letter, "content" | "recipient">) => ({
  kind: content.kind,
  recipient,
  ...("reviews" in content ? { reviews: content.reviews } : {}),
});

/**
 * Returns the effects of a denunciation with the same decision and the same letter rules that record it. Refused if it
 * cannot be recorded, or is on record.
 */
export const previewDenunciation = (
  party: Party,
  { reviews, reachable }: DenunciationContext,
  denunciation: Denunciation,
  now: Instant,
): { readonly ok: true; readonly preview: DenunciationPreview } | Refused => {
  const recorded = recordDenunciation(party, reviews, denunciation, now);
  if (!recorded.ok) return recorded;
  if (recorded.party.length === 0) return refuse("not-taking-part", { party: party.id });
  const changed = recorded.reviews.flatMap(({ id }) => reviews.filter((review) => review.id === id));
  const facts = recorded.reviews.flatMap((review) => review.facts);
  const planned = lettersOf(party, reviews, recorded, now);
  const isReachable = ({ recipient }: Letter) => recipient.kind !== "mission" || reachable.has(recipient.party);
  const letters = planned.filter(isReachable);
  const withoutAddress = planned.flatMap((letter) =>
    letter.recipient.kind === "mission" && !isReachable(letter) ? [letter.recipient.party] : [],
  );
  const effects = {
    party: party.id,
    leftOn: denunciation.leftOn,
    discontinued: changed
      .filter((review) => review.party === party.id)
      .map(({ id: review, stage }) => ({ review, stage })),
    vacated: changed.filter((review) => review.party !== party.id).map(({ id }) => id),
    obligations: facts.filter(({ kind }) => kind === "obligation-voided").length,
    mandates: new Set(facts.flatMap((fact) => (fact.kind === "mandate-ended" ? [fact.mandate] : []))).size,
    withoutAddress: [...new Set(withoutAddress)].toSorted(),
  };
  const { document } = denunciation;
  return {
    ok: true,
    preview: { hash: hashOf({ ...effects, document, letters: letters.map(comparable) }), ...effects, letters },
  };
};
