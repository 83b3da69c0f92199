import { SESv2Client } from "@aws-sdk/client-sesv2";
import { EmailAddress } from "../../../schemas/base/values.ts";
import { access } from "./deps.ts";
import { requiredVariable } from "../env.ts";
import { sesPermits } from "../aws/mail-permits.ts";
import { mailClientOptions, sesMail } from "../aws/mail.ts";
import { dynamoSlots } from "../store/slots.ts";

const client = new SESv2Client(mailClientOptions);

export const mail = sesMail({
  client,
  from: requiredVariable("MAIL_FROM"),
  replyTo: requiredVariable("MAIL_REPLY_TO"),
  configurationSet: requiredVariable("MAIL_CONFIGURATION_SET"),
});
export const permits = sesPermits(client);
export const slots = dynamoSlots(access, "ses");

/** The mailbox of the daily list. */
export const secretariatAddress = EmailAddress.parse(requiredVariable("SECRETARIAT_ADDRESS"));
