import type { MailPermit } from "../../domain/letters/send-rate.ts";
import type { MailAccount } from "../../lambdas/io/ports/mail.ts";
import type { Mail, MailAnswer, MailPermits, OutgoingMail, Suppression } from "../../lambdas/io/ports/mail.ts";
import type { MailEvent } from "../../schemas/model/messages.ts";
import type { Instant } from "../../schemas/base/values.ts";
import { accountOf, type Refusal, refusals, refusingMail } from "./mail-refusals.ts";
import type { Queue } from "./queues.ts";

/** What the mail service does with one mail. */
export type MailFate =
  | "accepts"
  /** Takes the mail, but the answer is lost on the way. */
  | "accepts-and-times-out"
  | "times-out"
  | "throttles"
  | "refuses";

export interface ReceivedMail extends OutgoingMail {
  readonly at: Instant;
  readonly messageId: string;
  /** No event ever told of it. */
  readonly unreported: boolean;
}

export interface FakeMail extends Mail, MailPermits {
  /** What it says of the account that it is called with. */
  readonly account: MailAccount;
  readonly inbox: ReceivedMail[];
  /** What happens to the next mails, one each, before `usually` holds again. */
  readonly next: MailFate[];
  /** What happens to every other mail; until it is told, sending is a defect of the test. */
  usually: MailFate | Refusal | undefined;
  /** So many of the next accepted mails are never reported. */
  unreported: number;
  /** What it says that it permits; it enforces nothing. */
  permit: MailPermit;
}

/** The event in which the mail service reports on a mail, as it comes through EventBridge. */
export const mailEvent = (
  eventType: string,
  mail: { readonly letter: string; readonly messageId: string },
  time: string,
  detail: object = {},
): MailEvent => ({
  source: "aws.ses",
  time,
  detail: { eventType, mail: { messageId: mail.messageId, tags: { letter: [mail.letter] } }, ...detail },
});

const answers: Readonly<Record<Exclude<MailFate, "accepts">, MailAnswer>> = {
  "accepts-and-times-out": { kind: "unknown", why: "TimeoutError" },
  "times-out": { kind: "unknown", why: "TimeoutError" },
  throttles: { kind: "postponed", reason: "throttled", why: "TooManyRequestsException" },
  refuses: { kind: "refused", why: "MessageRejected" },
};

const isRefusal = (fate: string | undefined): fate is Refusal => refusals.some((refusal) => refusal === fate);

/** A mail service with an inbox that reports on what it accepts. */
export const fakeMail = (receipts: Queue, now: () => Instant): FakeMail => {
  const mail: FakeMail = {
    inbox: [],
    next: [],
    usually: undefined,
    unreported: 0,
    permit: { perSecond: 1_000_000, perDay: Infinity, sentLastDay: 0 },
    read: async () => mail.permit,
    account: { read: () => accountOf(isRefusal(mail.usually) ? mail.usually : undefined) },
    send: async (outgoing) => {
      const fate = mail.next.shift() ?? mail.usually;
      if (fate === undefined) throw new Error(`Nobody expected a mail to ${outgoing.to}: ${outgoing.subject}`);
      if (isRefusal(fate)) return refusingMail(fate).send(outgoing);
      const messageId = `message-${mail.inbox.length + 1}`;
      if (fate === "accepts" || fate === "accepts-and-times-out") {
        const unreported = mail.unreported > 0;
        if (unreported) mail.unreported -= 1;
        mail.inbox.push({ ...outgoing, at: now(), messageId, unreported });
        if (!unreported)
          for (const event of ["Send", "Delivery"])
            receipts.put(mailEvent(event, { letter: outgoing.letter, messageId }, now()));
      }
      return fate === "accepts" ? { kind: "accepted", messageId } : answers[fate];
    },
  };
  return mail;
};

export interface FakeSuppression extends Suppression {
  /** Addresses that were released, in order. */
  readonly released: string[];
}

/** The mail service's own list of addresses, as far as it is asked to forget some. */
export const fakeSuppression = (): FakeSuppression => {
  const released: string[] = [];
  return { released, release: async (address) => void released.push(address) };
};
