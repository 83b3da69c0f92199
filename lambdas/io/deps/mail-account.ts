import { SESv2Client } from "@aws-sdk/client-sesv2";
import { needed } from "../env.ts";
import { questionClientOptions, sesAccount } from "../aws/mail-account.ts";

export const mailAccount = sesAccount(new SESv2Client(questionClientOptions), needed("MAIL_IDENTITY"));
