import { MailEvent } from "../schemas/messages.ts";
import { ledger } from "./io/deps.ts";
import { onMessages } from "./shell/batch.ts";
import { takeReceipt } from "./steps/take-receipt.ts";

/** The receipts queue: what the mail service reports of our letters. */
export const handler = onMessages("receipts", MailEvent, (event) => takeReceipt(ledger, event));
