import { letterWriterIn } from "../../io/letter-writers.ts";
import type { ReviewContinued } from "../../../domain/letters/content/phase-opened.ts";
import { openedOn } from "../../../domain/parties/phases.ts";
import { mandatesOf } from "../../../domain/review/mandates.ts";
import type { PartyId } from "../../../schemas/base/ids.ts";
import type { Letter, LetterContent } from "../../../schemas/model/letter.ts";
import type { Party } from "../../../schemas/model/party.ts";
import type { Phase } from "../../../schemas/model/phase.ts";
import type { Review } from "../../../schemas/model/review.ts";
import type { Instant } from "../../../schemas/base/values.ts";
import { resolveAddress } from "../reachability/resolve-address.ts";
import {
  composedLetter,
  type NotWritten,
  partyNameOf,
  seatsNamedIn,
  skip,
  UnwritableLetter,
  type WriteIo,
  type WrittenLetter,
  writtenTo,
} from "./written-letter.ts";

/** Returns the reviews of a phase in which a party has a seat, with the persons who currently serve it. */
const continuedFor = (
  { groups }: Phase,
  reviews: readonly Review[],
  party: PartyId,
  parties: ReadonlyMap<PartyId, Party>,
  now: Instant,
): readonly ReviewContinued[] =>
  reviews.flatMap((review) => {
    const plannedFor = groups.find(({ group }) => group === review.group)?.plannedFor;
    if (plannedFor === undefined) return [];
    const hasFocalPoint = mandatesOf(review, party, "focal-point", now).length > 0;
    const experts = mandatesOf(review, party, "expert", now).length;
    return seatsNamedIn([review], party, parties).map((seat) => ({ ...seat, plannedFor, hasFocalPoint, experts }));
  });

/** Writes to a mission that the phase of a cluster was opened, in which reviews its party takes part, and who serves it. */
export const writePhaseOpened = async (
  io: WriteIo,
  letter: Letter,
  { phase: id, party }: Extract<LetterContent, { kind: "phase-opened" }>,
  now: Instant,
): Promise<WrittenLetter | NotWritten> => {
  const { store, frontEndUrl, replyTo } = io;
  const phase = (await store.load("phase", id))?.state;
  if (phase === undefined) throw new UnwritableLetter(`No phase ${id} is open`);
  const own = new Set(phase.groups.flatMap(({ reviews }) => reviews));
  const aggregates = await store.loadMany(
    "review",
    (await store.reviewsOfParty(party)).filter((review) => own.has(review)),
  );
  const reviews = aggregates.map(({ state }) => state).filter(({ seats }) => seats[party] !== undefined);
  if (reviews.length === 0) return skip("replaced");
  const reached = await resolveAddress(io, letter.recipient);
  if (reached.kind === "skip") return reached;
  const parties = await io.parties.of([party, ...reviews.map((review) => review.party)]);
  const written = composedLetter(await letterWriterIn(reached.language, letter.id), {
    kind: "phase-opened",
    party: partyNameOf(parties, party),
    phase: id,
    openedOn: openedOn(phase),
    decision: phase.decision,
    reviews: continuedFor(phase, reviews, party, parties, now),
    now,
    frontEndUrl,
    replyTo,
  });
  return writtenTo(reached, written);
};
