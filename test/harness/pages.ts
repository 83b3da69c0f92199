import type { Page } from "playwright-core";

/** Runs in the page: returns words whose letters are on several lines. */
const findBrokenWords = `(() => {
  const broken = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    for (const { 0: word, index } of node.nodeValue.matchAll(/[\\p{L}\\p{N}’']+/gu)) {
      const range = document.createRange();
      range.setStart(node, index);
      range.setEnd(node, index + word.length);
      const shown = [...range.getClientRects()].filter(({ width }) => width > 0);
      if (new Set(shown.map(({ top }) => Math.round(top))).size > 1) broken.push(word);
    }
  }
  return broken;
})()`;

/** Returns the words of a page that are on more than one line: each is broken in its middle. */
export const brokenWords = (page: Page): Promise<readonly string[]> => page.evaluate<string[]>(findBrokenWords);

/** Runs in the page: of how many lines the text in the cells of a table is. */
const countLines = `[...document.querySelectorAll(".parties tbody :is(th, td)")].map((cell) => {
  const range = document.createRange();
  range.selectNodeContents(cell);
  return Math.round(range.getBoundingClientRect().height / Number.parseFloat(getComputedStyle(cell).lineHeight));
})`;

/** Returns the number of lines of the longest cell of the President's list. */
export const mostLines = async (page: Page): Promise<number> =>
  Math.max(...(await page.evaluate<number[]>(countLines)));

/** Returns true if content overflows the window, so that a reader must scroll to the side. */
export const overflows = (page: Page): Promise<boolean> =>
  page.evaluate<boolean>("document.documentElement.scrollWidth > innerWidth");
