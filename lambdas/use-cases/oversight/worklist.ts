import { defined } from "../../../schemas/base/defined.ts";
import { type Surroundings, workItem } from "../../../domain/views/worklist.ts";
import type { Words } from "../../../domain/labels/words.ts";
import { needsSettlement } from "../../../domain/letters/lifecycle.ts";
import { isAboutPhase, type PhaseFilter } from "../../../domain/base/cycles.ts";
import { endOfTime } from "../../../domain/base/time.ts";
import { bouncedWork, unknownLetterWork, unreachableWork } from "../../../domain/oversight/work-items.ts";
import type { FollowUp } from "../../../schemas/model/follow-up.ts";
import type { PartyId, ReviewId, UserId } from "../../../schemas/base/ids.ts";
import type { Instant } from "../../../schemas/base/values.ts";
import { type WorkItem, WorkKind } from "../../../schemas/model/work-item.ts";
import type { WorkItem as WorkItemView } from "../../../schemas/views/worklist.ts";
import { readableAggregates } from "../base/skip-unreadable.ts";
import type { Ledger } from "../../io/ports/outbox.ts";
import type { Page, PageRequest } from "../../io/ports/paging.ts";
import type { Store } from "../../io/ports/store.ts";
import { everyListedReview } from "./find-reviews.ts";
import { unusedInvitations } from "../accounts/invitations.ts";

export interface WorklistIo {
  readonly store: Store;
  readonly ledger: Pick<Ledger, "returned" | "unreachable" | "needingAttention">;
}

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

const itself = (work: WorkItem): WorkItem => work;

/** Letters that wait for a person; those of a bulletin are settled together, as something to be done about the bulletin. */
const unknownLetters = async (ledger: WorklistIo["ledger"], paging: PageRequest): Promise<Page<WorkItem>> => {
  const page = await ledger.needingAttention("unknown", endOfTime, paging);
  const unsettledLetters = page.items.filter((letter) => needsSettlement(letter) && letter.content.kind !== "bulletin");
  return { ...page, items: unsettledLetters.map(unknownLetterWork) };
};

/** Returns the source of each kind: an index of open tasks only. */
const sourcesOf = ({ store, ledger }: WorklistIo, { officer, now, ...phase }: WorklistQuery) => {
  let parties: Promise<ReadonlySet<PartyId>> | undefined;
  const indexed = (kind: WorkKind): WorkSource =>
    aboutPhase((paging) => store.work(kind, { ...paging, until: now, ...defined({ officer }) }), phase);
  /** Tasks that any member of the secretariat can do are on every officer's list. */
  const everybodys = (kind: WorkKind): WorkSource =>
    aboutPhase((paging) => store.work(kind, { ...paging, until: now }), phase);
  /** Tasks about parties belong to the officers of the reviews that the parties are in. */
  const aboutParties =
    <Row>(read: (paging: PageRequest) => Promise<Page<Row>>, workOf: (row: Row) => WorkItem): WorkSource =>
    async (paging) => {
      const page = await read(paging);
      const found = page.items.map(workOf).filter((work) => isWorkAbout(work, phase));
      if (officer === undefined) return { ...page, items: found };
      const theirs = await (parties ??= partiesOf(store, officer));
      return { ...page, items: found.filter(({ party }) => party !== undefined && theirs.has(party)) };
    };
  return {
    "duty-overdue": indexed("duty-overdue"),
    "review-blocked": indexed("review-blocked"),
    "nomination-to-check": oncePerMandate(indexed("nomination-to-check")),
    "invitation-unused": aboutParties((paging) => unusedInvitations(store, now, paging), itself),
    "address-bounced": aboutParties((paging) => ledger.returned(paging), bouncedWork),
    "recipient-unreachable": aboutParties((paging) => ledger.unreachable(paging), unreachableWork),
    "letter-unknown": aboutParties((paging) => unknownLetters(ledger, paging), itself),
    "follow-up-due": indexed("follow-up-due"),
    "bulletin-to-approve": everybodys("bulletin-to-approve"),
    "bulletin-stopped": indexed("bulletin-stopped"),
    "bulletin-unsettled": indexed("bulletin-unsettled"),
    "group-behind-plan": everybodys("group-behind-plan"),
    "group-start-to-approve": everybodys("group-start-to-approve"),
    "denunciation-to-approve": everybodys("denunciation-to-approve"),
    "erasure-to-approve": everybodys("erasure-to-approve"),
  } satisfies { readonly [K in WorkKind]: WorkSource };
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
  const sources = sourcesOf(io, wanted);
  let { at, position } = placeOf(after, kinds);
  const found: WorkItem[] = [];
  for (let reads = 0; reads < mostReads && found.length < limit; reads += 1) {
    const current = kinds[at];
    if (current === undefined) break;
    const paging = { ...how, limit: limit - found.length, ...defined({ after: position }) };
    const page = await sources[current](paging);
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
