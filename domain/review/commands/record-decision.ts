import type { ObligationId } from "../../../schemas/base/ids.ts";
import type { DecisionBody } from "../../../schemas/model/review.ts";
import type { Review } from "../../../schemas/model/review.ts";
import type { CalendarDate, Instant } from "../../../schemas/base/values.ts";
import type { Actor } from "../../base/actor.ts";
import { type Decision, refuse } from "../../base/decision.ts";
import { resolveRecordedDate } from "../../base/recorded-date.ts";
import { addDays, dayOf, dueDate, latest } from "../../base/time.ts";
import { voidObligations } from "../obligations.ts";
import { deniedTo, refuseWrongStage } from "../permissions.ts";
import { withSteps } from "../stage-progress.ts";

export interface DecisionOnSilence {
  /** The obligation that a party has not met. */
  readonly obligation: ObligationId;
  readonly body: DecisionBody;
  /** The symbol of the document that holds the decision. */
  readonly document: string;
  readonly decidedOn: CalendarDate;
}

/**
 * Records, by the secretariat, that the Conference or its working group decided that a review continues although a
 * party has not answered, not given feedback or not agreed. Its obligation ends, and the review waits for it no more.
 * Only for an overdue obligation, on a day after its date, and for an agreement to an existing list; never for a
 * missing focal point. A second decision is refused, as no obligation is open any more.
 */
export const recordDecision = (
  review: Review,
  by: Actor,
  { obligation: id, body, document, decidedOn }: DecisionOnSilence,
  now: Instant,
): Decision => {
  const denied = deniedTo(by, "decision.record", { review }, now);
  if (denied !== undefined) return denied;
  const place = refuseWrongStage("decision.record", review);
  if (place !== undefined) return place;
  const obligation = review.obligations[id];
  if (obligation === undefined) return refuse("unknown-obligation", { obligation: id });
  const { kind, party } = obligation;
  if (obligation.state !== "open" || (kind !== "questionnaire" && kind !== "feedback" && kind !== "agreement"))
    return refuse("not-owed");
  if (obligation.dueAt >= now) return refuse("not-yet-due", { ...dueDate(obligation.dueAt) });
  if (kind === "agreement" && review.observations === undefined) return refuse("list-missing");
  const when = resolveRecordedDate(decidedOn, now, addDays(dayOf(obligation.dueAt), 1));
  if (!when.ok) return when;
  const happenedAt = latest(when.at, review.stageSince);
  return withSteps(
    review,
    [
      {
        kind: "decision-recorded",
        happenedAt,
        review: review.id,
        party,
        obligationKind: kind,
        body,
        document,
        decidedOn,
      },
      ...voidObligations(review, [obligation], happenedAt),
    ],
    now,
  );
};
