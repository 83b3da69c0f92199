import type { Group } from "../../schemas/model/group.ts";
import type { Instant } from "../../schemas/base/values.ts";
import { accept, type Decision, noChange } from "../base/decision.ts";

/**
 * Returns the fact that the reviews of a group are read before its start is undone or corrected. Any later record in
 * them ends that check, so that a check which is still in force when the start changes has missed nothing. No fact
 * where a check is in force.
 */
export const beginStartCheck = ({ id: group, state, startBeingChecked }: Group, now: Instant): Decision =>
  state !== "started" || startBeingChecked === true
    ? noChange
    : accept([{ kind: "group-start-check-begun", happenedAt: now, group }]);

/** Returns the fact that a record was made in a review of a group whose start is being checked. */
export const endStartCheck = ({ id: group, startBeingChecked }: Group, now: Instant): Decision =>
  startBeingChecked === true ? accept([{ kind: "group-start-check-ended", happenedAt: now, group }]) : noChange;

/** Returns whether a decision changes the start of all reviews of a group, and needs a check of them in force. */
export const needsStartCheck = (decision: Decision): boolean =>
  decision.ok && decision.facts.some(({ kind }) => kind === "group-start-undone" || kind === "group-start-corrected");
