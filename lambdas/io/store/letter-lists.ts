import { isLetterInPhase } from "../../../domain/letters/about-clusters.ts";
import { monthOf, monthsFrom } from "../../../domain/base/time.ts";
import type { Letter } from "../../../schemas/model/letter.ts";
import type { Ledger, LetterFilter } from "../ports/outbox.ts";
import type { Page, PageRequest } from "../ports/store.ts";
import { monthPartitions, monthPlace, endOfSort, statePartitions } from "./keys/letters.ts";
import { partyPartition } from "./keys/indexes.ts";
import { encodePosition, mergedPage, positionIn, type Question, type SortRange } from "./pages.ts";
import { readLetter } from "./rows/letters.ts";
import { type Access, tableOf } from "./tables.ts";

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
export const dynamoLetterLists = ({ client, tables }: Access): Pick<Ledger, "list"> => {
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
