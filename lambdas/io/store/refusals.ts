import type { ConditionalCheckFailedException, TransactionCanceledException } from "@aws-sdk/client-dynamodb";

/** Recognizes errors of DynamoDB by the name in the reply, because their classes are in the SDK. */
const isNamed = (error: unknown, name: string): boolean => error instanceof Error && error.name === name;

/** Returns true if a write was refused because its condition was not met. */
export const isConditionalCheckFailed = (error: unknown): error is ConditionalCheckFailedException =>
  isNamed(error, "ConditionalCheckFailedException");

/** Returns true if a transaction was refused; its reasons say why, one for each of its items. */
export const isTransactionCanceled = (error: unknown): error is TransactionCanceledException =>
  isNamed(error, "TransactionCanceledException");
