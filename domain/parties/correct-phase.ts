import { defined } from "../../schemas/base/defined.ts";
import type { Group } from "../../schemas/model/group.ts";
import type { Phase } from "../../schemas/model/phase.ts";
import type { RecordedDecision } from "../../schemas/model/review.ts";
import type { CalendarDate, Instant } from "../../schemas/base/values.ts";
import { accept, type Decision, noChange, refuse, type Refused } from "../base/decision.ts";
import { hashOf } from "../base/hash.ts";
import { earliestStart } from "../base/settings.ts";
import { resolveRecordedDate } from "../base/recorded-date.ts";
import { isGateReached, openedOn } from "./phases.ts";

/** The right data on the opening of a phase: its day, and the decision where its gate was not reached. */
export interface PhaseCorrection {
  readonly openedOn: CalendarDate;
  readonly decision?: RecordedDecision | undefined;
  readonly reason: string;
}

/** The data on which a correction of the opening of a phase is decided. */
export interface OpenedPhase {
  readonly phase: Phase;
  /** The day on which the opening was recorded: nothing of the phase was set up before. */
  readonly recordedOn: CalendarDate;
  /** The groups of the phase. */
  readonly groups: readonly Group[];
  /** The groups of the phase before. */
  readonly before: readonly Group[];
  /** The day on which each concluded review that the gate counts was concluded. */
  readonly concludedOn: readonly CalendarDate[];
}

/** Returns why a phase cannot have been opened on a day; undefined where it can. */
const refuseDay = (
  { recordedOn, before }: OpenedPhase,
  { openedOn: day, decision }: PhaseCorrection,
  now: Instant,
): Refused | undefined => {
  const [firstStart = earliestStart] = before.flatMap(({ startedOn }) => startedOn ?? []).toSorted();
  const when = resolveRecordedDate(day, now, firstStart);
  if (!when.ok) return when;
  if (day > recordedOn) return refuse("date-too-late", { latest: recordedOn, contradicts: "opening" });
  if (decision === undefined) return undefined;
  const decided = resolveRecordedDate(decision.decidedOn, now);
  if (!decided.ok) return decided;
  return decision.decidedOn > day
    ? refuse("date-too-early", { earliest: decision.decidedOn, contradicts: "decision" })
    : undefined;
};

/** Returns the state of the gate on a day: as it was counted at the opening, where that was the day. */
const gateOn = ({ phase, concludedOn }: OpenedPhase, day: CalendarDate) =>
  day === openedOn(phase) ? phase.gate : { ...phase.gate, concluded: concludedOn.filter((on) => on <= day).length };

/**
 * Corrects the opening of a phase that was recorded on a wrong day, or by a wrong decision, as long as none of its
 * groups has started. The stated planned days of its groups stay. Refused on a day before the phase before had begun,
 * after the opening was recorded, or before its decision; and on one on which the gate was not reached, where no
 * decision lifts it. The recorded opening returns no fact.
 */
export const correctPhase = (opened: OpenedPhase, right: PhaseCorrection, now: Instant): Decision => {
  const { phase, groups } = opened;
  if (phase.state !== "open") return refuse("phase-not-open");
  const started = groups.find(({ state }) => state !== "planned" && state !== "awaiting-approval");
  if (started !== undefined)
    return refuse("phase-has-started", {
      group: started.id,
      ...defined({ startedOn: started.startedOn }),
    });
  const { openedOn: to, decision, reason } = right;
  const from = openedOn(phase);
  if (to === from && hashOf({ decision }) === hashOf({ decision: phase.decision })) return noChange;
  const refused = refuseDay(opened, right, now);
  if (refused !== undefined) return refused;
  const gate = gateOn(opened, to);
  if (!isGateReached(gate) && decision === undefined) return refuse("gate-not-reached", { ...gate });
  return accept([
    {
      kind: "phase-corrected",
      happenedAt: now,
      phase: phase.id,
      from,
      to,
      ...defined({ decision }),
      reason,
    },
  ]);
};
