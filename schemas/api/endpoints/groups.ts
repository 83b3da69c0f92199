import * as z from "zod";
import { ClusterQuery } from "../../base/clusters.ts";
import { endpoint, plain } from "../endpoint.ts";
import { GroupId, Hash, ReviewId } from "../../base/ids.ts";
import { PageQuery } from "../../base/paging.ts";
import { CalendarDate, Reason } from "../../base/values.ts";

const coreViews = () => import("../../views/core.ts");
const groupViews = () => import("../../views/group.ts");

const common = { ...plain, function: "review-api", access: "token" } as const;

export const ListGroups = endpoint({
  ...common,
  id: "listGroups",
  method: "GET",
  path: "/v1/groups",
  tag: "Groups",
  action: "groups.read",
  summary: "Groups of reviews, planned and started",
  query: z.strictObject({ ...PageQuery.shape, ...ClusterQuery }),
  reply: async () => {
    const { pageOf } = await coreViews();
    const { GroupView } = await groupViews();
    return pageOf("GroupPage", GroupView);
  },
});

export const GetGroup = endpoint({
  ...common,
  id: "getGroup",
  method: "GET",
  path: "/v1/groups/{groupId}",
  tag: "Groups",
  action: "groups.read",
  summary: "One group",
  params: z.strictObject({ groupId: GroupId }),
  reply: async () => (await groupViews()).GroupView,
  etag: true,
  refusals: ["not-found"],
});

const bySecretariat = { ...plain, function: "secretariat-api", access: "token", tag: "Groups" } as const;
const ofOne = z.strictObject({ groupId: GroupId });

export const PreviewGroupStart = endpoint({
  ...bySecretariat,
  id: "previewGroupStart",
  method: "POST",
  path: "/v1/groups/{groupId}/start/previews",
  action: "group.start",
  summary: "See what the start of a group would bring about, before anything is recorded",
  description:
    "How many letters would leave to which missions and when, which parties have left no address, and how far from the plan the day is. `joinedSince` lists reviews that would start without something that their party has joined by that day: `addInstruments` lets a review take it in as long as it has not started, and no agreement is needed; without that the start gives a reason for each. `hash` is what the start quotes; it is good as long as nothing that is counted here changes.",
  params: ofOne,
  body: z.strictObject({ startedOn: CalendarDate }).meta({ id: "GroupStartDraft" }),
  reply: async () => (await groupViews()).GroupStartPreview,
  refusals: [
    "not-found",
    "not-yours",
    "group-already-started",
    "wrong-group-state",
    "date-in-the-future",
    "date-too-early",
  ],
});

const command = {
  ...bySecretariat,
  method: "POST",
  params: ofOne,
  reply: async () => (await groupViews()).GroupView,
  idempotencyKey: "optional",
  ifMatch: "optional",
  etag: true,
} as const;

export const StartGroup = endpoint({
  ...command,
  id: "startGroup",
  path: "/v1/groups/{groupId}/start",
  action: "group.start",
  summary: "Start a group of reviews on a day that has come",
  description:
    "Quotes the hash of a preview, and is refused where that would count something else now. The reviews start one by one right after; `state` of the group turns from `starting` to `started`. A review of `joinedSince` starts without what its party has joined only with its reason among `uncovered`, which the journal keeps; else the start is refused, and `reviews` of the problem names it. A day off the plan needs a second person of the secretariat: `state` is `awaiting-approval` until then. Starting again on the same day changes nothing.",
  body: z
    .strictObject({
      startedOn: CalendarDate,
      preview: Hash,
      uncovered: z
        .array(z.strictObject({ review: ReviewId, reason: Reason }))
        .max(100)
        .optional()
        .meta({
          description:
            "Why reviews start without something that their party has joined, one for each of `joinedSince` of the preview",
        }),
    })
    .meta({ id: "GroupStart" }),
  status: 202,
  refusals: [
    "not-found",
    "not-yours",
    "group-already-started",
    "wrong-group-state",
    "start-preview-changed",
    "instruments-not-covered",
    "date-in-the-future",
    "date-too-early",
    "conflict",
  ],
});

export const ApproveGroupStart = endpoint({
  ...command,
  id: "approveGroupStart",
  path: "/v1/groups/{groupId}/start/approval",
  action: "group.approve-start",
  summary: "Approve a start off the plan or a correction of its day, as a second person of the secretariat",
  description:
    "The user who ordered it cannot approve it. The group starts with it, if a preview still counts what the one did that was ordered; or the day of its start is corrected, if nothing on record contradicts that by now.",
  status: 202,
  refusals: [
    "not-found",
    "not-yours",
    "wrong-group-state",
    "second-person-needed",
    "too-new-to-approve",
    "not-confirmed",
    "start-preview-changed",
    "date-too-late",
    "conflict",
  ],
});

export const ReverseGroupStart = endpoint({
  ...command,
  id: "reverseGroupStart",
  path: "/v1/groups/{groupId}/start/reversal",
  action: "group.reverse-start",
  summary: "Undo the start of a group, or give up an order that waits for approval, with a reason",
  description:
    "`what` says which. `order` gives up what waits for a second person, a start (`awaiting-approval`) or a correction of its day (`correctionOrdered`), and leaves a start that has taken place as it is. `start` undoes one that has taken place, and a pending correction ends with it: its reviews are scheduled again one by one, none of its obligations are open, and `state` turns from `undoing` to `planned`. Where letters have left, exactly those who had one get a letter of correction; else nothing is sent. Once a party has acted it is refused: `party`, `review` and `act` say which, where and what. Where nothing waits, or nothing has started, the answer is `wrong-group-state`.",
  body: z.strictObject({ what: z.enum(["order", "start"]), reason: Reason }).meta({ id: "GroupStartReversal" }),
  status: 202,
  mayStartNothing: true,
  refusals: ["not-found", "not-yours", "wrong-group-state", "reminders-paused", "party-has-acted", "conflict"],
});

export const CorrectGroupStart = endpoint({
  ...command,
  id: "correctGroupStart",
  path: "/v1/groups/{groupId}/corrections",
  action: "group.correct-start",
  summary: "Correct the day of a group's start that was recorded wrongly, with a reason",
  description:
    "All reviews are checked first: a day that what is on record of one of them contradicts is refused, and `review` and `contradicts` say which and what; who was named before the day does not. Then the reviews follow one by one, as by `correctReview`, and `state` turns from `correcting` to `started`; one whose start was corrected separately to another day keeps that day. A day off the plan needs a second person of the secretariat (`approveGroupStart`): it is `correctionOrdered` until then, another order takes its place, and `reverseGroupStart` with `order` gives it up. Where letters have stated the wrong day, the mission and the focal points of every party whose dates move get one letter at the next 09:00 in Vienna; else those of the start state the right one. Repeating the day changes nothing.",
  body: z
    .strictObject({ what: z.literal("start"), to: CalendarDate, reason: Reason })
    .meta({ id: "GroupStartCorrection" }),
  status: 202,
  refusals: [
    "not-found",
    "not-yours",
    "wrong-group-state",
    "reminders-paused",
    "date-in-the-future",
    "date-too-early",
    "date-too-late",
    "conflict",
  ],
});

export const PreviewResumption = endpoint({
  ...bySecretariat,
  id: "previewResumption",
  method: "POST",
  path: "/v1/groups/{groupId}/reminders/resumption/previews",
  action: "reminders.resume",
  summary: "Preview the letters that leave when a group's reminders resume, before anything is recorded",
  description:
    "Of a group that an import took over: how many letters would leave, to which missions and how many focal points, which parties have left no address, and how many people would be invited. `hash` is what the release quotes; it is valid until a party, a mission with an address or a user who serves is added to the group or leaves it. Invitations that the release of another group sends meanwhile do not change it.",
  params: ofOne,
  reply: async () => (await groupViews()).GroupResumptionPreview,
  refusals: ["not-found", "not-yours", "nothing-paused"],
});

export const ResumeReminders = endpoint({
  ...command,
  id: "resumeReminders",
  path: "/v1/groups/{groupId}/reminders/resumption",
  action: "reminders.resume",
  summary: "Resume the reminders of a group that was taken over",
  description:
    "Quotes the hash of a preview, and is refused where that would count something else now. The reviews follow one by one right after; `reminders` of the group turns from `paused` to `resuming`, and is left out once that is done. While another group is being resumed, this resumption is recorded at once and applied after that one. At the next 09:00 in Vienna each party's mission and focal points get one letter with the status of its reviews; reminders continue from there, and earlier steps are not repeated. Those who serve are invited right away. Other groups stay as they are. Another request changes nothing.",
  body: z.strictObject({ preview: Hash }).meta({ id: "Resumption" }),
  status: 202,
  refusals: ["not-found", "not-yours", "nothing-paused", "resumption-preview-changed", "conflict"],
});
