import type { AttributeValue } from "@aws-sdk/client-dynamodb";
import type { WireItem } from "./attributes.ts";
import { type Access, tableOf, type TableNames } from "./tables.ts";

const projectionOf = (names: readonly string[] | undefined) =>
  names === undefined
    ? {}
    : {
        ProjectionExpression: names.map((_, at) => `#n${at}`).join(", "),
        ExpressionAttributeNames: Object.fromEntries(names.map((name, at) => [`#n${at}`, name])),
      };

/** The items of a table, read to its end, with these attributes only where some are named. What changes meanwhile is seen, or is not. */
export async function* scanItems(
  { client, tables }: Access,
  which: keyof TableNames,
  names?: readonly string[],
): AsyncGenerator<WireItem> {
  let from: Record<string, AttributeValue> | undefined;
  do {
    const page = await client.scan({
      TableName: tableOf(tables, which).name,
      ConsistentRead: true,
      ...projectionOf(names),
      ExclusiveStartKey: from,
    });
    yield* page.Items ?? [];
    from = page.LastEvaluatedKey;
  } while (from !== undefined);
}

/** Returns all items of a table in one list. */
export const allItems = async (
  access: Access,
  which: keyof TableNames,
  names: readonly string[],
): Promise<readonly WireItem[]> => {
  const items: WireItem[] = [];
  for await (const item of scanItems(access, which, names)) items.push(item);
  return items;
};
