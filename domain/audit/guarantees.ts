import type { Fact, FactOf, AggregateKind } from "../../schemas/model/fact.ts";
import type { JournalEntry } from "../../schemas/model/journal-entry.ts";
import type { LetterId } from "../../schemas/base/ids.ts";
import type { Letter } from "../../schemas/model/letter.ts";
import type { Review } from "../../schemas/model/review.ts";
import type { CalendarDate, Instant } from "../../schemas/base/values.ts";
import { agreementDueAt, dueAgainAt, questionnaireDueAt, receivedBy } from "../review/due-dates.ts";
import { isFoldOf } from "./fold-version.ts";
import { unnamedGenerations } from "../review/generations.ts";
import type { GuaranteeViolation } from "../base/guarantee.ts";
import { aggregateKey, verifyChain } from "../base/hash-chain.ts";
import { type Outcome, outcomeOf } from "../letters/lifecycle.ts";
import { partiesWithoutFocalPoint } from "../review/mandates.ts";
import { cameByLot } from "../review/seat-turns.ts";
import { periodOn } from "../policy/reviews.ts";
import type { Group } from "../../schemas/model/group.ts";
import { lateStartLetters, openingTimer, startCorrectedLetters } from "../letters/start-letters.ts";
import { stateOfReviewsLetters } from "../letters/release-letters.ts";
import { dueReminders } from "../letters/reminder-letters.ts";
import { targetLettersOf, targetTimer } from "../letters/target-letters.ts";
import { evolveReview } from "../review/evolve.ts";
import { fold, type Aggregate, type AggregateStates } from "./aggregates.ts";
import { dueAfter } from "../base/time.ts";

const replayFacts = (
  kind: AggregateKind,
  facts: readonly Fact[],
): AggregateStates[AggregateKind] | Error | undefined => {
  try {
    return fold(kind, undefined, facts);
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
};

/**
 * Checks a subject's journal against its aggregate: chain and versions without holes (2, 3), facts that replay to the
 * stored state (16; by the knowledge of the fold version that wrote it), and for a review every step and every date (1,
 * 8, 10).
 */
export const journalViolations = (
  aggregate: Aggregate<AggregateKind>,
  entries: readonly JournalEntry[],
): readonly GuaranteeViolation[] => {
  const about = aggregateKey(aggregate.kind, aggregate.id);
  const chain = verifyChain(about, entries, { aggregate });
  if (!chain.intact) return [{ guarantee: 3, about, why: chain.firstBroken.why }];
  const facts = entries.flatMap((entry) => entry.facts);
  const state = replayFacts(aggregate.kind, facts);
  if (state instanceof Error) return [{ guarantee: 1, about, why: state.message }];
  const whole = state !== undefined && isFoldOf(aggregate, state);
  return [
    ...(whole ? [] : [{ guarantee: 16, about, why: "the journal does not replay to the stored state" }]),
    ...(aggregate.kind === "review" ? [...brokenOnTheWay(about, facts), ...brokenGenerations(about, facts)] : []),
  ];
};

/** Generations that no fact states. */
const brokenGenerations = (about: string, facts: readonly Fact[]): readonly GuaranteeViolation[] =>
  unnamedGenerations(facts).map(({ fact, obligation, generation }) => ({
    guarantee: 16,
    about,
    why: `${fact.kind} does not say that ${obligation} is in generation ${generation}`,
  }));

const brokenOnTheWay = (about: string, facts: readonly Fact[]): readonly GuaranteeViolation[] => {
  const broken: GuaranteeViolation[] = [];
  let review: Review | undefined;
  for (const fact of facts) {
    if (review !== undefined && fact.kind === "stage-changed") broken.push(...brokenStep(about, review, fact));
    if (review !== undefined && fact.kind === "obligation-opened") broken.push(...brokenDate(about, review, fact));
    review = evolveReview(review, fact);
  }
  return broken;
};

/**
 * Returns the violation of a step: a stage is left only with every focal-point seat filled at that moment, by the facts
 * before. `evolve` checks that a step is one of the table.
 */
const brokenStep = (
  about: string,
  review: Review,
  { from, to, happenedAt }: FactOf<"stage-changed">,
): readonly GuaranteeViolation[] => {
  // Once all have agreed, the denunciation of a party does not keep the list from being published; an undone start
  // waits for no party.
  const isFree = from === "scheduled" || from === "observations" || to === "scheduled";
  const vacant = isFree ? [] : partiesWithoutFocalPoint(review, happenedAt);
  return vacant.length === 0
    ? []
    : [{ guarantee: from === "nomination" ? 10 : 1, about, why: `left ${from} without ${vacant.join(", ")}` }];
};

/**
 * Checks that the date of an obligation follows from its beginning, the rule of that day and the calendar of Vienna.
 */
const brokenDate = (
  about: string,
  review: Review,
  fact: FactOf<"obligation-opened">,
): readonly GuaranteeViolation[] => {
  const { obligation, openedOn, dueAt } = fact;
  const from = beginningOf(review, fact);
  const guarantee = fact.obligationKind === "feedback" ? 9 : 8;
  if (from !== undefined && openedOn !== from)
    return [{ guarantee, about, why: `${obligation} opened on ${openedOn}, not on ${from}` }];
  const expected = dueByRule(review, fact);
  return dueAt === expected ? [] : [{ guarantee, about, why: `${obligation} is due ${dueAt}, not ${expected}` }];
};

/** Returns the day on which an obligation opens for the first time; undefined where it is the day of an act. */
const beginningOf = (review: Review, fact: FactOf<"obligation-opened">): CalendarDate | undefined => {
  if (fact.originalDueAt !== undefined) return undefined;
  switch (fact.obligationKind) {
    case "focal-point":
    case "experts":
      return fact.generation > 1 || cameByLot(review, fact.party) !== undefined ? undefined : review.startedOn;
    case "questionnaire":
      return review.consultation?.clockStartsOn;
    case "feedback":
      return receivedBy(review, fact.party);
    case "clarification":
    case "agreement":
      return undefined;
  }
};

const dueByRule = (review: Review, fact: FactOf<"obligation-opened">): Instant => {
  const { obligationKind: kind, openedOn, originalDueAt } = fact;
  if (originalDueAt !== undefined)
    return dueAgainAt(review.obligations[fact.obligation]?.dueAt ?? originalDueAt, openedOn);
  if (kind === "questionnaire") return questionnaireDueAt(review, openedOn);
  return kind === "agreement" ? agreementDueAt(review, openedOn) : dueAfter(openedOn, periodOn(kind, openedOn));
};

/** The records with which reminding is compared: the rows of the ledger and the armed timers. */
export interface ReminderRecords {
  /** Reviews of groups that letters name by now. */
  readonly reviews: readonly Review[];
  readonly groups: readonly Group[];
  readonly letters: ReadonlySet<string>;
  readonly armed: ReadonlySet<string>;
}

/**
 * Returns open obligations whose due reminder is not in the ledger (7) or whose next is not armed, and unneeded timers
 * (4).
 */
export const reminderViolations = (
  { reviews, groups, letters, armed }: ReminderRecords,
  now: Instant,
): readonly GuaranteeViolation[] => {
  const reminders = dueReminders(reviews, now);
  const openings = groups.flatMap((group) => openingTimer(group, now)?.name ?? []);
  const targets = reviews.flatMap((review) => targetTimer(review, now)?.name ?? []);
  const wanted = new Set([...openings, ...targets, ...reminders.flatMap(({ timer }) => timer?.name ?? [])]);
  const aboutStarts = groups.flatMap((group) => {
    const own = reviews.filter((review) => review.group === group.id);
    return [
      ...lateStartLetters(group, own, now),
      ...startCorrectedLetters(group, own, now),
      ...stateOfReviewsLetters(group, own, now),
    ];
  });
  return [
    ...[...aboutStarts, ...reminders.flatMap(({ letters: due }) => due), ...targetLettersOf(reviews, now)]
      .filter(({ id }) => !letters.has(id))
      .map(({ id, party, rule }) => ({ guarantee: 7, about: `${party}`, why: `no letter ${id}: ${rule}` })),
    ...[...wanted].filter((name) => !armed.has(name)).map((about) => ({ guarantee: 4, about, why: "is not armed" })),
    ...[...armed]
      .filter((name) => !wanted.has(name))
      .map((about) => ({ guarantee: 4, about, why: "armed for nothing" })),
  ];
};

/**
 * Returns the letters that no job processes any more (7): their instant has passed and they do not say why they ended.
 */
export const silentLetterViolations = (letters: readonly Letter[], now: Instant): readonly GuaranteeViolation[] =>
  letters
    .filter((letter) => (outcomeOf(letter) === "waiting" || letter.state === "unknown") && letter.attentionAt <= now)
    .map(({ id, state }) => ({ guarantee: 7, about: `letter ${id}`, why: `is left ${state}` }));

/**
 * Returns the copies that were held for a digest which does not contain them (7): none is in the ledger, it is another
 * party's, it had closed before, or it ended empty.
 */
export const digestViolations = (letters: readonly Letter[]): readonly GuaranteeViolation[] => {
  const byId = new Map(letters.map((letter) => [letter.id, letter]));
  return letters
    .filter(({ state, reason }) => state === "skipped" && reason === "digest")
    .flatMap(({ id, party, changedAt, digest: named }) => {
      const digest = named === undefined ? undefined : byId.get(named);
      const states =
        digest?.content.kind === "digest" &&
        digest.content.party === party &&
        digest.plannedFor > changedAt &&
        digest.reason !== "done";
      return states ? [] : [{ guarantee: 7, about: `letter ${id}`, why: "no digest contains it" }];
    });
};

/**
 * Returns the letters of which more mails arrived than the ledger explains (6): one that was accepted, or whose
 * delivery stayed unknown, and one more where it was repeated because of that.
 */
export const mailViolations = (
  letters: readonly Letter[],
  arrived: ReadonlyMap<LetterId, number>,
): readonly GuaranteeViolation[] => {
  const byId = new Map(letters.map((letter) => [letter.id, letter]));
  return [...arrived].flatMap(([id, mails]): readonly GuaranteeViolation[] => {
    const letter = byId.get(id);
    const about = `letter ${id}`;
    if (letter === undefined) return [{ guarantee: 6, about, why: "is not in the ledger" }];
    const outcome: Outcome = outcomeOf(letter);
    const mayHaveLeft = outcome === "sent" || outcome === "unknown" || letter.settlement !== undefined;
    const first = mayHaveLeft || letter.messageId !== undefined ? 1 : 0;
    const answeredFor = first + (letter.resentAfterUnknown === true ? 1 : 0);
    return mails <= answeredFor ? [] : [{ guarantee: 6, about, why: `${letter.state}, but ${mails} mails arrived` }];
  });
};
