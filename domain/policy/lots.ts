import { CalendarDate } from "../../schemas/base/values.ts";
import { type Setting, sinceLaunch, earliestStart } from "../base/settings.ts";

/** The number of redraws that a party may request [S6]. */
export const redrawCap: Setting<number> = sinceLaunch(["S6", "P28"], 4);

/** The limits of the number of reviewers of a party and of the reviews in which a party serves. */
export interface LotsLimits {
  /** Reviewers of one party, additional ones included [P28(c)]. */
  readonly mostReviewers: number;
  /** Reviews in which one party reviews, as additional reviewer too [D]. */
  readonly load: { readonly min: number; readonly max: number };
}

export const lotsLimits: Setting<LotsLimits> = [
  { effectiveFrom: earliestStart, sources: ["P28", "D"], value: { mostReviewers: 4, load: { min: 1, max: 3 } } },
];

/**
 * Permission for parties to defer serving as a reviewer in their own year, the year of the group in which they are
 * reviewed: no [D]. An edition applies to the requests that are recorded and the lots that are drawn from its day on.
 */
export const servingDeferral: Setting<boolean> = [{ effectiveFrom: earliestStart, sources: ["D"], value: false }];

/** The planned start of each group and its number of reviews [S7, S22]. */
export interface GroupPlan {
  readonly number: number;
  readonly plannedFor: CalendarDate;
  readonly size: number;
}

export const plannedGroups: Setting<readonly GroupPlan[]> = [
  {
    effectiveFrom: earliestStart,
    sources: ["S7", "S22"],
    value: [
      { number: 1, plannedFor: CalendarDate.parse("2020-12-01"), size: 62 },
      { number: 2, plannedFor: CalendarDate.parse("2021-11-01"), size: 63 },
      { number: 3, plannedFor: CalendarDate.parse("2022-11-01"), size: 64 },
    ],
  },
];

/** Redraws of all lots after a dead end, before the draw is called impossible [D]. */
export const mostThrows = 200;
