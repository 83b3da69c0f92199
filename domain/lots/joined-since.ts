import type { PartyId, ReviewId } from "../../schemas/base/ids.ts";
import type { Party } from "../../schemas/model/party.ts";
import type { Review } from "../../schemas/model/review.ts";
import type { CalendarDate, Instrument } from "../../schemas/base/values.ts";
import { joinedBy } from "./instruments.ts";

/** A review that has not started, with what its party has joined and it does not cover. */
export interface JoinedSince {
  readonly review: ReviewId;
  readonly party: PartyId;
  readonly instruments: readonly Instrument[];
}

/**
 * Returns reviews that have not started and do not cover all that their party has joined by a day. Once the secretariat
 * adds it to the review, the party is reviewed for it. In the order of reviews.
 */
export const joinedSince = (
  reviews: readonly Review[],
  parties: readonly Party[],
  day: CalendarDate,
): readonly JoinedSince[] => {
  const byId = new Map(parties.map((party) => [party.id, party]));
  return reviews.flatMap(({ id: review, party: under, stage, discontinued, seats }) => {
    const party = byId.get(under);
    if (stage !== "scheduled" || discontinued !== undefined || party?.participation !== "takes-part") return [];
    const covered = seats[under]?.instruments ?? [];
    const instruments = joinedBy(party, { day }).filter((instrument) => !covered.includes(instrument));
    return instruments.length === 0 ? [] : [{ review, party: under, instruments }];
  });
};
