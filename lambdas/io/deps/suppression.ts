import { SESv2Client, DeleteSuppressedDestinationCommand, NotFoundException } from "@aws-sdk/client-sesv2";
import { questionClientOptions } from "../aws/mail-account.ts";
import type { Suppression } from "../ports/mail.ts";

/**
 * The suppression list of the account in Amazon SES, which adds addresses automatically and silently discards mail to
 * them.
 */
const sesSuppression = (client: SESv2Client): Suppression => ({
  unsuppress: async (address) => {
    try {
      await client.send(new DeleteSuppressedDestinationCommand({ EmailAddress: address }));
    } catch (error) {
      if (!(error instanceof NotFoundException)) throw error;
    }
  },
});

export const suppression = sesSuppression(new SESv2Client({ ...questionClientOptions, maxAttempts: 3 }));
