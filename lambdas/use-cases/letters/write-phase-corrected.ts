import { letterWriterIn } from "../../io/letter-writers.ts";
import { openedOn } from "../../../domain/parties/phases.ts";
import type { Letter, LetterContent } from "../../../schemas/model/letter.ts";
import type { Instant } from "../../../schemas/base/values.ts";
import { resolveAddress } from "../reachability/resolve-address.ts";
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

/**
 * Writes to each recipient of a letter about the opening of a phase on which day it was opened, and by which decision.
 */
export const writePhaseCorrected = async (
  io: WriteIo,
  letter: Letter,
  { phase: id, party, at }: Extract<LetterContent, { kind: "phase-corrected" }>,
  now: Instant,
): Promise<WrittenLetter | NotWritten> => {
  const { store, frontEndUrl, replyTo } = io;
  const phase = (await store.load("phase", id))?.state;
  // It was corrected again afterwards: the letter about that correction is current.
  if (phase?.corrected?.at !== at) return skip("replaced");
  const own = new Set(phase.groups.flatMap(({ reviews }) => reviews));
  const ids = (await store.reviewsOfParty(party)).filter((review) => own.has(review));
  const reviews = (await store.loadMany("review", ids)).map(({ state }) => state);
  if (reviews.length === 0) return skip("replaced");
  const reached = await resolveAddress(io, letter.recipient);
  if (reached.kind === "skip") return reached;
  const parties = await io.parties.of([party, ...reviews.map((review) => review.party)]);
  const written = composedLetter(await letterWriterIn(reached.language, letter.id), {
    kind: "phase-corrected",
    party: partyNameOf(parties, party),
    phase: id,
    openedOn: openedOn(phase),
    toldDay: phase.corrected.from,
    decision: phase.decision,
    reason: phase.corrected.reason,
    reviews: seatsNamedIn(reviews, party, parties),
    now,
    frontEndUrl,
    replyTo,
  });
  return writtenTo(reached, written);
};
