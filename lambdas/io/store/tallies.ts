import { ConditionalCheckFailedException, PutItemCommand } from "@aws-sdk/client-dynamodb";
import { lettersTable } from "../../../schemas/tables.ts";
import type { Ledger } from "../ports.ts";
import { toItem } from "./attributes.ts";
import { carries, isNew } from "./conditions.ts";
import { tallyKey } from "./keys.ts";
import type { ReadItem } from "./reading.ts";
import { readTally } from "./rows.ts";
import { type Access, tableOf } from "./tables.ts";

/**
 * What the breaker keeps of each bulletin, items of the table of letters: no index lists them. A writing that was not
 * heard of counts as somebody else's: the letters are then counted once more.
 */
export const dynamoTallies = ({ client, tables }: Access, read: ReadItem): Pick<Ledger, "tally" | "writeTally"> => ({
  tally: (bulletin) => read(tallyKey(bulletin), readTally),
  writeTally: async (next) => {
    try {
      await client.send(
        new PutItemCommand({
          TableName: tableOf(tables, "letters").name,
          Item: toItem({ ...tallyKey(next.bulletin), ...next }),
          ...(next.revision === 1 ? isNew(lettersTable.partitionKey) : carries("revision", next.revision - 1)),
        }),
      );
      return true;
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
      return false;
    }
  },
});
