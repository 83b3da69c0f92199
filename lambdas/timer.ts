import { TimerMessage } from "../schemas/model/messages.ts";
import { schedules } from "./io/deps/timers.ts";
import { letterQueues } from "./io/deps/letters.ts";
import { clock, ledger, store } from "./io/deps/deps.ts";
import { onMessagesAbout } from "./shell/batch.ts";
import { timerAbout, handleTimer } from "./use-cases/on-timer.ts";

const io = { store, ledger, schedules, letterQueues, clock };

/** The timers queue: a moment has come; is it still due? */
export const handler = onMessagesAbout("timer", TimerMessage, timerAbout, (messages) => handleTimer(io, messages));
