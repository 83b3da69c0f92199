import {
  MailFromDomainNotVerifiedException,
  MessageRejected,
  SendingPausedException,
  type SESv2Client,
  SESv2ServiceException,
} from "@aws-sdk/client-sesv2";
import { sesMail } from "../../lambdas/io/aws/mail.ts";
import type { MailAccount, MailAccountState } from "../../lambdas/io/ports/mail.ts";
import type { Mail } from "../../lambdas/io/ports/mail.ts";

/** The reason why a mail service refuses everything that an account sends. */
export type Refusal = "sandbox" | "denied" | "paused" | "unverified";
export const refusals: readonly Refusal[] = ["sandbox", "denied", "paused", "unverified"];

const rejected = { $metadata: { httpStatusCode: 400 } };
const denied = new SESv2ServiceException({
  name: "AccessDeniedException",
  $fault: "client",
  $metadata: { httpStatusCode: 403 },
  message: "User is not authorized to perform ses:SendEmail",
});
/** Errors of the SDK for each refusal. */
const thrown: Readonly<Record<Refusal, SESv2ServiceException>> = {
  sandbox: new MessageRejected({
    ...rejected,
    message: "Email address is not verified. The following identities failed the check in region EU-CENTRAL-1: someone",
  }),
  denied,
  paused: new SendingPausedException({ ...rejected, message: "Sending is paused for this account" }),
  unverified: new MailFromDomainNotVerifiedException({ ...rejected, message: "The domain is not verified" }),
};

/** Returns a mail service that refuses, with its replies read as the sender reads those of Amazon SES. */
export const refusingMail = (refusal: Refusal): Mail => {
  const client = { send: () => Promise.reject(thrown[refusal]) } as unknown as SESv2Client;
  return sesMail({ client, from: "reviews@example.org", replyTo: "office@example.org", configurationSet: "letters" });
};

/** An account from which letters leave. */
const openAccount: MailAccountState = {
  isSendingEnabled: true,
  hasProductionAccess: true,
  isIdentityVerified: true,
};
const closed: Readonly<Record<Exclude<Refusal, "denied">, Partial<MailAccountState>>> = {
  sandbox: { hasProductionAccess: false },
  paused: { isSendingEnabled: false },
  unverified: { isIdentityVerified: false },
};

/**
 * Returns the account state that the service reports while it refuses. An account without any permission cannot read it
 * either.
 */
export const accountOf = (refusal: Refusal | undefined): ReturnType<MailAccount["read"]> => {
  if (refusal === "denied") return Promise.reject(denied);
  return Promise.resolve(refusal === undefined ? openAccount : { ...openAccount, ...closed[refusal] });
};
