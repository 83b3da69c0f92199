import type { Fact, FactOf, AggregateKind } from "../../schemas/model/fact.ts";
import type { JournalEntry } from "../../schemas/model/journal-entry.ts";
import type { Review } from "../../schemas/model/review.ts";
import type { CalendarDate, Instant } from "../../schemas/base/values.ts";
import { agreementDueAt, dueAgainAt, questionnaireDueAt, receivedBy } from "../review/due-dates.ts";
import { isFoldOf } from "./fold-version.ts";
import { unnamedGenerations } from "../review/generations.ts";
import type { GuaranteeViolation } from "../base/guarantee.ts";
import { aggregateKey, verifyChain } from "../base/hash-chain.ts";
import { partiesWithoutFocalPoint } from "../review/mandates.ts";
import { cameByLot } from "../review/seat-turns.ts";
import { periodOn } from "../policy/reviews.ts";
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
