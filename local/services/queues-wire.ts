import { createHash } from "node:crypto";
import { fieldsOf, type Fields, listOf, numberOf, textOf, textsOf } from "../base/json.ts";
import type { QueuePlan } from "../template/resource-plans.ts";
import type { QueueMessage } from "./queue-messages.ts";
import type { Outgoing, Queues } from "./queues.ts";
import { json, operationOf, type AwsAnswer, AwsError, type AwsRequest, type AwsService } from "./aws-service.ts";

const mostAtOnce = 10;
const longestDelay = 900;
const longestVisibility = 43_200;

const md5 = (text: string): string => createHash("md5").update(text).digest("hex");

/** An error in the JSON protocol; the header carries the name that the older protocol had. */
const refuse = (type: string, older: string, message: string, status = 400): AwsError =>
  new AwsError(`com.amazonaws.sqs#${type}`, message, status, { "x-amzn-query-error": `${older};Sender` });

const invalid = (message: string): AwsError => refuse("InvalidParameterValue", "InvalidParameterValue", message);

const within = (value: unknown, name: string, most: number): number | undefined => {
  const number = numberOf(value);
  if (number === undefined) return undefined;
  if (number >= 0 && number <= most && Number.isInteger(number)) return number;
  throw invalid(`Value ${number} for parameter ${name} is invalid. Reason: must be between 0 and ${most}.`);
};

// https://www.w3.org/TR/REC-xml/#charsets, which SQS follows.
// oxlint-disable-next-line no-control-regex -- tab and line ends are allowed by name
const allowed = /^[\u{9}\u{A}\u{D}\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]*$/u;

const outgoing = (input: Fields, queue: QueuePlan, sender: string): Outgoing => {
  const body = textOf(input["MessageBody"]);
  if (body === undefined || body === "") {
    throw refuse("MissingParameter", "MissingParameter", "The request must contain the parameter MessageBody.");
  }
  if (Buffer.byteLength(body) > queue.maximumBytes) {
    throw invalid(
      `One or more parameters are invalid. Reason: Message must be shorter than ${queue.maximumBytes} bytes.`,
    );
  }
  if (!allowed.test(body)) {
    throw refuse("InvalidMessageContents", "InvalidMessageContents", "Invalid characters found in the message body.");
  }
  const delaySeconds = within(input["DelaySeconds"], "DelaySeconds", longestDelay);
  return {
    body,
    sender,
    attributes: fieldsOf(input["MessageAttributes"]),
    ...(delaySeconds === undefined ? {} : { delaySeconds }),
  };
};

/** The attributes of a message that its readers may ask for. */
export const systemAttributes = (message: QueueMessage): Readonly<Record<string, string>> => ({
  ApproximateReceiveCount: String(message.receiveCount),
  SentTimestamp: String(message.sentAt),
  SenderId: message.sender,
  ApproximateFirstReceiveTimestamp: String(message.firstReceivedAt),
  ...(message.origin === undefined ? {} : { DeadLetterQueueSourceArn: message.origin }),
});

const asReceived = (message: QueueMessage, input: Fields) => {
  const wanted = [...textsOf(input["MessageSystemAttributeNames"]), ...textsOf(input["AttributeNames"])];
  const all = Object.entries(systemAttributes(message));
  const chosen = wanted.includes("All") ? all : all.filter(([name]) => wanted.includes(name));
  const names = textsOf(input["MessageAttributeNames"]);
  const own = Object.entries(message.attributes).filter(([name]) =>
    names.some((each) => each === "All" || each === ".*" || each === name),
  );
  return {
    MessageId: message.id,
    ReceiptHandle: message.receipt,
    MD5OfBody: md5(message.body),
    Body: message.body,
    ...(chosen.length === 0 ? {} : { Attributes: Object.fromEntries(chosen) }),
    ...(own.length === 0 ? {} : { MessageAttributes: Object.fromEntries(own) }),
  };
};

/** Calls `work` on each entry of a batch; what it throws becomes that entry's failure. */
const batch = (input: Fields, work: (entry: Fields, id: string) => Fields): AwsAnswer => {
  const entries = listOf(input["Entries"]).map(fieldsOf);
  const ids = entries.map((entry) => textOf(entry["Id"]) ?? "");
  if (entries.length === 0) {
    throw refuse(
      "EmptyBatchRequest",
      "AWS.SimpleQueueService.EmptyBatchRequest",
      "There should be at least one entry.",
    );
  }
  if (entries.length > mostAtOnce) {
    throw refuse(
      "TooManyEntriesInBatchRequest",
      "AWS.SimpleQueueService.TooManyEntriesInBatchRequest",
      `Maximum number of entries per request are ${mostAtOnce}. You have sent ${entries.length}.`,
    );
  }
  if (new Set(ids).size < ids.length) {
    const message = "Two or more batch entries have the same Id.";
    throw refuse("BatchEntryIdsNotDistinct", "AWS.SimpleQueueService.BatchEntryIdsNotDistinct", message);
  }
  const successful: Fields[] = [];
  const failed: Fields[] = [];
  entries.forEach((entry, index) => {
    const id = ids[index] ?? "";
    try {
      successful.push({ Id: id, ...work(entry, id) });
    } catch (error) {
      if (!(error instanceof AwsError)) throw error;
      failed.push({ Id: id, SenderFault: true, Code: error.type.split("#").at(-1), Message: error.message });
    }
  });
  return json({ Successful: successful, Failed: failed });
};

const attributesOf = (queues: Queues, queue: QueuePlan) => {
  const { visible, inFlight, delayed } = queues.counts(queue);
  return {
    QueueArn: queue.arn,
    ApproximateNumberOfMessages: String(visible),
    ApproximateNumberOfMessagesNotVisible: String(inFlight),
    ApproximateNumberOfMessagesDelayed: String(delayed),
    VisibilityTimeout: String(queue.visibilitySeconds),
    DelaySeconds: String(queue.delaySeconds),
    MessageRetentionPeriod: String(queue.retentionSeconds),
    MaximumMessageSize: String(queue.maximumBytes),
    ...(queue.redrive === undefined
      ? {}
      : {
          RedrivePolicy: JSON.stringify({
            deadLetterTargetArn: queue.redrive.arn,
            maxReceiveCount: queue.redrive.maxReceiveCount,
          }),
        }),
  };
};

/** Waits until a message can be read, at most so many seconds. */
const untilReadable = (queues: Queues, queue: QueuePlan, seconds: number): Promise<void> =>
  new Promise((resolve) => {
    if (seconds === 0 || queues.counts(queue).visible > 0) return resolve();
    const timer = setTimeout(() => {
      stop();
      resolve();
    }, seconds * 1000);
    const stop = queues.onChange(() => {
      if (queues.counts(queue).visible === 0) return;
      clearTimeout(timer);
      stop();
      resolve();
    });
  });

/** SQS on the wire (JSON protocol): what functions and tools use. Queues are made by the template only. */
export const queuesWire = (queues: Queues): AwsService => {
  const queueOf = ({ input }: AwsRequest): QueuePlan => {
    const queue = queues.find(textOf(input["QueueUrl"]) ?? textOf(input["QueueName"]) ?? "");
    if (queue !== undefined) return queue;
    const older = "AWS.SimpleQueueService.NonExistentQueue";
    throw refuse("QueueDoesNotExist", older, "The specified queue does not exist.");
  };
  const receipt = (input: Fields): string => {
    const handle = textOf(input["ReceiptHandle"]);
    if (handle !== undefined) return handle;
    throw refuse("ReceiptHandleIsInvalid", "ReceiptHandleIsInvalid", "The input receipt handle is invalid.");
  };
  const hide = (input: Fields): Fields => {
    const seconds = within(input["VisibilityTimeout"], "VisibilityTimeout", longestVisibility) ?? 0;
    if (queues.hide(receipt(input), seconds)) return {};
    throw refuse("MessageNotInflight", "AWS.SimpleQueueService.MessageNotInflight", "The message is not in flight.");
  };
  const send = (queue: QueuePlan, input: Fields, caller: string): Fields => {
    const message = outgoing(input, queue, caller);
    return { MessageId: queues.send(queue, message), MD5OfMessageBody: md5(message.body) };
  };

  const operations: Readonly<Record<string, (request: AwsRequest) => AwsAnswer | Promise<AwsAnswer>>> = {
    SendMessage: (request) => json(send(queueOf(request), request.input, request.caller)),
    SendMessageBatch: (request) => {
      const queue = queueOf(request);
      return batch(request.input, (entry) => send(queue, entry, request.caller));
    },
    ReceiveMessage: async (request) => {
      const queue = queueOf(request);
      const { input } = request;
      const most = within(input["MaxNumberOfMessages"], "MaxNumberOfMessages", mostAtOnce) ?? 1;
      const hidden = within(input["VisibilityTimeout"], "VisibilityTimeout", longestVisibility);
      await untilReadable(queues, queue, within(input["WaitTimeSeconds"], "WaitTimeSeconds", 20) ?? 0);
      const messages = queues.receive(queue, most, hidden).map((message) => asReceived(message, input));
      return json(messages.length === 0 ? {} : { Messages: messages });
    },
    DeleteMessage: ({ input }) => {
      queues.remove(receipt(input));
      return json({});
    },
    DeleteMessageBatch: ({ input }) =>
      batch(input, (entry) => {
        queues.remove(receipt(entry));
        return {};
      }),
    ChangeMessageVisibility: ({ input }) => json(hide(input)),
    ChangeMessageVisibilityBatch: ({ input }) => batch(input, hide),
    GetQueueUrl: (request) => json({ QueueUrl: queueOf(request).url }),
    GetQueueAttributes: (request) => {
      const wanted = textsOf(request.input["AttributeNames"]);
      const all = Object.entries(attributesOf(queues, queueOf(request)));
      const chosen = all.filter(([name]) => wanted.includes("All") || wanted.includes(name));
      return json({ Attributes: Object.fromEntries(chosen) });
    },
    ListQueues: ({ input }) => {
      const prefix = textOf(input["QueueNamePrefix"]) ?? "";
      return json({ QueueUrls: queues.all.filter(({ name }) => name.startsWith(prefix)).map(({ url }) => url) });
    },
    PurgeQueue: (request) => {
      queues.purge(queueOf(request));
      return json({});
    },
  };

  return {
    takes: (target) => target.startsWith("AmazonSQS."),
    uses: (request) => [
      {
        action: `sqs:${operationOf(request).replace(/Batch$/u, "")}`,
        resource:
          queues.find(textOf(request.input["QueueUrl"]) ?? textOf(request.input["QueueName"]) ?? "")?.arn ?? "*",
      },
    ],
    answer: (request) => {
      const operation = operations[operationOf(request)];
      if (operation !== undefined) return operation(request);
      throw refuse("UnsupportedOperation", "UnsupportedOperation", `${operationOf(request)} is not known here`);
    },
  };
};
