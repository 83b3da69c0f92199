import type { Review } from "../../schemas/model/review.ts";
import { startOfDay } from "../base/time.ts";
import { publicationAwaitedSince } from "../review/blockers.ts";
import { cameByLot } from "../review/seat-turns.ts";
import { presentObligation } from "./obligation-spans.ts";
import type { ReviewHistory } from "./review-history.ts";
import { reachedAt } from "./stage-spans.ts";

/** Returns the days with which parties of seats left the Convention, from the review. */
const denunciationsIn = ({ party, discontinued, vacated = [] }: Review): ReviewHistory["denouncedAt"] =>
  new Map(
    [...vacated, ...(discontinued === undefined ? [] : [{ party, leftOn: discontinued.leftOn }])].map(
      (denunciation) => [denunciation.party, startOfDay(denunciation.leftOn)],
    ),
  );

/**
 * Returns the times of the present state of a review, including planned ones on record, without its journal. Past
 * states are left out: measures of this moment are counted from these, and of no other day.
 */
export const presentHistory = (review: Review): ReviewHistory => {
  const { id, cluster, group, party, stage, stageSince, startedOn, discontinued, consultation } = review;
  const startedAt = startedOn === undefined ? undefined : startOfDay(startedOn);
  const stages = [{ stage, from: stageSince }];
  return {
    id,
    cluster,
    group,
    party,
    drawnAt: stageSince,
    startedAt,
    discontinuedAt: discontinued === undefined ? undefined : startOfDay(discontinued.leftOn),
    stages,
    seats: Object.values(review.seats).map((seat) => ({
      ...seat,
      from: cameByLot(review, seat.party) ?? startedAt ?? stageSince,
    })),
    mandates: Object.values(review.mandates).map(({ role, party: of, user, since: from, until: to }) => ({
      role,
      party: of,
      user,
      from,
      to,
    })),
    obligations: Object.values(review.obligations)
      .toSorted((one, other) => one.dueAt.localeCompare(other.dueAt) || one.id.localeCompare(other.id))
      .flatMap((obligation) => presentObligation(obligation, (reached) => reachedAt(stages, reached))),
    concludedAt: consultation?.concludedOn === undefined ? undefined : startOfDay(consultation.concludedOn),
    listReadyAt: publicationAwaitedSince(review),
    denouncedAt: denunciationsIn(review),
    delays: [],
    languages: [],
    answers: [],
    redrawsAsked: [],
    redraws: [],
  };
};
