import type { Actor } from "../../domain/base/actor.ts";
import { type Refused, refuse } from "../../domain/base/decision.ts";
import { drawAgain, redrawCandidates, seatToFill } from "../../domain/lots/redraw-candidates.ts";
import { deniedTo, refuseWrongStage } from "../../domain/review/permissions.ts";
import { carryOutRedraw, type Draw } from "../../domain/review/commands/redraw-seat.ts";
import type { Aggregate } from "../../domain/audit/aggregates.ts";
import * as api from "../../schemas/api/endpoints/redraws.ts";
import type { PartyId } from "../../schemas/base/ids.ts";
import type { Review, Seat } from "../../schemas/model/review.ts";
import type { Instant, Instrument } from "../../schemas/base/values.ts";
import type { AnyChange } from "../io/ports/store.ts";
import type { Ids } from "../io/ports/accounts.ts";
import { route, type Route, type RouteIo } from "../shell/http/route.ts";
import { type Live, livePairings } from "../use-cases/oversight/live-pairings.ts";
import { decideOnReview } from "./review-commands.ts";
import { namedParties } from "../../domain/views/named.ts";

export interface RedrawIo extends RouteIo {
  readonly ids: Ids;
}

interface DrawingRequest {
  readonly from: PartyId;
  readonly drawn?: { readonly party: PartyId; readonly instruments?: readonly Instrument[] | undefined } | undefined;
}

interface Drawn {
  readonly ok: true;
  readonly seat: Seat;
  readonly draw?: Draw;
}

/** Who takes the seat: drawn here by the seed among all that the rules allow, or as it was drawn outside. */
const drawnSeat = (
  review: Review,
  { from, drawn }: DrawingRequest,
  { pairings }: Live,
  seed: number,
): Drawn | Refused => {
  const old = review.seats[from];
  if (old === undefined || old.role === "under-review") return refuse("unknown-seat", { seat: from });
  if (drawn === undefined) {
    const seat = drawAgain(review, from, pairings, seed);
    if (seat === undefined) return refuse("nobody-to-draw", { seat: from });
    const candidates = redrawCandidates(review, from, pairings).map(({ party }) => party);
    return { ok: true, seat, draw: { seed, candidates } };
  }
  const seat = seatToFill(review, from, drawn.party, pairings);
  if (seat === undefined) return refuse("unknown-party", { party: drawn.party });
  return { ok: true, seat: { ...seat, instruments: [...(drawn.instruments ?? seat.instruments)] } };
};

/** The other reviews in which a party sits: while they stand, no rule between them and the drawing can break. */
const unchangedWith = (party: PartyId, review: Review, reviews: readonly Aggregate<"review">[]): readonly AnyChange[] =>
  reviews
    .filter(({ id, state }) => id !== review.id && state.seats[party] !== undefined)
    .map((head) => ({ kind: "review", id: head.id, before: head, after: head.state, facts: [] }));

const mayCarryOut = (review: Review, actor: Actor, now: Instant): Refused | undefined =>
  deniedTo(actor, "redraw.carry-out", { review }, now) ?? refuseWrongStage("redraw.carry-out", review);

/** Lots drawn again for a seat, by the secretariat. */
export const redrawRoute = (io: RedrawIo): Route =>
  route(api.CarryOutRedraw, io, (request) => {
    const { params, body, actor, now } = request;
    const seed = io.ids.seed();
    let draw: Draw | undefined;
    return decideOnReview(
      io.store,
      params.reviewId,
      request,
      async (review) => {
        const refused = mayCarryOut(review, actor, now);
        if (refused !== undefined) return refused;
        const live = await livePairings(io.store, review.cluster, now);
        const drawn = drawnSeat(review, body, live, seed);
        if (!drawn.ok) return drawn;
        ({ draw } = drawn);
        const { from, deviation } = body;
        const decision = carryOutRedraw(review, actor, { from, seat: drawn.seat, draw, deviation }, live.pairings, now);
        return decision.ok
          ? { ...decision, mustBeUnchanged: unchangedWith(drawn.seat.party, review, live.reviews) }
          : decision;
      },
      ({ state, version }) => {
        const last = state.drawnAway?.at(-1);
        if (last === undefined) throw new Error(`${state.id}: nobody was drawn away`);
        return {
          reply: {
            review: state.id,
            from: last.party,
            to: last.by,
            instruments: [...(state.seats[last.by]?.instruments ?? [])],
            ...(draw === undefined ? {} : { draw: { seed: draw.seed, candidates: namedParties(draw.candidates) } }),
            version,
          },
          version,
          location: `/v1/reviews/${state.id}`,
        };
      },
    );
  });
