import type { Cursors } from "./cursors.ts";

/**
 * So many bytes of items stand in a page: a function answers at most 6 MB, in which the reply is a text in JSON, and
 * besides the items there are the other members, the headers, and the last item that is still taken in.
 */
export const mostPageBytes = 4_000_000;

/** How many items are made at once: few, as each may be half a megabyte. */
const maxConcurrency = 8;

/** The bytes of a value in what a function answers, where the body stands as a text in JSON; none of one that is left out. */
export const payloadBytes = (value: unknown): number =>
  value === undefined ? 0 : Buffer.byteLength(JSON.stringify(JSON.stringify(value)));

export interface PlaceInList {
  /** The number of the first item, from 0. */
  readonly from: number;
  readonly limit: number;
}

/**
 * As many items as a page takes, from a place in a list on, by number and by size; `next` is the place at which to go on,
 * absent at the end. A page holds at least one item.
 */
export const fillPage = async <Item, View>(
  all: readonly Item[],
  { from, limit }: PlaceInList,
  viewOf: (item: Item) => View | Promise<View>,
): Promise<{ readonly items: View[]; readonly next?: number }> => {
  const items: View[] = [];
  const end = Math.min(all.length, from + limit);
  let bytes = 0;
  for (let at = from; at < end; at += maxConcurrency) {
    const made = await Promise.all(all.slice(at, Math.min(end, at + maxConcurrency)).map(viewOf));
    for (const view of made) {
      bytes += payloadBytes(view);
      if (items.length > 0 && bytes > mostPageBytes) return { items, next: from + items.length };
      items.push(view);
    }
  }
  return end < all.length ? { items, next: end } : { items };
};

/** A page of a list that is read whole, as the reply to the request for it. */
export const listPage = async <Item, View>(
  all: readonly Item[],
  { query, cursors }: ListRequest,
  viewOf: (item: Item) => View | Promise<View>,
): Promise<{ items: View[]; next?: string }> => {
  const { after } = await cursors.open(query.cursor);
  const { items, next } = await fillPage(all, { from: Number(after ?? 0), limit: query.limit }, viewOf);
  return { items, ...(await cursors.seal(next === undefined ? undefined : `${next}`)) };
};

export interface ListRequest {
  readonly query: { readonly limit: number; readonly cursor?: string | undefined };
  readonly cursors: Cursors;
}
