import type { PresidentsListView, PresidentsParty } from "../../schemas/views/presidents-list.ts";
import type { PartyId } from "../../schemas/base/ids.ts";
import type { Instant } from "../../schemas/base/values.ts";
import { skipExplanation } from "../views/explain-missing-letter.ts";
import { apart } from "./message-writer.ts";
import { decapitalize, text } from "../views/page-words.ts";
import type { PresidentsPageWriter } from "./presidents-page-writer.ts";

type Letter = PresidentsParty["letters"][number];
type Contact = PresidentsParty["contacts"][number];

/** Returns the parties of a list, in its order. */
export const partiesOf = ({ groups }: PresidentsListView): readonly PresidentsParty[] =>
  groups.flatMap(({ parties }) => parties);

/** Returns the place of the details of a party on the page. */
export const placeOf = (party: PartyId): string => `party-${party}`;

const missingItem = (
  missing: PresidentsParty["missing"][number],
  asOf: Instant,
  { words, html, dayAt, cluster }: PresidentsPageWriter,
): string => {
  const { kind, reviews, since, dueAt, listedSince } = missing;
  const due = dueAt === undefined ? { due: "none" } : { due: dueAt < asOf ? "past" : "ahead", dueOn: dayAt(dueAt) };
  const codes = reviews
    .map((review) => apart(review))
    .reduce((first, next) => ({ html: html("codes", { first, next }) }));
  return html("missingItem", {
    obligation: words.obligations[kind],
    reviews: codes,
    cluster: cluster(missing),
    since: dayAt(since),
    ...due,
    listed: dayAt(listedSince),
  });
};

/** Returns the state of a letter; for a skipped letter also the reason. */
const fate = ({ state, reason }: Letter, { words, say }: PresidentsPageWriter): string => {
  const became = words.letterStates[state];
  return reason === undefined
    ? became
    : say("fateWithReason", { state: became, reason: decapitalize(words.absences[skipExplanation[reason]]) });
};

/** Returns a letter with its subject, which is in the language of its recipient. */
const letterItem = (letter: Letter, writer: PresidentsPageWriter): string =>
  [
    writer.html("letterItem", { day: writer.dayAt(letter.changedAt), fate: fate(letter, writer) }),
    ...(letter.subject === undefined ? [] : [apart(letter.subject).html]),
    `<bdi class="id">${text(letter.id)}</bdi>`,
  ].join("<br>");

const contactItem = (
  { way, outcome, contactedOn, nextOn }: Contact,
  { words, html, day }: PresidentsPageWriter,
): string =>
  html("contactItem", {
    day: day(contactedOn),
    way: words.contactWays[way],
    outcome: words.contactOutcomes[outcome],
    ...(nextOn === undefined ? { next: "none" } : { next: "planned", nextOn: day(nextOn) }),
  });

const list = (heading: string, items: readonly string[], none = ""): string =>
  `<h3>${heading}</h3>${items.length === 0 ? `<p>${none}</p>` : `<ul>${items.map((item) => `<li>${item}</li>`).join("")}</ul>`}`;

const partySummary = (party: PresidentsParty, writer: PresidentsPageWriter): string =>
  writer.html("partySummary", {
    party: writer.party(party),
    code: apart(party.party),
    letters: party.letters.length,
    contacts: party.contacts.length,
  });

// A link to content inside a closed part opens that part.
const everything = (party: PresidentsParty, asOf: Instant, writer: PresidentsPageWriter): string => `
<details><summary>${partySummary(party, writer)}</summary>
<div id="${placeOf(party.party)}">
${list(
  writer.html("missing"),
  party.missing.map((one) => missingItem(one, asOf, writer)),
)}
${list(
  writer.html("letters"),
  party.letters.map((letter) => letterItem(letter, writer)),
  writer.html("noLetters"),
)}
${list(
  writer.html("contacts"),
  party.contacts.map((contact) => contactItem(contact, writer)),
  writer.html("noContacts"),
)}
</div></details>`;

/**
 * Returns the missing nominations of each party with its letters and contacts, on a screen; on paper it states where
 * they are.
 */
export const oneByOne = (parties: readonly PresidentsParty[], asOf: Instant, writer: PresidentsPageWriter): string => `
<p class="paper small">${writer.html("elsewhere", { call: apart("GET /v1/presidents-list") })}</p>
<section class="one-by-one" aria-labelledby="one-by-one">
<h2 id="one-by-one">${writer.html("oneByOne")}</h2>
${parties.map((party) => everything(party, asOf, writer)).join("")}
</section>`;
