import type {
  DynamoDBBatchResponse,
  DynamoDBRecord,
  DynamoDBStreamEvent,
  SQSBatchResponse,
  SQSEvent,
  SQSRecord,
} from "aws-lambda";
import pMap from "p-map";
import type * as z from "zod";
import { describeError, log } from "../io/log.ts";

/** How many messages of a batch are worked on at once where nothing else is said. */
const usuallyAtOnce = 5;

const jsonOf = (text: string): unknown => JSON.parse(text);

/**
 * A function on a queue: each message is parsed and worked on by itself, and only those that failed are given back,
 * so that one bad message neither holds up nor repeats the others. Messages of a queue have no order.
 */
export const onMessages =
  <S extends z.ZodType>(
    name: string,
    schema: S,
    work: (message: z.infer<S>) => Promise<string>,
    atOnce = usuallyAtOnce,
  ) =>
  async (event: SQSEvent): Promise<SQSBatchResponse> => {
    const failed: { itemIdentifier: string }[] = [];
    const attend = async (record: SQSRecord): Promise<void> => {
      log("STARTED", { function: name, message: record.messageId });
      try {
        const outcome = await work(schema.parse(jsonOf(record.body)));
        log("COMPLETED", { function: name, message: record.messageId, outcome });
      } catch (error) {
        log("FAILED", { function: name, message: record.messageId, ...describeError(error) });
        failed.push({ itemIdentifier: record.messageId });
      }
    };
    await pMap(event.Records, attend, { concurrency: atOnce });
    return { batchItemFailures: failed };
  };

/**
 * A function on a table's stream. Records are worked on in order; the first that fails ends the batch and is named,
 * so that the stream goes on from it and nothing before it is repeated.
 */
export const onStream =
  (name: string, work: (record: DynamoDBRecord) => Promise<void>) =>
  async (event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
    for (const record of event.Records) {
      const position = record.dynamodb?.SequenceNumber ?? "";
      log("STARTED", { function: name, position });
      try {
        await work(record);
        log("COMPLETED", { function: name, position });
      } catch (error) {
        log("FAILED", { function: name, position, ...describeError(error) });
        return { batchItemFailures: [{ itemIdentifier: position }] };
      }
    }
    return { batchItemFailures: [] };
  };
