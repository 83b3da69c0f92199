import type { GuaranteeViolation } from "../../domain/base/guarantee.ts";
import { type Outcome, outcomeOf } from "../../domain/letters/lifecycle.ts";
import { stateOfReviewsLetters } from "../../domain/letters/release-letters.ts";
import { dueReminders } from "../../domain/letters/reminder-letters.ts";
import { lateStartLetters, openingTimer, startCorrectedLetters } from "../../domain/letters/start-letters.ts";
import { targetLettersOf, targetTimer } from "../../domain/letters/target-letters.ts";
import type { LetterId } from "../../schemas/base/ids.ts";
import type { Instant } from "../../schemas/base/values.ts";
import type { Group } from "../../schemas/model/group.ts";
import type { Letter } from "../../schemas/model/letter.ts";
import type { Review } from "../../schemas/model/review.ts";

/** The records with which reminding is compared: the rows of the ledger and the armed timers. */
interface ReminderRecords {
  /** Reviews of groups that letters name by now. */
  readonly reviews: readonly Review[];
  readonly groups: readonly Group[];
  readonly letters: ReadonlySet<string>;
  readonly armed: ReadonlySet<string>;
}

/**
 * Returns open obligations whose due reminder is not in the ledger (7) or whose next is not armed, and unneeded timers
 * (4).
 */
export const reminderViolations = (
  { reviews, groups, letters, armed }: ReminderRecords,
  now: Instant,
): readonly GuaranteeViolation[] => {
  const reminders = dueReminders(reviews, now);
  const openings = groups.flatMap((group) => openingTimer(group, now)?.name ?? []);
  const targets = reviews.flatMap((review) => targetTimer(review, now)?.name ?? []);
  const wanted = new Set([...openings, ...targets, ...reminders.flatMap(({ timer }) => timer?.name ?? [])]);
  const aboutStarts = groups.flatMap((group) => {
    const own = reviews.filter((review) => review.group === group.id);
    return [
      ...lateStartLetters(group, own, now),
      ...startCorrectedLetters(group, own, now),
      ...stateOfReviewsLetters(group, own, now),
    ];
  });
  return [
    ...[...aboutStarts, ...reminders.flatMap(({ letters: due }) => due), ...targetLettersOf(reviews, now)]
      .filter(({ id }) => !letters.has(id))
      .map(({ id, party, rule }) => ({ guarantee: 7, about: `${party}`, why: `no letter ${id}: ${rule}` })),
    ...[...wanted].filter((name) => !armed.has(name)).map((about) => ({ guarantee: 4, about, why: "is not armed" })),
    ...[...armed]
      .filter((name) => !wanted.has(name))
      .map((about) => ({ guarantee: 4, about, why: "armed for nothing" })),
  ];
};

/**
 * Returns the letters that no job processes any more (7): their instant has passed and they do not say why they ended.
 */
export const silentLetterViolations = (letters: readonly Letter[], now: Instant): readonly GuaranteeViolation[] =>
  letters
    .filter((letter) => (outcomeOf(letter) === "waiting" || letter.state === "unknown") && letter.attentionAt <= now)
    .map(({ id, state }) => ({ guarantee: 7, about: `letter ${id}`, why: `is left ${state}` }));

/**
 * Returns the copies that were held for a digest which does not contain them (7): none is in the ledger, it is another
 * party's, it had closed before, or it ended empty.
 */
export const digestViolations = (letters: readonly Letter[]): readonly GuaranteeViolation[] => {
  const byId = new Map(letters.map((letter) => [letter.id, letter]));
  return letters
    .filter(({ state, reason }) => state === "skipped" && reason === "digest")
    .flatMap(({ id, party, changedAt, digest: named }) => {
      const digest = named === undefined ? undefined : byId.get(named);
      const states =
        digest?.content.kind === "digest" &&
        digest.content.party === party &&
        digest.plannedFor > changedAt &&
        digest.reason !== "done";
      return states ? [] : [{ guarantee: 7, about: `letter ${id}`, why: "no digest contains it" }];
    });
};

/**
 * Returns the letters of which more mails arrived than the ledger explains (6): one that was accepted, or whose
 * delivery stayed unknown, and one more where it was repeated because of that.
 */
export const mailViolations = (
  letters: readonly Letter[],
  arrived: ReadonlyMap<LetterId, number>,
): readonly GuaranteeViolation[] => {
  const byId = new Map(letters.map((letter) => [letter.id, letter]));
  return [...arrived].flatMap(([id, mails]): readonly GuaranteeViolation[] => {
    const letter = byId.get(id);
    const about = `letter ${id}`;
    if (letter === undefined) return [{ guarantee: 6, about, why: "is not in the ledger" }];
    const outcome: Outcome = outcomeOf(letter);
    const mayHaveLeft = outcome === "sent" || outcome === "unknown" || letter.settlement !== undefined;
    const first = mayHaveLeft || letter.messageId !== undefined ? 1 : 0;
    const answeredFor = first + (letter.resentAfterUnknown === true ? 1 : 0);
    return mails <= answeredFor ? [] : [{ guarantee: 6, about, why: `${letter.state}, but ${mails} mails arrived` }];
  });
};
