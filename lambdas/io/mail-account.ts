import { GetAccountCommand, GetEmailIdentityCommand, NotFoundException, type SESv2Client } from "@aws-sdk/client-sesv2";
import type { MailAccount } from "./mail-ports.ts";

/** Whether the service has verified an identity for sending. Throws where it does not say. */
const isVerified = async (client: SESv2Client, EmailIdentity: string): Promise<boolean | undefined> => {
  try {
    return (await client.send(new GetEmailIdentityCommand({ EmailIdentity }))).VerifiedForSendingStatus;
  } catch (error) {
    if (error instanceof NotFoundException) return false;
    throw error;
  }
};

/** What Amazon SES says of the account, and of the identity that letters leave from. */
export const sesAccount = (client: SESv2Client, identity: string): MailAccount => ({
  read: async () => {
    const { SendingEnabled, ProductionAccessEnabled, EnforcementStatus } = await client.send(new GetAccountCommand({}));
    const isIdentityVerified = await isVerified(client, identity);
    if (SendingEnabled === undefined || ProductionAccessEnabled === undefined || isIdentityVerified === undefined)
      throw new TypeError("The mail service does not say whether it sends for the account");
    return {
      isSendingEnabled: SendingEnabled && EnforcementStatus !== "SHUTDOWN",
      hasProductionAccess: ProductionAccessEnabled,
      isIdentityVerified,
    };
  },
});
