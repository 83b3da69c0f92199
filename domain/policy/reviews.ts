import type { ObligationKind, QuestionnaireClock, Stage } from "../../schemas/model/review.ts";
import type { CalendarDate, ClusterNumber } from "../../schemas/base/values.ts";
import type { Period } from "../base/time.ts";
import { type Setting, sinceLaunch, inForce, editionOn, type Source } from "../base/settings.ts";

/**
 * Time for each obligation, counted from the day on which it opened: the start of the review, the day on which the clock of
 * the questionnaire starts, the receipt of the answers, the day of the question. For an agreement it is the least
 * that is left when the list comes up; its own limit is `agreementLimit`.
 */
const periods: { readonly [Kind in ObligationKind]: Setting<Period> } = {
  "focal-point": sinceLaunch(["P18", "G5"], { weeks: 2 }),
  experts: sinceLaunch(["G6", "S18"], { weeks: 4 }),
  questionnaire: sinceLaunch(["S30"], { months: 6 }),
  feedback: sinceLaunch(["P35", "S33"], { months: 6 }),
  clarification: sinceLaunch(["D"], { weeks: 4 }),
  agreement: sinceLaunch(["D"], { months: 3 }),
};

/** Returns time for an obligation that opened on a day. Throws a RangeError before the launch. */
export const periodOn = (kind: ObligationKind, openedOn: CalendarDate): Period => inForce(periods[kind], openedOn);

/** Returns the sources of the time for an obligation that opened on a day. Throws a RangeError before the launch. */
export const periodSourcesOn = (kind: ObligationKind, openedOn: CalendarDate): readonly Source[] =>
  editionOn(periods[kind], openedOn).sources;

/** Time in which a consultation should come to its outcome, from the day the last focal point was named: a measure, no obligation [D]. */
export const consultationTarget: Setting<Period> = sinceLaunch(["D"], { weeks: 4 });

/** A review of a cluster lasts two years from the start of its group; by then all agree to the list [S21, S24]. */
export const agreementLimit: Setting<Period> = sinceLaunch(["S21", "S24"], { months: 24 });

/**
 * The order in which the thematic clusters are reviewed: the fourth follows the first [S25], the order of the rest is ours [D].
 * A phase that was opened keeps its place whatever edition comes later.
 */
export const clusterOrder: Setting<readonly [ClusterNumber, ...ClusterNumber[]]> = sinceLaunch(
  ["S25", "D"],
  [1, 4, 2, 3],
);

/** The percentage of concluded reviews of a group before the next phase is opened, and that group [S25]. */
export const phaseGate: Setting<{ readonly percent: number; readonly group: number }> = sinceLaunch(["S25"], {
  percent: 70,
  group: 1,
});

/**
 * The number of reviews that have passed a step before its days give a pace [D]: quartiles of fewer are single reviews.
 */
export const leastPassed = 4;

/** The period between the starts of a group in one cluster and in the next [S21, D]. */
export const phaseLength: Setting<Period> = sinceLaunch(["S21", "D"], { months: 24 });

/** A step of the indicative timeline: the stage that a review is to have left by then. */
export type TimelineStep = Exclude<Stage, "scheduled" | "concluded">;

/**
 * The indicative timeline: the periods after the planned start of its group by which a review is to have passed each
 * stage, in their order [S24, S31]; the time for nominations and the consultation is ours [D]. It is no obligation, and
 * has no reminders.
 */
export const indicativeTimeline: Setting<{ readonly [S in TimelineStep]: Period }> = sinceLaunch(
  ["G6", "S24", "S30", "S31", "S33", "D"],
  {
    nomination: { weeks: 4 },
    consultation: { months: 2 },
    questionnaire: { months: 6 },
    feedback: { months: 12 },
    observations: { months: 24 },
  },
);

/** Least time for a met obligation that is open again: a returned submission, a new version to agree to [D]. */
export const againPeriod: Setting<Period> = sinceLaunch(["D"], { weeks: 4 });

/** The day from which the six months of the questionnaire count, unless the parties agree on a day [D]. */
export const questionnaireClock: Setting<QuestionnaireClock> = sinceLaunch(["D"], "consultation");

/** The longest period between the consultation and an agreed day for that clock [D]. */
export const agreedClockWithin: Setting<Period> = sinceLaunch(["D"], { months: 3 });

/**
 * The longest delay of an obligation past its original date, or past today where that is over [D]: the rules set no
 * limit, and a mistyped year would silence its reminders.
 */
export const delayWithin: Setting<Period> = sinceLaunch(["D"], { months: 24 });

/** The longest time ahead for the end of a mandate, or a successor's first day [D]: the duration of a review. */
export const mandateAhead: Setting<Period> = sinceLaunch(["D"], { months: 24 });

/** Languages of a review: one or two, three by exception [S27, P50]. */
export const languageLimits: Setting<{ readonly usual: number; readonly exceptional: number }> = sinceLaunch(
  ["S27", "P50"],
  { usual: 2, exceptional: 3 },
);

/**
 * The number of days after its day from which a start is notified by one letter to each party [D]: the days between the
 * start and the first reminder that counts from it, which would refer to a letter that was never sent.
 */
export const lateStart: Setting<number> = sinceLaunch(["D"], 7);

/** The days between a group's start and its planned day above which it needs a second person [D]. */
export const startOffPlan: Setting<number> = sinceLaunch(["D"], 7);
