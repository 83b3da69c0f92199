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
export interface CountedDuty extends Held {
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
const stageOfDuty: Readonly<Record<string, Stage>> = {
  questionnaire: "questionnaire",
  feedback: "feedback",
  agreement: "observations",
};

const roles: Readonly<Record<string, string>> = { "focal-point": "focal-point", experts: "expert" };

/**
 * Returns the day since which an obligation is open: its own day if it is new, otherwise not before its stage; for the
 * list, the stage.
 */
const owedFrom = (kind: string, openedOn: string, isFirst: boolean, { entered }: Known): string => {
  const stage = stageOfDuty[kind];
  if (!isFirst || stage === undefined) return openedOn;
  const since = entered.get(stage) ?? openedOn;
  return kind === "feedback" ? latestDay(openedOn, since) : since;
};

/** Returns the day of the act that the obligation requires. */
const metOn = (
  duty: CountedDuty,
  facts: readonly DatedFact[],
  { fact, day, place }: { readonly fact: FactOf<"obligation-met">; readonly day: string; readonly place: number },
  { services }: Known,
): string => {
  const role = roles[duty.kind];
  const { party } = duty;
  if (role !== undefined) {
    const named = services.filter((one) => one.party === party && one.role === role && one.place < place);
    const days = [duty.from, ...named.map(({ from }) => from)].toSorted().filter((one) => one >= duty.from);
    return days.find((one) => named.some((service) => isHeld(service, one))) ?? day;
  }
  const done =
    duty.kind === "questionnaire"
      ? lastOf(facts, "answers-submitted", place)
      : duty.kind === "feedback"
        ? lastOf(facts, "feedback-cleared", place, (one) => one.party === party)
        : duty.kind === "agreement"
          ? lastOf(facts, "observations-agreed", place, (one) => one.party === party)
          : duty.kind === "clarification"
            ? lastOf(facts, "clarification-answered", place, (one) =>
                duty.obligation.startsWith(`clarification-${one.number}:`),
              )
            : undefined;
  return done?.day ?? dayOf(fact.happenedAt);
};

/** A correction applies to all days; a notified delay remains a delay. */
const redate = (duty: CountedDuty, fact: FactOf<"obligation-redated">, from: string): void => {
  const [first] = duty.due;
  const last = duty.due.at(-1);
  const wasFirst = first?.day === duty.original;
  duty.original = dayOf(fact.originalDueAt);
  if (first !== undefined && wasFirst) first.day = duty.original;
  if (last !== undefined) last.day = dayOf(fact.dueAt);
  if (first !== undefined) first.from = from;
  duty.from = from;
};

/** A delay that was recorded by mistake was none on any day. */
const reverse = (duty: CountedDuty, fact: FactOf<"delay-reversed">): void => {
  duty.due = duty.due.filter(({ delay }) => delay !== fact.delay);
  const last = duty.due.at(-1);
  if (last !== undefined) last.day = dayOf(fact.dueAt);
};

/**
 * Returns the obligations of parties in a review, with their first and last days, from its facts in the order of
 * recording.
 */
export const dutiesOf = (facts: readonly DatedFact[], known: Known): readonly CountedDuty[] => {
  const duties: CountedDuty[] = [];
  const last = (obligation: string) => duties.findLast((one) => one.obligation === obligation);
  const ends = new Map<CountedDuty, { readonly fact: FactOf<"obligation-met">; day: string; place: number }>();
  for (const { fact, day, place } of facts) {
    if (isOf("obligation-opened", fact)) {
      const { obligation, obligationKind: kind, party, openedOn, dueAt, originalDueAt = dueAt } = fact;
      const isFirst = fact.originalDueAt === undefined;
      const from = owedFrom(kind, openedOn, isFirst, known);
      const due = [{ from, day: dayOf(dueAt) }];
      duties.push({ obligation, kind, party, from, original: dayOf(originalDueAt), due, isAgain: !isFirst });
    }
    // A nomination that was recorded by mistake met nothing.
    if (isOf("mandate-reversed", fact))
      for (const { obligation } of fact.obligations) {
        const duty = last(obligation);
        if (duty === undefined) continue;
        delete duty.to;
        ends.delete(duty);
      }
    if (!("obligation" in fact) || typeof fact.obligation !== "string") continue;
    const duty = last(fact.obligation);
    if (duty === undefined) continue;
    if (isOf("delay-notified", fact)) duty.due.push({ from: day, day: dayOf(fact.dueAt), delay: fact.generation });
    if (isOf("delay-reversed", fact)) reverse(duty, fact);
    if (isOf("delay-corrected", fact))
      for (const due of duty.due) if (due.delay === fact.delay) due.day = dayOf(fact.dueAt);
    if (isOf("obligation-redated", fact))
      redate(duty, fact, owedFrom(duty.kind, fact.openedOn, !isAgain(facts, fact), known));
    if (isOf("obligation-voided", fact) && duty.to === undefined) duty.to = day;
    if (isOf("obligation-met", fact) && duty.to === undefined) {
      ends.set(duty, { fact, day, place });
      duty.to = day;
    }
  }
  for (const [duty, end] of ends) duty.to = metOn(duty, facts, end, known);
  return duties;
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
export const dueOn = ({ due, original }: CountedDuty, day: string): string =>
  due.findLast(({ from }) => from <= day)?.day ?? original;

/** Returns whether, at the end of a day, it has a later date than its first one because its party notified a delay. */
export const isDelayed = ({ due, original }: CountedDuty, day: string): boolean => {
  const [, ...delays] = due;
  return (delays.findLast(({ from }) => from <= day)?.day ?? original) > original;
};
