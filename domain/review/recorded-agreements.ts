import type { PartyId } from "../../schemas/base/ids.ts";
import type { Review } from "../../schemas/model/review.ts";
import type { OutsideAct } from "../../schemas/model/source.ts";
import type { Instant } from "../../schemas/base/values.ts";
import type { Actor } from "../base/actor.ts";
import { type Refused, refuse } from "../base/decision.ts";
import { actedAt } from "./outside-acts.ts";

/**
 * Returns why agreements that the secretariat records with their sources cannot be on record: of a party without a
 * seat, or of a day that lies ahead or before `after`. Undefined where they can.
 */
export const refuseAgreements = (
  { id, seats }: Review,
  by: Actor,
  agreements: readonly OutsideAct[],
  now: Instant,
  after?: Instant,
): Refused | undefined => {
  for (const agreement of agreements) {
    const { party } = agreement;
    if (seats[party] === undefined) return refuse("not-in-this-review", { review: id, party });
    const acted = actedAt({ ...by, recordsFor: agreement }, now, after);
    if (!acted.ok) return acted;
  }
  return undefined;
};

/** Returns the parties of a review of which no agreement is recorded. */
export const notAgreed = ({ seats }: Review, agreements: readonly OutsideAct[]): readonly PartyId[] => {
  const agreed = new Set(agreements.map(({ party }) => party));
  return Object.values(seats)
    .map(({ party }) => party)
    .filter((party) => !agreed.has(party));
};
