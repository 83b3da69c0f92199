import { PaperFigure } from "../../schemas/model/paper-figures.ts";
import { Measure } from "../../schemas/model/statistics.ts";
import { hashOf } from "../base/hash.ts";
import { measures } from "./measures.ts";
import { paperFigures } from "./paper-figures.ts";

/**
 * The version of what measures count and of how counts are kept. Raise it by one whenever a measure counts an unchanged
 * journal differently, or rows get another form. All counts are then kept again, and until they are, counted from the
 * journal. A test compares the counts of recorded facts.
 */
const countsVersion = 8;

const dimensionsOfMeasures = Measure.options.map((measure) => {
  const { counts, parts, least, among, without } = measures[measure];
  return { measure, counts, parts, least, among, without };
});

/** The generation under which rows are kept: another one also where measures come or go, or get other dimensions. */
export const countsGeneration = `${countsVersion}-${hashOf([dimensionsOfMeasures, PaperFigure.options.map((figure) => paperFigures[figure])]).slice(0, 8)}`;
