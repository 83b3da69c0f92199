import * as z from "zod";
import { ClusterQuery } from "../../base/clusters.ts";
import { endpoint, plain } from "../endpoint.ts";
import { TextVersion } from "../../model/stored-text.ts";

const presidentsListViews = () => import("../../views/presidents-list.ts");

const ofPresident = {
  ...plain,
  function: "secretariat-api",
  access: "token",
  method: "GET",
  tag: "Nominations",
  query: z.strictObject(ClusterQuery),
  action: "missing-nominations.read",
  refusals: ["not-yours"],
} as const;

export const GetPresidentsList = endpoint({
  ...ofPresident,
  id: "getPresidentsList",
  path: "/v1/presidents-list",
  summary: "The President's list: nominations that neither letters nor the secretariat brought about",
  description:
    "By regional group, each party with what is missing and since when, the letters about it since the first of its seats fell vacant, and the contacts of the log. Of all parties together at most the newest 2,000 letters and 2,000 contacts are read, fewer where they are long: `lettersSince` and `contactsSince` then say from when on they are complete, and earlier ones may be missing; without them none is. A nomination comes on it 22 days after its date; those that are missing and not yet on it are counted in `figures`, the next of them comes on it at `nextListedAt`, and all are listed by `GET /v1/missing-nominations`. The page (`format=html`) is to print, with nothing else to load: a summary, a row for each party, and on a screen its letters and contacts one by one.",
  reply: async () => (await presidentsListViews()).PresidentsListView,
  otherReplyTypes: { "text/html": z.string() },
});

export const SendPresidentsReminder = endpoint({
  ...plain,
  function: "secretariat-api",
  access: "token",
  id: "sendPresidentsReminder",
  method: "POST",
  path: "/v1/presidents-list/reminder",
  tag: "Bulletins",
  action: "presidents-reminder.send",
  summary: "Send the reminder that the President signs to the mission of each party on the list",
  description:
    "It says the stored text `president-reminder`, in its latest version or the one that is named, and leaves at once as a bulletin: previewed, ordered, followed and given up like any other. The journal tells who ordered it, and which version. A party is sent it once a week: parties that were sent it before are left out, and where no other party is on the list it is refused.",
  body: z.strictObject({ version: TextVersion.optional() }).meta({ id: "PresidentsReminder" }),
  status: 202,
  reply: async () => (await presidentsListViews()).ReminderOrdered,
  idempotencyKey: "required",
  location: true,
  refusals: [
    "not-yours",
    "empty-audience",
    "reminder-too-soon",
    "unusable-text",
    "too-many-recipients",
    "preview-changed",
    "conflict",
  ],
});
