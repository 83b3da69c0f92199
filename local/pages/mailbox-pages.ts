import type { StackClock } from "../base/clock.ts";
import type { Faults } from "../services/faults.ts";
import type { HttpReply } from "../gateway/gateway-reply.ts";
import type { LocalPages } from "../gateway/http.ts";
import type { LetterRecords } from "../services/letter-records.ts";
import type { MailService } from "../services/mail.ts";
import { mailboxPath, mailRights, seeOther, withRights } from "./mailbox-frame.ts";
import { mailboxPage } from "./mailbox-page.ts";
import { switchForm, switchOn } from "./switches.ts";
import { switchesPage } from "./switches-page.ts";

export interface MailboxPagesParts {
  readonly mailbox: MailService;
  readonly records: LetterRecords;
  readonly faults: Faults;
  readonly clock: StackClock;
}

/**
 * A mail may style itself, show images that it carries, and lead elsewhere in a tab of its own; it fetches nothing and runs
 * nothing, wherever it is opened.
 */
const mailPolicy = `sandbox ${mailRights}; default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'`;
/** Returns a mail whose links open outside the mailbox: their targets would not work in its frame. */
const leavingFrame = (html: string): string => {
  const target = '<base target="_blank">';
  const headTag = /<head\b[^>]*>/iu;
  return headTag.test(html)
    ? html.replace(headTag, `$&${target}`)
    : html.replace(/^\s*(?:<!doctype[^>]*>)?/iu, `$&${target}`);
};
const filePolicy = "sandbox; default-src 'none'";

/** Returns a name encoded for a header, with any characters. */
const encodedName = (name: string): string =>
  encodeURIComponent(name.toWellFormed()).replace(/['()*!]/gu, (each) => `%${each.charCodeAt(0).toString(16)}`);

/** The pages of the mailbox for people, whole without a script: mails, one mail as HTML, its files, and switches. */
export const mailboxPages = ({ mailbox, records, faults, clock }: MailboxPagesParts): LocalPages => {
  const parts = () => ({ mailbox, records, faults: faults.all(), now: clock.instant() });

  const asHtml = (id: string): HttpReply | undefined => {
    const mail = mailbox.get(id);
    if (mail === undefined) return undefined;
    const headers = [["content-type", "text/html; charset=utf-8"], ...withRights(mailPolicy)] as const;
    return { status: 200, headers, body: Buffer.from(leavingFrame(mail.html)) };
  };
  const asFile = (id: string, place: number): HttpReply | undefined => {
    const body = mailbox.attached(id, place);
    if (body === undefined) return undefined;
    const name = encodedName(mailbox.get(id)?.attachments[place]?.name ?? "");
    return {
      status: 200,
      headers: [
        ["content-type", "application/octet-stream"],
        ["content-disposition", `attachment; filename*=UTF-8''${name}`],
        ...withRights(filePolicy),
      ],
      body,
    };
  };
  const turnOn = (fields: URLSearchParams): HttpReply | Promise<HttpReply> => {
    const form = switchForm(fields);
    const wrong = switchOn(faults, form);
    return wrong === undefined ? seeOther(`${mailboxPath}/switches`) : switchesPage(parts(), form, wrong);
  };
  const turnOff = (fields: URLSearchParams): HttpReply => {
    if (fields.has("all")) faults.clear();
    else faults.remove(fields.get("id") ?? "");
    return seeOther(`${mailboxPath}/switches`);
  };

  return async (request) => {
    const [address = "", search = ""] = request.target.split("?");
    if (!address.startsWith(mailboxPath)) return undefined;
    const path = address.slice(mailboxPath.length).replace(/\/$/u, "");
    const query = new URLSearchParams(search);
    if (request.method === "POST") {
      const fields = new URLSearchParams(request.body.toString());
      if (path === "/switches") return turnOn(fields);
      return path === "/switches/off" ? turnOff(fields) : undefined;
    }
    if (request.method !== "GET") return undefined;
    if (path === "") return mailboxPage(parts(), query);
    if (path === "/switches") return switchesPage(parts(), switchForm(query));
    const [, id = "", place] = /^\/messages\/([^/]+)\/(?:html|attachments\/(\d{1,4}))$/u.exec(path) ?? [];
    if (id === "") return undefined;
    return place === undefined ? asHtml(id) : asFile(id, Number(place));
  };
};
