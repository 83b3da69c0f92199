import * as z from "zod";
import { endpoint, plain } from "../endpoint.ts";
import { PartyId, ReviewId } from "../../base/ids.ts";
import { PageQuery } from "../../base/paging.ts";
import { CalendarDate } from "../../base/values.ts";

const coreViews = () => import("../../views/core.ts");
const missingLetterViews = () => import("../../views/missing-letter.ts");
const noticeViews = () => import("../../views/notice.ts");

const common = {
  ...plain,
  function: "review-api",
  access: "token",
  method: "GET",
  tag: "Letters",
  action: "notices.read",
  params: z.strictObject({ reviewId: ReviewId }),
} as const;

export const ListReviewNotices = endpoint({
  ...common,
  id: "listReviewNotices",
  path: "/v1/reviews/{reviewId}/notices",
  summary: "Proof of notice: every letter about a review, the oldest first",
  description:
    "Per letter: recipient, obligation and date, time, and receipt; letters that were not sent are there with the reason. The secretariat sees those to all parties that hold or held a seat, a permanent mission those to its own party. Invitations to accounts are about no review and are not among them.",
  query: PageQuery,
  csv: {
    name: "notices",
    columns: [
      "letter",
      "kind",
      "party",
      "partyName",
      "recipient.kind",
      "recipient.user",
      "recipient.personName",
      "contact",
      "obligation",
      "duty",
      "dueAt",
      "dueOn",
      "generation",
      "rung",
      "plannedFor",
      "state",
      "reason",
      "sentAt",
      "receipt",
      "receiptAt",
      "digest",
      "attempt",
      "messageId",
      "subject",
      "reference",
      "language",
    ],
  },
  reply: async () => {
    const { pageOf } = await coreViews();
    const { NoticeView } = await noticeViews();
    return pageOf("NoticePage", NoticeView);
  },
  refusals: ["not-found", "not-yours"],
});

export const ExplainAbsence = endpoint({
  ...common,
  id: "explainLetterAbsence",
  path: "/v1/parties/{partyId}/letters/absence",
  action: "letters.read",
  summary: "Why a day brought a party no letter, or which it brought",
  description:
    "For each letter of the day what became of it, and for each obligation of the party of which none speaks why it was not reminded of: not started, met, no step of the reminder schedule on that day, a date that was moved, an address that failed. A past day is judged by what was recorded by its end, a day ahead by what is recorded now, up to twelve years from today.",
  params: z.strictObject({ partyId: PartyId }),
  query: z.strictObject({ date: CalendarDate }),
  reply: async () => (await missingLetterViews()).LetterAbsence,
  refusals: ["not-found", "date-too-late"],
});
