import * as z from "zod";
import { PartyId } from "../../base/ids.ts";
import { LongText, TextsByInstrument } from "../../model/draft.ts";
import { ObservationItems } from "../../model/observation-items.ts";
import { Source } from "../../model/source.ts";
import { endpoint } from "../endpoint.ts";
import { commandRefusals, secretariatCommand } from "../review-command.ts";

/** Texts of a submission, one at least. */
const Texts = TextsByInstrument.min(1);

export const AttachText = endpoint({
  ...secretariatCommand,
  id: "attachText",
  path: "/v1/reviews/{reviewId}/texts",
  tag: "Reviews",
  action: "text.attach",
  summary: "Attach a text that arrived after its fact was recorded, with its source",
  description:
    "For answers, feedback or a list of which only the fact was recorded, by `recordAnswers`, `recordFeedback` or an import. No date moves, agreements remain valid, and drafts of reviewers stay as they are. A text that is in is never replaced: another one is refused. The same text changes nothing.",
  body: z
    .discriminatedUnion("of", [
      z.strictObject({ of: z.literal("answers"), texts: Texts, source: Source }).meta({ id: "LateAnswers" }),
      z
        .strictObject({ of: z.literal("feedback"), party: PartyId, texts: Texts, source: Source })
        .meta({ id: "LateFeedback" }),
      z
        .strictObject({
          of: z.literal("list"),
          version: z.int().min(1),
          list: LongText,
          summary: LongText,
          items: ObservationItems.optional(),
          source: Source,
        })
        .meta({ id: "LateList" }),
    ])
    .meta({ id: "LateText" }),
  refusals: [
    ...commandRefusals,
    "answers-missing",
    "not-owed",
    "list-missing",
    "instrument-not-reviewed",
    "already-cleared",
    "source-in-the-future",
  ],
});
