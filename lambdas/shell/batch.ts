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

/** How the messages of a batch are worked on. */
export interface Working<Message> {
  /** How many at once; five where nothing is said. */
  readonly atOnce?: number;
  /** What a message is about: those about the same thing are worked on one after the other, in the order of the batch. */
  readonly about?: (message: Message) => string | undefined;
}

/**
 * A function on a queue: each message is parsed and worked on by itself, and only those that failed are given back,
 * so that one bad message neither holds up nor repeats the others. Messages of a queue have no order.
 */
export const onMessages =
  <S extends z.ZodType>(
    name: string,
    schema: S,
    work: (message: z.infer<S>) => Promise<string>,
    { atOnce = usuallyAtOnce, about = () => undefined }: Working<z.infer<S>> = {},
  ) =>
  async (event: SQSEvent): Promise<SQSBatchResponse> => {
    const failed: { itemIdentifier: string }[] = [];
    const attending = async ({ messageId }: SQSRecord, what: () => Promise<void> | void): Promise<void> => {
      try {
        await what();
      } catch (error) {
        log("FAILED", { function: name, message: messageId, ...describeError(error) });
        failed.push({ itemIdentifier: messageId });
      }
    };
    const heaps = new Map<string, { readonly record: SQSRecord; readonly message: z.infer<S> }[]>();
    for (const record of event.Records) {
      log("STARTED", { function: name, message: record.messageId });
      await attending(record, () => {
        const message = schema.parse(jsonOf(record.body));
        const heap = about(message) ?? record.messageId;
        heaps.set(heap, [...(heaps.get(heap) ?? []), { record, message }]);
      });
    }
    const attend = ({ record, message }: { readonly record: SQSRecord; readonly message: z.infer<S> }) =>
      attending(record, async () => {
        const outcome = await work(message);
        log("COMPLETED", { function: name, message: record.messageId, outcome });
      });
    await pMap(
      heaps.values(),
      async (heap) => {
        for (const each of heap) await attend(each);
      },
      { concurrency: atOnce },
    );
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
