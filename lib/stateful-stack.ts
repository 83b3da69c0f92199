import { CfnOutput, Stack } from "aws-cdk-lib";
import type { Construct } from "constructs";
import { CopiesOutside } from "./copies.ts";
import { Identity } from "./identity.ts";
import { Mail } from "./mail.ts";
import { environmentOf, type Stage } from "./stage.ts";
import { Tables } from "./tables.ts";

/**
 * Resources that must survive: tables, accounts, mail identity. They rarely change, and are retained if the stage says
 * so.
 */
export class StatefulStack extends Stack {
  readonly tables: Tables;
  readonly identity: Identity;
  readonly mail: Mail;

  constructor(scope: Construct, stage: Stage) {
    super(scope, `review-mechanism-${stage.name}-stateful`, {
      description: "Review mechanism: tables, accounts, mail identity",
      env: environmentOf(stage),
      terminationProtection: stage.retain,
    });
    this.tables = new Tables(this, "Tables", stage);
    new CopiesOutside(this, "Copies", stage, this.tables);
    this.mail = new Mail(this, "Mail", stage);
    this.identity = new Identity(this, "Identity", stage, this.mail);

    const output = (name: string, value: string) => new CfnOutput(this, name, { value });
    output("RecordsTableName", this.tables.records.table.tableName);
    output("JournalTableName", this.tables.journal.table.tableName);
    output("LettersTableName", this.tables.letters.table.tableName);
    output("UserPoolId", this.identity.pool.userPoolId);
    output("UserPoolClientId", this.identity.client.userPoolClientId);
    output("SignInUrl", this.identity.signInUrl);
  }
}
