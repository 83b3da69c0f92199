import type { PartyId } from "../../../schemas/base/ids.ts";
import type { DecisionBody, DispensableKind, RecordedDecision } from "../../../schemas/model/review.ts";
import { enumerate, type Markup, markup } from "./html.ts";
import { day, inSentence, type NamedParty } from "./wording.ts";

/** A decision that a review goes on without what a party owed, as a letter names it. */
export interface NamedDecision extends RecordedDecision {
  readonly party: NamedParty;
  readonly kind: DispensableKind;
}

/** A decision that is on record, with its party as a letter names it. */
export const nameDecision = (
  decision: Omit<NamedDecision, "party"> & { readonly party: PartyId },
  named: (id: PartyId) => NamedParty,
): NamedDecision => ({ ...decision, party: named(decision.party) });

const bodyWords: { readonly [B in DecisionBody]: string } = {
  conference: "the Conference of the Parties",
  "working-group": "the working group of the Conference of the Parties",
};

/** "by decision of the Conference of the Parties of 17 October 2022 (CTOC/COP/2022/9)" */
export const byDecision = ({ body, document, decidedOn }: RecordedDecision): Markup =>
  markup`by decision of ${bodyWords[body]} of ${day(decidedOn)} (${document})`;

/** "that of Chad, by decision of the Conference of the Parties of 17 October 2022 (CTOC/COP/2022/9)" */
export const thatOfSilent = (decisions: readonly NamedDecision[]): Markup =>
  enumerate(decisions.map((decision) => markup`that of ${inSentence(decision.party)}, ${byDecision(decision)}`));
