import type { PresidentsParty } from "../../schemas/views/presidents-list.ts";
import type { PartyId } from "../../schemas/base/ids.ts";
import type { Instant } from "../../schemas/base/values.ts";
import type { CodeWords } from "../labels/words.ts";
import type { LetterWriter } from "../letters/content/letter-writer.ts";
import { clusterNumberOf } from "../letters/content/phrases.ts";
import { skipExplanation } from "./explain-missing-letter.ts";
import { countInWords, dayAt, decapitalize, onDay, text } from "./page-words.ts";

type Letter = PresidentsParty["letters"][number];
type Contact = PresidentsParty["contacts"][number];

/** The words of the codes on the page, and what writes clusters as letters do. */
export type PageWords = CodeWords & { readonly writer: LetterWriter };

/** Where on the page all of a party stands. */
export const placeOf = (party: PartyId): string => `party-${party}`;

const missingItem = (
  { kind, group, reviews, since, dueAt, listedSince }: PresidentsParty["missing"][number],
  asOf: Instant,
  words: PageWords,
): string =>
  [
    `${text(words.obligations[kind])} in ${text(reviews.join(", "))}, ${text(words.writer.write(clusterNumberOf(group)).text)}: missing since ${dayAt(since)}`,
    dueAt === undefined ? "" : `; ${dueAt < asOf ? "was due" : "due"} by ${dayAt(dueAt)}`,
    `; on this list since ${dayAt(listedSince)}`,
  ].join("");

/** What became of a letter; of one that was skipped also why. */
const fate = ({ state, reason }: Letter, words: CodeWords): string => {
  const became = words.letterStates[state];
  return reason === undefined ? became : `${became}: ${decapitalize(words.absences[skipExplanation[reason]])}`;
};

const letterItem = (letter: Letter, words: CodeWords): string =>
  `${dayAt(letter.changedAt)}: ${text(fate(letter, words))}${letter.subject === undefined ? "" : `<br>${text(letter.subject)}`}<br><span class="id">${text(letter.id)}</span>`;

const contactItem = ({ way, outcome, contactedOn, nextOn }: Contact, words: CodeWords): string =>
  `${onDay(contactedOn)}: ${text(words.contactWays[way])}. ${text(words.contactOutcomes[outcome])}.${nextOn === undefined ? "" : ` Next step on ${onDay(nextOn)}.`}`;

const list = (heading: string, items: readonly string[]): string =>
  `<h3>${heading}</h3>${items.length === 0 ? "<p>None</p>" : `<ul>${items.map((item) => `<li>${item}</li>`).join("")}</ul>`}`;

// A link into a closed part opens it, as what it leads to stands within.
const everything = (party: PresidentsParty, asOf: Instant, words: PageWords): string => `
<details><summary><bdi>${text(party.partyName ?? party.party)}</bdi> (${text(party.party)}): ${countInWords(party.letters.length, "letter", "letters")}, ${countInWords(party.contacts.length, "contact", "contacts")}</summary>
<div id="${placeOf(party.party)}">
${list(
  "Nominations missing",
  party.missing.map((one) => missingItem(one, asOf, words)),
)}
${list(
  "Letters",
  party.letters.map((letter) => letterItem(letter, words)),
)}
${list(
  "Contacts",
  party.contacts.map((contact) => contactItem(contact, words)),
)}
</div></details>`;

/** Everything that is missing of each party with its letters and contacts: on a screen; on paper it says where to find it. */
export const oneByOne = (parties: readonly PresidentsParty[], asOf: Instant, words: PageWords): string => `
<p class="paper small">Letters and contacts one by one: on the page itself, below this list, and in GET /v1/presidents-list.</p>
<section class="one-by-one" aria-labelledby="one-by-one">
<h2 id="one-by-one">Letters and contacts, one by one</h2>
${parties.map((party) => everything(party, asOf, words)).join("")}
</section>`;
