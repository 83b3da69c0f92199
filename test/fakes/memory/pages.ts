import * as z from "zod";
import type { IdPageRequest, Page } from "../../../lambdas/io/ports/paging.ts";

const isPlain = (value: object): boolean => {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
};

const copyOfObject = (value: Readonly<Record<string, unknown>>): object => {
  const copy: Record<string, unknown> = {};
  for (const name of Object.keys(value).toSorted()) {
    if (name === "__proto__") throw new TypeError("A member of this name is not kept");
    const member = value[name];
    if (member !== undefined) copy[name] = kept(member);
  }
  return Object.freeze(copy);
};

/** Returns a frozen copy. Only values that it returned are frozen, so a frozen value is returned unchanged. */
const kept = (value: unknown): unknown => {
  switch (typeof value) {
    case "string":
    case "boolean":
      return value;
    case "number":
      if (!Number.isFinite(value)) throw new TypeError(`${value} has no JSON`);
      return value;
    case "object":
      if (value === null || Object.isFrozen(value)) return value;
      // JSON says null where an array has nothing.
      if (Array.isArray(value)) return Object.freeze(value.map((each) => (each === undefined ? null : kept(each))));
      if (!isPlain(value)) throw new TypeError(`A ${value.constructor.name} is not kept`);
      return copyOfObject(value as Readonly<Record<string, unknown>>);
    default:
      throw new TypeError(`A value of type ${typeof value} has no JSON`);
  }
};

/**
 * Returns a value as a table returns it after a write: a frozen copy without undefined members, its names in order. A
 * returned row is stored unchanged. Throws a TypeError on a value that has no JSON.
 */
export const rowOf = <T>(value: T): T => kept(value) as T;

/** Returns the value of a map under a key, or undefined if there is none. */
export const found = <Key, T>(rows: ReadonlyMap<Key, T>, key: Key): T | undefined => {
  const row = rows.get(key);
  return row === undefined ? undefined : rowOf(row);
};

/** Returns a page of rows in the order of their keys (by code unit, as the keys are ASCII). */
export const pageOf = <T>(
  rows: readonly (readonly [key: string, row: T])[],
  { limit, after, ids }: IdPageRequest,
  newestFirst = false,
): Page<T> => {
  const listed = rows.filter(([key]) => ids === undefined || (key >= ids.from && key < ids.below));
  const sorted = listed.toSorted(([one], [other]) => (one < other ? -1 : 1));
  if (newestFirst) sorted.reverse();
  const position = after === undefined ? undefined : decode(after);
  const left = sorted.filter(([key]) => position === undefined || (newestFirst ? key < position : key > position));
  const items = left.slice(0, limit);
  const last = items.at(-1)?.[0];
  const next = left.length > limit && last !== undefined ? { next: encode(last) } : {};
  return { items: items.map(([, row]) => rowOf(row)), ...next };
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
export const answer = <T>(request: () => T): Promise<T> => Promise.resolve().then(request);

/** Makes the entries of a map that `is` chooses what they were before. */
export const putBack = <T>(
  map: Map<string, T>,
  before: ReadonlyMap<string, T>,
  is: (id: string, value: T) => boolean,
) => {
  for (const [id, value] of map) if (is(id, value)) map.delete(id);
  for (const [id, value] of before) if (is(id, value)) map.set(id, value);
};
