import type { MailPermit } from "../../../../domain/letters/send-rate.ts";
import type { Mail, MailAnswer, MailPermits, OutgoingMail } from "../../../../lambdas/io/ports/mail.ts";
import type { Time } from "./time.ts";

/** A fault of one call of the mail service. */
export type CallFault =
  | "throttled"
  | "refused"
  /** Nothing was taken, and no answer came. */
  | "lost-call"
  /** The mail was taken, and no answer came in time. */
  | "timeout-after-acceptance"
  /** The mail was taken, and the connection broke under the answer. */
  | "lost-reply";

/** A mail that was taken. All moments are milliseconds since 1970. */
export interface TakenMail extends OutgoingMail {
  readonly messageId: string;
  readonly at: number;
  /** The sender got the answer that it was taken, as far as the service knows. */
  readonly answered: boolean;
}

export interface ServiceParts {
  readonly time: Time;
  readonly permit: MailPermit;
  /** The time that a call takes to the service, and that it takes until the answer is back. */
  readonly there: () => number;
  readonly back: () => number;
  readonly fault: (mail: OutgoingMail) => CallFault | undefined;
  /** Hears of every mail that was taken. */
  readonly taken: (mail: TakenMail) => void;
}

export interface MailService extends Mail, MailPermits {
  readonly mails: readonly TakenMail[];
  /** Calls that were refused because they were above the rate. */
  readonly aboveRate: () => number;
}

/** The time for which a sender waits for an answer, in milliseconds. */
const timeout = 10_000;
const second = 1000;

/**
 * Returns a mail service that takes no more mails in any second than it permits, and refuses all others. It states its
 * permit at most once a second.
 */
export const openMailService = ({ time, permit, there, back, fault, taken }: ServiceParts): MailService => {
  const mails: TakenMail[] = [];
  let recent: number[] = [];
  let above = 0;
  let lastAsked = -Infinity;
  const isAbove = (): boolean => {
    const now = time.now();
    recent = recent.filter((moment) => moment > now - second);
    if (recent.length + 1 > permit.perSecond) return true;
    recent.push(now);
    return false;
  };
  const answer = async (fate: CallFault | undefined, mail: OutgoingMail): Promise<MailAnswer> => {
    if (fate === "throttled") return { kind: "postponed", reason: "throttled", why: "TooManyRequestsException" };
    if (isAbove()) {
      above += 1;
      return { kind: "postponed", reason: "throttled", why: "TooManyRequestsException" };
    }
    if (fate === "refused") return { kind: "refused", why: "MessageRejected" };
    if (fate === "lost-call") {
      await time.pass(timeout);
      return { kind: "unknown", why: "TimeoutError" };
    }
    const messageId = `message-${mails.length + 1}`;
    const one = { ...mail, messageId, at: time.now(), answered: fate === undefined };
    mails.push(one);
    taken(one);
    if (fate === "timeout-after-acceptance") await time.pass(timeout);
    return fate === undefined
      ? { kind: "accepted", messageId }
      : { kind: "unknown", why: fate === "lost-reply" ? "ECONNRESET" : "TimeoutError" };
  };
  return {
    mails,
    aboveRate: () => above,
    read: async () => {
      await time.pass(there());
      const isTooSoon = time.now() < lastAsked + second;
      if (!isTooSoon) lastAsked = time.now();
      await time.pass(back());
      if (isTooSoon) throw new Error("TooManyRequestsException");
      return permit;
    },
    send: async (mail) => {
      await time.pass(there());
      const answered = await answer(fault(mail), mail);
      await time.pass(back());
      return answered;
    },
  };
};
