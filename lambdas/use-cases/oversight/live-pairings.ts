import { inForce } from "../../../domain/base/settings.ts";
import type { LivePairings } from "../../../domain/lots/redraw-rules.ts";
import { deferringParties } from "../../../domain/lots/serving-deferral.ts";
import { pairingElsewhere } from "../../../domain/lots/seats.ts";
import { lotsLimits } from "../../../domain/policy/lots.ts";
import type { Aggregate } from "../../../domain/audit/aggregates.ts";
import { dayOf } from "../../../domain/base/time.ts";
import { isLive } from "../../../domain/review/blockers.ts";
import { phaseOf } from "../../../domain/parties/phases.ts";
import { cycleOf, type PhaseId } from "../../../schemas/base/ids.ts";
import type { Instant } from "../../../schemas/base/values.ts";
import { all } from "../../io/pages.ts";
import type { Store } from "../../io/ports/store.ts";

/**
 * The pairings of a cluster of a cycle, and the reviewers in its other clusters, with the aggregates that they were
 * read from, which are checked when a drawing is committed.
 */
export interface Live {
  readonly pairings: LivePairings;
  readonly reviews: readonly Aggregate<"review">[];
  /** Active reviews of the cycle in its other clusters. */
  readonly elsewhere: readonly Aggregate<"review">[];
}

/** Every group, review and party, read once for the pairings of whichever phases. */
export interface PairingsRead {
  readonly groups: readonly Aggregate<"group">[];
  readonly reviews: readonly Aggregate<"review">[];
  readonly parties: readonly Aggregate<"party">[];
}

export const readPairings = async (store: Store): Promise<PairingsRead> => {
  const [groups, reviews, parties] = await Promise.all([
    all((paging) => store.list("group", paging)),
    all((paging) => store.list("review", paging), 200),
    all((paging) => store.list("party", paging), 200),
  ]);
  return { groups, reviews, parties };
};

/** Returns the live pairings of a phase from the given aggregates. */
export const pairingsIn = (
  { groups, reviews: everyReview, parties }: PairingsRead,
  phase: PhaseId,
  now: Instant,
): Live => {
  const reviews = everyReview.filter(({ state }) => phaseOf(state) === phase);
  const elsewhere = everyReview.filter(
    ({ state }) => phaseOf(state) !== phase && cycleOf(state.id) === cycleOf(phase) && isLive(state),
  );
  return {
    reviews,
    elsewhere,
    pairings: {
      groups: groups
        .filter(({ state }) => phaseOf(state) === phase)
        .map(({ state }) => ({
          number: state.group,
          plannedFor: state.plannedFor,
          reviews: reviews
            .filter((review) => review.state.group === state.id)
            .map(({ state: review }) => ({
              id: review.id,
              party: review.party,
              seats: Object.values(review.seats),
              limitWaived: review.reviewerLimitWaivedAt !== undefined,
              countedOn: review.countedOn,
            })),
        })),
      elsewhere: elsewhere.map(({ state }) => pairingElsewhere(state)),
      parties: parties.map(({ state }) => state),
      limits: inForce(lotsLimits, dayOf(now)),
      deferring: deferringParties(
        parties.map(({ state }) => state),
        dayOf(now),
      ),
    },
  };
};

/**
 * Returns all live pairings of a phase, with the parties, the limits in force and the active reviews in the other
 * clusters of the cycle: some 400 items for each open cluster, so only for rare commands. Another cycle has a separate
 * draw.
 */
export const livePairings = async (store: Store, phase: PhaseId, now: Instant): Promise<Live> =>
  pairingsIn(await readPairings(store), phase, now);
