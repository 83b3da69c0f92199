import { defined } from "../../schemas/base/defined.ts";
import type { ObligationId, PartyId } from "../../schemas/base/ids.ts";
import type { Instant } from "../../schemas/base/values.ts";
import type { Fact, FactOf } from "../../schemas/model/fact.ts";
import type { Obligation, ObligationKind, Review, Stage } from "../../schemas/model/review.ts";
import { latest, startOfDay } from "../base/time.ts";
import { delayInForce } from "../review/obligations.ts";
import type { Span } from "./spans.ts";

/** The period of a party's obligation, with its dates and delays. */
export interface ObligationSpan extends Span {
  readonly id: ObligationId;
  readonly kind: ObligationKind;
  readonly party: PartyId;
  readonly originalDueAt: Instant;
  /** The dates that it had, each from its setting on, by a delay that its party notified or not. */
  readonly dues: readonly DueDate[];
  /** A met obligation is open again. */
  readonly isAgain: boolean;
}

interface DueDate {
  readonly from: Instant;
  readonly dueAt: Instant;
  readonly isDelay?: true;
  /** The generation that the delay set, by which its reversal or correction names it. */
  readonly delay?: number;
}

/** Returns when a review came to a stage; undefined where it has not. */
type EnteredAt = (stage: Stage) => Instant | undefined;

/**
 * Returns since when an obligation is open. The time for the answers may count from before their stage or from a day
 * ahead of it, that for feedback from answers that came before a seat was filled. Neither is open before its stage, nor
 * are the answers after it.
 */
const openedFrom = ({ kind, from, isAgain }: ObligationSpan, enteredAt: EnteredAt): Instant => {
  if (isAgain) return from;
  if (kind === "questionnaire") return enteredAt("questionnaire") ?? from;
  return kind === "feedback" ? latest(from, enteredAt("feedback") ?? from) : from;
};

const openedBy = (fact: FactOf<"obligation-opened">): ObligationSpan => {
  const { obligation: id, obligationKind: kind, party, openedOn, dueAt, originalDueAt = dueAt } = fact;
  const from = startOfDay(openedOn);
  const isAgain = fact.originalDueAt !== undefined;
  return { id, kind, party, from, originalDueAt, dues: [{ from, dueAt }], isAgain };
};

/** Applies a correction, which holds for all the time; a delay notified before it holds from its notification on. */
const redated = (
  obligation: ObligationSpan,
  { openedOn, dueAt, originalDueAt: original }: FactOf<"obligation-redated">,
): ObligationSpan => {
  const from = startOfDay(openedOn);
  const [first, ...delays] = obligation.dues;
  const last = delays.at(-1);
  const firstDueAt = first === undefined || first.dueAt === obligation.originalDueAt ? original : first.dueAt;
  const dues =
    last === undefined ? [{ from, dueAt }] : [{ from, dueAt: firstDueAt }, ...delays.slice(0, -1), { ...last, dueAt }];
  return { ...obligation, from, originalDueAt: original, dues };
};

/** Applies a delay: an obligation has another date from its notification on. */
const delayed = (
  obligation: ObligationSpan,
  { happenedAt: from, dueAt, generation }: FactOf<"delay-notified">,
): ObligationSpan => ({
  ...obligation,
  dues: [...obligation.dues, { from, dueAt, isDelay: true, delay: generation }],
});

/** Removes a delay that was recorded by mistake: the date before it applied all the time. */
const withoutDelay = (obligation: ObligationSpan, { delay, dueAt }: FactOf<"delay-reversed">): ObligationSpan => {
  const [last, ...earlier] = obligation.dues.filter((due) => due.delay !== delay).toReversed();
  return last === undefined ? obligation : { ...obligation, dues: [...earlier.toReversed(), { ...last, dueAt }] };
};

/** Corrects the date of a delay from its notification on. */
const withRightDelay = (obligation: ObligationSpan, { delay, dueAt }: FactOf<"delay-corrected">): ObligationSpan => ({
  ...obligation,
  dues: obligation.dues.map((due) => (due.delay === delay ? { ...due, dueAt } : due)),
});

/** Corrects the day on which the last delay was notified. */
const withLastDelay = (obligation: ObligationSpan, from: Instant): ObligationSpan => {
  const last = obligation.dues.at(-1);
  return last?.isDelay === true
    ? { ...obligation, dues: [...obligation.dues.slice(0, -1), { ...last, from }] }
    : obligation;
};

/**
 * Returns an obligation from the present review: with its present date and no earlier one; none where its end is
 * unknown.
 */
export const presentObligation = (obligation: Obligation, enteredAt: EnteredAt): readonly ObligationSpan[] => {
  const { id, kind, party, dueAt, originalDueAt, reopened: isAgain = false, state, settledAt: to } = obligation;
  if (state !== "open" && to === undefined) return [];
  const from = startOfDay(obligation.openedOn);
  const due: DueDate = { from, dueAt, ...(delayInForce(obligation) === undefined ? {} : { isDelay: true }) };
  const span = { id, kind, party, from, to, originalDueAt, dues: [due], isAgain };
  return [{ ...span, from: openedFrom(span, enteredAt) }];
};

/** Returns the obligations of parties in a review, and when; an obligation that was met and reopened counts twice. */
export const obligationSpans = (
  facts: readonly Fact[],
  review: Review,
  enteredAt: EnteredAt,
): readonly ObligationSpan[] => {
  const ended: ObligationSpan[] = [];
  const last = new Map<ObligationId, { readonly obligation: ObligationSpan; readonly endedAt?: Instant }>();
  const change = (id: ObligationId, next: (obligation: ObligationSpan) => ObligationSpan): void => {
    const before = last.get(id);
    if (before !== undefined) last.set(id, { ...before, obligation: next(before.obligation) });
  };
  const finish = ({
    obligation,
    endedAt: to,
  }: {
    readonly obligation: ObligationSpan;
    readonly endedAt?: Instant;
  }): ObligationSpan => ({
    ...obligation,
    from: openedFrom(obligation, enteredAt),
    to,
  });
  for (const fact of facts) {
    const { happenedAt } = fact;
    if (fact.kind === "obligation-opened") {
      const before = last.get(fact.obligation);
      if (before !== undefined) ended.push(finish({ ...before, endedAt: before.endedAt ?? happenedAt }));
      last.set(fact.obligation, { obligation: openedBy(fact) });
    }
    if (fact.kind === "obligation-redated") change(fact.obligation, (obligation) => redated(obligation, fact));
    if (fact.kind === "delay-notified") change(fact.obligation, (obligation) => delayed(obligation, fact));
    if (fact.kind === "delay-reversed") change(fact.obligation, (obligation) => withoutDelay(obligation, fact));
    if (fact.kind === "delay-corrected") change(fact.obligation, (obligation) => withRightDelay(obligation, fact));
    if (fact.kind === "date-corrected" && fact.what === "delay-notification" && fact.obligation !== undefined)
      change(fact.obligation, (obligation) => withLastDelay(obligation, startOfDay(fact.to)));
    if (fact.kind === "review-denunciation-undone" || fact.kind === "mandate-reversed")
      for (const { obligation } of fact.obligations) {
        const before = last.get(obligation);
        if (before !== undefined) last.set(obligation, { obligation: before.obligation });
      }
    if (fact.kind === "obligation-met" || fact.kind === "obligation-voided") {
      const before = last.get(fact.obligation);
      if (before !== undefined) last.set(fact.obligation, { ...before, endedAt: before.endedAt ?? happenedAt });
    }
  }
  const settled = [...last].map(([id, { obligation, endedAt }]) => {
    const settledAt = endedAt === undefined ? undefined : (review.obligations[id]?.settledAt ?? endedAt);
    return finish({ obligation, ...defined({ endedAt: settledAt }) });
  });
  return [...ended, ...settled].filter(({ from, to }) => to === undefined || from < to);
};
