import { maxReportedErrors } from "../policy/limits.ts";
import { countStages, groupIdsOf, type ImportPlan } from "../imports/plan.ts";
import { type ImportWording, messageIn } from "../imports/messages.ts";
import { countRows, type ImportError, type PlacedSheets } from "../imports/sheets.ts";
import { namedParties } from "./named.ts";
import type { ImportCheckedGiven, ImportErrorView } from "../../schemas/views/import.ts";

/** Returns an error of an import, in the words of a language. */
export const importErrorView = (wording: ImportWording, { message, ...place }: ImportError): ImportErrorView => ({
  ...place,
  message: messageIn(wording, message),
});

/** Returns the effects of an import, its errors, and the stored data that stay; of many errors the first are named. */
export const checkedView = (
  sheets: PlacedSheets,
  { errors, ...plan }: ImportPlan,
  wording: ImportWording,
): Omit<ImportCheckedGiven, "import"> => ({
  known: false,
  summary: {
    rows: [...countRows(sheets)],
    parties: plan.parties.length,
    missions: plan.missions.length,
    groups: [...groupIdsOf(plan.groups)],
    stages: [...countStages(plan.reviews)].map(([stage, reviews]) => ({ stage, reviews })),
    peopleRegistered: plan.people.filter(({ isKnown }) => !isKnown).length,
    peopleKnown: plan.people.filter(({ isKnown }) => isKnown).length,
    redraws: plan.redraws.length,
    withoutReview: plan.withoutReview.map(({ cluster, parties }) => ({ cluster, parties: namedParties(parties) })),
  },
  ...(plan.kept.length === 0
    ? {}
    : {
        kept: plan.kept.slice(0, maxReportedErrors).map((one) => importErrorView(wording, one)),
        keptCount: plan.kept.length,
      }),
  errors: errors.slice(0, maxReportedErrors).map((one) => importErrorView(wording, one)),
  ...(errors.length <= maxReportedErrors ? {} : { errorsLeftOut: errors.length - maxReportedErrors }),
});
