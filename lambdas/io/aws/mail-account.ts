import {
  GetAccountCommand,
  GetEmailIdentityCommand,
  NotFoundException,
  type SESv2Client,
  SESv2ServiceException,
} from "@aws-sdk/client-sesv2";
import type { MailAccount, MailAccountState } from "../ports/mail.ts";

/**
 * Options of a client that reads the mail account: a service that hangs is abandoned within seconds, so that it delays
 * no sweep. The caller retries after a second or more. The SDK's immediate retries would use up the requests per second
 * that all senders share.
 */
export const questionClientOptions = {
  maxAttempts: 1,
  requestHandler: { requestTimeout: 5_000, throwOnRequestTimeout: true, connectionTimeout: 3_000 },
};

/** Returns true if the service has verified an identity for sending. Throws if the reply does not contain it. */
const isVerified = async (client: SESv2Client, EmailIdentity: string): Promise<boolean | undefined> => {
  try {
    return (await client.send(new GetEmailIdentityCommand({ EmailIdentity }))).VerifiedForSendingStatus;
  } catch (error) {
    if (error instanceof NotFoundException) return false;
    throw error;
  }
};

const stateOf = async (client: SESv2Client, identity: string): Promise<MailAccountState> => {
  const { SendingEnabled, ProductionAccessEnabled, EnforcementStatus } = await client.send(new GetAccountCommand({}));
  const isIdentityVerified = await isVerified(client, identity);
  if (SendingEnabled === undefined || ProductionAccessEnabled === undefined || isIdentityVerified === undefined)
    throw new TypeError("The mail service does not say whether it sends for the account");
  return {
    isSendingEnabled: SendingEnabled && EnforcementStatus !== "SHUTDOWN",
    hasProductionAccess: ProductionAccessEnabled,
    isIdentityVerified,
  };
};

const throttles: ReadonlySet<string> = new Set(["TooManyRequestsException", "ThrottlingException"]);

const isThrottled = (error: unknown): boolean =>
  error instanceof SESv2ServiceException && (throttles.has(error.name) || error.$metadata.httpStatusCode === 429);

/** Returns the status of the Amazon SES account, and of the identity that sends letters. */
export const sesAccount = (client: SESv2Client, identity: string): MailAccount => ({
  read: async () => {
    try {
      return await stateOf(client, identity);
    } catch (error) {
      if (isThrottled(error)) return "throttled";
      throw error;
    }
  },
});
