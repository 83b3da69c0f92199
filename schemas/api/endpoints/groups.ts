import * as z from "zod";
import { endpoint, plain } from "../endpoint.ts";
import { GroupId } from "../../base/ids.ts";
import { PageQuery } from "../../base/paging.ts";
import { CalendarDate } from "../../base/values.ts";

const coreViews = () => import("../../views/core.ts");

const common = { ...plain, function: "review-api", access: "token" } as const;

export const ListGroups = endpoint({
  ...common,
  id: "listGroups",
  method: "GET",
  path: "/v1/groups",
  tag: "Groups",
  action: "groups.read",
  summary: "Groups of reviews, planned and started",
  query: PageQuery,
  reply: async () => {
    const { pageOf, GroupView } = await coreViews();
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
  reply: async () => (await coreViews()).GroupView,
  etag: true,
  refusals: ["not-found"],
});

const bySecretariat = { ...plain, function: "secretariat-api", access: "token" } as const;

export const StartGroup = endpoint({
  ...bySecretariat,
  id: "startGroup",
  method: "POST",
  path: "/v1/groups/{groupId}/start",
  tag: "Groups",
  action: "group.start",
  summary: "Start a group of reviews on a day that has come",
  description:
    "The reviews start one by one right after; `state` of the group turns from `starting` to `started`. Starting again on the same day changes nothing.",
  params: z.strictObject({ groupId: GroupId }),
  body: z.strictObject({ startedOn: CalendarDate }).meta({ id: "GroupStart" }),
  status: 202,
  reply: async () => (await coreViews()).GroupView,
  idempotencyKey: "optional",
  etag: true,
  refusals: ["not-found", "not-yours", "group-already-started", "date-in-the-future", "date-too-early", "conflict"],
});
