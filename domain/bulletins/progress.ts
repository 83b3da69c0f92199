import type { Addressee } from "../../schemas/model/addressee.ts";
import type { BounceCount, Bulletin } from "../../schemas/model/bulletin.ts";
import type { Letter, SkipReason } from "../../schemas/model/letter.ts";
import type { GuaranteeViolation } from "../base/guarantee.ts";
import { needsSettlement, type Outcome, outcomeOf, plannedLetter } from "../letters/lifecycle.ts";
import { logicalRecipient } from "../letters/letter-id.ts";
import type { Instant } from "../../schemas/base/values.ts";
import { bulletinCompared, inForce } from "../base/policy.ts";
import { dayOf, dueAfter, latest } from "../base/time.ts";

/** One recipient's letter in a round of a bulletin: the same letter however often it is asked for. */
export const bulletinLetter = (
  { id, sendAt, rounds }: Bulletin,
  round: number,
  { recipient, party, reason }: Addressee,
  now: Instant,
): Letter =>
  plannedLetter(
    {
      content: { kind: "bulletin", bulletin: id, round, reason },
      recipient,
      party,
      plannedFor: round === 1 ? sendAt : (rounds[round - 1]?.at ?? sendAt),
      rule:
        round === 1
          ? "A bulletin that the secretariat ordered, to everybody whom its preview listed."
          : `A bulletin that the secretariat ordered once more for those whom it had not reached; round ${round}.`,
    },
    now,
  );

/** What became of a bulletin, counted from its letters: each recipient counts once. */
export interface BulletinProgress extends Readonly<Record<Outcome, number>> {
  readonly recipients: number;
}

/** In which sending of its bulletin a letter is; none for another letter. */
const roundOf = ({ content }: Letter): number => (content.kind === "bulletin" ? content.round : 0);

const isLater = (one: Letter, other: Letter): boolean =>
  roundOf(one) === roundOf(other) ? one.attempt > other.attempt : roundOf(one) > roundOf(other);

/** The latest letter of each recipient: who was written to again, or at a second address, counts as it is now. */
export const latestLetters = (letters: readonly Letter[]): readonly Letter[] => {
  const newest = new Map<string, Letter>();
  for (const letter of letters) {
    const to = logicalRecipient(letter.recipient);
    const latestLetter = newest.get(to);
    if (latestLetter === undefined || isLater(letter, latestLetter)) newest.set(to, letter);
  }
  return [...newest.values()];
};

/** To how many recipients there is a letter of a round. */
const writtenIn = (round: number, letters: readonly Letter[]): number =>
  new Set(letters.filter((one) => roundOf(one) === round).map(({ recipient }) => logicalRecipient(recipient))).size;

/** How many recipients a bulletin was frozen for. */
export const recipientsOf = ({ rounds }: Bulletin): number => rounds[0]?.recipients ?? 0;

/** Counts a bulletin's letters. Who has no row yet waits for it: rows are planned page by page. */
export const progressOf = (bulletin: Bulletin, letters: readonly Letter[]): BulletinProgress => {
  const count: Record<Outcome, number> = { sent: 0, skipped: 0, failed: 0, unknown: 0, waiting: 0 };
  const current = latestLetters(letters);
  for (const letter of current) count[outcomeOf(letter)] += 1;
  const recipients = recipientsOf(bulletin);
  return { recipients, ...count, waiting: count.waiting + Math.max(0, recipients - current.length) };
};

/** Whether a letter is still on its way: planned, in a sender's hands, or with its report awaited. */
export const isLetterUnderWay = (letter: Letter): boolean =>
  outcomeOf(letter) === "waiting" || (letter.state === "unknown" && !needsSettlement(letter));

/** Letters that are still on their way; first the one that is looked at last, and may well be the last to come to rest. */
export const lettersUnderWay = (letters: readonly Letter[]): readonly Letter[] => {
  const place = ({ attentionAt, plannedAt, id }: Letter) => `${attentionAt} ${plannedAt} ${id}`;
  return letters.filter(isLetterUnderWay).toSorted((one, other) => (place(one) < place(other) ? 1 : -1));
};

/** Whether every recipient of the last round has a letter of it: until then nobody can say whom it did not reach. */
export const isLaidDown = ({ rounds }: Bulletin, letters: readonly Letter[]): boolean =>
  writtenIn(rounds.length, letters) === rounds.at(-1)?.recipients;

/** Whether nothing of it is left that could be taken back: every recipient has a letter, and none waits to be sent. */
export const hasLeft = (bulletin: Bulletin, letters: readonly Letter[]): boolean =>
  isLaidDown(bulletin, letters) && !letters.some((letter) => outcomeOf(letter) === "waiting");

/**
 * Whether another letter takes its place, as a person asked. Where it is the latest of its recipient, that one is only not
 * shown yet: both are written together, and a list may show the one before the other.
 */
const isSentAgain = ({ settlement }: Letter): boolean => settlement?.outcome === "send-again";

/** Whether every letter has come to an end, or waits for a person. */
export const isAtRest = (bulletin: Bulletin, letters: readonly Letter[]): boolean =>
  isLaidDown(bulletin, letters) && !letters.some(isLetterUnderWay) && !latestLetters(letters).some(isSentAgain);

/** Letters of which a person has to find out what became of them, or to say that they are sent again. */
export const lettersToSettle = (letters: readonly Letter[]): readonly Letter[] =>
  latestLetters(letters).filter(needsSettlement);

const notReached: ReadonlySet<string> = new Set<SkipReason>(["suppressed", "no-address"]);

/**
 * Letters whose recipients a bulletin did not reach: refused, bounced, or without an address to write to. Never those
 * that complained, and never those of which nobody knows whether they left: these wait for a person, and once they are
 * sent again, the letter that takes their place says whether it reached its recipient.
 */
export const failedLetters = (letters: readonly Letter[]): readonly Letter[] =>
  latestLetters(letters).filter((letter) => {
    const { state, reason = "" } = letter;
    const isUnreached = state === "failed" || state === "bounced" || (state === "skipped" && notReached.has(reason));
    return isUnreached && !isSentAgain(letter);
  });

/** What the mail service has said of a bulletin's letters, for the breaker. A transient bounce is a result, and no lasting one. */
export const bouncesOf = (letters: readonly Letter[]): BounceCount => {
  const results = letters.filter(({ state }) => state === "delivered" || state === "bounced" || state === "complained");
  const lasting = results.filter(({ state, bounceIsTransient }) => state === "bounced" && bounceIsTransient !== true);
  return { results: results.length, bounced: lasting.length };
};

/** Whether a bulletin was sent, or was to be, so lately that the night still looks at its letters. */
export const isCompared = ({ sendAt, rounds }: Bulletin, now: Instant): boolean => {
  const sent = latest(sendAt, ...rounds.map(({ at }) => at));
  return now <= dueAfter(dayOf(sent), inForce(bulletinCompared, dayOf(now)));
};

/**
 * Whether a bulletin's letters are its frozen recipients and nobody else (15): once released, each has one, none has
 * one of a round that there is not, and the counts add up. Holds when everything is at rest.
 */
export const brokenBulletin = (bulletin: Bulletin, letters: readonly Letter[]): readonly GuaranteeViolation[] => {
  const about = `bulletin ${bulletin.id}`;
  const broken = (why: string): GuaranteeViolation => ({ guarantee: 15, about, why });
  const { rounds } = bulletin;
  const wasLaidDown = bulletin.releasedAt !== undefined || bulletin.state === "cancelled";
  const { recipients, sent, skipped, failed, unknown, waiting } = progressOf(bulletin, letters);
  const counted = sent + skipped + failed + unknown + waiting;
  return [
    ...(counted === recipients ? [] : [broken(`counts ${counted} of ${recipients} recipients`)]),
    ...rounds.flatMap((round, place) => {
      const written = writtenIn(place + 1, letters);
      const wanted = wasLaidDown ? round.recipients : 0;
      return written === wanted ? [] : [broken(`wrote to ${written} in round ${place + 1}, not to ${wanted}`)];
    }),
    ...(letters.every((letter) => roundOf(letter) <= rounds.length) ? [] : [broken("has letters of no round")]),
    ...(bulletin.state === "cancelled" && letters.some(({ state }) => state === "planned")
      ? [broken("was given up, and letters are still planned")]
      : []),
  ];
};
