import { defined } from "../../schemas/base/defined.ts";
import type { Bulletin } from "../../schemas/model/bulletin.ts";
import type { Group } from "../../schemas/model/group.ts";
import type { FollowUp } from "../../schemas/model/follow-up.ts";
import type { PartyId } from "../../schemas/base/ids.ts";
import type { Party } from "../../schemas/model/party.ts";
import type { ObligationKind, Review } from "../../schemas/model/review.ts";
import type { User } from "../../schemas/model/user.ts";
import type { Instant } from "../../schemas/base/values.ts";
import type { BlockedWhy, WorkItem } from "../../schemas/model/work-item.ts";
import { vacantFrom } from "../review/mandates.ts";
import { openObligations } from "../review/obligations.ts";
import { isInProgress, isLive } from "../review/blockers.ts";
import { isVacated } from "../review/seat-turns.ts";
import { type Blocking, blockingIn } from "../statistics/blocking.ts";
import { presentHistory } from "../statistics/present-history.ts";
import { addDays, startOfDay } from "../base/time.ts";
import { invitationUnusedFrom, isInvited, isOpen } from "../parties/users.ts";

const ofOfficer = ({ officer }: Review) => (officer === undefined ? {} : { officer });

/** Returns the earliest open obligation of a kind of a party in a review: it needs attention from its date on. */
export const overdueWork = (review: Review, party: PartyId, obligation: ObligationKind): WorkItem | undefined => {
  const pending = openObligations(review).find((one) => one.party === party && one.kind === obligation);
  return pending === undefined
    ? undefined
    : {
        kind: "duty-overdue",
        id: `${review.id}#${party}#${obligation}`,
        since: pending.dueAt,
        party,
        review: review.id,
        obligation,
        ...ofOfficer(review),
      };
};

/** One reason why a review is blocked, from an instant on. */
export interface BlockedReview {
  readonly why: BlockedWhy;
  readonly since: Instant;
  readonly party?: PartyId;
  readonly obligation?: ObligationKind;
}

const bySince = (one: BlockedReview, other: BlockedReview): number =>
  one.since.localeCompare(other.since) || (one.party ?? "").localeCompare(other.party ?? "");

const redrawsToCarryOut = ({ redrawsAsked = [], vacated = [] }: Review): readonly BlockedReview[] => [
  ...redrawsAsked.map(({ by, at }) => ({ why: "redraw-to-carry-out", since: at, party: by }) as const),
  ...vacated.map(({ party, at }) => ({ why: "redraw-to-carry-out", since: at, party }) as const),
];

/**
 * Returns since when a blocker of a review is beyond its time, instants ahead included: its date is over, no person
 * whom a party had named is left, or every party has agreed and the secretariat has not published.
 */
const heldUpBy = (review: Review, one: Blocking): BlockedReview => {
  const { party, blocker: kind, from } = one;
  const dueAt = one.dues.at(-1)?.dueAt ?? from;
  switch (kind) {
    case "publication":
      return { why: "list-to-publish", since: from };
    case "consultation":
      return { why: "consultation-past-target", since: dueAt };
    case "focal-point": {
      const gone = party === undefined ? undefined : vacantFrom(review, party, kind);
      return {
        why: "focal-point-missing",
        since: gone ?? dueAt,
        ...defined({ party }),
        obligation: kind,
      };
    }
    default:
      return { why: "duty-overdue", since: dueAt, ...defined({ party }), obligation: kind };
  }
};

/**
 * Returns what blocks a review beyond its time, earliest first: the blockers, by the one rule for them, that have no
 * end in sight, and redraws by the secretariat; for a review that has not started, these alone. It depends on the state
 * of the review alone, so that an index can hold it.
 */
export const blockedBy = (review: Review): readonly BlockedReview[] => {
  if (!isLive(review)) return [];
  // Before the start nothing is awaited but lots: they are to be drawn before the group starts with an empty seat.
  if (!isInProgress(review)) return redrawsToCarryOut(review).toSorted(bySince);
  const waitedFor = blockingIn(presentHistory(review)).filter(
    ({ to, blocker, party }) =>
      to === undefined && !(blocker === "focal-point" && party !== undefined && isVacated(review, party)),
  );
  return [...waitedFor.map((one) => heldUpBy(review, one)), ...redrawsToCarryOut(review)].toSorted(bySince);
};

/** Returns the work item of a blocked review, from the first of the reasons on. */
export const blockedWork = (review: Review): WorkItem | undefined => {
  const [first] = blockedBy(review);
  return first === undefined
    ? undefined
    : {
        kind: "review-blocked",
        id: review.id,
        since: first.since,
        party: review.party,
        review: review.id,
        ...ofOfficer(review),
      };
};

/**
 * Returns the people whom parties have named to serve, and whom the secretariat has not verified: no observers, and no
 * ended mandates.
 */
export const nominationsToCheck = (review: Review): readonly WorkItem[] =>
  Object.values(review.mandates)
    .filter(({ role, until, checkedAt }) => role !== "observer" && until === undefined && checkedAt === undefined)
    .map(({ id, party, user, role, since, namedAt = since }) => ({
      kind: "nomination-to-check",
      // Those of one nomination follow one another, whatever review they are in.
      id: `${id}#${review.id}`,
      since: namedAt,
      party,
      review: review.id,
      user,
      mandate: id,
      role,
      ...ofOfficer(review),
    }));

/** Returns the order to erase a person that waits for a second person. */
const erasureWork = ({ id, party, erasureOrdered }: User): WorkItem | undefined =>
  erasureOrdered === undefined
    ? undefined
    : {
        kind: "erasure-to-approve",
        id,
        since: erasureOrdered.orderedAt,
        user: id,
        ...defined({ party }),
      };

/** Returns what is to be done about a user: an order to erase the person, or else an invitation that was not used. */
export const userWork = (user: User): WorkItem | undefined => erasureWork(user) ?? invitationWork(user);

/** Returns the work item that an invited user has not come, some days after the last invitation. */
export const invitationWork = (user: User): WorkItem | undefined => {
  const { id, party, invitedAt } = user;
  if (invitedAt === undefined || !isInvited(user) || !isOpen(user)) return undefined;
  return {
    kind: "invitation-unused",
    id,
    since: invitationUnusedFrom(invitedAt),
    user: id,
    ...defined({ party }),
  };
};

/**
 * Returns the work item that a bulletin waits for a person. A second person has to approve it, who is any other than
 * its orderer and so is not named. Or the orderer has to check it: the breaker has stopped it, or the delivery of some
 * of its letters is unknown.
 */
export const bulletinWork = (bulletin: Bulletin): WorkItem | undefined => {
  const { id, state, orderedAt, sendAt, stoppedAt, unsettledAt, orderedBy } = bulletin;
  if (state === "unsettled" && unsettledAt !== undefined)
    return { kind: "bulletin-unsettled", id, since: unsettledAt, bulletin: id, officer: orderedBy };
  if (state === "awaiting-approval") return { kind: "bulletin-to-approve", id, since: orderedAt, bulletin: id, sendAt };
  return state !== "stopped" || stoppedAt === undefined
    ? undefined
    : { kind: "bulletin-stopped", id, since: stoppedAt, bulletin: id, officer: orderedBy };
};

/** Returns the next step of a contact, from its day on until another contact follows it up. */
export const followUpWork = ({ party, number, review, nextOn, followedBy, officer }: FollowUp): WorkItem | undefined =>
  nextOn === undefined || followedBy !== undefined
    ? undefined
    : {
        kind: "follow-up-due",
        id: `${party}#${number}`,
        since: startOfDay(nextOn),
        party,
        contact: number,
        officer,
        ...defined({ review }),
      };

/**
 * Returns the work item that a group has not started although its planned day is over: it is listed, and never started
 * automatically. Or that its start, or a correction of its day, waits for a second person.
 */
export const groupWork = ({ id, state, plannedFor, order, correctionOrder }: Group): WorkItem | undefined => {
  if (state === "planned")
    return { kind: "group-behind-plan", id, since: startOfDay(addDays(plannedFor, 1)), group: id };
  const { orderedAt: since } = order ?? correctionOrder ?? {};
  return since === undefined ? undefined : { kind: "group-start-to-approve", id, since, group: id };
};

/** Returns the work item that the denunciation of a party was ordered, and waits for a second person since then. */
export const denunciationWork = ({ id, denunciationOrder }: Party): WorkItem | undefined =>
  denunciationOrder === undefined
    ? undefined
    : { kind: "denunciation-to-approve", id, since: denunciationOrder.orderedAt, party: id };
