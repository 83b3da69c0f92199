import * as z from "zod";
import { endpoint, plain } from "../endpoint.ts";
import { LetterId, PartyId } from "../../base/ids.ts";
import { PageQuery } from "../../base/paging.ts";
import { LetterState } from "../../model/letter.ts";

const coreViews = () => import("../../views/core.ts");
const letterViews = () => import("../../views/letter.ts");

const common = { ...plain, function: "review-api", access: "token" } as const;

const party = z.strictObject({ partyId: PartyId });

export const ListPartyLetters = endpoint({
  ...common,
  id: "listPartyLetters",
  method: "GET",
  path: "/v1/parties/{partyId}/letters",
  tag: "Letters",
  action: "letters.read",
  summary: "Letters to a party, newest first",
  params: party,
  query: PageQuery,
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
    "For the secretariat and for the permanent mission of the party that it is to. `state` says why there is no text where there is none: the letter was not sent, texts were not kept then, or it was erased, with the person or after its time. Show `html` in a sandboxed frame.",
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

const bySecretariat = { ...plain, function: "secretariat-api", access: "token" } as const;

export const ListLetters = endpoint({
  ...bySecretariat,
  id: "listLetters",
  method: "GET",
  path: "/v1/letters",
  tag: "Letters",
  action: "letters.list-all",
  summary: "Letters in one state, those that have waited longest first",
  query: z.strictObject({ ...PageQuery.shape, state: LetterState }),
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
  query: z.strictObject({ ...PageQuery.shape, state: LetterState }),
  reply: async () => {
    const { pageOf } = await coreViews();
    const { LetterExplanation } = await letterViews();
    return pageOf("LetterExplanationPage", LetterExplanation);
  },
  refusals: ["not-yours"],
});
