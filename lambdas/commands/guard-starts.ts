import type { Aggregate } from "../../domain/audit/aggregates.ts";
import { endStartCheck } from "../../domain/parties/check-group-start.ts";
import type { Fact } from "../../schemas/model/fact.ts";
import type { Review } from "../../schemas/model/review.ts";
import type { Instant } from "../../schemas/base/values.ts";
import type { AnyChange, Change } from "../io/ports/commit.ts";
import type { Store } from "../io/ports/store.ts";
import { changeOf } from "./execute-command.ts";
import { TooManyConflicts } from "./outcomes.ts";

/** Facts that are also recorded in later stages and contradict a start after them. */
const kindsAfterStart: ReadonlySet<Fact["kind"]> = new Set<Fact["kind"]>([
  "date-corrected",
  "redraw-requested",
  "seat-redrawn",
]);

/** Returns true if recorded facts could contradict another start of the review; later stages follow from them. */
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

/**
 * Returns the change that ends the check of a group's start, so that its initiator reads again; none for other groups.
 */
const endedCheck = (group: Aggregate<"group">, now: Instant): readonly Change<"group">[] => {
  const ended = endStartCheck(group.state, now);
  return ended.ok && ended.facts.length > 0 ? [changeOf("group", group.id, group, ended.facts)] : [];
};

/** Conditions and changes next to a review, so that a fact in it and a change of its start are never both committed. */
export interface StartGuard {
  readonly changes: readonly AnyChange[];
  readonly mustBeUnchanged: readonly AnyChange[];
}

/**
 * Returns the condition on a review's group that a fact needs if a change of the start would contradict it, and the end
 * of a check of that start. Throws TooManyConflicts while the start is being undone or corrected, because that check
 * used earlier data.
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
 * Returns the ends of start checks for reviews in which people are nominated, replaced or removed together, or a party
 * leaves. Their groups are not conditions, because they may be too many for one transaction. A nomination right after
 * an undone start counts for the next start, and no nomination contradicts a day.
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
