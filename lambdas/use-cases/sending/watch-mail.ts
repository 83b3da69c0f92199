import { later } from "../../../domain/base/time.ts";
import { isHeld } from "../../../domain/letters/restoration.ts";
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
 * Whatever waits past its time is looked at again within this: a letter is put back for at most a quarter of an hour, and a
 * new one is looked at half an hour after it was written down. What is looked at later waits for its day, or for a person.
 */
const lookedAtWithin = { hours: 1 };

/**
 * Measures how long the oldest deadline letter has waited past its time. All unsent letters are read, because the index
 * has them in the order in which they are looked at again, which is not that of their age. Usually there are none.
 */
export const measureWaiting = async (
  { ledger, metrics }: Pick<WatchMailIo, "ledger" | "metrics">,
  now: Instant,
): Promise<void> => {
  const until = later(now, lookedAtWithin);
  const [restoration, ...unsent] = await Promise.all([
    ledger.restoration(),
    ...unsentStates.map((state) => all((paging) => ledger.needingAttention(state, until, paging))),
  ]);
  // What is held has an alarm of its own.
  const free = unsent.flat().filter((letter) => !isHeld(letter, restoration));
  const { count, oldest } = waitingLetters(free, now);
  metrics.record("oldestWaitingLetter", oldest?.seconds ?? 0);
  if (oldest !== undefined) log("LETTERS_WAITING", { letters: count, ...oldest });
};

/** What the service says of the account that keeps letters from leaving. */
const whyClosed = ({ isSendingEnabled, hasProductionAccess, isIdentityVerified }: MailAccountState) => [
  ...(isSendingEnabled ? [] : ["sending-paused"]),
  ...(hasProductionAccess ? [] : ["sandbox"]),
  ...(isIdentityVerified ? [] : ["not-verified"]),
];

/**
 * The pauses before the service is asked again, in seconds. It answers once a second, to all who ask together, and the
 * senders ask at the same full hours.
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

/** Whether there is a user whom a letter could go to: a new stage has none, and its domain is not verified yet. */
const hasUsers = async ({ store }: WatchMailIo): Promise<boolean> =>
  (await store.list("user", { limit: 1 })).items.length > 0;

/**
 * Logs what keeps the account from sending, one line for each reason, so that an alarm can leave out one that is meant. That
 * the service does not say is a reason, too, but not where it was asked too often: that says nothing of the account. It
 * never throws: a round in which only this failed need not be made again, and what it logged raises the alarm.
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
