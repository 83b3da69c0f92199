import {
  type DynamoDB,
  DescribeContinuousBackupsCommand,
  DescribeTableCommand,
  DescribeTimeToLiveCommand,
  TagResourceCommand,
  type TableDescription as DeployedTable,
  UpdateContinuousBackupsCommand,
  UpdateTableCommand,
  UpdateTimeToLiveCommand,
} from "@aws-sdk/client-dynamodb";
import { stackTags } from "../../lib/stack-tags.ts";
import { dynamoLedger } from "../../lambdas/io/store/ledger.ts";
import { UserError } from "../../local/base/user-error.ts";
import type { Restoration } from "../../schemas/model/restoration.ts";
import { journalTable, lettersTable, recordsTable, type TableDescription } from "../../schemas/model/tables.ts";

import type { OpenStage } from "../stage-tables.ts";

/** Tables that were restored under names of their own. */
interface RestoredTables {
  readonly records: string;
  readonly journal: string;
  readonly letters: string;
}

const descriptions = { records: recordsTable, journal: journalTable, letters: lettersTable } as const;

/** Returns the reason why a table cannot replace the described one, or undefined if it can. */
const whyUnfit = (found: DeployedTable, wanted: TableDescription): string | undefined => {
  if (found.TableStatus !== "ACTIVE") return `is ${found.TableStatus ?? "nowhere"}: wait until it is ACTIVE`;
  const keys = (found.KeySchema ?? []).map(({ AttributeName: name }) => name);
  const wantedKeys = [wanted.partitionKey, ...(wanted.sortKey === undefined ? [] : [wanted.sortKey])];
  if (keys.join() !== wantedKeys.join()) return `has the keys ${keys.join(", ")} and not ${wantedKeys.join(", ")}`;
  const indexes = new Set((found.GlobalSecondaryIndexes ?? []).map(({ IndexName: name }) => name));
  const missing = wanted.indexes.map(({ name }) => name).filter((name) => !indexes.has(name));
  return missing.length === 0 ? undefined : `lacks the indexes ${missing.join(", ")}: restore it with all of them`;
};

const describe = async (client: DynamoDB, name: string, wanted: TableDescription): Promise<DeployedTable> => {
  const { Table: table } = await client.send(new DescribeTableCommand({ TableName: name }));
  if (table === undefined) throw new UserError(`There is no table ${name}`);
  const why = whyUnfit(table, wanted);
  if (why !== undefined) throw new UserError(`The table ${name} ${why}`);
  return table;
};

/** A restored table keeps its items and indexes only: the stream, the expiry and the recovery are set again. */
const completeSettings = async (client: DynamoDB, name: string, wanted: TableDescription): Promise<void> => {
  const table = await describe(client, name, wanted);
  if (wanted.stream && table.StreamSpecification?.StreamEnabled !== true)
    await client.send(
      new UpdateTableCommand({
        TableName: name,
        StreamSpecification: { StreamEnabled: true, StreamViewType: "NEW_IMAGE" },
      }),
    );
  if (wanted.timeToLive !== undefined) {
    const { TimeToLiveDescription: expiry } = await client.send(new DescribeTimeToLiveCommand({ TableName: name }));
    if (expiry?.TimeToLiveStatus !== "ENABLED" && expiry?.TimeToLiveStatus !== "ENABLING")
      await client.send(
        new UpdateTimeToLiveCommand({
          TableName: name,
          TimeToLiveSpecification: { Enabled: true, AttributeName: wanted.timeToLive },
        }),
      );
  }
  const { ContinuousBackupsDescription: backups } = await client.send(
    new DescribeContinuousBackupsCommand({ TableName: name }),
  );
  if (backups?.PointInTimeRecoveryDescription?.PointInTimeRecoveryStatus !== "ENABLED")
    await client.send(
      new UpdateContinuousBackupsCommand({
        TableName: name,
        PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
      }),
    );
};

/** Gives a restored table the tags of the stage's own tables, and their protection against deletion where the stage keeps data. */
const protect = async (
  client: DynamoDB,
  name: string,
  tags: Readonly<Record<string, string>>,
  isKept: boolean,
): Promise<void> => {
  const { Table: table } = await client.send(new DescribeTableCommand({ TableName: name }));
  await client.send(
    new TagResourceCommand({
      ResourceArn: table?.TableArn,
      Tags: Object.entries(tags).map(([Key, Value]) => ({ Key, Value })),
    }),
  );
  if (isKept && table?.DeletionProtectionEnabled !== true)
    await client.send(new UpdateTableCommand({ TableName: name, DeletionProtectionEnabled: true }));
};

/**
 * Prepares restored tables for use, and records the restoration, before any function reads them: from then on, letters
 * that may have left are paused. Returns the stream of the journal. May be repeated. Throws a UserError if a table
 * cannot replace the original, and then has changed none.
 */
export const adoptTables = async (
  { name, settings, client }: Pick<OpenStage, "name" | "settings" | "client">,
  tables: RestoredTables,
  restoration: Restoration,
): Promise<{ readonly journalStream: string }> => {
  for (const which of ["records", "journal", "letters"] as const)
    await describe(client, tables[which], descriptions[which]);
  // This comes first: from now on, every reader of these tables pauses letters that may have left.
  await dynamoLedger({ client, tables }).writeRestoration(restoration);
  for (const which of ["records", "journal", "letters"] as const)
    await completeSettings(client, tables[which], descriptions[which]);
  for (const which of ["records", "journal", "letters"] as const)
    await protect(client, tables[which], stackTags(name), settings.retain);
  const { Table: journal } = await client.send(new DescribeTableCommand({ TableName: tables.journal }));
  if (journal?.LatestStreamArn === undefined)
    throw new UserError(`The table ${tables.journal} has no stream yet: repeat this in a minute`);
  return { journalStream: journal.LatestStreamArn };
};
