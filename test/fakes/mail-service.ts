import type { MailPermit } from "../../domain/letters/send-rate.ts";
import type { MailAccount } from "../../lambdas/io/ports/mail.ts";
import type { Mail, MailAnswer, MailPermits, OutgoingMail, Suppression } from "../../lambdas/io/ports/mail.ts";
import type { MailEvent } from "../../schemas/model/messages.ts";
import type { Instant } from "../../schemas/base/values.ts";
import { accountOf, type Refusal, refusals, refusingMail } from "./mail-refusals.ts";
import type { Queue } from "./queues.ts";

/** The outcome of one mail at the mail service. */
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
  /** No event reports the mail. */
  readonly unreported: boolean;
}

export interface FakeMail extends Mail, MailPermits {
  /** The account state that the service reports. */
  readonly account: MailAccount;
  readonly inbox: ReceivedMail[];
  /** The outcomes of the next mails, one each, before `usually` applies again. */
  readonly next: MailFate[];
  /** The outcome of every other mail. While it is undefined, sending is a defect of the test. */
  usually: MailFate | Refusal | undefined;
  /** The number of next accepted mails that are never reported. */
  unreported: number;
  /** The limits that the service states; it enforces none. */
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

/** Returns a mail service with an inbox that reports on what it accepts. */
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
      if (fate === undefined) throw new Error(`No mail was expected to ${outgoing.to}: ${outgoing.subject}`);
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
  readonly unsuppressed: string[];
}

/** Returns the mail service's own suppression list, with the calls that remove addresses from it. */
export const fakeSuppression = (): FakeSuppression => {
  const unsuppressed: string[] = [];
  return { unsuppressed, unsuppress: async (address) => void unsuppressed.push(address) };
};
