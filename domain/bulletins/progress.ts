import type { Addressee } from "../../schemas/model/addressee.ts";
import type { BounceCount, Bulletin } from "../../schemas/model/bulletin.ts";
import type { Letter, SkipReason } from "../../schemas/model/letter.ts";
import type { GuaranteeViolation } from "../base/guarantee.ts";
import { needsSettlement, type Outcome, outcomeOf, plannedLetter } from "../letters/lifecycle.ts";
import { logicalRecipient } from "../letters/letter-id.ts";
import type { Instant } from "../../schemas/base/values.ts";
import { inForce } from "../base/settings.ts";
import { bulletinCompared } from "../policy/bulletins.ts";
import { dayOf, dueAfter, latest } from "../base/time.ts";

/** Returns one recipient's letter in a round of a bulletin; repeated calls return an identical letter. */
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
          ? "A bulletin that the secretariat ordered, to all recipients in its preview."
          : `A bulletin that the secretariat ordered again for the recipients that it had not reached; round ${round}.`,
    },
    now,
  );

/** The progress of a bulletin, counted from its letters: each recipient counts once. */
export interface BulletinProgress extends Readonly<Record<Outcome, number>> {
  readonly recipients: number;
}

/** Returns the round of its bulletin that a letter belongs to; 0 for another kind of letter. */
const roundOf = ({ content }: Letter): number => (content.kind === "bulletin" ? content.round : 0);

const isLater = (one: Letter, other: Letter): boolean =>
  roundOf(one) === roundOf(other) ? one.attempt > other.attempt : roundOf(one) > roundOf(other);

/**
 * Returns the latest letter of each recipient: a repetition, or a letter to a second address, replaces the earlier one.
 */
export const latestLetters = (letters: readonly Letter[]): readonly Letter[] => {
  const newest = new Map<string, Letter>();
  for (const letter of letters) {
    const to = logicalRecipient(letter.recipient);
    const latestLetter = newest.get(to);
    if (latestLetter === undefined || isLater(letter, latestLetter)) newest.set(to, letter);
  }
  return [...newest.values()];
};

/** Returns the number of recipients with a letter of a round. */
const writtenIn = (round: number, letters: readonly Letter[]): number =>
  new Set(letters.filter((one) => roundOf(one) === round).map(({ recipient }) => logicalRecipient(recipient))).size;

/** Returns the number of recipients that a bulletin was frozen for. */
export const recipientsOf = ({ rounds }: Bulletin): number => rounds[0]?.recipients ?? 0;

/** Counts a bulletin's letters. Who has no row yet waits for it: rows are planned page by page. */
export const progressOf = (bulletin: Bulletin, letters: readonly Letter[]): BulletinProgress => {
  const count: Record<Outcome, number> = { sent: 0, skipped: 0, failed: 0, unknown: 0, waiting: 0 };
  const current = latestLetters(letters);
  for (const letter of current) count[outcomeOf(letter)] += 1;
  const recipients = recipientsOf(bulletin);
  return { recipients, ...count, waiting: count.waiting + Math.max(0, recipients - current.length) };
};

/** Returns whether a letter is still under way: planned, claimed by a sender, or with its report awaited. */
export const isLetterUnderWay = (letter: Letter): boolean =>
  outcomeOf(letter) === "waiting" || (letter.state === "unknown" && !needsSettlement(letter));

/** Returns letters that are still under way, first the one with the latest check, which is probably the last to end. */
export const lettersUnderWay = (letters: readonly Letter[]): readonly Letter[] => {
  const place = ({ attentionAt, plannedAt, id }: Letter) => `${attentionAt} ${plannedAt} ${id}`;
  return letters.filter(isLetterUnderWay).toSorted((one, other) => (place(one) < place(other) ? 1 : -1));
};

/** Returns whether every recipient of the last round has a letter of it: until then its failures are not complete. */
export const isLaidDown = ({ rounds }: Bulletin, letters: readonly Letter[]): boolean =>
  writtenIn(rounds.length, letters) === rounds.at(-1)?.recipients;

/** Returns whether it can no longer be cancelled: every recipient has a letter, and none waits to be sent. */
export const hasLeft = (bulletin: Bulletin, letters: readonly Letter[]): boolean =>
  isLaidDown(bulletin, letters) && !letters.some((letter) => outcomeOf(letter) === "waiting");

/**
 * Returns whether another letter replaces this one at the request of a person. If it is the latest of its recipient,
 * the other is only not listed yet. Both are written together, and a list may show the earlier one first.
 */
const isSentAgain = ({ settlement }: Letter): boolean => settlement?.outcome === "send-again";

/** Returns whether every letter has ended, or waits for a person. */
export const isAtRest = (bulletin: Bulletin, letters: readonly Letter[]): boolean =>
  isLaidDown(bulletin, letters) && !letters.some(isLetterUnderWay) && !latestLetters(letters).some(isSentAgain);

/** Returns letters whose delivery a person must find out, or that a person must order again. */
export const lettersToSettle = (letters: readonly Letter[]): readonly Letter[] =>
  latestLetters(letters).filter(needsSettlement);

const notReached: ReadonlySet<string> = new Set<SkipReason>(["suppressed", "no-address"]);

/**
 * Returns letters whose recipients a bulletin did not reach: refused, bounced, or without an address. Complaints are
 * never included, and neither are letters with unknown delivery, which wait for a person. Once these are sent again,
 * the replacing letter shows whether it reached its recipient.
 */
export const failedLetters = (letters: readonly Letter[]): readonly Letter[] =>
  latestLetters(letters).filter((letter) => {
    const { state, reason = "" } = letter;
    const isUnreached = state === "failed" || state === "bounced" || (state === "skipped" && notReached.has(reason));
    return isUnreached && !isSentAgain(letter);
  });

/**
 * Returns the mail service's results for a bulletin's letters, for the breaker. A transient bounce is a result, but no
 * lasting bounce.
 */
export const bouncesOf = (letters: readonly Letter[]): BounceCount => {
  const results = letters.filter(({ state }) => state === "delivered" || state === "bounced" || state === "complained");
  const lasting = results.filter(({ state, bounceIsTransient }) => state === "bounced" && bounceIsTransient !== true);
  return { results: results.length, bounced: lasting.length };
};

/** Returns whether a bulletin was sent, or was due, so recently that the nightly sweep still checks its letters. */
export const isCompared = ({ sendAt, rounds }: Bulletin, now: Instant): boolean => {
  const sent = latest(sendAt, ...rounds.map(({ at }) => at));
  return now <= dueAfter(dayOf(sent), inForce(bulletinCompared, dayOf(now)));
};

/**
 * Returns violations unless a bulletin's letters are exactly those of its frozen recipients (15). Once dispatched, each
 * recipient has a letter, no letter is of an unknown round, and the counts add up. Holds when no letter is under way.
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
