import { ArnFormat, Duration, RemovalPolicy, Stack } from "aws-cdk-lib";
import { CfnBackupPlan, CfnBackupSelection, CfnBackupVault } from "aws-cdk-lib/aws-backup";
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { Construct } from "constructs";
import type { Stage } from "./stage.ts";
import type { Tables } from "./tables.ts";

/** The days that a copy is kept: in the account as long as a table is recoverable, outside for a year. */
const kept = { here: Duration.days(35), outside: Duration.days(365) };

/** The role by which the service makes copies of the tables, and passes them on to the vault outside. */
const copyingRole = (scope: Construct, tableArns: readonly string[], vaultArns: readonly string[]): Role =>
  new Role(scope, "Role", {
    description: "Lets AWS Backup copy the tables to a vault outside the account",
    assumedBy: new ServicePrincipal("backup.amazonaws.com"),
    inlinePolicies: {
      Copies: new PolicyDocument({
        statements: [
          new PolicyStatement({
            actions: ["dynamodb:StartAwsBackupJob", "dynamodb:DescribeTable", "dynamodb:ListTagsOfResource"],
            resources: [...tableArns],
          }),
          new PolicyStatement({
            actions: ["backup:DescribeBackupVault", "backup:CopyIntoBackupVault"],
            resources: [...vaultArns],
          }),
          new PolicyStatement({
            actions: ["backup:CopyFromBackupVault"],
            resources: [
              Stack.of(scope).formatArn({
                service: "backup",
                resource: "recovery-point",
                resourceName: "*",
                arnFormat: ArnFormat.COLON_RESOURCE_NAME,
              }),
            ],
          }),
        ],
      }),
    },
  });

/** A daily copy of the tables in a vault outside the account; nothing where the stage names none. */
export class CopiesOutside extends Construct {
  constructor(scope: Construct, id: string, stage: Stage, { records, journal, letters }: Tables) {
    super(scope, id);
    const { backupVault: outside } = stage;
    if (outside === undefined) return;
    const vault = new CfnBackupVault(this, "Vault", { backupVaultName: `review-mechanism-${stage.name}` });
    vault.applyRemovalPolicy(stage.retain ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY);
    const plan = new CfnBackupPlan(this, "Plan", {
      backupPlan: {
        backupPlanName: `review-mechanism-${stage.name}`,
        backupPlanRule: [
          {
            ruleName: "daily",
            targetBackupVault: vault.ref,
            scheduleExpression: "cron(0 2 * * ? *)",
            lifecycle: { deleteAfterDays: kept.here.toDays() },
            copyActions: [
              { destinationBackupVaultArn: outside, lifecycle: { deleteAfterDays: kept.outside.toDays() } },
            ],
          },
        ],
      },
    });
    const tableArns = [records, journal, letters].map(({ table }) => table.tableArn);
    const role = copyingRole(this, tableArns, [vault.attrBackupVaultArn, outside]);
    new CfnBackupSelection(this, "Selection", {
      backupPlanId: plan.ref,
      backupSelection: { selectionName: "tables", iamRoleArn: role.roleArn, resources: tableArns },
    });
  }
}
