import { defined } from "../../schemas/base/defined.ts";
import { cycleAndClusterOf } from "../../schemas/base/ids.ts";
import type { Aggregate } from "../audit/aggregates.ts";
import type { Group } from "../../schemas/model/group.ts";
import type { CalendarDate } from "../../schemas/base/values.ts";
import type { GroupResumptionPreview, GroupStartPreview, GroupView } from "../../schemas/views/group.ts";
import type { ResumptionPreview } from "../letters/release-letters.ts";
import { joinedSinceViews } from "./named.ts";
import { groupWork } from "./work.ts";
import type { StartPreview } from "../letters/start-preview.ts";

const overduePlan = ({ state, plannedFor }: Group, today: CalendarDate): boolean =>
  (state === "planned" || state === "awaiting-approval") && plannedFor < today;

/**
 * Returns a group on a day of Vienna's calendar; while a start waits for a second person, with the day of that start.
 */
export const groupView = (
  { state, version }: Pick<Aggregate<"group">, "state" | "version">,
  today: CalendarDate,
): GroupView => {
  const startedOn = state.startedOn ?? state.order?.startedOn;
  const { corrected, correctionOrder } = state;
  return {
    id: state.id,
    ...cycleAndClusterOf(state.id),
    group: state.group,
    state: state.state,
    plannedFor: state.plannedFor,
    ...defined({ startedOn }),
    ...(corrected === undefined
      ? {}
      : { corrected: { from: corrected.from, at: corrected.at, reason: corrected.reason } }),
    ...(correctionOrder === undefined
      ? {}
      : { correctionOrdered: { startedOn: correctionOrder.startedOn, reason: correctionOrder.reason } }),
    ...defined({ reminders: state.reminders }),
    behindPlan: overduePlan(state, today),
    reviews: state.reviews.length,
    ...groupWork(state),
    version,
  };
};

/**
 * Returns the effects of the start of a group, as the secretariat reads them; names are added when the reply leaves.
 */
export const startPreviewView = ({ id }: Group, preview: StartPreview): GroupStartPreview => ({
  group: id,
  ...preview,
  missions: preview.missions.map(({ party, letters }) => ({ party, letters })),
  withoutAddress: preview.withoutAddress.map((party) => ({ party })),
  joinedSince: joinedSinceViews(preview.joinedSince),
});

/**
 * Returns the letters of the resumption of a group, as the secretariat reads them; names are added when the reply
 * leaves.
 */
export const resumptionPreviewView = (
  { id }: Group,
  { toNotify: _, expertsAndObservers: __, ...preview }: ResumptionPreview,
): GroupResumptionPreview => ({
  group: id,
  ...preview,
  missions: preview.missions.map((party) => ({ party })),
  withoutAddress: preview.withoutAddress.map((party) => ({ party })),
});
