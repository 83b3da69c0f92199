import { ConditionalCheckFailedException, PutItemCommand } from "@aws-sdk/client-dynamodb";
import { lettersTable } from "../../../schemas/tables.ts";
import type { SlotBook } from "../ports.ts";
import { toItem } from "./attributes.ts";
import { carries, isNew } from "./conditions.ts";
import { slotsKey } from "./keys.ts";
import { readingItems } from "./reading.ts";
import { readSlotLine } from "./rows.ts";
import { type Access, tableOf } from "./tables.ts";

/**
 * The line of slots of one mail service, an item of the table of letters: no index lists it. A taking that was written
 * but not heard of counts as somebody else's: its slots are given up.
 */
export const dynamoSlots = (access: Access, service: string): SlotBook => {
  const { client, tables } = access;
  const read = readingItems(access, "letters");
  return {
    read: () => read(slotsKey(service), readSlotLine),
    replace: async (before, next) => {
      try {
        await client.send(
          new PutItemCommand({
            TableName: tableOf(tables, "letters").name,
            Item: toItem({ ...slotsKey(service), schema: 1, ...next }),
            ...(before === undefined ? isNew(lettersTable.partitionKey) : carries("revision", before.revision)),
            ReturnValuesOnConditionCheckFailure: "ALL_OLD",
          }),
        );
        return { written: true };
      } catch (error) {
        if (!(error instanceof ConditionalCheckFailedException)) throw error;
        return { written: false, stands: error.Item === undefined ? undefined : readSlotLine(error.Item) };
      }
    },
  };
};
