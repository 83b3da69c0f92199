import type { MailEvent } from "../../../schemas/model/messages.ts";
import type { Timers } from "../../io/ports/schedules.ts";
import type { MessageGroup } from "../base/message-group.ts";
import { reportSettled } from "../bulletins/completion.ts";
import { type ReceiptIo, applyMailEvents } from "./apply-mail-events.ts";

export interface MailEventsIo extends ReceiptIo {
  readonly timers: Timers;
}

/**
 * Moves a letter by the mail service's reports on it. If a bulletin's letter bounced, the breaker is notified to check
 * the bulletin, also for a repeated report: the first one may have been interrupted before.
 */
export const onMailEvents = async (io: MailEventsIo, events: MessageGroup<MailEvent>): Promise<"moved" | "ignored"> => {
  const { outcome, letter } = await applyMailEvents(io, events);
  // A report may settle a letter of unknown delivery.
  if (letter !== undefined) await reportSettled(io, letter);
  const bounced = events.some(({ detail }) => detail.eventType === "Bounce");
  if (bounced && letter?.content.kind === "bulletin") await io.timers.fire({ bounced: letter.content.bulletin });
  return outcome;
};
