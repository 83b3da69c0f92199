import * as z from "zod";
import { endpoint, plain } from "../endpoint.ts";
import { RegisterEntryId } from "../../base/ids.ts";
import { PageQuery } from "../../base/paging.ts";
import { Reason } from "../../base/values.ts";
import { Register, RegisterContent } from "../../model/register.ts";

const entryView = async () => (await import("../../views/register.ts")).RegisterEntryView;

const common = { ...plain, function: "secretariat-api", access: "token", tag: "Registers" } as const;
const ofOne = z.strictObject({ entryId: RegisterEntryId });
const writing = { ...common, method: "POST", action: "register.write", reply: entryView } as const;
const unfit = [
  "date-in-the-future",
  "date-too-early",
  "unknown-party",
  "unknown-review",
  "unknown-country",
  "unknown-currency",
] as const;

export const ListRegisterEntries = endpoint({
  ...common,
  id: "listRegisterEntries",
  method: "GET",
  path: "/v1/register-entries",
  action: "registers.read",
  summary: "What the registers hold, in the order of recording",
  description:
    "Training sessions, constructive dialogues, trainings of stakeholders, pilot initiatives, voluntary contributions, needs for translation and the members of the knowledge hub, as last corrected; `register` gives one of them alone. What was withdrawn stays, marked. A page may hold fewer items than `limit` and still have a `next`.",
  query: z.strictObject({ ...PageQuery.shape, register: Register.optional() }),
  csv: {
    name: "register-entries",
    columns: [
      "id",
      "content.register",
      "content.happenedOn",
      "content.name",
      "content.topic",
      "content.place",
      "content.officials",
      "content.states.named.party",
      "content.states.named.partyName",
      "content.states.number",
      "content.language",
      "content.attendance.nonGovernmentalOrganizations",
      "content.attendance.academia",
      "content.attendance.privateSector",
      "content.attendance.otherStakeholders",
      "content.attendance.memberStates",
      "content.attendance.intergovernmentalOrganizations",
      "content.people",
      "content.countries.named",
      "content.countries.number",
      "content.country",
      "content.party",
      "content.partyName",
      "content.donor.party",
      "content.donor.partyName",
      "content.donor.kind",
      "content.amount",
      "content.currency",
      "content.review",
      "content.languages",
      "content.outcome.how",
      "content.outcome.on",
      "content.members",
      "correctedAt",
      "withdrawn.at",
      "withdrawn.reason",
    ],
  },
  reply: async () => (await import("../../views/core.ts")).pageOf("RegisterEntryPage", await entryView()),
  refusals: ["not-yours"],
});

export const GetRegisterEntry = endpoint({
  ...common,
  id: "getRegisterEntry",
  method: "GET",
  path: "/v1/register-entries/{entryId}",
  action: "registers.read",
  summary: "One entry of a register",
  params: ofOne,
  reply: entryView,
  etag: true,
  refusals: ["not-yours", "not-found"],
});

export const RecordRegisterEntry = endpoint({
  ...writing,
  id: "recordRegisterEntry",
  path: "/v1/register-entries",
  summary: "Record an entry in a register",
  description:
    "`register` says in which, and what the entry holds. A number that is not known is left out: it is then not zero, and counts give the number of entries for which it is not known. It counts from `happenedOn` on, however late it is recorded. States and countries are named, or their number is given where the names are not known; counted over several entries, those that are named count once each, and a number adds none to them unless it is larger than all that are named.",
  body: RegisterContent,
  status: 201,
  location: true,
  etag: true,
  idempotencyKey: "required",
  refusals: ["not-yours", ...unfit, "conflict"],
});

export const CorrectRegisterEntry = endpoint({
  ...writing,
  id: "correctRegisterEntry",
  idempotencyKey: "optional",
  path: "/v1/register-entries/{entryId}/corrections",
  summary: "Correct what an entry says",
  description:
    "With all that the entry says from now on, and why. What it said before stays in its journal; figures count it as corrected, for every day. An entry stays in its register.",
  params: ofOne,
  body: z
    .strictObject({ what: z.literal("content"), to: RegisterContent, reason: Reason })
    .meta({ id: "RegisterCorrection" }),
  ifMatch: "required",
  etag: true,
  refusals: ["not-yours", "not-found", "entry-withdrawn", "other-register", ...unfit, "conflict"],
});

export const ReverseRegisterEntry = endpoint({
  ...writing,
  id: "reverseRegisterEntry",
  idempotencyKey: "optional",
  path: "/v1/register-entries/{entryId}/reversal",
  summary: "Withdraw an entry that should not be there",
  description: "It stays on record with the reason, and counts for no day. Withdrawing again changes nothing.",
  params: ofOne,
  body: z.strictObject({ reason: Reason }).meta({ id: "RegisterEntryReversal" }),
  ifMatch: "optional",
  etag: true,
  refusals: ["not-yours", "not-found", "conflict"],
});
