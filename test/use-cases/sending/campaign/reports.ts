import type { MailEvent } from "../../../../schemas/model/messages.ts";
import { instantOf } from "../../../../domain/base/time.ts";
import type { LetterState } from "../../../../schemas/model/letter.ts";
import { mailEvent } from "../../../fakes/mail-service.ts";
import type { Chance } from "./chance.ts";
import type { TakenMail } from "./service.ts";

/** The fate of a mail that was taken. */
export type Fate = "bounces" | "bounces-for-now" | "out-of-office" | "complaint" | "delay" | "reject" | "unreported";
const usual = "arrives";

const kinds = ["Send", "DeliveryDelay", "Reject", "TransientBounce", "Delivery", "Bounce", "Complaint"] as const;
type Kind = (typeof kinds)[number];

/** The kinds of reports of the mail service for each fate, in order. */
const reportKinds: Readonly<Record<Fate | typeof usual, readonly Kind[]>> = {
  arrives: ["Send", "Delivery"],
  bounces: ["Send", "Bounce"],
  "bounces-for-now": ["Send", "TransientBounce"],
  "out-of-office": ["Send", "Delivery", "TransientBounce"],
  complaint: ["Send", "Delivery", "Complaint"],
  delay: ["Send", "DeliveryDelay", "Delivery"],
  reject: ["Send", "Reject"],
  unreported: [],
};
const details: Readonly<Partial<Record<Kind, object>>> = {
  Bounce: { bounce: { bounceType: "Permanent" } },
  TransientBounce: { bounce: { bounceType: "Transient" } },
  DeliveryDelay: { deliveryDelay: { delayType: "MailboxFull" } },
  Reject: { reject: { reason: "Bad content" } },
};
/** The states that reports lead to, from the weakest to the strongest. */
const means: Readonly<Record<Kind, LetterState>> = {
  Send: "accepted",
  DeliveryDelay: "accepted",
  Reject: "failed",
  TransientBounce: "bounced",
  Delivery: "delivered",
  Bounce: "bounced",
  Complaint: "complained",
};

/** A report on its way. */
export interface Report {
  readonly kind: Kind;
  readonly mail: TakenMail;
  readonly event: MailEvent;
  /** Seconds after the mail was taken. */
  readonly after: number;
}

/** Returns the state that a letter ends in after reports, whatever their order, or undefined after none. */
export const stateAfter = (reports: readonly Report[]): LetterState | undefined => {
  const strongest = kinds.findLast((kind) => reports.some((report) => report.kind === kind));
  return strongest === undefined ? undefined : means[strongest];
};

export interface ReportChances {
  /** The share of each fate. */
  readonly fates: readonly (readonly [share: number, fate: Fate])[];
  /** The share of reports that come minutes late, and of those that come twice. */
  readonly late: () => boolean;
  readonly twice: () => boolean;
}

/** Returns the reports on a mail as they arrive: out of order, some late, some twice, for some mails none. */
export const reportsOn = (
  mail: TakenMail,
  chance: Chance,
  { fates, late, twice }: ReportChances,
): { readonly fate: Fate | typeof usual; readonly reports: readonly Report[] } => {
  const fate = chance.oneOf(fates) ?? usual;
  const reports = reportKinds[fate].flatMap((kind, place) => {
    const event = mailEvent(
      kind === "TransientBounce" ? "Bounce" : kind,
      mail,
      instantOf(Math.floor(mail.at) + place * 1000),
      details[kind],
    );
    event.detail.mail.destination = [mail.to];
    const copies = twice() ? 2 : 1;
    return Array.from({ length: copies }, () => ({
      kind,
      mail,
      event,
      after: late() ? chance.between(60, 2400) : chance.between(0, 5),
    }));
  });
  return { fate, reports };
};
