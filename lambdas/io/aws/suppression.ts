import { DeleteSuppressedDestinationCommand, NotFoundException, type SESv2Client } from "@aws-sdk/client-sesv2";
import type { Suppression } from "../ports/mail.ts";

/**
 * The suppression list of the account in Amazon SES, which adds addresses automatically and silently discards mail to
 * them.
 */
export const sesSuppression = (client: SESv2Client): Suppression => ({
  unsuppress: async (address) => {
    try {
      await client.send(new DeleteSuppressedDestinationCommand({ EmailAddress: address }));
    } catch (error) {
      if (!(error instanceof NotFoundException)) throw error;
    }
  },
});
