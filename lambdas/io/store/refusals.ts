import type { ConditionalCheckFailedException, TransactionCanceledException } from "@aws-sdk/client-dynamodb";

/** What DynamoDB refuses, told by the name that its answer gives: the classes of it are the SDK's. */
const isNamed = (error: unknown, name: string): boolean => error instanceof Error && error.name === name;

/** Whether a write was refused because its condition does not hold. */
export const isConditionalCheckFailed = (error: unknown): error is ConditionalCheckFailedException =>
  isNamed(error, "ConditionalCheckFailedException");

/** Whether a transaction was refused; its reasons say why, one for each of its items. */
export const isTransactionCanceled = (error: unknown): error is TransactionCanceledException =>
  isNamed(error, "TransactionCanceledException");
