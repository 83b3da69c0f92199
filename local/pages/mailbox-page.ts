import type { Fault } from "../services/faults.ts";
import type { HttpReply } from "../gateway/gateway-reply.ts";
import { escapeHtml } from "../base/html.ts";
import type { LetterRecord, LetterRecords } from "../services/letter-records.ts";
import type { Attachment, Fate, Mail } from "../services/accepted-mail.ts";
import type { MailService } from "../services/mail.ts";
import { frameHtml, mailboxPath, mailRights, vienna } from "./mailbox-frame.ts";
import { scopeOf, titleOf } from "./switches.ts";

/** Mails on one page of the list. */
const perPage = 25;

const views = ["html", "text", "headers"] as const;
type View = (typeof views)[number];
const viewNames: Readonly<Record<View, string>> = { html: "HTML", text: "Text", headers: "Headers" };

/** Parameters of the page's address. */
interface MailboxChoice {
  readonly to: string;
  readonly text: string;
  readonly page: number;
  readonly id: string;
  readonly view: View | undefined;
}

const choiceOf = (query: URLSearchParams): MailboxChoice => {
  const page = Number(query.get("page") ?? "1");
  return {
    to: query.get("to") ?? "",
    text: query.get("q") ?? "",
    page: Number.isSafeInteger(page) && page > 0 ? page : 1,
    id: query.get("id") ?? "",
    view: views.find((each) => each === query.get("view")),
  };
};

/** Returns the address of the page for another choice, escaped for an attribute. */
const linkTo = (choice: MailboxChoice, change: Partial<MailboxChoice>): string => {
  const { to, text, page, id, view } = { ...choice, ...change };
  const query = new URLSearchParams({
    ...(to === "" ? {} : { to }),
    ...(text === "" ? {} : { q: text }),
    ...(page === 1 ? {} : { page: String(page) }),
    ...(id === "" ? {} : { id }),
    ...(view === undefined ? {} : { view }),
  });
  return escapeHtml(`${mailboxPath}?${query.toString()}`);
};

const letterOf = ({ tags }: Mail): string => tags["letter"] ?? "";

const badge = (state: string): string =>
  `<span class="state" data-state="${escapeHtml(state)}">${escapeHtml(state)}</span>`;
/** The state of the letter that a mail carries, as the app knows it. */
const stateOf = (record: LetterRecord | undefined): string => badge(record?.state ?? "no letter");

/** Anything that came in by mail: its direction is its own. */
const foreign = (text: string): string => `<bdi>${escapeHtml(text)}</bdi>`;

const entry = (mail: Mail, record: LetterRecord | undefined, choice: MailboxChoice, isChosen: boolean): string => `
<li id="m${escapeHtml(mail.id)}"><a href="${linkTo(choice, { id: mail.id, view: undefined })}#m${escapeHtml(mail.id)}"${isChosen ? ' aria-current="true"' : ""}>
<b>${foreign(mail.subject)}</b><span class="to">${foreign(mail.to.join(", "))}</span><span class="when">${vienna(mail.at)} ${stateOf(record)}</span></a></li>`;

const searchForm = ({ to, text }: MailboxChoice): string => `
<form role="search" action="${mailboxPath}" aria-label="Mails">
<label>Recipient <input type="search" name="to" value="${escapeHtml(to)}" autocomplete="off"></label>
<label>Subject or text <input type="search" name="q" value="${escapeHtml(text)}" autocomplete="off"></label>
<button>Search</button>${to === "" && text === "" ? "" : ` <a href="${mailboxPath}">Show all</a>`}
</form>`;

const pager = (choice: MailboxChoice, found: number): string => {
  const last = Math.max(1, Math.ceil(found / perPage));
  const to = (page: number, name: string, rel: string): string =>
    page < 1 || page > last
      ? `<span aria-hidden="true">${name}</span>`
      : `<a rel="${rel}" href="${linkTo(choice, { page, id: "", view: undefined })}">${name}</a>`;
  return last === 1 && choice.page === 1
    ? ""
    : `<nav class="pager" aria-label="Pages of the list">${to(choice.page - 1, "Newer", "prev")}<span>Page ${choice.page} of ${last}</span>${to(choice.page + 1, "Older", "next")}</nav>`;
};

const countOf = (choice: MailboxChoice, found: number, shown: number): string => {
  if (found === 0) return choice.to === "" && choice.text === "" ? "No mails yet." : "No mail like that.";
  if (shown === 0) return `There are fewer pages: ${found} mails.`;
  const first = (choice.page - 1) * perPage + 1;
  return found <= perPage
    ? `${found} ${found === 1 ? "mail" : "mails"}`
    : `${first}–${first + shown - 1} of ${found} mails`;
};

const size = (bytes: number): string => (bytes < 1000 ? `${bytes} bytes` : `${Math.ceil(bytes / 1000)} kB`);

const attachedTo = ({ id, attachments }: Mail): string => {
  const item = ({ name, type, bytes }: Attachment, place: number): string =>
    `<li><a href="${mailboxPath}/messages/${encodeURIComponent(id)}/attachments/${place}" download>${foreign(name)}</a> <span>${escapeHtml(type)}, ${size(bytes)}</span></li>`;
  return attachments.length === 0
    ? ""
    : `<section class="files" aria-labelledby="files"><h3 id="files">Attachments</h3><ul>${attachments.map(item).join("")}</ul></section>`;
};

const terms = (rows: readonly (readonly [string, string])[]): string =>
  `<dl>${rows.map(([name, html]) => `<dt>${escapeHtml(name)}</dt><dd>${html}</dd>`).join("")}</dl>`;

const headersOf = (mail: Mail): string =>
  terms([
    ["From", foreign(mail.from)],
    ["To", foreign(mail.to.join(", "))],
    ["Reply-To", foreign(mail.replyTo.join(", "))],
    ["Subject", foreign(mail.subject)],
    ["Message id", foreign(mail.id)],
    ["Accepted", escapeHtml(mail.at)],
    ...Object.entries(mail.headers).map(([name, value]) => [name, foreign(value)] as const),
    ["Configuration set", foreign(mail.configurationSet ?? "none")],
    ...Object.entries(mail.tags).map(([name, value]) => [`Tag ${name}`, foreign(value)] as const),
  ]);

/** The frame may only open links in a new tab: it has no script, no form, and no access to the surrounding page. */
const frameOf = ({ id }: Mail): string => {
  const path = `${mailboxPath}/messages/${encodeURIComponent(id)}/html`;
  return `<iframe sandbox="${mailRights}" title="The mail as HTML" src="${path}"></iframe>`;
};

const viewOf = (mail: Mail, view: View): string => {
  if (view === "headers") return headersOf(mail);
  const body = mail[view];
  if (body === "") return `<p class="none">This mail has no ${view === "html" ? "HTML" : "text"}.</p>`;
  return view === "html" ? frameOf(mail) : `<pre dir="auto" tabindex="0">${escapeHtml(body)}</pre>`;
};

const becomes: Readonly<Record<Fate, string>> = {
  delivered: "delivered",
  bounced: "bounced: there is no such mailbox",
  transient: "given up: the mailbox stayed full",
  replied: "delivered, and answered by an absence notice",
  complained: "delivered, and complained of",
  suppressed: "not sent: the address is suppressed",
  delayed: "still being tried",
  silent: "delivered, and the report got lost",
  doubled: "delivered, and reported twice",
};

const shownMail = (mail: Mail, choice: MailboxChoice): string => {
  const view = choice.view ?? (mail.html === "" ? "text" : "html");
  const tab = (each: View): string =>
    `<a href="${linkTo(choice, { id: mail.id, view: each })}"${each === view ? ' aria-current="true"' : ""}>${viewNames[each]}</a>`;
  const summary = terms([
    ["From", foreign(mail.from)],
    ["To", foreign(mail.to.join(", "))],
    ["Sent", vienna(mail.at)],
    ["Mail service", becomes[mail.fate]],
  ]);
  return `<h2>${foreign(mail.subject)}</h2>${summary}${attachedTo(mail)}
<nav class="views" aria-label="Views of the mail">${views.map(tab).join("")}</nav>
<div class="view ${view}">${viewOf(mail, view)}</div>`;
};

/** Returns the app's stored data about the letter of a mail, with its history. */
const recordHtml = (mail: Mail, record: LetterRecord | undefined, mails: number): string => {
  const title = `<h3 id="ledger">In the ledger</h3>`;
  const id = letterOf(mail);
  if (record === undefined) {
    const why =
      id === "" ? "This mail carries no letter’s id." : `No letter has the id <code>${escapeHtml(id)}</code>.`;
    return `${title}<p>${badge("no letter")}</p><p>${why}</p>`;
  }
  const { reason, details, history } = record;
  const last = history.at(-1);
  const steps = history.map(
    ({ at, state, why }) =>
      `<li>${badge(state)} ${vienna(at, "second")}${why === undefined ? "" : `<p>${escapeHtml(why)}</p>`}</li>`,
  );
  const rows: (readonly [string, string])[] = [
    ...details.map(([name, value]) => [name, foreign(value)] as const),
    ["Letter", `<code>${escapeHtml(record.id)}</code>`],
  ];
  return `${title}<p>${badge(record.state)}${last === undefined ? "" : ` since ${vienna(last.at)}`}</p>
${reason === undefined ? "" : `<p>${escapeHtml(reason)}</p>`}
${mails > 1 ? `<p class="twice">${mails} mails carry this letter.</p>` : ""}
${terms(rows)}<h4>History</h4><ol>${steps.join("")}</ol>`;
};

const onNow = (faults: readonly Fault[]): string =>
  faults.length === 0
    ? ""
    : `<p class="on"><b>On:</b> ${faults.map((fault) => `${escapeHtml(titleOf(fault))} (${escapeHtml(scopeOf(fault))})`).join("; ")}. <a href="${mailboxPath}/switches">Switches</a></p>`;

export interface MailboxParts {
  readonly mailbox: MailService;
  readonly records: LetterRecords;
  readonly faults: readonly Fault[];
  /** UTC. */
  readonly now: string;
}

/** Renders the mailbox: a list with search, and the selected mail next to the stored data about its letter. */
export const mailboxPage = async (parts: MailboxParts, query: URLSearchParams): Promise<HttpReply> => {
  const { mailbox, records, faults, now } = parts;
  const choice = choiceOf(query);
  const search = { to: choice.to, text: choice.text };
  const found = mailbox.found(search);
  const mails = mailbox.find({ ...search, limit: perPage, offset: (choice.page - 1) * perPage });
  const chosen = choice.id === "" ? mails[0] : mailbox.get(choice.id);
  const known = await records.find([...mails, ...(chosen === undefined ? [] : [chosen])].map(letterOf));
  const recordOf = (mail: Mail): LetterRecord | undefined => known.get(letterOf(mail));

  const entries = mails.map((mail) => entry(mail, recordOf(mail), choice, mail.id === chosen?.id));
  const missing = choice.id === "" ? "" : "<p>There is no such mail here.</p>";
  const mail =
    chosen === undefined
      ? `<article id="content" tabindex="-1">${missing}</article>`
      : `<article id="content" tabindex="-1"><a class="back" href="${linkTo(choice, { id: "", view: undefined })}">Back to the list</a>${shownMail(chosen, choice)}</article>
<aside aria-labelledby="ledger">${recordHtml(chosen, recordOf(chosen), letterOf(chosen) === "" ? 1 : mailbox.found({ letter: letterOf(chosen) }))}</aside>`;
  return frameHtml({
    title: chosen === undefined || choice.id === "" ? "Mailbox" : `${chosen.subject} – Mailbox`,
    part: "letters",
    classes: choice.id === "" ? "all" : "one",
    now,
    on: faults.length,
    main: `${onNow(faults)}<main>
<section class="list" aria-label="List of mails">${searchForm(choice)}<p class="count" role="status">${countOf(choice, found, mails.length)}</p>
<ol>${entries.join("")}</ol>${pager(choice, found)}</section>
<div class="reading">${mail}</div></main>`,
  });
};
