import { mostErrorsTold } from "../base/policy.ts";
import { countStages, groupIdsOf, type ImportPlan } from "../imports/plan.ts";
import { countRows, type PlacedSheets } from "../imports/sheets.ts";
import type { ImportChecked } from "../../schemas/views/import.ts";

/** What an import would bring about, and what is wrong with it; and what stays as it is known here; of many places the first are named. */
export const checkedView = (sheets: PlacedSheets, { errors, ...plan }: ImportPlan): Omit<ImportChecked, "import"> => ({
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
  },
  ...(plan.kept.length === 0 ? {} : { kept: plan.kept.slice(0, mostErrorsTold), keptCount: plan.kept.length }),
  errors: errors.slice(0, mostErrorsTold),
  ...(errors.length <= mostErrorsTold ? {} : { errorsLeftOut: errors.length - mostErrorsTold }),
});
