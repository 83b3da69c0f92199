import * as z from "zod";
import { endpoint, plain } from "../endpoint.ts";

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
