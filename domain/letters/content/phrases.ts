import {
  clusterOf,
  clustersOf,
  type CycleId,
  cycleOf,
  firstCycle,
  type GroupId,
  partsOfCycle,
  partsOfGroup,
  type PhaseId,
  type ReviewId,
} from "../../../schemas/base/ids.ts";
import type { MandateRole, ObligationKind, RecordedDecision } from "../../../schemas/model/review.ts";
import type { CalendarDate, Gender, Instant, Instrument } from "../../../schemas/base/values.ts";
import { dayOf, type Period } from "../../base/time.ts";
import type { MessageKey, NamedParty } from "../messages/letter-wording.ts";
import { keepOnOneLine } from "./html.ts";
import type { Day, Phrase, Value, Values } from "./letter-writer.ts";

/** Returns a message as a phrase, with its values. */
export const phrase = (key: MessageKey, values?: Values): Phrase =>
  values === undefined ? { phrase: key } : { phrase: key, values };

/** Returns a day, written out. */
export const day = (date: CalendarDate): Day => ({ day: date });

/** Returns "end of 15 December 2020, Vienna time", the form of a due date without an hour. */
export const endOf = (dueAt: Instant): Phrase => phrase("end-of-day", { day: day(dayOf(dueAt)) });

/** Returns the kind of a party's representation: that of the European Union is a delegation. */
export const missionKind = ({ id }: NamedParty): "delegation" | "mission" => (id === "EU" ? "delegation" : "mission");

/** Returns the name of a party's representation. */
export const missionOf = (party: NamedParty): Phrase => phrase("mission", { kind: missionKind(party) });

/** Returns the form of address of a party's representation. */
export const representation = (party: NamedParty): Phrase =>
  phrase("representation", { mission: missionOf(party), party });

type OfCluster = ReviewId | GroupId | PhaseId;

/** Returns "second cycle". */
export const cyclePhrase = (cycle: CycleId): Phrase => phrase("cycle", { number: partsOfCycle(cycle).number });

const clusterNumber = (cluster: number, cycle: CycleId): Phrase =>
  cycle === firstCycle
    ? phrase("cluster", { number: cluster })
    : phrase("cluster.of-cycle", { number: cluster, cycle: cyclePhrase(cycle) });

/**
 * Returns the cluster of a review, group or phase by its number, with its cycle unless that is the first: "cluster 1".
 */
export const clusterNumberOf = (id: OfCluster): Phrase => clusterNumber(clusterOf(id), cycleOf(id));

const clusterSubjects: Readonly<Record<number, MessageKey>> = {
  1: "cluster.subject.1",
  2: "cluster.subject.2",
  3: "cluster.subject.3",
  4: "cluster.subject.4",
};

/**
 * Returns "cluster 1 (criminalization and jurisdiction)"; the subjects of clusters of other mechanisms are not known.
 */
const clusterWithSubject = (cluster: number, cycle: CycleId): Phrase => {
  const isOurs = partsOfCycle(cycle).mechanism === partsOfCycle(firstCycle).mechanism;
  const subject = isOurs ? clusterSubjects[cluster] : undefined;
  const number = clusterNumber(cluster, cycle);
  return subject === undefined ? number : phrase("cluster.with-subject", { cluster: number, subject: phrase(subject) });
};

/** Returns the cluster of a group, with its subject. */
export const clusterOfGroup = (group: GroupId): Phrase =>
  clusterWithSubject(partsOfGroup(group).cluster, cycleOf(group));

/** Returns the cluster that a phase reviews, with its subject. */
export const clusterOfPhase = (phase: PhaseId): Phrase => clusterWithSubject(clusterOf(phase), cycleOf(phase));

/** Returns "first group". */
export const groupPhrase = (group: GroupId): Phrase => phrase("group", { number: partsOfGroup(group).group });

/** Returns the clusters of some reviews, groups or phases, each once, in order: "cluster 1", "clusters 1 and 4". */
export const clustersPhrase = (ids: readonly OfCluster[]): readonly Phrase[] =>
  [...Map.groupBy(ids, cycleOf)]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([cycle, some]) => {
      const numbers = clustersOf(some);
      const values = { count: numbers.length, numbers: numbers.map(String) };
      return cycle === firstCycle
        ? phrase("clusters", values)
        : phrase("clusters.of-cycle", { ...values, cycle: cyclePhrase(cycle) });
    });

/**
 * Returns the words of a subject line with the clusters of the reviews: "Written feedback complete (cluster 1)". A
 * recipient with several reviews of one party can then see which is meant before opening the letter.
 */
export const withClusters = (words: Value, ids: readonly OfCluster[]): Value =>
  ids.length === 0 ? words : phrase("with-clusters", { words, clusters: clustersPhrase(ids) });

/** Returns "Reminder: written feedback", the title of an obligation in the subject of a reminder. */
export const reminderOf = (title: Value): Phrase => phrase("reminder", { title });

const instrumentOrder: readonly Instrument[] = ["UNTOC", "TIP", "SOM", "FP"];

/** Returns "the Convention, the Trafficking in Persons Protocol and the Firearms Protocol". */
export const instrumentPhrases = (held: readonly Instrument[]): readonly Phrase[] =>
  instrumentOrder
    .filter((instrument) => held.includes(instrument))
    .map((instrument) => phrase(`instrument.${instrument}`));

/**
 * Returns "governmental expert"; in languages that have a form for women, that form if the gender on record is female.
 */
export const mandatePhrase = (role: MandateRole, gender: Gender | undefined): Phrase =>
  phrase(`mandate.${role}`, { gender: gender ?? "other" });

/** Returns "two weeks". */
export const periodPhrase = (period: Period): Phrase => {
  if ("days" in period) return phrase("period.days", { count: period.days });
  return "weeks" in period
    ? phrase("period.weeks", { count: period.weeks })
    : phrase("period.months", { count: period.months });
};

/** Returns the title of an obligation in a list: "Nomination of a focal point", "Written feedback". */
export const titleOfObligation = (kind: ObligationKind): Phrase => phrase(`obligation-title.${kind}`);

/** Returns "by decision of the Conference of the Parties of 17 October 2022 (CTOC/COP/2022/9)". */
export const byDecision = ({ body, document, decidedOn }: RecordedDecision): Phrase =>
  phrase("decision", { body, day: day(decidedOn), document });

/** Returns the number of a review, as it is printed: c1-FR. */
export const codeOf = (id: ReviewId): Value => keepOnOneLine(id);
