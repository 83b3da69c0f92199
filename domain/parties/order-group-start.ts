import type { FactOf } from "../../schemas/model/fact.ts";
import type { Group, UncoveredReview } from "../../schemas/model/group.ts";
import type { Hash, ReviewId, UserId } from "../../schemas/base/ids.ts";
import type { CalendarDate, Instant, Instrument } from "../../schemas/base/values.ts";
import { type Decision, accept, noChange, refuse, type Refused } from "../base/decision.ts";
import { startFact, startGroup, startNeedsApproval } from "./groups.ts";
import { type Member, refuseSecondPerson } from "./second-person.ts";

/** A start as it is ordered: on which day, and by which preview. */
export interface StartOrder {
  readonly startedOn: CalendarDate;
  readonly preview: Hash;
  readonly orderedBy: UserId;
  /** The reason why reviews start without instruments that their parties have joined. */
  readonly uncovered?: readonly Pick<UncoveredReview, "review" | "reason">[] | undefined;
}

/** The values that a preview of this start counts now. */
export interface StartCounted {
  readonly hash: Hash;
  readonly missions: readonly unknown[];
  /** Reviews that would start without something that their party has joined by that day. */
  readonly joinedSince: readonly {
    readonly review: ReviewId;
    readonly instruments: readonly Instrument[];
  }[];
}

const changedPreview = ({ missions }: StartCounted): Refused =>
  refuse("start-preview-changed", { recipients: missions.length });

/**
 * Returns the reviews that would start without some instruments, each with its given reason; undefined where one has
 * none.
 */
const explained = (
  { joinedSince }: StartCounted,
  reasons: StartOrder["uncovered"] = [],
): readonly (UncoveredReview | Pick<UncoveredReview, "review">)[] =>
  joinedSince.map(({ review, instruments }) => {
    const reason = reasons.find((each) => each.review === review)?.reason;
    return reason === undefined ? { review } : { review, instruments: [...instruments], reason };
  });

const isExplained = (one: ReturnType<typeof explained>[number]): one is UncoveredReview => "reason" in one;

/**
 * Orders the start that was previewed, if a preview still counts the same. On a day that lies off the plan it waits for a
 * second person; else the group starts with it. Refused while a review would start without something that its party has joined
 * and no reason is given for it: it takes that in (`addInstruments`), or starts without it on purpose. The same start ordered
 * again is no fact.
 */
export const orderGroupStart = (
  group: Group,
  order: StartOrder,
  counted: StartCounted | Refused,
  now: Instant,
): Decision => {
  const { startedOn, preview, orderedBy } = order;
  if (group.order?.startedOn === startedOn && group.order.preview === preview) return noChange;
  const decision = startGroup(group, startedOn, now);
  if (!decision.ok || decision.facts.length === 0) return decision;
  if ("refusal" in counted) return counted;
  if (preview !== counted.hash) return changedPreview(counted);
  const reviews = explained(counted, order.uncovered);
  const uncovered = reviews.filter(isExplained);
  if (uncovered.length < reviews.length)
    return refuse("instruments-not-covered", {
      reviews: reviews.filter((one) => !isExplained(one)).map(({ review }) => review),
    });
  if (!startNeedsApproval(group, startedOn, now)) return accept([startFact(group, startedOn, now, uncovered)]);
  const ordered: FactOf<"group-start-ordered"> = {
    kind: "group-start-ordered",
    happenedAt: now,
    group: group.id,
    startedOn,
    preview,
    orderedBy,
    ...(uncovered.length === 0 ? {} : { uncovered }),
  };
  return accept([ordered]);
};

/**
 * Approves a start off the plan by a second person, and the group starts. Neither the orderer nor a user who is not yet
 * independent of the orderer may approve. Refused where a preview counts other values by now.
 */
export const approveGroupStart = (
  group: Group,
  { approver, orderer }: { readonly approver: Member; readonly orderer: Member },
  counted: StartCounted,
  now: Instant,
): Decision => {
  const { id, state, order } = group;
  if (state !== "awaiting-approval" || order === undefined) return refuse("wrong-group-state", { state });
  if (order.orderedBy === approver.id) return refuse("second-person-needed");
  const refused = refuseSecondPerson(approver, orderer, now);
  if (refused !== undefined) return refused;
  if (order.preview !== counted.hash) return changedPreview(counted);
  return accept([
    { kind: "group-start-approved", happenedAt: now, group: id, approvedBy: approver.id },
    startFact(group, order.startedOn, now, order.uncovered),
  ]);
};

/** Gives up, with the reason, an order that waits for a second person: of a start, or of a correction of its day. */
export const withdrawStartOrder = ({ id, state, correctionOrder }: Group, reason: string, now: Instant): Decision =>
  state === "awaiting-approval" || correctionOrder !== undefined
    ? accept([{ kind: "group-start-withdrawn", happenedAt: now, group: id, reason }])
    : refuse("wrong-group-state", { state });
