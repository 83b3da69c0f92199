import type { Setting } from "../base/policy.ts";
import { CalendarDate } from "../../schemas/base/values.ts";

const launch = CalendarDate.parse("2020-10-16");

/** The limits of the number of reviewers of a party and of the reviews in which a party serves. */
export interface LotsLimits {
  /** Reviewers of one party, additional ones included [P28(c)]. */
  readonly mostReviewers: number;
  /** Reviews in which one party reviews, as additional reviewer too [D]. */
  readonly load: { readonly min: number; readonly max: number };
}

export const lotsLimits: Setting<LotsLimits> = [
  { effectiveFrom: launch, sources: ["P28", "D"], value: { mostReviewers: 4, load: { min: 1, max: 3 } } },
];

/**
 * Permission for parties to defer serving as a reviewer in their own year, the year of the group in which they are
 * reviewed: no [D]. An edition applies to the requests that are recorded and the lots that are drawn from its day on.
 */
export const servingDeferral: Setting<boolean> = [{ effectiveFrom: launch, sources: ["D"], value: false }];

/** The planned start of each group and its number of reviews [S7, S22]. */
export interface GroupPlan {
  readonly number: number;
  readonly plannedFor: CalendarDate;
  readonly size: number;
}

export const plannedGroups: Setting<readonly GroupPlan[]> = [
  {
    effectiveFrom: launch,
    sources: ["S7", "S22"],
    value: [
      { number: 1, plannedFor: CalendarDate.parse("2020-12-01"), size: 62 },
      { number: 2, plannedFor: CalendarDate.parse("2021-11-01"), size: 63 },
      { number: 3, plannedFor: CalendarDate.parse("2022-11-01"), size: 64 },
    ],
  },
];
