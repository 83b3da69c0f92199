import type { PresidentsListView, PresidentsParty } from "../../schemas/views/presidents-list.ts";
import { phaseIdOf } from "../../schemas/base/ids.ts";
import type { Instant } from "../../schemas/base/values.ts";
import type { CodeWords } from "../labels/words.ts";
import type { LetterWriter } from "../letters/content/letter-writer.ts";
import { clusterNumberOf, cyclePhrase } from "../letters/content/phrases.ts";
import { inForce, listedAfter } from "../base/policy.ts";
import { clockTime, dayOf, type Period } from "../base/time.ts";
import { countInWords, dayAt, decapitalize, onDay, text } from "./page-words.ts";
import { oneByOne, type PageWords, placeOf } from "./presidents-page-parties.ts";
import { presidentsPageStyle } from "./presidents-page-style.ts";

/** What the page may load: nothing, but for its own styles. */
const contents = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";
/** The same for the answer, which says also where the page may be shown. */
export const presidentsPagePolicy = `${contents}; frame-ancestors 'none'`;

type Group = PresidentsListView["groups"][number];
type Kind = PresidentsParty["missing"][number]["kind"];

const kindNames: Readonly<Record<Kind, string>> = { "focal-point": "Focal point", experts: "Experts" };
const kinds = ["focal-point", "experts"] as const;

const earliest = (instants: readonly Instant[]): Instant | undefined => instants.toSorted()[0];

const seatsIn = (missing: PresidentsParty["missing"]): number =>
  missing.reduce((sum, { reviews }) => sum + reviews.length, 0);

/** How many seats of some parties are without a nomination of a kind: one in each review. */
const seatsOf = (parties: readonly PresidentsParty[], kind: Kind): number =>
  seatsIn(parties.flatMap(({ missing }) => missing.filter((one) => one.kind === kind)));

const firstSince = (parties: readonly PresidentsParty[]): Instant | undefined =>
  earliest(parties.flatMap(({ missing }) => missing.map(({ since }) => since)));

/** One line for all that is missing of a kind in a cluster: in how many reviews, and the earliest of its dates. */
const missingLine = (missing: PresidentsParty["missing"], kind: Kind, cluster: string): string => {
  const [reviews, since] = [seatsIn(missing), earliest(missing.map((one) => one.since))];
  if (since === undefined) return "";
  const due = missing.flatMap(({ dueAt }) => (dueAt === undefined ? [] : [dueAt]));
  const first = earliest(due);
  const from = new Set(missing.map(({ dueAt }) => dueAt)).size > 1 ? " from" : "";
  const date = first === undefined ? `since ${dayAt(since)}` : `due${from} ${dayAt(first)}`;
  return `<span>${kindNames[kind]}, ${text(cluster)}: ${countInWords(reviews, "review", "reviews")}, ${date}</span>`;
};

/** What is missing of a kind, cluster by cluster: several run side by side. */
const missingLines = ({ missing }: PresidentsParty, kind: Kind, { writer }: PageWords): string => {
  const ofKind = missing.filter((one) => one.kind === kind).toSorted((one, other) => one.cluster - other.cluster);
  return [...Map.groupBy(ofKind, ({ group }) => writer.write(clusterNumberOf(group)).text)]
    .map(([cluster, some]) => missingLine(some, kind, cluster))
    .join("");
};

/** Two lines on the letters to a party: how many arrived, and what became of the last. */
const letterLines = ({ letters }: PresidentsParty, words: CodeWords): string => {
  const [last] = letters;
  if (last === undefined) return "None";
  const delivered = letters.filter(({ state }) => state === "delivered").length;
  const became =
    last.state === "delivered"
      ? `last on ${dayAt(last.changedAt)}`
      : `last: ${text(decapitalize(words.letterStates[last.state]))}`;
  return `<span>${letters.length}, ${delivered} delivered</span><span>${became}</span>`;
};

/** Two lines on the contacts with a party: how many, and what came of the last. */
const contactLines = ({ contacts }: PresidentsParty, words: CodeWords): string => {
  const [last] = contacts;
  if (last === undefined) return "None";
  return `<span>${contacts.length}, last on ${onDay(last.contactedOn)}</span><span>${text(words.contactOutcomes[last.outcome])}</span>`;
};

const row = (party: PresidentsParty, words: PageWords): string => `
<tr role="row"><th role="rowheader" scope="row"><a href="#${placeOf(party.party)}"><bdi>${text(party.partyName ?? party.party)}</bdi></a></th>
<td role="cell" data-label="Nominations missing">${kinds.map((kind) => missingLines(party, kind, words)).join("")}</td>
<td role="cell" data-label="Letters">${letterLines(party, words)}</td>
<td role="cell" data-label="Contacts">${contactLines(party, words)}</td></tr>`;

const nameOf = ({ regionalGroup }: Group, words: CodeWords): string =>
  regionalGroup === null ? "Parties in no regional group" : text(words.regionalGroups[regionalGroup]);
const placeOfGroup = ({ regionalGroup }: Group): string => `group-${regionalGroup ?? "NONE"}`;

const header = (cells: readonly string[]): string =>
  `<thead role="rowgroup"><tr role="row">${cells.map((cell) => `<th role="columnheader" scope="col">${cell}</th>`).join("")}</tr></thead>`;

const section = (group: Group, words: PageWords): string => `
<section aria-labelledby="${placeOfGroup(group)}">
<h2 id="${placeOfGroup(group)}">${nameOf(group, words)}</h2>
<table role="table" class="parties">
<caption>${countInWords(group.parties.length, "party", "parties")}, those that have waited longest first<span class="screen">; the name of each leads to its letters and contacts one by one</span></caption>
<colgroup><col class="party"><col class="missing"><col class="letters"><col class="contacts"></colgroup>
${header(["Party", "Nominations missing", "Letters", "Contacts"])}
<tbody role="rowgroup">${group.parties.map((party) => row(party, words)).join("")}
</tbody></table>
</section>`;

const figureNames = {
  "focal-points-missing": "without a focal point",
  "experts-missing": "without a governmental expert",
} as const;

const figureLines = ({ figures }: PresidentsListView): readonly string[] =>
  figures.map(
    ({ figure, total, listed }) =>
      `${countInWords(total, "seat", "seats")} in reviews under way ${total === 1 ? "is" : "are"} ${figureNames[figure]}; ${listed} of them ${listed === 1 ? "is" : "are"} on this list.`,
  );

/** That older letters or contacts may be missing, where not all were read. */
const cutLines = ({ lettersSince, contactsSince }: PresidentsListView): readonly string[] =>
  Object.entries({ letters: lettersSince, contacts: contactsSince }).flatMap(([what, since]) =>
    since === undefined ? [] : [`Older ${what}, of ${dayAt(since)} or before, may be missing.`],
  );

const periodInWords = (period: Period): string =>
  Object.entries(period)
    .map(([unit, count]: [string, number]) => countInWords(count, unit.slice(0, -1), unit))
    .join("");

/** From which day on a nomination is on the list, and since when the first of them has been missing. */
const beginningLines = ({ asOf, groups, nextListedAt }: PresidentsListView): readonly string[] => {
  const period = inForce(listedAfter.president, dayOf(asOf));
  const first = firstSince(groups.flatMap(({ parties }) => parties));
  return [
    `A nomination comes on this list ${periodInWords(period)} after its date, at 09:00 in Vienna; where it has no date, so long after the seat fell vacant.`,
    first === undefined
      ? ""
      : `The first on it has been missing since ${dayAt(first)}. Letters and contacts are counted from the day on which the first of a party’s seats fell vacant.`,
    nextListedAt === undefined
      ? ""
      : `Of those that are missing and not yet on it, the next comes on it on ${dayAt(nextListedAt)}.`,
  ].filter((line) => line !== "");
};

const summaryCells = (parties: readonly PresidentsParty[]): string => {
  const since = firstSince(parties);
  return [
    ["Parties", String(parties.length)],
    ["Without a focal point", String(seatsOf(parties, "focal-point"))],
    ["Without experts", String(seatsOf(parties, "experts"))],
    ["First missing since", since === undefined ? "" : dayAt(since)],
  ]
    .map(([label, value]) => `<td role="cell" data-label="${label}">${value}</td>`)
    .join("");
};

const summaryTable = (groups: readonly Group[], words: CodeWords): string => `
<table role="table" class="summary">
<caption>Parties, and seats in reviews, by regional group</caption>
${header(["Regional group", "Parties", "Without a focal point", "Without experts", "First missing since"])}
<tbody role="rowgroup">${groups.map((group) => `<tr role="row"><th role="rowheader" scope="row">${nameOf(group, words)}</th>${summaryCells(group.parties)}</tr>`).join("")}</tbody>
<tfoot role="rowgroup"><tr role="row"><th role="rowheader" scope="row">Together</th>${summaryCells(groups.flatMap(({ parties }) => parties))}</tr></tfoot>
</table>`;

const navigation = (groups: readonly Group[], words: CodeWords): string => `
<nav aria-label="Parts of the list"><ul>${[
  ...groups.map((group) => [placeOfGroup(group), nameOf(group, words)]),
  ["one-by-one", "One by one"],
]
  .map(([place, name]) => `<li><a href="#${place}">${name}</a></li>`)
  .join("")}</ul></nav>`;

/** To which cluster or cycle the list is narrowed; nothing where it is not. */
const narrowedTo = ({ cycle, cluster }: PresidentsListView, { write }: LetterWriter): string => {
  if (cluster !== undefined) return `, in ${write(clusterNumberOf(phaseIdOf(cluster, cycle))).text} alone`;
  return cycle === undefined ? "" : `, in the ${write(cyclePhrase(cycle)).text} alone`;
};

const body = (view: PresidentsListView, words: PageWords): string => {
  const { asOf, groups } = view;
  const parties = groups.flatMap((group) => group.parties);
  return `<header>
<h1>Missing nominations</h1>
<p>List for the President of the Conference of the Parties, as at ${dayAt(asOf)}, ${clockTime(asOf)} in Vienna${text(narrowedTo(view, words.writer))}: ${countInWords(parties.length, "party", "parties")}</p>
<p class="small">${text(words.writer.line("mechanism"))}</p>
${groups.length === 0 ? "" : navigation(groups, words)}
</header>
<main>
<section aria-labelledby="summary">
<h2 id="summary">Summary</h2>
<p>${[...(groups.length === 0 ? ["No nomination is on this list today."] : []), ...figureLines(view)].map(text).join("<br>")}</p>
<p class="small">${[...beginningLines(view), ...cutLines(view)].map(text).join("<br>")}</p>
${groups.length === 0 ? "" : summaryTable(groups, words)}
</section>
${groups.map((group) => section(group, words)).join("\n")}
${groups.length === 0 ? "" : oneByOne(parties, asOf, words)}
</main>`;
};

/**
 * The President's list as a page to read and to print: English, as the words and the writer handed in, complete in itself,
 * every value escaped. Two lines a party, and below them, on a screen, its letters and contacts one by one.
 */
export const presidentsPage = (
  view: PresidentsListView,
  words: CodeWords,
  writer: LetterWriter,
): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="content-security-policy" content="${contents}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Missing nominations: list for the President of the Conference, ${dayAt(view.asOf)}</title>
<link rel="icon" href="data:,">
<style>${presidentsPageStyle}</style>
</head>
<body>
${body(view, { ...words, writer })}
</body>
</html>
`;
