import { addMinutes, dayOf } from "./calendar.ts";
import { afterStep, beforeStep } from "./clock-steps.ts";
import { type Course, isGivenUpBy, type RecordedEntry, type Seat, seatsAt } from "./course.ts";
import { isOver } from "./mandate-times.ts";
import type { FactOf } from "./facts.ts";
import type { Tally } from "./finding.ts";
import { isKept } from "./group-letters.ts";
import { isJudged } from "./judged.ts";
import type { LetterRow } from "./letters.ts";
import type { ReminderClock } from "./reminders.ts";
import { drawTurns } from "./lots.ts";
import type { WantedNotice } from "./personal-notices.ts";
import { resumedGroup } from "./rules.ts";

const phaseRules = {
  gate: "Groups, clusters, phases: 70 per cent of the first group's reviews are concluded, or a decision is recorded [S25]",
  pairing: "Groups, clusters, phases: pairings hold for all four clusters unless redrawn [S6]",
  people: "Groups, clusters, phases: mandates run on across clusters until ended [D]",
  corrected:
    "Groups, clusters, phases: an opening is corrected to a day on which it was allowed, before any group starts [D]",
  correctionLetters:
    "Groups, clusters, phases: each recipient of a letter about an opening gets one that corrects it [D]",
  letterPerParty: "Groups, clusters, phases: at opening, one letter per party requests to confirm or replace [D]",
  drawn: "Drawing of lots 8: the same input and seed give the same result [D]",
} as const;

type PhaseJournals = ReadonlyMap<string, readonly RecordedEntry[]>;
type Opened = FactOf<"phase-opened">;

/** Checks the number of concluded reviews of the first group when a phase was opened, and the number of all. */
const checkGate = (
  { phase, gate, decision, groups }: Opened,
  recordedAt: string,
  courses: readonly Course[],
  tally: Tally,
): void => {
  const first = groups.find(({ number }) => number === 1)?.follows;
  const isLeft = ({ facts }: Course): boolean => isGivenUpBy(facts, recordedAt);
  const own = courses.filter(
    (course) => course.group === first && (course.facts[0]?.recordedAt ?? "") <= recordedAt && !isLeft(course),
  );
  const concluded = own.filter(({ stages }) =>
    stages.some((step) => step.to === "concluded" && step.recordedAt <= recordedAt),
  ).length;
  if (gate.concluded !== concluded || gate.of !== own.length)
    tally.report(
      "gate-miscounted",
      phase,
      `it was opened over ${gate.concluded} of ${gate.of}, the journal gives ${concluded} of ${own.length}`,
      phaseRules.gate,
    );
  if (concluded * 100 < own.length * 70 && decision === undefined)
    tally.report("gate-not-reached", phase, `${concluded} of ${own.length} reviews were concluded`, phaseRules.gate);
};

/**
 * Checks the gate of a phase opened outside the system: it is part of the record, and the phase's content came with
 * that import.
 */
const checkShownGate = ({ phase, gate, decision }: Opened, tally: Tally): void => {
  if (gate.concluded * 100 < gate.of * 70 && decision === undefined)
    tally.report(
      "gate-not-reached",
      phase,
      `${gate.concluded} of ${gate.of} reviews were concluded when it was opened elsewhere`,
      phaseRules.gate,
    );
};

/**
 * Checks that the first letter to a party of an imported group is that of its resumption, and none of the next phase.
 */
const checkResumed = (
  { phase, groups }: Opened,
  recordedAt: string,
  courses: readonly Course[],
  tally: Tally,
): void => {
  for (const { follows } of groups)
    if (courses.some(({ group, reminders }) => group === follows && (reminders?.since ?? "") > recordedAt))
      tally.report("phase-before-release", phase, `it was opened before the letters of ${follows}`, resumedGroup);
};

/** Repeats the draws of the opening: each drawn party is the one that the seed gives. */
const checkDrawings = (
  { phase, drawings }: Opened,
  recordedAt: string,
  before: ReadonlyMap<string, Course>,
  tally: Tally,
): void => {
  for (const { party, seats, draw } of drawings) {
    if (draw === undefined) continue;
    tally.count("draws held again");
    const drawn = drawTurns(draw).map((one) => one ?? "none");
    // A party that joined the previous review by a later redraw was not known at the opening.
    const course = before.get(party);
    const known = new Set(course === undefined ? [] : seatsAt(course, recordedAt).map((seat) => seat.party));
    const came = seats.map((seat) => seat.party).filter((one) => !known.has(one));
    if (drawn.toSorted().join() !== came.toSorted().join())
      tally.report(
        "draw-differs",
        `${phase}, ${party}`,
        `the seed gives ${drawn.join()}, the record says ${came.join()}`,
        phaseRules.drawn,
      );
  }
};

/** Seats as reports name them: who holds which, and for what, where that is known. */
const namesOf = (seats: readonly (Pick<Seat, "party" | "role"> & { readonly instruments?: readonly string[] })[]) =>
  seats
    .map(({ party, role, instruments = [] }) => [party, role, ...instruments].join(" "))
    .toSorted()
    .join();

/** Returns whether lots changed the seats of a review between two instants. */
const changedByLots = ({ facts }: Course, after: string, until: string): boolean =>
  facts.some(
    ({ fact: { kind }, recordedAt }) =>
      (kind === "seat-redrawn" || kind === "instruments-added") && recordedAt > after && recordedAt <= until,
  );

/** Parties that have left the Convention by an instant: none of their people serves in what is set up then. */
const leftBy = (parties: PhaseJournals, at: string): ReadonlySet<string> =>
  new Set(
    [...parties].flatMap(([party, facts]) => {
      const last = facts.findLast(
        ({ fact, recordedAt }) =>
          (fact.kind === "party-left" || fact.kind === "denunciation-undone") && recordedAt <= at,
      );
      return last?.fact.kind === "party-left" ? [party] : [];
    }),
  );

/**
 * Checks that a review of the new cluster has the seats and people of the previous one, except for changes by lots.
 */
const checkContinued = (
  course: Course,
  before: Course | undefined,
  opened: { readonly at: string; readonly drawing: Opened["drawings"][number] | undefined },
  parties: PhaseJournals,
  tally: Tally,
): void => {
  const [first] = course.facts;
  if (first === undefined || before === undefined) {
    tally.report("phase-incomplete", course.id, "it continues no review", phaseRules.pairing);
    return;
  }
  const at = first.recordedAt;
  const own = first.fact.kind === "review-drawn" ? first.fact.seats : [];
  // Later changes of seats were not known to the lots of the opening.
  const drawing = changedByLots(before, opened.at, at) ? undefined : opened.drawing;
  const [seats, wanted] =
    drawing === undefined
      ? [namesOf(own.map(({ party, role }) => ({ party, role }))), namesOf(seatsAt(before, at))]
      : [namesOf(own), namesOf(drawing.seats)];
  if (seats !== wanted)
    tally.report("pairing-changed", course.id, `it was set up with ${seats}, not ${wanted}`, phaseRules.pairing);
  const seated = new Set(own.map(({ party }) => party)).difference(leftBy(parties, at));
  const serving = [...before.mandates.values()].filter(
    (mandate) => seated.has(mandate.party) && mandate.recordedAt <= at && !isOver(mandate, at),
  );
  for (const { id } of serving)
    if (!course.mandates.has(id)) tally.report("mandate-lost", course.id, `${id} does not run on`, phaseRules.people);
};

/** Checks that a corrected opening was possible: by an earlier decision, or over a gate that was reached by then. */
const checkCorrection = (
  { phase, to, decision }: FactOf<"phase-corrected">,
  recordedAt: string,
  opened: Opened | undefined,
  courses: readonly Course[],
  tally: Tally,
): void => {
  tally.count("corrected openings recounted");
  const wrong = (why: string): void => tally.report("phase-corrected-wrongly", phase, why, phaseRules.corrected);
  const own = courses.filter(({ group }) => opened?.groups.some((one) => one.group === group) === true);
  for (const { id, facts } of own) {
    const started = facts.findLast(
      ({ fact: { kind }, recordedAt: at }) =>
        at <= recordedAt && (kind === "review-started" || kind === "review-start-undone"),
    );
    if (started?.fact.kind === "review-started") wrong(`${id} had started`);
  }
  if (decision !== undefined) {
    if (decision.decidedOn > to) wrong(`decided on ${decision.decidedOn}, after ${to}`);
    return;
  }
  const first = opened?.groups.find(({ number }) => number === 1)?.follows;
  const counted = courses.filter(({ group, facts }) => group === first && !isGivenUpBy(facts, recordedAt));
  const concluded = counted.filter(({ stages }) =>
    stages.some((step) => step.to === "concluded" && dayOf(step.recordedAt) <= to),
  ).length;
  if (opened?.import === undefined && concluded * 100 < counted.length * 70)
    wrong(`${concluded} of ${counted.length} reviews were concluded by ${to}`);
};

/**
 * Checks that each phase was opened by the rules, and its content: a review for each party that had not left in
 * between.
 */
export const checkPhases = (
  courses: readonly Course[],
  { phases, parties }: { readonly [Kind in "phases" | "parties"]: PhaseJournals },
  tally: Tally,
): void => {
  const byId = new Map(courses.map((course) => [course.id, course]));
  const entries = [...phases.values()].flat();
  for (const { fact, recordedAt } of entries) {
    if (fact.kind === "phase-corrected") {
      const opened = entries.flatMap((one) => (one.fact.kind === "phase-opened" ? [one.fact] : []));
      checkCorrection(
        fact,
        recordedAt,
        opened.find(({ phase }) => phase === fact.phase),
        courses,
        tally,
      );
    }
    if (fact.kind !== "phase-opened") continue;
    const done = entries.find((each) => each.fact.kind === "phase-opening-completed" && each.fact.phase === fact.phase);
    const gone = [...leftBy(parties, done?.recordedAt ?? recordedAt)];
    tally.count("phases recounted");
    if (fact.import !== undefined) {
      checkShownGate(fact, tally);
      continue;
    }
    checkGate(fact, recordedAt, courses, tally);
    checkResumed(fact, recordedAt, courses, tally);
    const drawings = new Map(fact.drawings.map((drawing) => [drawing.party, drawing]));
    for (const { follows, reviews } of fact.groups) {
      const before = new Map(
        courses.filter(({ group }) => group === follows).map((course) => [course.party, course] as const),
      );
      checkDrawings(
        { ...fact, drawings: fact.drawings.filter(({ party }) => before.has(party)) },
        recordedAt,
        before,
        tally,
      );
      for (const id of reviews) {
        const course = byId.get(id);
        if (course === undefined && gone.some((party) => id.endsWith(`-${party}`))) continue;
        if (course === undefined) tally.report("phase-incomplete", id, "it was not set up", phaseRules.pairing);
        else {
          const drawing = drawings.get(course.party);
          checkContinued(course, before.get(course.party), { at: recordedAt, drawing }, parties, tally);
        }
      }
    }
  }
};

/** The letters that openings of phases call for. */
export const phaseNoticesOf = (phases: PhaseJournals): readonly WantedNotice[] =>
  [...phases].flatMap(([phase, facts]) =>
    facts.flatMap(({ fact, recordedAt: at }) =>
      fact.kind !== "phase-opening-completed"
        ? []
        : fact.parties.map((party) => ({
            to: `mission:${party}`,
            letter: "phase-opened",
            review: undefined,
            at,
            because: `phase#${phase}: opened`,
            rule: phaseRules.letterPerParty,
            isSuperseded: () => false,
          })),
    ),
  );

/**
 * Exactly those who had a letter about an opening that was corrected have one about that, of the last correction at
 * least.
 */
export const checkPhaseCorrections = (
  phases: PhaseJournals,
  rows: readonly LetterRow[],
  clock: ReminderClock,
  tally: Tally,
): void => {
  const { now, toleranceMinutes, outages } = clock;
  const corrected = rows.filter(({ kind }) => kind === "phase-corrected");
  const left = new Set(corrected);
  for (const [phase, facts] of phases) {
    const corrections = facts.filter(({ fact }) => fact.kind === "phase-corrected");
    for (const [place, { recordedAt: at }] of corrections.entries()) {
      const by = addMinutes(outages.find(({ from, to }) => from <= at && at < to)?.to ?? at, toleranceMinutes);
      const opened = rows.filter(
        ({ kind, isSent, reviews }) =>
          kind === "phase-opened" && isSent && reviews.every((id) => id.startsWith(`${phase}-`)),
      );
      const isBefore = ({ claimedAt = "9999" }: LetterRow): boolean => claimedAt < afterStep(at);
      // A correction may be stored moments after its time: a letter that was claimed in between states what was before,
      // too.
      for (const row of left)
        if (
          row.plannedFor === at &&
          opened.some(({ to, claimedAt }) => to === row.to && beforeStep(claimedAt ?? "9999") < at)
        )
          left.delete(row);
      for (const to of new Set(opened.filter(isBefore).map((row) => row.to))) {
        const found = corrected.filter((row) => row.to === to && row.plannedFor === at);
        if (!isJudged(at, clock)) continue;
        if (found.filter(isKept).length === 0 && by < now && place === corrections.length - 1)
          tally.report(
            "notice-missing",
            `${to}, opening of ${phase}`,
            `no letter states it by ${by}`,
            phaseRules.correctionLetters,
          );
      }
    }
  }
  for (const row of left)
    if (row.isSent && isJudged(row.plannedAt, clock))
      tally.report(
        "notice-unfounded",
        `letter ${row.id} to ${row.to}`,
        "no correction calls for it",
        phaseRules.correctionLetters,
      );
};
