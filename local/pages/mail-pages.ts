import { setTimeout } from "node:timers/promises";
import type { HttpReply } from "../gateway/gateway-reply.ts";
import { numberOf } from "../base/json.ts";
import type { Mail } from "../services/accepted-mail.ts";
import type { MailSearch } from "../services/mailbox.ts";
import type { MailService } from "../services/mail.ts";
import { json, type JsonPages, type PageRequest, refuse } from "./json-page.ts";

const findMails = (mailbox: MailService, { query }: PageRequest): HttpReply => {
  const limit = numberOf(query.get("limit") ?? undefined);
  const search = { to: query.get("to") ?? "", text: query.get("q") ?? "", after: query.get("after") ?? "" };
  const found = mailbox.find({ ...search, ...(limit === undefined ? {} : { limit }) });
  return json({ count: mailbox.found(search), messages: found.map(({ html: _html, ...mail }) => mail) });
};

const showMail = (mailbox: MailService, { id }: PageRequest): HttpReply => {
  const mail = mailbox.get(id);
  return mail === undefined ? refuse("There is no such letter", 404) : json(mail);
};

/** The most mails on one page; a thousand letters are a few megabytes. */
const mostMails = 1000;
/** The most seconds that an answer waits for a mail, shorter than programs wait for an answer. */
const longestWait = 30;
/** Milliseconds after which the mailbox is looked into again. */
const lookEvery = 50;

const unescaped = (text: string): string =>
  text
    .replaceAll("&#39;", "'")
    .replaceAll("&quot;", '"')
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");

/** Returns the links of a mail, each address once, in the order of the HTML part. */
const linksIn = ({ html }: Pick<Mail, "html">): readonly string[] => [
  ...new Set([...html.matchAll(/<a\b[^>]*\shref="([^"]*)"/giu)].map(([, address = ""]) => unescaped(address))),
];

const shown = ({ tags, ...mail }: Mail) => ({ ...mail, letter: tags["letter"] ?? null, links: linksIn(mail) });

interface Wanted {
  readonly search: MailSearch;
  readonly limit: number;
  /** Seconds to wait for a mail that fits. */
  readonly wait: number;
}

const known = ["to", "subject", "q", "letter", "since", "after", "limit", "wait"];

/** Returns the search of a request, or its error. */
const wantedBy = (mailbox: MailService, query: URLSearchParams): Wanted | string => {
  const unknown = [...query.keys()].filter((name) => !known.includes(name));
  if (unknown.length > 0) return `${unknown.join(", ")}: unknown here; there are ${known.join(", ")}`;
  const limit = Number(query.get("limit") ?? mostMails);
  if (!Number.isSafeInteger(limit) || limit < 1 || limit > mostMails)
    return `limit must be a whole number from 1 to ${mostMails}`;
  const wait = Number(query.get("wait") ?? 0);
  if (!Number.isSafeInteger(wait) || wait < 0 || wait > longestWait)
    return `wait must be a whole number of seconds up to ${longestWait}`;
  const after = query.get("after") ?? "";
  if (after !== "" && mailbox.get(after) === undefined) return "after must be the id of a mail";
  const since = query.get("since");
  const instant = since === null ? 0 : Date.parse(since);
  if (Number.isNaN(instant))
    return "since must be an instant like 2020-12-01T08:00:00.000Z, on the clock of this system";
  const [to = "", subject = "", text = "", letter = ""] = ["to", "subject", "q", "letter"].map(
    (name) => query.get(name) ?? "",
  );
  return { search: { to, subject, text, letter, after, since: instant }, limit, wait };
};

/**
 * Mails in the order of acceptance, page by page: all of them, or those that fit. Where a request says how long it
 * waits, the answer comes with the first mail that fits, and is an empty page when none came.
 */
const listMails = async (mailbox: MailService, { query }: PageRequest): Promise<HttpReply> => {
  const wanted = wantedBy(mailbox, query);
  if (typeof wanted === "string") return refuse(wanted);
  const { search, limit, wait } = wanted;
  let found = mailbox.following(search, limit + 1);
  for (let left = (wait * 1000) / lookEvery; found.length === 0 && left > 0; left--) {
    await setTimeout(lookEvery);
    found = mailbox.following(search, limit + 1);
  }
  const items = found.slice(0, limit).map(shown);
  const last = items.at(-1);
  return json({ items, ...(found.length > limit && last !== undefined ? { next: last.id } : {}) });
};

const deleteMails = (mailbox: MailService): HttpReply => json({ deleted: mailbox.clear() });

/** The mailbox in JSON: for scripts, and for end-to-end tests of front ends. */
export const mailPages = (mailbox: MailService): JsonPages => ({
  "GET mailbox/messages": (request) => findMails(mailbox, request),
  "GET mailbox/messages.json": (request) => findMails(mailbox, request),
  "GET mailbox/messages/{id}": (request) => showMail(mailbox, request),
  "GET mailbox/mails.json": (request) => listMails(mailbox, request),
  "DELETE mailbox/mails.json": () => deleteMails(mailbox),
});
