import { requiredVariable } from "../env.ts";

/** What letters say of where to read on and where to answer. */
export const letterSettings = {
  frontEndUrl: requiredVariable("FRONT_END_URL"),
  replyTo: requiredVariable("MAIL_REPLY_TO"),
};
