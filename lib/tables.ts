import { RemovalPolicy } from "aws-cdk-lib";
import { AttributeType, Billing, StreamViewType, TableEncryptionV2, TableV2 } from "aws-cdk-lib/aws-dynamodb";
import { Construct } from "constructs";
import { journalTable, lettersTable, recordsTable, type TableDescription } from "../schemas/model/tables.ts";
import type { Stage } from "./stage.ts";

/** A table together with the variable by which functions learn its name. */
export interface AppTable<Index extends string = string> {
  readonly table: TableV2;
  readonly indexes: readonly Index[];
  readonly variable: "RECORDS_TABLE" | "JOURNAL_TABLE" | "LETTERS_TABLE";
}

const key = (name: string) => ({ name, type: AttributeType.STRING });

const build = (scope: Construct, id: string, stage: Stage, description: TableDescription): TableV2 =>
  new TableV2(scope, id, {
    partitionKey: key(description.partitionKey),
    ...(description.sortKey === undefined ? {} : { sortKey: key(description.sortKey) }),
    ...(description.timeToLive === undefined ? {} : { timeToLiveAttribute: description.timeToLive }),
    ...(description.stream ? { dynamoStream: StreamViewType.NEW_IMAGE } : {}),
    globalSecondaryIndexes: description.indexes.map((index) => ({
      indexName: index.name,
      partitionKey: key(index.partitionKey),
      sortKey: key(index.sortKey),
    })),
    billing: Billing.onDemand(),
    encryption: TableEncryptionV2.awsManagedKey(),
    pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
    deletionProtection: stage.retain,
    removalPolicy: stage.retain ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
  });

type IndexedTable<Description extends TableDescription> = AppTable<Description["indexes"][number]["name"]>;

/** The three tables of schemas/model/tables.ts: recoverable to any second of 35 days, encrypted, kept where the stage says. */
export class Tables extends Construct {
  readonly records: IndexedTable<typeof recordsTable>;
  readonly journal: IndexedTable<typeof journalTable>;
  readonly letters: IndexedTable<typeof lettersTable>;

  constructor(scope: Construct, id: string, stage: Stage) {
    super(scope, id);
    const context = <Description extends TableDescription>(
      name: string,
      variable: AppTable["variable"],
      description: Description,
    ): IndexedTable<Description> => ({
      table: build(this, name, stage, description),
      indexes: description.indexes.map((index) => index.name),
      variable,
    });
    this.records = context("Records", "RECORDS_TABLE", recordsTable);
    this.journal = context("Journal", "JOURNAL_TABLE", journalTable);
    this.letters = context("Letters", "LETTERS_TABLE", lettersTable);
  }
}
