import { existsSync } from "node:fs";
import { DescribeTableCommand, DynamoDB, ListTablesCommand } from "@aws-sdk/client-dynamodb";
import type { Access, TableNames } from "../lambdas/io/store/tables.ts";
import { dataFiles } from "../local/base/data-folder.ts";
import { startEngine } from "../local/services/engine.ts";
import { openStateDb } from "../local/base/state-db.ts";
import { UserError } from "../local/base/user-error.ts";
import { journalTable, lettersTable, recordsTable } from "../schemas/model/tables.ts";

export interface KeptTables extends Access {
  readonly client: DynamoDB;
  readonly close: () => Promise<void>;
}

/** Returns the names of the three tables, which it recognizes by their keys. */
const namesOf = async (client: DynamoDB): Promise<TableNames> => {
  const found = new Map<string | undefined, string>();
  const { TableNames: names = [] } = await client.send(new ListTablesCommand({}));
  for (const name of names) {
    const { Table: table } = await client.send(new DescribeTableCommand({ TableName: name }));
    found.set(table?.KeySchema?.find(({ KeyType }) => KeyType === "HASH")?.AttributeName, name);
  }
  return {
    records: found.get(recordsTable.partitionKey),
    journal: found.get(journalTable.partitionKey),
    letters: found.get(lettersTable.partitionKey),
  };
};

/**
 * The tables that a stopped local system keeps in a folder, on an engine of their own until they are closed. The folder
 * is held meanwhile, so that the system does not start on it. Throws a UserError where it runs, or where nothing is kept.
 */
export const openKeptTables = async (folder: string): Promise<KeptTables> => {
  const files = dataFiles(folder);
  if (!existsSync(files.stateDb) || !existsSync(files.tables))
    throw new UserError(
      `Nothing is kept in ${folder}: name the folder with --data FOLDER, or a stage with --stage NAME`,
    );
  const stateDb = openStateDb(files.stateDb);
  try {
    const engine = await startEngine({ file: files.tables });
    const credentials = { accessKeyId: "local", secretAccessKey: "local" };
    const client = new DynamoDB({ endpoint: engine.endpoint, region: "eu-central-1", credentials });
    const close = async (): Promise<void> => {
      client.destroy();
      await engine.close();
      stateDb.close();
    };
    try {
      return { client, tables: await namesOf(client), close };
    } catch (error) {
      await engine.close();
      throw error;
    }
  } catch (error) {
    stateDb.close();
    throw error;
  }
};
