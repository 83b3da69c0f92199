import { toItem } from "./attributes.ts";
import type { Condition } from "./conditions.ts";
import type { ItemKey } from "./item-reader.ts";
import { isConditionalCheckFailed } from "./refusals.ts";
import type { DynamoDb, NamedTable } from "./tables.ts";

/** Deletes an item on a condition; returns false if the condition fails. Does nothing if there is no item. */
export const deleteUnder = async (
  client: Pick<DynamoDb, "deleteItem">,
  { name }: NamedTable,
  key: ItemKey,
  condition?: Condition,
): Promise<boolean> => {
  try {
    await client.deleteItem({ TableName: name, Key: toItem(key), ...condition });
    return true;
  } catch (error) {
    if (isConditionalCheckFailed(error)) return false;
    throw error;
  }
};
