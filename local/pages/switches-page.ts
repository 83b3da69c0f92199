import type { Fault } from "../services/faults.ts";
import type { HttpReply } from "../gateway/gateway-reply.ts";
import { escapeHtml } from "../base/html.ts";
import type { LetterRecord, LetterRecords } from "../services/letter-records.ts";
import type { MailService } from "../services/mail.ts";
import { frameHtml, mailboxPath, vienna } from "./mailbox-frame.ts";
import { scopeOf, type Switch, type SwitchForm, switches, titleOf, type WrongField } from "./switches.ts";

export interface SwitchesParts {
  readonly mailbox: MailService;
  readonly records: LetterRecords;
  readonly faults: readonly Fault[];
  /** UTC. */
  readonly now: string;
}

const path = `${mailboxPath}/switches`;

const on = (fault: Fault): string => {
  const [title, scope] = [escapeHtml(titleOf(fault)), escapeHtml(scopeOf(fault))];
  return `<li><span><b>${title}</b> ${scope}</span>
<form method="post" action="${path}/off"><button name="id" value="${escapeHtml(fault.id)}" aria-label="Switch off: ${title} ${scope}">Switch off</button></form></li>`;
};

const onNow = (faults: readonly Fault[]): string =>
  faults.length === 0
    ? "<p>Nothing: every mail is accepted and delivered.</p>"
    : `<ul class="onnow">${faults.map(on).join("")}</ul>
${faults.length === 1 ? "" : `<form method="post" action="${path}/off"><button name="all" value="yes">Switch everything off</button></form>`}`;

const choice = ({ name, title, what }: Switch, chosen: string): string =>
  `<div class="choice"><input type="radio" name="name" id="on-${escapeHtml(name)}" value="${escapeHtml(name)}" required aria-describedby="what-${escapeHtml(name)}"${name === chosen ? " checked" : ""}>
<div><label for="on-${escapeHtml(name)}">${escapeHtml(title)}</label><p id="what-${escapeHtml(name)}">${escapeHtml(what)}</p></div></div>`;

const formOf = (form: SwitchForm, wrong: WrongField | undefined): string => {
  const about = (field: WrongField["field"]): string =>
    wrong?.field === field ? ` aria-invalid="true" aria-describedby="wrong"` : "";
  const errorOf = (field: WrongField["field"]): string =>
    wrong?.field === field ? `<p id="wrong" class="wrong" role="alert">${escapeHtml(wrong.why)}</p>` : "";
  return `<form method="post" action="${path}" class="switch">
<fieldset${about("name")}><legend>What goes wrong</legend>${errorOf("name")}<div class="choices">${switches.map((each) => choice(each, form.name)).join("")}</div></fieldset>
<div class="fields">
<div><label for="address">Recipient</label><input id="address" name="address" type="email" autocomplete="off" placeholder="any recipient" value="${escapeHtml(form.address)}"${about("address")}>${errorOf("address")}</div>
<div><label for="times">For the next … mails</label><input id="times" name="times" type="number" min="1" max="1000" value="${escapeHtml(form.times)}"${about("times")}>${errorOf("times")}</div>
<label class="always"><input type="checkbox" name="always" value="yes"${form.always ? " checked" : ""}> until switched off</label>
<button>Switch on</button></div></form>`;
};

const suppressedOf = (mailbox: MailService): string => {
  const items = mailbox.suppressed();
  if (items.length === 0) return "<p>None.</p>";
  const row = ({ address, reason, at }: (typeof items)[number]): string =>
    `<tr><td><bdi>${escapeHtml(address)}</bdi></td><td>${escapeHtml(reason.toLowerCase())}</td><td>${vienna(new Date(at).toISOString())}</td></tr>`;
  return `<table><thead><tr><th scope="col">Address</th><th scope="col">After a</th><th scope="col">Since</th></tr></thead><tbody>${items.map(row).join("")}</tbody></table>
<p>The secretariat releases an address by <code>POST /v1/suppressed-addresses/{letterId}/unsuppression</code>.</p>`;
};

const unsentOf = (records: readonly LetterRecord[]): string => {
  if (records.length === 0) return "<p>None: every letter has left or has come to its end.</p>";
  const row = ({ id, title, state, retryAt, history }: LetterRecord): string =>
    `<tr><td>${escapeHtml(title)}<br><code>${escapeHtml(id)}</code></td><td><span class="state" data-state="${escapeHtml(state)}">${escapeHtml(state)}</span> ${escapeHtml(history.at(-1)?.why ?? "")}</td><td>${retryAt === undefined ? "" : vienna(retryAt)}</td></tr>`;
  return `<table><thead><tr><th scope="col">Letter</th><th scope="col">State</th><th scope="col">Looked at again</th></tr></thead><tbody>${records.map(row).join("")}</tbody></table>`;
};

/** Troubles of mail: what is on, a form that switches more on, and what they have led to. */
export const switchesPage = async (
  { mailbox, records, faults, now }: SwitchesParts,
  form: SwitchForm,
  wrong?: WrongField,
): Promise<HttpReply> =>
  frameHtml({
    title: "Switches – Mailbox",
    part: "switches",
    now,
    on: faults.length,
    status: wrong === undefined ? 200 : 400,
    main: `<main id="content" tabindex="-1">
<section aria-labelledby="on"><h2 id="on">On now</h2>${onNow(faults)}</section>
<section aria-labelledby="more"><h2 id="more">Switch on</h2>${formOf(form, wrong)}</section>
<section aria-labelledby="unsent"><h2 id="unsent">Letters that have not left</h2>${unsentOf(await records.unsent())}</section>
<section aria-labelledby="suppressed"><h2 id="suppressed">Suppressed addresses</h2>${suppressedOf(mailbox)}</section>
</main>`,
  });
