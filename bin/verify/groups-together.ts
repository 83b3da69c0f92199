import { type Api, answerOf } from "../../client/client.ts";
import type { components } from "../../client/api-types.ts";
import { dayOf } from "./calendar.ts";
import type { Tally } from "./finding.ts";
import { checkMeasure, checkSums } from "./measure-checks.ts";
import { type Counted, measures } from "./measures.ts";

type GroupedMeasure = components["schemas"]["MeasureView"];

/** Current counts of the API over several groups together. */
export interface GroupsReading {
  readonly day: string;
  readonly groups: readonly string[];
  readonly measures: readonly GroupedMeasure[];
}

/** The groups that have reviews, by the parts of the count of reviews. */
const groupsWithReviews = (all: readonly GroupedMeasure[]): readonly string[] =>
  (all.find(({ measure }) => measure === "reviews")?.parts ?? [])
    .flatMap(({ group, count: _, ...others }) => (group === undefined || Object.keys(others).length > 0 ? [] : [group]))
    .toSorted((one, other) => one.localeCompare(other, "en", { numeric: true }));

/** Reads what the API counts of the first two groups together; undefined if no group has reviews. */
export const readGroups = async (
  api: Api,
  now: string,
  all: readonly GroupedMeasure[],
): Promise<GroupsReading | undefined> => {
  const groups = groupsWithReviews(all).slice(0, 2);
  const day = dayOf(now);
  if (groups.length === 0) return undefined;
  const query = { asAt: day, groups: groups.join(",") };
  const { body } = await answerOf(api.GET("/v1/statistics", { params: { query } }));
  return { day, groups, measures: body.measures };
};

/** Returns the counted data of some groups alone: their reviews, and no request for a redraw that names no review. */
const ofGroups = (counted: Counted, groups: readonly string[]): Counted => ({
  ...counted,
  reviews: counted.reviews.filter(({ group }) => groups.includes(group)),
  parties: counted.parties.map((party) => ({ ...party, redrawsBefore: [] })),
});

/** Each party, person and review of several groups counts once in every measure of them together. */
export const checkGroups = (reading: GroupsReading | undefined, whole: Counted, tally: Tally): void => {
  if (reading === undefined) return;
  const { day, groups } = reading;
  const counted = ofGroups(whole, groups);
  for (const measure of reading.measures) {
    const about = (part: string) => `${measure.measure}${part} of ${groups.join(" and ")} as at ${day}`;
    tally.count("measures of several groups counted again");
    const own = measures[measure.measure](counted, day);
    checkMeasure(measure, own, { counted, day, about, kind: "statistic-wrong" }, tally);
    checkSums(measure, about(""), tally);
  }
};
