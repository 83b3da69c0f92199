import {
  type Copy,
  digestFor,
  isAnythingOverdue,
  mayArrive,
  type Original,
  originalsOf,
} from "../../../domain/letters/digests.ts";
import type { ComposedLetter } from "../../../domain/letters/content/compose.ts";
import { moveLetter } from "../../../domain/letters/lifecycle.ts";
import type { Letter } from "../../../schemas/model/letter.ts";
import type { Instant } from "../../../schemas/base/values.ts";
import { log } from "../../io/log.ts";
import type { Ledger } from "../../io/ports/outbox.ts";
import type { Store } from "../../io/ports/store.ts";
import { type ReachIo, resolveAddress } from "../reachability/resolve-address.ts";

export interface DeferIo {
  readonly store: Store;
  readonly ledger: ReachIo["ledger"] & Pick<Ledger, "letter" | "plan">;
}

/** Returns true if the focal point has the letter, or will get it: by its row, and without a failure at the address. */
const hasIt = async (io: DeferIo, { id, recipient }: Original): Promise<boolean> => {
  const original = await io.ledger.letter(id);
  return original !== undefined && mayArrive(original) && (await resolveAddress(io, recipient)).kind === "reached";
};

/**
 * Returns the letter as skipped into this week's digest, or undefined if it must be sent now. A copy goes into the
 * digest if its mission reads weekly, the focal point has the original, and its party has no overdue obligation. The
 * digest is planned first, so that no copy waits for a missing digest; an empty digest is not sent.
 */
export const deferToDigest = async (
  io: DeferIo,
  letter: Letter,
  copy: Copy,
  { language, subject, reference }: ComposedLetter,
  at: Instant,
): Promise<Letter | undefined> => {
  const aggregates = await io.store.loadMany("review", await io.store.reviewsOfParty(copy.party));
  const reviews = aggregates.map(({ state }) => state);
  const review = reviews.find(({ id }) => id === copy.review);
  if (review === undefined || isAnythingOverdue(reviews, copy.party, at)) return undefined;
  const originals = originalsOf(letter, review, copy.party, at);
  const had = await Promise.all(originals.map((original) => hasIt(io, original)));
  if (!had.includes(true)) return undefined;
  const digest = digestFor(copy.party, at);
  if (await io.ledger.plan(digest)) log("LETTER_PLANNED", { letter: digest.id, kind: "digest", party: copy.party });
  const written = { language, subjectLine: subject, reference };
  return moveLetter(letter, "skipped", { at, ...written, reason: "digest", digest: digest.id });
};
