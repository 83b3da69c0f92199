import { inForce } from "../../../domain/base/policy.ts";
import type { LivePairings } from "../../../domain/lots/redraw-rules.ts";
import { lotsLimits } from "../../../domain/lots/settings.ts";
import type { Aggregate } from "../../../domain/audit/aggregates.ts";
import { dayOf } from "../../../domain/base/time.ts";
import { cycleOf, type GroupId, type ReviewId } from "../../../schemas/base/ids.ts";
import type { Instant } from "../../../schemas/base/values.ts";
import type { Group } from "../../../schemas/model/group.ts";
import type { Review } from "../../../schemas/model/review.ts";
import { all } from "../../io/pages.ts";
import type { Store } from "../../io/ports/store.ts";

/** The pairings of a cluster of a cycle with the heads that they were read from, to be checked when a drawing is committed. */
export interface Live {
  readonly pairings: LivePairings;
  readonly reviews: readonly Aggregate<"review">[];
}

/** All live pairings of the cluster of a review or group, of its cycle alone, with the parties and the limits in force: some 400 items, for rare commands only. */
export const livePairings = async (
  store: Store,
  of: Pick<Review | Group, "id" | "cluster">,
  now: Instant,
): Promise<Live> => {
  const [groups, everyReview, parties] = await Promise.all([
    all((paging) => store.list("group", paging)),
    all((paging) => store.list("review", paging), 200),
    all((paging) => store.list("party", paging), 200),
  ]);
  const isBeside = ({ state }: { readonly state: { readonly id: ReviewId | GroupId; readonly cluster: number } }) =>
    state.cluster === of.cluster && cycleOf(state.id) === cycleOf(of.id);
  const reviews = everyReview.filter(isBeside);
  return {
    reviews,
    pairings: {
      groups: groups.filter(isBeside).map(({ state }) => ({
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
    },
  };
};
