import { isLetterInPhase } from "../../../domain/letters/about-clusters.ts";
import { monthOf, monthsFrom } from "../../../domain/base/time.ts";
import type { Letter, LetterKind, LetterState } from "../../../schemas/model/letter.ts";
import type { Page, PageRequest } from "../ports/paging.ts";
import { monthPartitions, monthPlace, endOfSort, statePartitions, nominationsPartition } from "./keys/letters.ts";
import { partyPartition } from "./keys/indexes.ts";
import { encodePosition, mergedPage, positionIn, type Question, type SortRange, page } from "./pages.ts";
import { readLetter } from "./letters.ts";
import { type Access, tableOf } from "./tables.ts";
import type { PhaseFilter } from "../../../domain/base/cycles.ts";
import type { PartyId } from "../../../schemas/base/ids.ts";
import type { Instant } from "../../../schemas/base/values.ts";
import { notAfter } from "./keys/key.ts";

/** Selects letters to list. Without a party or a state, the period in which they were planned is required. */
export interface LetterFilter extends PhaseFilter {
  readonly party?: PartyId | undefined;
  readonly kind?: LetterKind | undefined;
  readonly state?: LetterState | undefined;
  /** Planned then or later, and before. */
  readonly from?: Instant | undefined;
  readonly until?: Instant | undefined;
}

/** Lists of letters. They are eventually consistent. */
export interface LetterLists {
  /**
   * Returns matching letters, newest first; for a state alone, those that have waited longest first. Indexes serve
   * party, state and time. For other criteria, a page selects from at most a thousand rows (of each month). It may then
   * be short, or empty, and has a next position. Eventually consistent.
   */
  list(filter: LetterFilter, paging: PageRequest): Promise<Page<Letter>>;
  /** Rows of one state whose attention instant is not after `until`, oldest first. */
  needingAttention(state: LetterState, until: Instant, paging: PageRequest): Promise<Page<Letter>>;
  /** Newest first, as `ofSubject`; `from` limits to those planned then or later. Lists of letters are eventually consistent. */
  ofParty(party: PartyId, paging: PageRequest & { readonly from?: Instant }): Promise<Page<Letter>>;
  /**
   * Returns letters that informed missions of missing nominations, planned at the given time or later; newest first.
   */
  aboutNominations(paging: PageRequest & { readonly from?: Instant }): Promise<Page<Letter>>;
  /** Letters about a group's nominations (subject `group#c1-g1`) or about a user (`user#u-…`). */
  ofSubject(subject: string, paging: PageRequest): Promise<Page<Letter>>;
}

/** The maximum number of rows that a request reads if no index serves the filter. */
const mostLookedAt = 1_000;

const keptBy =
  ({ kind, state, ...phase }: LetterFilter) =>
  (letter: Letter): boolean =>
    (kind === undefined || letter.content.kind === kind) &&
    (state === undefined || letter.state === state) &&
    isLetterInPhase(letter, phase);

type Listing = Omit<Question, "partition" | "newestFirst"> & { readonly newestFirst?: boolean };

/** Returns the lists of letters planned in a period: by month, the newest first. */
const monthsOf = (from: LetterFilter["from"], until: LetterFilter["until"], after: string | undefined) => {
  if (from === undefined || until === undefined)
    throw new Error("Letters of all parties are listed from one day to another");
  const months = monthsFrom(from, until).toReversed();
  const reached = after === undefined ? undefined : positionIn(after, "monthKey")?.slice(0, monthOf(from).length);
  return reached === undefined ? months : months.filter((month) => month <= reached);
};

/** Lists letters by party, kind, state and the time in which they were planned. */
const filteredList = ({ client, tables }: Access): Pick<LetterLists, "list"> => {
  const merged = (question: Listing, partitions: readonly string[], filter: LetterFilter, paging: PageRequest) =>
    mergedPage(client, question, partitions, paging, readLetter, { keeps: keptBy(filter), lookAt: mostLookedAt });

  /** Reads month after month, until a page is full or the maximum number of rows was read. */
  const byMonth = async (filter: LetterFilter, range: SortRange, paging: PageRequest): Promise<Page<Letter>> => {
    const question: Listing = { table: tableOf(tables, "letters"), index: "byMonth", sort: range, newestFirst: true };
    const items: Letter[] = [];
    let after = paging.after;
    for (const month of monthsOf(filter.from, filter.until, after)) {
      const { onUnreadable, limit } = paging;
      const place = after === undefined ? {} : { after };
      const heard = onUnreadable === undefined ? {} : { onUnreadable };
      const wanted = { limit: limit - items.length, ...place, ...heard };
      const found = await merged(question, monthPartitions(month), filter, wanted);
      items.push(...found.items);
      if (found.next !== undefined) return { items, next: found.next };
      after = undefined;
      if (items.length === limit && filter.from !== undefined && month > monthOf(filter.from)) {
        const last = items.at(-1);
        return { items, ...(last === undefined ? {} : { next: encodePosition(monthPlace(last)) }) };
      }
    }
    return { items };
  };

  return {
    list: (filter, paging) => {
      const { party, state, from, until } = filter;
      const table = tableOf(tables, "letters");
      const range: SortRange = { from: from ?? "", below: until ?? endOfSort };
      if (party !== undefined)
        return merged(
          { table, index: "byParty", sort: range, newestFirst: true },
          [partyPartition(party)],
          filter,
          paging,
        );
      if (state !== undefined && from === undefined)
        return merged({ table, index: "byState" }, statePartitions(state), filter, paging);
      return byMonth(filter, range, paging);
    },
  };
};

/** Lists of letters that one index serves. */
const indexedLists = ({
  client,
  tables,
}: Access): Pick<LetterLists, "needingAttention" | "ofParty" | "aboutNominations" | "ofSubject"> => {
  const letters = (question: Omit<Question, "table">, paging: PageRequest) =>
    page(client, { table: tableOf(tables, "letters"), ...question }, paging, readLetter);
  const newestFirst = (
    { from, ...question }: Pick<Question, "index" | "partition"> & { readonly from: Instant | undefined },
    paging: PageRequest,
  ) => letters({ ...question, ...(from === undefined ? {} : { sort: { from } }), newestFirst: true }, paging);

  return {
    needingAttention: (state, until, paging) =>
      mergedPage(
        client,
        { table: tableOf(tables, "letters"), index: "byState", sort: { below: notAfter(until) } },
        statePartitions(state),
        paging,
        readLetter,
      ),
    ofParty: (party, { from, ...paging }) =>
      newestFirst({ index: "byParty", partition: partyPartition(party), from }, paging),
    aboutNominations: ({ from, ...paging }) =>
      newestFirst({ index: "byNomination", partition: nominationsPartition, from }, paging),
    ofSubject: (subject, paging) => letters({ index: "bySubject", partition: subject, newestFirst: true }, paging),
  };
};

/** Lists of letters on DynamoDB. */
export const letterLists = (access: Access): LetterLists => ({ ...filteredList(access), ...indexedLists(access) });
