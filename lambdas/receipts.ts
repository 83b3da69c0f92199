import { MailEvent } from "../schemas/messages.ts";
import { clock, ledger, store } from "./io/deps.ts";
import { onMessages } from "./shell/batch.ts";
import { followReceipt } from "./steps/follow-bulletin.ts";

const io = { store, ledger, clock };

/** The receipts queue: what the mail service reports of our letters. */
export const handler = onMessages("receipts", MailEvent, (event) => followReceipt(io, event, "receipts"));
