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

/** All items of a paged question, page after page. */
export const all = async <Item>(
  question: (paging: PageRequest) => Promise<Page<Item>>,
  limit = 100,
): Promise<Item[]> => {
  const items: Item[] = [];
  for await (const page of pagesOf(question, limit)) items.push(...page);
  return items;
};
