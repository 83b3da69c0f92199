import { describe, expect, test } from "vitest";
import { readStageFile } from "../../bin/stage-file.ts";
import { parseSettings } from "../../lib/stage-settings.ts";
import { production, synthesize, synthesizeValidated } from "./synthesized.ts";

const vault = "arn:aws:backup:eu-west-1:210987654321:backup-vault:reviews";

describe("copies outside the account", () => {
  const app = synthesize({ ...production, backupVault: vault });

  test("are made of each table every day, and are kept for a year in the vault that the stage names", () => {
    const [rule] = app.one("AWS::Backup::BackupPlan").properties["BackupPlan"].BackupPlanRule;
    expect(rule).toMatchObject({
      ScheduleExpression: "cron(0 2 * * ? *)",
      Lifecycle: { DeleteAfterDays: 35 },
      CopyActions: [{ DestinationBackupVaultArn: vault, Lifecycle: { DeleteAfterDays: 365 } }],
    });
    expect(app.one("AWS::Backup::BackupSelection").properties["BackupSelection"].Resources).toHaveLength(3);
  });

  test("are none where the stage names no vault, and are refused in a vault of the stage's own account", () => {
    expect(synthesize().of("AWS::Backup::BackupPlan")).toEqual([]);
    const { stage: _, ...filled } = production;
    const own = `arn:aws:backup:eu-central-1:${production.account}:backup-vault:reviews`;
    expect(() => parseSettings("prod", { ...Object(readStageFile("prod")), ...filled, backupVault: own })).toThrow(
      "backupVault: is in the account of the stage",
    );
  });

  test("break no rule of the packs", () => {
    const found = synthesizeValidated({ ...production, backupVault: vault, trialAddresses: ["trial@example.org"] });
    expect(JSON.stringify(found.findings)).not.toContain("Copies");
  });
});

test("trial letters of a stage in the mail service's sandbox may go to the addresses that its file names", () => {
  const resources = (more: object) =>
    synthesize({ stage: "test", ...more })
      .permissionsOf("send")
      .filter(({ actions }) => actions.includes("ses:SendEmail"))
      .flatMap((statement) => statement.resources);
  expect(resources({}).some((arn) => arn.includes("trial@example.org"))).toBe(false);
  expect(
    resources({ trialAddresses: ["trial@example.org"] }).filter((arn) => arn.includes("identity/trial@example.org")),
  ).toHaveLength(1);
});
