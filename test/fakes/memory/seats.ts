import type { PartyId } from "../../../schemas/base/ids.ts";
import type { ObligationKind, Review } from "../../../schemas/model/review.ts";
import type { Instant } from "../../../schemas/base/values.ts";

/** The entries of the due index and the index of open obligations for each seat. */
interface SeatView {
  readonly party: PartyId;
  readonly dueAt?: Instant | undefined;
  readonly pending: readonly (readonly [ObligationKind, Instant])[];
}
export const seatViews = (review: Review): SeatView[] =>
  Object.values(review.seats).map(({ party }) => {
    const open = Object.values(review.obligations).filter((o) => o.party === party && o.state === "open");
    return {
      party,
      dueAt: open.map(({ dueAt }) => dueAt).toSorted()[0],
      pending: open.map(({ kind, dueAt }) => [kind, dueAt] as const),
    };
  });
