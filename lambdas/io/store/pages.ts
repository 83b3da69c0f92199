import { defined } from "../../../schemas/base/defined.ts";
import * as z from "zod";
import { all as everyPage } from "../pages.ts";
import { readNamed, UnreadableRow } from "../unreadable-row.ts";
import type { Page, PageRequest } from "../ports/paging.ts";
import { type Item, toItem, type WireItem } from "./attributes.ts";
import { type DynamoDb, keyOf, type NamedTable } from "./tables.ts";

const Position = z.record(z.string(), z.string());

/** A position in a list as an opaque text: the keys of the last item that was given out. */
export const encodePosition = (key: Readonly<Record<string, string>>): string =>
  Buffer.from(JSON.stringify(key), "utf8").toString("base64url");

/** Throws a RangeError on a text that is no position. The cursor's signature proves that this list returned it. */
export const decodePosition = (position: string): Item => {
  try {
    return toItem(Position.parse(JSON.parse(Buffer.from(position, "base64url").toString("utf8"))));
  } catch (cause) {
    throw new RangeError("This is no position in a list", { cause });
  }
};

/** Sort keys from one on that sort below another. */
export interface SortRange {
  readonly from: string;
  readonly below: string;
}

export interface Question {
  readonly table: NamedTable;
  /** The table's own keys where left out; then reads are consistent, on an index they cannot be. */
  readonly index?: string;
  /** The table's own keys are read at half the price, and may lack what was written a moment ago. */
  readonly isEventual?: true;
  readonly partition: string;
  /** Sort keys that begin so, that sort below it, from it on, or from one to below another. */
  readonly sort?: { readonly beginsWith: string } | { readonly below: string } | { readonly from: string } | SortRange;
  readonly newestFirst?: boolean;
  /** Paths of the requested attributes in addition to the keys; all attributes if omitted. */
  readonly only?: readonly (readonly string[])[];
}

const keyNames = ({ table: { description }, index }: Question) => {
  const own = [description.partitionKey, ...(description.sortKey === undefined ? [] : [description.sortKey])];
  if (index === undefined) return { partition: description.partitionKey, sort: description.sortKey, all: own };
  const found = description.indexes.find(({ name }) => name === index);
  if (found === undefined) throw new Error(`There is no index ${index}`);
  return { partition: found.partitionKey, sort: found.sortKey, all: [...own, found.partitionKey, found.sortKey] };
};

const sortCondition = (sort: NonNullable<Question["sort"]>): readonly [condition: string, ...values: string[]] => {
  // Both bounds of BETWEEN are taken in: no key of an item is an instant alone, which is where a range ends.
  if ("below" in sort && "from" in sort) return ["#sort BETWEEN :sort0 AND :sort1", sort.from, sort.below];
  if ("below" in sort) return ["#sort < :sort0", sort.below];
  return "from" in sort ? ["#sort >= :sort0", sort.from] : ["begins_with(#sort, :sort0)", sort.beginsWith];
};

const positionOf = (item: WireItem | undefined, names: readonly string[]): string | undefined =>
  item === undefined ? undefined : encodePosition(Object.fromEntries(names.map((name) => [name, item[name]?.S ?? ""])));

/** Returns the content of the items; reports and skips an unreadable one if a listener is given. */
export const readItems = <T>(
  items: readonly WireItem[],
  table: NamedTable,
  read: (item: WireItem) => T,
  onUnreadable: PageRequest["onUnreadable"],
): readonly T[] =>
  items.flatMap((item) => {
    const row = keyOf(item, table);
    try {
      return [readNamed(row, () => read(item))];
    } catch (error) {
      if (onUnreadable === undefined || !(error instanceof UnreadableRow)) throw error;
      onUnreadable(row);
      return [];
    }
  });

/** Returns the names and the expression that request only some attributes. */
const projectionOf = (paths: readonly (readonly string[])[]) => {
  const names = [...new Set(paths.flat())];
  const shortOf = (name: string): string => `#a${names.indexOf(name)}`;
  return {
    names: Object.fromEntries(names.map((name) => [shortOf(name), name])),
    expression: paths.map((path) => path.map(shortOf).join(".")).join(", "),
  };
};

/** Returns true if a range ends before it starts; the database refuses such a query. */
const isEmptyRange = ({ sort }: Question): boolean =>
  sort !== undefined && "below" in sort && "from" in sort && sort.below < sort.from;

/** Queries a number of items after a key; `more` if the reply was cut short or more items exist. */
const query = async (client: DynamoDb, question: Question, limit: number, after: Item | undefined) => {
  if (isEmptyRange(question)) return { found: [], isCut: false };
  const names = keyNames(question);
  const projection =
    question.only === undefined ? undefined : projectionOf([...question.only, ...names.all.map((name) => [name])]);
  const [condition, ...bounds] = question.sort === undefined ? [undefined] : sortCondition(question.sort);
  const { Items: found = [], LastEvaluatedKey: more } = await client.query({
    TableName: question.table.name,
    IndexName: question.index,
    ConsistentRead: question.index === undefined && question.isEventual !== true,
    KeyConditionExpression: ["#partition = :partition", ...(condition === undefined ? [] : [condition])].join(" AND "),
    ExpressionAttributeNames: {
      "#partition": names.partition,
      ...(condition === undefined || names.sort === undefined ? {} : { "#sort": names.sort }),
      ...projection?.names,
    },
    ProjectionExpression: projection?.expression,
    ExpressionAttributeValues: {
      ":partition": { S: question.partition },
      ...Object.fromEntries(bounds.map((bound, place) => [`:sort${place}`, { S: bound }])),
    },
    ScanIndexForward: question.newestFirst !== true,
    Limit: limit,
    ExclusiveStartKey: after,
  });
  return { found, isCut: more !== undefined };
};

/**
 * Returns one page of a query, in the order of sort keys. It reads one item more than requested, so that the last page
 * is recognized as the last. A page cut short by the size of its items continues after the last one.
 */
export const page = async <T>(
  client: DynamoDb,
  question: Question,
  { limit, after, onUnreadable }: PageRequest,
  read: (item: WireItem) => T,
): Promise<Page<T>> => {
  const start = after === undefined ? undefined : decodePosition(after);
  const { found, isCut } = await query(client, question, limit + 1, start);
  const items = found.slice(0, limit);
  const next = found.length > limit || isCut ? positionOf(items.at(-1), keyNames(question).all) : undefined;
  return {
    items: readItems(items, question.table, read, onUnreadable),
    ...defined({ next }),
  };
};

/** Returns one attribute of the item at a position; undefined if it has none. */
export const positionIn = (position: string, name: string): string | undefined => decodePosition(position)[name]?.S;

/** A selection from the items of a query that no index serves, and the number of items that are read for a page. */
interface Choice<T> {
  readonly keeps: (item: T) => boolean;
  readonly lookAt: number;
}

/**
 * Returns one page of several partitions of an index, in the order of their sort keys, which must be unique over all of
 * them: the position of the last item is valid in each partition. With a selection the page may be short, and continues
 * after the last item read.
 */
export const mergedPage = async <T>(
  client: DynamoDb,
  question: Omit<Question, "partition">,
  partitions: readonly string[],
  { limit, after, onUnreadable }: PageRequest,
  read: (item: WireItem) => T,
  choice?: Choice<T>,
): Promise<Page<T>> => {
  const names = keyNames({ ...question, partition: "" });
  const sortOf = (item: WireItem | undefined): string => item?.[names.sort ?? ""]?.S ?? "";
  const position = after === undefined ? undefined : decodePosition(after);
  const perPartition = choice === undefined ? limit + 1 : Math.ceil(choice.lookAt / partitions.length) + 1;
  const answers = await Promise.all(
    partitions.map((partition) => {
      const start = position === undefined ? undefined : { ...position, [names.partition]: { S: partition } };
      return query(client, { ...question, partition }, perPartition, start);
    }),
  );
  const isBefore = (one: string, other: string) => (question.newestFirst === true ? one > other : one < other);
  // The items after the last one of a cut reply are unknown, so the page ends there.
  const ends = answers.flatMap(({ found, isCut }) => (isCut && found.length > 0 ? [sortOf(found.at(-1))] : []));
  const known = answers
    .flatMap(({ found }) => found)
    .toSorted((left, right) => (isBefore(sortOf(left), sortOf(right)) ? -1 : 1));
  const certain = known.filter((item) => ends.every((end) => !isBefore(end, sortOf(item))));
  const { items, seen } = choose(certain, limit, question.table, read, onUnreadable, choice?.keeps);
  const isLast = known.length === seen && answers.every(({ isCut }) => !isCut);
  const next = isLast ? undefined : positionOf(certain[seen - 1], names.all);
  return { items, ...defined({ next }) };
};

/** Returns the first selected items, as many as required, and the number of items read for them. */
const choose = <T>(
  items: readonly WireItem[],
  limit: number,
  table: NamedTable,
  read: (item: WireItem) => T,
  onUnreadable: PageRequest["onUnreadable"],
  keeps?: (item: T) => boolean,
): { readonly items: readonly T[]; readonly seen: number } => {
  if (keeps === undefined) {
    const first = items.slice(0, limit);
    return { items: readItems(first, table, read, onUnreadable), seen: first.length };
  }
  const kept: T[] = [];
  let seen = 0;
  for (const item of items) {
    if (kept.length === limit) break;
    seen += 1;
    kept.push(...readItems([item], table, read, onUnreadable).filter(keeps));
  }
  return { items: kept, seen };
};

/** Returns all items of a query, page by page, for queries with few results. */
export const all = <T>(
  client: DynamoDb,
  question: Question,
  read: (item: WireItem) => T,
  onUnreadable?: PageRequest["onUnreadable"],
): Promise<readonly T[]> =>
  everyPage((paging) => page(client, question, { ...paging, ...defined({ onUnreadable }) }, read), 1_000);
