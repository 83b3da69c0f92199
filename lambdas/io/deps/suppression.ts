import { SESv2Client } from "@aws-sdk/client-sesv2";
import { questionClientOptions } from "../aws/mail-account.ts";
import { sesSuppression } from "../aws/suppression.ts";

export const suppression = sesSuppression(new SESv2Client({ ...questionClientOptions, maxAttempts: 3 }));
