import type { Group } from "../../schemas/model/group.ts";
import type { Instant } from "../../schemas/base/values.ts";
import { accept, type Decision, noChange } from "../base/decision.ts";

/**
 * That the reviews of a group are read before its start is undone or corrected. Whatever is recorded in them from then on
 * ends that, so that a check which still stands when the start changes has missed nothing. One that stands is no new fact.
 */
export const beginStartCheck = ({ id: group, state, startBeingChecked }: Group, now: Instant): Decision =>
  state !== "started" || startBeingChecked === true
    ? noChange
    : accept([{ kind: "group-start-check-begun", happenedAt: now, group }]);

/** That something was recorded in a review of a group whose start is being checked. */
export const endStartCheck = ({ id: group, startBeingChecked }: Group, now: Instant): Decision =>
  startBeingChecked === true ? accept([{ kind: "group-start-check-ended", happenedAt: now, group }]) : noChange;

/** Whether a decision changes the start of all reviews of a group, and needs a check of them that stands. */
export const needsStartCheck = (decision: Decision): boolean =>
  decision.ok && decision.facts.some(({ kind }) => kind === "group-start-undone" || kind === "group-start-corrected");
