import type { LetterInput } from "../../../domain/letters/content/letter-pages.ts";
import type { PartyLeft, ReviewLeft } from "../../../domain/letters/content/denunciation-notification.ts";
import { CalendarDate, Instant } from "../../../schemas/base/values.ts";
import { groupIdOf, PartyId, reviewIdOf } from "../../../schemas/base/ids.ts";

const named = (id: string, name: string) => ({ id: PartyId.parse(id), name });
const sudan = named("SD", "Sudan");

const review = (cluster: number, under: typeof sudan): ReviewLeft => ({
  id: reviewIdOf(cluster, under.id),
  group: groupIdOf(cluster, 1),
  underReview: under,
  isDiscontinued: under.id === sudan.id,
});

/** Returns the letter about the denunciation of the Sudan, which takes part in several reviews with the recipient. */
const leftBySudan = (reader: typeof sudan, reviews: readonly ReviewLeft[]): PartyLeft & LetterInput => ({
  kind: "party-left",
  reader: { kind: "mission", party: reader },
  now: Instant.parse("2024-12-02T12:01:00.000Z"),
  frontEndUrl: "https://reviews.example.org/",
  replyTo: "secretariat@reviews.example.org",
  party: sudan,
  leftOn: CalendarDate.parse("2024-12-01"),
  reviews,
});

const peru = named("PE", "Peru");
const france = named("FR", "France");

export const denunciationSamples = {
  "party-left-several-reviews": leftBySudan(france, [review(1, peru), review(1, sudan), review(1, france)]),
  "party-left-several-clusters": leftBySudan(sudan, [review(1, peru), review(4, peru)]),
  "party-left-own-reviews": leftBySudan(peru, [review(1, sudan), review(4, sudan)]),
} as const satisfies Readonly<Record<string, LetterInput>>;
