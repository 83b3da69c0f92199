import type { MailEvent } from "../../schemas/messages.ts";
import type { Alarms } from "../io/ports.ts";
import { letterOf, type ReceiptIo, takeReceipt } from "./take-receipt.ts";

export interface FollowReceiptIo extends ReceiptIo {
  readonly alarms: Alarms;
}

/**
 * Moves a letter by what the mail service reports. Where a bulletin's letter bounced, whoever may stop bulletins is told
 * to look, also when the same report comes again: the first time may have ended before that.
 */
export const followReceipt = async (io: FollowReceiptIo, event: MailEvent): Promise<"moved" | "ignored"> => {
  const outcome = await takeReceipt(io, event);
  const id = letterOf(event);
  if (event.detail.eventType !== "Bounce" || id === undefined) return outcome;
  const letter = await io.ledger.letter(id);
  if (letter?.content.kind === "bulletin") await io.alarms.ring({ bounced: letter.content.bulletin });
  return outcome;
};
