import type { Aggregate } from "../../domain/audit/aggregates.ts";
import { endStartCheck } from "../../domain/parties/check-group-start.ts";
import type { Fact } from "../../schemas/model/fact.ts";
import type { Review } from "../../schemas/model/review.ts";
import type { Instant } from "../../schemas/base/values.ts";
import type { AnyChange, Change, Store } from "../io/ports/store.ts";
import { changeOf } from "./execute-command.ts";
import { TooManyConflicts } from "./outcomes.ts";

/** What is recorded in later stages, too, and contradicts a start after it. */
const kindsAfterStart: ReadonlySet<Fact["kind"]> = new Set<Fact["kind"]>([
  "date-corrected",
  "redraw-asked",
  "seat-redrawn",
]);

/** Whether what is recorded could contradict another start of the review: later stages follow from what these recorded. */
const dependsOnStart = ({ stage }: Review, facts: readonly Fact[]): boolean =>
  facts.length > 0 &&
  (stage === "nomination" || stage === "consultation" || facts.some(({ kind }) => kindsAfterStart.has(kind)));

type Recorded = { readonly before: Review; readonly facts: readonly Fact[] };

/** The groups of reviews in which something is recorded that a change of their start would contradict. */
const groupsConcerned = async (
  store: Pick<Store, "loadMany">,
  recorded: readonly Recorded[],
): Promise<readonly Aggregate<"group">[]> => {
  const ids = recorded.filter(({ before, facts }) => dependsOnStart(before, facts)).map(({ before }) => before.group);
  return ids.length === 0 ? [] : store.loadMany("group", [...new Set(ids)]);
};

/** That a group whose start is being checked is so no more: whoever began it reads again. Nothing of another group. */
const endedCheck = (group: Aggregate<"group">, now: Instant): readonly Change<"group">[] => {
  const ended = endStartCheck(group.state, now);
  return ended.ok && ended.facts.length > 0 ? [changeOf("group", group.id, group, ended.facts)] : [];
};

/** What stands or changes beside a review so that what is recorded in it and a change of its start are never both made. */
export interface StartGuard {
  readonly changes: readonly AnyChange[];
  readonly mustBeUnchanged: readonly AnyChange[];
}

/**
 * The group of a review in which something is recorded that a change of its start would contradict, as it must stand then,
 * and the end of a check of that start. Throws TooManyConflicts while the start is undone or corrected, since that was
 * checked against what stood before.
 */
export const guardStart = async (
  store: Pick<Store, "loadMany">,
  recorded: Recorded,
  now: Instant,
): Promise<StartGuard> => {
  const [group] = await groupsConcerned(store, [recorded]);
  if (group === undefined) return { changes: [], mustBeUnchanged: [] };
  if (group.state.state === "undoing" || group.state.state === "correcting") throw new TooManyConflicts();
  const changes = endedCheck(group, now);
  return { changes, mustBeUnchanged: changes.length > 0 ? [] : [changeOf("group", group.id, group, [])] };
};

/**
 * The ends of checks of the starts of reviews in which people are named, replaced or removed together, or a party leaves.
 * Nothing else is asked of their groups, of which there may be too many for one transaction: whoever is named a moment after
 * a start was undone is named ahead of the next one, and no naming contradicts a day.
 */
export const endStartChecks = async (
  store: Pick<Store, "loadMany">,
  changes: readonly Change<"review">[],
  now: Instant,
): Promise<readonly AnyChange[]> => {
  const recorded = changes.flatMap(({ before, facts }) =>
    before === undefined ? [] : [{ before: before.state, facts }],
  );
  return (await groupsConcerned(store, recorded)).flatMap((group) => endedCheck(group, now));
};
