import { defined } from "../schemas/base/defined.ts";
import { RemovalPolicy, Stack } from "aws-cdk-lib";
import {
  AttributeType,
  Billing,
  type ITableV2,
  ProjectionType,
  StreamViewType,
  TableEncryptionV2,
  TableV2,
} from "aws-cdk-lib/aws-dynamodb";
import { Construct } from "constructs";
import { journalTable, lettersTable, recordsTable, type TableDescription } from "../schemas/model/tables.ts";
import type { Stage } from "./stage.ts";

/** A table together with the variable by which functions learn its name. */
export interface AppTable<Index extends string = string> {
  readonly table: TableV2 | ITableV2;
  readonly indexes: readonly Index[];
  readonly variable: "RECORDS_TABLE" | "JOURNAL_TABLE" | "LETTERS_TABLE";
}

const key = (name: string) => ({ name, type: AttributeType.STRING });

const build = (scope: Construct, id: string, stage: Stage, description: TableDescription): TableV2 =>
  new TableV2(scope, id, {
    partitionKey: key(description.partitionKey),
    ...(description.sortKey === undefined ? {} : { sortKey: key(description.sortKey) }),
    ...defined({ timeToLiveAttribute: description.timeToLive }),
    ...(description.stream ? { dynamoStream: StreamViewType.NEW_IMAGE } : {}),
    globalSecondaryIndexes: description.indexes.map((index) => ({
      indexName: index.name,
      partitionKey: key(index.partitionKey),
      sortKey: key(index.sortKey),
      ...(index.only === undefined
        ? {}
        : { projectionType: ProjectionType.INCLUDE, nonKeyAttributes: [...index.only] }),
    })),
    billing: Billing.onDemand(),
    encryption: TableEncryptionV2.awsManagedKey(),
    pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
    deletionProtection: stage.retain,
    removalPolicy: stage.retain ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
  });

interface RestoredTable {
  readonly name: string;
  readonly stream?: string | undefined;
}

/** Returns an existing, restored table, which the stage's settings name. */
const adopt = (
  scope: Construct,
  id: string,
  description: TableDescription,
  { name, stream }: RestoredTable,
): ITableV2 =>
  TableV2.fromTableAttributes(scope, id, {
    tableArn: Stack.of(scope).formatArn({ service: "dynamodb", resource: "table", resourceName: name }),
    ...defined({ tableStreamArn: stream }),
    globalIndexes: description.indexes.map((index) => index.name),
  });

/**
 * Keeps exporting what another stack imports as long as that is deployed with the tables of before: a value that is still
 * imported cannot be taken away. Only a table with a stream has the name of one to export.
 */
const keepExports = (table: TableV2, { stream: hasStream }: TableDescription): void => {
  const stack = Stack.of(table);
  stack.exportValue(table.tableName);
  stack.exportValue(table.tableArn);
  if (hasStream && table.tableStreamArn !== undefined) stack.exportValue(table.tableStreamArn);
};

type IndexedTable<Description extends TableDescription> = AppTable<Description["indexes"][number]["name"]>;

/**
 * The three tables of schemas/model/tables.ts: recoverable to any second of 35 days, encrypted, retained if the stage
 * says so. If its settings name restored tables, these are used. The stack's own tables remain, or are released so that
 * the restored ones can be imported instead.
 */
export class Tables extends Construct {
  readonly records: IndexedTable<typeof recordsTable>;
  readonly journal: IndexedTable<typeof journalTable>;
  readonly letters: IndexedTable<typeof lettersTable>;

  constructor(scope: Construct, id: string, stage: Stage) {
    super(scope, id);
    const adoptOf = (name: string, description: TableDescription, restored: RestoredTable | undefined): ITableV2 => {
      if (restored === undefined) throw new Error(`${name}: neither a table of the stack nor a restored one`);
      return adopt(this, `${name}Restored`, description, restored);
    };
    const context = <Description extends TableDescription>(
      name: string,
      variable: AppTable["variable"],
      description: Description,
      restored: RestoredTable | undefined,
    ): IndexedTable<Description> => {
      const own = stage.tables?.own === "given-up" ? undefined : build(this, name, stage, description);
      if (own !== undefined && restored !== undefined) keepExports(own, description);
      return {
        table: own === undefined || restored !== undefined ? adoptOf(name, description, restored) : own,
        indexes: description.indexes.map((index) => index.name),
        variable,
      };
    };
    const { tables } = stage;
    this.records = context("Records", "RECORDS_TABLE", recordsTable, tables && { name: tables.records });
    this.journal = context(
      "Journal",
      "JOURNAL_TABLE",
      journalTable,
      tables && { name: tables.journal, stream: tables.journalStream },
    );
    this.letters = context("Letters", "LETTERS_TABLE", lettersTable, tables && { name: tables.letters });
  }
}
