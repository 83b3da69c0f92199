import { SQSClient } from "@aws-sdk/client-sqs";
import { given, needed } from "../env.ts";
import { sqsLetterQueues } from "../aws/letter-queues.ts";

export const letterQueues = sqsLetterQueues(new SQSClient({}), {
  "deadline-letters": needed("DEADLINE_LETTERS_QUEUE_URL"),
  bulletins: given("BULLETINS_QUEUE_URL"),
});
