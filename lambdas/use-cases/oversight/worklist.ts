import { defined } from "../../../schemas/base/defined.ts";
import { type Surroundings, workItem } from "../../../domain/views/worklist.ts";
import type { Words } from "../../../domain/labels/words.ts";
import { isAboutPhase, type PhaseFilter } from "../../../domain/base/cycles.ts";
import { placeInKind, type WorkList, workListOf } from "../../../domain/oversight/work-lists.ts";
import { hasSeveralKinds, isEarlierPlace, type WorkPlace } from "../../../domain/oversight/work-order.ts";
import type { FollowUp } from "../../../schemas/model/follow-up.ts";
import type { PartyId, ReviewId, UserId } from "../../../schemas/base/ids.ts";
import type { Instant } from "../../../schemas/base/values.ts";
import { type WorkItem, WorkKind } from "../../../schemas/model/work-item.ts";
import type { WorkItem as WorkItemView } from "../../../schemas/views/worklist.ts";
import { readableAggregates } from "../base/skip-unreadable.ts";
import type { Ledger } from "../../io/ports/outbox.ts";
import type { Page, PageRequest } from "../../io/ports/paging.ts";
import type { Store } from "../../io/ports/store.ts";
import type { WorkPage } from "../../io/store/work.ts";
import { everyListedReview } from "./find-reviews.ts";
import { stillUnused } from "../accounts/invitations.ts";

export interface WorklistIo {
  readonly store: Store;
  readonly ledger: Pick<Ledger, "work">;
}

/** How to treat a row that cannot be read. */
type UnreadableRows = Pick<PageRequest, "onUnreadable">;

/** The filter of the worklist: the officer, the kind, and the phase; all tasks if omitted. */
export interface WorklistQuery extends PhaseFilter {
  readonly kind?: WorkKind | undefined;
  readonly officer?: UserId | undefined;
  readonly now: Instant;
  /** The instructions for each task. */
  readonly words: Pick<Words, "worklist">;
}

/** Returns a page of open tasks of one kind; it may have fewer than requested, and still have a next position. */
type WorkSource = (paging: PageRequest) => Promise<Page<WorkItem>>;

/**
 * Lists a nomination for several reviews once: its entries are consecutive, so the position shows which one was listed
 * last.
 */
const oncePerMandate =
  (source: WorkSource): WorkSource =>
  async ({ limit, after }) => {
    const [previousMandate, position] = after?.split("~") ?? [];
    const page = await source({ limit, ...defined({ after: position }) });
    const before = (at: number) => (at === 0 ? previousMandate : page.items[at - 1]?.mandate);
    return {
      items: page.items.filter(({ mandate }, at) => mandate !== before(at)),
      ...(page.next === undefined
        ? {}
        : { next: `${page.items.at(-1)?.mandate ?? previousMandate ?? ""}~${page.next}` }),
    };
  };

const isWorkAbout = ({ review, group }: WorkItem, phase: PhaseFilter): boolean => isAboutPhase(review ?? group, phase);

/** Selects the tasks of a source that are about the requested phase. */
const aboutPhase =
  (source: WorkSource, phase: PhaseFilter): WorkSource =>
  async (paging) => {
    const page = await source(paging);
    return { ...page, items: page.items.filter((work) => isWorkAbout(work, phase)) };
  };

/** Parties in the reviews of an officer: what is to be done about them is the officer's. */
const partiesOf = async (store: Store, officer: UserId): Promise<ReadonlySet<PartyId>> => {
  const reviews = (await everyListedReview(store, {})).filter((review) => review.officer === officer);
  return new Set(reviews.flatMap(({ seats }) => seats.map(({ party }) => party)));
};

/** Reads one query of a list of tasks. */
type ReadTasks = (from: WorkPlace, limit: number) => Promise<WorkPage>;

/**
 * Returns the sources of the kinds in one list of tasks. A query often returns all tasks of several kinds: only a kind
 * that it does not reach causes another query.
 */
const sourcesIn = (read: ReadTasks): ((kind: WorkKind) => WorkSource) => {
  let known: WorkPage | undefined;
  return (kind) =>
    async ({ limit, after }) => {
      const from = { kind, after };
      if (known === undefined || (known.next !== undefined && !isEarlierPlace(from, known.next)))
        known = await read(from, limit);
      const rest = known.items.filter((work) => work.kind === kind && placeInKind(work) > (after ?? ""));
      const items = rest.slice(0, limit);
      const last = items.at(-1);
      if (last !== undefined && rest.length > limit) return { items, next: placeInKind(last) };
      return { items, ...defined({ next: known.next?.kind === kind ? known.next.after : undefined }) };
    };
};

/** The number of tasks that a query of several kinds reads at least: some are about days ahead, or of other officers. */
const fewestRead = 100;

/** Reads tasks of the table that holds them, and counts the queries. */
const readingTasks = ({ store, ledger }: WorklistIo, { officer, now, kind }: WorklistQuery, how: UnreadableRows) => {
  let queries = 0;
  const listOf = (of: WorkKind): WorkList => workListOf(of, officer === undefined ? "all" : "officer");
  const read: ReadTasks = (from, limit) => {
    queries += 1;
    const list = listOf(from.kind);
    const isAlone = kind !== undefined;
    const rows = isAlone || !hasSeveralKinds(list) ? limit : Math.max(limit, fewestRead);
    const request = { ...how, limit: rows, until: now, officer, isAlone };
    return list === "letters" ? ledger.work(from, request) : store.work(from, request);
  };
  const lists = new Map<WorkList, ReturnType<typeof sourcesIn>>();
  return {
    queries: () => queries,
    tasksOf: (of: WorkKind): WorkSource => {
      const sources = lists.get(listOf(of)) ?? sourcesIn(read);
      lists.set(listOf(of), sources);
      return sources(of);
    },
  };
};

/** Returns the source of each kind: the open tasks that the caller is shown. */
const sourcesOf = (
  { store }: WorklistIo,
  { officer, now, ...phase }: WorklistQuery,
  tasksOf: (kind: WorkKind) => WorkSource,
) => {
  let parties: Promise<ReadonlySet<PartyId>> | undefined;
  const tasks = (kind: WorkKind): WorkSource => aboutPhase(tasksOf(kind), phase);
  /** Tasks about parties belong to the officers of the reviews that the parties are in. */
  const aboutParties =
    (source: WorkSource): WorkSource =>
    async (paging) => {
      const page = await source(paging);
      if (officer === undefined || page.items.length === 0) return page;
      const theirs = await (parties ??= partiesOf(store, officer));
      return { ...page, items: page.items.filter(({ party }) => party !== undefined && theirs.has(party)) };
    };
  const unused =
    (source: WorkSource): WorkSource =>
    async (paging) => {
      const page = await source(paging);
      return { ...page, items: await stillUnused(store, page.items, now) };
    };
  return (kind: WorkKind): WorkSource => {
    switch (kind) {
      case "nomination-to-check":
        return oncePerMandate(tasks(kind));
      case "invitation-unused":
        return unused(aboutParties(tasks(kind)));
      case "address-bounced":
      case "recipient-unreachable":
      case "letter-unknown":
        return aboutParties(tasks(kind));
      default:
        return tasks(kind);
    }
  };
};

/** The maximum number of index reads for one page: an officer's own tasks may be rare in it. */
const mostReads = 20;

/**
 * A position in the whole list: a kind, and where in it. A position in a kind that is not listed here begins at the start,
 * since no other index takes its place.
 */
const placeOf = (after: string | undefined, kinds: readonly WorkKind[]) => {
  const [going, position] = after?.split(" ") ?? [];
  const at = kinds.findIndex((kind) => kind === going);
  return at < 0 ? { at: 0, position: undefined } : { at, position: position === "" ? undefined : position };
};

/**
 * A page of what the secretariat has to see to now, kind after kind in their order, the longest waiting first within
 * each.
 */
export const worklistPage = async (
  io: WorklistIo,
  wanted: WorklistQuery,
  { limit, after, ...how }: PageRequest,
): Promise<Page<WorkItemView>> => {
  const kinds = wanted.kind === undefined ? WorkKind.options : [wanted.kind];
  const { tasksOf, queries } = readingTasks(io, wanted, how);
  const sourceOf = sourcesOf(io, wanted, tasksOf);
  let { at, position } = placeOf(after, kinds);
  const found: WorkItem[] = [];
  while (queries() < mostReads && found.length < limit) {
    const current = kinds[at];
    if (current === undefined) break;
    const page = await sourceOf(current)({ limit: limit - found.length, ...defined({ after: position }) });
    found.push(...page.items);
    position = page.next;
    if (position === undefined) at += 1;
  }
  const [going] = kinds.slice(at);
  return {
    items: await describeWork(io, found, wanted.now, wanted.words),
    ...(going === undefined ? {} : { next: `${going} ${position ?? ""}` }),
  };
};

const distinct = <Id extends string>(ids: readonly (Id | undefined)[]): readonly Id[] => [
  ...new Set(ids.flatMap((id) => id ?? [])),
];

const contactOf = async (store: Store, { party, contact }: WorkItem): Promise<FollowUp | undefined> =>
  party === undefined || contact === undefined ? undefined : store.contact(party, contact);

const describeWork = async (
  { store }: WorklistIo,
  found: readonly WorkItem[],
  now: Instant,
  words: WorklistQuery["words"],
): Promise<readonly WorkItemView[]> => {
  const blocked = found.filter(({ kind }) => kind === "review-blocked");
  const [reviews, contacts] = await Promise.all([
    readableAggregates(store, "review", distinct<ReviewId>(blocked.map(({ review }) => review))),
    Promise.all(found.map((work) => contactOf(store, work))),
  ]);
  const states = new Map(reviews.map(({ state }) => [state.id, state]));
  return found.map((work, place) => {
    const around: Surroundings = {
      review: work.review === undefined ? undefined : states.get(work.review),
      contact: contacts[place],
    };
    return workItem(work, around, now, words);
  });
};
