import { SQSClient } from "@aws-sdk/client-sqs";
import { needed } from "./env.ts";
import { sqsLetterQueues } from "./letter-queues.ts";

export const letterQueues = sqsLetterQueues(new SQSClient({}), needed("DEADLINE_LETTERS_QUEUE_URL"));
