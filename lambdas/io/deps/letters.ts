import { SQSClient } from "@aws-sdk/client-sqs";
import { optionalVariable, requiredVariable } from "../env.ts";
import { sqsLetterQueues } from "../aws/letter-queues.ts";

export const letterQueues = sqsLetterQueues(new SQSClient({}), {
  "deadline-letters": requiredVariable("DEADLINE_LETTERS_QUEUE_URL"),
  bulletins: optionalVariable("BULLETINS_QUEUE_URL"),
});
