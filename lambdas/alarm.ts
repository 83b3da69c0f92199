import { AlarmMessage } from "../schemas/model/messages.ts";
import { schedules } from "./io/deps/timers.ts";
import { letterQueues } from "./io/deps/letters.ts";
import { clock, ledger, store } from "./io/deps/deps.ts";
import { onMessagesAbout } from "./shell/batch.ts";
import { alarmAbout, ringAlarm } from "./use-cases/on-timer.ts";

const io = { store, ledger, schedules, letterQueues, clock };

/** The alarms queue: a moment has come; is it still due? */
export const handler = onMessagesAbout("alarm", AlarmMessage, alarmAbout, (messages) => ringAlarm(io, messages));
