import { dayOf } from "./calendar.ts";
import {
  type CountedService,
  type DatedFact,
  type Entered,
  type Held,
  isHeld,
  lastOf,
  latestDay,
  type Stage,
} from "./dated-facts.ts";
import { type FactOf, isOf } from "./facts.ts";

/** An obligation while it is open, with every date that it had. */
export interface CountedObligation extends Held {
  readonly obligation: string;
  readonly kind: string;
  readonly party: string;
  original: string;
  /** True if an act already done is required again. */
  readonly isAgain: boolean;
  /** By which day it was to be met, each from another day on. */
  due: { from: string; day: string; readonly delay?: number }[];
}

interface Known {
  readonly entered: Entered;
  readonly services: readonly CountedService[];
}

/**
 * Obligations that come with a stage are open since that stage, however early the day from which their time counts.
 */
const stageOfObligation: Readonly<Record<string, Stage>> = {
  questionnaire: "questionnaire",
  feedback: "feedback",
  agreement: "observations",
};

const roles: Readonly<Record<string, string>> = { "focal-point": "focal-point", experts: "expert" };

/**
 * Returns the day since which an obligation is open: its own day if it is new, otherwise not before its stage; for the
 * list, the stage.
 */
const openedFrom = (kind: string, openedOn: string, isFirst: boolean, { entered }: Known): string => {
  const stage = stageOfObligation[kind];
  if (!isFirst || stage === undefined) return openedOn;
  const since = entered.get(stage) ?? openedOn;
  return kind === "feedback" ? latestDay(openedOn, since) : since;
};

/** Returns the day of the act that the obligation requires. */
const metOn = (
  counted: CountedObligation,
  facts: readonly DatedFact[],
  { fact, day, place }: { readonly fact: FactOf<"obligation-met">; readonly day: string; readonly place: number },
  { services }: Known,
): string => {
  const role = roles[counted.kind];
  const { party } = counted;
  if (role !== undefined) {
    const named = services.filter((one) => one.party === party && one.role === role && one.place < place);
    const days = [counted.from, ...named.map(({ from }) => from)].toSorted().filter((one) => one >= counted.from);
    return days.find((one) => named.some((service) => isHeld(service, one))) ?? day;
  }
  const done =
    counted.kind === "questionnaire"
      ? lastOf(facts, "answers-submitted", place)
      : counted.kind === "feedback"
        ? lastOf(facts, "feedback-cleared", place, (one) => one.party === party)
        : counted.kind === "agreement"
          ? lastOf(facts, "observations-agreed", place, (one) => one.party === party)
          : counted.kind === "clarification"
            ? lastOf(facts, "clarification-answered", place, (one) =>
                counted.obligation.startsWith(`clarification-${one.number}:`),
              )
            : undefined;
  return done?.day ?? dayOf(fact.happenedAt);
};

/** A correction applies to all days; a notified delay remains a delay. */
const redate = (counted: CountedObligation, fact: FactOf<"obligation-redated">, from: string): void => {
  const [first] = counted.due;
  const last = counted.due.at(-1);
  const wasFirst = first?.day === counted.original;
  counted.original = dayOf(fact.originalDueAt);
  if (first !== undefined && wasFirst) first.day = counted.original;
  if (last !== undefined) last.day = dayOf(fact.dueAt);
  if (first !== undefined) first.from = from;
  counted.from = from;
};

/** A delay that was recorded by mistake was none on any day. */
const reverse = (counted: CountedObligation, fact: FactOf<"delay-reversed">): void => {
  counted.due = counted.due.filter(({ delay }) => delay !== fact.delay);
  const last = counted.due.at(-1);
  if (last !== undefined) last.day = dayOf(fact.dueAt);
};

/**
 * Returns the obligations of parties in a review, with their first and last days, from its facts in the order of
 * recording.
 */
export const countObligations = (facts: readonly DatedFact[], known: Known): readonly CountedObligation[] => {
  const obligations: CountedObligation[] = [];
  const last = (obligation: string) => obligations.findLast((one) => one.obligation === obligation);
  const ends = new Map<CountedObligation, { readonly fact: FactOf<"obligation-met">; day: string; place: number }>();
  for (const { fact, day, place } of facts) {
    if (isOf("obligation-opened", fact)) {
      const { obligation, obligationKind: kind, party, openedOn, dueAt, originalDueAt = dueAt } = fact;
      const isFirst = fact.originalDueAt === undefined;
      const from = openedFrom(kind, openedOn, isFirst, known);
      const due = [{ from, day: dayOf(dueAt) }];
      obligations.push({ obligation, kind, party, from, original: dayOf(originalDueAt), due, isAgain: !isFirst });
    }
    // A nomination that was recorded by mistake met nothing.
    if (isOf("mandate-reversed", fact))
      for (const { obligation } of fact.obligations) {
        const counted = last(obligation);
        if (counted === undefined) continue;
        delete counted.to;
        ends.delete(counted);
      }
    if (!("obligation" in fact) || typeof fact.obligation !== "string") continue;
    const counted = last(fact.obligation);
    if (counted === undefined) continue;
    if (isOf("delay-notified", fact)) counted.due.push({ from: day, day: dayOf(fact.dueAt), delay: fact.generation });
    if (isOf("delay-reversed", fact)) reverse(counted, fact);
    if (isOf("delay-corrected", fact))
      for (const due of counted.due) if (due.delay === fact.delay) due.day = dayOf(fact.dueAt);
    if (isOf("obligation-redated", fact))
      redate(counted, fact, openedFrom(counted.kind, fact.openedOn, !isAgain(facts, fact), known));
    if (isOf("obligation-voided", fact) && counted.to === undefined) counted.to = day;
    if (isOf("obligation-met", fact) && counted.to === undefined) {
      ends.set(counted, { fact, day, place });
      counted.to = day;
    }
  }
  for (const [counted, end] of ends) counted.to = metOn(counted, facts, end, known);
  return obligations;
};

/** Returns whether an obligation had been opened again before its dates were corrected. */
const isAgain = (facts: readonly DatedFact[], { obligation, generation }: FactOf<"obligation-redated">): boolean =>
  facts.some(
    ({ fact }) =>
      isOf("obligation-opened", fact) &&
      fact.obligation === obligation &&
      fact.generation < generation &&
      fact.originalDueAt !== undefined,
  );

/** By which day it is to be met, as its party has it at the end of a day. */
export const dueOn = ({ due, original }: CountedObligation, day: string): string =>
  due.findLast(({ from }) => from <= day)?.day ?? original;

/** Returns whether, at the end of a day, it has a later date than its first one because its party notified a delay. */
export const isDelayed = ({ due, original }: CountedObligation, day: string): boolean => {
  const [, ...delays] = due;
  return (delays.findLast(({ from }) => from <= day)?.day ?? original) > original;
};
