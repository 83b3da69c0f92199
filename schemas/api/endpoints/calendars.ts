import { endpoint, plain } from "../endpoint.ts";

const views = () => import("../../views/calendar.ts");

const own = {
  ...plain,
  function: "review-api",
  access: "token",
  tag: "Me",
  action: "calendar.share",
  path: "/v1/me/calendar",
} as const;

export const GetCalendarLink = endpoint({
  ...own,
  id: "getCalendarLink",
  method: "GET",
  summary: "Whether there is a link to a calendar with the caller’s dates",
  reply: async () => (await views()).CalendarLinkView,
});

export const IssueCalendarLink = endpoint({
  ...own,
  id: "issueCalendarLink",
  method: "POST",
  status: 201,
  action: "calendar.issue",
  summary: "Give out a link to a calendar with the caller’s dates; the link before is worth nothing from then on",
  reply: async () => (await views()).IssuedCalendarLinkView,
});

export const RevokeCalendarLink = endpoint({
  ...own,
  id: "revokeCalendarLink",
  method: "DELETE",
  summary: "Revoke the link to a calendar with the caller’s dates",
  reply: async () => (await views()).CalendarLinkView,
});
