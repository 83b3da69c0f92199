import fc from "fast-check";
import {
  answerClarification,
  askClarification,
  closeClarification,
} from "../../../domain/review/commands/clarifications.ts";
import {
  agreeLanguages,
  concludeConsultation,
  leaveLanguagesOpen,
  recordMeeting,
} from "../../../domain/review/commands/consultation.ts";
import { recordRound } from "../../../domain/review/commands/consultation-rounds.ts";
import { correctDate } from "../../../domain/review/commands/correct-date.ts";
import { CorrectableDate, type DateSubject } from "../../../schemas/model/correctable-date.ts";
import { accept, type Decision } from "../../../domain/base/decision.ts";
import { correctDelay, notifyDelay, reverseDelay } from "../../../domain/review/commands/delays.ts";
import { clearFeedback, returnFeedback } from "../../../domain/review/commands/feedback.ts";
import { removeMandate, replaceMandate, type MandateChanges } from "../../../domain/review/commands/change-mandates.ts";
import { mandatesOf, partiesWithoutFocalPoint } from "../../../domain/review/mandates.ts";
import { delayInForce, openObligationOf, openObligations } from "../../../domain/review/obligations.ts";
import {
  agreeToObservations,
  consentToPublication,
  draftObservations,
  publishObservations,
} from "../../../domain/review/commands/observations.ts";
import { openAnswers, returnAnswers, submitAnswers } from "../../../domain/review/commands/questionnaire.ts";
import { askRedraw, carryOutRedraw } from "../../../domain/review/commands/redraw-seat.ts";
import { nominate, startReview } from "../../../domain/review/commands/start-review.ts";
import { addDays, dayOf, later } from "../../../domain/base/time.ts";
import type { Actor } from "../../../domain/base/actor.ts";
import type { Refused } from "../../../domain/base/decision.ts";
import type { Party } from "../../../schemas/model/party.ts";
import type { Mandate, MandateRole, Obligation, Review } from "../../../schemas/model/review.ts";
import type { CalendarDate, Instant } from "../../../schemas/base/values.ts";
import { MandateEndReason } from "../../../schemas/model/mandate-end-reason.ts";
import { at, delegate, drawing, hash, mandateId, mission, party, Play, seat, secretariat, texts } from "./play.ts";

/** One attempted command, with numbers that the operation interprets. */
export interface Attempt {
  readonly what: string;
  readonly who: number;
  readonly hours: number;
  readonly days: number;
  readonly pick: number;
}

export interface World {
  readonly play: Play;
  now: Instant;
  /** The number of redraw requests of each party. */
  readonly redraws: Map<string, number>;
  serial: number;
}

const choose = <T>(items: readonly T[], pick: number): T | undefined => items[pick % Math.max(1, items.length)];

const partiesOf = (review: Review) => Object.values(review.seats).map(({ party: of }) => of);
const someParty = ({ play }: World, { who }: Attempt) => choose(partiesOf(play.review), who) ?? party("FR");
const actorOf = (mandate: Mandate | undefined): Actor =>
  mandate === undefined ? secretariat : { id: mandate.user, role: "delegate", party: mandate.party };
/**
 * Returns the focal point of a party, or the secretariat if it has none, which is refused all commands that are not its
 * own.
 */
const focal = ({ play, now }: World, of: string) => actorOf(mandatesOf(play.review, party(of), "focal-point", now)[0]);
const aDay = ({ now }: World, { days }: Attempt): CalendarDate => addDays(dayOf(now), days);

const fresh = (world: World, code: string) => {
  const name = `p${world.serial++}`;
  return { mandate: mandateId(`${name}${code}`), user: delegate(code, name).id };
};

const ofMandates = (outcome: MandateChanges | Refused): Decision =>
  outcome.ok ? accept(outcome.changes.flatMap(({ facts }) => facts)) : outcome;

const someMandate = ({ play }: World, { pick }: Attempt) => choose(Object.values(play.review.mandates), pick);

/** Returns a reason for the end of a mandate, or undefined. */
const someReason = ({ days, pick }: Attempt): MandateEndReason | undefined =>
  choose([...MandateEndReason.options, undefined, undefined], pick + days);

/** Returns an obligation, with a delay if any has one. */
const delayedObligation = (review: Review, { pick }: Attempt): Obligation | undefined => {
  const all = Object.values(review.obligations);
  const delayed = all.filter((obligation) => delayInForce(obligation) !== undefined);
  return choose(delayed.length > 0 ? delayed : all, pick);
};

const naming = (role: MandateRole) => (world: World, attempt: Attempt) => {
  const of = someParty(world, attempt);
  return nominate(world.play.review, { role, party: of, ...fresh(world, of), at: world.now }, world.now);
};

const someTexts = ({ pick }: Attempt) => (pick % 4 === 0 ? { ...texts, TIP: hash("z") } : texts);

type Operation = (world: World, attempt: Attempt) => Decision;

/** Attempts the command that would advance the review, by the first party that it waits for. */
const advance: Operation = (world, attempt) => {
  const { now } = world;
  const { review } = world.play;
  const awaited = { ...attempt, who: partiesOf(review).findIndex((of) => isAwaited(review, of, now)) };
  switch (review.stage) {
    case "scheduled":
      return operations.start(world);
    case "nomination":
      return operations.focalPoint(world, awaited);
    case "consultation":
      return operations.conclude(world, { ...attempt, pick: review.consultation?.heldOn === undefined ? 1 : 2 });
    case "questionnaire":
      return operations.submit(world, attempt);
    case "feedback":
      if (review.answers === undefined) return operations.submit(world, attempt);
      if (awaited.who < 0) return operations.answer(world, attempt);
      return operations.clear(world, awaited);
    case "observations":
      if (review.observations === undefined) return operations.table(world, attempt);
      return awaited.who < 0 ? operations.publish(world) : operations.agree(world, awaited);
    case "concluded":
      return operations.consent(world, attempt);
  }
};

const isAwaited = (review: Review, of: string, now: Instant): boolean => {
  const waits = { nomination: "focal-point", feedback: "feedback", observations: "agreement" } as const;
  const { stage } = review;
  if (stage === "nomination") return partiesWithoutFocalPoint(review, now).some((vacant) => vacant === of);
  return stage === "feedback" || stage === "observations"
    ? openObligationOf(review, waits[stage], party(of)) !== undefined
    : false;
};

const someMode = ({ pick }: Attempt) => (pick % 2 === 0 ? "video" : "in-person");

const operations = {
  start: ({ play, now }) => startReview(play.review, dayOf(now)),
  focalPoint: naming("focal-point"),
  expert: naming("expert"),
  meet: (world, attempt) =>
    recordMeeting(
      world.play.review,
      focal(world, someParty(world, attempt)),
      { heldOn: aDay(world, { ...attempt, days: -attempt.pick % 20 }), mode: someMode(attempt) },
      world.now,
    ),
  meetAgain: (world, attempt) =>
    recordRound(
      world.play.review,
      focal(world, someParty(world, attempt)),
      { heldOn: aDay(world, { ...attempt, days: -attempt.pick % 20 }), mode: someMode(attempt) },
      world.now,
    ),
  languages: (world, { pick }) =>
    agreeLanguages(
      world.play.review,
      secretariat,
      { languages: ["en", "fr", "ar"].slice(0, (pick % 3) + 1) },
      world.now,
    ),
  languagesOpen: ({ play, now }) =>
    leaveLanguagesOpen(play.review, secretariat, { why: "in-discussion", translationNeeded: ["fr"] }, now),
  conclude: (world, attempt) =>
    concludeConsultation(
      world.play.review,
      secretariat,
      {
        languages: { languages: attempt.pick % 3 === 0 ? ["fr", "en"] : ["en"] },
        ...(attempt.pick % 2 === 0 ? { heldOn: dayOf(world.now) } : { withoutMeeting: "Agreed in writing." }),
        ...(attempt.pick % 5 === 0 ? { clockStartsOn: aDay(world, attempt) } : {}),
        ...(attempt.pick % 7 === 0 ? { answersDueOn: aDay(world, { ...attempt, days: attempt.days * 3 }) } : {}),
      },
      world.now,
    ),
  submit: (world, attempt) => submitAnswers(world.play.review, focal(world, "FR"), someTexts(attempt), world.now),
  returnAnswers: ({ play, now }) => returnAnswers(play.review, secretariat, "x", now),
  openAnswers: ({ play, now }) => openAnswers(play.review, secretariat, now),
  clear: (world, attempt) => {
    const of = someParty(world, attempt);
    return clearFeedback(world.play.review, focal(world, of), { party: of, documents: someTexts(attempt) }, world.now);
  },
  returnFeedback: (world, attempt) =>
    returnFeedback(world.play.review, secretariat, { party: someParty(world, attempt), reason: "x" }, world.now),
  request: (world, attempt) => {
    const of = someParty(world, attempt);
    const question = hash(String.fromCharCode(97 + (attempt.pick % 20)));
    return askClarification(world.play.review, focal(world, of), { party: of, question }, world.now);
  },
  answer: (world, { pick }) =>
    answerClarification(
      world.play.review,
      focal(world, "FR"),
      { number: 1 + (pick % 3), answer: hash(pick % 2 === 0 ? "w" : "x") },
      world.now,
    ),
  close: (world, attempt) =>
    closeClarification(
      world.play.review,
      focal(world, someParty(world, attempt)),
      { number: 1 + (attempt.pick % 3) },
      world.now,
    ),
  table: ({ play, now }, { pick }) =>
    draftObservations(play.review, secretariat, { document: hash(String.fromCharCode(97 + (pick % 3))) }, now),
  agree: (world, attempt) => {
    const of = someParty(world, attempt);
    const version = world.play.review.observations?.version ?? 1;
    return agreeToObservations(world.play.review, focal(world, of), { party: of, version }, world.now);
  },
  publish: ({ play, now }) =>
    publishObservations(play.review, secretariat, { version: play.review.observations?.version ?? 1 }, now),
  consent: ({ play, now }, { pick }) =>
    consentToPublication(play.review, mission("FR"), { parts: pick % 2 === 0 ? ["answers"] : ["dialogue"] }, now),
  delay: (world, attempt) => {
    const obligation = choose(Object.values(world.play.review.obligations), attempt.pick);
    const delay = { dueOn: aDay(world, { ...attempt, days: attempt.days * 4 }), reason: "translation" } as const;
    return obligation === undefined
      ? accept([])
      : notifyDelay(world.play.review, mission(obligation.party), { obligation: obligation.id, ...delay }, world.now);
  },
  reverseDelay: ({ play, now }, attempt) => {
    const obligation = delayedObligation(play.review, attempt);
    return obligation === undefined
      ? accept([])
      : reverseDelay(play.review, mission(obligation.party), { obligation: obligation.id, reason: "By mistake." }, now);
  },
  correctDelay: (world, attempt) => {
    const { review } = world.play;
    const obligation = delayedObligation(review, attempt);
    const other = choose(openObligations(review), attempt.pick);
    const instead = attempt.pick % 3 === 0 ? other?.id : undefined;
    const to = aDay(world, { ...attempt, days: attempt.days * 6 });
    return obligation === undefined
      ? accept([])
      : correctDelay(review, secretariat, { obligation: obligation.id, to, instead, reason: "Mistyped." }, world.now);
  },
  replace: (world, attempt) => {
    const mandate = someMandate(world, attempt);
    if (mandate === undefined) return accept([]);
    const what = { party: mandate.party, mandate: mandate.id, successor: fresh(world, mandate.party) };
    const effectiveOn = attempt.pick % 2 === 0 ? aDay(world, attempt) : undefined;
    const reason = someReason(attempt);
    const replacement = { ...what, effectiveOn, reason };
    return ofMandates(replaceMandate([world.play.review], mission(mandate.party), replacement, world.now));
  },
  remove: (world, attempt) => {
    const mandate = someMandate(world, attempt);
    if (mandate === undefined) return accept([]);
    const effectiveOn = attempt.pick % 2 === 0 ? aDay(world, attempt) : undefined;
    const what = { party: mandate.party, mandate: mandate.id, effectiveOn, reason: someReason(attempt) };
    return ofMandates(removeMandate([world.play.review], mission(mandate.party), what, world.now));
  },
  redraw: (world, attempt) => {
    const { play, now, redraws } = world;
    const from = someParty(world, attempt);
    const asking: Party = {
      id: party("FR"),
      name: "France",
      kind: "STATE",
      regionalGroup: "WEOG",
      joined: {},
      participation: "takes-part",
      redraws: redraws.get("FR") ?? 0,
    };
    const redrawRequest = askRedraw(play.review, asking, mission("FR"), { seat: from }, now);
    if (!redrawRequest.ok) return redrawRequest;
    redraws.set("FR", (redraws.get("FR") ?? 0) + redrawRequest.party.length);
    play.take(accept(redrawRequest.review));
    const to = seat(choose(["IT", "DE", "ES", "PT", "GR", "PE", "KE"], attempt.pick) ?? "IT", "reviewing");
    const free = { groups: [], parties: [], limits: { mostReviewers: 4, load: { min: 1, max: 3 } } };
    return carryOutRedraw(play.review, secretariat, drawing(from, to), free, now);
  },
  correct: (world, attempt) => {
    const what = choose(CorrectableDate.options, attempt.pick) ?? "start";
    const to = aDay(world, { ...attempt, days: -attempt.days * 5 });
    const whoseDate = choose(Object.values(world.play.review.seats), attempt.days)?.party;
    const mandate = choose(Object.values(world.play.review.mandates), attempt.days)?.id;
    const number = 1 + ((attempt.days + 5) % 2);
    const obligation = choose(Object.values(world.play.review.obligations), attempt.days + 5)?.id;
    const which: Omit<DateSubject, "what"> =
      what === "nomination" || what === "removal"
        ? { mandate }
        : what === "list" || what === "erratum"
          ? { version: number }
          : what === "clarification" || what === "clarification-settlement"
            ? { clarification: number }
            : what === "delay-notification" || what === "decision"
              ? { obligation: obligation }
              : what === "consent"
                ? { part: attempt.pick % 2 === 0 ? "answers" : "dialogue" }
                : { party: whoseDate };
    return correctDate(world.play.review, secretariat, { what, to, reason: "x", ...which }, world.now);
  },
} satisfies Record<string, Operation>;

const byName: ReadonlyMap<string, Operation> = new Map(Object.entries({ ...operations, advance }));

const attemptsOf = (what: fc.Arbitrary<string>) =>
  fc.array(
    fc.record({
      what,
      who: fc.nat(11),
      hours: fc.nat(24 * 25),
      days: fc.integer({ min: -5, max: 60 }),
      pick: fc.nat(100),
    }),
    { minLength: 10, maxLength: 60 },
  );

export const attempts = attemptsOf(fc.oneof(fc.constantFrom(...byName.keys()), fc.constant("advance")));

/** Delays above all, with what takes them back. */
export const attemptsAboutDelays = attemptsOf(
  fc.constantFrom<keyof typeof operations>(
    ...(["delay", "delay", "delay", "reverseDelay", "correctDelay", "correct", "redraw"] as const),
    ...(["submit", "returnAnswers", "clear", "returnFeedback"] as const),
  ),
);

export const newWorld = (
  play = new Play(undefined, at("2020-11-02")),
  now = at("2020-12-01T09:00:00.000Z"),
): World => ({ play, now, redraws: new Map(), serial: 0 });

/** Returns the decision on an attempt in an earlier snapshot of a review, without applying it. */
export const answerIn = (world: World, review: Review, attempt: Attempt): Decision =>
  (byName.get(attempt.what) ?? advance)({ ...world, play: Object.assign(new Play(), { review }) }, attempt);

/** Lets time pass, then tries. Gives what was decided; the world has taken it in. */
export const attemptIn = (world: World, attempt: Attempt): Decision => {
  world.now = later(world.now, { hours: attempt.hours });
  const decision = (byName.get(attempt.what) ?? advance)(world, attempt);
  if (decision.ok) world.play.take(decision);
  return decision;
};
