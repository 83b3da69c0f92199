import { SESv2Client } from "@aws-sdk/client-sesv2";
import { requiredVariable } from "../env.ts";
import { questionClientOptions, sesAccount } from "../aws/mail-account.ts";

export const mailAccount = sesAccount(new SESv2Client(questionClientOptions), requiredVariable("MAIL_IDENTITY"));
