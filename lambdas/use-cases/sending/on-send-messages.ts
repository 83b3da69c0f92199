import { SendMessage } from "../../../schemas/model/messages.ts";
import { onMessagesAbout } from "../../shell/batch.ts";
import { sendLetter, type SendIo, mostSentAtOnce } from "./send-letter.ts";

/** The function on a letters queue. Orders of one letter within a batch are one order: done once, given back together. */
export const onSendMessages = (io: SendIo) =>
  onMessagesAbout(
    "send",
    SendMessage,
    ({ letter }) => letter,
    ([{ letter }]) => sendLetter(io, letter),
    { atOnce: mostSentAtOnce },
  );
