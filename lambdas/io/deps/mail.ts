import { SESv2Client } from "@aws-sdk/client-sesv2";
import { EmailAddress } from "../../../schemas/base/values.ts";
import { access } from "./deps.ts";
import { needed } from "../env.ts";
import { sesPermits } from "../aws/mail-permits.ts";
import { mailClientOptions, sesMail } from "../aws/mail.ts";
import { dynamoSlots } from "../store/slots.ts";

const client = new SESv2Client(mailClientOptions);

export const mail = sesMail({
  client,
  from: needed("MAIL_FROM"),
  replyTo: needed("MAIL_REPLY_TO"),
  configurationSet: needed("MAIL_CONFIGURATION_SET"),
});
export const permits = sesPermits(client);
export const slots = dynamoSlots(access, "ses");

/** Where the daily list goes. */
export const secretariatAddress = EmailAddress.parse(needed("SECRETARIAT_ADDRESS"));
