import type { LetterInput } from "../../../domain/letters/content/letter-pages.ts";
import type { MovedDate } from "../../../domain/letters/content/start-corrected.ts";
import { dueAfter } from "../../../domain/base/time.ts";
import { GroupId, PartyId, PhaseId, ReviewId, UserId } from "../../../schemas/base/ids.ts";
import type { Instrument } from "../../../schemas/base/values.ts";
import { CalendarDate, Instant } from "../../../schemas/base/values.ts";

export const party = (id: string, name: string) => ({ id: PartyId.parse(id), name });
const review = (id: string) => ReviewId.parse(id);
const openedOn = CalendarDate.parse("2020-12-01");
const all: readonly Instrument[] = ["UNTOC", "TIP", "SOM", "FP"];

/** A review whose group has started on the first of December. */
const started = {
  startedOn: openedOn,
  grounds: { why: "start", since: openedOn },
  stage: "nomination",
  listAgreed: false,
} as const;

export type Reminder = Extract<LetterInput, { kind: "nomination-reminder" }>;
export type Invitation = Extract<LetterInput, { kind: "invitation" }>;

const where = { frontEndUrl: "https://reviews.example.org/", replyTo: "secretariat@reviews.example.org" };

const france = party("FR", "France");
export const reminder = (
  kind: "focal-point" | "experts",
  stepName: string,
  now: string,
  changes: Partial<Reminder> = {},
): Reminder => ({
  kind: "nomination-reminder",
  party: france,
  reminderSubject: {
    kind,
    party: changes.party?.id ?? france.id,
    group: GroupId.parse("c1-g1"),
    dueAt: dueAfter(openedOn, { weeks: kind === "focal-point" ? 2 : 4 }),
    generation: 1,
  },
  stepName,
  openedOn,
  reviews: [
    {
      id: review("c1-PE"),
      underReview: party("PE", "Peru"),
      role: "reviewing",
      instruments: ["UNTOC", "SOM", "TIP"],
      ...started,
    },
    {
      id: review("c1-FR"),
      underReview: france,
      role: "under-review",
      instruments: ["UNTOC", "TIP", "SOM"],
      ...started,
    },
    {
      id: review("c1-CI"),
      underReview: party("CI", "Côte d'Ivoire"),
      role: "additional-reviewer",
      instruments: ["FP"],
      ...started,
    },
  ],
  now: Instant.parse(now),
  ...where,
  ...changes,
});

/** Returns a reminder of both nominations, with the experts' in all or in some of the reviews. */
const nominations = (
  stepName: string,
  further: string,
  now: string,
  keep: (review: Reminder["reviews"][number]) => boolean = () => true,
): Reminder => {
  const { reminderSubject, reviews } = reminder("experts", further, now);
  return reminder("focal-point", stepName, now, {
    further: [{ reminderSubject, stepName: further, openedOn, reviews: reviews.filter(keep) }],
  });
};

/** Returns a late reminder to the Sudan alone, for a fact of 30 September 2021, at the stage of the observations. */
const late = (
  stepName: string,
  now: string,
  why: "drawn" | "ended",
  { role }: Pick<Reminder["reviews"][number], "role">,
  kind: "focal-point" | "experts" = "focal-point",
): Reminder => {
  const since = CalendarDate.parse("2021-09-30");
  const sudan = party("SD", "Sudan");
  const { reminderSubject, reviews, ...letter } = reminder(kind, stepName, now, { party: sudan, openedOn: since });
  const [first] = reviews;
  if (first === undefined) throw new Error("no review");
  const seat = { ...first, role, grounds: { why, since }, stage: "observations" } as const;
  return {
    ...letter,
    reminderSubject: { ...reminderSubject, dueAt: dueAfter(since, { weeks: kind === "focal-point" ? 2 : 4 }) },
    reviews: [role === "reviewing" ? seat : { ...seat, id: review("c1-SD"), underReview: sudan }],
  };
};

type PhaseOpened = Extract<LetterInput, { kind: "phase-opened" }>;

/** Returns the letter about an opened phase to France, which takes part in three reviews of the fourth cluster. */
const phaseOpened = (changes: Partial<PhaseOpened> = {}): PhaseOpened => {
  const { party: mission, reviews } = reminder("focal-point", "start", "2024-10-21T07:00:00.000Z");
  const people = [
    { hasFocalPoint: true, experts: 3 },
    { hasFocalPoint: true, experts: 1 },
    { hasFocalPoint: false, experts: 0 },
  ];
  return {
    kind: "phase-opened",
    party: mission,
    phase: PhaseId.parse("c4"),
    openedOn: CalendarDate.parse("2024-10-20"),
    reviews: reviews.map(({ id, underReview, role, instruments }, place) => ({
      id: ReviewId.parse(id.replace("c1-", "c4-")),
      underReview,
      role,
      instruments,
      plannedFor: CalendarDate.parse(place === 0 ? "2024-11-01" : "2024-10-20"),
      ...(people[place] ?? { hasFocalPoint: false, experts: 0 }),
    })),
    now: Instant.parse("2024-10-21T07:00:00.000Z"),
    ...where,
    ...changes,
  };
};

/**
 * Returns the letter about a start on the first of December that was recorded later, for France, which has named no
 * focal point.
 */
const lateStart = (now: string): LetterInput => {
  const { party: mission, reminderSubject, reviews } = reminder("focal-point", "start", now);
  return {
    kind: "late-start",
    party: mission,
    group: reminderSubject.group,
    startedOn: openedOn,
    pending: [
      { kind: "focal-point", dueAt: dueAfter(openedOn, { weeks: 2 }) },
      { kind: "experts", dueAt: dueAfter(openedOn, { weeks: 4 }) },
    ],
    reviews,
    now: Instant.parse(now),
    ...where,
  };
};

/** Returns the letter about a party's imported reviews: its own in feedback, another before the answers. */
const stateOfReviews = (reader: "mission" | "focal-point", hasOpen: boolean): LetterInput => {
  const { party: mission, reminderSubject, reviews } = reminder("focal-point", "start", "2023-06-21T07:00:00.000Z");
  const [own] = reviews;
  if (own === undefined) throw new Error("There is no review");
  const stages = reviews.map((listed, place) => ({
    ...listed,
    stage: place === 0 ? ("feedback" as const) : ("questionnaire" as const),
  }));
  return {
    kind: "state-of-reviews",
    reader:
      reader === "mission"
        ? { kind: "mission", party: mission }
        : { kind: "person", name: "Claire Martin", party: mission, role: "focal-point" },
    party: mission,
    group: reminderSubject.group,
    reviews: stages,
    pending: hasOpen
      ? [
          { kind: "experts", by: mission, review: own, dueAt: dueAfter(openedOn, { weeks: 4 }) },
          { kind: "feedback", by: mission, review: own, dueAt: Instant.parse("2023-07-31T21:59:59.000Z") },
        ]
      : [],
    awaited: hasOpen
      ? [{ kind: "feedback", by: party("SD", "Sudan"), review: own, dueAt: Instant.parse("2023-07-31T21:59:59.000Z") }]
      : [],
    now: Instant.parse("2023-06-21T07:00:00.000Z"),
    ...where,
  };
};

/**
 * Returns the letter about a corrected start that earlier letters dated in November. It lists the obligations of France
 * since, one day later.
 */
const startCorrected = (reader: "mission" | "focal-point", pending: readonly MovedDate[], now: string): LetterInput => {
  const { party: mission, reminderSubject, reviews } = reminder("focal-point", "start", now);
  return {
    kind: "start-corrected",
    reader:
      reader === "mission"
        ? { kind: "mission", party: mission }
        : { kind: "person", name: "Claire Martin", party: mission, role: "focal-point" },
    party: mission,
    group: reminderSubject.group,
    startedOn: openedOn,
    reportedDay: CalendarDate.parse("2020-11-01"),
    reason: "The day of the plenary was recorded.",
    pending,
    reviews,
    now: Instant.parse(now),
    ...where,
  };
};

/** Returns the letter about an undone start, with or without another start since. */
const startUndone = (startedAnewOn?: string, reportedDay?: string): LetterInput => {
  const now = "2020-12-02T10:00:00.000Z";
  const { party: mission, reminderSubject, reviews } = reminder("focal-point", "start", now);
  return {
    kind: "start-undone",
    reader: { kind: "mission", party: mission },
    party: mission,
    group: reminderSubject.group,
    startedOn: openedOn,
    reportedDay: reportedDay === undefined ? undefined : CalendarDate.parse(reportedDay),
    undoneOn: CalendarDate.parse("2020-12-02"),
    reason: "The plenary had set the start for the spring.",
    startedAnewOn: startedAnewOn === undefined ? undefined : CalendarDate.parse(startedAnewOn),
    reviews,
    now: Instant.parse(now),
    ...where,
  };
};

export const invitationTo = (changes: Partial<Invitation>): Invitation => ({
  kind: "invitation",
  user: UserId.parse("u-01jd8m3v9tq4w7x2c5e6r8y0ab"),
  role: "delegate",
  party: france,
  person: { name: "Claire Moreau", email: "claire.moreau@fr.example.org" },
  mandates: [],
  now: Instant.parse("2020-12-04T10:00:00.000Z"),
  ...where,
  ...changes,
});

const mandate = (role: "focal-point" | "expert" | "observer", id: string, name: string) => ({
  role,
  review: review(`c1-${id}`),
  underReview: party(id, name),
});

/** Every kind of letter, named as in its golden file. */
export const samples: Readonly<Record<string, LetterInput>> = {
  "nominations-opening": nominations("start", "start", "2020-12-01T08:00:00.000Z"),
  "nominations-overdue": nominations("d+22", "d+8", "2021-01-06T08:00:00.000Z"),
  "nominations-of-other-reviews": nominations("d+22", "d+8", "2021-01-06T08:00:00.000Z", ({ id }) => id === "c1-PE"),
  "focal-point-opening": reminder("focal-point", "start", "2020-12-01T08:00:00.000Z"),
  "focal-point-upcoming": reminder("focal-point", "d-7", "2020-12-08T08:00:00.000Z"),
  "focal-point-overdue": reminder("focal-point", "d+1", "2020-12-16T08:00:00.000Z"),
  "experts-opening": reminder("experts", "start", "2020-12-01T08:00:00.000Z"),
  "experts-upcoming": reminder("experts", "d-1", "2020-12-28T08:00:00.000Z", {
    party: party("EU", "European Union"),
    reviews: [
      {
        id: review("c1-EU"),
        underReview: party("EU", "European Union"),
        role: "under-review",
        instruments: all,
        ...started,
      },
    ],
  }),
  "experts-overdue": reminder("experts", "d+22", "2021-01-20T08:00:00.000Z", {
    party: party("BO", "Bolivia (Plurinational State of)"),
    reviews: [
      {
        id: review("c1-VE"),
        underReview: party("VE", "Venezuela (Bolivarian Republic of)"),
        role: "reviewing",
        instruments: ["UNTOC"],
        ...started,
      },
    ],
  }),
  "start-corrected": startCorrected(
    "mission",
    [
      { kind: "focal-point", dueAt: dueAfter(openedOn, { weeks: 2 }) },
      { kind: "experts", dueAt: dueAfter(openedOn, { weeks: 4 }) },
    ],
    "2020-12-16T08:00:00.000Z",
  ),
  "start-corrected-nothing-pending": startCorrected("focal-point", [], "2020-12-16T08:00:00.000Z"),
  "phase-opened": phaseOpened(),
  "phase-opened-by-decision-one-review": phaseOpened({
    party: party("SD", "Sudan"),
    decision: {
      body: "conference",
      document: "CTOC/COP/2024/9",
      decidedOn: CalendarDate.parse("2024-10-18"),
    },
    reviews: [
      {
        id: review("c4-SD"),
        underReview: party("SD", "Sudan"),
        role: "under-review",
        instruments: ["UNTOC"],
        plannedFor: CalendarDate.parse("2024-11-01"),
        hasFocalPoint: false,
        experts: 0,
      },
    ],
  }),
  "state-of-reviews": stateOfReviews("mission", true),
  "state-of-reviews-nothing-pending": stateOfReviews("focal-point", false),
  "start-undone": startUndone(),
  "start-undone-stated-on-another-day": startUndone(undefined, "2020-11-25"),
  "start-undone-and-anew": startUndone("2020-12-02"),
  "late-start": lateStart("2020-12-16T08:00:00.000Z"),
  "late-start-after-a-year": lateStart("2021-12-02T08:00:00.000Z"),
  "focal-point-of-newcomer": late("start", "2021-09-30T12:00:00.000Z", "drawn", { role: "reviewing" }),
  "experts-after-end": late("d+1", "2021-10-29T07:00:00.000Z", "ended", { role: "under-review" }, "experts"),
  "invitation-focal-point": invitationTo({
    mandates: [
      mandate("focal-point", "PE", "Peru"),
      mandate("focal-point", "FR", "France"),
      mandate("expert", "PE", "Peru"),
    ],
  }),
  "invitation-expert": invitationTo({
    party: party("SD", "Sudan"),
    person: { name: "مريم عبد الله", email: "mariam.abdalla@sd.example.org" },
    mandates: [mandate("expert", "SD", "Sudan")],
  }),
  "invitation-observer": invitationTo({ mandates: [mandate("observer", "FR", "France")] }),
  "invitation-mission": invitationTo({ role: "permanent-mission" }),
  "invitation-secretariat": invitationTo({
    role: "secretariat",
    party: undefined,
    person: { name: "Ngozi Adeyemi", email: "ngozi.adeyemi@reviews.example.org" },
  }),
  "invitation-president": invitationTo({
    role: "president",
    party: undefined,
    person: { name: "Ana Lucía Reyes", email: "president@conference.example.org" },
  }),
  "invitation-delegate-without-mandate": invitationTo({}),
};
