import { randomUUID } from "node:crypto";
import type { Fields } from "../base/json.ts";
import type { Fate, Mail } from "./accepted-mail.ts";
import { account, arn } from "../template/arns.ts";

export interface MailEvent {
  /** As a configuration set names it: send, delivery, bounce, complaint, deliveryDelay. */
  readonly kind: string;
  /** The `detail-type` on the event bus. */
  readonly type: string;
  readonly detail: Fields;
}

/** A mail as events describe it: they say nothing of its attachments. */
export type MailForEvents = Omit<Mail, "attachments">;

const senderDomain = (from: string): string => from.replace(/^.*@|>\s*$/gu, "");

/** Tags as events carry them: lists, with those that the service adds itself. */
const tagsOf = ({ tags, configurationSet, from }: MailForEvents): Fields => ({
  "ses:source-tls-version": ["TLSv1.3"],
  "ses:operation": ["SendEmail"],
  ...(configurationSet === undefined ? {} : { "ses:configuration-set": [configurationSet] }),
  "ses:source-ip": ["127.0.0.1"],
  "ses:from-domain": [senderDomain(from)],
  "ses:caller-identity": ["local"],
  ...Object.fromEntries(Object.entries(tags).map(([name, value]) => [name, [value]])),
});

/** Returns the data of a mail that each of its events contains. */
const mailInEvents = (mail: MailForEvents): Fields => {
  const { id, at, from, to, subject, headers, replyTo } = mail;
  return {
    timestamp: at,
    source: from,
    sourceArn: arn("ses", `identity/${senderDomain(from)}`),
    sendingAccountId: account,
    messageId: id,
    destination: to,
    headersTruncated: false,
    headers: [
      { name: "From", value: from },
      { name: "To", value: to.join(", ") },
      { name: "Subject", value: subject },
      ...Object.entries(headers).map(([name, value]) => ({ name, value })),
    ],
    commonHeaders: { from: [from], replyTo, to, messageId: id, subject },
    tags: tagsOf(mail),
  };
};

type EventOf = (mail: MailForEvents) => MailEvent;

const eventOf =
  (kind: string, type: string, eventType: string, about: (mail: MailForEvents) => Fields): EventOf =>
  (mail) => ({ kind, type, detail: { eventType, mail: mailInEvents(mail), [kind]: about(mail) } });

const send = eventOf("send", "Email Sent", "Send", () => ({}));

const delivery = eventOf("delivery", "Email Delivered", "Delivery", ({ at, to }) => ({
  timestamp: at,
  processingTimeMillis: 500,
  recipients: to,
  smtpResponse: "250 2.6.0 Message received",
  reportingMTA: "local.amazonses.com",
}));

const bounce = (subType: string, diagnosticCode: string, [type, status] = ["Permanent", "5.1.1"]): EventOf =>
  eventOf("bounce", "Email Bounced", "Bounce", ({ at, to }) => ({
    feedbackId: randomUUID(),
    bounceType: type,
    bounceSubType: subType,
    bouncedRecipients: to.map((emailAddress) => ({ emailAddress, action: "failed", status, diagnosticCode })),
    timestamp: at,
    reportingMTA: "dns; local.amazonses.com",
  }));

const complaint = eventOf("complaint", "Email Complaint Received", "Complaint", ({ at, to }) => ({
  feedbackId: randomUUID(),
  complaintSubType: null,
  complainedRecipients: to.map((emailAddress) => ({ emailAddress })),
  timestamp: at,
  complaintFeedbackType: "abuse",
}));

const delay = eventOf("deliveryDelay", "Email Delivery Delayed", "DeliveryDelay", ({ at, to }) => ({
  timestamp: at,
  delayType: "MailboxFull",
  expirationTime: at,
  delayedRecipients: to.map((emailAddress) => ({ emailAddress, status: "4.2.2", diagnosticCode: "mailbox full" })),
}));

const eventsOfFate: Readonly<Record<Fate, readonly EventOf[]>> = {
  delivered: [send, delivery],
  bounced: [send, bounce("General", "smtp; 550 5.1.1 user unknown")],
  transient: [send, bounce("General", "smtp; 450 4.4.7 message expired", ["Transient", "4.4.7"])],
  replied: [send, delivery, bounce("General", "smtp; 250 absence notice", ["Transient", "4.0.0"])],
  complained: [send, delivery, complaint],
  suppressed: [send, bounce("OnAccountSuppressionList", "the address is on the suppression list for your account")],
  delayed: [send, delay],
  silent: [],
  doubled: [send, delivery, send, delivery],
};

/**
 * Returns the events of a mail in the order in which the service sends them, in the form of the event bus:
 * https://docs.aws.amazon.com/ses/latest/dg/event-publishing-retrieving-sns-contents.html
 */
export const mailEvents = (mail: MailForEvents): readonly MailEvent[] =>
  eventsOfFate[mail.fate].map((event) => event(mail));
