import { SESv2Client } from "@aws-sdk/client-sesv2";
import { questionClientOptions } from "./mail-account.ts";
import { sesSuppression } from "./suppression.ts";

export const suppression = sesSuppression(new SESv2Client({ ...questionClientOptions, maxAttempts: 3 }));
