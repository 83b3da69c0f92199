import type { MailEvent } from "../../../schemas/model/messages.ts";
import type { Alarms } from "../../io/ports/scheduling.ts";
import type { Together } from "../../shell/batch.ts";
import { type ReceiptIo, takeReceipts } from "./apply-mail-events.ts";

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
  const { outcome, letter } = await takeReceipts(io, events);
  const bounced = events.some(({ detail }) => detail.eventType === "Bounce");
  if (bounced && letter?.content.kind === "bulletin") await io.alarms.ring({ bounced: letter.content.bulletin });
  return outcome;
};
