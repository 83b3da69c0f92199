import { defined } from "../../schemas/base/defined.ts";
import type { Page, PageRequest } from "./ports/paging.ts";

/** Yields the pages of a query one after the other. A caller that drops each page keeps one in memory at a time. */
export async function* pagesOf<Item>(
  question: (paging: PageRequest) => Promise<Page<Item>>,
  limit: number,
): AsyncGenerator<readonly Item[]> {
  let after: string | undefined;
  do {
    const page = await question({ limit, ...defined({ after }) });
    yield page.items;
    after = page.next;
  } while (after !== undefined);
}

/** The maximum number of reads of a list for one page of selected items. */
const mostReads = 20;

/**
 * Returns a page of selected items from a list without a suitable index. It reads until the page is full or the maximum
 * number of reads is reached; then the page may be short, or empty, and has a next position.
 */
export const keptPage = async <Item>(
  question: (paging: PageRequest) => Promise<Page<Item>>,
  keeps: (item: Item) => boolean,
  { limit, after, ...how }: PageRequest,
): Promise<Page<Item>> => {
  const items: Item[] = [];
  let position = after;
  for (let reads = 0; reads < mostReads && items.length < limit; reads += 1) {
    const place = position === undefined ? {} : { after: position };
    const page = await question({ ...how, limit: limit - items.length, ...place });
    items.push(...page.items.filter(keeps));
    position = page.next;
    if (position === undefined) return { items };
  }
  return position === undefined ? { items } : { items, next: position };
};

/** All items of a paged question, page after page. */
export const all = async <Item>(
  question: (paging: PageRequest) => Promise<Page<Item>>,
  limit = 100,
): Promise<Item[]> => {
  const items: Item[] = [];
  for await (const page of pagesOf(question, limit)) items.push(...page);
  return items;
};
