import type { PresidentsListView, PresidentsMissing, PresidentsParty } from "../../schemas/views/presidents-list.ts";
import type { CalendarDate, Instant } from "../../schemas/base/values.ts";
import { skipExplanation } from "./explain-missing-letter.ts";
import type { Words } from "../labels/words.ts";
import { escapeHtml, printable } from "../letters/content/html.ts";
import { mechanism } from "../letters/content/wording.ts";
import { dayOf, longDate } from "../base/time.ts";

/** What the page may load: nothing, but for its own styles. */
export const presidentsPagePolicy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const style = `
@page { size: A4 landscape; margin: 15mm 12mm }
:root { color-scheme: light }
* { box-sizing: border-box }
body { margin: 0 auto; padding: 24px; max-width: 1200px; font: 14px/1.4 system-ui, "Liberation Sans", Arial, sans-serif; color: #1a2733; background: #fff }
h1 { margin: 0 0 4px; font-size: 24px }
h2 { margin: 28px 0 8px; font-size: 17px; color: #12304d; break-after: avoid }
p { margin: 0 0 8px; max-width: 80ch }
.small { color: #4a5a6a }
table { width: 100%; border-collapse: collapse; table-layout: fixed }
caption { text-align: start; padding: 0 0 6px; color: #4a5a6a }
th, td { padding: 6px 8px; border: 1px solid #b8c4d0; text-align: start; vertical-align: top; overflow-wrap: anywhere }
thead th { background: #e9f0f6; font-size: 13px }
thead { display: table-header-group }
tr { break-inside: avoid }
col.party { width: 15% } col.missing { width: 27% } col.letters { width: 33% } col.contacts { width: 25% }
ul { margin: 0; padding: 0; list-style: none }
li + li { margin-top: 6px }
.id { font: 11px/1.3 ui-monospace, "Liberation Mono", monospace; color: #4a5a6a }
@media print {
  body { padding: 0; max-width: none; font-size: 10pt }
  h1 { font-size: 16pt } h2 { font-size: 12pt }
  thead th { -webkit-print-color-adjust: exact; print-color-adjust: exact }
}`;

const text = (words: string): string => escapeHtml(printable(words));
const day = (date: CalendarDate): string => text(longDate(date, "en"));
const dayAt = (instant: Instant): string => day(dayOf(instant));
const list = (items: readonly string[]): string =>
  items.length === 0 ? "None" : `<ul>${items.map((item) => `<li>${item}</li>`).join("")}</ul>`;
const countInWords = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

const missingItem = (
  { kind, reviews, since, dueAt, listedSince }: PresidentsMissing,
  asOf: Instant,
  words: Words,
): string =>
  [
    `<strong>${text(words.obligations[kind])}</strong><br>in ${text(reviews.join(", "))}`,
    `<br>Missing since ${dayAt(since)}`,
    dueAt === undefined ? "" : `; ${dueAt < asOf ? "was due" : "due"} by ${dayAt(dueAt)}`,
    `; on this list since ${dayAt(listedSince)}`,
  ].join("");

const decapitalize = (label: string): string => `${label.slice(0, 1).toLowerCase()}${label.slice(1)}`;

/** What became of a letter; of one that was skipped also why. */
const fate = ({ state, reason }: PresidentsParty["letters"][number], words: Words): string => {
  const became = words.letterStates[state];
  return reason === undefined ? became : `${became}: ${decapitalize(words.absences[skipExplanation[reason]])}`;
};

const letterItem = (letter: PresidentsParty["letters"][number], words: Words): string => {
  const { id, subject, changedAt } = letter;
  return `${dayAt(changedAt)}: ${text(fate(letter, words))}${subject === undefined ? "" : `<br>${text(subject)}`}<br><span class="id">${text(id)}</span>`;
};

const contactItem = (
  { way, outcome, contactedOn, nextOn }: PresidentsParty["contacts"][number],
  words: Words,
): string =>
  `${day(contactedOn)}: ${text(words.contactWays[way])}. ${text(words.contactOutcomes[outcome])}.${nextOn === undefined ? "" : ` Next step on ${day(nextOn)}.`}`;

const row = ({ party, name, missing, letters, contacts }: PresidentsParty, asOf: Instant, words: Words): string => `
<tr><th scope="row"><bdi>${text(name)}</bdi><br><span class="id">${text(party)}</span></th>
<td>${list(missing.map((one) => missingItem(one, asOf, words)))}</td>
<td>${list(letters.map((letter) => letterItem(letter, words)))}</td>
<td>${list(contacts.map((contact) => contactItem(contact, words)))}</td></tr>`;

const section = (
  { regionalGroup, parties }: PresidentsListView["groups"][number],
  asOf: Instant,
  words: Words,
): string => `
<h2>${regionalGroup === null ? "Parties in no regional group" : text(words.regionalGroups[regionalGroup])}</h2>
<table>
<caption>${countInWords(parties.length, "party", "parties")}, those that have waited longest first</caption>
<colgroup><col class="party"><col class="missing"><col class="letters"><col class="contacts"></colgroup>
<thead><tr><th scope="col">Party</th><th scope="col">Nominations missing</th><th scope="col">Letters</th><th scope="col">Contacts</th></tr></thead>
<tbody>${parties.map((party) => row(party, asOf, words)).join("")}
</tbody></table>`;

const figureNames = {
  "focal-points-missing": "without a focal point",
  "experts-missing": "without a governmental expert",
} as const;

/** That older letters or contacts may be missing, where not all were read. */
const cutLines = ({ lettersSince, contactsSince }: PresidentsListView): readonly string[] =>
  Object.entries({ letters: lettersSince, contacts: contactsSince }).flatMap(([what, since]) =>
    since === undefined ? [] : [`Older ${what}, of ${dayAt(since)} or before, may be missing.`],
  );

/** The President's list as a page to print: English, as the words handed in, complete in itself, every value escaped. */
export const presidentsPage = (view: PresidentsListView, words: Words): string => {
  const { asOf, figures, groups } = view;
  const parties = groups.reduce((sum, group) => sum + group.parties.length, 0);
  const lines = figures.map(
    ({ figure, total, listed }) =>
      `${countInWords(total, "seat", "seats")} in reviews under way ${total === 1 ? "is" : "are"} ${figureNames[figure]}; ${listed} of them ${listed === 1 ? "is" : "are"} on this list.`,
  );
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Missing nominations: list for the President of the Conference, ${dayAt(asOf)}</title>
<link rel="icon" href="data:,">
<style>${style}</style>
</head>
<body>
<h1>Missing nominations</h1>
<p>List for the President of the Conference of the Parties, ${dayAt(asOf)}: ${countInWords(parties, "party", "parties")}</p>
<p class="small">${text(mechanism)}</p>
<p class="small">${[...lines.map(text), ...cutLines(view)].join("<br>")}</p>
${groups.length === 0 ? "<p>No nomination is on this list today.</p>" : groups.map((group) => section(group, asOf, words)).join("\n")}
</body>
</html>
`;
};
