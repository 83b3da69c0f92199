import { letterWriterIn } from "../../io/letter-writers.ts";
import type { Letter, LetterContent } from "../../../schemas/model/letter.ts";
import type { Instant } from "../../../schemas/base/values.ts";
import { resolveAddress } from "../reachability/resolve-address.ts";
import { heldMandates } from "./held-mandates.ts";
import {
  composedLetter,
  type NotWritten,
  partyNameOf,
  skip,
  type WriteIo,
  type WrittenLetter,
  writtenTo,
} from "./written-letter.ts";

/** Writes to a delegate about their current nominations by a further party; nothing if these are over. */
export const writeFurtherNomination = async (
  io: WriteIo,
  { id, recipient }: Letter,
  { user, party }: Extract<LetterContent, { kind: "further-nomination" }>,
  now: Instant,
): Promise<WrittenLetter | NotWritten> => {
  const { store, frontEndUrl, replyTo } = io;
  const [reached, held] = await Promise.all([resolveAddress(io, recipient), heldMandates(store, user, [party], now)]);
  if (reached.kind === "skip") return reached;
  if (held.length === 0) return skip("replaced");
  const parties = await io.parties.of([party, ...held.map(({ review }) => review.party)]);
  const written = composedLetter(await letterWriterIn(reached.language, id), {
    kind: "further-nomination",
    user,
    name: reached.name ?? "",
    gender: reached.gender,
    party: partyNameOf(parties, party),
    mandates: held.map(({ review, mandate: { role, since, instruments } }) => ({
      role,
      review: review.id,
      underReview: partyNameOf(parties, review.party),
      since,
      instruments,
    })),
    now,
    frontEndUrl,
    replyTo,
  });
  const ofReviews = held.map(({ review }) => review.id);
  return writtenTo(reached, written, [], ofReviews);
};
