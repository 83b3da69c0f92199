import type { Page, PageRequest } from "./ports/store.ts";

/** The pages of a question, one after the other: whoever forgets one before taking the next holds one at a time. */
export async function* pagesOf<Item>(
  question: (paging: PageRequest) => Promise<Page<Item>>,
  limit: number,
): AsyncGenerator<readonly Item[]> {
  let after: string | undefined;
  do {
    const page = await question({ limit, ...(after === undefined ? {} : { after }) });
    yield page.items;
    after = page.next;
  } while (after !== undefined);
}

/** How often a list is read for one page of what is kept of it. */
const mostReads = 20;

/**
 * A page of what is kept of a list that no index serves by that. It is read on until the page is full or it was read so
 * often; then the page may be short, or empty, and goes on.
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
