import type { MailEvent } from "../../schemas/messages.ts";
import type { Alarms } from "../io/ports.ts";
import type { Together } from "../shell/batch.ts";
import { letterOf, type ReceiptIo, takeReceipts } from "./take-receipt.ts";

export interface FollowReceiptIo extends ReceiptIo {
  readonly alarms: Alarms;
}

/**
 * Moves a letter by what the mail service reports of it. Where a bulletin's letter bounced, whoever may stop bulletins is
 * told to look, also when the same report comes again: the first time may have ended before that.
 */
export const followReceipts = async (
  io: FollowReceiptIo,
  events: Together<MailEvent>,
): Promise<"moved" | "ignored"> => {
  const outcome = await takeReceipts(io, events);
  const id = letterOf(events[0]);
  if (id === undefined || !events.some(({ detail }) => detail.eventType === "Bounce")) return outcome;
  const letter = await io.ledger.letter(id);
  if (letter?.content.kind === "bulletin") await io.alarms.ring({ bounced: letter.content.bulletin });
  return outcome;
};
