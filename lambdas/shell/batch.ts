import type {
  DynamoDBBatchResponse,
  DynamoDBRecord,
  DynamoDBStreamEvent,
  SQSBatchResponse,
  SQSEvent,
} from "aws-lambda";
import pMap from "p-map";
import type * as z from "zod";
import { log } from "../io/log.ts";
import { logFailure } from "../io/log-failure.ts";
import { unreadableRows } from "../io/unreadable-row.ts";
import type { MessageGroup } from "../use-cases/base/message-group.ts";

/** The default number of items of a batch that are processed in parallel. */
const defaultMaxConcurrency = 5;

const jsonOf = (text: string): unknown => JSON.parse(text);

/** Options for processing the messages of a batch. */
export interface BatchOptions {
  /** The maximum number in parallel; five by default. */
  readonly maxConcurrency?: number;
}

interface Heap<Message> {
  readonly records: string[];
  readonly messages: [Message, ...Message[]];
}

/**
 * Creates a function on a queue that processes messages of a batch about one subject together, and the groups
 * separately. It returns only failed messages, so that a bad message neither delays nor repeats the others. Messages of
 * a queue have no order.
 */
export const onMessagesAbout =
  <S extends z.ZodType>(
    name: string,
    schema: S,
    about: (message: z.infer<S>) => string | undefined,
    work: (messages: MessageGroup<z.infer<S>>) => Promise<string>,
    { maxConcurrency = defaultMaxConcurrency }: BatchOptions = {},
  ) =>
  async (event: SQSEvent): Promise<SQSBatchResponse> => {
    const failed: string[] = [];
    const attending = async (records: readonly string[], what: () => Promise<void> | void): Promise<void> => {
      try {
        await what();
      } catch (error) {
        for (const message of records) logFailure({ function: name, message }, error);
        failed.push(...records);
      }
    };
    const heaps = new Map<string, Heap<z.infer<S>>>();
    for (const { messageId, body } of event.Records) {
      log("STARTED", { function: name, message: messageId });
      await attending([messageId], () => {
        const message = schema.parse(jsonOf(body));
        const key = about(message) ?? messageId;
        const heap = heaps.get(key);
        if (heap === undefined) return void heaps.set(key, { records: [messageId], messages: [message] });
        heap.records.push(messageId);
        heap.messages.push(message);
      });
    }
    await pMap(
      heaps.values(),
      ({ records, messages }) =>
        attending(records, async () => {
          const outcome = await work(messages);
          for (const message of records) log("COMPLETED", { function: name, message, outcome });
        }),
      { concurrency: maxConcurrency },
    );
    return { batchItemFailures: failed.map((itemIdentifier) => ({ itemIdentifier })) };
  };

/** Creates a function on a queue in which each message has its own subject. */
export const onMessages = <S extends z.ZodType>(
  name: string,
  schema: S,
  work: (message: z.infer<S>) => Promise<string>,
  working?: BatchOptions,
) =>
  onMessagesAbout(
    name,
    schema,
    () => undefined,
    ([message]) => work(message),
    working,
  );

/**
 * Creates a function on a table's stream. It processes records in order; the first failure ends the batch and is named,
 * so that the stream continues from it and repeats nothing before it. It skips records about unreadable rows: their
 * retries would delay all subjects of the shard for hours, and the sweep repairs the effects once the row is readable.
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
        logFailure({ function: name, position }, error);
        if (unreadableRows(error) !== undefined) continue;
        return { batchItemFailures: [{ itemIdentifier: position }] };
      }
    }
    return { batchItemFailures: [] };
  };

/**
 * Creates a function on a table's stream that processes the records of a batch together. If that fails, the whole batch
 * is retried, and the stream halves it until it finds the failing record; a repetition is harmless.
 */
export const onStreamTogether =
  <Entry>(
    name: string,
    read: (record: DynamoDBRecord) => Entry | undefined,
    work: (entries: readonly Entry[]) => Promise<void>,
  ) =>
  async (event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
    const [first] = event.Records;
    const position = first?.dynamodb?.SequenceNumber ?? "";
    log("STARTED", { function: name, position });
    const entries = event.Records.flatMap((record) => {
      try {
        return read(record) ?? [];
      } catch (error) {
        logFailure({ function: name, position: record.dynamodb?.SequenceNumber ?? "" }, error);
        if (unreadableRows(error) === undefined) throw error;
        return [];
      }
    });
    try {
      if (entries.length > 0) await work(entries);
      log("COMPLETED", { function: name, position });
      return { batchItemFailures: [] };
    } catch (error) {
      logFailure({ function: name, position }, error);
      return { batchItemFailures: unreadableRows(error) === undefined ? [{ itemIdentifier: position }] : [] };
    }
  };
