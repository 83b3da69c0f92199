import { LetterSender } from "../../schemas/model/letter-sender.ts";
import { optionalVariable } from "./env.ts";

/** Who writes, as the stage says it; a stage that sends to nobody may leave it out. */
export const senderOfStage = (): LetterSender | undefined => {
  const said = optionalVariable("LETTER_SENDER");
  return said === undefined ? undefined : LetterSender.parse(JSON.parse(said));
};

/** The address at which the secretariat reads answers to letters. */
export const answersAddress = (): string | undefined => optionalVariable("MAIL_REPLY_TO");

/** Where the system is used through. */
export const frontEndAddress = (): string | undefined => optionalVariable("FRONT_END_URL");
