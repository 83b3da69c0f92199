import type { ObligationId, PartyId } from "../../schemas/base/ids.ts";
import type { Instant } from "../../schemas/base/values.ts";
import type { Fact, FactOf } from "../../schemas/model/fact.ts";
import type { ObligationKind, Review } from "../../schemas/model/review.ts";
import { startOfDay } from "../base/time.ts";
import type { Span } from "./spans.ts";

/** What a party owed, and by when, told of a delay or not. */
export interface DutySpan extends Span {
  readonly id: ObligationId;
  readonly kind: ObligationKind;
  readonly party: PartyId;
  readonly originalDueAt: Instant;
  /** The dates it had, each from when it was set on. */
  readonly dues: readonly { readonly from: Instant; readonly dueAt: Instant }[];
}

const openedBy = (fact: FactOf<"obligation-opened">): DutySpan => {
  const { obligation: id, obligationKind: kind, party, openedOn, dueAt, originalDueAt = dueAt } = fact;
  const from = startOfDay(openedOn);
  return { id, kind, party, from, originalDueAt, dues: [{ from, dueAt }] };
};

const redated = (duty: DutySpan, { openedOn, dueAt, originalDueAt }: FactOf<"obligation-redated">): DutySpan => {
  const from = startOfDay(openedOn);
  return { ...duty, from, originalDueAt, dues: [{ from, dueAt }] };
};

const dated = (duty: DutySpan, from: Instant, dueAt: Instant): DutySpan => ({
  ...duty,
  dues: [...duty.dues, { from, dueAt }],
});

/** What parties owed in a review, and when; what was met and is owed again is owed twice. */
export const dutySpans = (facts: readonly Fact[], review: Review): readonly DutySpan[] => {
  const ended: DutySpan[] = [];
  const last = new Map<ObligationId, { readonly duty: DutySpan; readonly endedAt?: Instant }>();
  const change = (id: ObligationId, next: (duty: DutySpan) => DutySpan): void => {
    const before = last.get(id);
    if (before !== undefined) last.set(id, { ...before, duty: next(before.duty) });
  };
  const finish = ({ duty, endedAt }: { readonly duty: DutySpan; readonly endedAt?: Instant }): DutySpan =>
    endedAt === undefined ? duty : { ...duty, to: endedAt };
  for (const fact of facts) {
    const { happenedAt } = fact;
    if (fact.kind === "obligation-opened") {
      const before = last.get(fact.obligation);
      if (before !== undefined) ended.push(finish({ ...before, endedAt: before.endedAt ?? happenedAt }));
      last.set(fact.obligation, { duty: openedBy(fact) });
    }
    if (fact.kind === "obligation-redated") change(fact.obligation, (duty) => redated(duty, fact));
    if (fact.kind === "delay-notified" || fact.kind === "delay-approved")
      change(fact.obligation, (duty) => dated(duty, happenedAt, fact.dueAt));
    if (fact.kind === "obligation-met" || fact.kind === "obligation-voided") {
      const before = last.get(fact.obligation);
      if (before !== undefined) last.set(fact.obligation, { ...before, endedAt: before.endedAt ?? happenedAt });
    }
  }
  const settled = [...last].map(([id, { duty, endedAt }]) => {
    const settledAt = endedAt === undefined ? undefined : (review.obligations[id]?.settledAt ?? endedAt);
    return finish({ duty, ...(settledAt === undefined ? {} : { endedAt: settledAt }) });
  });
  return [...ended, ...settled].filter(({ from, to }) => to === undefined || from < to);
};
