import { defined } from "../../schemas/base/defined.ts";
import type { FollowUp } from "../../schemas/model/follow-up.ts";
import { cycleAndClusterOf, type MandateId } from "../../schemas/base/ids.ts";
import type { Review } from "../../schemas/model/review.ts";
import type { Instant } from "../../schemas/base/values.ts";
import type { WorkItem } from "../../schemas/model/work-item.ts";
import type { ContactView, NominationCheckView, WorkItem as WorkItemView } from "../../schemas/views/worklist.ts";
import type { Words } from "../labels/words.ts";
import { dueDate } from "../base/time.ts";
import { blockedBy } from "../oversight/work-items.ts";
import { actionBy } from "./available-actions.ts";
import { instrumentsDue } from "../review/instruments-due.ts";

/** Returns a contact's own fields: a stored row may hold more than this version knows, and no reply may. */
export const contactView = (contact: FollowUp): ContactView => ({
  party: contact.party,
  number: contact.number,
  ...(contact.review === undefined ? {} : { review: contact.review, ...cycleAndClusterOf(contact.review) }),
  way: contact.way,
  contactedOn: contact.contactedOn,
  officer: contact.officer,
  outcome: contact.outcome,
  ...defined({ note: contact.note, nextOn: contact.nextOn, follows: contact.follows, followedBy: contact.followedBy }),
  recordedAt: contact.recordedAt,
});

/** Returns a verified nomination, over the reviews that have it, each as it is after the verification. */
export const nominationCheckView = (
  mandate: MandateId,
  reviews: readonly { readonly state: Review; readonly version: number }[],
): NominationCheckView => {
  const nominations = reviews.flatMap(({ state, version }) => {
    const found = state.mandates[mandate];
    return found?.checkedAt === undefined ? [] : [{ state, version, ...found, checkedAt: found.checkedAt }];
  });
  const [first] = nominations;
  if (first === undefined) throw new Error(`No user has verified ${mandate}`);
  const { party, role, user: person, checkedAt } = first;
  return {
    party,
    mandate,
    role,
    person,
    checkedAt,
    reviews: nominations.map(({ state: { id, stage }, version }) => ({ id, stage, version })),
  };
};

/** The data around a work item, for its view. */
export interface Surroundings {
  readonly review?: Review | undefined;
  readonly contact?: FollowUp | undefined;
}

/** Returns the calls of an operation on the subject of the work. */
const actionsOf = (operationId: string, work: WorkItem): WorkItemView["actions"] => {
  const called = actionBy(operationId, {
    partyId: work.party,
    reviewId: work.review,
    mandateId: work.mandate,
    userId: work.user,
    letterId: work.letter,
    bulletinId: work.bulletin,
    groupId: work.group,
  });
  const isForParty = work.party !== undefined && called.path.startsWith(`/v1/parties/${work.party}/`);
  return [{ ...called, ...(isForParty ? { party: work.party } : {}) }];
};

const operationsFor = (work: WorkItem, blocked: WorkItemView["blockedBy"] = []): readonly string[] => {
  switch (work.kind) {
    case "duty-overdue":
    case "follow-up-due":
      return ["recordContacts"];
    case "nomination-to-check":
      return ["checkNominations", "removeMandate"];
    case "bulletin-to-approve":
      return ["getBulletin", "approveBulletin", "cancelBulletin"];
    case "group-behind-plan":
      return ["getGroup", "previewGroupStart", "startGroup"];
    case "group-start-to-approve":
      return ["getGroup", "previewGroupStart", "approveGroupStart", "reverseGroupStart"];
    case "denunciation-to-approve":
      return ["getParty", "previewDenunciation", "approveDenunciation", "reverseDenunciation"];
    case "erasure-to-approve":
      return ["getUser", "approveErasure", "withdrawErasure"];
    case "bulletin-unsettled":
      return ["getBulletin", "listBulletinRecipients", "settleBulletin"];
    case "letter-unknown":
      return ["getLetter", "settleLetter"];
    case "bulletin-stopped":
      return ["getBulletin", "resumeBulletin", "cancelBulletin"];
    case "invitation-unused":
      return ["resendInvitations"];
    case "address-bounced":
    case "recipient-unreachable":
      return ["getLetter", ...(work.party === undefined ? [] : ["getMission", "recordContacts"])];
    case "review-blocked": {
      const whys = new Set(blocked.map(({ why }) => why));
      return [
        "getReview",
        ...(whys.has("list-to-publish") ? ["publishObservations"] : []),
        ...(whys.has("redraw-to-carry-out") ? ["carryOutRedraw"] : []),
        ...(whys.has("consultation-past-target") ? ["recordMeeting", "concludeConsultation"] : []),
        "recordContacts",
      ];
    }
  }
};

/** Returns a work item for the secretariat: its subject, its task, and its operations. */
export const workItem = (
  work: WorkItem,
  around: Surroundings,
  now: Instant,
  words: Pick<Words, "worklist">,
): WorkItemView => {
  const blocked =
    work.kind === "review-blocked" && around.review !== undefined
      ? blockedBy(around.review).filter(({ since }) => since <= now)
      : undefined;
  const about = work.review ?? work.group;
  return {
    kind: work.kind,
    id: work.id,
    since: work.since,
    todo: words.worklist[work.kind].todo,
    ...defined({ party: work.party, review: work.review }),
    ...(about === undefined ? {} : cycleAndClusterOf(about)),
    ...defined({ officer: work.officer, duty: work.obligation }),
    ...(work.obligation === "feedback" && work.party !== undefined && around.review !== undefined
      ? { instruments: [...instrumentsDue(around.review, work.party)] }
      : {}),
    ...dueDate(work.kind === "duty-overdue" ? work.since : undefined),
    ...(blocked === undefined
      ? {}
      : {
          blockedBy: blocked.map(({ obligation, ...one }) =>
            obligation === undefined ? one : { ...one, duty: obligation },
          ),
        }),
    ...(around.contact === undefined ? {} : { contact: contactView(around.contact) }),
    ...defined({
      letter: work.letter,
      bulletin: work.bulletin,
      group: work.group,
      sendAt: work.sendAt,
      user: work.user,
      mandate: work.mandate,
      role: work.role,
    }),
    actions: operationsFor(work, blocked).flatMap((operationId) => actionsOf(operationId, work)),
  };
};
