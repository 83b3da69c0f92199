import { CognitoIdentityProviderClient } from "@aws-sdk/client-cognito-identity-provider";
import { DynamoDBClient, GetItemCommand, PutItemCommand } from "@aws-sdk/client-dynamodb";
import { SchedulerClient } from "@aws-sdk/client-scheduler";
import { SESv2Client } from "@aws-sdk/client-sesv2";
import { SQSClient } from "@aws-sdk/client-sqs";
import { startLocalStack } from "../local-stack.ts";
import type { LocalStack, LocalStackOptions } from "../stack-options.ts";
import { sampleApp } from "./fixtures/sample.ts";

const firstMorning = "2020-12-01T08:00:00Z";

/** Starts a system with the sample app that stores nothing unless options say otherwise. */
export const sampleStack = (options: LocalStackOptions = {}): Promise<LocalStack> =>
  startLocalStack({ templateDir: sampleApp(), startAt: firstMorning, retryDelay: 1, ...options });

/** Clients of the real SDK that talk to a system, under the name of a caller. */
export const clientsOf = ({ services }: LocalStack, caller = "test") => {
  const settings = {
    endpoint: services,
    region: "eu-central-1",
    credentials: { accessKeyId: caller, secretAccessKey: "x" },
    maxAttempts: 1,
  };
  return {
    dynamodb: new DynamoDBClient(settings),
    sqs: new SQSClient(settings),
    scheduler: new SchedulerClient(settings),
    mail: new SESv2Client(settings),
    accounts: new CognitoIdentityProviderClient(settings),
  };
};
export type Clients = ReturnType<typeof clientsOf>;

const ending = (names: readonly string[], end: string): string => {
  const found = names.find((name) => name.endsWith(end));
  if (found === undefined) throw new Error(`The sample has nothing that ends with ${end}`);
  return found;
};
export const tableOf = ({ plan }: LocalStack, end: string): string =>
  ending(
    plan.tables.map(({ name }) => name),
    end,
  );
export const queueOf = ({ plan }: LocalStack, end: string) => {
  const queue = plan.queues.find(({ name }) => name.endsWith(`-${end}`));
  if (queue === undefined) throw new Error(`The sample has no queue ${end}`);
  return queue;
};

/** Writes an entry of the journal, which its stream gives to the function `react`. */
export const writeEntry = (app: LocalStack, { dynamodb }: Clients, id: string) =>
  dynamodb.send(new PutItemCommand({ TableName: tableOf(app, "Journal"), Item: { pk: { S: id } } }));

/** Returns how often a function of the sample handled an item, with its other notes. */
export const handled = async (app: LocalStack, { dynamodb }: Clients, id: string, by: "seen" | "work") => {
  const key = { pk: { S: id }, sk: { S: by } };
  const { Item } = await dynamodb.send(
    new GetItemCommand({ TableName: tableOf(app, "Records"), Key: key, ConsistentRead: true }),
  );
  return {
    times: Number(Item?.["times"]?.N ?? 0),
    batch: Number(Item?.["batchSize"]?.N ?? 0),
    lastAt: Item?.["lastAt"]?.S,
  };
};
