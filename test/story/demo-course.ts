import type { Actor } from "../../domain/base/actor.ts";
import {
  answerClarification,
  askClarification,
  closeClarification,
} from "../../domain/review/commands/clarifications.ts";
import {
  agreeLanguages,
  concludeConsultation,
  leaveLanguagesOpen,
  recordMeeting,
} from "../../domain/review/commands/consultation.ts";
import { correctDate } from "../../domain/review/commands/correct-date.ts";
import type { Decision, Refused } from "../../domain/base/decision.ts";
import { notifyDelay } from "../../domain/review/commands/delays.ts";
import { clearFeedback, returnFeedback } from "../../domain/review/commands/feedback.ts";
import type { LivePairings } from "../../domain/lots/redraw-rules.ts";
import { lotsLimits } from "../../domain/policy/lots.ts";
import { removeMandate, replaceMandate } from "../../domain/review/commands/change-mandates.ts";
import { nominateInAll } from "../../domain/review/commands/nominate.ts";
import {
  agreeToObservations,
  consentToPublication,
  draftObservations,
  publishObservations,
} from "../../domain/review/commands/observations.ts";
import { isInStage, may } from "../../domain/review/permissions.ts";
import { inForce } from "../../domain/base/settings.ts";
import {
  type Documents,
  openAnswers,
  returnAnswers,
  submitAnswers,
} from "../../domain/review/commands/questionnaire.ts";
import { askRedraw, carryOutRedraw } from "../../domain/review/commands/redraw-seat.ts";
import { evolveReview } from "../../domain/review/evolve.ts";
import { later, morningOf } from "../../domain/base/time.ts";
import type { DemoStep, Caller, DemoCommand, Draft } from "../../demo/timeline.ts";
import { populationOf } from "../../demo/population.ts";
import { readPairing, readParties } from "../../bin/load/files.ts";
import type { Fact } from "../../schemas/model/fact.ts";
import { GroupId, type MandateId, ObligationId, type PartyId, ReviewId } from "../../schemas/base/ids.ts";
import type { Review } from "../../schemas/model/review.ts";
import type { Instant } from "../../schemas/base/values.ts";
import { day, delegate, drawing, hash, mandateId, mission, Play, secretariat } from "../domain/review/play.ts";

/** The prepared data as a plan sees them, and as the rules of lots do. */
export const preparedWorld = async () => {
  const [pairing, parties] = await Promise.all([readPairing(), readParties()]);
  const group = GroupId.parse("c1-g1");
  const pairings = pairing.groups.flatMap(({ number, reviews }) =>
    reviews.map(({ id, party, seats }) => ({
      review: id,
      party,
      group: `c1-g${number}`,
      reviewers: seats.filter(({ role }) => role !== "under-review"),
    })),
  );
  const live: LivePairings = { groups: pairing.groups, parties, limits: inForce(lotsLimits, day("2020-12-01")) };
  return { world: populationOf(group, { pairings, parties }), live };
};

type Prepared = Awaited<ReturnType<typeof preparedWorld>>;

const actorOf = (caller: Caller): Actor => {
  if (caller.role === "secretariat") return secretariat;
  return caller.role === "mission" ? mission(caller.party) : delegate(caller.party, `${caller.role}${caller.number}`);
};

const documents = (drafts: readonly Draft[]): Documents =>
  Object.fromEntries(drafts.map(({ instrument, version }) => [instrument, hash(String(version))]));

const mandateOf = ({ role, party, number }: { role: string; party: PartyId; number: number }): MandateId =>
  mandateId(`${role}${number}${party}`);

/** A refusal of the rules, with the act that met it. */
export interface Stumble {
  readonly act: DemoStep;
  readonly why: string;
}

/** Plays a plan with the decisions of the domain; returns the steps that were refused or changed nothing. */
export const playedByTheRules = ({ world, live }: Prepared, plan: readonly DemoStep[]) => {
  const reviews = new Map<ReviewId, Review>();
  for (const { id, seats, group } of world.reviews)
    if (group === world.group)
      reviews.set(
        id,
        new Play(seats.map((seat) => ({ ...seat, instruments: [...seat.instruments] }))).start("2020-12-01").review,
      );
  const stumbles: Stumble[] = [];
  const take = (id: ReviewId, facts: readonly Fact[]): void => {
    const before = reviews.get(id);
    if (before !== undefined) reviews.set(id, facts.reduce<Review>(evolveReview, before));
  };
  const one = (id: ReviewId): Review => {
    const found = reviews.get(id);
    if (found === undefined) throw new Error(`no review ${id}`);
    return found;
  };

  const people = (does: Extract<DemoCommand, { kind: "name" | "replace" | "remove" }>, by: Actor, now: Instant) => {
    const { person } = does;
    const all = [...reviews.values()];
    if (does.kind === "remove") return removeMandate(all, by, { party: person.party, mandate: mandateOf(person) }, now);
    if (does.kind === "replace") {
      const user = delegate(does.by.party, `${does.by.role}${does.by.number}`).id;
      const successor = { mandate: mandateOf(does.by), user };
      const { effectiveOn } = does;
      return replaceMandate(all, by, { party: person.party, mandate: mandateOf(person), successor, effectiveOn }, now);
    }
    const user = delegate(person.party, `${person.role}${person.number}`).id;
    return nominateInAll(
      does.reviews.map(one),
      {
        mandate: mandateOf(person),
        role: person.role,
        party: person.party,
        user,
        at: now,
        requestedReviews: does.reviews,
      },
      now,
    );
  };

  const decide = (
    does: Exclude<DemoCommand, { kind: "name" | "replace" | "remove" }>,
    by: Actor,
    now: Instant,
  ): Decision => {
    const review = one(does.review);
    switch (does.kind) {
      case "meet":
        return recordMeeting(review, by, does, now);
      case "languages":
        return "open" in does.languages
          ? leaveLanguagesOpen(review, by, does.languages.open, now)
          : agreeLanguages(review, by, does.languages, now);
      case "outcome": {
        const { kind: _kind, review: _review, languages, ...outcome } = does;
        const given =
          languages === undefined ? {} : "open" in languages ? { languagesOpen: languages.open } : { languages };
        return concludeConsultation(review, by, { ...outcome, ...given }, now);
      }
      case "delay": {
        const { obligation, dueOn, reason } = does;
        return notifyDelay(review, by, { obligation: ObligationId.parse(obligation), dueOn, reason }, now);
      }
      case "draft-answers":
      case "draft-feedback": {
        const drafting = does.kind === "draft-answers" ? "answers.draft" : "feedback.draft";
        const party = does.kind === "draft-answers" ? review.party : does.party;
        const allowed = may(by, drafting, { review, party }, now) && isInStage(drafting, review);
        return allowed ? { ok: true, facts: [] } : { ok: false, refusal: "not-yours", details: {} };
      }
      case "submit":
        return submitAnswers(review, by, documents(does.drafts), now);
      case "return-answers":
        return returnAnswers(review, by, does.reason, now);
      case "open-answers":
        return openAnswers(review, by, now);
      case "clear":
        return clearFeedback(review, by, { party: does.party, documents: documents(does.drafts) }, now);
      case "return-feedback":
        return returnFeedback(review, by, { party: does.party, reason: does.reason }, now);
      case "request":
        return askClarification(review, by, { party: by.party ?? review.party, question: hash("q") }, now);
      case "answer":
        return answerClarification(review, by, { number: does.number, answer: hash("a") }, now);
      case "close":
        return closeClarification(review, by, { number: does.number }, now);
      case "list":
        return draftObservations(review, by, { document: hash(String(does.version)) }, now);
      case "agree":
        return agreeToObservations(review, by, { party: by.party ?? review.party, version: does.version }, now);
      case "publish":
        return publishObservations(review, by, { version: does.version }, now);
      case "consent":
        return consentToPublication(review, by, { parts: does.parts }, now);
      case "correct":
        return correctDate(review, by, { what: does.what, to: does.to, reason: does.reason }, now);
      case "request-redraw":
        return decideRedraw(review, by, does.seat, now);
      case "redraw": {
        const old = review.seats[does.from];
        const party = world.parties.find(({ id }) => id === does.to);
        if (old === undefined || party === undefined) return { ok: false, refusal: "unknown-seat", details: {} };
        const wanted = old.role === "reviewing" ? (review.seats[review.party]?.instruments ?? []) : old.instruments;
        const instruments = wanted.filter((instrument) => party.instruments.includes(instrument));
        const seat = { party: does.to, role: old.role, instruments };
        return carryOutRedraw(review, by, drawing(does.from, seat), live, now);
      }
    }
  };

  const decideRedraw = (review: Review, by: Actor, seat: PartyId, now: Instant): Decision => {
    const party = live.parties.find(({ id }) => id === by.party);
    if (party === undefined) throw new Error("no party requests a redraw");
    const asking = askRedraw(review, party, by, { seat }, now);
    return asking.ok ? { ok: true, facts: asking.review } : asking;
  };

  const stumbled = (act: DemoStep, { refusal, details }: Refused) =>
    stumbles.push({ act, why: `${refusal} ${JSON.stringify(details)}` });

  plan.forEach((act, place) => {
    const now = later(morningOf(act.on), { milliseconds: place });
    const by = actorOf(act.by);
    const { does } = act;
    if (does.kind === "name" || does.kind === "replace" || does.kind === "remove") {
      const decision = people(does, by, now);
      if (!decision.ok) return stumbled(act, decision);
      for (const { review, facts } of decision.changes) take(review.id, facts);
      if (decision.changes.length === 0) stumbles.push({ act, why: "changes nothing" });
      return undefined;
    }
    const decision = decide(does, by, now);
    if (!decision.ok) return stumbled(act, decision);
    take(does.review, decision.facts);
    if (decision.facts.length === 0 && !does.kind.startsWith("draft-")) stumbles.push({ act, why: "changes nothing" });
    return undefined;
  });
  return { reviews: [...reviews.values()], stumbles };
};
