import * as z from "zod";
import { all as everyPage } from "../pages.ts";
import { readNamed, UnreadableRow } from "../unreadable-row.ts";
import type { Page, PageRequest } from "../ports/store.ts";
import { type Item, toItem, type WireItem } from "./attributes.ts";
import { type DynamoDb, keyOf, type NamedTable } from "./tables.ts";

const Position = z.record(z.string(), z.string());

/** A position in a list as an opaque text: the keys of the last item that was given out. */
const encodePosition = (key: Readonly<Record<string, string>>): string =>
  Buffer.from(JSON.stringify(key), "utf8").toString("base64url");

/** Throws a RangeError on a text that is no position; whether it was given out by this list, the edge's signature says. */
const decodePosition = (position: string): Item => {
  try {
    return toItem(Position.parse(JSON.parse(Buffer.from(position, "base64url").toString("utf8"))));
  } catch (cause) {
    throw new RangeError("This is no position in a list", { cause });
  }
};

export interface Question {
  readonly table: NamedTable;
  /** The table's own keys where left out; then reads are consistent, on an index they cannot be. */
  readonly index?: string;
  readonly partition: string;
  /** Sort keys that begin so, that sort below it, or from it on. */
  readonly sort?: { readonly beginsWith: string } | { readonly below: string } | { readonly from: string };
  readonly newestFirst?: boolean;
}

const keyNames = ({ table: { description }, index }: Question) => {
  const own = [description.partitionKey, ...(description.sortKey === undefined ? [] : [description.sortKey])];
  if (index === undefined) return { partition: description.partitionKey, sort: description.sortKey, all: own };
  const found = description.indexes.find(({ name }) => name === index);
  if (found === undefined) throw new Error(`There is no index ${index}`);
  return { partition: found.partitionKey, sort: found.sortKey, all: [...own, found.partitionKey, found.sortKey] };
};

const sortCondition = (sort: NonNullable<Question["sort"]>): readonly [condition: string, value: string] => {
  if ("below" in sort) return ["#sort < :sort", sort.below];
  return "from" in sort ? ["#sort >= :sort", sort.from] : ["begins_with(#sort, :sort)", sort.beginsWith];
};

const positionOf = (item: WireItem | undefined, names: readonly string[]): string | undefined =>
  item === undefined ? undefined : encodePosition(Object.fromEntries(names.map((name) => [name, item[name]?.S ?? ""])));

/** The items as what they hold; one that cannot be read is told of and left out where somebody hears of it. */
const readItems = <T>(
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

/** Asks for so many items of a question after a key; `more` where the answer was cut short or there are others. */
const query = async (client: DynamoDb, question: Question, limit: number, after: Item | undefined) => {
  const names = keyNames(question);
  const [condition, bound] = question.sort === undefined ? [undefined, undefined] : sortCondition(question.sort);
  const { Items: found = [], LastEvaluatedKey: more } = await client.query({
    TableName: question.table.name,
    IndexName: question.index,
    ConsistentRead: question.index === undefined,
    KeyConditionExpression: ["#partition = :partition", ...(condition === undefined ? [] : [condition])].join(" AND "),
    ExpressionAttributeNames: {
      "#partition": names.partition,
      ...(condition === undefined || names.sort === undefined ? {} : { "#sort": names.sort }),
    },
    ExpressionAttributeValues: {
      ":partition": { S: question.partition },
      ...(bound === undefined ? {} : { ":sort": { S: bound } }),
    },
    ScanIndexForward: question.newestFirst !== true,
    Limit: limit,
    ExclusiveStartKey: after,
  });
  return { found, isCut: more !== undefined };
};

/**
 * One page of a query, in the order of sort keys. One item more than asked for is read, so that the last page knows
 * that it is the last; a page cut short by the size of its items goes on after the last one.
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
    ...(next === undefined ? {} : { next }),
  };
};

/**
 * One page of what several partitions of an index hold together, in the order of their sort keys, which must be unique over
 * all of them: the position of the last item is one in each partition.
 */
export const mergedPage = async <T>(
  client: DynamoDb,
  question: Omit<Question, "partition" | "newestFirst">,
  partitions: readonly string[],
  { limit, after, onUnreadable }: PageRequest,
  read: (item: WireItem) => T,
): Promise<Page<T>> => {
  const names = keyNames({ ...question, partition: "" });
  const sortOf = (item: WireItem | undefined): string => item?.[names.sort ?? ""]?.S ?? "";
  const position = after === undefined ? undefined : decodePosition(after);
  const answers = await Promise.all(
    partitions.map((partition) => {
      const start = position === undefined ? undefined : { ...position, [names.partition]: { S: partition } };
      return query(client, { ...question, partition }, limit + 1, start);
    }),
  );
  // What follows the last item of an answer that was cut short is not known, so nothing after it may be given out.
  const ends = answers.flatMap(({ found, isCut }) => (isCut && found.length > 0 ? [sortOf(found.at(-1))] : []));
  const known = answers
    .flatMap(({ found }) => found)
    .toSorted((left, right) => (sortOf(left) < sortOf(right) ? -1 : 1));
  const items = known.filter((item) => ends.every((end) => sortOf(item) <= end)).slice(0, limit);
  const isLast = known.length === items.length && answers.every(({ isCut }) => !isCut);
  const next = isLast ? undefined : positionOf(items.at(-1), names.all);
  return {
    items: readItems(items, question.table, read, onUnreadable),
    ...(next === undefined ? {} : { next }),
  };
};

/** All items of a query, page after page: for questions whose answer is known to be short. */
export const all = <T>(client: DynamoDb, question: Question, read: (item: WireItem) => T): Promise<readonly T[]> =>
  everyPage((paging) => page(client, question, paging, read), 1_000);
