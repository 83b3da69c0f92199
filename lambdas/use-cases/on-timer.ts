import type { AlarmMessage } from "../../schemas/model/messages.ts";
import { log } from "../io/log.ts";
import type { Together } from "../shell/batch.ts";
import { ringRelease, workOnPage } from "./bulletins/plan-pages.ts";
import { watchBounces } from "./bulletins/on-bulletin-entry.ts";
import { remindOn, type RemindIo, reviewsOn } from "./planning/plan-letters.ts";

type ReminderAlarm = Extract<AlarmMessage, { occasion: unknown }>;

/**
 * Doubts an alarm: only what is still open, in this generation and with this date, is reminded of. Late and repeated
 * alarms change nothing: the rung is the one that the time now asks for, and its letter's row exists once.
 */
const ringReminder = async (io: RemindIo, { occasion, rung }: ReminderAlarm): Promise<"fired" | "stale"> => {
  const reminded = await remindOn(io, await reviewsOn(io.store, occasion), occasion, io.clock.now());
  const about = { party: occasion.party, group: occasion.group, kind: occasion.kind, rung };
  if (reminded?.planned === undefined) {
    log("ALARM_STALE", about);
    return "stale";
  }
  log("ALARM_FIRED", { ...about, letter: reminded.planned });
  return "fired";
};

/** What messages of a batch are worked on together for: bounces of one bulletin are counted once, whatever their number. */
export const alarmAbout = (message: AlarmMessage): string | undefined =>
  "bounced" in message ? message.bounced : undefined;

/** Does what messages on the alarms queue ask for, as far as it is still to be done. Several are bounces of one bulletin. */
export const ringAlarm = (io: RemindIo, messages: Together<AlarmMessage>): Promise<string> => {
  const [message] = messages;
  if ("release" in message) return ringRelease(io, message.release, "alarm");
  if ("bounced" in message) return watchBounces(io, message.bounced, messages.length, "alarm");
  return "page" in message ? workOnPage(io, message.page) : ringReminder(io, message);
};
