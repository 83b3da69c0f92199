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

/** How many things of a batch are worked on at once where nothing else is said. */
const defaultMaxConcurrency = 5;

const jsonOf = (text: string): unknown => JSON.parse(text);

/** How the messages of a batch are worked on. */
export interface BatchOptions {
  /** How many at once; five where nothing is said. */
  readonly maxConcurrency?: number;
}

interface Heap<Message> {
  readonly records: string[];
  readonly messages: [Message, ...Message[]];
}

/**
 * A function on a queue: the messages of a batch that are about the same thing are worked on together, each other one
 * by itself. Only those that failed are given back, so that a bad message neither holds up nor repeats what is about
 * other things. Messages of a queue have no order.
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

/** The same where each message is about something else. */
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
 * A function on a table's stream. Records are worked on in order; the first that fails ends the batch and is named,
 * so that the stream goes on from it and nothing before it is repeated. What is about a row that cannot be read is passed
 * over: the stream, which gives the same record again and again, would hold up all subjects of its shard for hours, and
 * the sweep brings about what follows once the row can be read.
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
 * The same where what the records of a batch bring is worked on together. When that fails, the whole batch comes again, and the
 * stream halves it until it finds what fails; doing something again is harmless.
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
