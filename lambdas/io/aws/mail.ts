import { type Attachment, type SESv2Client, SendEmailCommand, SESv2ServiceException } from "@aws-sdk/client-sesv2";
import type { PostponementReason } from "../ports/mail.ts";
import type { Mail, MailAnswer } from "../ports/mail.ts";

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

/** A calendar file attached to a mail; the file itself states that it is UTF-8 (RFC 5545, 3.1.4), and its method. */
const calendarAttached = (calendar: string): Attachment => ({
  FileName: "dates.ics",
  ContentType: "text/calendar",
  ContentDisposition: "ATTACHMENT",
  ContentTransferEncoding: "BASE64",
  RawContent: Buffer.from(calendar, "utf8"),
});

/** Passes one mail to Amazon SES, tagged with its letter, and returns how certain the result is. Never throws. */
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
          ...(mail.calendar === undefined ? {} : { Attachments: [calendarAttached(mail.calendar)] }),
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
const beforeTheRequest: ReadonlyMap<string, PostponementReason> = new Map([
  ["ECONNREFUSED", "no-connection"],
  ["ENOTFOUND", "no-connection"],
  ["EAI_AGAIN", "no-connection"],
  ["CredentialsProviderError", "access-denied"],
]);

/** The SDK uses one error name for a failed connection and for a missing reply; only the message differs. */
const wasNeverConnected = (error: unknown): boolean =>
  error instanceof Error &&
  (("syscall" in error && error.syscall === "connect") ||
    (error.name === "TimeoutError" && error.message.includes("did not establish a connection")));

const byName: ReadonlyMap<string, PostponementReason> = new Map([
  ["TooManyRequestsException", "throttled"],
  ["ThrottlingException", "throttled"],
  ["LimitExceededException", "quota"],
  ["SendingPausedException", "sending-paused"],
  ["AccountSuspendedException", "account-suspended"],
  ["MailFromDomainNotVerifiedException", "not-verified"],
  ["NotFoundException", "not-found"],
]);

/** The error names of a refused mail. Their messages also describe errors of the account. */
const refusals: ReadonlySet<string> = new Set(["BadRequestException", "MessageRejected"]);
const byWords: readonly (readonly [RegExp, PostponementReason])[] = [
  [/not verified|sandbox|production access/iu, "not-verified"],
  [/\b(?:sending|account)\b.*\b(?:paused|disabled)\b/iu, "sending-paused"],
  [/\b(?:sending|account)\b.*\b(?:suspended|shut down)\b/iu, "account-suspended"],
];

/**
 * Returns why the service does not accept the mail for now, or undefined if it refuses this mail permanently. Only a
 * refusal of the mail itself is permanent. Errors of the account, its identity or its permissions are temporary. An
 * unknown error postpones the letter and raises an alarm, so that no letter is lost.
 */
const postponementOf = ({ name, message, $metadata }: SESv2ServiceException): PostponementReason | undefined => {
  const known = byName.get(name);
  if (known !== undefined) return known;
  if (refusals.has(name)) return byWords.find(([words]) => words.test(message))?.[1];
  if ($metadata.httpStatusCode === 401 || $metadata.httpStatusCode === 403) return "access-denied";
  return $metadata.httpStatusCode === 429 ? "throttled" : "other";
};

const answerOf = (error: unknown): MailAnswer => {
  const why = error instanceof Error ? error.name : "unknown error";
  if (error instanceof SESv2ServiceException) {
    const status = error.$metadata.httpStatusCode ?? 500;
    if (status < 400 || status >= 500 || status === 408) return { kind: "unknown", why };
    const reason = postponementOf(error);
    return reason === undefined ? { kind: "refused", why } : { kind: "postponed", reason, why };
  }
  const cause = codeOf(error) ?? why;
  const reason = beforeTheRequest.get(cause) ?? (wasNeverConnected(error) ? "no-connection" : undefined);
  return reason === undefined ? { kind: "unknown", why } : { kind: "postponed", reason, why: cause };
};

const codeOf = (error: unknown): string | undefined =>
  error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : undefined;
