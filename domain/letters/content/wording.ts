import {
  clusterOf,
  clustersOf,
  type CycleId,
  cycleOf,
  firstCycle,
  type GroupId,
  type PartyId,
  partsOfCycle,
  partsOfGroup,
  type PhaseId,
  type ReviewId,
} from "../../../schemas/base/ids.ts";
import type { MandateRole, SeatRole } from "../../../schemas/model/review.ts";
import type { CalendarDate, Instant, Instrument } from "../../../schemas/base/values.ts";
import { dayOf, longDate, type Period } from "../../base/time.ts";
import { capitalize, isolateDirection, type Markup, markup, keepOnOneLine } from "./html.ts";

/** A party as a letter names it. */
export interface NamedParty {
  readonly id: PartyId;
  /** In the language of the letter, without article. */
  readonly name: string;
}

/** Parties whose names take the article in a sentence, as the United Nations write them. */
const withArticle: ReadonlySet<string> = new Set(
  "AE BS CD CF CG CK DO EU GB GM KM KP KR LA MD MH NE NL PH PS RU SD SY TZ US VA".split(" "),
);

/** A party's name in the middle of a sentence: "France", "the Sudan", "the Plurinational State of Bolivia". */
export const inSentence = ({ id, name }: NamedParty): Markup => {
  const inverted = /^(.+) \((.+ of(?: the)?)\)$/.exec(name);
  if (inverted !== null) return isolateDirection(`the ${inverted[2]} ${inverted[1]}`);
  return isolateDirection(withArticle.has(id) ? `the ${name}` : name);
};

/** The same at the beginning of a sentence: "The Sudan". */
export const startingWith = (party: NamedParty): Markup => capitalize(inSentence(party));

/** What a party's representation is, in running text. */
export const missionWord = ({ id }: NamedParty): string => (id === "EU" ? "Delegation" : "Permanent Mission");

/** How a party's representation is addressed; that of the European Union is a delegation. */
export const representation = (party: NamedParty): Markup => markup`${missionWord(party)} of ${inSentence(party)}`;

/** The full name of the Mechanism. */
export const mechanism =
  "Mechanism for the Review of the Implementation of the United Nations Convention against Transnational Organized Crime and the Protocols thereto";

const ordinalWords = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];
const ordinalEndings: Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> = { one: "st", two: "nd", few: "rd" };
const ordinalRules = new Intl.PluralRules("en", { type: "ordinal" });
/** "third", and from eleven on "12th". */
const ordinal = (number: number): string =>
  ordinalWords[number - 1] ?? `${number}${ordinalEndings[ordinalRules.select(number)] ?? "th"}`;

/** The subjects of the thematic clusters [S21, S25, W]. */
const clusters: Readonly<Record<string, string>> = {
  "1": "criminalization and jurisdiction",
  "2": "prevention, technical assistance, protection measures and other measures",
  "3": "law enforcement and the judicial system",
  "4": "international cooperation, mutual legal assistance and confiscation",
};

/** "second cycle" */
export const cycleWords = (cycle: CycleId): string => `${ordinal(partsOfCycle(cycle).number)} cycle`;

/** " of the second cycle"; nothing of the first. */
const inCycle = (cycle: CycleId): string => (cycle === firstCycle ? "" : ` of the ${cycleWords(cycle)}`);

type OfCluster = ReviewId | GroupId | PhaseId;

/** A cluster by its number, with its cycle where that is not the first: "cluster 1", "cluster 1 of the second cycle". */
const clusterNumberIn = (cluster: number, cycle: CycleId): string => `cluster ${cluster}${inCycle(cycle)}`;

/** The cluster of a review, group or phase by its number, with its cycle where that is not the first. */
export const clusterNumberWords = (id: OfCluster): string => clusterNumberIn(clusterOf(id), cycleOf(id));

/** The clusters of some of them, each once, in their order: "cluster 1", "clusters 1 and 4". */
const clustersWords = (ids: readonly OfCluster[]): string =>
  enumerateWords(
    [...Map.groupBy(ids, cycleOf)]
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([cycle, some]) => {
        const numbers = clustersOf(some);
        const named = `${numbers.length === 1 ? "cluster" : "clusters"} ${enumerateWords(numbers.map(String))}`;
        return `${named}${inCycle(cycle)}`;
      }),
  );

/**
 * Words of a subject line with the clusters of the reviews that the letter is about, so that whoever has several reviews
 * of one party knows which is meant before it is opened: "Written feedback complete (cluster 1)".
 */
export const withClusters = (words: string, ids: readonly OfCluster[]): string =>
  ids.length === 0 ? words : `${words} (${clustersWords(ids)})`;

/** "cluster 1 (criminalization and jurisdiction)"; what clusters of other mechanisms are about is not known. */
const clusterWords = (cluster: number, cycle: CycleId): string => {
  const isOurs = partsOfCycle(cycle).mechanism === partsOfCycle(firstCycle).mechanism;
  const subject = isOurs ? clusters[cluster] : undefined;
  return `${clusterNumberIn(cluster, cycle)}${subject === undefined ? "" : ` (${subject})`}`;
};

/** The cluster that a phase reviews. */
export const phaseWords = (phase: PhaseId): string => clusterWords(clusterOf(phase), cycleOf(phase));

/** "first group", and "cluster 1 (criminalization and jurisdiction)". */
export const groupWords = (group: GroupId): { readonly group: string; readonly cluster: string } => {
  const { cluster, group: number } = partsOfGroup(group);
  return { group: `${ordinal(number)} group`, cluster: clusterWords(cluster, cycleOf(group)) };
};

const instruments: { readonly [I in Instrument]: string } = {
  UNTOC: "the Convention",
  TIP: "the Trafficking in Persons Protocol",
  SOM: "the Smuggling of Migrants Protocol",
  FP: "the Firearms Protocol",
};
const instrumentOrder: readonly Instrument[] = ["UNTOC", "TIP", "SOM", "FP"];

/** "the Convention, the Trafficking in Persons Protocol and the Firearms Protocol" */
export const instrumentWords = (held: readonly Instrument[]): string =>
  enumerateWords(
    instrumentOrder.filter((instrument) => held.includes(instrument)).map((instrument) => instruments[instrument]),
  );

const enumerateWords = (items: readonly string[]): string =>
  items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")} and ${items.at(-1)}`;

export const seatWords: { readonly [R in SeatRole]: string } = {
  "under-review": "Party under review",
  reviewing: "Reviewing party",
  "additional-reviewer": "Additional reviewing party",
};

export const mandateWords: { readonly [R in MandateRole]: string } = {
  "focal-point": "focal point",
  expert: "governmental expert",
  observer: "observer",
};

/** "Reminder: written feedback": a title in the subject of a letter that reminds of what it names. */
export const reminderOf = (title: string): string => `Reminder: ${title.charAt(0).toLowerCase()}${title.slice(1)}`;

/** A day written out, kept on one line: 15 December 2020. */
export const day = (date: CalendarDate): Markup => keepOnOneLine(longDate(date, "en"));

/** "end of 15 December 2020, Vienna time": how a due date is told, so that nobody counts hours. */
export const endOf = (dueAt: Instant): Markup => markup`end of ${day(dayOf(dueAt))}, Vienna time`;

const numbers = ["no", "one", "two", "three", "four", "five", "six"];

/** "two weeks" */
export const periodWords = (period: Period): string => {
  const [[unit, count] = ["days", 0]] = Object.entries(period);
  const number = numbers[count] ?? String(count);
  return `${number} ${count === 1 ? unit.slice(0, -1) : unit}`;
};
