import { needed } from "../env.ts";

/** What letters say of where to read on and where to answer. */
export const letterSettings = { frontEndUrl: needed("FRONT_END_URL"), replyTo: needed("MAIL_REPLY_TO") };
