import type * as z from "zod";
import type { Fact, FactOf } from "../../../schemas/model/fact.ts";
import type { PartyId } from "../../../schemas/base/ids.ts";
import type { Party } from "../../../schemas/model/party.ts";
import type { LotsDrawn, Review, Seat } from "../../../schemas/model/review.ts";
import type { Instant } from "../../../schemas/base/values.ts";
import type { Actor } from "../../base/actor.ts";
import { type Decision, type Refused, refuse, noChange } from "../../base/decision.ts";
import { agreementDueAt } from "../due-dates.ts";
import { brokenByRedraw, type LivePairings, type SeatChanges } from "../../lots/redraw-rules.ts";
import { outlasts } from "../mandates.ts";
import { clarificationIdOf, openObligation, voidObligations } from "../obligations.ts";
import { actedAt } from "../outside-acts.ts";
import { deniedTo, refuseWrongStage } from "../permissions.ts";
import { inForce, redrawCap } from "../../base/policy.ts";
import { feedbackObligations, withSteps } from "../stage-progress.ts";
import { evolveReview } from "../evolve.ts";
import { nominationDuties } from "./start-review.ts";
import { dayOf } from "../../base/time.ts";

export interface RedrawAsking {
  readonly ok: true;
  readonly review: readonly Fact[];
  readonly party: readonly Fact[];
}

/**
 * A party asks that lots be drawn again for a seat (paragraph 6): the party under review for any reviewing seat, a
 * reviewing party for its own. It may ask four times; each is counted on the party, in the same transaction. A seat
 * that was asked for already is no fact.
 */
export const askRedraw = (
  review: Review,
  party: Party,
  by: Actor,
  { seat }: { readonly seat: PartyId },
  now: Instant,
): RedrawAsking | Refused => {
  const denied = deniedTo(by, "redraw.ask", { review, party: party.id }, now);
  if (denied !== undefined) return denied;
  if (review.seats[party.id] === undefined) return refuse("not-in-this-review", { review: review.id, party: party.id });
  const place = refuseWrongStage("redraw.ask", review);
  if (place !== undefined) return place;
  const held = review.seats[seat];
  if (held === undefined || held.role === "under-review" || (party.id !== review.party && party.id !== seat))
    return refuse("unknown-seat", { seat });
  if (review.redrawsAsked?.some((request) => request.seat === seat) === true)
    return { ok: true, review: [], party: [] };
  const acted = actedAt(by, now);
  if (!acted.ok) return acted;
  const { at } = acted;
  const most = inForce(redrawCap, dayOf(at));
  const number = (party.redraws ?? 0) + 1;
  if (number > most) return refuse("redraws-used-up", { most });
  return {
    ok: true,
    review: [{ kind: "redraw-asked", happenedAt: at, review: review.id, party: party.id, seat }],
    party: [{ kind: "redraw-counted", happenedAt: at, party: party.id, review: review.id, number }],
  };
};

/** Lots as they were drawn here: the seed, and who could be drawn for the seat and for each additional one. */
export type Draw = z.infer<typeof LotsDrawn>;

export interface Redraw {
  /** The seats as they were drawn again. */
  readonly changes: SeatChanges;
  /** The lots, where they were drawn here. */
  readonly draw?: Draw | undefined;
  /** Why a drawing held outside stands although it breaks a rule. */
  readonly deviation?: string | undefined;
}

/** Why the seats cannot be given as they were drawn, whatever the rules of lots say; undefined where they can. */
const refuseSeats = (
  review: Review,
  { from, seat, additional, narrowed, leaving }: SeatChanges,
): Refused | undefined => {
  const old = review.seats[from];
  if (old === undefined || old.role === "under-review" || old.role !== seat.role)
    return refuse("unknown-seat", { seat: from });
  const gone = [...narrowed.map(({ party }) => party), ...leaving].find(
    (party) => party === from || review.seats[party]?.role !== "additional-reviewer",
  );
  if (gone !== undefined) return refuse("unknown-seat", { seat: gone });
  const drawn = [seat, ...additional].map(({ party }) => party);
  const held = drawn.find((party, at) => review.seats[party] !== undefined || drawn.indexOf(party) !== at);
  return held === undefined ? undefined : refuse("seat-held", { party: held });
};

const redrawnFact = (review: Review, { changes, draw, deviation }: Redraw, now: Instant): FactOf<"seat-redrawn"> => {
  const { from, seat, additional, narrowed, leaving } = changes;
  return {
    kind: "seat-redrawn",
    happenedAt: now,
    review: review.id,
    from,
    seat,
    ...(additional.length === 0 ? {} : { additional: [...additional] }),
    ...(narrowed.length === 0 ? {} : { narrowed: [...narrowed] }),
    ...(leaving.length === 0 ? {} : { leaving: [...leaving] }),
    ...(draw === undefined ? {} : { draw }),
    ...(deviation === undefined ? {} : { deviation }),
  };
};

/**
 * The effect of a redraw on a review (paragraph 6), in one step: the seat goes to the party drawn, additional
 * reviewers come for what it lacks and leave where it lacks nothing that they review. The open duties of those who
 * leave are void, their mandates end, their open requests for clarification are closed. Answers stay, and what was
 * cleared, that of those who leave as of a former reviewer. Whoever comes owes a focal point in two weeks and experts
 * in four from today; if the answers are in, feedback in six months; where the list is on the table, its agreement.
 * Refused where nobody asked, and where the drawing breaks a rule of the lots, unless that is accepted with its reason.
 */
export const carryOutRedraw = (
  review: Review,
  by: Actor,
  { changes, draw, deviation }: Redraw,
  live: LivePairings,
  now: Instant,
): Decision => {
  const denied = deniedTo(by, "redraw.carry-out", { review }, now);
  if (denied !== undefined) return denied;
  const { from, seat, additional, leaving } = changes;
  const last = review.drawnAway?.at(-1);
  if (last?.party === from && last.by === seat.party && holdsAs(review, seat)) return noChange;
  const refused = refuseWrongStage("redraw.carry-out", review) ?? refuseSeats(review, changes);
  if (refused !== undefined) return refused;
  if (review.redrawsAsked?.some((request) => request.seat === from) !== true)
    return refuse("redraw-not-asked", { seat: from });
  const broken = brokenByRedraw(review, changes, live);
  if (broken.length > 0 && deviation === undefined) return refuse("breaks-lots-rules", { violations: broken });
  const accepted = broken.length === 0 ? undefined : deviation;
  const redrawn = redrawnFact(review, { changes, draw, deviation: accepted }, now);
  const facts = [...[from, ...leaving].flatMap((party) => factsOfLeaving(review, party, now)), redrawn];
  const after = facts.reduce(evolveReview, review);
  const newcomers = [seat, ...additional].map(({ party }) => party);
  return withSteps(review, [...facts, ...newcomers.flatMap((party) => factsOfEntering(after, party, now))], now);
};

const holdsAs = ({ seats }: Review, { party, role, instruments }: Seat): boolean =>
  seats[party]?.role === role && seats[party].instruments.toSorted().join() === instruments.toSorted().join();

/** What ends with the old reviewer: duties, mandates, questions that nobody waits for any more. */
const factsOfLeaving = (review: Review, party: PartyId, now: Instant): readonly Fact[] => {
  const duties = Object.values(review.obligations).filter((duty) => duty.party === party);
  const questions = (review.clarifications ?? []).filter(({ askedBy, state }) => askedBy === party && state === "open");
  const mandatesToEnd = Object.values(review.mandates).filter(
    (mandate) => mandate.party === party && outlasts(mandate, now),
  );
  return [
    ...voidObligations(review, duties, now),
    ...questions.map(({ number }): Fact => ({
      kind: "clarification-closed",
      happenedAt: now,
      review: review.id,
      number,
    })),
    ...voidObligations(
      review,
      questions.flatMap(({ number }) => review.obligations[clarificationIdOf(number, review.party)] ?? []),
      now,
    ),
    ...mandatesToEnd.map(({ id }): Fact => ({
      kind: "mandate-ended",
      happenedAt: now,
      review: review.id,
      mandate: id,
      until: now,
    })),
  ];
};

/** What the newcomer owes from today, as far as the review has come. */
const factsOfEntering = (review: Review, party: PartyId, now: Instant): readonly Fact[] => {
  if (review.stage === "scheduled") return [];
  const today = dayOf(now);
  const isReviewed = review.answers !== undefined && (review.stage === "feedback" || review.stage === "observations");
  const feedback = isReviewed ? feedbackObligations(review, now).filter((fact) => fact.party === party) : [];
  const agreement =
    review.stage === "observations"
      ? [
          openObligation(review, {
            kind: "agreement",
            party,
            openedOn: today,
            dueAt: agreementDueAt(review, today),
            at: now,
          }),
        ]
      : [];
  return [...nominationDuties(review, party, today, now), ...feedback, ...agreement];
};
