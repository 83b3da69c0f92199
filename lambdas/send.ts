import { SendMessage } from "../schemas/model/messages.ts";
import { letterSettings } from "./io/deps/letter-settings.ts";
import { letterQueues } from "./io/deps/letters.ts";
import { timers } from "./io/deps/timer-queue.ts";
import { metrics } from "./io/deps/metrics.ts";
import { mail, permits, secretariatAddress, slots } from "./io/deps/mail.ts";
import { systemSleeper } from "./io/clock.ts";
import { clock, ledger, store } from "./io/deps/deps.ts";
import { onMessagesAbout } from "./shell/batch.ts";
import { newPartyCache } from "./use-cases/base/party-cache.ts";
import { newRateLimiter } from "./use-cases/sending/rate-limiter.ts";
import { letterToSend, onSendMessages } from "./use-cases/sending/on-send-messages.ts";
import { maxConcurrentSends } from "./use-cases/sending/send-letter.ts";

const mailing = { letterQueues, timers, mail, metrics, ...letterSettings, secretariatAddress };
const io = {
  store,
  ledger,
  parties: newPartyCache({ store, clock }),
  rateLimiter: newRateLimiter({ slots, permits, clock, sleeper: systemSleeper }),
  clock,
  ...mailing,
};

/** The letters queues: orders to send what was planned. */
export const handler = onMessagesAbout("send", SendMessage, letterToSend, (messages) => onSendMessages(io, messages), {
  maxConcurrency: maxConcurrentSends,
});
