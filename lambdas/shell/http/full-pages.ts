import type { Cursors } from "./cursors.ts";

/**
 * The maximum number of bytes of items in a page. A function returns at most 6 MB, with the body as a JSON string;
 * other members, the headers and the last item also need space.
 */
export const mostPageBytes = 4_000_000;

/** The number of items created in parallel: few, because each may have half a megabyte. */
const maxConcurrency = 8;

/** Returns the bytes of a value in a function's reply, where the body is a JSON string; none if it is omitted. */
export const payloadBytes = (value: unknown): number =>
  value === undefined ? 0 : Buffer.byteLength(JSON.stringify(JSON.stringify(value)));

export interface PlaceInList {
  /** The number of the first item, from 0. */
  readonly from: number;
  readonly limit: number;
}

/**
 * Returns the items of a list from a position on that fit into a page by number and size; `next` is the position to
 * continue at, absent at the end. A page has at least one item.
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
