import { MailEvent } from "../schemas/messages.ts";
import { letterQueues } from "./io/deps-letters.ts";
import { clock, ledger, store } from "./io/deps.ts";
import { onMessages } from "./shell/batch.ts";
import { takeReceipt } from "./steps/take-receipt.ts";

const io = { store, ledger, letterQueues, clock };

/** The receipts queue: what the mail service reports of our letters. */
export const handler = onMessages("receipts", MailEvent, (event) => takeReceipt(io, event));
