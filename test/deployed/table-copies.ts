import {
  type AttributeValue,
  BatchWriteItemCommand,
  CreateTableCommand,
  DescribeTableCommand,
  DynamoDBClient,
  ScanCommand,
} from "@aws-sdk/client-dynamodb";

/** The limit of items in a batch. */
const batchSize = 25;

/**
 * Copies a table into one of another name, as a restore to this moment gives it: items and indexes, without a stream or
 * an expiry. The emulated cloud has no restore of its own. Returns the name of the copy.
 */
export const copyTable = async (name: string, suffix: string): Promise<string> => {
  const client = new DynamoDBClient({});
  const copy = `${name}-${suffix}`;
  const { Table: table } = await client.send(new DescribeTableCommand({ TableName: name }));
  await client.send(
    new CreateTableCommand({
      TableName: copy,
      BillingMode: "PAY_PER_REQUEST",
      AttributeDefinitions: table?.AttributeDefinitions,
      KeySchema: table?.KeySchema,
      GlobalSecondaryIndexes: table?.GlobalSecondaryIndexes?.map(({ IndexName, KeySchema, Projection }) => ({
        IndexName,
        KeySchema,
        Projection,
      })),
    }),
  );
  let from: Record<string, AttributeValue> | undefined;
  do {
    const scan: ScanCommand = new ScanCommand({ TableName: name, ConsistentRead: true, ExclusiveStartKey: from });
    const { Items: items = [], LastEvaluatedKey: last } = await client.send(scan);
    for (let at = 0; at < items.length; at += batchSize) {
      const requests = items.slice(at, at + batchSize).map((item) => ({ PutRequest: { Item: item } }));
      const { UnprocessedItems: rest = {} } = await client.send(
        new BatchWriteItemCommand({ RequestItems: { [copy]: requests } }),
      );
      if (Object.keys(rest).length > 0) throw new Error(`${copy} did not take all items`);
    }
    from = last;
  } while (from !== undefined);
  client.destroy();
  return copy;
};
