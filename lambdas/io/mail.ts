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

/** Errors before a connection stood: the service cannot have accepted anything. */
const neverConnected: ReadonlySet<string> = new Set(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN"]);
/** Refusals that pass: the account is asked to wait, not told that the mail is wrong. */
const passing: ReadonlySet<string> = new Set([
  "TooManyRequestsException",
  "LimitExceededException",
  "ThrottlingException",
  "SendingPausedException",
]);

const answerOf = (error: unknown): MailAnswer => {
  const why = error instanceof Error ? error.name : "unknown error";
  if (error instanceof SESv2ServiceException) {
    if (passing.has(error.name)) return { kind: "throttled", why };
    const status = error.$metadata.httpStatusCode ?? 500;
    return status >= 400 && status < 500 ? { kind: "refused", why } : { kind: "unknown", why };
  }
  const code = codeOf(error);
  return code !== undefined && neverConnected.has(code) ? { kind: "throttled", why: code } : { kind: "unknown", why };
};

const codeOf = (error: unknown): string | undefined =>
  error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : undefined;
