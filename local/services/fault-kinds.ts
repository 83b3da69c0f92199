import type { Fields } from "../base/json.ts";

/** Effects of faults on a call. */
const callEffects = ["error", "reset", "hang", "kill", "late"] as const;
/** Effects of faults on a mail. */
export const mailEffects = [
  "bounce",
  "transientBounce",
  "outOfOffice",
  "complaint",
  "delay",
  "silent",
  "doubled",
] as const;

export type CallEffect = (typeof callEffects)[number];
export type MailEffect = (typeof mailEffects)[number];
export const effects: readonly (CallEffect | MailEffect)[] = [...callEffects, ...mailEffects];

/** Faults by their shorthands. */
export const shorthands: Readonly<Record<string, Fields>> = {
  ...Object.fromEntries(mailEffects.map((effect) => [effect, { effect }])),
  throttle: { effect: "error", action: "ses:SendEmail", error: "TooManyRequestsException", status: 429 },
  lateAnswer: { effect: "late", when: "after", action: "ses:SendEmail" },
  timeoutAfterAccept: { effect: "hang", when: "after", action: "ses:SendEmail" },
  resetAfterAccept: { effect: "reset", when: "after", action: "ses:SendEmail" },
  mailReset: { effect: "reset", action: "ses:SendEmail" },
  mailError: { effect: "error", action: "ses:SendEmail", error: "InternalServiceErrorException", status: 500 },
  mailErrorAfterAccept: {
    effect: "error",
    when: "after",
    action: "ses:SendEmail",
    error: "InternalServiceErrorException",
    status: 500,
  },
  // While one of these is on, the account and its domain are described so, too (mail-wire.ts).
  paused: {
    effect: "error",
    action: "ses:SendEmail",
    error: "SendingPausedException",
    status: 400,
    message: "Sending paused for this account.",
  },
  sandbox: {
    effect: "error",
    action: "ses:SendEmail",
    error: "MessageRejected",
    status: 400,
    message: "Email address is not verified. The following identities failed the check: the recipient",
  },
  unverified: {
    effect: "error",
    action: "ses:SendEmail",
    error: "MailFromDomainNotVerifiedException",
    status: 400,
    message: "The domain of the sender is not verified.",
  },
  denied: {
    effect: "error",
    action: "ses:SendEmail",
    error: "AccessDeniedException",
    status: 403,
    message: "User is not authorized to perform ses:SendEmail",
  },
  transactionConflict: { effect: "error", error: "TransactionConflict", status: 400 },
};
