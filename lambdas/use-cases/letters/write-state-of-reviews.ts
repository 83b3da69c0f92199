import { letterWriterIn } from "../../io/letter-writers.ts";
import type { ObligationStanding, ReviewStanding } from "../../../domain/letters/content/state-of-reviews.ts";
import { reviewsToTell } from "../../../domain/letters/release-letters.ts";
import { openObligations } from "../../../domain/review/obligations.ts";
import type { Letter, LetterContent } from "../../../schemas/model/letter.ts";
import type { Instant } from "../../../schemas/base/values.ts";
import { resolveAddress } from "../reachability/resolve-address.ts";
import { readerAboutStart } from "./reader-about-start.ts";
import {
  composedLetter,
  type NotWritten,
  partyNameOf,
  seatsNamedIn,
  skip,
  type WriteIo,
  type WrittenLetter,
  writtenTo,
} from "./written-letter.ts";

/** Writes the status of a group's imported reviews: the open obligations of its party, and those of others. */
export const writeStateOfReviews = async (
  io: WriteIo,
  letter: Letter,
  { group, party }: Extract<LetterContent, { kind: "state-of-reviews" }>,
  now: Instant,
): Promise<WrittenLetter | NotWritten> => {
  const { store, frontEndUrl, replyTo } = io;
  const aggregate = await store.load("group", group);
  const aggregates = await store.loadMany("review", aggregate?.state.reviews ?? []);
  const resumedAt = aggregate?.state.resumed?.at;
  if (resumedAt === undefined) return skip("replaced");
  const reviews = reviewsToTell(
    aggregates.map(({ state }) => state),
    party,
    resumedAt,
  );
  const reached = await resolveAddress(io, letter.recipient);
  if (reached.kind === "skip") return reached;
  const seated = reviews.flatMap(({ seats }) => Object.values(seats).map((seat) => seat.party));
  const parties = await io.parties.of([party, ...new Set(seated)]);
  const named = partyNameOf(parties, party);
  const reader = readerAboutStart(letter.recipient, named, reached, reviews, now);
  // The seat was redrawn since, or the party has replaced the nominee: other letters report that.
  if (reviews.length === 0 || reader === undefined) return skip("replaced");
  const obligations = reviews.flatMap((review) =>
    openObligations(review).map((obligation) => ({
      obligation,
      listed: {
        kind: obligation.kind,
        by: partyNameOf(parties, obligation.party),
        review: { id: review.id, underReview: partyNameOf(parties, review.party) },
        dueAt: obligation.dueAt,
      } satisfies ObligationStanding,
    })),
  );
  const byDate = obligations.toSorted((one, other) => one.obligation.dueAt.localeCompare(other.obligation.dueAt));
  const own = byDate.filter(({ obligation }) => obligation.party === party);
  const stages = seatsNamedIn(reviews, party, parties).flatMap((listed): readonly ReviewStanding[] => {
    const stage = reviews.find(({ id }) => id === listed.id)?.stage;
    return stage === undefined ? [] : [{ ...listed, stage }];
  });
  const written = composedLetter(await letterWriterIn(reached.language, letter.id), {
    kind: "state-of-reviews",
    reader,
    party: named,
    group,
    reviews: stages,
    pending: own.map((one) => one.listed),
    awaited: byDate.filter(({ obligation }) => obligation.party !== party).map((one) => one.listed),
    now,
    frontEndUrl,
    replyTo,
  });
  const obligationRefs = own.map(({ obligation: { id, generation }, listed: { review } }) => ({
    review: review.id,
    obligation: id,
    generation,
  }));
  return writtenTo(reached, written, obligationRefs, [], reviews);
};
