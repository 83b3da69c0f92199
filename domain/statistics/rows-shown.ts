import type { PartyId, ReviewId } from "../../schemas/base/ids.ts";
import type { CountedThing, Measure } from "../../schemas/model/statistics.ts";
import type { Review } from "../../schemas/model/review.ts";
import type { Instant } from "../../schemas/base/values.ts";
import type { Actor } from "../base/actor.ts";
import { refuse, type Refused } from "../base/decision.ts";
import { partiesOfUser } from "../parties/users.ts";
import { may } from "../review/permissions.ts";
import { servedParty } from "../review/services.ts";
import { type ReviewPart, seesPart } from "../review/visibility.ts";
import { measures } from "./measures.ts";
import type { Occurrence } from "./occurrences.ts";
import type { FreeingAct } from "./stalled-reviews.ts";

/** Whether somebody reads every row of a measure: the secretariat, and the President of what tells of missing nominations. */
export const readsAllRows = (actor: Actor, measure: Measure, now: Instant): boolean =>
  may(actor, "figure-members.read", {}, now) ||
  (measures[measure].ofNominations === true && may(actor, "missing-nominations.read", {}, now));

/** Why somebody reads no row of a measure: they may not read all, and act for no party, whose own rows they would read. */
export const refuseRows = (actor: Actor, measure: Measure, now: Instant): Refused | undefined =>
  readsAllRows(actor, measure, now) || partiesOfUser(actor).length > 0 ? undefined : refuse("not-yours");

/**
 * In which part of a review stands what the rows of a measure tell of it, so that they show no more of another party than the
 * review does; none of what is counted of parties and people, in whichever review.
 */
const partTold: { readonly [Thing in CountedThing]: ReviewPart | undefined } = {
  reviews: "summary",
  rounds: "summary",
  blockers: "blockers",
  seats: "obligations",
  duties: "obligations",
  delays: "obligations",
  drawings: "redraws",
  parties: undefined,
  people: undefined,
  meetings: undefined,
  accessions: undefined,
  changes: undefined,
};

/** The parties for which somebody acts now: of a delegate those that they serve in some review. */
const actsFor = (actor: Actor, reviews: readonly Review[], now: Instant): ReadonlySet<PartyId> =>
  new Set(
    actor.role === "delegate"
      ? reviews.flatMap((review) => servedParty(actor, review, now) ?? [])
      : partiesOfUser(actor),
  );

/**
 * Whether somebody reads a row as one of their own: of their party, in a review that they may read where it is of one; and of
 * another party what that review shows them of it. `reviews` are those that they may read.
 */
export const isOwnRow = (
  actor: Actor,
  reviews: readonly Review[],
  now: Instant,
): ((measure: Measure, one: Occurrence) => boolean) => {
  const byId = new Map<ReviewId, Review>(reviews.map((review) => [review.id, review]));
  const parties = actsFor(actor, reviews, now);
  return (measure, { review: id, party }) => {
    const part = partTold[measures[measure].counts];
    const isOfOwnParty = party !== undefined && parties.has(party);
    if (id === undefined || part === undefined) return isOfOwnParty;
    const review = byId.get(id);
    if (review === undefined) return false;
    const own = actor.role === "delegate" ? servedParty(actor, review, now) : actor.party;
    return (party !== undefined && party === own) || seesPart(actor, review, part, now);
  };
};

/**
 * Whose act somebody may know of that would free reviews: the secretariat of all, as in its worklist; who reads the missing
 * nominations, of these; a party of its own.
 */
export const knowsOfAct =
  (actor: Actor, now: Instant) =>
  ({ act, party }: Pick<FreeingAct, "act" | "party">): boolean =>
    may(actor, "worklist.read", {}, now) ||
    (act === "focal-point" && may(actor, "missing-nominations.read", {}, now)) ||
    (party !== undefined && act !== "lots" && partiesOfUser(actor).includes(party));
