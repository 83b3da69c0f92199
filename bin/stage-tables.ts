import { CloudFormationClient, DescribeStacksCommand } from "@aws-sdk/client-cloudformation";
import { DynamoDB } from "@aws-sdk/client-dynamodb";
import { callTimeouts } from "../lambdas/io/aws/json-service.ts";
import type { StageName } from "../lib/stage-settings.ts";
import type { TableNames } from "../lambdas/io/store/tables.ts";

/**
 * Options of the clients with which commands ask a deployment. A call is tried four times and each try given up as soon as
 * the functions give theirs up: a command whose way to the cloud is blocked ends with an error instead of waiting for ever.
 */
export const stageClientOptions = { maxAttempts: 4, requestHandler: callTimeouts };

/** DynamoDB as commands ask it: with credentials wherever the SDK finds them. */
export const clientOfStage = (): DynamoDB => new DynamoDB(stageClientOptions);

/** What the stateful stack of a deployed stage says of itself. Throws where it is not deployed. */
const outputsOfStage = async (stage: StageName): Promise<ReadonlyMap<string | undefined, string | undefined>> => {
  const name = `review-mechanism-${stage}-stateful`;
  const { Stacks: stacks } = await new CloudFormationClient(stageClientOptions).send(
    new DescribeStacksCommand({ StackName: name }),
  );
  return new Map((stacks?.[0]?.Outputs ?? []).map(({ OutputKey: key, OutputValue: value }) => [key, value] as const));
};

/** The names of the tables of a deployed stage, out of the outputs of its stateful stack. Throws where it is not deployed. */
export const tablesOfStage = async (stage: StageName): Promise<TableNames> => {
  const outputs = await outputsOfStage(stage);
  return {
    records: outputs.get("RecordsTableName"),
    journal: outputs.get("JournalTableName"),
    letters: outputs.get("LettersTableName"),
  };
};

/** The id of the user pool of a deployed stage. Throws where it is not deployed. */
export const userPoolOfStage = async (stage: StageName): Promise<string> => {
  const id = (await outputsOfStage(stage)).get("UserPoolId");
  if (id === undefined) throw new Error(`The stage ${stage} says of no user pool`);
  return id;
};
