import type { Fact } from "../../../schemas/model/fact.ts";
import type { Group } from "../../../schemas/model/group.ts";
import { cycleOf, type PartyId, type ReviewId, reviewIdOf } from "../../../schemas/base/ids.ts";
import type { RecordedDecision, Review } from "../../../schemas/model/review.ts";
import type { CalendarDate, Instant } from "../../../schemas/base/values.ts";
import { noChange, type Refused } from "../../base/decision.ts";
import { pairsOf } from "../../lots/eligibility.ts";
import type { LivePairings } from "../../lots/redraw-rules.ts";
import { addReviewToGroup, refuseReviewAdded } from "../../parties/groups.ts";
import { evolveReview } from "../evolve.ts";
import { lettersAbout } from "../obligations.ts";
import { continueReview } from "./continue-review.ts";
import { startReview } from "./start-review.ts";

/** A later phase that is open already: its group of the same number, and its live pairings. */
export interface LaterPlace {
  readonly group: Group;
  readonly live: LivePairings;
}

/** The changes that the entry of a party makes in a later phase. */
export interface EnteredLater {
  readonly id: ReviewId;
  readonly group: { readonly id: Group["id"]; readonly facts: readonly Fact[] };
  readonly review: readonly Fact[];
}

/** Returns why a later phase takes in no review now; undefined where all do. */
export const refuseLater = (places: readonly LaterPlace[]): Refused | undefined =>
  places.map(({ group }) => refuseReviewAdded(group)).find((refused) => refused !== undefined);

/** Returns parties with the most reviews in a later phase: a pairing that also holds there cannot have them. */
export const fullyLoaded = (places: readonly LaterPlace[]): ReadonlySet<PartyId> =>
  new Set(
    places.flatMap(({ live: { groups, parties, limits } }) => {
      const pairs = pairsOf(groups.flatMap(({ reviews }) => reviews));
      return parties.filter(({ id }) => pairs.load(id) >= limits.load.max).map(({ id }) => id);
    }),
  );

/**
 * Returns the reviews of a party that enters in each later phase that is open already, one after the other: its pairing
 * holds there [S6], as that of others does from the opening on. Where the group has started, the review starts with the
 * entry.
 */
export const enterLaterPhases = (
  first: Review,
  places: readonly LaterPlace[],
  { decision, startsOn }: { readonly decision: RecordedDecision; readonly startsOn: CalendarDate },
  now: Instant,
): { readonly ok: true; readonly later: readonly EnteredLater[] } | Refused => {
  const later: EnteredLater[] = [];
  let before = first;
  for (const { group } of places) {
    const id = reviewIdOf(group.cluster, before.party, cycleOf(group.id));
    const comes = addReviewToGroup(group, id, now);
    if (!comes.ok) return comes;
    const isStarted = group.startedOn !== undefined;
    const entry = isStarted ? { entry: decision } : {};
    const place = { id, cluster: group.cluster, group: group.id, later: { countedOn: first.countedOn, ...entry } };
    const continued = continueReview(before, place, now);
    if (!continued.ok) return continued;
    const scheduled = continued.facts.reduce<Review | undefined>(evolveReview, undefined);
    if (scheduled === undefined) throw new Error(`${id} did not begin`);
    const started = isStarted ? startReview(scheduled, startsOn, { announced: lettersAbout(startsOn, now) }) : noChange;
    if (!started.ok) return started;
    later.push({ id, group: { id: group.id, facts: comes.facts }, review: [...continued.facts, ...started.facts] });
    before = scheduled;
  }
  return { ok: true, later };
};
