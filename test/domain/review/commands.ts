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

export interface ReviewLife {
  readonly play: Play;
  now: Instant;
  /** The number of redraw requests of each party. */
  readonly redraws: Map<string, number>;
  serial: number;
}

const choose = <T>(items: readonly T[], pick: number): T | undefined => items[pick % Math.max(1, items.length)];

const partiesOf = (review: Review) => Object.values(review.seats).map(({ party: of }) => of);
const someParty = ({ play }: ReviewLife, { who }: Attempt) => choose(partiesOf(play.review), who) ?? party("FR");
const actorOf = (mandate: Mandate | undefined): Actor =>
  mandate === undefined ? secretariat : { id: mandate.user, role: "delegate", party: mandate.party };
/**
 * Returns the focal point of a party, or the secretariat if it has none, which is refused all commands that are not its
 * own.
 */
const focal = ({ play, now }: ReviewLife, of: string) =>
  actorOf(mandatesOf(play.review, party(of), "focal-point", now)[0]);
const aDay = ({ now }: ReviewLife, { days }: Attempt): CalendarDate => addDays(dayOf(now), days);

const fresh = (life: ReviewLife, code: string) => {
  const name = `p${life.serial++}`;
  return { mandate: mandateId(`${name}${code}`), user: delegate(code, name).id };
};

const ofMandates = (outcome: MandateChanges | Refused): Decision =>
  outcome.ok ? accept(outcome.changes.flatMap(({ facts }) => facts)) : outcome;

const someMandate = ({ play }: ReviewLife, { pick }: Attempt) => choose(Object.values(play.review.mandates), pick);

/** Returns a reason for the end of a mandate, or undefined. */
const someReason = ({ days, pick }: Attempt): MandateEndReason | undefined =>
  choose([...MandateEndReason.options, undefined, undefined], pick + days);

/** Returns an obligation, with a delay if any has one. */
const delayedObligation = (review: Review, { pick }: Attempt): Obligation | undefined => {
  const all = Object.values(review.obligations);
  const delayed = all.filter((obligation) => delayInForce(obligation) !== undefined);
  return choose(delayed.length > 0 ? delayed : all, pick);
};

const naming = (role: MandateRole) => (life: ReviewLife, attempt: Attempt) => {
  const of = someParty(life, attempt);
  return nominate(life.play.review, { role, party: of, ...fresh(life, of), at: life.now }, life.now);
};

const someTexts = ({ pick }: Attempt) => (pick % 4 === 0 ? { ...texts, TIP: hash("z") } : texts);

type Operation = (life: ReviewLife, attempt: Attempt) => Decision;

/** Attempts the command that would advance the review, by the first party that it waits for. */
const advance: Operation = (life, attempt) => {
  const { now } = life;
  const { review } = life.play;
  const awaited = { ...attempt, who: partiesOf(review).findIndex((of) => isAwaited(review, of, now)) };
  switch (review.stage) {
    case "scheduled":
      return operations.start(life);
    case "nomination":
      return operations.focalPoint(life, awaited);
    case "consultation":
      return operations.conclude(life, { ...attempt, pick: review.consultation?.heldOn === undefined ? 1 : 2 });
    case "questionnaire":
      return operations.submit(life, attempt);
    case "feedback":
      if (review.answers === undefined) return operations.submit(life, attempt);
      if (awaited.who < 0) return operations.answer(life, attempt);
      return operations.clear(life, awaited);
    case "observations":
      if (review.observations === undefined) return operations.table(life, attempt);
      return awaited.who < 0 ? operations.publish(life) : operations.agree(life, awaited);
    case "concluded":
      return operations.consent(life, attempt);
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
  meet: (life, attempt) =>
    recordMeeting(
      life.play.review,
      focal(life, someParty(life, attempt)),
      { heldOn: aDay(life, { ...attempt, days: -attempt.pick % 20 }), mode: someMode(attempt) },
      life.now,
    ),
  meetAgain: (life, attempt) =>
    recordRound(
      life.play.review,
      focal(life, someParty(life, attempt)),
      { heldOn: aDay(life, { ...attempt, days: -attempt.pick % 20 }), mode: someMode(attempt) },
      life.now,
    ),
  languages: (life, { pick }) =>
    agreeLanguages(life.play.review, secretariat, { languages: ["en", "fr", "ar"].slice(0, (pick % 3) + 1) }, life.now),
  languagesOpen: ({ play, now }) =>
    leaveLanguagesOpen(play.review, secretariat, { why: "in-discussion", translationNeeded: ["fr"] }, now),
  conclude: (life, attempt) =>
    concludeConsultation(
      life.play.review,
      secretariat,
      {
        languages: { languages: attempt.pick % 3 === 0 ? ["fr", "en"] : ["en"] },
        ...(attempt.pick % 2 === 0 ? { heldOn: dayOf(life.now) } : { withoutMeeting: "Agreed in writing." }),
        ...(attempt.pick % 5 === 0 ? { clockStartsOn: aDay(life, attempt) } : {}),
        ...(attempt.pick % 7 === 0 ? { answersDueOn: aDay(life, { ...attempt, days: attempt.days * 3 }) } : {}),
      },
      life.now,
    ),
  submit: (life, attempt) => submitAnswers(life.play.review, focal(life, "FR"), someTexts(attempt), life.now),
  returnAnswers: ({ play, now }) => returnAnswers(play.review, secretariat, "x", now),
  openAnswers: ({ play, now }) => openAnswers(play.review, secretariat, now),
  clear: (life, attempt) => {
    const of = someParty(life, attempt);
    return clearFeedback(life.play.review, focal(life, of), { party: of, documents: someTexts(attempt) }, life.now);
  },
  returnFeedback: (life, attempt) =>
    returnFeedback(life.play.review, secretariat, { party: someParty(life, attempt), reason: "x" }, life.now),
  request: (life, attempt) => {
    const of = someParty(life, attempt);
    const question = hash(String.fromCharCode(97 + (attempt.pick % 20)));
    return askClarification(life.play.review, focal(life, of), { party: of, question }, life.now);
  },
  answer: (life, { pick }) =>
    answerClarification(
      life.play.review,
      focal(life, "FR"),
      { number: 1 + (pick % 3), answer: hash(pick % 2 === 0 ? "w" : "x") },
      life.now,
    ),
  close: (life, attempt) =>
    closeClarification(
      life.play.review,
      focal(life, someParty(life, attempt)),
      { number: 1 + (attempt.pick % 3) },
      life.now,
    ),
  table: ({ play, now }, { pick }) =>
    draftObservations(play.review, secretariat, { document: hash(String.fromCharCode(97 + (pick % 3))) }, now),
  agree: (life, attempt) => {
    const of = someParty(life, attempt);
    const version = life.play.review.observations?.version ?? 1;
    return agreeToObservations(life.play.review, focal(life, of), { party: of, version }, life.now);
  },
  publish: ({ play, now }) =>
    publishObservations(play.review, secretariat, { version: play.review.observations?.version ?? 1 }, now),
  consent: ({ play, now }, { pick }) =>
    consentToPublication(play.review, mission("FR"), { parts: pick % 2 === 0 ? ["answers"] : ["dialogue"] }, now),
  delay: (life, attempt) => {
    const obligation = choose(Object.values(life.play.review.obligations), attempt.pick);
    const delay = { dueOn: aDay(life, { ...attempt, days: attempt.days * 4 }), reason: "translation" } as const;
    return obligation === undefined
      ? accept([])
      : notifyDelay(life.play.review, mission(obligation.party), { obligation: obligation.id, ...delay }, life.now);
  },
  reverseDelay: ({ play, now }, attempt) => {
    const obligation = delayedObligation(play.review, attempt);
    return obligation === undefined
      ? accept([])
      : reverseDelay(play.review, mission(obligation.party), { obligation: obligation.id, reason: "By mistake." }, now);
  },
  correctDelay: (life, attempt) => {
    const { review } = life.play;
    const obligation = delayedObligation(review, attempt);
    const other = choose(openObligations(review), attempt.pick);
    const instead = attempt.pick % 3 === 0 ? other?.id : undefined;
    const to = aDay(life, { ...attempt, days: attempt.days * 6 });
    return obligation === undefined
      ? accept([])
      : correctDelay(review, secretariat, { obligation: obligation.id, to, instead, reason: "Mistyped." }, life.now);
  },
  replace: (life, attempt) => {
    const mandate = someMandate(life, attempt);
    if (mandate === undefined) return accept([]);
    const what = { party: mandate.party, mandate: mandate.id, successor: fresh(life, mandate.party) };
    const effectiveOn = attempt.pick % 2 === 0 ? aDay(life, attempt) : undefined;
    const reason = someReason(attempt);
    const replacement = { ...what, effectiveOn, reason };
    return ofMandates(replaceMandate([life.play.review], mission(mandate.party), replacement, life.now));
  },
  remove: (life, attempt) => {
    const mandate = someMandate(life, attempt);
    if (mandate === undefined) return accept([]);
    const effectiveOn = attempt.pick % 2 === 0 ? aDay(life, attempt) : undefined;
    const what = { party: mandate.party, mandate: mandate.id, effectiveOn, reason: someReason(attempt) };
    return ofMandates(removeMandate([life.play.review], mission(mandate.party), what, life.now));
  },
  redraw: (life, attempt) => {
    const { play, now, redraws } = life;
    const from = someParty(life, attempt);
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
  correct: (life, attempt) => {
    const what = choose(CorrectableDate.options, attempt.pick) ?? "start";
    const to = aDay(life, { ...attempt, days: -attempt.days * 5 });
    const whoseDate = choose(Object.values(life.play.review.seats), attempt.days)?.party;
    const mandate = choose(Object.values(life.play.review.mandates), attempt.days)?.id;
    const number = 1 + ((attempt.days + 5) % 2);
    const obligation = choose(Object.values(life.play.review.obligations), attempt.days + 5)?.id;
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
    return correctDate(life.play.review, secretariat, { what, to, reason: "x", ...which }, life.now);
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

export const newLife = (
  play = new Play(undefined, at("2020-11-02")),
  now = at("2020-12-01T09:00:00.000Z"),
): ReviewLife => ({ play, now, redraws: new Map(), serial: 0 });

/** Returns the decision on an attempt in an earlier snapshot of a review, without applying it. */
export const answerIn = (life: ReviewLife, review: Review, attempt: Attempt): Decision =>
  (byName.get(attempt.what) ?? advance)({ ...life, play: Object.assign(new Play(), { review }) }, attempt);

/** Lets time pass, then tries. Gives what was decided; the life has taken it in. */
export const attemptIn = (life: ReviewLife, attempt: Attempt): Decision => {
  life.now = later(life.now, { hours: attempt.hours });
  const decision = (byName.get(attempt.what) ?? advance)(life, attempt);
  if (decision.ok) life.play.take(decision);
  return decision;
};
