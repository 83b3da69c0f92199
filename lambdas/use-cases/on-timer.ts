import type { TimerMessage } from "../../schemas/model/messages.ts";
import { log } from "../io/log.ts";
import type { MessageGroup } from "./base/message-group.ts";
import { followSettled } from "./bulletins/completion.ts";
import { dispatchPages, workOnPage } from "./bulletins/plan-pages.ts";
import { watchBounces } from "./bulletins/on-bulletin-entry.ts";
import { openGroup } from "./planning/open-group.ts";
import { planTargetMissedLetters } from "./planning/plan-target-letters.ts";
import { planDueReminder, type PlanningIo, reviewsOn } from "./planning/plan-letters.ts";

type ReminderTimer = Extract<TimerMessage, { reminderSubject: unknown }>;

/**
 * Checks a timer before it reminds: only obligations that are still open, in this generation and with this date, have
 * reminders. Late and repeated timers change nothing: the step follows from the current time, and its letter's row
 * exists once.
 */
const fireReminder = async (
  io: PlanningIo,
  { reminderSubject, stepName }: ReminderTimer,
): Promise<"fired" | "stale"> => {
  const reminded = await planDueReminder(
    io,
    await reviewsOn(io.store, reminderSubject),
    reminderSubject,
    io.clock.now(),
  );
  const about = { party: reminderSubject.party, group: reminderSubject.group, kind: reminderSubject.kind, stepName };
  if (reminded?.planned === undefined) {
    log("TIMER_STALE", about);
    return "stale";
  }
  log("TIMER_FIRED", { ...about, letter: reminded.planned });
  return "fired";
};

/**
 * Returns the subject by which messages of a batch are processed together: a bulletin's letters are read once, for any
 * number of messages.
 */
export const timerAbout = (message: TimerMessage): string | undefined => {
  if ("settled" in message) return `settled ${message.settled}`;
  return "bounced" in message ? message.bounced : undefined;
};

/** Returns the lowest number of checks of any message in a group, including the current one. */
const firstLook = (messages: MessageGroup<TimerMessage>): number =>
  Math.min(...messages.map((message) => ("settled" in message ? (message.look ?? 1) : 1)));

/**
 * Processes messages on the timers queue as far as still necessary. Several messages may report bounces of one
 * bulletin.
 */
export const handleTimer = (io: PlanningIo, messages: MessageGroup<TimerMessage>): Promise<string> => {
  const [message] = messages;
  if ("opening" in message) return openGroup(io, message.opening, message.from);
  if ("target" in message) return planTargetMissedLetters(io, message.target);
  if ("dispatch" in message) return dispatchPages(io, message.dispatch, "alarm");
  if ("bounced" in message) return watchBounces(io, message.bounced, messages.length, "alarm");
  // A new message in a group with earlier ones is followed up for as long as it would be alone.
  if ("settled" in message) return followSettled(io, message.settled, firstLook(messages), "alarm");
  return "page" in message ? workOnPage(io, message.page) : fireReminder(io, message);
};
