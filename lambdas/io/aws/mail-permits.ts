import { GetAccountCommand, type SESv2Client } from "@aws-sdk/client-sesv2";
import type { MailPermits } from "../ports/mail.ts";

/** The service returns -1 if it has no daily limit. */
const perDay = (quota: number): number => (quota < 0 ? Infinity : quota);

/** Returns the quota of the Amazon SES account and its use. Throws if the reply does not contain it. */
export const sesPermits = (client: SESv2Client): MailPermits => ({
  read: async () => {
    const { SendQuota: quota } = await client.send(new GetAccountCommand({}));
    const { MaxSendRate, Max24HourSend, SentLast24Hours } = quota ?? {};
    if (MaxSendRate === undefined || Max24HourSend === undefined || SentLast24Hours === undefined)
      throw new TypeError("The mail service does not say what it permits");
    return { perSecond: MaxSendRate, perDay: perDay(Max24HourSend), sentLastDay: SentLast24Hours };
  },
});
