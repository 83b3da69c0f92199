import type { PairingFile } from "../../schemas/model/data-files.ts";
import type { Party } from "../../schemas/model/party.ts";
import type { Instant } from "../../schemas/base/values.ts";
import { type Refused, refuse } from "../base/decision.ts";
import { inForce } from "../base/settings.ts";
import { resolveRecordedDate } from "../base/recorded-date.ts";
import { judgeDeviations } from "./deviations.ts";
import { violations } from "./rules.ts";
import { lotsLimits } from "../policy/lots.ts";

/**
 * Returns the time of an earlier draw of all parties that is recorded now. Refused for a day in the future or before
 * the launch, and for an unknown party. Refused also for a violation of the rules for a party without a reason for that
 * rule and party.
 */
export const judgeDraw = (
  { groups, drawnOn, deviations }: PairingFile,
  parties: readonly Party[],
  now: Instant,
): { readonly ok: true; readonly at: Instant } | Refused => {
  const when = resolveRecordedDate(drawnOn, now);
  if (!when.ok) return when;
  const known = new Set(parties.map(({ id }) => id));
  const unknown = groups
    .flatMap(({ reviews }) => reviews.flatMap(({ party, seats }) => [party, ...seats.map((seat) => seat.party)]))
    .find((party) => !known.has(party));
  if (unknown !== undefined) return refuse("unknown-party", { party: unknown });
  const broken = violations(groups, parties, inForce(lotsLimits, when.day));
  const { unexplained } = judgeDeviations(broken, deviations);
  return unexplained.length === 0
    ? { ok: true, at: when.at }
    : refuse("breaks-lots-rules", { violations: unexplained });
};
