import { LetterSender } from "../../schemas/model/letter-sender.ts";
import { optionalVariable } from "./env.ts";

/** Returns the sender that the stage configures; a stage that sends no letters may omit it. */
export const senderOfStage = (): LetterSender | undefined => {
  const said = optionalVariable("LETTER_SENDER");
  return said === undefined ? undefined : LetterSender.parse(JSON.parse(said));
};

/** Returns the secretariat's address for replies to letters. */
export const answersAddress = (): string | undefined => optionalVariable("MAIL_REPLY_TO");

/** Returns the address of the front end. */
export const frontEndAddress = (): string | undefined => optionalVariable("FRONT_END_URL");
