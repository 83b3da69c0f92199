import { randomUUID } from "node:crypto";
import type { DatabaseSync } from "node:sqlite";
import { fieldsOf, type Fields, parseJson } from "../base/json.ts";

/** A message as its reader gets it. */
export interface QueueMessage {
  readonly id: string;
  readonly receipt: string;
  readonly body: string;
  readonly attributes: Fields;
  readonly sender: string;
  /** Milliseconds since 1970. */
  readonly sentAt: number;
  readonly firstReceivedAt: number;
  readonly receiveCount: number;
  /** The ARN of the queue that put it aside, for a message of a dead-letter queue. */
  readonly origin?: string;
}

/** A message that lies in its queue: how often it was received so far, and when it was for the first time. */
export interface QueuedMessage extends Omit<QueueMessage, "receipt" | "firstReceivedAt"> {
  readonly sequence: number;
  readonly firstReceivedAt: number | undefined;
}

export interface QueueCounts {
  readonly visible: number;
  readonly inFlight: number;
  readonly delayed: number;
}

interface NewMessage extends Pick<QueueMessage, "body" | "attributes" | "sender" | "sentAt"> {
  readonly visibleAt: number;
}

interface MessageChanges {
  /** Gives the message's id. */
  readonly add: (queue: string, message: NewMessage) => string;
  /** Hides a message until `visibleAt` and gives it to a reader. */
  readonly receive: (message: QueuedMessage, now: number, visibleAt: number) => QueueMessage;
  /** Moves a message to a dead-letter queue; `origin` is the ARN of the queue where it was. */
  readonly putAside: (message: QueuedMessage, deadLetterQueue: string, origin: string, now: number) => void;
  /** False where the receipt is not of a message that is hidden. */
  readonly changeVisibility: (receipt: string, now: number, visibleAt: number) => boolean;
  readonly remove: (receipt: string) => void;
  readonly removeSentBefore: (queue: string, instant: number) => void;
  readonly removeAll: (queue: string) => void;
  /** Lets all that are being read be read again. */
  readonly showReceived: (now: number) => void;
}

interface MessageQueries {
  /** Those that can be read now, in the order in which they became visible. */
  readonly visible: (queue: string, now: number, most: number) => readonly QueuedMessage[];
  readonly counts: (queue: string, now: number) => QueueCounts;
  /** Since when those that can be read now are visible, earliest first. */
  readonly visibleSince: (queue: string, now: number, most: number) => readonly number[];
  /** Returns when the next hidden message becomes visible. */
  readonly nextVisible: (queue: string, now: number) => number | undefined;
  /** Oldest first. */
  readonly bodies: (queue: string) => readonly string[];
}

/**
 * The messages of all queues, by the names of these. A message can be read from the instant on at which it is visible;
 * who reads it puts that off. Instants are milliseconds since 1970.
 */
export type Messages = MessageChanges & MessageQueries;

const messageChanges = (database: DatabaseSync): MessageChanges => {
  const insert = database.prepare(
    "INSERT INTO messages (id, queue, body, attributes, sender, sent_at, visible_at) VALUES (?, ?, ?, ?, ?, ?, ?)",
  );
  const take = database.prepare(
    `UPDATE messages SET received = received + 1, receipt = ?, visible_at = ?, first_received_at = ifnull(first_received_at, ?)
     WHERE sequence = ?`,
  );
  const move = database.prepare(
    "UPDATE messages SET queue = ?, visible_at = ?, received = 0, receipt = NULL, origin = ? WHERE sequence = ?",
  );
  const hide = database.prepare("UPDATE messages SET visible_at = ? WHERE receipt = ? AND visible_at > ?");
  const show = database.prepare("UPDATE messages SET visible_at = ?1 WHERE received > 0 AND visible_at > ?1");
  const remove = database.prepare("DELETE FROM messages WHERE receipt = ?");
  const expire = database.prepare("DELETE FROM messages WHERE queue = ? AND sent_at < ?");
  const clear = database.prepare("DELETE FROM messages WHERE queue = ?");
  return {
    add: (queue, { body, attributes, sender, sentAt, visibleAt }) => {
      const id = randomUUID();
      insert.run(id, queue, body, JSON.stringify(attributes), sender, sentAt, visibleAt);
      return id;
    },
    receive: ({ sequence, ...message }, now, visibleAt) => {
      const receipt = randomUUID();
      take.run(receipt, visibleAt, now, sequence);
      const { firstReceivedAt = now, receiveCount } = message;
      return { ...message, receipt, firstReceivedAt, receiveCount: receiveCount + 1 };
    },
    putAside: ({ sequence }, deadLetterQueue, origin, now) => {
      move.run(deadLetterQueue, now, origin, sequence);
    },
    changeVisibility: (receipt, now, visibleAt) => Number(hide.run(visibleAt, receipt, now).changes) > 0,
    showReceived: (now) => {
      show.run(now);
    },
    remove: (receipt) => {
      remove.run(receipt);
    },
    removeSentBefore: (queue, instant) => {
      expire.run(queue, instant);
    },
    removeAll: (queue) => {
      clear.run(queue);
    },
  };
};

const integer = (value: unknown): number => (typeof value === "number" ? value : 0);

const messageOf = (row: Fields): QueuedMessage => ({
  sequence: integer(row["sequence"]),
  id: String(row["id"]),
  body: String(row["body"]),
  attributes: fieldsOf(parseJson(String(row["attributes"]))),
  sender: String(row["sender"]),
  sentAt: integer(row["sent_at"]),
  firstReceivedAt: integer(row["first_received_at"]) || undefined,
  receiveCount: integer(row["received"]),
  ...(typeof row["origin"] === "string" ? { origin: row["origin"] } : {}),
});

const messageQueries = (database: DatabaseSync): MessageQueries => {
  const pick = database.prepare(
    "SELECT * FROM messages WHERE queue = ? AND visible_at <= ? ORDER BY visible_at, sequence LIMIT ?",
  );
  const count = database.prepare(
    `SELECT sum(visible_at <= ?1) AS visible, sum(visible_at > ?1 AND received > 0) AS flight,
            sum(visible_at > ?1 AND received = 0) AS waiting FROM messages WHERE queue = ?2`,
  );
  const since = database.prepare(
    "SELECT visible_at FROM messages WHERE queue = ? AND visible_at <= ? ORDER BY visible_at LIMIT ?",
  );
  const next = database.prepare("SELECT min(visible_at) AS due FROM messages WHERE queue = ? AND visible_at > ?");
  const list = database.prepare("SELECT body FROM messages WHERE queue = ? ORDER BY sequence");
  return {
    visible: (queue, now, most) => pick.all(queue, now, most).map(messageOf),
    counts: (queue, now) => {
      const row = count.get(now, queue) ?? {};
      return { visible: integer(row["visible"]), inFlight: integer(row["flight"]), delayed: integer(row["waiting"]) };
    },
    visibleSince: (queue, now, most) => since.all(queue, now, most).map((row) => integer(row["visible_at"])),
    nextVisible: (queue, now) => {
      const due = next.get(queue, now)?.["due"];
      return typeof due === "number" ? due : undefined;
    },
    bodies: (queue) => list.all(queue).map((row) => String(row["body"])),
  };
};

/** Opens the messages of all queues. */
export const openMessages = (database: DatabaseSync): Messages => ({
  ...messageChanges(database),
  ...messageQueries(database),
});
