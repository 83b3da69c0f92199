import { letterWriterIn } from "../../io/letter-writers.ts";
import type { NominationOwed } from "../../../domain/letters/content/late-start.ts";
import { owedSinceStart, refsSinceStart } from "../../../domain/letters/start-letters.ts";
import { isNomination } from "../../../domain/reminders/schedule.ts";
import type { Letter, LetterContent } from "../../../schemas/model/letter.ts";
import type { Obligation } from "../../../schemas/model/review.ts";
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
import { whyNothingIsLeft } from "./why-nothing-is-left.ts";

/** Returns the open obligations by kind and date, each once, the earliest first. */
const owedOf = (obligations: readonly Obligation[]): readonly NominationOwed[] =>
  [...Map.groupBy(obligations, ({ kind, dueAt }) => `${dueAt} ${kind}`)]
    .toSorted(([one], [other]) => one.localeCompare(other))
    .flatMap(([, [first]]) =>
      first !== undefined && isNomination(first.kind) ? [{ kind: first.kind, dueAt: first.dueAt }] : [],
    );

/**
 * Writes to a mission that its reviews started on a day long past: its open obligations since then, with their dates.
 */
export const writeLateStart = async (
  io: WriteIo,
  letter: Letter,
  { group, party, at }: Extract<LetterContent, { kind: "late-start" }>,
  now: Instant,
): Promise<WrittenLetter | NotWritten> => {
  const { store, frontEndUrl, replyTo } = io;
  const refs = letter.obligationRefs ?? [];
  const aggregates = await store.loadMany("review", [...new Set(refs.map(({ review }) => review))]);
  const reviews = aggregates.map(({ state }) => state);
  const pending = reviews.filter((review) => owedSinceStart(review, party, at).length > 0);
  const [first] = pending;
  if (first?.startedOn === undefined) return skip(whyNothingIsLeft(reviews, refs));
  const reached = await resolveAddress(io, letter.recipient);
  if (reached.kind === "skip") return reached;
  const parties = await io.parties.of([party, ...pending.map((review) => review.party)]);
  const written = composedLetter(await letterWriterIn(reached.language, letter.id), {
    kind: "late-start",
    party: partyNameOf(parties, party),
    group,
    startedOn: first.startedOn,
    pending: owedOf(pending.flatMap((review) => owedSinceStart(review, party, at))),
    reviews: seatsNamedIn(pending, party, parties),
    now,
    frontEndUrl,
    replyTo,
  });
  return writtenTo(reached, written, refsSinceStart(pending, party, at), [], pending);
};
