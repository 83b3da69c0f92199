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

const filters = {
  ...PageQuery.shape,
  kind: LetterKind.optional(),
  state: LetterState.optional(),
  ...ClusterQuery,
  from: CalendarDate.optional().meta({ description: "Planned on this day in Vienna or later" }),
  to: CalendarDate.optional().meta({ description: "Planned on this day in Vienna or before" }),
  party: PartyId.optional(),
  include: z.enum(["explanation"]).optional(),
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

export const GetLetter = endpoint({
  ...common,
  id: "getLetter",
  method: "GET",
  path: "/v1/letters/{letterId}",
  tag: "Letters",
  action: "letters.read",
  summary: "One letter and what became of it",
  params: z.strictObject({ letterId: LetterId }),
  query: z.strictObject({ include: z.enum(["explanation", "text", "all"]).optional() }),
  reply: async () => (await letterViews()).LetterDetails,
  refusals: ["not-found"],
});

const bySecretariat = { ...plain, function: "secretariat-api", access: "token" } as const;

export const ListLetters = endpoint({
  ...bySecretariat,
  id: "listLetters",
  method: "GET",
  path: "/v1/letters",
  tag: "Letters",
  action: "letters.read",
  summary: "Letters by party, kind, state and day, newest first",
  query: z.strictObject(filters).refine(isTime, timeRule),
  reply: async () => {
    const { pageOf } = await coreViews();
    const { ExplainedLetter } = await letterViews();
    return pageOf("LetterPage", ExplainedLetter);
  },
  refusals: ["not-found"],
});
