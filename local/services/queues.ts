import type { Activity } from "../base/activity.ts";
import { earliest, type StackClock } from "../base/clock.ts";
import type { Fields } from "../base/json.ts";
import type { StateDb } from "../base/state-db.ts";
import type { QueuePlan } from "../template/resource-plans.ts";
import {
  type Messages,
  openMessages,
  type QueueCounts,
  type QueuedMessage,
  type QueueMessage,
} from "./queue-messages.ts";

export interface MessageToSend {
  readonly body: string;
  readonly delaySeconds?: number;
  readonly attributes?: Fields;
  readonly sender?: string;
}

export interface MessageCounts {
  readonly received: number;
  readonly removed: number;
}

/** The queues of the app, as SQS keeps them: at least once, hidden while read, put aside after too many readings. */
export interface Queues {
  readonly all: readonly QueuePlan[];
  /** By name, URL or ARN. */
  readonly find: (name: string) => QueuePlan | undefined;
  /** Gives the message's id. */
  readonly send: (queue: QueuePlan, message: MessageToSend) => string;
  readonly receive: (queue: QueuePlan, most: number, visibilitySeconds?: number) => readonly QueueMessage[];
  readonly remove: (receipt: string) => void;
  /** False where the receipt is not of a message in flight. */
  readonly hide: (receipt: string, seconds: number) => boolean;
  readonly purge: (queue: QueuePlan) => void;
  readonly counts: (queue: QueuePlan) => QueueCounts;
  /** Messages that can be read now, counted up to `most`, and since when the first can be. */
  readonly readable: (queue: QueuePlan, most: number) => { readonly count: number; readonly since: number | undefined };
  /** Returns the number of received messages, and of those that were processed completely. */
  readonly messageCounts: () => MessageCounts;
  /** Bodies of all messages of a queue, oldest first, without receiving them. */
  readonly peek: (queue: QueuePlan) => readonly string[];
  /** The next instant at which a hidden message of one of these queues shows, in milliseconds since 1970. */
  readonly nextDue: (queues: readonly QueuePlan[]) => number | undefined;
  /** Hears of every change of what can be read or is due; the answer stops that. */
  readonly onChange: (listener: () => void) => () => void;
}

export interface QueueParts {
  readonly stateDb: StateDb;
  readonly clock: StackClock;
  readonly activity: Activity;
  readonly queues: readonly QueuePlan[];
}

/** The queue with this name, URL or ARN. */
const findQueue = (queues: readonly QueuePlan[], name: string): QueuePlan | undefined => {
  const last = name.split(/[/:]/u).at(-1);
  return queues.find((queue) => queue.name === last);
};

/** The queue to which a message goes instead of to one more reader; undefined where it may still be read. */
const deadLetterQueueFor = (
  message: QueuedMessage,
  { redrive }: QueuePlan,
  queues: readonly QueuePlan[],
): QueuePlan | undefined => {
  if (redrive === undefined || message.receiveCount < redrive.maxReceiveCount) return undefined;
  return findQueue(queues, redrive.arn);
};

interface Receiving {
  readonly queue: QueuePlan;
  readonly most: number;
  /** Of the queue where left out. */
  readonly visibilitySeconds: number | undefined;
  readonly now: number;
}

/** Gives messages to a reader; those that were read too often go to the dead-letter queue, and `putAside` hears of it. */
const receive = (
  messages: Messages,
  queues: readonly QueuePlan[],
  { queue, most, visibilitySeconds, now }: Receiving,
  putAside: () => void,
): readonly QueueMessage[] => {
  if (messages.visible(queue.name, now, 1).length === 0) return [];
  messages.removeSentBefore(queue.name, now - queue.retentionSeconds * 1000);
  const hiddenUntil = now + (visibilitySeconds ?? queue.visibilitySeconds) * 1000;
  const received: QueueMessage[] = [];
  while (received.length < most) {
    const visible = messages.visible(queue.name, now, most - received.length);
    for (const message of visible) {
      const deadLetterQueue = deadLetterQueueFor(message, queue, queues);
      if (deadLetterQueue === undefined) received.push(messages.receive(message, now, hiddenUntil));
      else {
        messages.putAside(message, deadLetterQueue.name, queue.arn, now);
        putAside();
      }
    }
    // Messages that are not hidden would be received once more.
    if (visible.length === 0 || hiddenUntil === now) break;
  }
  return received;
};

type Views = "counts" | "readable" | "peek" | "nextDue";

/** Returns data about messages that need no receipt. */
const viewsOf = (messages: Messages, clock: StackClock): Pick<Queues, Views> => ({
  counts: (queue) => messages.counts(queue.name, clock.now()),
  readable: (queue, most) => {
    const since = messages.visibleSince(queue.name, clock.now(), most);
    return { count: since.length, since: since[0] };
  },
  peek: (queue) => messages.bodies(queue.name),
  nextDue: (queues) => {
    const now = clock.now();
    return earliest(queues.map(({ name }) => messages.nextVisible(name, now)));
  },
});

/** Opens the queues. Messages that were being read when the system stopped can be read again. */
export const openQueues = ({ stateDb, clock, activity, queues }: QueueParts): Queues => {
  const messages = openMessages(stateDb.database);
  const listeners = new Set<() => void>();
  let worked: MessageCounts = { received: 0, removed: 0 };
  const changed = (): void => {
    activity.note();
    for (const listener of listeners) listener();
  };
  messages.showReceived(clock.now());
  return {
    all: queues,
    find: (name) => findQueue(queues, name),
    send: (queue, { body, delaySeconds = queue.delaySeconds, attributes = {}, sender = "system" }) => {
      const sentAt = clock.now();
      const visibleAt = sentAt + delaySeconds * 1000;
      const id = messages.add(queue.name, { body, attributes, sender, sentAt, visibleAt });
      changed();
      return id;
    },
    receive: (queue, most, visibilitySeconds) =>
      stateDb.together(() => {
        const receiving = { queue, most, visibilitySeconds, now: clock.now() };
        const received = receive(messages, queues, receiving, changed);
        worked = { ...worked, received: worked.received + received.length };
        return received;
      }),
    remove: (receipt) => {
      messages.remove(receipt);
      worked = { ...worked, removed: worked.removed + 1 };
      activity.note();
    },
    hide: (receipt, seconds) => {
      const now = clock.now();
      const isHidden = messages.changeVisibility(receipt, now, now + seconds * 1000);
      if (isHidden) changed();
      return isHidden;
    },
    purge: (queue) => {
      messages.removeAll(queue.name);
      changed();
    },
    ...viewsOf(messages, clock),
    messageCounts: () => worked,
    onChange: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
};
