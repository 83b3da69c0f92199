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

/** Writes to each recipient of a letter about a start that it was undone, and if there is another start since. */
export const writeStartUndone = async (
  io: WriteIo,
  letter: Letter,
  { group, party, at }: Extract<LetterContent, { kind: "start-undone" }>,
  now: Instant,
): Promise<WrittenLetter | NotWritten> => {
  const { store, frontEndUrl, replyTo } = io;
  const aggregate = await store.load("group", group);
  const undone = aggregate?.state.undone;
  // Another start was undone afterwards: the letter about that one is current.
  if (aggregate === undefined || undone?.at !== at) return skip("replaced");
  const reviews = (await store.loadMany("review", aggregate.state.reviews)).map(({ state }) => state);
  const theirs = reviews.filter(({ seats }) => seats[party] !== undefined);
  if (theirs.length === 0) return skip("replaced");
  const reached = await resolveAddress(io, letter.recipient);
  if (reached.kind === "skip") return reached;
  const parties = await io.parties.of([party, ...theirs.map((review) => review.party)]);
  const named = partyNameOf(parties, party);
  const reader = readerAboutStart(letter.recipient, named, reached, theirs, now);
  if (reader === undefined) return skip("replaced");
  const written = composedLetter(await letterWriterIn(reached.language, letter.id), {
    kind: "start-undone",
    reader,
    party: named,
    group,
    startedOn: undone.startedOn,
    toldDay: undone.toldDay,
    undoneOn: dayOf(at),
    reason: undone.reason,
    startedAnewOn: aggregate.state.startedOn,
    reviews: seatsNamedIn(theirs, party, parties),
    now,
    frontEndUrl,
    replyTo,
  });
  return writtenTo(reached, written, [], [], theirs);
};
