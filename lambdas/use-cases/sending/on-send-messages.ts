import type { SendMessage } from "../../../schemas/model/messages.ts";
import type { MessageGroup } from "../base/message-group.ts";
import { sendLetter, type SendIo } from "./send-letter.ts";

/**
 * Returns the subject by which messages of a batch are processed together: orders of one letter are processed once, and
 * fail together.
 */
export const letterToSend = ({ letter }: SendMessage): string => letter;

/** Sends the letter that messages on a letters queue order. */
export const onSendMessages = (io: SendIo, [{ letter }]: MessageGroup<SendMessage>): Promise<string> =>
  sendLetter(io, letter);
