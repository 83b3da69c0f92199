import { later } from "../../../domain/base/time.ts";
import { isPaused } from "../../../domain/letters/restoration.ts";
import { waitingLetters } from "../../../domain/letters/waiting-letters.ts";
import type { LetterState } from "../../../schemas/model/letter.ts";
import type { Instant } from "../../../schemas/base/values.ts";
import { describeError, log } from "../../io/log.ts";
import type { MailAccount, MailAccountState } from "../../io/ports/mail.ts";
import type { Metrics } from "../../io/ports/metrics.ts";
import { all } from "../../io/pages.ts";
import type { Clock, Sleeper } from "../../io/ports/time.ts";
import type { Ledger } from "../../io/ports/outbox.ts";
import type { Store } from "../../io/ports/store.ts";

export interface WatchMailIo {
  readonly ledger: Pick<Ledger, "needingAttention" | "restoration">;
  readonly store: Pick<Store, "list">;
  readonly mailAccount: MailAccount;
  readonly metrics: Metrics;
  readonly clock: Clock;
  readonly sleeper: Sleeper;
}

/** Letters that wait to leave are in one of these states. */
export const unsentStates: readonly LetterState[] = ["planned", "claimed", "unknown"];

/**
 * Each overdue letter is checked again within this time: a letter is postponed for at most a quarter of an hour, and a
 * new one is checked half an hour after it was written. A letter with a later check waits for its day, or for a person.
 */
const lookedAtWithin = { hours: 1 };

/**
 * Measures how long the oldest deadline letter has waited past its time. It reads all unsent letters, because the index
 * has them in the order of their next check, which is not that of their age. Usually there are none. Returns the states
 * with letters that need attention within the hour: the others have none now.
 */
export const measureWaiting = async (
  { ledger, metrics }: Pick<WatchMailIo, "ledger" | "metrics">,
  now: Instant,
): Promise<readonly LetterState[]> => {
  const until = later(now, lookedAtWithin);
  const [restoration, ...unsent] = await Promise.all([
    ledger.restoration(),
    ...unsentStates.map((state) => all((paging) => ledger.needingAttention(state, until, paging))),
  ]);
  // Paused letters have their own alarm.
  const free = unsent.flat().filter((letter) => !isPaused(letter, restoration));
  const { count, oldest } = waitingLetters(free, now);
  metrics.record("oldestWaitingLetter", oldest?.seconds ?? 0);
  if (oldest !== undefined) log("LETTERS_WAITING", { letters: count, ...oldest });
  return unsentStates.filter((_, place) => (unsent[place] ?? []).length > 0);
};

/** Returns the reasons in the account status that prevent sending. */
const whyClosed = ({ isSendingEnabled, hasProductionAccess, isIdentityVerified }: MailAccountState) => [
  ...(isSendingEnabled ? [] : ["sending-paused"]),
  ...(hasProductionAccess ? [] : ["sandbox"]),
  ...(isIdentityVerified ? [] : ["not-verified"]),
];

/**
 * The pauses before the service is read again, in seconds. It replies once a second, to all callers together, and the
 * senders also read it at full hours.
 */
const pauses = [1, 2, 4];

const readAccount = async ({ mailAccount, clock, sleeper }: WatchMailIo): Promise<MailAccountState | "throttled"> => {
  for (const seconds of pauses) {
    const answer = await mailAccount.read();
    if (answer !== "throttled") return answer;
    await sleeper.until(later(clock.now(), { seconds }));
  }
  return mailAccount.read();
};

/** Returns true if a letter could have a recipient: a new stage has no user, and its domain is not verified yet. */
const hasUsers = async ({ store }: WatchMailIo): Promise<boolean> =>
  (await store.list("user", { limit: 1 })).items.length > 0;

/**
 * Logs the reasons that prevent the account from sending, one entry for each, so that an alarm can exclude an intended
 * one. A missing status is also a reason, but throttling is not: it reveals nothing about the account. It never throws:
 * a sweep in which only this failed need not be repeated, and the log entry raises the alarm.
 */
export const checkAccount = async (io: WatchMailIo): Promise<void> => {
  try {
    const answer = await readAccount(io);
    if (answer === "throttled") return log("MAIL_ACCOUNT_UNREAD", {});
    const reasons = whyClosed(answer);
    if (reasons.length === 0 || !(await hasUsers(io))) return;
    for (const reason of reasons) log("MAIL_ACCOUNT_CLOSED", { reasons: [reason] });
  } catch (error) {
    log("MAIL_ACCOUNT_CLOSED", { reasons: ["no-answer"], error: describeError(error).error });
  }
};
