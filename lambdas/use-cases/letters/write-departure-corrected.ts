import { letterWriterIn } from "../../io/letter-writers.ts";
import { dayOf } from "../../../domain/base/time.ts";
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

/** Writes to each recipient of a letter about a denunciation that its day was different, or that there was none. */
export const writeDepartureCorrected = async (
  io: WriteIo,
  letter: Letter,
  { left, party, at, reviews: ids }: Extract<LetterContent, { kind: "departure-corrected" }>,
  now: Instant,
): Promise<WrittenLetter | NotWritten> => {
  const { store, frontEndUrl, replyTo } = io;
  const leaving = (await store.load("party", left))?.state;
  const corrected = leaving?.departureCorrected;
  // It was corrected again afterwards: the letter about that correction is current.
  if (corrected?.at !== at) return skip("replaced");
  const reviews = (await store.loadMany("review", ids)).map(({ state }) => state);
  const theirs = reviews.filter(({ seats }) => seats[party] !== undefined);
  const leftOn = corrected.undone === true ? undefined : leaving?.left?.leftOn;
  if (theirs.length === 0 || (leftOn === undefined && corrected.undone !== true)) return skip("replaced");
  const reached = await resolveAddress(io, letter.recipient);
  if (reached.kind === "skip") return reached;
  const parties = await io.parties.of([left, party, ...theirs.map((review) => review.party)]);
  const named = partyNameOf(parties, party);
  const reader = readerAboutStart(letter.recipient, named, reached, theirs, now);
  if (reader === undefined) return skip("replaced");
  const written = composedLetter(await letterWriterIn(reached.language, letter.id), {
    kind: "departure-corrected",
    reader,
    party: named,
    left: partyNameOf(parties, left),
    toldDay: corrected.from,
    correctedOn: dayOf(at),
    reason: corrected.reason,
    leftOn,
    reviews: seatsNamedIn(theirs, party, parties),
    now,
    frontEndUrl,
    replyTo,
  });
  return writtenTo(reached, written);
};
