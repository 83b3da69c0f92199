import * as z from "zod";
import { ClusterQuery } from "../../base/clusters.ts";
import { endpoint, plain } from "../endpoint.ts";
import { LetterId, PartyId } from "../../base/ids.ts";
import { CalendarDate, isSoundSoFar } from "../../base/values.ts";
import { PageQuery } from "../../base/paging.ts";
import { LetterKind, LetterState } from "../../model/letter.ts";

const coreViews = () => import("../../views/core.ts");
const letterViews = () => import("../../views/letter.ts");

const common = { ...plain, function: "review-api", access: "token" } as const;

const party = z.strictObject({ partyId: PartyId });

const filters = {
  ...PageQuery.shape,
  kind: LetterKind.optional(),
  state: LetterState.optional(),
  ...ClusterQuery,
  from: CalendarDate.optional().meta({ description: "Planned on this day in Vienna or later" }),
  to: CalendarDate.optional().meta({ description: "Planned on this day in Vienna or before" }),
};
/** Returns the date one year later, for comparisons: after 29 February it is no date of the calendar, but it sorts correctly. */
const yearAfter = (day: string): string => `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`;
/** Days in their order, and no longer a time than letters are listed of at once. */
const isTime = ({ from, to }: { readonly from?: string | undefined; readonly to?: string | undefined }): boolean =>
  from === undefined || to === undefined || (from <= to && to <= yearAfter(from));
const timeRule = {
  path: ["from"],
  error: "must not lie after `to`, nor more than a year before it",
  when: isSoundSoFar,
};

export const ListPartyLetters = endpoint({
  ...common,
  id: "listPartyLetters",
  method: "GET",
  path: "/v1/parties/{partyId}/letters",
  tag: "Letters",
  action: "letters.read",
  summary: "Letters to a party, newest first",
  params: party,
  query: z.strictObject(filters).refine(isTime, timeRule),
  reply: async () => {
    const { pageOf } = await coreViews();
    const { LetterView } = await letterViews();
    return pageOf("LetterPage", LetterView);
  },
  refusals: ["not-found"],
});

export const GetLetter = endpoint({
  ...common,
  id: "getLetter",
  method: "GET",
  path: "/v1/letters/{letterId}",
  tag: "Letters",
  action: "letters.read",
  summary: "One letter and what became of it",
  params: z.strictObject({ letterId: LetterId }),
  reply: async () => (await letterViews()).LetterView,
  refusals: ["not-found"],
});

export const GetLetterText = endpoint({
  ...common,
  id: "getLetterText",
  method: "GET",
  path: "/v1/letters/{letterId}/text",
  tag: "Letters",
  action: "letters.read",
  summary: "What a letter says, as it was sent, and the address it went to",
  description:
    "A mission reads letters to its own party. `state` says why there is no text where there is none: the letter was not sent, texts were not kept then, or it was erased, with the person or after its time. Show `html` in a sandboxed frame.",
  params: z.strictObject({ letterId: LetterId }),
  reply: async () => (await letterViews()).LetterTextView,
  refusals: ["not-found"],
});

export const ExplainLetter = endpoint({
  ...common,
  id: "explainLetter",
  method: "GET",
  path: "/v1/letters/{letterId}/explanation",
  tag: "Letters",
  action: "letters.read",
  summary: "Why a letter was sent, or was not: rule, date, generation, recipient",
  params: z.strictObject({ letterId: LetterId }),
  reply: async () => (await letterViews()).LetterExplanation,
  refusals: ["not-found"],
});

/** Filters of the letters of all parties. */
const ofAll = z.strictObject({ ...filters, party: PartyId.optional() }).refine(isTime, timeRule);

const bySecretariat = { ...plain, function: "secretariat-api", access: "token" } as const;

export const ListLetters = endpoint({
  ...bySecretariat,
  id: "listLetters",
  method: "GET",
  path: "/v1/letters",
  tag: "Letters",
  action: "letters.list-all",
  summary: "Letters by party, kind, state and day",
  query: ofAll,
  reply: async () => {
    const { pageOf } = await coreViews();
    const { LetterView } = await letterViews();
    return pageOf("AllLetterPage", LetterView);
  },
  refusals: ["not-yours"],
});

export const ListLetterExplanations = endpoint({
  ...bySecretariat,
  id: "listLetterExplanations",
  method: "GET",
  path: "/v1/letters/explanations",
  tag: "Letters",
  action: "letters.list-all",
  summary: "The same letters, each with why it was sent, or was not, and with its history",
  query: ofAll,
  reply: async () => {
    const { pageOf } = await coreViews();
    const { LetterExplanation } = await letterViews();
    return pageOf("LetterExplanationPage", LetterExplanation);
  },
  refusals: ["not-yours"],
});
