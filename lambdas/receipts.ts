import { MailEvent } from "../schemas/model/messages.ts";
import { timers } from "./io/deps/timer-queue.ts";
import { metrics } from "./io/deps/metrics.ts";
import { letterQueues } from "./io/deps/letters.ts";
import { clock, ledger, store } from "./io/deps/deps.ts";
import { onMessagesAbout } from "./shell/batch.ts";
import { onMailEvents, letterOf } from "./use-cases/reachability/on-mail-events.ts";

const io = { store, ledger, letterQueues, timers, metrics, clock };

/** The receipts queue: what the mail service reports of our letters. */
export const handler = onMessagesAbout("receipts", MailEvent, letterOf, (events) => onMailEvents(io, events));
