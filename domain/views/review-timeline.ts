import { defined } from "../../schemas/base/defined.ts";
import type * as z from "zod";
import { cycleAndClusterOf, type PartyId } from "../../schemas/base/ids.ts";
import type { CalendarDate, Instant, Language } from "../../schemas/base/values.ts";
import type { Fact, FactOf } from "../../schemas/model/fact.ts";
import type { Group } from "../../schemas/model/group.ts";
import type { JournalEntry } from "../../schemas/model/journal-entry.ts";
import type { Review } from "../../schemas/model/review.ts";
import type { CorrectableDate } from "../../schemas/model/correctable-date.ts";
import type { BlockerView, ObligationView } from "../../schemas/views/core.ts";
import type { ReviewTimelineView, TimelineEvent } from "../../schemas/views/review-timeline.ts";
import type { Actor } from "../base/actor.ts";
import { dayOf, longDate } from "../base/time.ts";
import { fill } from "../labels/fill.ts";
import type { Words } from "../labels/words.ts";
import { blockersOf } from "../oversight/blockers.ts";
import { timelineOf } from "../oversight/timeline.ts";
import { evolveReview } from "../review/evolve.ts";
import { timelineSentenceOf } from "../review/fact-kinds.ts";
import type { Speech, TimelineSentence } from "../review/facts/timeline-sentence.ts";
import type { TimelineWords } from "../review/facts/timeline-words.ts";
import { obligationIdOf } from "../review/obligations.ts";
import { seesInPart } from "../review/visibility.ts";
import { obligationsFor, obligationView } from "./reviews.ts";

/** The reader of a timeline, and the words for it. */
export interface TimelineReader {
  readonly actor: Actor;
  readonly now: Instant;
  readonly language: Language;
  readonly labels: Words;
  readonly words: TimelineWords;
  readonly partyNames: ReadonlyMap<string, string>;
}

type Given<View> = Omit<View, "partyName">;

/** An event with its place in the order: of its day, then of recording. */
interface PlacedEvent {
  readonly place: string;
  readonly event: Given<TimelineEvent>;
}

interface ShownFact {
  readonly fact: Fact;
  readonly sentence: TimelineSentence;
  readonly version: number;
  /** Which fact of its entry it is. */
  readonly number: number;
  readonly recordedOn: CalendarDate;
}

/** Facts that follow from an act and have no sentence next to it. */
const consequences: ReadonlySet<Fact["kind"]> = new Set(["obligation-met"]);
const dates: ReadonlySet<Fact["kind"]> = new Set(["stage-changed", "obligation-opened", "obligation-voided"]);

/**
 * Returns the facts of an entry for a reader. A met obligation is left out where the reader sees the act that met it.
 */
const withoutConsequences = (own: readonly ShownFact[]): readonly ShownFact[] => {
  const namesAct = own.some(({ fact: { kind } }) => !consequences.has(kind) && !dates.has(kind));
  return namesAct ? own.filter(({ fact: { kind } }) => !consequences.has(kind)) : own;
};

/** Returns every fact of a timeline, with the review as it was with it. */
const shownFacts = (entries: readonly JournalEntry[]): readonly (readonly ShownFact[])[] => {
  let review: Review | undefined;
  return entries.map(({ version, recordedAt, facts }) =>
    facts.flatMap((fact, number) => {
      const before = review;
      review = evolveReview(before, fact);
      // A request that was taken back is in the review no more.
      const sentence = timelineSentenceOf(fact, review) ?? (before && timelineSentenceOf(fact, before));
      return sentence === undefined ? [] : [{ fact, sentence, version, number, recordedOn: dayOf(recordedAt) }];
    }),
  );
};

type IsOf = (fact: Fact, correction: FactOf<"date-corrected">) => boolean;

/** The fact whose day each kind of correction is about; days without such a fact move no event. */
export const correctedFacts: Readonly<Record<CorrectableDate, IsOf>> = {
  start: ({ kind }) => kind === "review-started",
  meeting: ({ kind }) => kind === "consultation-held",
  round: (fact, { round }) => fact.kind === "consultation-round-held" && fact.number === round,
  languages: ({ kind }) => kind === "languages-agreed" || kind === "languages-left-open",
  consultation: ({ kind }) => kind === "consultation-concluded",
  clock: () => false,
  "answers-due": () => false,
  division: ({ kind }) => kind === "work-divided",
  submission: ({ kind }) => kind === "answers-submitted",
  opening: ({ kind }) => kind === "answers-opened",
  clarification: (fact, { clarification }) => fact.kind === "clarification-asked" && fact.number === clarification,
  "clarification-settlement": (fact, { clarification }) =>
    (fact.kind === "clarification-answered" ||
      fact.kind === "clarification-closed" ||
      fact.kind === "clarification-withdrawn") &&
    fact.number === clarification,
  feedback: (fact, { party }) => fact.kind === "feedback-cleared" && fact.party === party,
  list: (fact, { version }) => fact.kind === "observations-drafted" && fact.version === version,
  agreement: (fact, { party }) => fact.kind === "observations-agreed" && fact.party === party,
  publication: ({ kind }) => kind === "observations-published",
  erratum: (fact, { version }) => fact.kind === "erratum-published" && fact.version === version,
  consent: (fact, { part }) => fact.kind === "publication-consented" && part !== undefined && fact.parts.includes(part),
  nomination: (fact, { mandate }) => fact.kind === "mandate-began" && fact.mandate === mandate,
  removal: (fact, { mandate }) => fact.kind === "mandate-ended" && fact.mandate === mandate,
  "redraw-request": (fact, { party, seat }) =>
    fact.kind === "redraw-requested" && fact.party === party && fact.seat === seat,
  redraw: (fact, { party }) => fact.kind === "seat-redrawn" && fact.seat.party === party,
  "reviewer-limit-waiver": ({ kind }) => kind === "reviewer-limit-waived",
  "delay-notification": (fact, { obligation }) => fact.kind === "delay-notified" && fact.obligation === obligation,
  decision: (fact, { obligation }) =>
    fact.kind === "decision-recorded" && obligationIdOf(fact.obligationKind, fact.party) === obligation,
};

/** Returns the day that a later correction gives an event; the last one holds. */
const correctionsOf = (all: readonly ShownFact[]): ReadonlyMap<ShownFact, CalendarDate> => {
  const days = new Map<ShownFact, CalendarDate>();
  for (const [at, { fact }] of all.entries()) {
    if (fact.kind !== "date-corrected") continue;
    const corrected = all.slice(0, at).findLast((one) => correctedFacts[fact.what](one.fact, fact));
    if (corrected !== undefined) days.set(corrected, fact.to);
  }
  return days;
};

const speechOf = ({ language, labels, partyNames }: TimelineReader): Speech => {
  const list = new Intl.ListFormat(language === "en" ? "en-GB" : language, { type: "conjunction" });
  return {
    labels,
    party: (party) => partyNames.get(party) ?? party,
    day: (day) => longDate(day, language),
    list: (items) => list.format(items),
  };
};

const hasWords = (kind: string, { events }: TimelineWords): kind is keyof TimelineWords["events"] =>
  Object.hasOwn(events, kind);

const eventOf = (
  { fact, sentence, recordedOn }: ShownFact,
  correctedTo: CalendarDate | undefined,
  words: TimelineWords,
  speech: Speech,
): Given<TimelineEvent> | undefined => {
  const { party, sentence: name = fact.kind } = sentence;
  if (!hasWords(name, words)) return undefined;
  const statedOn = sentence.on ?? dayOf(fact.happenedAt);
  const happenedOn = correctedTo ?? statedOn;
  const isCorrected = happenedOn !== statedOn;
  const values = { ...(party === undefined ? {} : { party: speech.party(party) }), ...sentence.values?.(speech) };
  const inWords = [
    fill(words.events[name], values),
    ...(["came", "left"] as const).flatMap((sequel) => {
      const parties = sentence.reviewers?.[sequel] ?? [];
      return parties.length === 0
        ? []
        : [fill(words.additions[sequel], { parties: speech.list(parties.map(speech.party)) })];
    }),
    ...(recordedOn > statedOn ? [fill(words.additions.recorded, { day: speech.day(recordedOn) })] : []),
    ...(isCorrected ? [fill(words.additions.corrected, { day: speech.day(statedOn) })] : []),
  ].join(" ");
  return {
    kind: fact.kind,
    happenedOn,
    recordedOn,
    ...(isCorrected ? { correctedFrom: statedOn } : {}),
    ...defined({ party }),
    inWords,
  };
};

const placeOf = (happenedOn: CalendarDate, { version, number }: ShownFact): string =>
  [happenedOn, String(version).padStart(7, "0"), String(number).padStart(4, "0")].join(" ");

/**
 * Returns the events of a review that a user may see: by the day on which they happened, as corrected, then as
 * recorded.
 */
export const timelineEvents = (
  review: Review,
  entries: readonly JournalEntry[],
  reader: TimelineReader,
): readonly PlacedEvent[] => {
  const speech = speechOf(reader);
  const all = shownFacts(entries);
  const corrections = correctionsOf(all.flat());
  return all
    .flatMap((own) =>
      withoutConsequences(own.filter(({ sentence }) => seesInPart(reader.actor, review, sentence, reader.now))),
    )
    .flatMap((one) => {
      const event = eventOf(one, corrections.get(one), reader.words, speech);
      return event === undefined ? [] : [{ event, place: placeOf(event.happenedOn, one) }];
    })
    .toSorted((one, other) => (one.place < other.place ? -1 : 1));
};

type Due = ReviewTimelineView["due"][number];

/** Returns the owner of an act without a single party: a consultation concerns all its parties. */
const ownerOf = ({ party, kind }: Pick<Due, "party" | "kind">, words: TimelineWords, speech: Speech): string => {
  if (party !== undefined) return speech.party(party);
  return kind === "publication" ? words.owners.secretariat : words.owners.parties;
};

const awaited = ({ party, kind, dueOn, overdue }: z.infer<typeof BlockerView> | ObligationView) => ({
  ...defined({ party }),
  kind,
  ...defined({ dueOn }),
  overdue,
});

/**
 * Returns the next due acts: the obligations that a user sees, and the other blockers of the review, the earliest
 * first.
 */
const dueNext = (review: Review, { actor, now, words, ...reader }: TimelineReader, speech: Speech): Given<Due>[] => {
  const obligations = obligationsFor(review, actor, now)
    .filter(({ state }) => state === "open")
    .map((obligation) => awaited(obligationView(obligation, now)));
  const others = blockersOf(review, now)
    .map(awaited)
    .filter(
      ({ party, kind }) => !obligations.some((obligation) => obligation.kind === kind && obligation.party === party),
    );
  const tenseOf = ({ dueOn, overdue }: Pick<Due, "dueOn" | "overdue">) =>
    dueOn === undefined ? "undated" : overdue ? "overdue" : "ahead";
  return [...obligations, ...others]
    .toSorted((one, other) => ((one.dueOn ?? "9999") < (other.dueOn ?? "9999") ? -1 : 1))
    .map((one) => ({
      ...one,
      inWords: fill(words.due[tenseOf(one)], {
        owner: ownerOf(one, words, speech),
        what: reader.labels.figureKinds[one.kind],
        ...(one.dueOn === undefined ? {} : { day: speech.day(one.dueOn) }),
      }),
    }));
};

/** Returns the days by which the review is to have passed each stage by the indicative timeline of its group. */
const expectedSteps = (
  review: Review,
  { plannedFor }: Pick<Group, "plannedFor">,
  { now, words, labels }: TimelineReader,
  speech: Speech,
): ReviewTimelineView["expected"] =>
  timelineOf({ id: review.group, plannedFor }, [review], now).map(({ step, expectedOn, passed, behind }) => {
    const state = passed > 0 ? "passed" : behind.length > 0 ? "behind" : "ahead";
    return {
      step,
      expectedOn,
      passed: passed > 0,
      behind: behind.length > 0,
      inWords: fill(words.expected[state], { stage: labels.stages[step], day: speech.day(expectedOn) }),
    };
  });

/** Returns the frame of the events: the next due acts, and the expectations of the indicative timeline. */
export const timelineFrame = (
  review: Review,
  group: Pick<Group, "plannedFor"> | undefined,
  reader: TimelineReader,
): Omit<ReviewTimelineView, "items" | "next" | "due"> & { due: Given<Due>[] } => {
  const speech = speechOf(reader);
  return {
    review: review.id,
    ...cycleAndClusterOf(review.id),
    stage: review.stage,
    asOf: reader.now,
    due: dueNext(review, reader, speech),
    expected: group === undefined ? [] : expectedSteps(review, group, reader, speech),
  };
};

/** Returns parties that the timeline of a review may name. */
export const partiesToName = (entries: readonly JournalEntry[]): readonly PartyId[] => [
  ...new Set(
    entries.flatMap(({ facts }) =>
      facts.flatMap((fact): readonly PartyId[] => {
        if (fact.kind === "review-drawn") return fact.seats.map(({ party }) => party);
        if (fact.kind === "seat-redrawn")
          return [fact.from, fact.seat.party, ...(fact.additional ?? []).map(({ party }) => party)];
        if (fact.kind !== "instruments-added") return [];
        return [...fact.widened, ...(fact.drawn ?? [])].map(({ party }) => party);
      }),
    ),
  ),
];
