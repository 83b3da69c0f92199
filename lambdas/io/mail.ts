import { type SESv2Client, SendEmailCommand, SESv2ServiceException } from "@aws-sdk/client-sesv2";
import type { Mail, MailAnswer } from "./ports.ts";

export interface MailSettings {
  readonly client: SESv2Client;
  readonly from: string;
  readonly replyTo: string;
  readonly configurationSet: string;
}

/** Options of a mail client: never a retry of its own, because SES has no idempotency token and would mail twice. */
export const mailClientOptions = {
  maxAttempts: 1,
  requestHandler: { requestTimeout: 10_000, throwOnRequestTimeout: true, connectionTimeout: 3_000 },
};

/** Hands one mail to Amazon SES, tagged with its letter, and says how sure the answer is. Never throws. */
export const sesMail = ({ client, from, replyTo, configurationSet }: MailSettings): Mail => ({
  send: async (mail) => {
    const command = new SendEmailCommand({
      FromEmailAddress: from,
      ReplyToAddresses: [replyTo],
      ConfigurationSetName: configurationSet,
      Destination: { ToAddresses: [mail.to] },
      EmailTags: [{ Name: "letter", Value: mail.letter }],
      Content: {
        Simple: {
          Subject: { Data: mail.subject, Charset: "UTF-8" },
          Body: { Text: { Data: mail.text, Charset: "UTF-8" }, Html: { Data: mail.html, Charset: "UTF-8" } },
          Headers: Object.entries(mail.headers).map(([Name, Value]) => ({ Name, Value })),
        },
      },
    });
    try {
      const { MessageId } = await client.send(command);
      return MessageId === undefined
        ? { kind: "unknown", why: "the mail service gave no message id" }
        : { kind: "accepted", messageId: MessageId };
    } catch (error) {
      return answerOf(error);
    }
  },
});

/** Errors before a request left: the service cannot have accepted anything. */
const neverLeft: ReadonlySet<string> = new Set(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "CredentialsProviderError"]);

/**
 * Whether the service refuses this mail for good. Everything else that it does not take (throttling, an account that is
 * paused, over its quota or without the grant, an identity that is not verified) says nothing of the mail and passes.
 */
const isAboutTheMail = ({ name, message }: SESv2ServiceException): boolean =>
  name === "BadRequestException" || (name === "MessageRejected" && !/not verified|sandbox/iu.test(message));

const answerOf = (error: unknown): MailAnswer => {
  const why = error instanceof Error ? error.name : "unknown error";
  if (error instanceof SESv2ServiceException) {
    const status = error.$metadata.httpStatusCode ?? 500;
    if (status < 400 || status >= 500 || status === 408) return { kind: "unknown", why };
    return isAboutTheMail(error) ? { kind: "refused", why } : { kind: "postponed", why };
  }
  const cause = codeOf(error) ?? why;
  return neverLeft.has(cause) ? { kind: "postponed", why: cause } : { kind: "unknown", why };
};

const codeOf = (error: unknown): string | undefined =>
  error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : undefined;
