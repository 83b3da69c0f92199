import { defined } from "../schemas/base/defined.ts";
import { CloudFormationClient, DescribeStacksCommand } from "@aws-sdk/client-cloudformation";
import { DynamoDB } from "@aws-sdk/client-dynamodb";
import { callTimeouts } from "../lambdas/io/aws/json-service.ts";
import type { StageName, StageSettings } from "../lib/stage-settings.ts";
import type { TableNames } from "../lambdas/io/store/tables.ts";
import { accountOfCredentials, checkAccount } from "./stage-account.ts";
import { settingsOf } from "./stage-file.ts";

/**
 * Options of the clients with which commands call a deployment. A call is sent four times, and each attempt ends as soon as
 * those of the functions do: a command whose way to the cloud is blocked ends with an error.
 */
export const stageClientOptions = { maxAttempts: 4, requestHandler: callTimeouts };

/** Options for clients of a stage's region, or of the region that the SDK finds where its file names none. */
export type StageClientOptions = typeof stageClientOptions & { readonly region?: string };

/** A stage that a command works on, in the account and region that its file names. */
export interface OpenStage {
  readonly name: StageName;
  readonly settings: StageSettings;
  readonly options: StageClientOptions;
  readonly client: DynamoDB;
}

/**
 * Opens a stage for a command, with credentials that the SDK finds. Throws a StageError where the file of the stage does not fit,
 * or the credentials belong to another account than it names.
 */
export const openStage = async (name: StageName): Promise<OpenStage> => {
  const settings = settingsOf(name);
  const options = { ...stageClientOptions, ...defined({ region: settings.region }) };
  const client = new DynamoDB(options);
  await checkAccount(name, settings, () => accountOfCredentials(client));
  return { name, settings, options, client };
};

/** The outputs of the stateful stack of a deployed stage. Throws where it is not deployed. */
const outputsOfStage = async ({
  name,
  options,
}: OpenStage): Promise<ReadonlyMap<string | undefined, string | undefined>> => {
  const { Stacks: stacks } = await new CloudFormationClient(options).send(
    new DescribeStacksCommand({ StackName: `review-mechanism-${name}-stateful` }),
  );
  return new Map((stacks?.[0]?.Outputs ?? []).map(({ OutputKey: key, OutputValue: value }) => [key, value] as const));
};

/** The names of the tables of a deployed stage, from the outputs of its stateful stack. Throws where it is not deployed. */
export const tablesOfStage = async (stage: OpenStage): Promise<TableNames> => {
  const outputs = await outputsOfStage(stage);
  return {
    records: outputs.get("RecordsTableName"),
    journal: outputs.get("JournalTableName"),
    letters: outputs.get("LettersTableName"),
  };
};

/** The id of the user pool of a deployed stage. Throws where it is not deployed. */
export const userPoolOfStage = async (stage: OpenStage): Promise<string> => {
  const id = (await outputsOfStage(stage)).get("UserPoolId");
  if (id === undefined) throw new Error(`The stage ${stage.name} has no user pool among its outputs`);
  return id;
};
