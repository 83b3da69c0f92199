import { toItem } from "./attributes.ts";
import type { Condition } from "./conditions.ts";
import type { ItemKey } from "./item-reader.ts";
import { isConditionalCheckFailed } from "./refusals.ts";
import type { DynamoDb, NamedTable } from "./tables.ts";

/** Deletes an item, as long as it is as a condition says; false where it is otherwise. Nothing where there is none. */
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
