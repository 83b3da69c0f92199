import * as z from "zod";
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

/** A secret of 256 bits in base64url, with the ending by which programs know the file. */
const Link = z
  .string()
  .regex(/^[A-Za-z0-9_-]{43}\.ics$/u, "must be a link as it was given")
  .meta({ description: "The secret of the link, with `.ics` behind it", examples: [`${"A".repeat(43)}.ics`] });

export const GetCalendar = endpoint({
  ...plain,
  id: "getCalendar",
  method: "GET",
  path: "/v1/calendars/{link}",
  function: "review-api",
  access: "public",
  tag: "Public",
  action: "calendar.read",
  summary: "The dates of a party or of a person as a calendar file, by the link that they gave out",
  params: z.strictObject({ link: Link }),
  reply: () => Promise.resolve(z.string()),
  replyType: "text/calendar",
  etag: true,
  refusals: ["calendar-link-revoked"],
});
