import { PaperFigure } from "../../schemas/model/paper-figures.ts";
import { Measure } from "../../schemas/model/statistics.ts";
import { hashOf } from "../base/hash.ts";
import { measures } from "./measures.ts";
import { paperFigures } from "./paper-figures.ts";

/**
 * The version of what measures count and of how counts are kept. Raise it by one whenever a measure counts the same journal
 * otherwise, or rows get another form: all is then kept anew, and until it is, counted from the journal. A test compares the
 * counts of recorded facts.
 */
const countsVersion = 7;

const tellsApart = Measure.options.map((measure) => {
  const { counts, parts, least, among, without } = measures[measure];
  return { measure, counts, parts, least, among, without };
});

/** Under which rows are kept: another one as well where measures come or go, or are told apart otherwise. */
export const countsGeneration = `${countsVersion}-${hashOf([tellsApart, PaperFigure.options.map((figure) => paperFigures[figure])]).slice(0, 8)}`;
