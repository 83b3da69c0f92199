import { numberOf } from "../base/json.ts";
import { AwsError } from "./aws-service.ts";

/** An error of SQS in its JSON protocol; a header carries the name that it had in the older one. */
export const sqsError = (type: string, message: string, olderName = type): AwsError =>
  new AwsError(`com.amazonaws.sqs#${type}`, message, 400, { "x-amzn-query-error": `${olderName};Sender` });

/** An error whose older name says whose it is. */
export const sqsServiceError = (type: string, message: string, olderName = type): AwsError =>
  sqsError(type, message, `AWS.SimpleQueueService.${olderName}`);

export const invalidParameter = (message: string): AwsError => sqsError("InvalidParameterValue", message);

/** A whole number from 0 to `most`, or undefined where there is none. Throws AwsError for any other. */
export const numberUpTo = (most: number, value: unknown, name: string): number | undefined => {
  const number = numberOf(value);
  if (number === undefined) return undefined;
  if (number >= 0 && number <= most && Number.isInteger(number)) return number;
  throw invalidParameter(`Value ${number} for parameter ${name} is invalid. Reason: must be between 0 and ${most}.`);
};
