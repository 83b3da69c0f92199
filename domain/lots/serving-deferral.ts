import type { PartyId } from "../../schemas/base/ids.ts";
import type { Party } from "../../schemas/model/party.ts";
import type { Source } from "../../schemas/model/source.ts";
import type { CalendarDate, Instant } from "../../schemas/base/values.ts";
import { accept, type Decision, noChange, refuse } from "../base/decision.ts";
import { inForce } from "../base/settings.ts";
import { resolveRecordedDate } from "../base/recorded-date.ts";
import { dayOf } from "../base/time.ts";
import { servingDeferral } from "../policy/lots.ts";

/** A party's request to defer serving in its own year, or its withdrawal, with the day and the source. */
export interface DeferralRequest {
  readonly defers: boolean;
  readonly happenedOn: CalendarDate;
  readonly source: Source;
}

/**
 * Records that a party defers serving as a reviewer in its own year, or withdraws that. A deferral that the setting of
 * the day does not permit is refused; a withdrawal never is. An unchanged request is no fact.
 */
export const recordDeferral = (
  party: Party,
  { defers, happenedOn, source }: DeferralRequest,
  now: Instant,
  setting: typeof servingDeferral = servingDeferral,
): Decision => {
  if (defers && !inForce(setting, dayOf(now))) return refuse("deferral-not-allowed");
  if (source.date > dayOf(now)) return refuse("source-in-the-future", { latest: dayOf(now) });
  const when = resolveRecordedDate(happenedOn, now);
  if (!when.ok) return when;
  if ((party.defersServing === true) === defers) return noChange;
  return accept([{ kind: "serving-deferral-set", happenedAt: when.at, party: party.id, defers, source }]);
};

/** Returns the parties that are not drawn in their own year by the setting of a day; none while it is off. */
export const deferringParties = (
  parties: readonly Party[],
  day: CalendarDate,
  setting: typeof servingDeferral = servingDeferral,
): ReadonlySet<PartyId> =>
  new Set(inForce(setting, day) ? parties.filter((party) => party.defersServing === true).map(({ id }) => id) : []);
