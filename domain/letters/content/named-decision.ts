import type { PartyId } from "../../../schemas/base/ids.ts";
import type { DispensableKind, RecordedDecision } from "../../../schemas/model/review.ts";
import type { NamedParty } from "../messages/letter-wording.ts";

/** A decision that a review proceeds without the contribution of a party, as a letter names it. */
export interface NamedDecision extends RecordedDecision {
  readonly party: NamedParty;
  readonly kind: DispensableKind;
}

/** Returns a recorded decision, with its party as a letter names it. */
export const nameDecision = (
  decision: Omit<NamedDecision, "party"> & { readonly party: PartyId },
  named: (id: PartyId) => NamedParty,
): NamedDecision => ({ ...decision, party: named(decision.party) });
