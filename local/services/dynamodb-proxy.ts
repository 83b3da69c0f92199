import type { Disk } from "../base/disk.ts";
import type { EngineClient } from "./engine-client.ts";
import type { Fault } from "./faults.ts";
import type { Health } from "../base/health.ts";
import { type Fields, fieldsOf, listOf, textOf } from "../base/json.ts";
import { arn } from "../template/arns.ts";
import type { IamUse } from "../template/iam-usage.ts";
import { messageOf } from "../base/user-error.ts";
import { operationOf, type AwsAnswer, AwsError, type AwsRequest, type AwsService } from "./aws-service.ts";

const tableArn = (name: string): string => arn("dynamodb", `table/${name.split("/").at(-1)}`);

const partOfTransaction: Readonly<Record<string, string>> = {
  Put: "PutItem",
  Update: "UpdateItem",
  Delete: "DeleteItem",
  ConditionCheck: "ConditionCheckItem",
  Get: "GetItem",
};

const usesOf = (request: AwsRequest): readonly IamUse[] => {
  const { input } = request;
  const operation = operationOf(request);
  const use = (action: string, table: unknown, index?: unknown): IamUse => {
    const resource = tableArn(textOf(table) ?? "");
    const isOnIndex = typeof index === "string";
    return { action: `dynamodb:${action}`, resource: isOnIndex ? `${resource}/index/${index}` : resource };
  };
  if (operation === "TransactWriteItems" || operation === "TransactGetItems") {
    return listOf(input["TransactItems"]).flatMap((item) =>
      Object.entries(fieldsOf(item)).map(([kind, part]) =>
        use(partOfTransaction[kind] ?? kind, fieldsOf(part)["TableName"]),
      ),
    );
  }
  if (operation === "BatchGetItem" || operation === "BatchWriteItem") {
    return Object.keys(fieldsOf(input["RequestItems"])).map((table) => use(operation, table));
  }
  if (input["TableName"] === undefined) return [{ action: `dynamodb:${operation}`, resource: "*" }];
  return [use(operation, input["TableName"], input["IndexName"])];
};

const writing: ReadonlySet<string> = new Set([
  "dynamodb:PutItem",
  "dynamodb:UpdateItem",
  "dynamodb:DeleteItem",
  "dynamodb:BatchWriteItem",
]);

const failureOf = (request: AwsRequest, { type, status, message }: Fault["error"]): AwsAnswer => {
  const body = (name: string, more: Fields = {}) => ({
    status,
    body: JSON.stringify({ __type: `com.amazonaws.dynamodb.v20120810#${name}`, message, ...more }),
  });
  if (type !== "TransactionConflict") return body(type);
  if (operationOf(request) !== "TransactWriteItems") return body("TransactionConflictException");
  const [, ...others] = listOf(request.input["TransactItems"]);
  const reasons = [{ Code: "TransactionConflict", Message: "Transaction is ongoing for the item" }];
  return body("TransactionCanceledException", {
    CancellationReasons: [...reasons, ...others.map(() => ({ Code: "None" }))],
    message: "Transaction cancelled, please refer cancellation reasons for specific reasons",
  });
};

/** Throws AwsError where the engine stays away; on a full disk it still answers, and what is read is there. */
const waitForEngine = async (health: Health): Promise<void> => {
  try {
    await health.recovered("engine");
  } catch (error) {
    throw new AwsError("ServiceUnavailable", messageOf(error), 503);
  }
};

/**
 * Forwards every DynamoDB call to the engine. Transactions and batches count as the actions that a policy names.
 * `onWrite` is called for each written table, after the write.
 */
export const dynamodbProxy = (
  engine: EngineClient,
  onWrite: (table: string) => void,
  { health, disk }: { readonly health: Health; readonly disk: Disk },
): AwsService => ({
  takes: (target) => target.startsWith("DynamoDB"),
  uses: usesOf,
  failure: failureOf,
  answer: async (request) => {
    const { headers, raw } = request;
    // An engine that is being started again is waited for, and no call is made that it could have seen half.
    await waitForEngine(health);
    const answer = await engine.pass(
      {
        "content-type": headers["content-type"] ?? "application/x-amz-json-1.0",
        "x-amz-target": request.target,
        "x-amz-date": String(headers["x-amz-date"]),
        authorization: headers.authorization ?? "",
        "content-length": String(raw.length),
      },
      raw,
    );
    if (answer.status >= 500) disk.noticed(new Error(answer.body.toString()));
    if (answer.status === 200) {
      const written = usesOf(request).filter(({ action }) => writing.has(action));
      for (const table of new Set(written.map(({ resource }) => resource.split("/").at(-1) ?? ""))) onWrite(table);
    }
    return answer;
  },
});
