import * as z from "zod";
import { ContactNumber, ContactOutcome, ContactWay } from "../../model/follow-up.ts";
import { ClusterQuery } from "../../base/clusters.ts";
import { endpoint, plain } from "../endpoint.ts";
import { MandateId, PartyId, ReviewId, UserId } from "../../base/ids.ts";
import { PageQuery } from "../../base/paging.ts";
import { CalendarDate, Reason } from "../../base/values.ts";
import { WorkKind } from "../../model/work-item.ts";

const coreViews = () => import("../../views/core.ts");
const worklistViews = () => import("../../views/worklist.ts");

const common = { ...plain, function: "secretariat-api", access: "token", tag: "Worklist" } as const;
const review = z.strictObject({ reviewId: ReviewId });

export const GetWorklist = endpoint({
  ...common,
  id: "getWorklist",
  method: "GET",
  path: "/v1/worklist",
  action: "worklist.read",
  summary: "What the secretariat has to see to, kind by kind, the longest waiting first",
  description:
    "`kind` gives one kind alone, `officer` what is theirs: of their reviews, or of parties whose review is theirs; a bulletin that waits for a second person is on every officer's list. With `cluster` or `cycle`, what is about no review and no group is left out. A page may hold fewer items than `limit` and still have a `next`.",
  csv: {
    name: "worklist",
    columns: [
      "kind",
      "id",
      "since",
      "todo",
      "party",
      "partyName",
      "review",
      "officer",
      "officerName",
      "duty",
      "dueOn",
      "blockedBy.why",
      "contact.outcome",
      "contact.nextOn",
      "letter",
      "bulletin",
      "sendAt",
      "user",
      "personName",
      "mandate",
      "role",
      "cluster",
      "cycle",
    ],
  },
  query: z.strictObject({
    ...PageQuery.shape,
    kind: WorkKind.optional(),
    officer: UserId.optional(),
    ...ClusterQuery,
  }),
  reply: async () => {
    const { pageOf } = await coreViews();
    const { WorkItem } = await worklistViews();
    return pageOf("WorklistPage", WorkItem);
  },
  refusals: ["not-yours"],
});

/** Contacts in one request: at most four items each, so that a transaction of 100 holds them with the record of the request. */
const contactsPerRequest = 20;

/** Ticks in one request: about three items for each review, of which the nominations of a list share many. */
const checksPerRequest = 50;

const ContactEntry = z
  .strictObject({
    party: PartyId,
    way: ContactWay,
    outcome: ContactOutcome,
    /** Today where it is left out. */
    contactedOn: CalendarDate.optional(),
    review: ReviewId.optional(),
    /** The officer who made the contact; the caller if left out. */
    officer: UserId.optional(),
    note: Reason.optional(),
    nextOn: CalendarDate.optional(),
    follows: ContactNumber.optional(),
  })
  .meta({ id: "ContactEntry" });

export const RecordContacts = endpoint({
  ...common,
  id: "recordContacts",
  method: "POST",
  path: "/v1/contacts",
  action: "contact.record",
  summary: "Record calls, briefings and other contacts with parties, all or none",
  description:
    "About a review of the party, or in general. `nextOn` brings it back to the worklist on that day, until a contact that `follows` it is recorded. The note is kept outside the journal and may name people. Contacts with one party are numbered in the order of the list, and none of them follows another of the same request. If an entry is refused, `items` names it and every other that is, and nothing is recorded.",
  body: z
    .strictObject({ contacts: z.array(ContactEntry).min(1).max(contactsPerRequest) })
    .meta({ id: "ContactEntries" }),
  status: 201,
  reply: async () => (await worklistViews()).ContactsRecorded,
  idempotencyKey: "required",
  refusals: ["not-yours", "items-refused", "conflict"],
});

export const ListContacts = endpoint({
  ...common,
  id: "listContacts",
  method: "GET",
  path: "/v1/contacts",
  action: "contacts.read",
  summary: "The contact log: of a party, of a review, or of all",
  query: z.strictObject({
    ...PageQuery.shape,
    ...ClusterQuery,
    party: PartyId.optional(),
    review: ReviewId.optional(),
  }),
  reply: async () => {
    const { pageOf } = await coreViews();
    const { ContactView } = await worklistViews();
    return pageOf("ContactPage", ContactView);
  },
  refusals: ["not-yours"],
});

export const AssignOfficer = endpoint({
  ...common,
  id: "assignOfficer",
  method: "PUT",
  path: "/v1/reviews/{reviewId}/officer",
  action: "officer.assign",
  summary: "Give a review to an officer of the secretariat, or to no officer",
  description:
    "The officer of a review changes nothing of it, so no If-Match is required: the last assignment applies, whatever else happened in the review meanwhile. With the review's ETag as If-Match it is refused where the review has changed since. `null` removes the officer; a repeated request changes nothing.",
  params: review,
  body: z.strictObject({ officer: UserId.nullable() }).meta({ id: "OfficerAssignment" }),
  reply: async () => (await coreViews()).ReviewView,
  ifMatch: "optional",
  etag: true,
  refusals: ["not-found", "not-yours", "unknown-officer", "conflict"],
});

export const CheckNominations = endpoint({
  ...common,
  id: "checkNominations",
  method: "POST",
  path: "/v1/nomination-checks",
  action: "nomination.check",
  summary: "Tick nominations, all or none: each says what the note verbale says",
  description:
    "A focal point or an expert who was newly named stays on the worklist until then. Ticked in every review in which the mandate is held; a nomination that is ticked already stays as it is. If an entry is refused, `items` names it and every other that is, and nothing is ticked. A mandate is ticked in each of its reviews, so that fewer than the limit may be more than one transaction holds (`too-much-at-once`): send them in parts.",
  body: z
    .strictObject({
      checks: z
        .array(z.strictObject({ party: PartyId, mandate: MandateId }).meta({ id: "NominationCheckEntry" }))
        .min(1)
        .max(checksPerRequest)
        .refine(
          (checks) => new Set(checks.map(({ mandate }) => mandate)).size === checks.length,
          "must name each mandate once",
        )
        .meta({ uniqueItems: true }),
    })
    .meta({ id: "NominationCheckEntries" }),
  reply: async () => (await worklistViews()).NominationsChecked,
  idempotencyKey: "required",
  refusals: ["not-yours", "items-refused", "conflict"],
});

export const ResendInvitations = endpoint({
  ...common,
  id: "resendInvitations",
  method: "POST",
  path: "/v1/invitations/resend",
  action: "invitations.resend",
  summary: "Send invitations again that were not used",
  description:
    "To the users named, or to all whose invitation is on the worklist as unused. Each gets a new letter; users who use the account before it leaves get none.",
  body: z
    .union([
      /** All whose invitation is on the worklist as unused. */
      z.strictObject({ to: z.literal("all") }).meta({ id: "InvitationsToAll" }),
      z.strictObject({ users: z.array(UserId).min(1).max(500) }).meta({ id: "InvitationsToUsers" }),
    ])
    .meta({ id: "InvitationsResend" }),
  reply: async () => (await worklistViews()).InvitationsAgain,
  idempotencyKey: "required",
  refusals: ["not-yours", "no-open-invitation", "conflict"],
});
