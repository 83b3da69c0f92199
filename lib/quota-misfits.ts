import { apiFloor, neededExecutions, readerExecutions } from "./executions.ts";
import { reservedShare, type StageName, type StageSettings } from "./stage-settings.ts";

/** The quotas of the account, as Lambda and the mail service report them. */
export interface AccountQuotas {
  /** Executions of functions at a time. */
  readonly executions: number;
  /** Executions that no function has reserved. */
  readonly unreserved: number;
  /** False in the sandbox, where mail goes to verified addresses only. */
  readonly hasProductionAccess: boolean;
  /** Mails in any 24 hours; Infinity where there is no such limit. */
  readonly mailsPerDay: number;
  readonly mailsPerSecond: number;
}

/** The objective is that due letters are accepted within an hour of their 09:00: docs/runbooks/send.md. */
const secondsOfObjective = 3600;

const forExecutions = "Service Quotas > AWS Lambda > Concurrent executions";
const forMails = "the console of Amazon SES > Account dashboard > Request a limit increase";

const executionMisfits = (settings: StageSettings, { executions, unreserved }: AccountQuotas): readonly string[] => {
  const reserved = reservedShare(settings);
  const { accountConcurrency: said } = settings;
  return [
    ...(executions < said
      ? [
          `accountConcurrency: Lambda permits the account ${executions} executions at a time, not ${said}. Request more (${forExecutions}), or write ${executions} and deploy again.`,
        ]
      : []),
    ...(executions < neededExecutions(reserved?.share)
      ? [
          `Queues and streams may take ${readerExecutions} executions at a time, and the API needs ${apiFloor} besides: ${neededExecutions(reserved?.share)} together. Lambda permits the account ${executions}, so requests may be refused while letters are sent. Request more (${forExecutions}).`,
        ]
      : []),
    // Lambda counts the stage's own reservation as soon as it is deployed, so these are free of it at the least.
    ...(reserved !== undefined && unreserved < reserved.least - reserved.share
      ? [
          `publicReservedConcurrency: of the account's ${executions} executions ${unreserved} are unreserved, and Lambda wants ${reserved.least - reserved.share} to stay so. Request more (${forExecutions}), or leave it out and deploy again.`,
        ]
      : []),
  ];
};

const mailMisfits = (
  { lettersPerDay }: StageSettings,
  { hasProductionAccess, mailsPerDay, mailsPerSecond }: AccountQuotas,
): readonly string[] => [
  ...(hasProductionAccess
    ? []
    : [
        "The mail service keeps the account in its sandbox: only verified addresses get letters. Request production access (the console of Amazon SES > Account dashboard).",
      ]),
  ...(mailsPerDay < lettersPerDay
    ? [
        `lettersPerDay: the mail service takes ${mailsPerDay} letters in 24 hours, not ${lettersPerDay}. Request more (${forMails}).`,
      ]
    : []),
  ...(mailsPerSecond * secondsOfObjective < lettersPerDay
    ? [
        `lettersPerDay: at ${mailsPerSecond} a second, which the mail service takes, ${lettersPerDay} letters take longer than the hour in which due ones are to leave. Request a higher rate (${forMails}).`,
      ]
    : []),
];

/** In which ways the account's quotas are too small for the settings of a stage, each with what to do; none where they fit. */
export const quotaMisfits = (settings: StageSettings, quotas: AccountQuotas): readonly string[] => [
  ...executionMisfits(settings, quotas),
  ...mailMisfits(settings, quotas),
];

/**
 * Returns true if a stage may have quotas that are too low, with a warning only: no real recipient waits for its
 * letters.
 */
export const mayMisfit = (name: StageName): boolean => name !== "prod";
