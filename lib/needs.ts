import { defined } from "../schemas/base/defined.ts";
import { Stack } from "aws-cdk-lib";
import type { UserPool } from "aws-cdk-lib/aws-cognito";
import { PolicyStatement, type Role } from "aws-cdk-lib/aws-iam";
import type { ScheduleGroup } from "aws-cdk-lib/aws-scheduler";
import type { Queue } from "aws-cdk-lib/aws-sqs";
import type { Mail } from "./mail.ts";
import { allowancePrefix, publicIndexKeys, publicLeadingKeys, publicPartitions } from "../schemas/model/tables.ts";
import { rolesWithSecondFactor } from "./stage-settings.ts";
import type { Stage } from "./stage.ts";
import type { AppTable } from "./tables.ts";

/** A permission of a function, with the variables of its resource. The two cannot be given separately. */
export interface Need {
  readonly environment: Readonly<Record<string, string>>;
  readonly statements: readonly PolicyStatement[];
}

/** `read` is by keys: one item, or several in one request. The store decides which of the two it uses. */
type TableAction = "read" | "PutItem" | "UpdateItem" | "DeleteItem" | "ConditionCheckItem" | "Scan";
type AccountAction =
  | "AdminCreateUser"
  | "AdminDeleteUser"
  | "AdminDisableUser"
  | "AdminEnableUser"
  | "AdminGetUser"
  | "AdminSetUserPassword"
  | "AdminUserGlobalSignOut";

/** The given actions on the items of one table, by their keys. */
export const uses = ({ table, variable }: AppTable, ...actions: readonly TableAction[]): Need => ({
  environment: { [variable]: table.tableName },
  statements: [
    new PolicyStatement({
      actions: actions
        .flatMap((action) => (action === "read" ? ["GetItem", "BatchGetItem"] : [action]))
        .map((action) => `dynamodb:${action}`),
      resources: [table.tableArn],
    }),
  ],
});

/** Count what is used of a day's limits: the only rows of the table that a function may update. */
export const countsUse = ({ table, variable }: AppTable): Need => ({
  environment: { [variable]: table.tableName },
  statements: [
    new PolicyStatement({
      actions: ["dynamodb:UpdateItem"],
      resources: [table.tableArn],
      conditions: { "ForAllValues:StringLike": { "dynamodb:LeadingKeys": [`${allowancePrefix}*`] } },
    }),
  ],
});

/** A statement that holds for rows with certain partition keys alone, those of an index where it is queried. */
const ofKeys = (actions: readonly string[], resource: string, keys: readonly string[]): PolicyStatement =>
  new PolicyStatement({
    actions: actions.map((action) => `dynamodb:${action}`),
    resources: [resource],
    conditions: { "ForAllValues:StringLike": { "dynamodb:LeadingKeys": [...keys] } },
  });

const beginningWith = (prefixes: readonly string[]): readonly string[] =>
  prefixes.map((prefix) => (prefix.endsWith("#") ? `${prefix}*` : prefix));

/** Read what is for the public: rows by the leading keys of `publicLeadingKeys`, and the lists of `publicPartitions` and `publicIndexKeys`. */
export const readsPublicRows = (records: AppTable, journal: AppTable): Need => ({
  environment: { [records.variable]: records.table.tableName, [journal.variable]: journal.table.tableName },
  statements: [
    ofKeys(["BatchGetItem", "GetItem"], records.table.tableArn, beginningWith(publicLeadingKeys.records)),
    ofKeys(["Query"], records.table.tableArn, publicPartitions.records),
    // The lots of each redraw are in the journal of its review.
    ofKeys(["Query"], journal.table.tableArn, beginningWith(publicPartitions.journal)),
    ...[...publicIndexKeys].map(([index, keys]) => {
      const resource = `${records.table.tableArn}/index/${index}`;
      return keys === "every party"
        ? new PolicyStatement({ actions: ["dynamodb:Query"], resources: [resource] })
        : ofKeys(["Query"], resource, keys);
    }),
  ],
});

/** Queries on one table, each index by its name; `own keys` are those of the table itself. */
export const queries = <Index extends string>(
  { table, variable }: AppTable<Index>,
  ...where: readonly (Index | "own keys")[]
): Need => ({
  environment: { [variable]: table.tableName },
  statements: [
    new PolicyStatement({
      actions: ["dynamodb:Query"],
      resources: where.map((each) => (each === "own keys" ? table.tableArn : `${table.tableArn}/index/${each}`)),
    }),
  ],
});

type QueueVariable = "DEADLINE_LETTERS_QUEUE_URL" | "BULLETINS_QUEUE_URL" | "SWEEP_QUEUE_URL";

/** Put messages on one queue. */
export const sendsTo = (queue: Queue, variable: QueueVariable): Need => ({
  environment: { [variable]: queue.queueUrl },
  statements: [new PolicyStatement({ actions: ["sqs:SendMessage"], resources: [queue.queueArn] })],
});

export interface TimerSchedules {
  readonly group: ScheduleGroup;
  readonly queue: Queue;
  /** The one role that Scheduler assumes; it may put messages on the timers queue and nothing else. */
  readonly role: Role;
}

const onSchedules = (clock: TimerSchedules, ...actions: readonly string[]): PolicyStatement =>
  new PolicyStatement({
    actions: actions.map((action) => `scheduler:${action}`),
    resources: [
      Stack.of(clock.group).formatArn({
        service: "scheduler",
        resource: "schedule",
        resourceName: `${clock.group.scheduleGroupName}/*`,
      }),
    ],
  });

/**
 * Arm timers: create schedules that put a message on the timers queue later, or immediately if it is due. Creation
 * needs iam:PassRole on the one role; disarming is a separate need.
 */
export const armsTimers = (clock: TimerSchedules, ...more: readonly "DeleteSchedule"[]): Need => ({
  environment: {
    SCHEDULE_GROUP: clock.group.scheduleGroupName,
    SCHEDULER_ROLE_ARN: clock.role.roleArn,
    TIMERS_QUEUE_ARN: clock.queue.queueArn,
    TIMERS_QUEUE_URL: clock.queue.queueUrl,
  },
  statements: [
    onSchedules(clock, "CreateSchedule", ...more),
    new PolicyStatement({
      actions: ["iam:PassRole"],
      resources: [clock.role.roleArn],
      conditions: { StringEquals: { "iam:PassedToService": "scheduler.amazonaws.com" } },
    }),
    new PolicyStatement({ actions: ["sqs:SendMessage"], resources: [clock.queue.queueArn] }),
  ],
});

/** Fire a timer immediately, and arm none. */
export const firesTimers = ({ queue }: Pick<TimerSchedules, "queue">): Need => ({
  environment: { TIMERS_QUEUE_URL: queue.queueUrl },
  statements: [new PolicyStatement({ actions: ["sqs:SendMessage"], resources: [queue.queueArn] })],
});

/** List schedules. The service permits that on `*` only; a narrower resource is refused at run time. */
export const listsSchedules = (clock: TimerSchedules): Need => ({
  environment: { SCHEDULE_GROUP: clock.group.scheduleGroupName },
  statements: [new PolicyStatement({ actions: ["scheduler:ListSchedules"], resources: ["*"] })],
});

/** Create and find accounts of the user pool. */
export const keepsAccounts = (pool: UserPool, ...actions: readonly AccountAction[]): Need => ({
  environment: { USER_POOL_ID: pool.userPoolId },
  statements: [
    new PolicyStatement({
      actions: actions.map((action) => `cognito-idp:${action}`),
      resources: [pool.userPoolArn],
    }),
  ],
});

/** Query the user pool for second factors, if some roles need one. */
export const asksForSecondFactors = (pool: UserPool, stage: Stage): Need => {
  const roles = rolesWithSecondFactor(stage);
  const { environment, statements } = keepsAccounts(pool, "AdminGetUser");
  return {
    // An empty list is written explicitly: a missing value is an error, and never means permission.
    environment: { ...environment, SECOND_FACTOR_ROLES: roles.join(",") || "none" },
    statements: roles.length === 0 ? [] : statements,
  };
};

/** Take addresses off the mail service's suppression list. The service permits that on `*` only. */
export const unsuppressesAddresses = (): Need => ({
  environment: {},
  statements: [new PolicyStatement({ actions: ["ses:DeleteSuppressedDestination"], resources: ["*"] })],
});

const namesSender = ({ letterSender }: Stage): Readonly<Record<string, string>> =>
  letterSender === undefined ? {} : { LETTER_SENDER: JSON.stringify(letterSender) };

/** Settings for links in letters, and the sender below them. */
const leadsOn = (stage: Stage): Readonly<Record<string, string>> => ({
  FRONT_END_URL: stage.frontEndUrl,
  ...defined({ REVIEW_PAGE: stage.reviewPage }),
  ...namesSender(stage),
});

/** Compose letters: the address of the front end, and the address for replies. */
export const writesLetters = (mail: Mail, stage: Stage): Need => ({
  environment: { MAIL_REPLY_TO: mail.replyTo, ...leadsOn(stage) },
  statements: [],
});

/** Name the secretariat, its address for replies to letters, and the front end. */
export const namesSecretariat = (mail: Mail, stage: Stage): Need => ({
  environment: { MAIL_REPLY_TO: mail.replyTo, FRONT_END_URL: stage.frontEndUrl, ...namesSender(stage) },
  statements: [],
});

/** Send letters from the system's one address, with its configuration set, no faster than the account may. */
export const sendsMail = (mail: Mail, stage: Stage): Need => ({
  environment: {
    MAIL_FROM: `${mail.fromName} <${mail.fromAddress}>`,
    MAIL_REPLY_TO: mail.replyTo,
    SECRETARIAT_ADDRESS: stage.secretariatEmail ?? mail.replyTo,
    MAIL_CONFIGURATION_SET: mail.configurationSet.configurationSetName,
    ...leadsOn(stage),
  },
  statements: [
    new PolicyStatement({
      actions: ["ses:SendEmail"],
      resources: [
        mail.identity.emailIdentityArn,
        Stack.of(mail).formatArn({
          service: "ses",
          resource: "configuration-set",
          resourceName: mail.configurationSet.configurationSetName,
        }),
        // In its sandbox, the service checks the right to send also against the verified identity of each recipient.
        ...(stage.trialAddresses ?? []).map((address) =>
          Stack.of(mail).formatArn({ service: "ses", resource: "identity", resourceName: address }),
        ),
      ],
      conditions: { StringEquals: { "ses:FromAddress": mail.fromAddress } },
    }),
    // What the account may send, and how fast. The service knows no narrower resource.
    new PolicyStatement({ actions: ["ses:GetAccount"], resources: ["*"] }),
  ],
});

/** Check if the mail service sends for the account and from the system's domain. */
export const checksMailAccount = (mail: Mail): Need => ({
  environment: { MAIL_IDENTITY: mail.identity.emailIdentityName },
  statements: [
    // The service knows no narrower resource.
    new PolicyStatement({ actions: ["ses:GetAccount"], resources: ["*"] }),
    new PolicyStatement({ actions: ["ses:GetEmailIdentity"], resources: [mail.identity.emailIdentityArn] }),
  ],
});

/** Read how the tables of a stage that keeps its data are protected; nothing on other stages. */
export const checksTables = (tables: readonly AppTable[], { retain }: Stage): readonly Need[] =>
  retain
    ? [
        {
          environment: { KEPT_TABLES: tables.map(({ table }) => table.tableArn).join(",") },
          statements: [
            new PolicyStatement({
              actions: ["dynamodb:DescribeTable", "dynamodb:DescribeTimeToLive", "dynamodb:ListTagsOfResource"],
              resources: tables.map(({ table }) => table.tableArn),
            }),
          ],
        },
      ]
    : [];
