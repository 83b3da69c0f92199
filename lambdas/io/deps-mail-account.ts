import { SESv2Client } from "@aws-sdk/client-sesv2";
import { needed } from "./env.ts";
import { sesAccount } from "./mail-account.ts";

export const mailAccount = sesAccount(new SESv2Client({}), needed("MAIL_IDENTITY"));
