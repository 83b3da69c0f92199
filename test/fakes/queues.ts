import type { LetterQueue } from "../../domain/letters/queues.ts";
import { later } from "../../domain/base/time.ts";
import type { LetterQueues } from "../../lambdas/io/ports/outbox.ts";
import type { Schedules } from "../../lambdas/io/ports/schedules.ts";
import type { TimerMessage, SendMessage } from "../../schemas/model/messages.ts";
import type { Instant } from "../../schemas/base/values.ts";

export interface Message {
  readonly id: string;
  readonly body: string;
  visibleAt: Instant;
  receives: number;
}

export interface Queue {
  /** Puts a message; what it does to the next ones the switches say. */
  put(body: unknown, seconds?: number): void;
  /** Returns the first visible message and hides it; it comes again unless deleted. */
  receive(): Message | undefined;
  delete(message: Message): void;
  /** Loses all waiting messages. */
  clear(): void;
  /** Returns the moment at which the next message becomes visible. */
  nextAt(): Instant | undefined;
  readonly messages: readonly Message[];
  /** Messages that were received too often. */
  readonly deadLetters: Message[];
  /** The number of next messages that are lost. */
  drops: number;
  /** The number of next messages that come twice. */
  duplicates: number;
  /** The seconds by which all messages come later than requested. */
  delay: number;
  /** The latest message is read first. */
  reversed: boolean;
  /** No function reads it: an outage. */
  held: boolean;
}

export interface QueueSettings {
  readonly now: () => Instant;
  readonly visibility: number;
  readonly attempts: number;
}

const soonest = (one: { visibleAt: Instant }, other: { visibleAt: Instant }): number =>
  one.visibleAt.localeCompare(other.visibleAt);

/** Returns a queue that delivers at least once, as Amazon SQS does. */
export const makeQueue = (name: string, { now, visibility, attempts }: QueueSettings): Queue => {
  const messages: Message[] = [];
  let made = 0;
  const queue: Queue = {
    messages,
    deadLetters: [],
    drops: 0,
    duplicates: 0,
    delay: 0,
    reversed: false,
    held: false,
    put: (body, seconds = 0) => {
      if (queue.drops > 0) {
        queue.drops -= 1;
        return;
      }
      const copies = queue.duplicates > 0 ? 2 : 1;
      queue.duplicates = Math.max(0, queue.duplicates - 1);
      const visibleAt = later(now(), { milliseconds: (seconds + queue.delay) * 1000 });
      for (let copy = 0; copy < copies; copy++) {
        made += 1;
        messages.push({ id: `${name}-${made}`, body: JSON.stringify(body), visibleAt, receives: 0 });
      }
    },
    receive: () => {
      if (queue.held) return undefined;
      const visible = messages.filter(({ visibleAt }) => visibleAt <= now()).toSorted(soonest);
      const message = visible.at(queue.reversed ? -1 : 0);
      if (message === undefined) return undefined;
      if (message.receives === attempts) {
        queue.delete(message);
        queue.deadLetters.push(message);
        return queue.receive();
      }
      message.receives += 1;
      message.visibleAt = later(now(), { milliseconds: visibility * 1000 });
      return message;
    },
    delete: (message) => {
      const place = messages.indexOf(message);
      if (place >= 0) messages.splice(place, 1);
    },
    clear: () => void messages.splice(0),
    nextAt: () => (queue.held ? undefined : messages.toSorted(soonest)[0]?.visibleAt),
  };
  return queue;
};

export interface FakeSchedules extends Schedules {
  readonly pending: Map<string, { readonly at: Instant; readonly message: TimerMessage }>;
  /** The number of next schedules that are never created, while the call succeeds. */
  drops: number;
  nextAt(): Instant | undefined;
  /** Puts on the queue what has come, as the scheduler does with one-time schedules that delete themselves. */
  fire(now: Instant): void;
}

/** Schedules on an alarms queue. */
export const fakeSchedules = (timers: Queue): FakeSchedules => {
  const pending: FakeSchedules["pending"] = new Map();
  const schedules: FakeSchedules = {
    pending,
    drops: 0,
    arm: async (name, at, message, now) => {
      if (schedules.drops > 0) schedules.drops -= 1;
      else if (at <= later(now, { minutes: 1 }))
        timers.put(message, Math.max(0, Math.ceil((Date.parse(at) - Date.parse(now)) / 1000)));
      else if (!pending.has(name)) pending.set(name, { at, message });
    },
    disarm: async (name) => void pending.delete(name),
    armed: async ({ limit, after }) => {
      const names = [...pending.keys()].toSorted().filter((name) => after === undefined || name > after);
      const items = names.slice(0, limit);
      const last = items.at(-1);
      return names.length > limit && last !== undefined ? { items, next: last } : { items };
    },
    nextAt: () => [...pending.values()].map(({ at }) => at).toSorted()[0],
    fire: (now) => {
      for (const [name, { at, message }] of pending)
        if (at <= now) {
          pending.delete(name);
          timers.put(message);
        }
    },
  };
  return schedules;
};

/** Orders on the letters queues. */
export const fakeLetterQueues = (queues: Readonly<Record<LetterQueue, Queue>>): LetterQueues => ({
  order: async (letters, seconds = 0, { queue } = { queue: "deadline-letters" }) => {
    for (const letter of letters) queues[queue].put({ letter } satisfies SendMessage, seconds);
  },
});
