import { inForce } from "../../../domain/base/policy.ts";
import type { LivePairings } from "../../../domain/lots/redraw-rules.ts";
import { deferringParties } from "../../../domain/lots/serving-deferral.ts";
import { lotsLimits } from "../../../domain/lots/settings.ts";
import type { Aggregate } from "../../../domain/audit/aggregates.ts";
import { dayOf } from "../../../domain/base/time.ts";
import { phaseOf } from "../../../domain/parties/phases.ts";
import type { PhaseId } from "../../../schemas/base/ids.ts";
import type { Instant } from "../../../schemas/base/values.ts";
import { all } from "../../io/pages.ts";
import type { Store } from "../../io/ports/store.ts";

/** The pairings of a cluster of a cycle with the heads that they were read from, to be checked when a drawing is committed. */
export interface Live {
  readonly pairings: LivePairings;
  readonly reviews: readonly Aggregate<"review">[];
}

/** All live pairings of a phase, with the parties and the limits in force: some 400 items, for rare commands only. */
export const livePairings = async (store: Store, phase: PhaseId, now: Instant): Promise<Live> => {
  const [groups, everyReview, parties] = await Promise.all([
    all((paging) => store.list("group", paging)),
    all((paging) => store.list("review", paging), 200),
    all((paging) => store.list("party", paging), 200),
  ]);
  const reviews = everyReview.filter(({ state }) => phaseOf(state) === phase);
  return {
    reviews,
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
      parties: parties.map(({ state }) => state),
      limits: inForce(lotsLimits, dayOf(now)),
      deferring: deferringParties(
        parties.map(({ state }) => state),
        dayOf(now),
      ),
    },
  };
};
