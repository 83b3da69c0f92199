import type { LetterQueue } from "../../../domain/letters/queues.ts";
import { permitReadEvery } from "../../../domain/base/policy.ts";
import { leftToday, type MailPermit } from "../../../domain/letters/send-rate.ts";
import { later } from "../../../domain/base/time.ts";
import type { Instant } from "../../../schemas/base/values.ts";
import { describeError, log } from "../../io/log.ts";
import type { Clock } from "../../io/ports/time.ts";
import type { MailPermits } from "../../io/ports/mail.ts";

export interface QuotaIo {
  readonly permits: MailPermits;
  readonly clock: Clock;
}

/** What the mail service permits, as it said lately, less what was sent from here since. */
export interface QuotaCache {
  /**
   * Mails a second that a queue may send now; 0 where the day's quota has no more for it. Until the service has
   * answered once, the rate that other senders keep to counts; undefined where they keep to none either: to be asked again.
   */
  rate(queue: LetterQueue, others?: number): Promise<number | undefined>;
  /** So many mails are being handed over; fewer than none, where they were not after all. */
  spend(mails: number): void;
  /** Takes what is known for doubtful. */
  doubt(): void;
}

/** What any account may send: one mail a second. It counts where the service never said anything. */
const least: MailPermit = { perSecond: 1, perDay: Infinity, sentLastDay: 0 };

/**
 * The service answers one such question a second, to all senders together: senders that start together ask in turns,
 * and none that knows asks more often than every so many seconds.
 */
const permitTurn = { seconds: 1 };
const turns = 10;
const askedEvery = { seconds: 15 };
/** Where little of a day's quota is left, others may have used it. */
const littleReadEvery = { seconds: 30 };

interface Reading {
  readonly permit: MailPermit;
  /** The service never said so. */
  readonly isAssumed: boolean;
  /** Good until then, and not asked for again before. */
  readonly goodUntil: Instant;
  readonly askedAgainFrom: Instant;
}

/** What is known after the service was asked, and gave an answer or none: without one the reading before counts on. */
const readingAfter = (before: Reading | undefined, answer: MailPermit | undefined, now: Instant): Reading => {
  const permit = answer ?? before?.permit ?? least;
  const isLittle = permit.perDay - permit.sentLastDay < permit.perDay / 5;
  const goodFor = answer === undefined || isLittle ? littleReadEvery : permitReadEvery;
  return {
    permit,
    isAssumed: answer === undefined && (before?.isAssumed ?? true),
    goodUntil: later(now, goodFor),
    askedAgainFrom: later(now, askedEvery),
  };
};

/** Reads the permit when it is needed and keeps it for some minutes. A reading that fails leaves the one before. */
export const newQuotaCache = ({ permits, clock }: QuotaIo): QuotaCache => {
  let last: Reading | undefined;
  let sent = 0;
  let isDoubtful = false;
  let reading: Promise<Reading | undefined> | undefined;
  /** How often the service gave no first answer, and when it is asked for one again. */
  let unanswered = 0;
  let nextTurn: Instant | undefined;

  const read = async (): Promise<Reading | undefined> => {
    const sentBefore = sent;
    let failure: unknown;
    const answer = await permits.read().catch((error: unknown) => {
      failure = error;
      return undefined;
    });
    const now = clock.now();
    if (answer === undefined && last === undefined && ++unanswered < turns) {
      nextTurn = later(now, permitTurn);
      return undefined;
    }
    if (answer === undefined) log("MAIL_PERMIT_UNREAD", describeError(failure));
    else sent -= sentBefore;
    last = readingAfter(last, answer, now);
    isDoubtful = false;
    return last;
  };
  const readOnce = (): Promise<Reading | undefined> => {
    reading ??= read().finally(() => {
      reading = undefined;
    });
    return reading;
  };
  const left = ({ permit }: Reading, queue: LetterQueue): number =>
    permit.perSecond > 0 ? leftToday(permit, sent, queue) : 0;

  /** The last reading; a new one where there is none or it is no longer good; not waited for where others know. */
  const current = async (queue: LetterQueue, othersKnow: boolean): Promise<Reading | undefined> => {
    const now = clock.now();
    if (last === undefined) {
      const first = nextTurn === undefined || nextTurn <= now ? readOnce() : undefined;
      return othersKnow ? undefined : first;
    }
    const isSuspect = last.askedAgainFrom <= now && (isDoubtful || left(last, queue) === 0);
    return last.goodUntil <= now || isSuspect ? readOnce() : last;
  };

  return {
    rate: async (queue, others) => {
      const found = await current(queue, others !== undefined);
      if (found === undefined || (found.isAssumed && others !== undefined)) return others;
      return left(found, queue) > 0 ? found.permit.perSecond : 0;
    },
    spend: (mails) => {
      sent += mails;
    },
    doubt: () => {
      isDoubtful = true;
    },
  };
};
