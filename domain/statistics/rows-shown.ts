import type { PartyId, ReviewId } from "../../schemas/base/ids.ts";
import type { Measure } from "../../schemas/model/statistics.ts";
import type { Review } from "../../schemas/model/review.ts";
import type { Instant } from "../../schemas/base/values.ts";
import type { Actor } from "../base/actor.ts";
import { refuse, type Refused } from "../base/decision.ts";
import { partiesOfUser } from "../parties/users.ts";
import { may } from "../review/permissions.ts";
import { servedParty } from "../review/services.ts";
import { partOfCounted, seesPart } from "../review/visibility.ts";
import { measures } from "./measures.ts";
import type { Occurrence } from "./occurrences.ts";
import type { FreeingAct } from "./stalled-reviews.ts";

/**
 * Returns whether a user reads every row of a measure: the secretariat, and the President for measures of missing
 * nominations.
 */
export const readsAllRows = (actor: Actor, measure: Measure, now: Instant): boolean =>
  may(actor, "figure-members.read", {}, now) ||
  (measures[measure].ofNominations === true && may(actor, "missing-nominations.read", {}, now));

/**
 * Returns why a user reads no row of a measure: the user may not read all, and acts for no party with rows of its own.
 */
export const refuseRows = (actor: Actor, measure: Measure, now: Instant): Refused | undefined =>
  readsAllRows(actor, measure, now) || partiesOfUser(actor).length > 0 ? undefined : refuse("not-yours");

/** Returns the parties for which a user acts now: for a delegate those that the delegate serves in some review. */
const actsFor = (actor: Actor, reviews: readonly Review[], now: Instant): ReadonlySet<PartyId> =>
  new Set(
    actor.role === "delegate"
      ? reviews.flatMap((review) => servedParty(actor, review, now) ?? [])
      : partiesOfUser(actor),
  );

/**
 * Returns whether a row belongs to a user: it is of the user's party, in a review that the user may read where it is of
 * one. A row of another party belongs if that review shows it. `reviews` are those that the user may read.
 */
export const isOwnRow = (
  actor: Actor,
  reviews: readonly Review[],
  now: Instant,
): ((measure: Measure, one: Occurrence) => boolean) => {
  const byId = new Map<ReviewId, Review>(reviews.map((review) => [review.id, review]));
  const parties = actsFor(actor, reviews, now);
  return (measure, { review: id, party }) => {
    const part = partOfCounted[measures[measure].counts];
    const isOfOwnParty = party !== undefined && parties.has(party);
    if (id === undefined || part === undefined) return isOfOwnParty;
    const review = byId.get(id);
    if (review === undefined) return false;
    const own = actor.role === "delegate" ? servedParty(actor, review, now) : actor.party;
    return (party !== undefined && party === own) || seesPart(actor, review, part, now);
  };
};

/**
 * Returns a test whether an actor may see an act that would free reviews. The secretariat sees all, as in its worklist;
 * readers of the missing nominations see these; a party sees its own.
 */
export const knowsOfAct =
  (actor: Actor, now: Instant) =>
  ({ act, party }: Pick<FreeingAct, "act" | "party">): boolean =>
    may(actor, "worklist.read", {}, now) ||
    (act === "focal-point" && may(actor, "missing-nominations.read", {}, now)) ||
    (party !== undefined && act !== "lots" && partiesOfUser(actor).includes(party));
