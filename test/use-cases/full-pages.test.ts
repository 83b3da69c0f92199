import { describe, expect, test } from "vitest";
import { fillPage, mostPageBytes, payloadBytes } from "../../lambdas/shell/http/full-pages.ts";

const counting = Array.from({ length: 95 }, (_, at) => at);
const pagesOf = async <View>(all: readonly number[], limit: number, viewOf: (one: number) => View) => {
  const pages: View[][] = [];
  for (let from: number | undefined = 0; from !== undefined;) {
    const page: { items: View[]; next?: number } = await fillPage(all, { from, limit }, viewOf);
    pages.push(page.items);
    from = page.next;
  }
  return pages;
};

describe("a list that is read whole", () => {
  test.each([1, 7, 8, 9, 94, 95, 96, 200])("gives each item once, in pages of %i", async (limit) => {
    const pages = await pagesOf(counting, limit, (one) => one);
    expect(pages.flat()).toEqual(counting);
    expect(pages).toHaveLength(Math.ceil(counting.length / limit));
  });

  test("that is empty is one page", async () => {
    expect(await fillPage([], { from: 0, limit: 5 }, String)).toEqual({ items: [] });
  });

  test("is cut where a function could not answer it, each item once", async () => {
    // The longest text that a party submits, of the character that takes most room in a function's answer.
    const text = '"'.repeat(60_000);
    const pages = await pagesOf(counting, 200, (one) => ({ one, text }));
    expect(pages.flat().map(({ one }) => one)).toEqual(counting);
    expect(pages.length).toBeGreaterThan(1);
    for (const items of pages) expect(payloadBytes({ items })).toBeLessThan(mostPageBytes + 10_000);
  });

  test("makes no more items than it gives, but for the few that are made together", async () => {
    let made = 0;
    await fillPage(counting, { from: 3, limit: 10 }, () => (made += 1));
    expect(made).toBe(10);
  });

  test("may hold items of which nothing is shown", async () => {
    expect(await fillPage(counting, { from: 90, limit: 10 }, () => undefined)).toEqual({
      items: [undefined, undefined, undefined, undefined, undefined],
    });
  });

  test("gives an item that is larger than a page alone", async () => {
    const pages = await pagesOf([1, 2], 5, () => "x".repeat(mostPageBytes + 1));
    expect(pages.map((items) => items.length)).toEqual([1, 1]);
  });
});
