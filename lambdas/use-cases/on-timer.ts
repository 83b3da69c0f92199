import type { TimerMessage } from "../../schemas/model/messages.ts";
import { log } from "../io/log.ts";
import type { MessageGroup } from "./base/message-group.ts";
import { followSettled } from "./bulletins/completion.ts";
import { releasePages, workOnPage } from "./bulletins/plan-pages.ts";
import { watchBounces } from "./bulletins/on-bulletin-entry.ts";
import { openGroup } from "./planning/open-group.ts";
import { tellTarget } from "./planning/tell-target.ts";
import { planDueReminder, type PlanningIo, reviewsOn } from "./planning/plan-letters.ts";

type ReminderTimer = Extract<TimerMessage, { reminderSubject: unknown }>;

/**
 * Doubts a timer: only what is still open, in this generation and with this date, is reminded of. Late and repeated
 * timers change nothing: the step is the one that the time now asks for, and its letter's row exists once.
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

/** What messages of a batch are worked on together for: a bulletin's letters are read once, whatever the number of messages. */
export const timerAbout = (message: TimerMessage): string | undefined => {
  if ("settled" in message) return `settled ${message.settled}`;
  return "bounced" in message ? message.bounced : undefined;
};

/** The fewest looks that any message of a group has behind it, with the one that is taken now. */
const firstLook = (messages: MessageGroup<TimerMessage>): number =>
  Math.min(...messages.map((message) => ("settled" in message ? (message.look ?? 1) : 1)));

/** Does what messages on the timers queue ask for, as far as it is still to be done. Several are bounces of one bulletin. */
export const handleTimer = (io: PlanningIo, messages: MessageGroup<TimerMessage>): Promise<string> => {
  const [message] = messages;
  if ("opening" in message) return openGroup(io, message.opening, message.from);
  if ("target" in message) return tellTarget(io, message.target);
  if ("release" in message) return releasePages(io, message.release, "alarm");
  if ("bounced" in message) return watchBounces(io, message.bounced, messages.length, "alarm");
  // A fresh message among those that have looked before is looked after as long as it would be by itself.
  if ("settled" in message) return followSettled(io, message.settled, firstLook(messages), "alarm");
  return "page" in message ? workOnPage(io, message.page) : fireReminder(io, message);
};
