import type { ObligationKind, QuestionnaireClock, Stage } from "../../schemas/model/review.ts";
import { CalendarDate, type ClusterNumber } from "../../schemas/base/values.ts";
import type { Duration, Period } from "./time.ts";

/**
 * Where a setting comes from: S = paragraph of the background paper of 2023, P = Procedures and rules
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

/** The value in force on a day of Vienna's calendar. Throws a RangeError for a day before the first edition. */
export const inForce = <Value>(setting: Setting<Value>, day: CalendarDate): Value => editionOn(setting, day).value;

/** The edition in force on a day, with its sources. Throws a RangeError for a day before the first. */
export const editionOn = <Value>(setting: Setting<Value>, day: CalendarDate): Edition<Value> => {
  const edition = setting.findLast(({ effectiveFrom }) => effectiveFrom <= day);
  if (edition === undefined) throw new RangeError(`No edition of this setting was in force on ${day}`);
  return edition;
};

/** The launch of the Mechanism; nothing of it starts earlier [S1]. */
export const earliestStart: CalendarDate = CalendarDate.parse("2020-10-16");

/** A setting that has had one value since the launch. */
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

/** Time for an obligation that opened on a day. Throws a RangeError before the launch. */
export const periodOn = (kind: ObligationKind, openedOn: CalendarDate): Period => inForce(periods[kind], openedOn);

/** Where the time for an obligation that opened on a day comes from. Throws a RangeError before the launch. */
export const periodSourcesOn = (kind: ObligationKind, openedOn: CalendarDate): readonly Source[] =>
  editionOn(periods[kind], openedOn).sources;

/** Time in which a consultation should come to its outcome, from the day the last focal point was named: a measure, no obligation [D]. */
export const consultationTarget: Setting<Period> = sinceLaunch(["D"], { weeks: 4 });

/** A review of a cluster lasts two years from the start of its group; by then all agree to the list [S21, S24]. */
export const agreementLimit: Setting<Period> = sinceLaunch(["S21", "S24"], { months: 24 });

/**
 * In which order the thematic clusters are reviewed: the fourth follows the first [S25], the order of the rest is ours [D].
 * A phase that was opened keeps its place whatever edition comes later.
 */
export const clusterOrder: Setting<readonly [ClusterNumber, ...ClusterNumber[]]> = sinceLaunch(
  ["S25", "D"],
  [1, 4, 2, 3],
);

/** How many per cent of the reviews of which group are concluded before the next phase is opened [S25]. */
export const phaseGate: Setting<{ readonly percent: number; readonly group: number }> = sinceLaunch(["S25"], {
  percent: 70,
  group: 1,
});

/** How long after its start in one cluster a group starts in the next [S21, D]. */
export const phaseLength: Setting<Period> = sinceLaunch(["S21", "D"], { months: 24 });

/** A step of the indicative timeline: the stage that a review is to have left by then. */
export type TimelineStep = Exclude<Stage, "scheduled" | "concluded">;

/**
 * The indicative timeline: how long after the planned start of its group a review is to have passed each stage, in their
 * order [S24, S31]; the time for nominations and the consultation is ours [D]. It is no obligation: nobody is reminded of it.
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

/** Least time for an obligation that was met and is owed again: a returned submission, a new version to agree to [D]. */
export const againPeriod: Setting<Period> = sinceLaunch(["D"], { weeks: 4 });

/** From where the six months of the questionnaire count, unless the parties agree on a day [D]. */
export const questionnaireClock: Setting<QuestionnaireClock> = sinceLaunch(["D"], "consultation");

/** How long after the consultation an agreed day for that clock may lie [D]. */
export const agreedClockWithin: Setting<Period> = sinceLaunch(["D"], { months: 3 });

/** How far past its original date, or past today where that is over, an obligation may be delayed [D]: the rules set no limit, and a mistyped year would silence its reminders. */
export const delayWithin: Setting<Period> = sinceLaunch(["D"], { months: 24 });

/** How often a party may ask that lots be drawn again [S6]. */
export const redrawCap: Setting<number> = sinceLaunch(["S6", "P28"], 4);

/** How far ahead the end of a mandate, or a successor's first day, may be named [D]: as long as a review lasts. */
export const mandateAhead: Setting<Period> = sinceLaunch(["D"], { months: 24 });

/** Days after which an invitation that nobody used is for the secretariat to look at [D]. */
export const invitationWaits: Setting<number> = sinceLaunch(["D"], 7);

/** Languages of a review: one or two, three by exception [S27, P50]. */
export const languageLimits: Setting<{ readonly usual: number; readonly exceptional: number }> = sinceLaunch(
  ["S27", "P50"],
  { usual: 2, exceptional: 3 },
);

/**
 * When reminders of an obligation leave: a letter when it opens, then mornings counted in days from the day it is
 * due (negative: before), the last of them repeated at an interval until the obligation is met. From a year after the due day
 * on that interval is a setting of its own [D]. No reminder schedule ends: an obligation that nobody is reminded of is forgotten.
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
 * From how many days after its day on a start is told of by one letter to each party [D]: as many as lie between the start
 * and the first reminder that counts from it, which would speak of a letter that nobody got.
 */
export const lateStart: Setting<number> = sinceLaunch(["D"], 7);

/** How many days a group's start may lie from its planned day before it needs a second person of the secretariat [D]. */
export const startOffPlan: Setting<number> = sinceLaunch(["D"], 7);

/** Who is told, after the permanent mission, of what stays open. */
export type Office = "secretariat" | "president";

/**
 * How long after its date an open obligation comes on an office's list: the secretariat's with the second reminder after the
 * date, the President's, where only missing nominations stand, with the third [D]. An edition rules the obligations that
 * fall due from its day on.
 */
export const listedAfter: { readonly [O in Office]: Setting<Period> } = {
  secretariat: sinceLaunch(["D"], { days: 8 }),
  president: sinceLaunch(["S17", "D"], { days: 22 }),
};

/** The day of the week on which digests leave to missions that asked for them, at 09:00 [D]; 1 is Monday. */
export const digestDay: Setting<number> = sinceLaunch(["D"], 1);

/** How long before it leaves a digest takes in nothing more [D]: longer than any function runs. */
export const digestClosing: Duration = { minutes: 60 };

/** How long a sender holds a letter it has claimed [D]: longer than any function runs. */
export const claimLease: Duration = { minutes: 5 };

/** How long the mail service's event is waited for when it is not known whether a letter was accepted [D]. */
export const settlingTime: Duration = { minutes: 15 };

/**
 * The objective: of the letters that are due at a 09:00, this share in per cent is accepted by the mail service within
 * this time of it [D].
 */
export const punctualityObjective = { within: { minutes: 60 }, percent: 99.9 } as const satisfies {
  within: Duration;
  percent: number;
};

/** How long a planned letter may wait in its queue before the sweep orders it again [D]. */
export const sendingTime: Duration = { minutes: 30 };

/** How long what the mail service permits is taken to be as it was read [D]. */
export const permitReadEvery: Duration = { minutes: 5 };

/** How long a letter waits at its sender for a slot before its order is put back [D]: short beside the time a function has. */
export const slotPatience: Duration = { seconds: 15 };

/**
 * How far back an hourly round looks at the journal for what was never brought about [D]: longer than the stream keeps
 * its entries, which is a day, and than the longest weekend on which nobody mends an outage. A full round looks at all
 * of it, every night.
 */
export const effectsLookback: Duration = { hours: 4 * 24 };

/**
 * How old what a letter tells of may be for a round to mail one that is missing [D]: longer than any outage that is
 * planned for. What is older is only counted: after an upgrade letters of years may be missing by their new ids, or by
 * rules that were not there, and nobody is to be told of these.
 */
export const newsAge: Duration = { hours: 30 * 24 };

/** How long an accepted letter may go without a receipt before its row asks for attention again [D]. */
export const receiptTime: Duration = { hours: 72 };

/**
 * How long before the second to which tables are restored whoever reads the journal of before for erasures begins [D]: an
 * entry is recorded as of the start of its request, and committed later by as long as that takes with all its repetitions.
 */
export const erasuresLookback: Duration = { minutes: 60 };

/** How long a secret signs the cursors of lists before another one takes its place [D]. */
export const cursorSecretAge: Duration = { hours: 30 * 24 };

/** How long a new secret of cursors is known before it signs [D]: longer than any function keeps what it read. */
export const cursorSecretAnnounced: Duration = { minutes: 60 };

/** How long a repeated request with the same key gets the first answer again [D]. */
export const idempotencyRetention: Duration = { hours: 7 * 24 };

/**
 * How long after their last mandate somebody whose access is open may be erased at the earliest [D]: as long as a report on
 * the letter that tells them of its end may take. Whoever is closed gets no letter, and is not waited for.
 */
export const erasureWaits: Setting<Duration> = sinceLaunch(["D"], receiptTime);

/**
 * How long a note on a contact is kept [D]: the two years of a phase and one more, in which the group after it is asked
 * the same. The contact itself stays: it is counted.
 */
export const contactNotesKept: Setting<Period> = sinceLaunch(["D"], { months: 36 });

/** How long a letter keeps the address that it went to [D]: as long as a review lasts, in which notice may be disputed. */
export const letterAddressesKept: Setting<Period> = sinceLaunch(["D"], { months: 24 });

/** How long a letter keeps its subject line, and what an officer wrote of it [D]: four phases of two years, and two more. */
export const letterTextsKept: Setting<Period> = sinceLaunch(["D"], { months: 120 });

/** How long it is kept that an address failed, or that somebody could not be reached, after that was over [D]. */
export const reachKept: Setting<Period> = sinceLaunch(["D"], { months: 12 });

/**
 * How many recipients the bulletins of one officer may have in a day of Vienna's calendar without a second person [D]: fewer
 * than there are missions, so that no officer writes to all of them alone, neither at once nor in parts.
 */
export const recipientsPerDay: Setting<number> = sinceLaunch(["D"], 100);

/** How many confirmed users of the secretariat there are at least, so that acts that need two persons remain possible [D]. */
export const leastOfficers: Setting<number> = sinceLaunch(["D"], 2);

/** How long an officer may suspend an account [D]: a day, in which the operator adds an officer or the account is closed. */
export const suspensionTime: Setting<Duration> = sinceLaunch(["D"], { hours: 24 });

/**
 * How long a user of the secretariat who was registered, reopened or readdressed by another waits before they may
 * approve what others ordered [D]: a day, in which those who are told of it by letter can object.
 */
export const approvalWait: Setting<Duration> = sinceLaunch(["D"], { hours: 24 });

/** So many recipients a bulletin has at most [D]: every party with all who serve it, several times over. */
export const mostRecipients: Setting<number> = sinceLaunch(["D"], 5_000);

/** How long what a preview listed may be sent [D]. */
export const previewRetention: Duration = { hours: 24 };

/** How long what an import says is kept, should it not be applied sooner, after which it is deleted [D]. */
export const importRetention: Duration = { hours: 30 * 24 };

/** How long it is kept how much somebody used of what a day allows, from the beginning of that day [D]. */
export const allowanceRetention: Duration = { hours: 48 };

/**
 * How far ahead it is explained why a day will bring no letter [D]: the ten years of the Mechanism and two more, since
 * every step of a reminder until then is worked out.
 */
export const explainedAhead: Period = { months: 144 };

/** How far ahead a bulletin may be ordered [D]: who gets it is settled when it is ordered. */
export const bulletinAhead: Setting<Period> = sinceLaunch(["D"], { months: 3 });

/** For how long after its last sending a bulletin's letters are compared with its recipients each night [D]. */
export const bulletinCompared: Setting<Period> = sinceLaunch(["D"], { months: 12 });

/**
 * The breaker of bulletins: the share of lasting bounces at which one is stopped, and after how many results it is
 * looked at [D]. The mail service reviews an account at 5 per cent, and then no deadline letter would leave either.
 */
export const breaker: Setting<{ readonly share: number; readonly after: number }> = sinceLaunch(["D"], {
  share: 0.05,
  after: 50,
});

/** The most bytes that a letter may have, subject and both parts together: mail programs cut off what is longer [D]. */
export const mailLimit: Setting<number> = sinceLaunch(["D"], 100_000);

/** Of what does not fit in a request so many places are named [D]: who mends these sends it again and hears of the rest. */
export const mostErrorsTold = 50;

/** How often a party may ask for clarification in a review [D]: what is asked takes texts of any length. */
export const clarificationCap: Setting<number> = sinceLaunch(["D"], 20);

/**
 * How many people may serve for a party in a review at a time, and have served in all [D]: a focal point with its experts
 * and observers, and their successors over the years of a review. A review is one item of the database.
 */
export const seatCap: Setting<{ readonly serving: number; readonly ever: number }> = sinceLaunch(["D"], {
  serving: 30,
  ever: 120,
});

/** How many mandates of a party may wait for people of other parties at a time [D]: they are kept with the party and the person. */
export const offersCap: Setting<number> = sinceLaunch(["D"], 50);

/** How long a party that was sent the President's reminder is not sent it again [D]: what is signed so high is no circular. */
export const presidentsReminderEvery: Setting<Duration> = sinceLaunch(["D"], { hours: 7 * 24 });
