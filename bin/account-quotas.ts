import { GetAccountSettingsCommand, type LambdaClient } from "@aws-sdk/client-lambda";
import { GetAccountCommand, type SESv2Client } from "@aws-sdk/client-sesv2";
import { type AccountQuotas, mayMisfit, quotaMisfits } from "../lib/quota-misfits.ts";
import type { StageName, StageSettings } from "../lib/stage-settings.ts";

export interface QuotaClients {
  readonly lambda: Pick<LambdaClient, "send">;
  readonly mail: Pick<SESv2Client, "send">;
}

/** What AWS permits the account. Throws where a service refuses to say, or does not say all of it. */
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

/** The stage goes on with quotas that do not fit it, or must not. */
export interface QuotaVerdict {
  readonly lines: readonly string[];
  readonly goesOn: boolean;
}

/**
 * Whether the account's quotas fit the settings of a stage, with a line for each that does not and what to do. Production
 * goes on only with quotas that fit and are known; other stages always do.
 */
export const judgeQuotas = async (
  name: StageName,
  settings: StageSettings,
  read: () => Promise<AccountQuotas>,
): Promise<QuotaVerdict> => {
  const lines = await read().then(
    (quotas) => quotaMisfits(settings, quotas),
    (error: unknown) => [
      `What the account may do is not known: ${error instanceof Error ? error.message : String(error)}. Whoever runs this needs lambda:GetAccountSettings and ses:GetAccount.`,
    ],
  );
  return { lines, goesOn: lines.length === 0 || mayMisfit(name) };
};
