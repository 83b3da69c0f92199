import type { MailEvent } from "../../../schemas/model/messages.ts";
import type { Timers } from "../../io/ports/schedules.ts";
import type { MessageGroup } from "../base/message-group.ts";
import { tellSettled } from "../bulletins/completion.ts";
import { type ReceiptIo, applyMailEvents } from "./apply-mail-events.ts";

export interface MailEventsIo extends ReceiptIo {
  readonly timers: Timers;
}

/**
 * Moves a letter by what the mail service reports of it. Where a bulletin's letter bounced, whoever may stop bulletins is
 * told to look, also when the same report comes again: the first time may have ended before that.
 */
export const onMailEvents = async (io: MailEventsIo, events: MessageGroup<MailEvent>): Promise<"moved" | "ignored"> => {
  const { outcome, letter } = await applyMailEvents(io, events);
  // A report may bring a letter to rest of which nobody knew whether it left.
  if (letter !== undefined) await tellSettled(io, letter);
  const bounced = events.some(({ detail }) => detail.eventType === "Bounce");
  if (bounced && letter?.content.kind === "bulletin") await io.timers.fire({ bounced: letter.content.bulletin });
  return outcome;
};
