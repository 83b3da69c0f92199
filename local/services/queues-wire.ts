import { type Fields, textOf, textsOf } from "../base/json.ts";
import type { QueuePlan } from "../template/resource-plans.ts";
import { type AwsRequest, type AwsService, json, operationOf } from "./aws-service.ts";
import type { Queues } from "./queues.ts";
import { carryOutBatch, maxPerCall } from "./sqs-batch.ts";
import { numberUpTo, sqsError, sqsServiceError } from "./sqs-errors.ts";
import { md5, readMessage, receivedMessage } from "./sqs-message.ts";

const longestVisibility = 43_200;
const longestWait = 20;

const redrivePolicy = ({ arn, maxReceiveCount }: NonNullable<QueuePlan["redrive"]>): string =>
  JSON.stringify({ deadLetterTargetArn: arn, maxReceiveCount });

const attributesOf = (queues: Queues, queue: QueuePlan): Readonly<Record<string, string>> => {
  const { visible, inFlight, delayed } = queues.counts(queue);
  const { redrive } = queue;
  return {
    QueueArn: queue.arn,
    ApproximateNumberOfMessages: String(visible),
    ApproximateNumberOfMessagesNotVisible: String(inFlight),
    ApproximateNumberOfMessagesDelayed: String(delayed),
    VisibilityTimeout: String(queue.visibilitySeconds),
    DelaySeconds: String(queue.delaySeconds),
    MessageRetentionPeriod: String(queue.retentionSeconds),
    MaximumMessageSize: String(queue.maximumBytes),
    ...(redrive === undefined ? {} : { RedrivePolicy: redrivePolicy(redrive) }),
  };
};

/** Waits until a message can be read, at most for that number of seconds. */
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

const namedQueue = (queues: Queues, { QueueUrl, QueueName }: Fields): QueuePlan | undefined =>
  queues.find(textOf(QueueUrl) ?? textOf(QueueName) ?? "");

/** The queue that a request names. Throws AwsError where there is none. */
const queueOf = (queues: Queues, { input }: AwsRequest): QueuePlan => {
  const queue = namedQueue(queues, input);
  if (queue !== undefined) return queue;
  throw sqsServiceError("QueueDoesNotExist", "The specified queue does not exist.", "NonExistentQueue");
};

const receiptOf = ({ ReceiptHandle }: Fields): string => {
  const receipt = textOf(ReceiptHandle);
  if (receipt !== undefined) return receipt;
  throw sqsError("ReceiptHandleIsInvalid", "The input receipt handle is invalid.");
};

const visibilityOf = ({ VisibilityTimeout }: Fields): number | undefined =>
  numberUpTo(longestVisibility, VisibilityTimeout, "VisibilityTimeout");

/** Gives what the operation answers. Throws AwsError where it is refused. */
type QueueOperation = (queues: Queues, request: AwsRequest) => Fields | Promise<Fields>;

/** Processes one message: that of a request, or each of a batch. */
type OnMessage = (queues: Queues, request: AwsRequest) => (entry: Fields) => Fields;

const onOne =
  (onMessage: OnMessage): QueueOperation =>
  (queues, request) =>
    onMessage(queues, request)(request.input);

const onEach =
  (onMessage: OnMessage): QueueOperation =>
  (queues, request) =>
    carryOutBatch(request.input, onMessage(queues, request));

const send: OnMessage = (queues, request) => {
  const queue = queueOf(queues, request);
  return (entry) => {
    const message = readMessage(entry, queue, request.caller);
    return { MessageId: queues.send(queue, message), MD5OfMessageBody: md5(message.body) };
  };
};

const remove: OnMessage = (queues) => (entry) => {
  queues.remove(receiptOf(entry));
  return {};
};

const changeVisibility: OnMessage = (queues) => (entry) => {
  const seconds = visibilityOf(entry) ?? 0;
  if (queues.hide(receiptOf(entry), seconds)) return {};
  throw sqsServiceError("MessageNotInflight", "The message is not in flight.");
};

const receiveMessage: QueueOperation = async (queues, request) => {
  const queue = queueOf(queues, request);
  const { input } = request;
  const most = numberUpTo(maxPerCall, input["MaxNumberOfMessages"], "MaxNumberOfMessages") ?? 1;
  const visibility = visibilityOf(input);
  const wait = numberUpTo(longestWait, input["WaitTimeSeconds"], "WaitTimeSeconds") ?? 0;
  await untilReadable(queues, queue, wait);
  const messages = queues.receive(queue, most, visibility).map((message) => receivedMessage(message, input));
  return messages.length === 0 ? {} : { Messages: messages };
};

const getQueueAttributes: QueueOperation = (queues, request) => {
  const wanted = textsOf(request.input["AttributeNames"]);
  const all = Object.entries(attributesOf(queues, queueOf(queues, request)));
  const chosen = all.filter(([name]) => wanted.includes("All") || wanted.includes(name));
  return { Attributes: Object.fromEntries(chosen) };
};

const listQueues: QueueOperation = ({ all }, { input }) => {
  const prefix = textOf(input["QueueNamePrefix"]) ?? "";
  return { QueueUrls: all.filter(({ name }) => name.startsWith(prefix)).map(({ url }) => url) };
};

const purgeQueue: QueueOperation = (queues, request) => {
  queues.purge(queueOf(queues, request));
  return {};
};

const operations: Readonly<Record<string, QueueOperation>> = {
  SendMessage: onOne(send),
  SendMessageBatch: onEach(send),
  ReceiveMessage: receiveMessage,
  DeleteMessage: onOne(remove),
  DeleteMessageBatch: onEach(remove),
  ChangeMessageVisibility: onOne(changeVisibility),
  ChangeMessageVisibilityBatch: onEach(changeVisibility),
  GetQueueUrl: (queues, request) => ({ QueueUrl: queueOf(queues, request).url }),
  GetQueueAttributes: getQueueAttributes,
  ListQueues: listQueues,
  PurgeQueue: purgeQueue,
};

/** SQS on the wire (JSON protocol): what functions and tools use. Queues are made by the template only. */
export const queuesWire = (queues: Queues): AwsService => ({
  takes: (target) => target.startsWith("AmazonSQS."),
  uses: (request) => {
    // Policies know no batches.
    const action = `sqs:${operationOf(request).replace(/Batch$/u, "")}`;
    return [{ action, resource: namedQueue(queues, request.input)?.arn ?? "*" }];
  },
  answer: async (request) => {
    const operation = operations[operationOf(request)];
    if (operation !== undefined) return json(await operation(queues, request));
    throw sqsError("UnsupportedOperation", `${operationOf(request)} is not known here`);
  },
});
