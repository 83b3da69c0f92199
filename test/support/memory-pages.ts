import canonicalize from "canonicalize";
import * as z from "zod";
import type { Page, PageRequest } from "../../lambdas/io/ports/store.ts";

/** What goes into a table and comes out again: a copy without what is undefined, its names in order. */
export const stored = <T>(value: T): T => JSON.parse(canonicalize(value) ?? "null") as T;

/** Rows in the order of their keys (by code unit, as the keys are ASCII), in pages. */
export const pageOf = <T>(
  rows: readonly (readonly [key: string, row: T])[],
  { limit, after }: PageRequest,
  newestFirst = false,
): Page<T> => {
  const sorted = rows.toSorted(([one], [other]) => (one < other ? -1 : 1));
  if (newestFirst) sorted.reverse();
  const position = after === undefined ? undefined : decode(after);
  const left = sorted.filter(([key]) => position === undefined || (newestFirst ? key < position : key > position));
  const items = left.slice(0, limit);
  const last = items.at(-1)?.[0];
  const next = left.length > limit && last !== undefined ? { next: encode(last) } : {};
  return { items: items.map(([, row]) => stored(row)), ...next };
};
const encode = (key: string): string => Buffer.from(JSON.stringify({ key })).toString("base64url");
const decode = (position: string): string => {
  try {
    return z.object({ key: z.string() }).parse(JSON.parse(Buffer.from(position, "base64url").toString())).key;
  } catch (cause) {
    throw new RangeError("This is no position in a list", { cause });
  }
};

/** Lets the caller wait as it would for a real store, and turns what is thrown into a rejection. */
export const answer = <T>(ask: () => T): Promise<T> => Promise.resolve().then(ask);

/** Makes the entries of a map that `is` chooses what they were before. */
export const putBack = <T>(
  map: Map<string, T>,
  before: ReadonlyMap<string, T>,
  is: (id: string, value: T) => boolean,
) => {
  for (const [id, value] of map) if (is(id, value)) map.delete(id);
  for (const [id, value] of before) if (is(id, value)) map.set(id, value);
};
