import { later } from "../../domain/time.ts";
import { waitingLetters } from "../../domain/waiting-letters.ts";
import type { LetterState } from "../../schemas/letter.ts";
import type { Instant } from "../../schemas/values.ts";
import { log } from "../io/log.ts";
import type { MailAccount, MailAccountState, Metrics } from "../io/mail-ports.ts";
import { all } from "../io/pages.ts";
import type { Ledger } from "../io/ports.ts";

export interface WatchMailIo {
  readonly ledger: Pick<Ledger, "needingAttention">;
  readonly mailAccount: MailAccount;
  readonly metrics: Metrics;
}

/** Letters that wait to leave are in one of these states. */
const unsentStates: readonly LetterState[] = ["planned", "claimed", "unknown"];

/**
 * Whatever waits past its time is looked at again within this: a letter is put back for at most a quarter of an hour, and a
 * new one is looked at half an hour after it was written down. What is looked at later waits for its day, or for a person.
 */
const lookedAtWithin = { hours: 1 };

/**
 * Measures how long the oldest deadline letter has waited past its time. All unsent letters are read, because the index
 * has them in the order in which they are looked at again, which is not that of their age. Usually there are none.
 */
const measureWaiting = async ({ ledger, metrics }: WatchMailIo, now: Instant): Promise<void> => {
  const until = later(now, lookedAtWithin);
  const unsent = await Promise.all(
    unsentStates.map((state) => all((paging) => ledger.needingAttention(state, until, paging))),
  );
  const { count, oldest } = waitingLetters(unsent.flat(), now);
  metrics.record("oldestWaitingLetter", oldest?.seconds ?? 0);
  if (oldest !== undefined) log("LETTERS_WAITING", { letters: count, ...oldest });
};

/** What the service says of the account that keeps letters from leaving. */
const whyClosed = ({ isSendingEnabled, hasProductionAccess, isIdentityVerified }: MailAccountState) => [
  ...(isSendingEnabled ? [] : ["sending-paused"]),
  ...(hasProductionAccess ? [] : ["sandbox"]),
  ...(isIdentityVerified ? [] : ["not-verified"]),
];

/** Logs what keeps the account from sending. Throws where the service does not say, which is logged as a reason, too. */
const checkAccount = async ({ mailAccount }: WatchMailIo): Promise<void> => {
  try {
    const reasons = whyClosed(await mailAccount.read());
    if (reasons.length > 0) log("MAIL_ACCOUNT_CLOSED", { reasons });
  } catch (error) {
    log("MAIL_ACCOUNT_CLOSED", { reasons: ["no-answer"] });
    throw error;
  }
};

/**
 * Measures and checks what tells that no mail leaves, whether or not any letter is being tried. `part` runs each of the two
 * and reports its failure, so that neither keeps the other, or the rest of the round, from running.
 */
export const watchMail = async (
  io: WatchMailIo,
  now: Instant,
  part: (what: string, work: () => Promise<void>) => Promise<void>,
): Promise<void> => {
  await part("age of waiting letters", () => measureWaiting(io, now));
  await part("account at the mail service", () => checkAccount(io));
};
