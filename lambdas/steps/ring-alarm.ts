import type { AlarmMessage } from "../../schemas/messages.ts";
import { log } from "../io/log.ts";
import { remindOn, type RemindIo, reviewsOn } from "./remind.ts";

/**
 * Doubts an alarm: only what is still open, in this generation and with this date, is reminded of. Late and repeated
 * alarms change nothing: the rung is the one that the time now asks for, and its letter's row exists once.
 */
export const ringAlarm = async (io: RemindIo, { occasion, rung }: AlarmMessage): Promise<"fired" | "stale"> => {
  const reminded = await remindOn(io, await reviewsOn(io.store, occasion), occasion, io.clock.now());
  const about = { party: occasion.party, group: occasion.group, kind: occasion.kind, rung };
  if (reminded?.planned === undefined) {
    log("ALARM_STALE", about);
    return "stale";
  }
  log("ALARM_FIRED", { ...about, letter: reminded.planned });
  return "fired";
};
