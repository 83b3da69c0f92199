import type { PresidentsListView, PresidentsParty } from "../../schemas/views/presidents-list.ts";
import { phaseIdOf } from "../../schemas/base/ids.ts";
import type { Instant } from "../../schemas/base/values.ts";
import { directionOf } from "../labels/direction.ts";
import { colonIn } from "../letters/content/html.ts";
import { clusterNumberOf, cyclePhrase } from "../letters/content/phrases.ts";
import { inForce } from "../base/settings.ts";
import { listedAfter } from "../policy/reminders.ts";
import { clockTime, dayOf, longDate, type Period } from "../base/time.ts";
import { apart, type Html } from "./message-writer.ts";
import { decapitalize, text } from "../views/page-words.ts";
import { oneByOne, partiesOf, placeOf } from "./presidents-page-parties.ts";
import { presidentsPageStyle } from "./presidents-page-style.ts";
import type { PresidentsPageWriter } from "./presidents-page-writer.ts";

/** The content policy of the page: it may load nothing except its own styles. */
const contents = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";
/** The content policy of the HTTP response, which also limits the frames that may show the page. */
export const presidentsPagePolicy = `${contents}; frame-ancestors 'none'`;

type Group = PresidentsListView["groups"][number];
type Missing = PresidentsParty["missing"];
type Kind = Missing[number]["kind"];

const kinds = ["focal-point", "experts"] as const;

const earliest = (instants: readonly Instant[]): Instant | undefined => instants.toSorted()[0];

const seatsIn = (missing: Missing): number => missing.reduce((sum, { reviews }) => sum + reviews.length, 0);

/** Returns the number of seats of some parties without a nomination of a kind: one in each review. */
const seatsOf = (parties: readonly PresidentsParty[], kind: Kind): number =>
  seatsIn(parties.flatMap(({ missing }) => missing.filter((one) => one.kind === kind)));

const firstSince = (parties: readonly PresidentsParty[]): Instant | undefined =>
  earliest(parties.flatMap(({ missing }) => missing.map(({ since }) => since)));

/**
 * Returns the earliest date of some seats: the due date or, if they have none, the day since which the seat is vacant.
 */
const dateOf = (missing: Missing): { readonly date: "from" | "due" | "since"; readonly at: Instant | undefined } => {
  const first = earliest(missing.flatMap(({ dueAt }) => (dueAt === undefined ? [] : [dueAt])));
  if (first === undefined) return { date: "since", at: earliest(missing.map(({ since }) => since)) };
  const isOne = new Set(missing.map(({ dueAt }) => dueAt)).size === 1;
  return { date: isOne ? "due" : "from", at: first };
};

/**
 * Returns one line for the missing nominations of a kind in a cluster: the number of reviews, and the earliest of the
 * dates.
 */
const missingLine = (missing: Missing, kind: Kind, cluster: string, { html, dayAt }: PresidentsPageWriter): string => {
  const { date, at } = dateOf(missing);
  if (at === undefined) return "";
  const values = { kind, cluster: { html: cluster }, reviews: seatsIn(missing), date, day: dayAt(at) };
  return `<span>${html("missingLine", values)}</span>`;
};

/** Returns the missing nominations of a kind, cluster by cluster: several clusters run in parallel. */
const missingLines = ({ missing }: PresidentsParty, kind: Kind, writer: PresidentsPageWriter): string => {
  const ofKind = missing.filter((one) => one.kind === kind).toSorted((one, other) => one.cluster - other.cluster);
  return [...Map.groupBy(ofKind, (one) => writer.cluster(one).html)]
    .map(([cluster, some]) => missingLine(some, kind, cluster, writer))
    .join("");
};

/** Returns two lines on the letters to a party: the number that arrived, and the state of the last. */
const letterLines = ({ letters }: PresidentsParty, { words, html, dayAt }: PresidentsPageWriter): string => {
  const [last] = letters;
  if (last === undefined) return html("noLetters");
  const delivered = letters.filter(({ state }) => state === "delivered").length;
  const became =
    last.state === "delivered"
      ? html("lastDelivered", { day: dayAt(last.changedAt) })
      : html("lastLetter", { state: decapitalize(words.letterStates[last.state]) });
  return `<span>${html("letterCounts", { count: letters.length, delivered })}</span><span>${became}</span>`;
};

/** Returns two lines on the contacts with a party: their number, and the result of the last. */
const contactLines = ({ contacts }: PresidentsParty, { words, html, day }: PresidentsPageWriter): string => {
  const [last] = contacts;
  if (last === undefined) return html("noContacts");
  const counts = html("contactCounts", { count: contacts.length, day: day(last.contactedOn) });
  return `<span>${counts}</span><span>${text(words.contactOutcomes[last.outcome])}</span>`;
};

const row = (party: PresidentsParty, writer: PresidentsPageWriter): string => `
<tr role="row"><th role="rowheader" scope="row"><a href="#${placeOf(party.party)}">${writer.party(party).html}</a></th>
<td role="cell" data-label="${writer.html("missing")}">${kinds.map((kind) => missingLines(party, kind, writer)).join("")}</td>
<td role="cell" data-label="${writer.html("letters")}">${letterLines(party, writer)}</td>
<td role="cell" data-label="${writer.html("contacts")}">${contactLines(party, writer)}</td></tr>`;

const nameOf = ({ regionalGroup }: Group, { words, html }: PresidentsPageWriter): string =>
  regionalGroup === undefined ? html("noRegionalGroup") : text(words.regionalGroups[regionalGroup]);
const placeOfGroup = ({ regionalGroup }: Group): string => `group-${regionalGroup ?? "NONE"}`;

const header = (cells: readonly string[]): string =>
  `<thead role="rowgroup"><tr role="row">${cells.map((cell) => `<th role="columnheader" scope="col">${cell}</th>`).join("")}</tr></thead>`;

const onScreen = (words: string): string => `<span class="screen">${words}</span>`;

const section = (group: Group, writer: PresidentsPageWriter): string => `
<section aria-labelledby="${placeOfGroup(group)}">
<h2 id="${placeOfGroup(group)}">${nameOf(group, writer)}</h2>
<table role="table" class="parties">
<caption>${writer.html("groupCaption", { parties: group.parties.length }, { screen: onScreen })}</caption>
<colgroup><col class="party"><col class="missing"><col class="letters"><col class="contacts"></colgroup>
${header((["party", "missing", "letters", "contacts"] as const).map((column) => writer.html(column)))}
<tbody role="rowgroup">${group.parties.map((party) => row(party, writer)).join("")}
</tbody></table>
</section>`;

const figureMessages = { "focal-points-missing": "focalPointSeats", "experts-missing": "expertSeats" } as const;

const figureLines = ({ figures }: PresidentsListView, { html }: PresidentsPageWriter): readonly string[] =>
  figures.map(({ figure, total, listed }) => html(figureMessages[figure], { total, listed }));

/** Returns the remark that older letters or contacts may be missing, if not all were read. */
const cutLines = (
  { lettersSince, contactsSince }: PresidentsListView,
  { html, dayAt }: PresidentsPageWriter,
): readonly string[] => [
  ...(lettersSince === undefined ? [] : [html("olderLetters", { day: dayAt(lettersSince) })]),
  ...(contactsSince === undefined ? [] : [html("olderContacts", { day: dayAt(contactsSince) })]),
];

const periodInWords = (period: Period, { say }: PresidentsPageWriter): string => {
  if ("days" in period) return say("periodDays", { count: period.days });
  return "weeks" in period
    ? say("periodWeeks", { count: period.weeks })
    : say("periodMonths", { count: period.months });
};

/** Returns lines with the period before a nomination is listed, the day of the earliest gap, and the next listing. */
const beginningLines = (view: PresidentsListView, writer: PresidentsPageWriter): readonly string[] => {
  const { html, dayAt } = writer;
  const { asOf, nextListedAt } = view;
  const period = periodInWords(inForce(listedAfter.president, dayOf(asOf)), writer);
  const first = firstSince(partiesOf(view));
  return [
    html("beginning", { period }),
    ...(first === undefined ? [] : [html("firstSince", { day: dayAt(first) })]),
    ...(nextListedAt === undefined ? [] : [html("next", { day: dayAt(nextListedAt) })]),
  ];
};

const summaryColumns = ["parties", "withoutFocalPoint", "withoutExperts", "earliest"] as const;

/** Returns one cell for each of the columns; on a telephone the name of the column precedes it. */
const summaryCells = (parties: readonly PresidentsParty[], { language, html, dayAt }: PresidentsPageWriter): string => {
  const since = firstSince(parties);
  const values = {
    parties: String(parties.length),
    withoutFocalPoint: String(seatsOf(parties, "focal-point")),
    withoutExperts: String(seatsOf(parties, "experts")),
    earliest: since === undefined ? "" : dayAt(since).html,
  };
  return summaryColumns
    .map((column) => `<td role="cell" data-label="${html(column)}${colonIn(language)}">${values[column]}</td>`)
    .join("");
};

const summaryTable = (view: PresidentsListView, writer: PresidentsPageWriter): string => {
  const { html } = writer;
  const groupRow = (group: Group): string =>
    `<tr role="row"><th role="rowheader" scope="row">${nameOf(group, writer)}</th>${summaryCells(group.parties, writer)}</tr>`;
  return `
<table role="table" class="summary">
<caption>${html("summaryCaption")}</caption>
${header((["regionalGroup", ...summaryColumns] as const).map((column) => html(column)))}
<tbody role="rowgroup">${view.groups.map(groupRow).join("")}</tbody>
<tfoot role="rowgroup"><tr role="row"><th role="rowheader" scope="row">${html("together")}</th>${summaryCells(partiesOf(view), writer)}</tr></tfoot>
</table>`;
};

const navigation = (groups: readonly Group[], writer: PresidentsPageWriter): string => `
<nav aria-label="${writer.html("navigation")}"><ul>${[
  ...groups.map((group) => [placeOfGroup(group), nameOf(group, writer)]),
  ["one-by-one", writer.html("oneByOneShort")],
]
  .map(([place, name]) => `<li><a href="#${place}">${name}</a></li>`)
  .join("")}</ul></nav>`;

/** Returns the cluster or cycle to which the list is narrowed, if it is. */
const narrowedTo = (
  { cycle, cluster }: PresidentsListView,
  { letters }: PresidentsPageWriter,
): Readonly<Record<string, string | Html>> => {
  if (cluster !== undefined)
    return { narrowed: "cluster", phase: letters.write(clusterNumberOf(phaseIdOf(cluster, cycle))) };
  return cycle === undefined ? { narrowed: "none" } : { narrowed: "cycle", phase: letters.write(cyclePhrase(cycle)) };
};

const subheading = (view: PresidentsListView, writer: PresidentsPageWriter): string =>
  writer.html("subheading", {
    day: writer.dayAt(view.asOf),
    time: apart(clockTime(view.asOf)),
    ...narrowedTo(view, writer),
    parties: partiesOf(view).length,
  });

const body = (view: PresidentsListView, writer: PresidentsPageWriter): string => {
  const { asOf, groups } = view;
  const { html } = writer;
  const isEmpty = groups.length === 0;
  return `<header>
<h1>${html("heading")}</h1>
<p>${subheading(view, writer)}</p>
<p class="small">${text(writer.letters.line("mechanism"))}</p>
${isEmpty ? "" : navigation(groups, writer)}
</header>
<main>
<section aria-labelledby="summary">
<h2 id="summary">${html("summary")}</h2>
<p>${[...(isEmpty ? [html("empty")] : []), ...figureLines(view, writer)].join("<br>")}</p>
<p class="small">${[...beginningLines(view, writer), ...cutLines(view, writer)].join("<br>")}</p>
${isEmpty ? "" : summaryTable(view, writer)}
</section>
${groups.map((group) => section(group, writer)).join("\n")}
${isEmpty ? "" : oneByOne(partiesOf(view), asOf, writer)}
</main>`;
};

/**
 * Returns the President's list as a page to read and to print, in the language of the writer: self-contained, every
 * value escaped. There is a row for each party, and below them, on a screen, its letters and contacts one by one.
 */
export const presidentsPage = (view: PresidentsListView, writer: PresidentsPageWriter): string => `<!doctype html>
<html lang="${writer.language}" dir="${directionOf(writer.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="content-security-policy" content="${contents}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${writer.html("title", { day: longDate(dayOf(view.asOf), writer.language) })}</title>
<link rel="icon" href="data:,">
<style>${presidentsPageStyle}</style>
</head>
<body>
${body(view, writer)}
</body>
</html>
`;
