import { addMinutes, addPeriod, dayOf, endOfDay } from "./calendar.ts";
import type { Course, Span } from "./course.ts";
import { type FactKind, type FactOf, isOf } from "./facts.ts";
import type { Tally } from "./finding.ts";
import type { Readings } from "./read.ts";
import { agreementLimit, openedAgain, periods, stageRule, stages } from "./rules.ts";

const dueAfter = (day: string, kind: Span["kind"]): string => endOfDay(addPeriod(day, periods[kind].period));
const later = (one: string, other: string): string => (one > other ? one : other);
const earlier = (one: string, other: string): string => (one < other ? one : other);

const factIn = <Kind extends FactKind>(course: Course, version: number, kind: Kind): FactOf<Kind> | undefined =>
  course.facts.filter((one) => one.version === version).flatMap(({ fact }) => (isOf(kind, fact) ? [fact] : []))[0];

const roles: { readonly [Kind in Span["kind"]]?: string } = { "focal-point": "focal-point", experts: "expert" };

/**
 * Returns the day of a vacancy that opened a nomination again in that entry; the last one's if the obligation names
 * none of them.
 */
const vacatedOn = ({ facts, mandates }: Course, span: Span): string | undefined => {
  const days = facts.flatMap(({ fact, version }) => {
    if (version !== span.version || fact.kind !== "mandate-ended") return [];
    const mandate = mandates.get(fact.mandate);
    return mandate?.party === span.party && mandate.role === roles[span.kind] ? [dayOf(fact.until)] : [];
  });
  return days.find((day) => day === span.openedOn) ?? days.at(-1);
};

const lastBefore = (course: Course, span: Span): Span | undefined => {
  const own = course.spans.filter(({ obligation }) => obligation === span.obligation);
  return own[own.indexOf(span) - 1];
};

/** The start of the review as it was known when something was recorded. */
const startKnown = ({ facts }: Course, by: string): string | undefined => {
  const startFact = facts.findLast(
    ({ fact, recordedAt }) =>
      recordedAt <= by && (fact.kind === "review-started" || (fact.kind === "date-corrected" && fact.what === "start")),
  )?.fact;
  return startFact?.kind === "review-started"
    ? startFact.startedOn
    : startFact?.kind === "date-corrected"
      ? startFact.to
      : undefined;
};

/** The day agreed on for the answers as it was known when something was recorded; the last of the six months where corrected to that. */
const answersDueKnown = ({ facts }: Course, by: string): string | undefined => {
  const agreed = facts.findLast(
    ({ fact, recordedAt }) =>
      recordedAt <= by &&
      (fact.kind === "consultation-concluded" || (fact.kind === "date-corrected" && fact.what === "answers-due")),
  )?.fact;
  return agreed?.kind === "consultation-concluded"
    ? agreed.answersDueOn
    : agreed?.kind === "date-corrected"
      ? agreed.to
      : undefined;
};

/**
 * Returns the due time by the rules of an obligation that counts from a day; the agreement also depends on the start
 * of the group.
 */
const dueBy = (course: Course, span: Span): { readonly dueAt: string; readonly rule: string } => {
  const usual = { dueAt: dueAfter(span.openedOn, span.kind), rule: periods[span.kind].rule };
  if (span.kind === "agreement") {
    const start = startKnown(course, span.from);
    const limit = start === undefined ? "" : endOfDay(addPeriod(start, agreementLimit.period));
    return { dueAt: later(usual.dueAt, limit), rule: agreementLimit.rule };
  }
  if (span.kind !== "questionnaire") return usual;
  const agreed = answersDueKnown(course, span.from);
  return agreed === undefined ? usual : { ...usual, dueAt: earlier(usual.dueAt, endOfDay(agreed)) };
};

/** The day from which an obligation counts that opened with this entry, where a fact of the entry says it. */
const openedBy = (course: Course, span: Span): string | undefined => {
  const at = span.version;
  switch (span.kind) {
    case "focal-point":
    case "experts": {
      // An import is one entry from the start on, with vacancies of years.
      if (lastBefore(course, span)?.version === at) return vacatedOn(course, span);
      const started = factIn(course, at, "review-started");
      if (started !== undefined) return started.startedOn;
      const redrawn = factIn(course, at, "seat-redrawn") ?? factIn(course, at, "instruments-added");
      return redrawn === undefined ? undefined : dayOf(redrawn.happenedAt);
    }
    case "questionnaire":
      return factIn(course, at, "consultation-concluded")?.clockStartsOn;
    case "feedback":
      return factIn(course, at, "answers-submitted")?.receivedOn;
    case "clarification":
    case "agreement":
      return undefined;
  }
};

const checkOpening = (course: Course, span: Span, tally: Tally): void => {
  const wrong = (rule: string, why: string): void =>
    tally.report("due-date-wrong", `${span.review} ${span.obligation}, generation ${span.generation}`, why, rule);
  const from = openedBy(course, span);
  if (from !== undefined && from !== span.openedOn)
    wrong(periods[span.kind].rule, `it counts from ${span.openedOn}, and the journal gives ${from}`);
  const { dueAt, rule } = dueBy(course, span);
  if (dueAt !== span.dueAt) wrong(rule, `due at ${span.dueAt}; counted from ${span.openedOn} it is ${dueAt}`);
};

const checkAgain = (course: Course, span: Span, tally: Tally): void => {
  const before = lastBefore(course, span);
  if (before === undefined) return;
  const about = `${span.review} ${span.obligation}, generation ${span.generation}`;
  const dueAt = later(before.dueAt, endOfDay(addPeriod(span.openedOn, openedAgain.period)));
  if (span.dueAt !== dueAt)
    tally.report("due-date-wrong", about, `due again at ${span.dueAt} instead of ${dueAt}`, openedAgain.rule);
  if (span.originalDueAt !== before.originalDueAt)
    tally.report("due-date-wrong", about, `its original date ${before.originalDueAt} did not stay`, openedAgain.rule);
};

const delayRule = "Delay: the original date stays; past six months it is marked beyond the rules [S33, D]";

/** Returns the fact by which an obligation got this date; an imported entry contains several delays. */
const delayOf = ({ facts }: Course, { version, obligation, generation }: Span) =>
  facts
    .filter((one) => one.version === version)
    .flatMap(({ fact }) => (isOf("delay-notified", fact) || isOf("delay-corrected", fact) ? [fact] : []))
    .find((fact) => fact.obligation === obligation && fact.generation === generation);

const checkDelay = (course: Course, span: Span, tally: Tally): void => {
  const before = lastBefore(course, span);
  const delay = delayOf(course, span);
  if (before === undefined || delay === undefined) return;
  const about = `${span.review} ${span.obligation}, generation ${span.generation}`;
  if (span.dueAt !== endOfDay(dayOf(span.dueAt)))
    tally.report("due-date-wrong", about, `${span.dueAt} is not the end of a day in Vienna`, delayRule);
  if (span.generation !== before.generation + 1)
    tally.report("due-date-wrong", about, `generation ${before.generation} came before`, delayRule);
  if (span.kind !== "questionnaire" && span.kind !== "feedback") return;
  const beyond = span.dueAt > dueAfter(span.openedOn, span.kind);
  if (beyond !== delay.beyondRules)
    tally.report(
      "due-date-wrong",
      about,
      `beyond the rules is ${String(beyond)}, and the journal says otherwise`,
      delayRule,
    );
};

/** The delays of an obligation that were in force once it had a generation, each with the generation by which facts name it. */
const delaysInForce = (
  { facts }: Course,
  { obligation, generation }: Span,
): readonly { delay: number; dueAt: string }[] => {
  let delays: readonly { delay: number; dueAt: string }[] = [];
  for (const { fact } of facts) {
    if (!("obligation" in fact) || fact.obligation !== obligation) continue;
    if (!("generation" in fact) || Number(fact.generation) > generation) continue;
    if (isOf("obligation-opened", fact)) delays = [];
    if (isOf("delay-notified", fact)) delays = [...delays, { delay: fact.generation, dueAt: fact.dueAt }];
    if (isOf("delay-reversed", fact)) delays = delays.filter(({ delay }) => delay !== fact.delay);
    if (isOf("delay-corrected", fact))
      delays = delays.map((one) => (one.delay === fact.delay ? { ...one, dueAt: fact.dueAt } : one));
  }
  return delays;
};

/** A delay that was recorded by mistake gives back the date before it: that of an earlier delay, or the original one. */
const checkReversal = (course: Course, span: Span, tally: Tally): void => {
  const before = lastBefore(course, span);
  if (before === undefined) return;
  const wasAgain = course.spans.some(
    (one) => one.obligation === span.obligation && one.origin === "opened again" && one.generation < span.generation,
  );
  const again = wasAgain
    ? later(span.originalDueAt, endOfDay(addPeriod(span.openedOn, openedAgain.period)))
    : span.originalDueAt;
  const dueAt = delaysInForce(course, span).at(-1)?.dueAt ?? again;
  const about = `${span.review} ${span.obligation}, generation ${span.generation}`;
  if (span.dueAt !== dueAt)
    tally.report("due-date-wrong", about, `due at ${span.dueAt} after a reversal instead of ${dueAt}`, reversalRule);
  if (span.originalDueAt !== before.originalDueAt)
    tally.report("due-date-wrong", about, `its original date ${before.originalDueAt} did not stay`, reversalRule);
};
const reversalRule = "Delay: one that was recorded by mistake can be reversed, and the date before it returns [D]";

const checkCorrection = (course: Course, span: Span, tally: Tally): void => {
  const before = lastBefore(course, span);
  if (before === undefined || span.end === "met") return;
  const { dueAt, rule } = dueBy(course, span);
  const wasDelayed = delaysInForce(course, span).length > 0;
  const wasAgain = course.spans.some((one) => one.obligation === span.obligation && one.origin === "opened again");
  if (wasAgain) return;
  const about = `${span.review} ${span.obligation}, generation ${span.generation}`;
  if (span.originalDueAt !== dueAt)
    tally.report(
      "due-date-wrong",
      about,
      `recomputed to ${span.originalDueAt}; by the corrected day it is ${dueAt}`,
      rule,
    );
  if (!wasDelayed && span.dueAt !== span.originalDueAt)
    tally.report("due-date-wrong", about, `no delay was notified, and ${span.dueAt} is not the original date`, rule);
};

/** Obligations that count from a corrected date alone; an agreed clock does not move with the outcome. */
const countedFrom: Readonly<Record<string, readonly Span["kind"][]>> = {
  start: ["focal-point", "experts"],
  clock: ["questionnaire"],
  submission: ["feedback"],
  redraw: ["focal-point", "experts"],
  removal: ["focal-point", "experts"],
  clarification: ["clarification"],
};

/** Returns whether a correction is of the day from which this obligation counts. */
const isOfSpan = (
  { what, party, mandate: id = "", clarification }: FactOf<"date-corrected">,
  span: Span,
  { mandates }: Course,
): boolean => {
  if (what === "clarification") return span.obligation.startsWith(`clarification-${clarification}:`);
  const mandate = mandates.get(id);
  if (what === "removal") return mandate?.party === span.party && mandate.role === roles[span.kind];
  return party === undefined || party === span.party;
};

/**
 * Checks that obligations counted from the wrong day now count from the right one: as a new generation, in that entry.
 */
const checkFollowing = (course: Course, tally: Tally): void => {
  for (const { fact, version } of course.facts) {
    if (fact.kind !== "date-corrected") continue;
    tally.count("corrections followed");
    const kinds = countedFrom[fact.what] ?? [];
    const before = course.spans.filter(
      (span) => span.version < version && kinds.includes(span.kind) && span.openedOn === fact.from,
    );
    for (const span of before) {
      const isLast = course.spans.findLast((one) => one.obligation === span.obligation && one.version <= version);
      if (isLast !== span || span.end === "voided" || span.origin === "opened again") continue;
      if (!isOfSpan(fact, span, course)) continue;
      // A party drawn in on that day received the answers then, whenever the others did.
      if (
        fact.what === "submission" &&
        course.seats.some((one) => one.party === span.party && dayOf(one.from) === fact.from)
      )
        continue;
      tally.report(
        "due-date-wrong",
        `${span.review} ${span.obligation}, generation ${span.generation}`,
        `it counts from ${fact.from}, which entry ${version} corrected to ${fact.to}`,
        "Correction: due dates are recomputed as a new generation",
      );
    }
  }
};

/** Recomputes every date that was ever set, from the facts that it counts from. */
export const checkDueDates = (courses: readonly Course[], tally: Tally): void => {
  for (const course of courses) {
    checkFollowing(course, tally);
    for (const span of course.spans) {
      tally.count("due dates recomputed");
      if (span.origin === "opened") checkOpening(course, span, tally);
      if (span.origin === "opened again") checkAgain(course, span, tally);
      if (span.origin === "delayed") checkDelay(course, span, tally);
      if (span.origin === "reversed") checkReversal(course, span, tally);
      if (span.origin === "redated") checkCorrection(course, span, tally);
    }
  }
};

const stateOf = ({ to, end }: Span): string => (to === undefined ? "open" : end === "voided" ? "void" : "met");

/** Compares every obligation and stage in the API with those that the journal gives. */
export const checkObligations = (courses: readonly Course[], { reviews, now }: Readings, tally: Tally): void => {
  const rule = "guarantees.md 16: replaying the journal gives what is stored";
  const differs = (about: string, why: string): void => tally.report("obligation-differs", about, why, rule);
  for (const course of courses) {
    const view = reviews.get(course.id);
    if (view === undefined) {
      if (course.startedOn !== undefined) differs(course.id, "the journal contains it, and the API does not");
      continue;
    }
    tally.count("reviews");
    if (view.stage !== course.stage)
      differs(course.id, `the API says stage ${view.stage}, the journal ${course.stage}`);
    const last = new Map(course.spans.map((span) => [span.obligation, span]));
    const viewObligations = new Map(view.obligations.map((one) => [one.id, one]));
    for (const id of new Set([...last.keys(), ...viewObligations.keys()])) {
      const [span, shown] = [last.get(id), viewObligations.get(id)];
      tally.count("obligations compared");
      const about = `${course.id} ${id}`;
      if (span === undefined || shown === undefined) {
        differs(about, `only the ${span === undefined ? "API" : "journal"} contains it`);
        continue;
      }
      const pairs: readonly (readonly [string, string, string])[] = [
        ["state", shown.state, stateOf(span)],
        ["date", shown.dueAt, span.dueAt],
        ["original date", shown.originalDueAt, span.originalDueAt],
        ["day of opening", shown.openedOn, span.openedOn],
      ];
      for (const [what, said, counted] of pairs)
        if (said !== counted) differs(about, `the API says ${what} ${said}, the journal ${counted}`);
      const overdue = span.to === undefined && span.dueAt < now;
      // A minute may pass between two readings.
      if (shown.overdue !== overdue && Math.abs(Date.parse(span.dueAt) - Date.parse(now)) > 600_000)
        differs(about, `overdue is ${String(shown.overdue)} at ${now}, due ${span.dueAt}`);
    }
  }
};

/** Checks that each stage follows its predecessor. */
export const checkStages = (courses: readonly Course[], tally: Tally): void => {
  for (const { id, stages: changes, facts } of courses) {
    let now = "scheduled";
    for (const { from, to, version, recordedAt } of changes) {
      tally.count("changes of stage");
      const place = stages.findIndex((stage) => stage === from);
      const isStartUndone = facts.some((one) => one.version === version && one.fact.kind === "review-start-undone");
      const undone = isStartUndone && (from === "nomination" || from === "consultation") && to === "scheduled";
      if (from !== now || (stages[place + 1] !== to && !undone))
        tally.report(
          "stage-out-of-order",
          id,
          `entry ${version} goes from ${from} to ${to} while in ${now}`,
          stageRule,
        );
      now = to;
      const happened = facts.find((one) => one.version === version)?.fact;
      if (happened !== undefined && "happenedAt" in happened && typeof happened.happenedAt === "string")
        if (happened.happenedAt > addMinutes(recordedAt, 1))
          tally.report("stage-out-of-order", id, `entry ${version} happened after it was recorded`, stageRule);
    }
  }
};
