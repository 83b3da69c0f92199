import { copiesInDigest } from "../../../domain/letters/digests.ts";
import { reviewCopied } from "../../../domain/letters/letter-kinds.ts";
import { letterLanguage } from "../../../domain/letters/content/compose.ts";
import { letterWriterIn } from "../../io/letter-writers.ts";
import type { ReviewDigested } from "../../../domain/letters/content/digest.ts";
import { openObligations } from "../../../domain/review/obligations.ts";
import type { PartyId } from "../../../schemas/base/ids.ts";
import type { Letter, LetterContent } from "../../../schemas/model/letter.ts";
import type { Review } from "../../../schemas/model/review.ts";
import type { Instant, Language } from "../../../schemas/base/values.ts";
import { all } from "../../io/pages.ts";
import { resolveAddress } from "../reachability/resolve-address.ts";
import {
  composedLetter,
  type EarlyLetter,
  type StoppedLetter,
  partyNameOf,
  type NotWritten,
  skip,
  UnwritableLetter,
  type WriteIo,
  type WrittenLetter,
  writtenTo,
} from "./written-letter.ts";

/** A copy in the digest, with its subject in the language of the digest if that exists. */
type DigestCopy = Pick<Letter, "content" | "changedAt"> & { readonly subject: string | undefined };

interface DigestContext {
  readonly party: PartyId;
  readonly copies: readonly DigestCopy[];
  readonly named: (id: PartyId) => ReturnType<typeof partyNameOf>;
}

/** Returns a mission's digest of one review; nothing if no letter was sent and no obligation is open. */
const digestReview = (review: Review, { party, copies, named: name }: DigestContext): readonly ReviewDigested[] => {
  const seat = review.seats[party];
  const reviewCopies = copies
    .filter(({ content }) => reviewCopied(content) === review.id)
    .map(({ changedAt, subject }) => ({ deferredAt: changedAt, subject }));
  const open = openObligations(review).filter((obligation) => obligation.party === party);
  return reviewCopies.length === 0 && (open.length === 0 || review.stage === "scheduled")
    ? []
    : [
        {
          review: { id: review.id, group: review.group, underReview: name(review.party) },
          role: seat?.role ?? "reviewing",
          stage: review.stage,
          copies: reviewCopies,
          open: open.map(({ kind, dueAt }) => ({ kind, dueAt })),
        },
      ];
};

/** Writes a letter as of an instant, whatever its kind. */
type Rewrite = (letter: Letter, at: Instant) => Promise<WrittenLetter | NotWritten | StoppedLetter | EarlyLetter>;

/**
 * Returns the subject of a copy in the current language of its mission. If the mission changed its language within the
 * week, the subject is written again as of the time of the copy; undefined if nothing remains to report.
 */
const subjectIn = async (language: Language, copy: Letter, rewrite: Rewrite): Promise<string | undefined> => {
  if (letterLanguage(copy.language ?? "en") === letterLanguage(language)) return copy.subjectLine;
  try {
    const again = await rewrite(copy, copy.changedAt);
    return again.kind === "written" ? again.composed.subject : undefined;
  } catch (error) {
    if (error instanceof UnwritableLetter) return undefined;
    throw error;
  }
};

/** Writes the digest of a week from current data; nothing if no copy is left for it. */
export const writeDigest = async (
  io: WriteIo,
  { id: number, recipient }: Letter,
  content: Extract<LetterContent, { kind: "digest" }>,
  now: Instant,
  rewrite: Rewrite,
): Promise<WrittenLetter | NotWritten> => {
  const { store, ledger, frontEndUrl, replyTo } = io;
  const { party, on } = content;
  const held = copiesInDigest(content, await all((paging) => ledger.ofParty(party, paging)));
  if (held.length === 0) return skip("done");
  const reached = await resolveAddress(io, recipient);
  if (reached.kind === "skip") return reached;
  const copies = await Promise.all(
    held
      .filter(({ subjectLine }) => subjectLine !== undefined)
      .map(async (copy) => ({ ...copy, subject: await subjectIn(reached.language, copy, rewrite) })),
  );
  // A seat that moved to another party is in no list any more; its copies are still reported.
  const ids = new Set([
    ...(await store.reviewsOfParty(party)),
    ...held.flatMap((copy) => reviewCopied(copy.content) ?? []),
  ]);
  const aggregates = await store.loadMany("review", [...ids]);
  const reviews = aggregates.map(({ state }) => state);
  const parties = await io.parties.of([party, ...reviews.map((review) => review.party)]);
  const name = (id: PartyId) => partyNameOf(parties, id);
  const digested = reviews.flatMap((review) => digestReview(review, { party, copies, named: name }));
  const written = composedLetter(await letterWriterIn(reached.language, number), {
    kind: "digest",
    party: name(party),
    on,
    reviews: digested,
    now,
    frontEndUrl,
    replyTo,
  });
  const ofReviews = digested.map(({ review }) => review.id);
  return writtenTo(reached, written, [], ofReviews, reviews);
};
