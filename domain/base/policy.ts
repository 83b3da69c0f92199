import type { ObligationKind, QuestionnaireClock, Stage } from "../../schemas/model/review.ts";
import { CalendarDate, type ClusterNumber } from "../../schemas/base/values.ts";
import type { Duration, Period } from "./time.ts";

/**
 * The source of a setting: S = paragraph of the background paper of 2023, P = Procedures and rules
 * (resolution 9/1, annex), G = Guidelines (resolution 10/1, annex I), W = public pages of the secretariat,
 * D = our decision where the sources are silent.
 */
export type Source = `${"S" | "P" | "G"}${number}` | "W" | "D";

/** One state of a setting, in force from a day on until a later edition takes its place. */
export interface Edition<Value> {
  readonly effectiveFrom: CalendarDate;
  readonly sources: readonly Source[];
  readonly value: Value;
}

/** A setting with its history, oldest edition first. What happened under an edition keeps being judged by it. */
export type Setting<Value> = readonly Edition<Value>[];

/** Returns the value in force on a day of Vienna's calendar. Throws a RangeError for a day before the first edition. */
export const inForce = <Value>(setting: Setting<Value>, day: CalendarDate): Value => editionOn(setting, day).value;

/** Returns the edition in force on a day, with its sources. Throws a RangeError for a day before the first. */
export const editionOn = <Value>(setting: Setting<Value>, day: CalendarDate): Edition<Value> => {
  const edition = setting.findLast(({ effectiveFrom }) => effectiveFrom <= day);
  if (edition === undefined) throw new RangeError(`No edition of this setting was in force on ${day}`);
  return edition;
};

/** The launch of the Mechanism; nothing of it starts earlier [S1]. */
export const earliestStart: CalendarDate = CalendarDate.parse("2020-10-16");

/** Returns a setting that has had one value since the launch. */
export const sinceLaunch = <Value>(sources: readonly Source[], value: Value): Setting<Value> => [
  { effectiveFrom: earliestStart, sources, value },
];

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

/** The number of redraws that a party may request [S6]. */
export const redrawCap: Setting<number> = sinceLaunch(["S6", "P28"], 4);

/** The longest time ahead for the end of a mandate, or a successor's first day [D]: the duration of a review. */
export const mandateAhead: Setting<Period> = sinceLaunch(["D"], { months: 24 });

/** Days after which an unused invitation comes on the secretariat's list [D]. */
export const invitationWaits: Setting<number> = sinceLaunch(["D"], 7);

/** Languages of a review: one or two, three by exception [S27, P50]. */
export const languageLimits: Setting<{ readonly usual: number; readonly exceptional: number }> = sinceLaunch(
  ["S27", "P50"],
  { usual: 2, exceptional: 3 },
);

/**
 * The instants at which reminders of an obligation leave: a letter when it opens, then mornings counted in days from
 * the day it is due (negative: before), the last of them repeated at an interval until the obligation is met. From a
 * year after the due day on that interval is a setting of its own [D]. No reminder schedule ends: an obligation without
 * reminders is forgotten.
 */
export interface ReminderSchedule {
  readonly opening: boolean;
  readonly offsets: readonly [number, ...number[]];
  readonly thenEvery: { readonly days: number; readonly afterYear: number };
}

const everyFourWeeks: ReminderSchedule["thenEvery"] = { days: 28, afterYear: 28 };

const nominationSchedule: ReminderSchedule = { opening: true, offsets: [-7, -1, 1, 8, 22], thenEvery: everyFourWeeks };

/** For work of months: earlier notice, and a fortnight after the date [D]. */
const workSchedule: ReminderSchedule = { opening: true, offsets: [-28, -7, -1, 1, 14], thenEvery: everyFourWeeks };

/** Which reminder schedule each kind of obligation climbs. An edition rules the reminders whose moment it has come to, none earlier. */
export const reminderSchedules: { readonly [Kind in ObligationKind]: Setting<ReminderSchedule> } = {
  "focal-point": sinceLaunch(["D"], nominationSchedule),
  experts: sinceLaunch(["D"], nominationSchedule),
  questionnaire: sinceLaunch(["D"], workSchedule),
  feedback: sinceLaunch(["D"], workSchedule),
  clarification: sinceLaunch(["D"], workSchedule),
  agreement: sinceLaunch(["D"], workSchedule),
};

/**
 * The number of days after its day from which a start is notified by one letter to each party [D]: the days between the
 * start and the first reminder that counts from it, which would refer to a letter that was never sent.
 */
export const lateStart: Setting<number> = sinceLaunch(["D"], 7);

/** The days between a group's start and its planned day above which it needs a second person [D]. */
export const startOffPlan: Setting<number> = sinceLaunch(["D"], 7);

/** The office that is notified, after the permanent mission, of what stays open. */
export type Office = "secretariat" | "president";

/**
 * The period after its date in which an open obligation comes on an office's list [D]: the secretariat's with the
 * second reminder after the date, the President's, which has only missing nominations, with the third. An edition rules
 * the obligations that fall due from its day on.
 */
export const listedAfter: { readonly [O in Office]: Setting<Period> } = {
  secretariat: sinceLaunch(["D"], { days: 8 }),
  president: sinceLaunch(["S17", "D"], { days: 22 }),
};

/** The day of the week on which digests leave to missions that chose them, at 09:00 [D]; 1 is Monday. */
export const digestDay: Setting<number> = sinceLaunch(["D"], 1);

/** The time before its dispatch from which a digest takes in nothing more [D]: longer than any function runs. */
export const digestClosing: Duration = { minutes: 60 };

/** The time limit of a sender's claim on a letter [D]: longer than any function runs. */
export const claimLease: Duration = { minutes: 5 };

/** The time to wait for the mail service's event when it is unknown whether a letter was accepted [D]. */
export const settlingTime: Duration = { minutes: 15 };

/**
 * The objective: of the letters that are due at a 09:00, this share in per cent is accepted by the mail service within
 * this time of it [D].
 */
export const punctualityObjective = { within: { minutes: 60 }, percent: 99.9 } as const satisfies {
  within: Duration;
  percent: number;
};

/** The time that a planned letter may wait in its queue before the sweep orders it again [D]. */
export const sendingTime: Duration = { minutes: 30 };

/** The time for which the cached quota of the mail service counts as current [D]. */
export const permitReadEvery: Duration = { minutes: 5 };

/** The time that a letter waits for a slot before its order is put back [D]: short for a function. */
export const slotPatience: Duration = { seconds: 15 };

/**
 * The time span of the journal in which an hourly sweep searches for missing effects [D]: longer than the stream keeps
 * its entries, which is a day, and than the longest weekend on which an outage is not repaired. A full sweep covers all
 * of it, every night.
 */
export const effectsLookback: Duration = { hours: 4 * 24 };

/**
 * The greatest age of a fact for which a sweep mails a missing letter [D]: longer than any outage that is planned for.
 * Older ones are only counted: after an upgrade letters of years may be missing by their new ids, or by rules that did
 * not exist, and no recipient is to get these.
 */
export const newsAge: Duration = { hours: 30 * 24 };

/** The time that an accepted letter may stay without a receipt before its row needs attention again [D]. */
export const receiptTime: Duration = { hours: 72 };

/**
 * The time before the second of a restoration from which the previous journal is read for erasures [D]: an entry is
 * recorded as of the start of its request, and committed later, after all its retries.
 */
export const erasuresLookback: Duration = { minutes: 60 };

/** The time that a secret signs the cursors of lists before another one replaces it [D]. */
export const cursorSecretAge: Duration = { hours: 30 * 24 };

/** The time that a new secret of cursors is known before it signs [D]: longer than any function caches it. */
export const cursorSecretAnnounced: Duration = { minutes: 60 };

/** The time in which a repeated request with an equal key gets the first answer again [D]. */
export const idempotencyRetention: Duration = { hours: 7 * 24 };

/**
 * The time after their last mandate before a user with open access may be erased [D]: the longest time for a report on
 * the letter about its end. A user whose access is closed gets no letter, and needs no wait.
 */
export const erasureWaits: Setting<Duration> = sinceLaunch(["D"], receiptTime);

/**
 * The time that a note on a contact is kept [D]: the two years of a phase and one more, in which the next group has the
 * same questions. The contact itself stays: it is counted.
 */
export const contactNotesKept: Setting<Period> = sinceLaunch(["D"], { months: 36 });

/** The time that a letter keeps its address [D]: the duration of a review, in which notice may be disputed. */
export const letterAddressesKept: Setting<Period> = sinceLaunch(["D"], { months: 24 });

/** The time that a letter keeps its subject line and its officer's text [D]: four phases of two years, and two more. */
export const letterTextsKept: Setting<Period> = sinceLaunch(["D"], { months: 120 });

/** The time that a failed address or an unreachable recipient is kept on record after its end [D]. */
export const reachKept: Setting<Period> = sinceLaunch(["D"], { months: 12 });

/**
 * The number of recipients that the bulletins of one officer may have in a day of Vienna's calendar without a second
 * person [D]: fewer than there are missions, so that no officer writes to all of them alone, neither at once nor in
 * parts.
 */
export const recipientsPerDay: Setting<number> = sinceLaunch(["D"], 100);

/** The least number of confirmed users of the secretariat, so that acts that need two persons remain possible [D]. */
export const leastOfficers: Setting<number> = sinceLaunch(["D"], 2);

/** The time of a suspension [D]: a day, in which the operator adds an officer or the account is closed. */
export const suspensionTime: Setting<Duration> = sinceLaunch(["D"], { hours: 24 });

/**
 * The time that a user of the secretariat who was registered, reopened or readdressed by another waits before approving
 * orders of others [D]: a day, in which those who are notified of it by letter can object.
 */
export const approvalWait: Setting<Duration> = sinceLaunch(["D"], { hours: 24 });

/** The largest number of recipients of a bulletin [D]: every party with all its people, several times over. */
export const mostRecipients: Setting<number> = sinceLaunch(["D"], 5_000);

/** The time in which the recipients that a preview listed may be sent to [D]. */
export const previewRetention: Duration = { hours: 24 };

/** The time that the content of an import is kept, unless it is applied sooner; then it is deleted [D]. */
export const importRetention: Duration = { hours: 30 * 24 };

/** The time that a user's count against the daily limits is kept, from the beginning of that day [D]. */
export const allowanceRetention: Duration = { hours: 48 };

/**
 * The longest time ahead for an explanation why a day will bring no letter [D]: the ten years of the Mechanism and two
 * more, since every step of a reminder until then is computed.
 */
export const explainedAhead: Period = { months: 144 };

/** The longest time ahead for the order of a bulletin [D]: its recipients are settled when it is ordered. */
export const bulletinAhead: Setting<Period> = sinceLaunch(["D"], { months: 3 });

/** For how long after its last sending a bulletin's letters are compared with its recipients each night [D]. */
export const bulletinCompared: Setting<Period> = sinceLaunch(["D"], { months: 12 });

/**
 * The breaker of bulletins: the share of lasting bounces at which one is stopped, and the number of results after which
 * it is checked [D]. The mail service reviews an account at 5 per cent, and then no deadline letter would leave either.
 */
export const breaker: Setting<{ readonly share: number; readonly after: number }> = sinceLaunch(["D"], {
  share: 0.05,
  after: 50,
});

/** The most bytes that a letter may have, subject and both parts together: mail programs cut off what is longer [D]. */
export const mailLimit: Setting<number> = sinceLaunch(["D"], 100_000);

/** The number of errors of a request that are reported [D]: a caller corrects these and gets the rest. */
export const mostErrorsTold = 50;

/** The number of clarifications that a party may request in a review [D]: each can hold texts of any length. */
export const clarificationCap: Setting<number> = sinceLaunch(["D"], 20);

/**
 * The number of people who may serve for a party in a review at a time, and in all [D]: a focal point with its experts
 * and observers, and their successors over the years of a review. A review is one item of the database.
 */
export const seatCap: Setting<{ readonly serving: number; readonly ever: number }> = sinceLaunch(["D"], {
  serving: 30,
  ever: 120,
});

/** The number of mandates of a party that may wait for people of other parties [D]: both hold them. */
export const offersCap: Setting<number> = sinceLaunch(["D"], 50);

/** The time in which a party is not sent the President's reminder again [D]: it is no circular. */
export const presidentsReminderEvery: Setting<Duration> = sinceLaunch(["D"], { hours: 7 * 24 });
