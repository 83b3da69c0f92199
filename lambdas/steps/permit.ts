import type { LetterQueue } from "../../domain/letter-queues.ts";
import { permitReadEvery } from "../../domain/policy.ts";
import { leftToday, type MailPermit } from "../../domain/slots.ts";
import { later } from "../../domain/time.ts";
import type { Instant } from "../../schemas/values.ts";
import { describeError, log } from "../io/log.ts";
import type { Clock, MailPermits } from "../io/ports.ts";

export interface PermitIo {
  readonly permits: MailPermits;
  readonly clock: Clock;
}

/** What the mail service permits, as it said lately, less what was sent from here since. */
export interface KnownPermit {
  /** Mails a second that a queue may send now; 0 where the day's quota has no more for it. */
  rate(queue: LetterQueue): Promise<number>;
  /** So many mails are being handed over; fewer than none, where they were not after all. */
  spend(mails: number): void;
  /** Takes what is known for doubtful. */
  doubt(): void;
}

/** What any account may send: one mail a second. It counts where the service never said anything. */
const least: MailPermit = { perSecond: 1, perDay: Infinity, sentLastDay: 0 };

/** The service answers one such question a second, to all senders together: no sender asks more often than this. */
const askedEvery = { seconds: 15 };
/** Where little of a day's quota is left, others may have used it. */
const littleReadEvery = { seconds: 30 };

interface Reading {
  readonly permit: MailPermit;
  /** Good until then, and not asked for again before. */
  readonly goodUntil: Instant;
  readonly askedAgainFrom: Instant;
}

/** Reads the permit when it is needed and keeps it for some minutes. A reading that fails leaves the one before. */
export const knownPermit = ({ permits, clock }: PermitIo): KnownPermit => {
  let known: Reading | undefined;
  let sent = 0;
  let doubted = false;
  let reading: Promise<Reading> | undefined;

  const read = async (): Promise<Reading> => {
    const sentBefore = sent;
    const before = known?.permit ?? least;
    const permit = await permits.read().catch((error: unknown) => {
      log("MAIL_PERMIT_UNREAD", describeError(error));
      return undefined;
    });
    const now = clock.now();
    if (permit !== undefined) sent -= sentBefore;
    const { perDay, sentLastDay } = permit ?? before;
    const isLittle = perDay - sentLastDay < perDay / 5;
    const goodFor = permit === undefined || isLittle ? littleReadEvery : permitReadEvery;
    known = { permit: permit ?? before, goodUntil: later(now, goodFor), askedAgainFrom: later(now, askedEvery) };
    doubted = false;
    return known;
  };
  const once = async (): Promise<Reading> => {
    reading ??= read().finally(() => {
      reading = undefined;
    });
    return reading;
  };
  const left = ({ permit }: Reading, queue: LetterQueue): number =>
    permit.perSecond > 0 ? leftToday(permit, sent, queue) : 0;

  return {
    rate: async (queue) => {
      const now = clock.now();
      const suspect = (one: Reading) => one.askedAgainFrom <= now && (doubted || left(one, queue) === 0);
      const current = known === undefined || known.goodUntil <= now || suspect(known) ? await once() : known;
      return left(current, queue) > 0 ? current.permit.perSecond : 0;
    },
    spend: (mails) => {
      sent += mails;
    },
    doubt: () => {
      doubted = true;
    },
  };
};
