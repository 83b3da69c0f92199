import { SESv2Client } from "@aws-sdk/client-sesv2";
import { needed } from "./env.ts";
import { mailClientOptions, sesMail } from "./mail.ts";

export const mail = sesMail({
  client: new SESv2Client(mailClientOptions),
  from: needed("MAIL_FROM"),
  replyTo: needed("MAIL_REPLY_TO"),
  configurationSet: needed("MAIL_CONFIGURATION_SET"),
});
