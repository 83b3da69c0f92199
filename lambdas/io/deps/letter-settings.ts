import { requiredVariable } from "../env.ts";

/** The addresses in letters for reading more and for replies. */
export const letterSettings = {
  frontEndUrl: requiredVariable("FRONT_END_URL"),
  replyTo: requiredVariable("MAIL_REPLY_TO"),
};
