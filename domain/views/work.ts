import type { BulletinState } from "../../schemas/model/bulletin.ts";
import type { Group, GroupState } from "../../schemas/model/group.ts";
import type { Import } from "../../schemas/model/import.ts";
import type { StatusPaper } from "../../schemas/model/status-paper.ts";
import type { Phase } from "../../schemas/model/phase.ts";
import type { WorkState, WorkView } from "../../schemas/views/core.ts";
import type { BulletinProgress } from "../bulletins/progress.ts";

/** A part of a view: its work, or nothing where no work was ordered. */
interface Work {
  readonly work?: WorkView;
}

const withState = (state: WorkState | undefined): Work => (state === undefined ? {} : { work: { state } });

const workOfGroup: Readonly<Record<GroupState, WorkState | undefined>> = {
  planned: undefined,
  "awaiting-approval": "pending",
  starting: "running",
  started: "done",
  undoing: "running",
  correcting: "running",
};

/**
 * Returns the work on the start of a group and on its reminders. A start that was undone counts as done: nothing of it
 * is left to do.
 */
export const groupWork = ({ state, undone, correctionOrder, reminders }: Group): Work => {
  if (reminders === "resuming") return withState("running");
  if (state === "started" && correctionOrder !== undefined) return withState("pending");
  if (state === "planned" && undone !== undefined) return withState("done");
  return withState(workOfGroup[state]);
};

/** Returns the work on the opening of a phase; none for a phase that no command opened. */
export const phaseWork = (phase: Phase | undefined): Work =>
  withState(phase && (phase.state === "opening" ? "running" : "done"));

/** Returns the work of an import, in reviews. It failed if some of its rows could not be applied. */
export const importWork = ({ state, refused, reviews }: Import, done: number): Required<Work> => {
  const ended = refused === undefined || refused.length === 0 ? "done" : "failed";
  return { work: { state: state === "applying" ? "running" : ended, progress: { done, of: reviews.length } } };
};

/** Returns the work of writing a paper, in documents; `of` is the number that it has in the end. */
export const paperWork = ({ state, documents }: StatusPaper, of: number): Required<Work> => ({
  work: { state: state === "being-written" ? "running" : "done", progress: { done: documents.length, of } },
});

const workOfBulletin: Readonly<Record<BulletinState, WorkState>> = {
  "awaiting-approval": "pending",
  scheduled: "pending",
  sending: "running",
  stopped: "failed",
  unsettled: "failed",
  sent: "done",
  cancelled: "failed",
};

/** Returns the work of sending a bulletin; it failed where a person must resume or settle it, or gave it up. */
export const bulletinWork = (state: BulletinState): Required<Work> => ({ work: { state: workOfBulletin[state] } });

/** Returns the work of sending a bulletin, with its progress: the recipients whose letter has an outcome, of all. */
export const countedBulletinWork = (
  state: BulletinState,
  { recipients, waiting }: Pick<BulletinProgress, "recipients" | "waiting">,
): Required<Work> => ({
  work: { ...bulletinWork(state).work, progress: { done: recipients - waiting, of: recipients } },
});
