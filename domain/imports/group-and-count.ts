import type { ImportId, ReviewId } from "../../schemas/base/ids.ts";
import type { Party } from "../../schemas/model/party.ts";
import type { Instant } from "../../schemas/base/values.ts";
import { accept, type Decision, noChange } from "../base/decision.ts";
import { startOfDay } from "../base/time.ts";
import { planGroup } from "../parties/groups.ts";
import type { GroupImport } from "./paired-reviews.ts";

/** Takes over a group from an import, with its reviews that exist here: planned, or started and paused. */
export const takeGroupOver = (
  { id: group, cluster, number, plannedFor, startedOn }: GroupImport,
  { reviews, by, now }: { readonly reviews: readonly ReviewId[]; readonly by: ImportId; readonly now: Instant },
): Decision => {
  const planned = planGroup({ cluster, group: number, plannedFor, reviews, import: by }, now);
  if (!planned.ok || startedOn === undefined) return planned;
  const happenedAt = startOfDay(startedOn);
  return accept([
    ...planned.facts,
    { kind: "group-started", happenedAt, group, startedOn, held: true },
    { kind: "group-start-completed", happenedAt, group, reviews: reviews.length },
  ]);
};

/** Returns the fact that a party has requested a number of redraws before; no fact where as many are counted here. */
export const countRedraws = ({ id: party, redraws = 0 }: Party, number: number, now: Instant): Decision =>
  redraws >= number ? noChange : accept([{ kind: "redraw-count-imported", happenedAt: now, party, number }]);
