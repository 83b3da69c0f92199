import type { LetterQueue } from "../../../domain/letters/queues.ts";
import { permitReadEvery } from "../../../domain/policy/letters.ts";
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

/** The mail service's quota as last read, less the mails sent from here since. */
export interface QuotaCache {
  /**
   * Returns the mails a second that a queue may send now; 0 if the daily quota has none left for it. Until the service
   * has replied once, the rate of other senders applies; undefined if these have none either: read it again.
   */
  rate(queue: LetterQueue, others?: number): Promise<number | undefined>;
  /** Subtracts mails that are being sent; a negative number returns mails that were not sent after all. */
  spend(mails: number): void;
  /** Takes what is known for doubtful. */
  doubt(): void;
}

/** The minimum quota of any account: one mail a second. It applies until the service has replied once. */
const least: MailPermit = { perSecond: 1, perDay: Infinity, sentLastDay: 0 };

/**
 * The service accepts one such request a second, from all senders together: senders that start together take turns, and
 * a sender with a quota reads it only every few seconds.
 */
const permitTurn = { seconds: 1 };
const turns = 10;
const askedEvery = { seconds: 15 };
/** If little of the daily quota remains, other senders may have used it. */
const littleReadEvery = { seconds: 30 };

interface Reading {
  readonly permit: MailPermit;
  /** True if the service never returned it. */
  readonly isAssumed: boolean;
  /** Valid until this time, and not read again before it. */
  readonly goodUntil: Instant;
  readonly askedAgainFrom: Instant;
}

/** Returns the reading after a request that got a reply or none: without a reply the earlier reading remains valid. */
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
  /** The number of times that the service gave no first reply, and when it is requested again. */
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

  /**
   * Returns the last reading, or a new one if there is none or it is stale; does not wait for it if other senders have
   * one.
   */
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
