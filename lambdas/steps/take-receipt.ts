import { type Receipt, receive } from "../../domain/letter-states.ts";
import { readInstant } from "../../domain/time.ts";
import { LetterId } from "../../schemas/ids.ts";
import type { MailEvent } from "../../schemas/messages.ts";
import { log } from "../io/log.ts";
import type { Ledger } from "../io/ports.ts";

const receipts: Readonly<Record<string, Receipt>> = {
  Send: "send",
  Delivery: "delivery",
  Bounce: "bounce",
  Complaint: "complaint",
  Reject: "reject",
};

const receiptOf = ({ detail }: MailEvent): Receipt | undefined =>
  // The mail service reports a transient bounce when it has given up trying; until then it reports a DeliveryDelay.
  detail.eventType === "Bounce" && detail.bounce?.bounceType === "Transient"
    ? "transient-bounce"
    : receipts[detail.eventType];

/** How often a row is read again because something else moved it. */
const tries = 5;

/**
 * Moves a letter by what the mail service reports, whatever the order and the number of reports. An event that
 * belongs to no letter, or says nothing new, is counted and dropped. Throws when the row never stood still.
 */
export const takeReceipt = async (ledger: Ledger, event: MailEvent): Promise<"moved" | "ignored"> => {
  const receipt = receiptOf(event);
  const tagged = LetterId.safeParse(event.detail.mail.tags?.["letter"]?.[0]);
  if (receipt === undefined || !tagged.success) return ignored(event);
  const at = readInstant(event.time);
  for (let left = tries; left > 0; left--) {
    const letter = await ledger.letter(tagged.data);
    if (letter === undefined) return ignored(event);
    const next = receive(letter, receipt, at, event.detail.mail.messageId);
    if (next === undefined) return ignored(event);
    if (await ledger.move(next)) {
      log("LETTER_MOVED", { letter: letter.id, state: next.state });
      return "moved";
    }
  }
  throw new Error(`Letter ${tagged.data} keeps moving`);
};

const ignored = ({ detail }: MailEvent): "ignored" => {
  log("RECEIPT_IGNORED", { event: detail.eventType, message: detail.mail.messageId });
  return "ignored";
};
