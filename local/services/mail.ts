import { randomUUID } from "node:crypto";
import type { Activity } from "../base/activity.ts";
import type { StackClock } from "../base/clock.ts";
import type { StateDb } from "../base/state-db.ts";
import { arn } from "../template/arns.ts";
import type { MailPlan } from "../template/resource-plans.ts";
import type { Fate, Mail } from "./accepted-mail.ts";
import type { EventBus } from "./event-bus.ts";
import type { MailEffect } from "./fault-kinds.ts";
import type { Faults } from "./faults.ts";
import { bareAddress } from "./mail-addresses.ts";
import { type MailForEvents, mailEvents } from "./mail-events.ts";
import { type Mailbox, type MailToSend, openMailbox } from "./mailbox.ts";
import { openSuppressionList, type SuppressionList } from "./suppression-list.ts";

/** The mail service, and the mailbox of all its recipients. */
export interface MailService extends Mailbox, SuppressionList {
  /** Gives the mail's id. */
  readonly accept: (mail: MailToSend) => string;
  /** Says again what became of a mail that was accepted earlier. */
  readonly reportAgain: (id: string) => void;
}

export interface MailParts {
  readonly stateDb: StateDb;
  readonly clock: StackClock;
  readonly activity: Activity;
  readonly bus: EventBus;
  readonly faults: Faults;
  readonly plan: MailPlan;
}

const simulated: Readonly<Record<string, Fate>> = {
  "bounce@simulator.amazonses.com": "bounced",
  "ooto@simulator.amazonses.com": "replied",
  "complaint@simulator.amazonses.com": "complained",
  "suppressionlist@simulator.amazonses.com": "suppressed",
};

const fateByEffect: Readonly<Record<MailEffect, Fate>> = {
  bounce: "bounced",
  transientBounce: "transient",
  outOfOffice: "replied",
  complaint: "complained",
  delay: "delayed",
  silent: "silent",
  doubled: "doubled",
};

/** Reasons for which SES suppresses the address of a mail, by its outcome. */
const suppressionReasons: Readonly<Partial<Record<Fate, string>>> = { bounced: "BOUNCE", complained: "COMPLAINT" };

type ConfigurationSet = MailPlan["configurationSets"][number];

/** Returns the outcome of a mail: by the active faults, by the suppression list, or by its simulated recipient. */
const fateOf = (
  recipients: readonly string[],
  { suppresses }: ConfigurationSet,
  faults: Faults,
  list: SuppressionList,
): Fate => {
  for (const address of recipients) {
    const effect = faults.onMail(address);
    if (effect !== undefined) return fateByEffect[effect];
    if (suppresses.length > 0 && list.suppression(address) !== undefined) return "suppressed";
  }
  return simulated[recipients[0] ?? ""] ?? "delivered";
};

/** Hands what became of a mail to the bus, as far as its configuration set wants to know. */
const report = (mail: MailForEvents, { name, events }: ConfigurationSet, bus: EventBus): void => {
  const resources = [arn("ses", `configuration-set/${name}`)];
  for (const { kind, type, detail } of mailEvents(mail)) {
    const isWanted = events.some((each) => each.toLowerCase() === kind.toLowerCase());
    if (isWanted) bus.emit({ source: "aws.ses", type, resources, detail });
  }
};

/** The configuration set of a mail that names none, or one that does not exist. */
const noSet: ConfigurationSet = { name: "", suppresses: [], events: [] };

/** Opens the mail service. What became of each mail goes to the event bus as the configuration set says. */
export const openMail = ({ stateDb, clock, activity, bus, faults, plan }: MailParts): MailService => {
  const { add, ...mailbox } = openMailbox(stateDb.database);
  const list = openSuppressionList(stateDb.database, clock);
  const setOf = ({ configurationSet }: Pick<Mail, "configurationSet">): ConfigurationSet =>
    plan.configurationSets.find(({ name }) => name === configurationSet) ?? noSet;
  const accept = (mail: MailToSend): string => {
    const at = clock.now();
    const id = `${at.toString(16).padStart(16, "0")}-${randomUUID()}-000000`;
    const set = setOf(mail);
    const recipients = mail.to.map(bareAddress);
    const fate = fateOf(recipients, set, faults, list);
    add(mail, { id, at, fate });
    activity.note();
    const reason = suppressionReasons[fate];
    if (reason !== undefined && set.suppresses.includes(reason)) {
      for (const address of recipients) list.suppress(address, reason);
    }
    report({ ...mail, id, at: new Date(at).toISOString(), fate }, set, bus);
    return id;
  };
  return {
    ...mailbox,
    ...list,
    accept: (mail) => stateDb.together(() => accept(mail)),
    reportAgain: (id) => {
      const mail = mailbox.get(id);
      if (mail !== undefined) report(mail, setOf(mail), bus);
    },
  };
};
