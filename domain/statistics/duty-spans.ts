import type { ObligationId, PartyId } from "../../schemas/base/ids.ts";
import type { Instant } from "../../schemas/base/values.ts";
import type { Fact, FactOf } from "../../schemas/model/fact.ts";
import type { ObligationKind, Review, Stage } from "../../schemas/model/review.ts";
import { latest, startOfDay } from "../base/time.ts";
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

/** When a review came to a stage; undefined where it has not. */
type EnteredAt = (stage: Stage) => Instant | undefined;

/**
 * Since when a duty is owed. The time for the answers may count from before their stage or from a day ahead of it, that for
 * feedback from answers that came before a seat was filled: neither is owed before its stage, nor the answers after.
 */
const owedFrom = ({ kind, from, isAgain }: OpenedDuty, enteredAt: EnteredAt): Instant => {
  if (isAgain) return from;
  if (kind === "questionnaire") return enteredAt("questionnaire") ?? from;
  return kind === "feedback" ? latest(from, enteredAt("feedback") ?? from) : from;
};

/** A duty as it was opened, for the first time or because what was done is owed again. */
interface OpenedDuty extends DutySpan {
  readonly isAgain: boolean;
}

const openedBy = (fact: FactOf<"obligation-opened">): OpenedDuty => {
  const { obligation: id, obligationKind: kind, party, openedOn, dueAt, originalDueAt = dueAt } = fact;
  const from = startOfDay(openedOn);
  const isAgain = fact.originalDueAt !== undefined;
  return { id, kind, party, from, originalDueAt, dues: [{ from, dueAt }], isAgain };
};

/** A correction says what was so all the time, and a delay told of before it what was so from then on. */
const redated = (
  duty: OpenedDuty,
  { openedOn, dueAt, originalDueAt: original }: FactOf<"obligation-redated">,
): OpenedDuty => {
  const from = startOfDay(openedOn);
  const [first, ...delays] = duty.dues;
  const last = delays.at(-1);
  const firstDueAt = first === undefined || first.dueAt === duty.originalDueAt ? original : first.dueAt;
  const dues =
    last === undefined
      ? [{ from, dueAt }]
      : [{ from, dueAt: firstDueAt }, ...delays.slice(0, -1), { from: last.from, dueAt }];
  return { ...duty, from, originalDueAt: original, dues };
};

const dated = (duty: OpenedDuty, from: Instant, dueAt: Instant): OpenedDuty => ({
  ...duty,
  dues: [...duty.dues, { from, dueAt }],
});

/** What parties owed in a review, and when; what was met and is owed again is owed twice. */
export const dutySpans = (facts: readonly Fact[], review: Review, enteredAt: EnteredAt): readonly DutySpan[] => {
  const ended: DutySpan[] = [];
  const last = new Map<ObligationId, { readonly duty: OpenedDuty; readonly endedAt?: Instant }>();
  const change = (id: ObligationId, next: (duty: OpenedDuty) => OpenedDuty): void => {
    const before = last.get(id);
    if (before !== undefined) last.set(id, { ...before, duty: next(before.duty) });
  };
  const finish = ({ duty, endedAt: to }: { readonly duty: OpenedDuty; readonly endedAt?: Instant }): DutySpan => ({
    ...duty,
    from: owedFrom(duty, enteredAt),
    to,
  });
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
