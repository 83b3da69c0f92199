import { AlarmMessage } from "../schemas/messages.ts";
import { schedules } from "./io/deps-alarms.ts";
import { letterQueues } from "./io/deps-letters.ts";
import { clock, ledger, store } from "./io/deps.ts";
import { onMessagesAbout } from "./shell/batch.ts";
import { alarmAbout, ringAlarm } from "./steps/ring-alarm.ts";

const io = { store, ledger, schedules, letterQueues, clock };

/** The alarms queue: a moment has come; is it still due? */
export const handler = onMessagesAbout("alarm", AlarmMessage, alarmAbout, (messages) => ringAlarm(io, messages));
