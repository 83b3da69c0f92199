import { markAnnounced } from "./announcements.ts";
import { type FactOf, type KnownFact, readFact } from "./facts.ts";
import type { Entry } from "./read.ts";
import { type ObligationKind, obligationKinds } from "./rules.ts";

/** An obligation while its date is valid: until an entry meets, voids or moves it. */
export interface Span {
  readonly review: string;
  readonly group: string;
  readonly obligation: string;
  readonly kind: ObligationKind;
  readonly party: string;
  readonly generation: number;
  readonly openedOn: string;
  readonly dueAt: string;
  readonly originalDueAt: string;
  /** The origin of the date: a fact of these kinds, or the return after an undone denunciation. */
  readonly origin: "opened" | "opened again" | "delayed" | "reversed" | "redated" | "restored";
  /** The time at which the party set this date; earlier reminder steps are not sent. */
  readonly datedAt?: string;
  /** The one letter at `datedAt` that states the late or corrected start, or the status of imported reviews. */
  readonly reportedBy?: "late-start" | "start-corrected" | "state-of-reviews";
  /** The letter that replaces its opening reminder: its earliest time, and its recipients. */
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

/** A person's service for a party in a review, with every notified day of its beginning and its end. */
export interface Mandate {
  readonly id: string;
  readonly review: string;
  readonly party: string;
  readonly role: string;
  readonly user: string;
  readonly recordedAt: string;
  readonly begins: { readonly recordedAt: string; readonly since: string }[];
  readonly ends: { readonly recordedAt: string; readonly until: string }[];
  /** The time at which it was found to be recorded by mistake. */
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
  /** A user, or the part of the system that acted automatically. */
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
  /** Present if it was imported after its start: since when letters mention it. */
  reminders?: { readonly since: string };
}

type CoursePlace = Pick<Entry, "version" | "recordedAt">;

const kindOf = (name: string): ObligationKind => {
  const kind = obligationKinds.find((one) => one === name);
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

/** Later than any time at which a paused letter can leave. */
const neverYet = "9999";

/** Marks the obligations that are open while letters are paused: one letter at the resumption states them. */
const pauseSpans = (course: Course, since: string): void => {
  course.reminders = { since };
  for (const [place, span] of course.spans.entries())
    if (span.to === undefined) course.spans[place] = { ...span, datedAt: since, reportedBy: "state-of-reviews" };
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
  const { to: _to, end: _end, settledAt, datedAt: _dated, reportedBy: _told, ...kept } = before;
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

/** Marks an obligation opened or dated while letters are paused, for the letter at the resumption. */
const pauseAgain = (course: Course): void => {
  if (course.reminders?.since === neverYet) pauseSpans(course, neverYet);
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

/** Restores obligations and services that ended with a denunciation that was undone. */
const goOnAgain = (
  course: Course,
  { obligations, mandates, happenedAt: datedAt }: FactOf<"review-denunciation-undone">,
  { version, recordedAt }: CoursePlace,
): void => {
  for (const { obligation, generation } of obligations) {
    const before = lastSpan(course, obligation);
    if (before === undefined) continue;
    const { to: _to, end: _end, settledAt: _settled, reportedBy: _told, ...kept } = before;
    course.spans.push({ ...kept, generation, datedAt, origin: "restored", version, from: recordedAt });
  }
  for (const { mandate, until = neverYet } of mandates) course.mandates.get(mandate)?.ends.push({ recordedAt, until });
  pauseAgain(course);
};

/**
 * Reverses a nomination recorded by mistake: the person never served, the replaced person continues, and the
 * obligation that it met is open.
 */
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
    const { to: _to, end: _end, settledAt: _settled, reportedBy: _told, ...kept } = before;
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
      if (course.startedOn !== undefined) pauseSpans(course, neverYet);
      return;
    case "reminders-released":
      return pauseSpans(course, fact.lettersAt);
    case "review-start-undone":
      delete course.startedOn;
      // Obligations met earlier by people named ahead are open for no party until the next start.
      for (const span of course.spans) if (span.end === "met") span.end = "voided";
      return;
    case "stage-changed":
      course.stage = fact.to;
      course.stages.push({ from: fact.from, to: fact.to, recordedAt, version });
      return;
    case "obligation-opened":
      open(course, fact, place);
      return pauseAgain(course);
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
      return pauseAgain(course);
    case "date-corrected":
      if (fact.what === "start") course.startedOn = fact.to;
      return;
    case "mandate-began":
      return serve(course, fact, recordedAt);
    case "mandate-ended":
      return endMandates(course, [fact], recordedAt);
    case "review-denunciation-corrected":
      return endMandates(course, fact.mandates, recordedAt);
    case "review-denunciation-undone":
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

/** Returns whether a review had ended by an instant, because its party had left. */
export const isGivenUpBy = (facts: readonly RecordedEntry[], at: string): boolean => {
  const own = facts.flatMap(({ fact }) => (fact.kind === "review-drawn" ? [fact.party] : []))[0];
  const last = facts.findLast(
    ({ fact, recordedAt }) =>
      recordedAt <= at &&
      (fact.kind === "review-discontinued" || (fact.kind === "review-denunciation-undone" && fact.party === own)),
  );
  return last?.fact.kind === "review-discontinued";
};

/** Parties of a review whose seats waited for lots at an instant, since they had left. */
export const vacatedBy = (facts: readonly RecordedEntry[], at: string): ReadonlySet<string> => {
  const left = new Set<string>();
  for (const { fact, recordedAt } of facts) {
    if (recordedAt > at) continue;
    if (fact.kind === "seat-vacated") left.add(fact.party);
    if (fact.kind === "review-denunciation-undone") left.delete(fact.party);
  }
  return left;
};

/** Returns the seats at an instant. */
export const seatsAt = ({ seats }: Course, at: string): readonly Seat[] =>
  seats.filter(({ from, to }) => from <= at && (to === undefined || to > at));
