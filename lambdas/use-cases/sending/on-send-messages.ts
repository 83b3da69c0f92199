import type { SendMessage } from "../../../schemas/model/messages.ts";
import type { MessageGroup } from "../base/message-group.ts";
import { sendLetter, type SendIo } from "./send-letter.ts";

/** What messages of a batch are worked on together for: orders of one letter are one order, done once, given back together. */
export const letterToSend = ({ letter }: SendMessage): string => letter;

/** Sends the letter that messages on a letters queue order. */
export const onSendMessages = (io: SendIo, [{ letter }]: MessageGroup<SendMessage>): Promise<string> =>
  sendLetter(io, letter);
