import { SendMessage } from "../../../schemas/model/messages.ts";
import { onMessagesAbout } from "../../shell/batch.ts";
import { deliver, type DeliverIo, sentAtOnce } from "./send-letter.ts";

/** The function on a letters queue. Orders of one letter within a batch are one order: done once, given back together. */
export const senderOf = (io: DeliverIo) =>
  onMessagesAbout(
    "send",
    SendMessage,
    ({ letter }) => letter,
    ([{ letter }]) => deliver(io, letter),
    { atOnce: sentAtOnce },
  );
