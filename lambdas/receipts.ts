import { MailEvent } from "../schemas/messages.ts";
import { alarms } from "./io/deps-alarm-queue.ts";
import { letterQueues } from "./io/deps-letters.ts";
import { clock, ledger, store } from "./io/deps.ts";
import { onMessagesAbout } from "./shell/batch.ts";
import { followReceipts } from "./steps/follow-receipt.ts";
import { letterOf } from "./steps/take-receipt.ts";

const io = { store, ledger, letterQueues, alarms, clock };

/** The receipts queue: what the mail service reports of our letters. */
export const handler = onMessagesAbout("receipts", MailEvent, letterOf, (events) => followReceipts(io, events));
