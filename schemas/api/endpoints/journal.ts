import * as z from "zod";
import { endpoint, plain } from "../endpoint.ts";
import { AggregateKind } from "../../model/fact.ts";
import { PageQuery } from "../../base/paging.ts";

const coreViews = () => import("../../views/core.ts");
const journalViews = () => import("../../views/journal.ts");

const common = {
  ...plain,
  function: "secretariat-api",
  access: "token",
  method: "GET",
  tag: "Journal",
  action: "journal.read",
} as const;

const journalId =
  "must be the id of a party, group, review, user, bulletin, text, contact-log, phase, import, register-entry or status-paper, like c1-FR";

/** The id of whatever has a journal of that kind. */
const JournalId = z
  .string()
  .regex(/^[A-Za-z0-9-]{1,60}$/, journalId)
  .meta({ id: "JournalId" });

const month = "must be a month in UTC, like 2020-12";

export const ListJournalFeed = endpoint({
  ...common,
  id: "listJournalFeed",
  path: "/v1/journal",
  summary: "What happened in a month, over all journals, in the order of recording",
  description:
    "Months are of UTC, by `recordedAt`. `subject` names the journal that an entry belongs to, like `review#c1-FR`. The list follows the journals within a moment.",
  query: z.strictObject({ ...PageQuery.shape, month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, month) }),
  reply: async () => {
    const { JournalFeedEntry } = await journalViews();
    const { pageOf } = await coreViews();
    return pageOf("JournalFeedPage", JournalFeedEntry);
  },
  refusals: ["not-yours"],
});

export const ListJournalHeads = endpoint({
  ...common,
  id: "listJournalHeads",
  path: "/v1/journal/{kind}",
  summary: "Which journals of a kind there are, and where each ends",
  description:
    "`version` and `hash` are kept apart from the journal, so that a journal that lost its last entries is noticed. The list follows the journals within a moment.",
  params: z.strictObject({ kind: AggregateKind }),
  query: PageQuery,
  reply: async () => {
    const { JournalHead } = await journalViews();
    const { pageOf } = await coreViews();
    return pageOf("JournalHeadPage", JournalHead);
  },
  refusals: ["not-yours"],
});

export const GetJournal = endpoint({
  ...common,
  id: "getJournal",
  path: "/v1/journal/{kind}/{id}",
  summary:
    "One journal, entry by entry: of a party, group, review, user, bulletin, text, contact-log, phase, import, register-entry or status-paper",
  description:
    "A contact-log has the id of its party, and begins with the first contact. Where there is no such journal the answer is `not-found`; an empty list says that its entries are lost.",
  params: z.strictObject({ kind: AggregateKind, id: JournalId }),
  query: PageQuery,
  reply: async () => (await journalViews()).JournalPage,
  refusals: ["not-found", "not-yours"],
});

export const VerifyJournal = endpoint({
  ...common,
  id: "verifyJournal",
  path: "/v1/journal/{kind}/{id}/verification",
  summary: "Whether a journal's chain of hashes is whole, and its first broken link",
  params: z.strictObject({ kind: AggregateKind, id: JournalId }),
  reply: async () => (await journalViews()).ChainVerification,
  refusals: ["not-found", "not-yours"],
});
