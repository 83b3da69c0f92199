import type { Fact } from "../../schemas/model/fact.ts";
import type { Hash, UserId } from "../../schemas/base/ids.ts";
import type { Party } from "../../schemas/model/party.ts";
import type { CalendarDate, Instant } from "../../schemas/base/values.ts";
import { accept, type Decision, noChange, refuse, type Refused } from "../base/decision.ts";
import { type Member, refuseSecondPerson } from "./second-person.ts";

/** A denunciation as an officer orders it: its date, its document, and the hash of the preview. */
export interface DenunciationOrder {
  readonly leftOn: CalendarDate;
  readonly document: string;
  readonly preview: Hash;
  readonly orderedBy: UserId;
}

/** The effects of a denunciation by now; refused where it cannot be recorded any more. */
type Previewed = { readonly ok: true; readonly preview: { readonly hash: Hash } } | Refused;

const refuseChanged = (expected: Hash, previewed: Previewed): Refused | undefined => {
  if (!previewed.ok) return previewed;
  return previewed.preview.hash === expected ? undefined : refuse("denunciation-preview-changed");
};

/**
 * Orders a denunciation, which then waits for a second person. Another order replaces one that waits. The same order
 * again, or the same denunciation once it is on record, is no fact. Refused where a preview has another result by now.
 */
export const orderDenunciation = (
  party: Party,
  order: DenunciationOrder,
  previewed: Previewed,
  now: Instant,
): Decision => {
  const { leftOn, document, preview } = order;
  const { denunciationOrder: waiting, left, participation } = party;
  const isOnRecord = left?.leftOn === leftOn && left.document === document;
  if (participation === "not-taking-part" && isOnRecord) return noChange;
  const isSame = waiting?.leftOn === leftOn && waiting.document === document && waiting.preview === preview;
  if (isSame) return noChange;
  const refused = refuseChanged(preview, previewed);
  if (refused !== undefined) return refused;
  return accept([{ kind: "denunciation-ordered", happenedAt: now, party: party.id, ...order }]);
};

/**
 * Returns the approval by a second person of the denunciation that waits; the facts of the denunciation follow it. Refused
 * to the officer who ordered it, to an approver who is not independent of that officer, and where a preview has another
 * result by now.
 */
export const approveDenunciation = (
  { id: party, denunciationOrder: order }: Party,
  { approver, orderer }: { readonly approver: Member; readonly orderer: Member },
  previewed: Previewed,
  now: Instant,
): { readonly ok: true; readonly facts: readonly Fact[] } | Refused => {
  if (order === undefined) return refuse("denunciation-not-ordered");
  if (order.orderedBy === approver.id) return refuse("second-person-needed");
  const refused = refuseSecondPerson(approver, orderer, now) ?? refuseChanged(order.preview, previewed);
  return refused ?? accept([{ kind: "denunciation-approved", happenedAt: now, party, approvedBy: approver.id }]);
};

/** Withdraws, with a reason, an order that waits for a second person. Returns undefined if no order waits. */
export const withdrawDenunciationOrder = (
  { id: party, denunciationOrder: order }: Party,
  reason: string,
  now: Instant,
): Decision | undefined =>
  order === undefined ? undefined : accept([{ kind: "denunciation-order-withdrawn", happenedAt: now, party, reason }]);
