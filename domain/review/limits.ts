import type { CalendarDate, Instant } from "../../schemas/base/values.ts";
import type { Review } from "../../schemas/model/review.ts";
import { earliestStart } from "../base/settings.ts";
import { dayOf } from "../base/time.ts";
import { metAgreement } from "./recorded-dates.ts";

/** A day that a corrected one may not pass, and what it would contradict. */
export interface Limit {
  readonly day: CalendarDate;
  readonly contradicts: string;
}

/** The limits of a date: it is not before any of the first, nor after any of the last. */
export interface Limits {
  readonly from: readonly Limit[];
  readonly until: readonly Limit[];
}

export const limit = (contradicts: string, day: CalendarDate | undefined): readonly Limit[] =>
  day === undefined ? [] : [{ day, contradicts }];
export const limitAt = (contradicts: string, at: Instant | undefined): readonly Limit[] =>
  limit(contradicts, at === undefined ? undefined : dayOf(at));

export const launch = limit("launch", earliestStart);

export const nobodyBefore: Limits = { from: launch, until: [] };

/** Returns the days of the agreements to the version on the table. */
export const agreements = (review: Review) =>
  Object.values(review.seats).flatMap(({ party }) => limitAt("agreement", metAgreement(review, party)?.settledAt));
