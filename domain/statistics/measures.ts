import type { Measure } from "../../schemas/model/statistics.ts";
import { obligationMeasures } from "./obligation-measures.ts";
import type { Definition } from "./measure.ts";
import { partyMeasures } from "./party-measures.ts";
import { peopleMeasures } from "./people-measures.ts";
import { reviewMeasures } from "./review-measures.ts";

/** Every measure by its name: the one definition of what it counts. */
export const measures: { readonly [M in Measure]: Definition } = {
  ...partyMeasures,
  ...peopleMeasures,
  ...reviewMeasures,
  ...obligationMeasures,
};
