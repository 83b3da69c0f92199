import { GetAccountSettingsCommand, type LambdaClient } from "@aws-sdk/client-lambda";
import { GetAccountCommand, type SESv2Client } from "@aws-sdk/client-sesv2";
import { type AccountQuotas, mayMisfit, quotaMisfits } from "../lib/quota-misfits.ts";
import type { StageName, StageSettings } from "../lib/stage-settings.ts";

export interface QuotaClients {
  readonly lambda: Pick<LambdaClient, "send">;
  readonly mail: Pick<SESv2Client, "send">;
}

/** Returns the account's limits at AWS. Throws if a service refuses access, or leaves out a limit. */
export const readQuotas = async ({ lambda, mail }: QuotaClients): Promise<AccountQuotas> => {
  const [{ AccountLimit: limit }, { ProductionAccessEnabled: hasProductionAccess, SendQuota: quota }] =
    await Promise.all([lambda.send(new GetAccountSettingsCommand({})), mail.send(new GetAccountCommand({}))]);
  const executions = limit?.ConcurrentExecutions;
  const unreserved = limit?.UnreservedConcurrentExecutions;
  if (executions === undefined || unreserved === undefined)
    throw new TypeError("Lambda does not say how many executions it permits");
  const perDay = quota?.Max24HourSend;
  const mailsPerSecond = quota?.MaxSendRate;
  if (hasProductionAccess === undefined || perDay === undefined || mailsPerSecond === undefined)
    throw new TypeError("The mail service does not say what it permits");
  // The service says -1 where it sets no limit for a day.
  return { executions, unreserved, hasProductionAccess, mailsPerDay: perDay < 0 ? Infinity : perDay, mailsPerSecond };
};

/** True if the deployment of the stage may proceed with these quotas. */
export interface QuotaVerdict {
  readonly lines: readonly string[];
  readonly goesOn: boolean;
}

/**
 * Compares the account's quotas with the settings of a stage, and returns a line with the remedy for each that is too
 * low. Production proceeds only with sufficient, known quotas; other stages always proceed.
 */
export const judgeQuotas = async (
  name: StageName,
  settings: StageSettings,
  read: () => Promise<AccountQuotas>,
): Promise<QuotaVerdict> => {
  const lines = await read().then(
    (quotas) => quotaMisfits(settings, quotas),
    (error: unknown) => [
      `The quotas of the account are not known: ${error instanceof Error ? error.message : String(error)}. The user who runs this needs lambda:GetAccountSettings and ses:GetAccount.`,
    ],
  );
  return { lines, goesOn: lines.length === 0 || mayMisfit(name) };
};
