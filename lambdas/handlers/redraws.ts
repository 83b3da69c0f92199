import { defined } from "../../schemas/base/defined.ts";
import type * as z from "zod";
import type { Actor } from "../../domain/base/actor.ts";
import { type Refused, refuse } from "../../domain/base/decision.ts";
import { drawAgain, tooManyReviewers } from "../../domain/lots/redraw-candidates.ts";
import { phaseOf } from "../../domain/parties/phases.ts";
import { deniedTo, refuseWrongStage } from "../../domain/review/permissions.ts";
import {
  carryOutRedraw,
  type OutsideDrawing,
  type Redraw,
  redrawOutside,
} from "../../domain/review/commands/redraw-seat.ts";
import { carryRedraw, nextReviewOf } from "../../domain/review/commands/carry-redraw.ts";
import { addInstruments } from "../../domain/review/commands/add-instruments.ts";
import { carryInstruments } from "../../domain/review/commands/carry-instruments.ts";
import type { LivePairings } from "../../domain/lots/redraw-rules.ts";
import { redrawView } from "../../domain/views/redraws.ts";
import * as api from "../../schemas/api/endpoints/redraws.ts";
import { type PartyId, ReviewId } from "../../schemas/base/ids.ts";
import type { Fact, FactOf } from "../../schemas/model/fact.ts";
import type { RedrawView } from "../../schemas/views/lots.ts";
import type { LotsDrawn } from "../../schemas/model/lots.ts";
import type { Review } from "../../schemas/model/review.ts";
import type { Instant } from "../../schemas/base/values.ts";
import type { AnyChange } from "../io/ports/commit.ts";
import type { Ids } from "../io/ports/accounts.ts";
import { changeOf } from "../commands/execute-command.ts";
import { route, type Route, type RouteIo } from "../shell/http/route.ts";
import { type Live, pairingsIn, type PairingsRead, readPairings } from "../use-cases/oversight/live-pairings.ts";
import { commandReview, decideOnReview } from "./review-commands.ts";

export interface RedrawIo extends RouteIo {
  readonly ids: Ids;
}

interface DrawingRequest {
  readonly from: PartyId;
  readonly drawn?: OutsideDrawing | undefined;
}

/** Returns the drawn seats: drawn here with the seed among all permitted parties, or as drawn outside. */
const drawnSeats = (
  review: Review,
  { from, drawn }: DrawingRequest,
  { pairings }: Live,
  seed: number,
): ({ readonly ok: true } & Redraw) | Refused => {
  const old = review.seats[from];
  if (old === undefined || old.role === "under-review") return refuse("unknown-seat", { seat: from });
  if (drawn !== undefined) {
    const named = [drawn, ...(drawn.additional ?? [])].map(({ party }) => party);
    const unknown = named.find((party) => pairings.parties.every(({ id }) => id !== party));
    return unknown === undefined
      ? { ok: true, ...redrawOutside(old, drawn) }
      : refuse("unknown-party", { party: unknown });
  }
  const again = drawAgain(review, from, pairings, seed);
  if (again !== undefined) return { ok: true, ...again };
  const violations = tooManyReviewers(review, from, pairings);
  return violations.length === 0
    ? refuse("nobody-to-draw", { seat: from })
    : refuse("breaks-lots-rules", { violations });
};

/**
 * Returns conditions on the parties' other reviews of the cluster, and on their own in other clusters. While these are
 * unchanged, the drawing can break no rule between them.
 */
export const unchangedWith = (
  parties: readonly PartyId[],
  review: Review,
  { reviews, elsewhere }: Pick<Live, "reviews" | "elsewhere">,
): readonly AnyChange[] =>
  [
    ...reviews.filter(({ id, state }) => id !== review.id && parties.some((party) => state.seats[party] !== undefined)),
    ...elsewhere.filter(({ state }) => state.party !== review.party && parties.includes(state.party)),
  ].map((aggregate) => ({ kind: "review", id: aggregate.id, before: aggregate, after: aggregate.state, facts: [] }));

interface CarriedOn {
  readonly changes: readonly AnyChange[];
  readonly mustBeUnchanged: readonly AnyChange[];
  readonly nextReviews: Pick<z.input<typeof RedrawView>, "changedWith" | "notChangedWith">;
}

type CarriedKind = "seat-redrawn" | "instruments-added";

/** Returns the facts that apply a drawing to the review that follows, or none if it does not apply there. */
type Carry<Kind extends CarriedKind> = (
  before: Review,
  fact: FactOf<Kind>,
  next: Review,
  live: LivePairings,
) => readonly Fact[];

/** Returns the parties that enter a review by lot. */
const newcomersOf = (fact: FactOf<CarriedKind>): readonly PartyId[] =>
  (fact.kind === "seat-redrawn" ? [fact.seat, ...(fact.additional ?? [])] : (fact.drawn ?? [])).map(
    ({ party }) => party,
  );

/**
 * Returns the changes of a drawing in the reviews that follow one, each if it has not started and the rules permit it.
 */
const carryOn = <Kind extends CarriedKind>(
  review: Review,
  { facts, kind, carry }: { readonly facts: readonly Fact[]; readonly kind: Kind; readonly carry: Carry<Kind> },
  read: PairingsRead,
  now: Instant,
): CarriedOn => {
  const changes: AnyChange[] = [];
  const mustBeUnchanged: AnyChange[] = [];
  const changeIn = (some: readonly Fact[]) => some.find((fact): fact is FactOf<Kind> => fact.kind === kind);
  let [before, change] = [review, changeIn(facts)];
  for (let next = nextReviewOf(before, read.reviews); next !== undefined; next = nextReviewOf(before, read.reviews)) {
    const live = pairingsIn(read, phaseOf(next.state), now);
    const carried = change === undefined ? [] : carry(before, change, next.state, live.pairings);
    [before, change] = [next.state, changeIn(carried)];
    if (change === undefined) return { changes, mustBeUnchanged, nextReviews: nextReviewsOf(changes, next.state.id) };
    changes.push(changeOf("review", next.id, next, carried));
    mustBeUnchanged.push(...unchangedWith(newcomersOf(change), next.state, live));
  }
  return { changes, mustBeUnchanged, nextReviews: nextReviewsOf(changes) };
};

const nextReviewsOf = (changes: readonly AnyChange[], notChangedWith?: ReviewId): CarriedOn["nextReviews"] => ({
  ...(changes.length === 0 ? {} : { changedWith: changes.map(({ id }) => ReviewId.parse(id)) }),
  ...defined({ notChangedWith }),
});

/** Returns each aggregate once, without those that change. */
export const onceWithout = (unchanged: readonly AnyChange[], changed: readonly string[]): readonly AnyChange[] => [
  ...new Map(unchanged.filter(({ id }) => !changed.includes(id)).map((one) => [one.id, one])).values(),
];

const mayCarryOut = (review: Review, actor: Actor, now: Instant): Refused | undefined =>
  deniedTo(actor, "redraw.carry-out", { review }, now) ?? refuseWrongStage("redraw.carry-out", review);

/** Lots drawn again for a seat, by the secretariat. */
export const redrawRoute = (io: RedrawIo): Route =>
  route(api.CarryOutRedraw, io, (request) => {
    const { params, body, actor, now } = request;
    const seed = io.ids.seed();
    let draw: LotsDrawn | undefined;
    let nextReviews: CarriedOn["nextReviews"] = {};
    return decideOnReview(
      io.store,
      params.reviewId,
      request,
      async (review) => {
        const refused = mayCarryOut(review, actor, now);
        if (refused !== undefined) return refused;
        const read = await readPairings(io.store);
        const live = pairingsIn(read, phaseOf(review), now);
        const drawn = drawnSeats(review, body, live, seed);
        if (!drawn.ok) return drawn;
        const { changes } = drawn;
        ({ draw } = drawn);
        const decision = carryOutRedraw(review, actor, drawn, live.pairings, now);
        if (!decision.ok) return decision;
        const newcomers = [changes.seat, ...changes.additional].map(({ party }) => party);
        const carry: Carry<"seat-redrawn"> = (...known) => carryRedraw(...known, now);
        const carried = carryOn(review, { facts: decision.facts, kind: "seat-redrawn", carry }, read, now);
        ({ nextReviews } = carried);
        const unchanged = [...unchangedWith(newcomers, review, live), ...carried.mustBeUnchanged];
        const changed = [review.id, ...carried.changes.map(({ id }) => id)];
        return { ...decision, changes: carried.changes, mustBeUnchanged: onceWithout(unchanged, changed) };
      },
      ({ state, version }) => ({
        reply: redrawView(state, draw, nextReviews, version),
        version,
        location: `/v1/reviews/${state.id}`,
      }),
    );
  });

/** Instruments that a review takes in later, by the secretariat. */
export const instrumentsRoute = (io: RedrawIo): Route =>
  route(api.AddInstruments, io, (request) => {
    const { params, body, actor, now } = request;
    const seed = io.ids.seed();
    return commandReview(io.store, params.reviewId, request, async (review) => {
      const read = await readPairings(io.store);
      const live = pairingsIn(read, phaseOf(review), now);
      const decision = addInstruments(review, actor, body, live.pairings, seed, now);
      if (!decision.ok) return decision;
      const { facts } = decision;
      const added = facts.filter((fact) => fact.kind === "instruments-added");
      const newcomers = added.flatMap(newcomersOf);
      const carried = carryOn(review, { facts, kind: "instruments-added", carry: carryInstruments }, read, now);
      // Whose pairing was followed, too: a redraw there at the same moment would part the two.
      const paired = live.elsewhere.filter(({ id }) => added.some(({ pairedAs }) => pairedAs === id));
      const unchanged = [
        ...unchangedWith(newcomers, review, live),
        ...paired.map((aggregate) => changeOf("review", aggregate.id, aggregate, [])),
        ...carried.mustBeUnchanged,
      ];
      const changed = [review.id, ...carried.changes.map(({ id }) => id)];
      return { ...decision, changes: carried.changes, mustBeUnchanged: onceWithout(unchanged, changed) };
    });
  });
