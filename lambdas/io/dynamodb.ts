import { DynamoDBClient } from "@aws-sdk/client-dynamodb";

/**
 * The client that every function uses. A call is given up after three seconds and tried four times: long enough for
 * a slow answer, short enough for the thirty seconds of an API. A repeated write is safe: each carries a condition
 * that its first success makes false, and the store recognizes its own write by the id that it bears.
 */
export const dynamoClient = (): DynamoDBClient =>
  new DynamoDBClient({
    maxAttempts: 4,
    cacheMiddleware: true,
    requestHandler: { connectionTimeout: 1_000, requestTimeout: 3_000, throwOnRequestTimeout: true },
  });
