import type { Ledger, LetterQueues } from "../../../../lambdas/io/ports/outbox.ts";
import type { Mail, MailPermits, SlotStore } from "../../../../lambdas/io/ports/mail.ts";
import type { Store } from "../../../../lambdas/io/ports/store.ts";
import { newPartyCache } from "../../../../lambdas/use-cases/base/party-cache.ts";
import { newRateLimiter } from "../../../../lambdas/use-cases/sending/rate-limiter.ts";
import { letterToSend, onSendMessages } from "../../../../lambdas/use-cases/sending/on-send-messages.ts";
import { maxConcurrentSends } from "../../../../lambdas/use-cases/sending/send-letter.ts";
import { onMessagesAbout } from "../../../../lambdas/shell/batch.ts";
import { SendMessage } from "../../../../schemas/model/messages.ts";
import { address } from "../../../fixtures/changes.ts";
import { noMetrics } from "../../../fakes/metrics.ts";
import { type Life, lifeUntil, watchPort } from "../../../harness/function-deaths.ts";
import type { Handler } from "./queues.ts";
import type { Time } from "./time.ts";

/** Dependencies of a sender outside its process. */
export interface SenderDependencies {
  readonly store: Store;
  readonly ledger: Ledger;
  readonly letterQueues: LetterQueues;
  readonly mail: Mail;
  readonly permits: MailPermits;
  readonly slots: SlotStore;
}

export interface SenderParts {
  readonly time: Time;
  readonly dependencies: SenderDependencies;
  /** Returns whether a sender dies at a call, before or after the call had its effect. */
  readonly dies: (call: string) => "before" | "after" | undefined;
  /** By how many milliseconds the clock of the n-th sender is wrong. */
  readonly skew?: (sender: number) => number;
}

interface Sender {
  readonly run: Handler;
  busy: boolean;
}

const settings = {
  frontEndUrl: "https://front.example.org",
  replyTo: "secretariat@example.org",
  secretariatAddress: address("secretariat@example.org"),
};

/** Returns a sender as the cloud runs it: batch by batch until it dies, with its cached rate kept between batches. */
const newSender = ({ time, dependencies, dies }: SenderParts, skew: number, gone: () => void): Sender => {
  const life: Life = lifeUntil(undefined, async (call, go) => {
    const when = dies(call);
    if (when === "before") return life.end(call);
    const answered = await go();
    return when === "after" ? life.end(call) : answered;
  });
  const { watch } = life;
  const clock = time.clock(skew);
  const rateLimiter = newRateLimiter({
    slots: watchPort("slots", dependencies.slots, watch),
    permits: watchPort("permits", dependencies.permits, watch),
    sleeper: watchPort("timer", time.sleeper(skew), watch),
    clock,
  });
  const store = watchPort("store", dependencies.store, watch);
  const io = {
    store,
    parties: newPartyCache({ store, clock }),
    ledger: watchPort("ledger", dependencies.ledger, watch),
    letterQueues: watchPort("letterQueues", dependencies.letterQueues, watch),
    mail: watchPort("mail", dependencies.mail, watch),
    // No function completes the bulletin of a campaign: only sends are checked.
    timers: { fire: async () => undefined },
    rateLimiter,
    metrics: noMetrics,
    clock,
    ...settings,
  };
  const handler = onMessagesAbout("send", SendMessage, letterToSend, (messages) => onSendMessages(io, messages), {
    maxConcurrency: maxConcurrentSends,
  });
  return {
    busy: false,
    run: async (event) => {
      try {
        return await life.live(() => handler(event));
      } catch (error) {
        gone();
        throw error;
      }
    },
  };
};

/**
 * Returns a handler of a queue's batches: a free sender or a new one processes each batch, and a dead one is replaced.
 */
export const senders = (parts: SenderParts): Handler => {
  const alive: Sender[] = [];
  let made = 0;
  const free = (): Sender => {
    const found = alive.find(({ busy }) => !busy);
    if (found !== undefined) return found;
    const sender = newSender(parts, parts.skew?.(made) ?? 0, () => void alive.splice(alive.indexOf(sender), 1));
    made += 1;
    alive.push(sender);
    return sender;
  };
  return async (event) => {
    const sender = free();
    sender.busy = true;
    try {
      return await sender.run(event);
    } finally {
      sender.busy = false;
    }
  };
};
