import { markAnnounced } from "./announcements.ts";
import { type FactOf, type KnownFact, readFact } from "./facts.ts";
import type { Entry } from "./read.ts";
import { type DutyKind, dutyKinds } from "./rules.ts";

/** An obligation while its date stands: from the entry that set it until the one that met, voided or moved it. */
export interface Span {
  readonly review: string;
  readonly group: string;
  readonly obligation: string;
  readonly kind: DutyKind;
  readonly party: string;
  readonly generation: number;
  readonly openedOn: string;
  readonly dueAt: string;
  readonly originalDueAt: string;
  /** What set the date: the fact that opened the obligation, a delay, its reversal, or a correction; or it stands again as before a departure that was undone. */
  readonly origin: "opened" | "opened again" | "delayed" | "reversed" | "redated" | "restored";
  /** When who owes it set this date; steps of the reminder schedule before that tell nothing new. */
  readonly datedAt?: string;
  /**
   * The one letter that tells at `datedAt` of the start by which it was dated: recorded long after its day, or corrected; or
   * of where reviews stand that were taken over.
   */
  readonly toldBy?: "late-start" | "start-corrected" | "state-of-reviews";
  /** The letter about what opened it, which takes the place of its opening reminder: when it left at the earliest, and to whom it went. */
  readonly announced?: { readonly at: string; readonly to: "everyone" | "focal points" };
  /** The entry that set the date, and when it was recorded. */
  readonly version: number;
  readonly from: string;
  to?: string;
  end?: "met" | "voided" | "moved";
  /** The day on which the obligation was met, as its fact says. */
  settledAt?: string;
}

interface EndedMandate {
  readonly mandate: string;
  readonly until: string;
}

/** A person's service for a party in a review, with every day that was told of its beginning and its end. */
export interface Mandate {
  readonly id: string;
  readonly review: string;
  readonly party: string;
  readonly role: string;
  readonly user: string;
  readonly recordedAt: string;
  readonly begins: { readonly recordedAt: string; readonly since: string }[];
  readonly ends: { readonly recordedAt: string; readonly until: string }[];
  /** When it was found to be recorded by mistake. */
  reversedAt?: string;
}

export interface Seat {
  readonly party: string;
  readonly role: string;
  readonly from: string;
  to?: string;
}

/** A fact of a review with when it was recorded and where. */
export interface RecordedEntry {
  readonly fact: KnownFact;
  readonly version: number;
  readonly recordedAt: string;
  /** A user, or what acted by itself. */
  readonly by: string;
}

/** A review as the checker itself folds its journal. */
export interface Course {
  readonly id: string;
  readonly party: string;
  readonly group: string;
  readonly facts: RecordedEntry[];
  readonly seats: Seat[];
  readonly mandates: Map<string, Mandate>;
  /** Every span of every obligation, in the order of recording. */
  readonly spans: Span[];
  readonly stages: {
    readonly from: string;
    readonly to: string;
    readonly recordedAt: string;
    readonly version: number;
  }[];
  stage: string;
  startedOn?: string;
  /** It had started when it was taken over: since when letters tell of it, or that they are held. */
  reminders?: { readonly since: string };
}

type CoursePlace = Pick<Entry, "version" | "recordedAt">;

const kindOf = (name: string): DutyKind => {
  const kind = dutyKinds.find((one) => one === name);
  if (kind === undefined) throw new Error(`${name} is a kind of obligation that the checker has no rule for`);
  return kind;
};

const lastSpan = (course: Course, obligation: string): Span | undefined =>
  course.spans.findLast((span) => span.obligation === obligation);

const close = (span: Span | undefined, recordedAt: string, end: "met" | "voided" | "moved", settledAt?: string) => {
  if (span === undefined || span.to !== undefined) return;
  span.to = recordedAt;
  span.end = end;
  if (settledAt !== undefined) span.settledAt = settledAt;
};

/** Later than whatever is held can be told. */
const neverYet = "9999";

/** What is owed while letters are held, and what one letter tells of at their release: no step of before is a letter's own. */
const holdSpans = (course: Course, since: string): void => {
  course.reminders = { since };
  for (const [place, span] of course.spans.entries())
    if (span.to === undefined) course.spans[place] = { ...span, datedAt: since, toldBy: "state-of-reviews" };
};

const open = (course: Course, fact: FactOf<"obligation-opened">, { version, recordedAt }: CoursePlace): void => {
  const { obligation, party, generation, openedOn, dueAt, originalDueAt } = fact;
  course.spans.push({
    review: course.id,
    group: course.group,
    obligation,
    kind: kindOf(fact.obligationKind),
    party,
    generation,
    openedOn,
    dueAt,
    originalDueAt: originalDueAt ?? dueAt,
    origin: originalDueAt === undefined ? "opened" : "opened again",
    version,
    from: recordedAt,
  });
};

const originOf = {
  "delay-notified": "delayed",
  "delay-corrected": "delayed",
  "delay-reversed": "reversed",
  "obligation-redated": "redated",
} as const;

const move = (
  course: Course,
  fact: FactOf<"delay-notified" | "delay-reversed" | "delay-corrected" | "obligation-redated">,
  { version, recordedAt }: CoursePlace,
): void => {
  const before = lastSpan(course, fact.obligation);
  if (before === undefined) return;
  const { to: _to, end: _end, settledAt, datedAt: _dated, toldBy: _told, ...kept } = before;
  const isOver = before.to !== undefined;
  close(before, recordedAt, "moved");
  const dated = fact.kind !== "obligation-redated" || fact.dueAt === before.dueAt ? { datedAt: fact.happenedAt } : {};
  const days = fact.kind === "obligation-redated" ? { openedOn: fact.openedOn, originalDueAt: fact.originalDueAt } : {};
  course.spans.push({
    ...kept,
    ...days,
    ...dated,
    generation: fact.generation,
    dueAt: fact.dueAt,
    origin: originOf[fact.kind],
    version,
    from: recordedAt,
    // An obligation that was met stays met when its dates are corrected.
    ...(isOver ? { to: recordedAt, end: before.end ?? "met", ...(settledAt === undefined ? {} : { settledAt }) } : {}),
  });
};

/** An obligation that is opened or dated while letters are held is told of at their release, too. */
const holdAgain = (course: Course): void => {
  if (course.reminders?.since === neverYet) holdSpans(course, neverYet);
};

const serve = (course: Course, fact: FactOf<"mandate-began">, recordedAt: string): void => {
  const { mandate: id, review, party, role, user, since } = fact;
  const begins = [{ recordedAt, since }];
  course.mandates.set(id, { id, review, party, role, user, recordedAt, begins, ends: [] });
};

const goOn = (course: Course, { review, mandates }: FactOf<"mandates-continued">, recordedAt: string): void => {
  for (const { id, party, role, user, since, until } of mandates) {
    const ends = until === undefined ? [] : [{ recordedAt, until }];
    course.mandates.set(id, { id, review, party, role, user, recordedAt, begins: [{ recordedAt, since }], ends });
  }
};

const reseat = ({ seats }: Course, fact: FactOf<"seat-redrawn">, recordedAt: string): void => {
  const gone = [fact.from, ...(fact.leaving ?? [])];
  for (const old of seats) if (gone.includes(old.party) && old.to === undefined) old.to = recordedAt;
  for (const { party, role } of [fact.seat, ...(fact.additional ?? [])]) seats.push({ party, role, from: recordedAt });
};

/** What had ended with a departure that was undone: obligations are owed again by their dates, and whoever served serves. */
const goOnAgain = (
  course: Course,
  { obligations, mandates, happenedAt: datedAt }: FactOf<"review-departure-undone">,
  { version, recordedAt }: CoursePlace,
): void => {
  for (const { obligation, generation } of obligations) {
    const before = lastSpan(course, obligation);
    if (before === undefined) continue;
    const { to: _to, end: _end, settledAt: _settled, toldBy: _told, ...kept } = before;
    course.spans.push({ ...kept, generation, datedAt, origin: "restored", version, from: recordedAt });
  }
  for (const { mandate, until = neverYet } of mandates) course.mandates.get(mandate)?.ends.push({ recordedAt, until });
  holdAgain(course);
};

/** A nomination that was recorded by mistake: nobody served by it, whom it replaced serves on, and what it met is open. */
const reverseNomination = (
  course: Course,
  fact: FactOf<"mandate-reversed">,
  { version, recordedAt }: CoursePlace,
): void => {
  const reversed = course.mandates.get(fact.mandate);
  reversed?.ends.push({ recordedAt, until: reversed.begins.at(-1)?.since ?? recordedAt });
  if (reversed !== undefined) reversed.reversedAt = recordedAt;
  for (const mandate of fact.mandates) course.mandates.get(mandate)?.ends.push({ recordedAt, until: neverYet });
  for (const { obligation, generation } of fact.obligations) {
    const before = lastSpan(course, obligation);
    if (before === undefined) continue;
    const { to: _to, end: _end, settledAt: _settled, toldBy: _told, ...kept } = before;
    course.spans.push({ ...kept, generation, origin: "restored", version, from: recordedAt });
  }
};

const endMandates = (course: Course, ended: readonly EndedMandate[], recordedAt: string): void => {
  for (const { mandate, until } of ended) course.mandates.get(mandate)?.ends.push({ recordedAt, until });
};

const take = (course: Course, fact: KnownFact, place: CoursePlace): void => {
  const { version, recordedAt } = place;
  switch (fact.kind) {
    case "mandates-continued":
      return goOn(course, fact, recordedAt);
    case "review-started":
      course.startedOn = fact.startedOn;
      return;
    case "review-imported":
      if (course.startedOn !== undefined) holdSpans(course, neverYet);
      return;
    case "reminders-released":
      return holdSpans(course, fact.lettersAt);
    case "review-start-undone":
      delete course.startedOn;
      // What was met before by people named ahead is owed by nobody until the next start.
      for (const span of course.spans) if (span.end === "met") span.end = "voided";
      return;
    case "stage-changed":
      course.stage = fact.to;
      course.stages.push({ from: fact.from, to: fact.to, recordedAt, version });
      return;
    case "obligation-opened":
      open(course, fact, place);
      return holdAgain(course);
    case "obligation-met":
    case "obligation-voided": {
      const end = fact.kind === "obligation-met" ? "met" : "voided";
      return close(lastSpan(course, fact.obligation), recordedAt, end, fact.happenedAt);
    }
    case "delay-notified":
    case "delay-reversed":
    case "delay-corrected":
    case "obligation-redated":
      move(course, fact, place);
      return holdAgain(course);
    case "date-corrected":
      if (fact.what === "start") course.startedOn = fact.to;
      return;
    case "mandate-began":
      return serve(course, fact, recordedAt);
    case "mandate-ended":
      return endMandates(course, [fact], recordedAt);
    case "review-departure-corrected":
      return endMandates(course, fact.mandates, recordedAt);
    case "review-departure-undone":
      return goOnAgain(course, fact, place);
    case "mandate-reversed":
      return reverseNomination(course, fact, place);
    case "mandate-advanced":
      course.mandates.get(fact.mandate)?.begins.push({ recordedAt, since: fact.since });
      return;
    case "seat-redrawn":
      return reseat(course, fact, recordedAt);
    case "instruments-added":
      for (const { party, role } of fact.drawn ?? []) course.seats.push({ party, role, from: recordedAt });
      return;
    default:
      return;
  }
};

/** Folds a review's journal; undefined where it does not begin with its drawing. */
export const foldReview = (id: string, entries: readonly Entry[]): Course | undefined => {
  const drawn = entries[0]?.facts.map(readFact).find((fact) => fact?.kind === "review-drawn");
  const recordedAt = entries[0]?.recordedAt;
  if (drawn?.kind !== "review-drawn" || recordedAt === undefined) return undefined;
  const course: Course = {
    id,
    party: drawn.party,
    group: drawn.group,
    facts: [],
    seats: drawn.seats.map(({ party, role }) => ({ party, role, from: recordedAt })),
    mandates: new Map(),
    spans: [],
    stages: [],
    stage: "scheduled",
  };
  for (const entry of entries) {
    for (const one of entry.facts) {
      const fact = readFact(one);
      if (fact === undefined) continue;
      course.facts.push({ fact, version: entry.version, recordedAt: entry.recordedAt, by: entry.by });
      take(course, fact, entry);
    }
    markAnnounced(course, entry);
  }
  return course;
};

/** Whether a review went no further by an instant, since its party had left. */
export const isGivenUpBy = (facts: readonly RecordedEntry[], at: string): boolean => {
  const own = facts.flatMap(({ fact }) => (fact.kind === "review-drawn" ? [fact.party] : []))[0];
  const last = facts.findLast(
    ({ fact, recordedAt }) =>
      recordedAt <= at &&
      (fact.kind === "review-discontinued" || (fact.kind === "review-departure-undone" && fact.party === own)),
  );
  return last?.fact.kind === "review-discontinued";
};

/** Parties of a review whose seats waited for lots at an instant, since they had left. */
export const vacatedBy = (facts: readonly RecordedEntry[], at: string): ReadonlySet<string> => {
  const left = new Set<string>();
  for (const { fact, recordedAt } of facts) {
    if (recordedAt > at) continue;
    if (fact.kind === "seat-vacated") left.add(fact.party);
    if (fact.kind === "review-departure-undone") left.delete(fact.party);
  }
  return left;
};

/** The seats as they are held at an instant. */
export const seatsAt = ({ seats }: Course, at: string): readonly Seat[] =>
  seats.filter(({ from, to }) => from <= at && (to === undefined || to > at));
