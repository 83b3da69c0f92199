import type { RetryErrorInfo, RetryStrategyV2 } from "@smithy/types";
import { log } from "../log.ts";
import { isTransactionCanceled } from "../store/refusals.ts";
import type { DynamoDb } from "../store/tables.ts";
import {
  type Caller,
  callTimeouts,
  functionAsCaller,
  type JsonService,
  operationsOf,
  usualRetries,
} from "./json-service.ts";

const service: JsonService = {
  name: "DynamoDB",
  id: "dynamodb",
  contentType: "application/x-amz-json-1.0",
  target: "DynamoDB_20120810",
};

/**
 * DynamoDB as the store needs it, made from parts of the SDK that sign, send and retry a request. Items use the JSON
 * that DynamoDB accepts (attributes.ts). The SDK client's translation, its search for credentials and endpoints, and
 * its other sixty operations are thus neither loaded nor run. A repeated write is safe: its condition is false after
 * the first success, and the store recognizes its own write by the id in it. Rows without a condition describe a
 * current status, and their writer writes them again.
 */
export const dynamoDbOf = (
  callerOf: () => Caller,
  retries: RetryStrategyV2,
  requestTimeout: number = callTimeouts.requestTimeout,
): DynamoDb => {
  const operation = operationsOf(service, callerOf, retries, requestTimeout);
  return {
    getItem: operation("GetItem"),
    batchGetItem: operation("BatchGetItem"),
    putItem: operation("PutItem"),
    updateItem: operation("UpdateItem"),
    deleteItem: operation("DeleteItem"),
    query: operation("Query"),
    scan: operation("Scan"),
    transactWriteItems: operation("TransactWriteItems"),
  };
};

/** The reasons of a cancelled transaction that state a lack of capacity. */
const capacityReasons: ReadonlySet<string | undefined> = new Set(["ThrottlingError", "ProvisionedThroughputExceeded"]);

const isThrottling = ({ error, errorType }: RetryErrorInfo): boolean =>
  errorType === "THROTTLING" ||
  (isTransactionCanceled(error) &&
    (error.CancellationReasons ?? []).some(({ Code: reason }) => capacityReasons.has(reason)));

/** Returns retries that log each refusal for lack of capacity: an alarm counts these entries. */
export const loggingThrottles = (retries: RetryStrategyV2): RetryStrategyV2 => ({
  acquireInitialRetryToken: (scope) => retries.acquireInitialRetryToken(scope),
  refreshRetryTokenForRetry: (token, info) => {
    if (isThrottling(info)) log("TABLE_THROTTLED", { error: info.error?.name });
    return retries.refreshRetryTokenForRetry(token, info);
  },
  recordSuccess: (token) => retries.recordSuccess(token),
});

/** Returns the DynamoDB client that every function uses. */
export const dynamoDb = (): DynamoDb => dynamoDbOf(() => functionAsCaller(service), loggingThrottles(usualRetries()));

/** The questions about tables themselves, which one function has. */
export const tableQuestions = <Description extends object, Expiry extends object, Tags extends object>() => {
  const operation = operationsOf(service, () => functionAsCaller(service), usualRetries());
  return {
    describeTable: operation<Description>("DescribeTable"),
    describeTimeToLive: operation<Expiry>("DescribeTimeToLive"),
    listTagsOfResource: operation<Tags>("ListTagsOfResource"),
  };
};
