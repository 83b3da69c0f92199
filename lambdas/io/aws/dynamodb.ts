import type { RetryStrategyV2 } from "@smithy/types";
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
 * DynamoDB as the store needs it, made of the SDK's own parts: how a request is signed, sent and tried again. Items are
 * written in the JSON that DynamoDB speaks (attributes.ts), so that what the SDK's client has to translate them, to find
 * credentials and endpoints, and for its other sixty operations is neither loaded nor run. A repeated write is safe: it
 * carries a condition that its first success makes false, and the store recognizes its own write by the id that it bears;
 * rows without a condition say how things stand, and whoever looks after them writes them anew.
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

/** DynamoDB as every function asks it. */
export const dynamoDb = (): DynamoDb => dynamoDbOf(() => functionAsCaller(service), usualRetries());

/** The questions about tables themselves, which one function has. */
export const tableQuestions = <Description extends object, Tags extends object>() => {
  const operation = operationsOf(service, () => functionAsCaller(service), usualRetries());
  return {
    describeTable: operation<Description>("DescribeTable"),
    listTagsOfResource: operation<Tags>("ListTagsOfResource"),
  };
};
