import { letterWriterIn } from "../../io/letter-writers.ts";
import type { MovedDate } from "../../../domain/letters/content/start-corrected.ts";
import { redatedSinceStart } from "../../../domain/letters/start-letters.ts";
import type { Letter, LetterContent } from "../../../schemas/model/letter.ts";
import type { Obligation } from "../../../schemas/model/review.ts";
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

/** Returns the open obligations by date and kind, each once, the earliest first. */
const movedDates = (obligations: readonly Obligation[]): readonly MovedDate[] =>
  [...new Map(obligations.map(({ kind, dueAt }) => [`${dueAt} ${kind}`, { kind, dueAt }]))]
    .toSorted(([one], [other]) => one.localeCompare(other))
    .map(([, moved]) => moved);

/**
 * Writes that the start of a group, which letters had reported, was on another day, with the open obligations and their
 * new dates.
 */
export const writeStartCorrected = async (
  io: WriteIo,
  letter: Letter,
  { group, party, at }: Extract<LetterContent, { kind: "start-corrected" }>,
  now: Instant,
): Promise<WrittenLetter | NotWritten> => {
  const { store, frontEndUrl, replyTo } = io;
  const aggregate = await store.load("group", group);
  const { startedOn, corrected } = aggregate?.state ?? {};
  // Undone or corrected again since: the letter about that change is current.
  if (
    aggregate === undefined ||
    startedOn === undefined ||
    corrected?.lettersAt !== at ||
    corrected.toldDay === undefined
  )
    return skip("replaced");
  const aggregates = await store.loadMany("review", aggregate.state.reviews);
  const reviews = aggregates
    .map(({ state }) => state)
    .filter((review) => redatedSinceStart(review, party, at).length > 0);
  const reached = await resolveAddress(io, letter.recipient);
  if (reached.kind === "skip") return reached;
  const parties = await io.parties.of([party, ...reviews.map((review) => review.party)]);
  const named = partyNameOf(parties, party);
  const reader = readerAboutStart(letter.recipient, named, reached, reviews, now);
  if (reviews.length === 0 || reader === undefined) return skip("replaced");
  const pending = reviews.flatMap((review) =>
    redatedSinceStart(review, party, at)
      .filter(({ state }) => state === "open")
      .map((obligation) => ({ review: review.id, obligation })),
  );
  const written = composedLetter(await letterWriterIn(reached.language, letter.id), {
    kind: "start-corrected",
    reader,
    party: named,
    group,
    startedOn,
    toldDay: corrected.toldDay,
    reason: corrected.reason,
    pending: movedDates(pending.map(({ obligation }) => obligation)),
    reviews: seatsNamedIn(reviews, party, parties),
    now,
    frontEndUrl,
    replyTo,
  });
  const obligationRefs = pending.map(({ review, obligation: { id, generation } }) => ({
    review,
    obligation: id,
    generation,
  }));
  return writtenTo(reached, written, obligationRefs, [], reviews);
};
