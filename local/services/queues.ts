import { randomUUID } from "node:crypto";
import type { Activity } from "../base/activity.ts";
import type { StackClock } from "../base/clock.ts";
import { fieldsOf, type Fields, parseJson } from "../base/json.ts";
import type { QueuePlan } from "../template/resource-plans.ts";
import type { StateDb } from "../base/state-db.ts";

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

export interface Outgoing {
  readonly body: string;
  readonly delaySeconds?: number;
  readonly attributes?: Fields;
  readonly sender?: string;
  readonly origin?: string;
}

export interface Worked {
  readonly received: number;
  readonly removed: number;
}

export interface QueueCounts {
  readonly visible: number;
  readonly inFlight: number;
  readonly delayed: number;
}

/** The queues of the app, as SQS keeps them: at least once, hidden while read, put aside after too many readings. */
export interface Queues {
  readonly all: readonly QueuePlan[];
  /** By name, URL or ARN. */
  readonly find: (name: string) => QueuePlan | undefined;
  /** Gives the message's id. */
  readonly send: (queue: QueuePlan, message: Outgoing) => string;
  readonly receive: (queue: QueuePlan, most: number, visibilitySeconds?: number) => readonly QueueMessage[];
  readonly remove: (receipt: string) => void;
  /** False where the receipt is not of a message in flight. */
  readonly hide: (receipt: string, seconds: number) => boolean;
  readonly purge: (queue: QueuePlan) => void;
  readonly counts: (queue: QueuePlan) => QueueCounts;
  /** Messages that can be read now, counted up to `most`, and since when the first can be. */
  readonly readable: (queue: QueuePlan, most: number) => { readonly count: number; readonly since: number | undefined };
  /** How many messages were received so far, and how many of them were worked on to the end. */
  readonly worked: () => Worked;
  /** Bodies of all messages of a queue, oldest first, without receiving them. */
  readonly peek: (queue: QueuePlan) => readonly string[];
  /** The next instant at which a hidden message of one of these queues shows, in milliseconds since 1970. */
  readonly nextDue: (queues: readonly QueuePlan[]) => number | undefined;
  /** Hears of every change of what can be read or is due; the answer stops that. */
  readonly onChange: (listener: () => void) => () => void;
}

const integer = (value: unknown): number => (typeof value === "number" ? value : 0);

export interface QueueParts {
  readonly shelf: StateDb;
  readonly clock: StackClock;
  readonly activity: Activity;
  readonly queues: readonly QueuePlan[];
}

/** Opens the queues. Messages that were being read when the system stopped can be read again. */
export const openQueues = ({ shelf, clock, activity, queues }: QueueParts): Queues => {
  const { database } = shelf;
  const listeners = new Set<() => void>();
  let worked: Worked = { received: 0, removed: 0 };
  const changed = (): void => {
    activity.note();
    for (const listener of listeners) listener();
  };
  const insert = database.prepare(
    `INSERT INTO messages (id, queue, body, attributes, sender, sent_at, visible_at, origin) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const expire = database.prepare("DELETE FROM messages WHERE queue = ? AND sent_at < ?");
  const pick = database.prepare(
    "SELECT * FROM messages WHERE queue = ? AND visible_at <= ? ORDER BY visible_at, sequence LIMIT ?",
  );
  const take = database.prepare(
    `UPDATE messages SET received = received + 1, receipt = ?, visible_at = ?, first_received_at = ifnull(first_received_at, ?)
     WHERE sequence = ?`,
  );
  const putAside = database.prepare(
    "UPDATE messages SET queue = ?, visible_at = ?, received = 0, receipt = NULL, origin = ? WHERE sequence = ?",
  );
  const drop = database.prepare("DELETE FROM messages WHERE receipt = ?");
  const change = database.prepare("UPDATE messages SET visible_at = ? WHERE receipt = ? AND visible_at > ?");
  const count = database.prepare(
    `SELECT sum(visible_at <= ?1) AS visible, sum(visible_at > ?1 AND received > 0) AS flight,
            sum(visible_at > ?1 AND received = 0) AS waiting FROM messages WHERE queue = ?2`,
  );
  const next = database.prepare("SELECT min(visible_at) AS due FROM messages WHERE queue = ? AND visible_at > ?");
  const first = database.prepare(
    "SELECT visible_at FROM messages WHERE queue = ? AND visible_at <= ? ORDER BY visible_at LIMIT ?",
  );
  const clear = database.prepare("DELETE FROM messages WHERE queue = ?");
  const list = database.prepare("SELECT body FROM messages WHERE queue = ? ORDER BY sequence");

  database.prepare("UPDATE messages SET visible_at = ?1 WHERE received > 0 AND visible_at > ?1").run(clock.now());

  const find: Queues["find"] = (name) => {
    const last = name.split(/[/:]/u).at(-1);
    return queues.find((queue) => queue.name === last);
  };

  const readable: Queues["readable"] = (queue, most) => {
    const rows = first.all(queue.name, clock.now(), most);
    const [oldest] = rows;
    return { count: rows.length, since: oldest === undefined ? undefined : integer(oldest["visible_at"]) };
  };

  const receive: Queues["receive"] = (queue, most, visibilitySeconds) =>
    shelf.together(() => {
      const now = clock.now();
      if (pick.get(queue.name, now, 1) === undefined) return [];
      expire.run(queue.name, now - queue.retentionSeconds * 1000);
      const messages: QueueMessage[] = [];
      while (messages.length < most) {
        const rows = pick.all(queue.name, now, most - messages.length);
        for (const row of rows) {
          const received = integer(row["received"]);
          const aside = queue.redrive === undefined ? undefined : find(queue.redrive.arn);
          if (aside !== undefined && received >= (queue.redrive?.maxReceiveCount ?? Infinity)) {
            putAside.run(aside.name, now, queue.arn, integer(row["sequence"]));
            changed();
            continue;
          }
          const receipt = randomUUID();
          const hiddenUntil = now + (visibilitySeconds ?? queue.visibilitySeconds) * 1000;
          take.run(receipt, hiddenUntil, now, integer(row["sequence"]));
          const origin = row["origin"];
          messages.push({
            id: String(row["id"]),
            receipt,
            body: String(row["body"]),
            attributes: fieldsOf(parseJson(String(row["attributes"]))),
            sender: String(row["sender"]),
            sentAt: integer(row["sent_at"]),
            firstReceivedAt: integer(row["first_received_at"]) || now,
            receiveCount: received + 1,
            ...(typeof origin === "string" ? { origin } : {}),
          });
        }
        if (rows.length === 0 || visibilitySeconds === 0) break;
      }
      worked = { ...worked, received: worked.received + messages.length };
      return messages;
    });

  return {
    all: queues,
    find,
    receive,
    send: (queue, { body, delaySeconds, attributes, sender, origin }) => {
      const id = randomUUID();
      const now = clock.now();
      const visibleAt = now + (delaySeconds ?? queue.delaySeconds) * 1000;
      const kept = JSON.stringify(attributes ?? {});
      insert.run(id, queue.name, body, kept, sender ?? "system", now, visibleAt, origin ?? null);
      changed();
      return id;
    },
    remove: (receipt) => {
      drop.run(receipt);
      worked = { ...worked, removed: worked.removed + 1 };
      activity.note();
    },
    hide: (receipt, seconds) => {
      const now = clock.now();
      const { changes } = change.run(now + seconds * 1000, receipt, now);
      if (Number(changes) > 0) changed();
      return Number(changes) > 0;
    },
    purge: (queue) => {
      clear.run(queue.name);
      changed();
    },
    counts: (queue) => {
      const row = count.get(clock.now(), queue.name) ?? {};
      return { visible: integer(row["visible"]), inFlight: integer(row["flight"]), delayed: integer(row["waiting"]) };
    },
    readable,
    worked: () => worked,
    peek: (queue) => list.all(queue.name).map((row) => String(row["body"])),
    nextDue: (some) => {
      const now = clock.now();
      const dues = some.flatMap((queue) => {
        const due = next.get(queue.name, now)?.["due"];
        return typeof due === "number" ? [due] : [];
      });
      return dues.length === 0 ? undefined : Math.min(...dues);
    },
    onChange: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
};
