import { defined } from "../../../schemas/base/defined.ts";
import type { Fact, FactOf } from "../../../schemas/model/fact.ts";
import type { PartyId } from "../../../schemas/base/ids.ts";
import type { Party } from "../../../schemas/model/party.ts";
import type { LotsDeviation, LotsDrawn } from "../../../schemas/model/lots.ts";
import type { Announcement, Review, Seat } from "../../../schemas/model/review.ts";
import type { CalendarDate, Instant } from "../../../schemas/base/values.ts";
import type { Actor } from "../../base/actor.ts";
import { type Decision, type Refused, refuse, noChange } from "../../base/decision.ts";
import { agreementDueAt } from "../due-dates.ts";
import { judgeDeviations } from "../../lots/deviations.ts";
import { brokenByRedraw, type LivePairings } from "../../lots/redraw-rules.ts";
import type { SeatChanges } from "../../lots/seats.ts";
import { isInProgress } from "../blockers.ts";
import { outlasts } from "../mandates.ts";
import { clarificationIdOf, lettersAbout, openObligation, voidObligations } from "../obligations.ts";
import { actedAt } from "../outside-acts.ts";
import { deniedTo, refuseWrongStage } from "../permissions.ts";
import { earliestStart, inForce } from "../../base/settings.ts";
import { redrawCap } from "../../policy/lots.ts";
import { feedbackObligations, withSteps } from "../stage-progress.ts";
import { evolveReview } from "../evolve.ts";
import { nominationObligations } from "./start-review.ts";
import { resolveRecordedDate } from "../../base/recorded-date.ts";
import { cameByLot, firstAskedAt, hasAskedFor } from "../seat-turns.ts";
import { dayOf, latest, startOfDay } from "../../base/time.ts";

export interface RedrawAsking {
  readonly ok: true;
  readonly review: readonly Fact[];
  readonly party: readonly Fact[];
}

/**
 * Returns requests, by a party, that a seat be redrawn (paragraph 6): the party under review for any reviewing seat, a
 * reviewing party for its own. It may do so four times; each request is counted on the party, in the same transaction.
 * Where another party has also requested it, both requests wait, and one redraw answers them. A seat that the party has
 * already requested returns no fact.
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
  if (hasAskedFor(review, party.id, seat)) return { ok: true, review: [], party: [] };
  const acted = actedAt(by, now);
  if (!acted.ok) return acted;
  const { at } = acted;
  const most = inForce(redrawCap, dayOf(at));
  const number = (party.redraws ?? 0) + 1;
  if (number > most) return refuse("redraws-used-up", { most });
  return {
    ok: true,
    review: [{ kind: "redraw-requested", happenedAt: at, review: review.id, party: party.id, seat }],
    party: [{ kind: "redraw-counted", happenedAt: at, party: party.id, review: review.id, number }],
  };
};

/** The records of a drawing that was held outside the system. */
interface OutsideRecord {
  /** The day of the drawing, which may have passed. */
  readonly drawnOn: CalendarDate;
  /** The document that records it. */
  readonly document: string;
  /** The reason why it is valid although it breaks rules, for each rule and party. */
  readonly deviations?: readonly LotsDeviation[] | undefined;
}

export interface Redraw {
  /** The seats as they were drawn again. */
  readonly changes: SeatChanges;
  /** The lots, where they were drawn here. */
  readonly draw?: LotsDrawn | undefined;
  /** The record of a drawing that was held outside. */
  readonly outside?: OutsideRecord | undefined;
}

/** The way in which a drawing held outside gave a seat: the party that came, and the effect on additional reviewers. */
export interface OutsideDrawing extends OutsideRecord, Omit<Seat, "role"> {
  readonly additional?: readonly Omit<Seat, "role">[] | undefined;
  readonly narrowed?: readonly Omit<Seat, "role">[] | undefined;
  readonly leaving?: readonly PartyId[] | undefined;
}

/** Returns the redraw of a seat as it was drawn outside, and no other change. */
export const redrawOutside = (
  { party: from, role }: Seat,
  { party, instruments, additional = [], narrowed = [], leaving = [], ...outside }: OutsideDrawing,
): Redraw => {
  const additionalSeat = (seat: Omit<Seat, "role">): Seat => ({ ...seat, role: "additional-reviewer" });
  return {
    changes: {
      from,
      seat: { party, role, instruments },
      additional: additional.map(additionalSeat),
      narrowed: narrowed.map(additionalSeat),
      leaving,
    },
    outside,
  };
};

/**
 * Returns why the seats cannot be given as they were drawn, regardless of the rules of lots; undefined where they can.
 */
export const refuseSeats = (
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

/**
 * Returns when the lots were drawn. A drawing held outside may be earlier, but neither before it was requested or the
 * review began, nor before the leaving parties came by lot or cleared their feedback.
 */
const drawnAt = (review: Review, { changes, outside }: Redraw, askedAt: Instant, now: Instant) => {
  const before = [changes.from, ...changes.leaving].flatMap((party) => [
    cameByLot(review, party) ?? [],
    review.feedback?.[party]?.at ?? [],
  ]);
  const earliest = latest(startOfDay(review.startedOn ?? earliestStart), askedAt, ...before.flat());
  const when = resolveRecordedDate(outside?.drawnOn, now, dayOf(earliest));
  return when.ok ? { ...when, at: latest(when.at, earliest) } : when;
};

const redrawnFact = (
  review: Review,
  { changes, draw, outside }: Redraw,
  deviations: readonly LotsDeviation[],
  at: Instant,
): FactOf<"seat-redrawn"> => {
  const { from, seat, additional, narrowed, leaving } = changes;
  return {
    kind: "seat-redrawn",
    happenedAt: at,
    review: review.id,
    from,
    seat,
    ...(additional.length === 0 ? {} : { additional: [...additional] }),
    ...(narrowed.length === 0 ? {} : { narrowed: [...narrowed] }),
    ...(leaving.length === 0 ? {} : { leaving: [...leaving] }),
    ...defined({ draw }),
    ...(outside === undefined ? {} : { document: outside.document }),
    ...(deviations.length === 0 ? {} : { deviations: [...deviations] }),
  };
};

/**
 * Carries out a redraw in a review (paragraph 6), in one step. The seat goes to the party drawn; additional reviewers
 * come for what it lacks, and leave where it lacks nothing that they review. The open obligations of those who leave
 * are void, their mandates end, and their open requests for clarification are closed. Answers stay, and so does what
 * was cleared, as the feedback of a former reviewer where the party leaves. The newcomer has to name a focal point
 * within two weeks and experts within four of the drawing; to give feedback within six months if the answers are in;
 * and to agree where there is a list. Refused without a request, on a day ahead, before it was requested or the review
 * began, and where the drawing breaks rules of the lots, unless each is accepted with its reason.
 */
export const carryOutRedraw = (
  review: Review,
  by: Actor,
  redraw: Redraw,
  live: LivePairings,
  now: Instant,
): Decision => {
  const denied = deniedTo(by, "redraw.carry-out", { review }, now);
  if (denied !== undefined) return denied;
  const { changes, outside } = redraw;
  const { from, seat, additional, leaving } = changes;
  const last = review.drawnAway?.at(-1);
  if (last?.party === from && last.by === seat.party && holdsAs(review, seat)) return noChange;
  const refused = refuseWrongStage("redraw.carry-out", review) ?? refuseSeats(review, changes);
  if (refused !== undefined) return refused;
  const askedAt = firstAskedAt(review, from);
  if (askedAt === undefined) return refuse("redraw-not-asked", { seat: from });
  const when = drawnAt(review, redraw, askedAt, now);
  if (!when.ok) return when;
  const broken = brokenByRedraw(review, changes, live);
  const { unexplained, accepted } = judgeDeviations(broken, outside?.deviations ?? []);
  if (unexplained.length > 0) return refuse("breaks-lots-rules", { violations: unexplained });
  const redrawn = redrawnFact(review, redraw, accepted, when.at);
  const facts = [...[from, ...leaving].flatMap((party) => factsOfLeaving(review, party, when.at, now)), redrawn];
  const after = facts.reduce(evolveReview, review);
  const newcomers = [seat, ...additional].map(({ party }) => party);
  return withSteps(
    review,
    [
      ...facts,
      ...newcomers.flatMap((party) => obligationsOfNewcomer(after, party, when.day, now, lettersAbout(when.day, now))),
    ],
    now,
  );
};

const holdsAs = ({ seats }: Review, { party, role, instruments }: Seat): boolean =>
  seats[party]?.role === role && seats[party].instruments.toSorted().join() === instruments.toSorted().join();

/** Returns what ends with the old reviewer: obligations, mandates, and its open questions. */
export const factsOfLeaving = (review: Review, party: PartyId, at: Instant, now: Instant): readonly Fact[] => {
  const obligations = Object.values(review.obligations).filter((obligation) => obligation.party === party);
  const questions = (review.clarifications ?? []).filter(({ askedBy, state }) => askedBy === party && state === "open");
  const mandatesToEnd = Object.values(review.mandates).filter(
    (mandate) => mandate.party === party && outlasts(mandate, now),
  );
  return [
    ...voidObligations(review, obligations, now),
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
      happenedAt: at,
      review: review.id,
      mandate: id,
      until: now,
    })),
  ];
};

/**
 * Returns the obligations of a newcomer from the day of the drawing, as far as the review has come; none in a
 * discontinued one. `announced`: the letter about the drawing names it.
 */
export const obligationsOfNewcomer = (
  review: Review,
  party: PartyId,
  day: CalendarDate,
  now: Instant,
  announced?: Announcement,
): readonly Fact[] => {
  if (!isInProgress(review)) return [];
  const entered = dayOf(review.stageSince);
  const listed = entered > day ? entered : day;
  const isReviewed = review.answers !== undefined && (review.stage === "feedback" || review.stage === "observations");
  const feedback = isReviewed ? feedbackObligations(review, now, announced).filter((fact) => fact.party === party) : [];
  const agreement =
    review.stage === "observations"
      ? [
          openObligation(review, {
            kind: "agreement",
            party,
            openedOn: listed,
            dueAt: agreementDueAt(review, listed),
            announced,
            at: now,
          }),
        ]
      : [];
  return [...nominationObligations(review, party, day, now, { announced }), ...feedback, ...agreement];
};
