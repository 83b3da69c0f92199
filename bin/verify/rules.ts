import type { Period } from "./calendar.ts";

/**
 * The rules that the checker judges by, each with its paragraph of the process ("The review process", sections and
 * bullets by their first words). They are spelled here once more on purpose: a slip in the product's own table of
 * policy must not be a slip here.
 */
export type ObligationKind = "focal-point" | "experts" | "questionnaire" | "feedback" | "clarification" | "agreement";
export const obligationKinds: readonly ObligationKind[] = [
  "focal-point",
  "experts",
  "questionnaire",
  "feedback",
  "clarification",
  "agreement",
];

/** The day from which the Mechanism exists [S1]; no journal is older. */
export const launch = "2020-10-16";

/** Time for each obligation, counted from the day on which it opened. */
export const periods: Readonly<Record<ObligationKind, { readonly period: Period; readonly rule: string }>> = {
  "focal-point": { period: { weeks: 2 }, rule: "Stage nomination: a focal point in 2 weeks [P18, G5]" },
  experts: { period: { weeks: 4 }, rule: "Stage nomination: governmental experts in 4 weeks [G6, S18]" },
  questionnaire: { period: { months: 6 }, rule: "Stage questionnaire: 6 months [S30], or an earlier agreed date" },
  feedback: { period: { months: 6 }, rule: "Stage feedback: 6 months from receipt of the answers [P35, S33]" },
  clarification: { period: { weeks: 4 }, rule: "Obligations belong to one party each: clarification in 4 weeks [D]" },
  agreement: { period: { months: 3 }, rule: "Stage observations: at least 3 months after entry [D]" },
};

export const agreementLimit = {
  period: { months: 24 },
  rule: "Stage observations: two years from the start of the group, or 3 months after entry if later [S21, S24, D]",
} as const;

/** The process is silent; the product gives 4 weeks at least, which is what a clarification gets. */
export const openedAgain = {
  period: { weeks: 4 },
  rule: "Correction: a return is an obligation re-opened; its original date stays, and it has 4 weeks at least",
} as const;

/** Reminder schedule of an obligation: at 09:00 in Vienna, in days from its due day, then at an interval. */
export interface ReminderSchedule {
  readonly from: string;
  readonly days: readonly number[];
  readonly thenEvery: number;
}
export type ReminderSchedules = Readonly<Record<ObligationKind, readonly ReminderSchedule[]>>;

const nominations: readonly ReminderSchedule[] = [{ from: launch, days: [-7, -1, 1, 8, 22], thenEvery: 28 }];
const work: readonly ReminderSchedule[] = [{ from: launch, days: [-28, -7, -1, 1, 14], thenEvery: 28 }];

/** "Reminder schedules by kind" [D]; the last step has no end: reminders continue until the obligation is met. */
export const schedules: ReminderSchedules = {
  "focal-point": nominations,
  experts: nominations,
  questionnaire: work,
  feedback: work,
  clarification: work,
  agreement: work,
};
export const scheduleRule = "Reminders continue until the obligation is met; Reminder schedules by kind [D]";

/**
 * Groups, clusters, phases: "long after" is a setting of ours, the time until the first reminder that counts from a
 * start.
 */
export const lateStart = {
  days: 7,
  rule: "Groups: a start recorded long after its day sends one truthful letter; letters leave at the next 09:00 [D]",
} as const;

/** "Who hears of what: a correction that moves a date"; of a group one letter, whatever the number of reviews. */
export const correctedStart =
  "Correction: a group's start included; M and F of the parties whose date it is, one letter at the next 09:00 [D]";

/** No letter leaves about an imported group before it is resumed. */
export const resumedGroup =
  "Take over: no letter leaves; released per group, a party first gets one letter with the status of its reviews [D]";

export const isNomination = (kind: ObligationKind): boolean => kind === "focal-point" || kind === "experts";

/**
 * Letters about facts that name an obligation which opens in the same entry: each takes the place of the opening
 * reminder for those to which it goes. Obligations of work are reminded of to the focal points as well: they coordinate
 * and clear.
 */
export const announcements: readonly {
  readonly fact: string;
  readonly opens: readonly ObligationKind[];
  readonly to: "everyone" | "focal points";
  /** True if the letter waits for the next 09:00 when the fact was recorded on a later day than it happened. */
  readonly waits?: true;
}[] = [
  { fact: "consultation-concluded", opens: ["questionnaire"], to: "everyone" },
  { fact: "answers-submitted", opens: ["feedback"], to: "focal points" },
  { fact: "clarification-asked", opens: ["clarification"], to: "focal points" },
  { fact: "stage-changed:observations", opens: ["agreement"], to: "focal points" },
  { fact: "observations-drafted", opens: ["agreement"], to: "focal points" },
  { fact: "seat-redrawn", opens: ["focal-point", "experts", "feedback", "agreement"], to: "everyone", waits: true },
  { fact: "review-drawn:entry", opens: ["focal-point", "experts"], to: "everyone", waits: true },
  { fact: "mandate-ended:removed", opens: ["focal-point", "experts"], to: "everyone", waits: true },
];

/**
 * Minutes after its time within which a letter may leave: the sweep runs each hour, and senders keep to a permitted
 * rate.
 */
export const toleranceMinutes = 75;
/** Minutes for which a letter may be in progress: one claimed when its obligation was met leaves all the same. */
export const underWayMinutes = 1;

/** The recipient of the letter about a fact. */
export interface NoticeReader {
  readonly as: "mission" | "focal-point" | "expert";
  readonly of:
    | "every party"
    | "reviewers"
    | "reviewers without a focal point"
    | "party under review"
    | "requesting party"
    | "parties that agree"
    | "parties whose seat changes"
    | "parties drawn away since the delay";
}

export interface NoticeRule {
  readonly fact: string;
  readonly letter: string;
  readonly to: readonly NoticeReader[];
  readonly rule: string;
}

const table = "Who hears of what [D]: ";
export const targetRule = `${table}consultation is past its target`;
const all = (...as: NoticeReader["as"][]): readonly NoticeReader[] => as.map((one) => ({ as: one, of: "every party" }));

/** Time in which a consultation should come to its outcome, from the day on which the last focal point was named. */
export const consultationTarget: Period = { weeks: 4 };
/** Age in days after which a fact is no news: a rule of the product, since the process is silent. */
export const newsDays = 30;

/** Dates of the consultation that its letter states, as corrections name them. */
export const agreedDates: ReadonlySet<string> = new Set(["meeting", "consultation", "clock", "answers-due"]);

/**
 * "Who hears of what". The reminder of a new date, which is checked with the reminders, covers a correction that moves
 * a date; letters about agreements go to all parties.
 */
export const hearings: readonly NoticeRule[] = [
  {
    fact: "delay-notified",
    letter: "delay-notified",
    to: all("mission", "focal-point"),
    rule: `${table}delay notified`,
  },
  {
    fact: "delay-reversed",
    letter: "delay-reversed",
    to: [...all("mission", "focal-point"), { as: "mission", of: "parties drawn away since the delay" }],
    rule: `${table}delay reversed`,
  },
  {
    fact: "delay-corrected",
    letter: "delay-reversed",
    to: [...all("mission", "focal-point"), { as: "mission", of: "parties drawn away since the delay" }],
    rule: `${table}delay corrected`,
  },
  {
    fact: "stage-changed:consultation",
    letter: "consultation-opened",
    to: all("mission", "focal-point"),
    rule: `${table}consultation can begin`,
  },
  {
    fact: "consultation-concluded",
    letter: "consultation-agreed",
    to: all("mission", "focal-point"),
    rule: `${table}consultation is agreed`,
  },
  {
    fact: "languages-agreed:after-outcome",
    letter: "consultation-agreed",
    to: all("mission", "focal-point"),
    rule: `${table}consultation is agreed; languages may follow later than the meeting`,
  },
  {
    fact: "agreed-corrected:after-outcome",
    letter: "consultation-agreed",
    to: all("mission", "focal-point"),
    rule: `${table}consultation is agreed; recipients of a wrong day get the right one`,
  },
  {
    fact: "clarification-answered",
    letter: "clarification-answered",
    to: [
      { as: "focal-point", of: "requesting party" },
      { as: "expert", of: "requesting party" },
    ],
    rule: `${table}clarification answered`,
  },
  {
    fact: "decision-recorded",
    letter: "decision-recorded",
    to: all("mission", "focal-point"),
    rule: "A silent party does not block for ever [D]: a decision is shown with the review",
  },
  {
    fact: "answers-submitted",
    letter: "answers-received",
    to: [
      { as: "mission", of: "reviewers without a focal point" },
      { as: "focal-point", of: "reviewers" },
      { as: "expert", of: "reviewers" },
    ],
    rule: `${table}answers submitted; the mission if there is no focal point`,
  },
  {
    fact: "work-divided",
    letter: "work-divided",
    to: [
      { as: "focal-point", of: "reviewers" },
      { as: "expert", of: "reviewers" },
      { as: "focal-point", of: "party under review" },
    ],
    rule: "Division of work [S33, D]: the reviewers and the party under review are notified of it",
  },
  {
    fact: "answers-returned",
    letter: "answers-returned",
    to: [
      { as: "mission", of: "reviewers" },
      { as: "focal-point", of: "reviewers" },
      { as: "expert", of: "reviewers" },
    ],
    rule: `${table}answers returned`,
  },
  {
    fact: "clarification-asked",
    letter: "clarification-asked",
    to: [
      { as: "focal-point", of: "party under review" },
      { as: "expert", of: "party under review" },
    ],
    rule: `${table}clarification requested`,
  },
  {
    fact: "stage-changed:observations",
    letter: "feedback-complete",
    to: all("focal-point", "expert"),
    rule: `${table}feedback complete`,
  },
  {
    fact: "observations-drafted",
    letter: "list-to-agree",
    to: [{ as: "focal-point", of: "parties that agree" }],
    rule: `${table}a version of the list to agree to`,
  },
  {
    fact: "observations-published",
    letter: "list-published",
    to: all("mission", "focal-point"),
    rule: `${table}list published`,
  },
  {
    fact: "erratum-published",
    letter: "erratum-published",
    to: all("mission", "focal-point"),
    rule: `${table}list published; a list replaced by erratum [D]`,
  },
  {
    fact: "review-drawn:entry",
    letter: "review-entered",
    to: [{ as: "mission", of: "every party" }],
    rule: "New parties [S10]: the party and its reviewers are notified",
  },
  {
    fact: "instruments-added",
    letter: "instruments-added",
    to: all("mission", "focal-point"),
    rule: "Instruments [D]: later ones at once, if all parties of the review agree; all of them are notified",
  },
  {
    fact: "seat-redrawn",
    letter: "seat-redrawn",
    to: [{ as: "mission", of: "parties whose seat changes" }],
    rule: `${table}seat redrawn`,
  },
];

export const denunciationRule =
  "A party that leaves [D]: the missions of its reviews, and of those in which it reviewed, are notified, each by one letter";
export const mandateRule = `${table}mandate begun, ended, handed over: the person; removed and recorded late: the mission`;
export const accessRule = `${table}mandate begun: the person (access)`;

/**
 * Changes to the access of a user of the secretariat that all its other users are notified of: two persons where it
 * counts.
 */
export const secretariatFacts: ReadonlySet<string> = new Set([
  "user-registered",
  "user-closed",
  "user-reopened",
  "user-readdressed",
]);
export const secretariatRule =
  "Two persons where it counts [D]: all others hear of who is registered, closed, reopened or readdressed";
export const correctionRule =
  "A new e-mail address or telephone of the same person is a correction [D], confirmed by letter at both addresses";
export const furtherNominationRule = `${table}mandate begun: the person, whom a further party named, is notified of the party for which they act`;
export const offerRule =
  "A mandate for a person of another party begins after they have accepted; the missions of both parties are notified [D]";
export const bothAddressesRule =
  "A change of a mission's address is notified to the old one; until it is confirmed, letters go to both [D]";
/** Imported earlier data cause no letter. */
export const takenOver: ReadonlySet<string> = new Set(["load", "import"]);

/** The stages in their order: "The stage never goes back". Backwards goes only an undone start. */
export const stages = [
  "scheduled",
  "nomination",
  "consultation",
  "questionnaire",
  "feedback",
  "observations",
  "concluded",
] as const;
export const stageRule = "The stage never goes back";
