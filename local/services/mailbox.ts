import type { DatabaseSync } from "node:sqlite";
import { fieldsOf, type Fields, listOf, parseJson, textOf, textsByName, textsOf } from "../base/json.ts";
import { type Attachment, type Fate, fates, type Mail } from "./accepted-mail.ts";

/** A file that a mail to be sent carries. */
interface AttachedFile extends Omit<Attachment, "bytes"> {
  /** In base64. */
  readonly data: string;
}

export interface MailToSend extends Omit<Mail, "id" | "at" | "fate" | "attachments"> {
  readonly attachments: readonly AttachedFile[];
}

export interface MailSearch {
  readonly to?: string;
  /** Words that subject or text must hold, whatever their case and the lines they are broken into. */
  readonly text?: string;
  /** The id in the tag `letter`. */
  readonly letter?: string;
  readonly limit?: number;
  /** The number of newest mails to skip. */
  readonly offset?: number;
  /** Words that the subject must hold. */
  readonly subject?: string;
  /** Only mails accepted at this instant (milliseconds since 1970) or later. */
  readonly since?: number;
  /** Only mails accepted after this one. */
  readonly after?: string;
}

/** The mailbox of all recipients of the system. */
export interface Mailbox {
  /** Newest first. */
  readonly find: (search: MailSearch) => readonly Mail[];
  /** Oldest first. */
  readonly following: (search: Omit<MailSearch, "limit" | "offset">, limit: number) => readonly Mail[];
  /** Deletes every mail; gives how many there were. */
  readonly clear: () => number;
  /** Returns the number of matches, independent of limit and offset. */
  readonly found: (search: MailSearch) => number;
  readonly get: (id: string) => Mail | undefined;
  /** Returns the content of the attachment at this place. */
  readonly attached: (id: string, place: number) => Buffer | undefined;
  readonly count: () => number;
  readonly sentSince: (instant: number) => number;
}

/** Adds a mail that was accepted at an instant, in milliseconds since 1970. */
type AddMail = (mail: MailToSend, accepted: { readonly id: string; readonly at: number; readonly fate: Fate }) => void;

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
    headers: textsByName(details["headers"]),
    tags: textsByName(details["tags"]),
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
const searchable = (text: string): string => text.toLowerCase().replace(/\s+/gu, " ").trim();

/** Matches a mail against a search: `?1` to `?6` are its recipient, words, the mail before, letter, subject and instant. */
const matchesSearch = `(?1 = '' OR instr(searchable(recipients), ?1)) AND (?2 = '' OR instr(searchable(subject || ' ' || text), ?2))
   AND sequence > ifnull((SELECT sequence FROM mails WHERE id = ?3), 0)
   AND (?4 = '' OR json_extract(details, '$.tags.letter') = ?4)
   AND (?5 = '' OR instr(searchable(subject), ?5)) AND at >= ?6`;

/** The values of `?1` to `?6`. */
const valuesOf = ({ to = "", text = "", after = "", letter = "", subject = "", since = 0 }: MailSearch) =>
  [searchable(to), searchable(text), after, letter, searchable(subject), since] as const;

/** Opens the mailbox. */
export const openMailbox = (database: DatabaseSync): Mailbox & { readonly add: AddMail } => {
  database.function("searchable", { deterministic: true }, (text) => searchable(String(text)));
  const insert = database.prepare("INSERT INTO mails VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  const one = database.prepare("SELECT * FROM mails WHERE id = ?");
  const search = database.prepare(
    `SELECT * FROM mails WHERE ${matchesSearch} ORDER BY sequence DESC LIMIT ?7 OFFSET ?8`,
  );
  const matching = database.prepare(`SELECT count(*) AS n FROM mails WHERE ${matchesSearch}`);
  const next = database.prepare(`SELECT * FROM mails WHERE ${matchesSearch} ORDER BY sequence LIMIT ?7`);
  const emptying = database.prepare("DELETE FROM mails");
  const counted = database.prepare("SELECT count(*) AS n FROM mails WHERE at > ?");
  return {
    add: ({ from, to, subject, text, html, ...details }, { id, at, fate }) => {
      insert.run(id, at, from, JSON.stringify(to), subject, text, html, JSON.stringify(details), fate);
    },
    find: (query) => search.all(...valuesOf(query), query.limit ?? 100, query.offset ?? 0).map(mailOf),
    following: (query, limit) => next.all(...valuesOf(query), limit).map(mailOf),
    clear: () => Number(emptying.run().changes),
    found: (query) => Number(matching.get(...valuesOf(query))?.["n"]),
    get: (id) => {
      const row = one.get(id);
      return row === undefined ? undefined : mailOf(row);
    },
    attached: (id, place) => {
      const row = one.get(id);
      const file = row === undefined ? undefined : filesOf(detailsOf(row))[place];
      return file === undefined ? undefined : Buffer.from(file.data, "base64");
    },
    count: () => Number(counted.get(-1)?.["n"]),
    sentSince: (instant) => Number(counted.get(instant)?.["n"]),
  };
};
