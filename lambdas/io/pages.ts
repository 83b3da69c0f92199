import type { Page, PageRequest } from "./ports/store.ts";

/** All items of a paged question, page after page. */
export const all = async <Item>(
  question: (paging: PageRequest) => Promise<Page<Item>>,
  limit = 100,
): Promise<Item[]> => {
  const items: Item[] = [];
  let after: string | undefined;
  do {
    const page = await question({ limit, ...(after === undefined ? {} : { after }) });
    items.push(...page.items);
    after = page.next;
  } while (after !== undefined);
  return items;
};
