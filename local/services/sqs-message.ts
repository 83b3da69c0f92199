import { createHash } from "node:crypto";
import { fieldsOf, type Fields, textOf, textsOf } from "../base/json.ts";
import type { QueuePlan } from "../template/resource-plans.ts";
import type { QueueMessage } from "./queue-messages.ts";
import type { MessageToSend } from "./queues.ts";
import { invalidParameter, numberUpTo, sqsError } from "./sqs-errors.ts";

const longestDelay = 900;

/** The MD5 of a body, which clients compare with their own. */
export const md5 = (text: string): string => createHash("md5").update(text).digest("hex");

// https://www.w3.org/TR/REC-xml/#charsets, which SQS follows.
// oxlint-disable-next-line no-control-regex -- tab and line ends are allowed by name
const allowed = /^[\u{9}\u{A}\u{D}\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]*$/u;

/** The message that a request wants to send. Throws AwsError where SQS refuses it. */
export const readMessage = (input: Fields, queue: QueuePlan, sender: string): MessageToSend => {
  const body = textOf(input["MessageBody"]);
  if (body === undefined || body === "") {
    throw sqsError("MissingParameter", "The request must contain the parameter MessageBody.");
  }
  if (Buffer.byteLength(body) > queue.maximumBytes) {
    throw invalidParameter(
      `One or more parameters are invalid. Reason: Message must be shorter than ${queue.maximumBytes} bytes.`,
    );
  }
  if (!allowed.test(body)) {
    throw sqsError("InvalidMessageContents", "Invalid characters found in the message body.");
  }
  const delaySeconds = numberUpTo(longestDelay, input["DelaySeconds"], "DelaySeconds");
  return {
    body,
    sender,
    attributes: fieldsOf(input["MessageAttributes"]),
    ...(delaySeconds === undefined ? {} : { delaySeconds }),
  };
};

/** Returns the attributes of a message that its readers may request. */
export const systemAttributes = (message: QueueMessage): Readonly<Record<string, string>> => ({
  ApproximateReceiveCount: String(message.receiveCount),
  SentTimestamp: String(message.sentAt),
  SenderId: message.sender,
  ApproximateFirstReceiveTimestamp: String(message.firstReceivedAt),
  ...(message.origin === undefined ? {} : { DeadLetterQueueSourceArn: message.origin }),
});

/** Returns a message for its reader, with the requested attributes. */
export const receivedMessage = (message: QueueMessage, input: Fields): Fields => {
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
