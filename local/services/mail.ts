import { randomUUID } from "node:crypto";
import type { Activity } from "../base/activity.ts";
import type { EventBus } from "./event-bus.ts";
import type { StackClock } from "../base/clock.ts";
import type { Faults } from "./faults.ts";
import { fieldsOf, type Fields, listOf, parseJson, textOf, textsOf } from "../base/json.ts";
import { type Attachment, type Fate, fates, type Mail } from "./accepted-mail.ts";
import { mailEvents } from "./mail-events.ts";
import { account, region } from "../template/arns.ts";
import type { MailPlan } from "../template/resource-plans.ts";
import type { StateDb } from "../base/state-db.ts";

interface AttachedFile extends Omit<Attachment, "bytes"> {
  /** In base64. */
  readonly data: string;
}

export interface MailToSend extends Omit<Mail, "id" | "at" | "fate" | "attachments"> {
  readonly attachments: readonly AttachedFile[];
}

export interface Suppressed {
  readonly address: string;
  readonly reason: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

export interface MailSearch {
  readonly to?: string;
  /** Words that subject or text must hold, whatever their case and the lines they are broken into. */
  readonly text?: string;
  /** The id in the tag `letter`. */
  readonly letter?: string;
  readonly limit?: number;
  /** How many of the newest are passed over. */
  readonly offset?: number;
  /** Only mails accepted after this one. */
  readonly after?: string;
}

/** The mail service and the mailbox of everybody it mails to. */
export interface MailService {
  readonly accept: (mail: MailToSend) => string;
  /** Says again what became of a mail that was accepted earlier. */
  readonly reportAgain: (id: string) => void;
  /** Newest first. */
  readonly find: (search: MailSearch) => readonly Mail[];
  /** Oldest first: those accepted after a mail, from the first on where none is named. */
  readonly following: (after: string | undefined, limit: number) => readonly Mail[];
  /** How many there are, whatever limit and offset. */
  readonly found: (search: MailSearch) => number;
  readonly get: (id: string) => Mail | undefined;
  /** What the attachment at this place holds. */
  readonly attached: (id: string, place: number) => Buffer | undefined;
  readonly count: () => number;
  readonly sentSince: (instant: number) => number;
  readonly suppressed: () => readonly Suppressed[];
  readonly suppress: (address: string, reason: string) => void;
  /** False where the address was not suppressed. */
  readonly release: (address: string) => boolean;
}

export interface MailParts {
  readonly shelf: StateDb;
  readonly clock: StackClock;
  readonly activity: Activity;
  readonly bus: EventBus;
  readonly faults: Faults;
  readonly plan: MailPlan;
}

/** The address in `Name <address>`, in lower case. */
export const bareAddress = (address: string): string =>
  (/<([^>]+)>\s*$/u.exec(address)?.[1] ?? address).trim().toLowerCase();

const simulated: Readonly<Record<string, Fate>> = {
  "bounce@simulator.amazonses.com": "bounced",
  "ooto@simulator.amazonses.com": "replied",
  "complaint@simulator.amazonses.com": "complained",
  "suppressionlist@simulator.amazonses.com": "suppressed",
};

const filesOf = (details: Fields): readonly AttachedFile[] =>
  listOf(details["attachments"]).map((each) => {
    const { name, type, data } = fieldsOf(each);
    return {
      name: textOf(name) ?? "unnamed",
      type: textOf(type) ?? "application/octet-stream",
      data: textOf(data) ?? "",
    };
  });

const detailsOf = (row: Fields): Fields => fieldsOf(parseJson(String(row["details"])));

const mailOf = (row: Fields): Mail => {
  const details = detailsOf(row);
  const texts = (name: string): Record<string, string> =>
    Object.fromEntries(Object.entries(fieldsOf(details[name])).map(([key, value]) => [key, String(value)]));
  const configurationSet = textOf(details["configurationSet"]);
  return {
    id: String(row["id"]),
    at: new Date(Number(row["at"])).toISOString(),
    from: String(row["sender"]),
    to: textsOf(parseJson(String(row["recipients"]))),
    replyTo: textsOf(details["replyTo"]),
    subject: String(row["subject"]),
    text: String(row["text"]),
    html: String(row["html"]),
    headers: texts("headers"),
    tags: texts("tags"),
    attachments: filesOf(details).map(({ name, type, data }) => ({
      name,
      type,
      bytes: Buffer.byteLength(data, "base64"),
    })),
    ...(configurationSet === undefined ? {} : { configurationSet }),
    fate: fates.find((fate) => fate === row["fate"]) ?? "delivered",
  };
};

/** Text in which words are looked for: in lower case, every white space alike. */
const plainly = (text: string): string => text.toLowerCase().replace(/\s+/gu, " ").trim();

/** Opens the mail service. What became of each mail goes to the event bus as the configuration set says. */
export const openMail = ({ shelf, clock, activity, bus, faults, plan }: MailParts): MailService => {
  const { database } = shelf;
  const insert = database.prepare("INSERT INTO mails VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  const one = database.prepare("SELECT * FROM mails WHERE id = ?");
  database.function("plainly", { deterministic: true }, (text) => plainly(String(text)));
  const wanted = `(?1 = '' OR instr(plainly(recipients), ?1)) AND (?2 = '' OR instr(plainly(subject || ' ' || text), ?2))
     AND sequence > ifnull((SELECT sequence FROM mails WHERE id = ?3), 0)
     AND (?4 = '' OR json_extract(details, '$.tags.letter') = ?4)`;
  const search = database.prepare(`SELECT * FROM mails WHERE ${wanted} ORDER BY sequence DESC LIMIT ?5 OFFSET ?6`);
  const matching = database.prepare(`SELECT count(*) AS n FROM mails WHERE ${wanted}`);
  const wordsOf = ({ to = "", text = "", after = "", letter = "" }: MailSearch) =>
    [plainly(to), plainly(text), after, letter] as const;
  const next = database.prepare(
    "SELECT * FROM mails WHERE sequence > ifnull((SELECT sequence FROM mails WHERE id = ?), 0) ORDER BY sequence LIMIT ?",
  );
  const counted = database.prepare("SELECT count(*) AS n FROM mails WHERE at > ?");
  const suppression = database.prepare("SELECT * FROM suppressed ORDER BY address");
  const isSuppressed = database.prepare("SELECT 1 FROM suppressed WHERE address = ?");
  const suppressOne = database.prepare("INSERT OR REPLACE INTO suppressed VALUES (?, ?, ?)");
  const releaseOne = database.prepare("DELETE FROM suppressed WHERE address = ?");
  const suppress: MailService["suppress"] = (address, reason) => {
    suppressOne.run(address.toLowerCase(), reason, clock.now());
  };

  const fateOf = (recipients: readonly string[], suppresses: readonly string[]): Fate => {
    for (const address of recipients) {
      const planned = faults.onMail(address);
      if (planned === "bounce") return "bounced";
      if (planned === "transientBounce") return "transient";
      if (planned === "outOfOffice") return "replied";
      if (planned === "complaint") return "complained";
      if (planned === "delay") return "delayed";
      if (planned === "silent") return "silent";
      if (planned === "doubled") return "doubled";
      if (suppresses.length > 0 && isSuppressed.get(address) !== undefined) return "suppressed";
    }
    return simulated[recipients[0] ?? ""] ?? "delivered";
  };

  const get: MailService["get"] = (id) => {
    const row = one.get(id);
    return row === undefined ? undefined : mailOf(row);
  };
  /** Hands what became of a mail to the bus, as far as its configuration set wants to know. */
  const report = (mail: Parameters<typeof mailEvents>[0] & Pick<Mail, "configurationSet">): void => {
    const set = plan.configurationSets.find(({ name }) => name === mail.configurationSet);
    if (set === undefined) return;
    for (const { kind, type, detail } of mailEvents(mail)) {
      if (!set.events.some((each) => each.toLowerCase() === kind.toLowerCase())) continue;
      const resources = [`arn:aws:ses:${region}:${account}:configuration-set/${set.name}`];
      bus.emit({ source: "aws.ses", type, resources, detail });
    }
  };

  return {
    accept: (mail) =>
      shelf.together(() => {
        const id = `${clock.now().toString(16).padStart(16, "0")}-${randomUUID()}-000000`;
        const set = plan.configurationSets.find(({ name }) => name === mail.configurationSet);
        const recipients = mail.to.map(bareAddress);
        const fate = fateOf(recipients, set?.suppresses ?? []);
        const { from, to, subject, text, html, ...details } = mail;
        const now = clock.now();
        insert.run(id, now, from, JSON.stringify(to), subject, text, html, JSON.stringify(details), fate);
        activity.note();
        if (fate === "bounced" && set?.suppresses.includes("BOUNCE")) {
          for (const address of recipients) suppress(address, "BOUNCE");
        }
        if (fate === "complained" && set?.suppresses.includes("COMPLAINT")) {
          for (const address of recipients) suppress(address, "COMPLAINT");
        }
        report({ ...mail, id, at: new Date(now).toISOString(), fate });
        return id;
      }),
    reportAgain: (id) => {
      const mail = get(id);
      if (mail !== undefined) report(mail);
    },
    find: (asked) => search.all(...wordsOf(asked), asked.limit ?? 100, asked.offset ?? 0).map(mailOf),
    following: (after, limit) => next.all(after ?? "", limit).map(mailOf),
    found: (asked) => Number(matching.get(...wordsOf(asked))?.["n"]),
    get,
    attached: (id, place) => {
      const row = one.get(id);
      const file = row === undefined ? undefined : filesOf(detailsOf(row))[place];
      return file === undefined ? undefined : Buffer.from(file.data, "base64");
    },
    count: () => Number(counted.get(-1)?.["n"]),
    sentSince: (instant) => Number(counted.get(instant)?.["n"]),
    suppressed: () =>
      suppression.all().map((row) => ({
        address: String(row["address"]),
        reason: String(row["reason"]),
        at: Number(row["at"]),
      })),
    suppress,
    release: (address) => Number(releaseOne.run(address.toLowerCase()).changes) > 0,
  };
};
