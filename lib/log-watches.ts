import { Duration } from "aws-cdk-lib";
import { metrics } from "../schemas/model/metrics.ts";
import type { LogWatch } from "./function.ts";
import { thresholdOf } from "./shared-alarms.ts";
import type { Stage } from "./stage.ts";

/** Found by the function that sends letters and by the one that processes delivery reports. */
const recipientUnreachable: LogWatch = {
  id: "RecipientUnreachable",
  terms: ["RECIPIENT_UNREACHABLE"],
  shared: "LettersNotSent",
  impact: "A permanent mission or a person gets no letters at all: no address is left at which they arrive.",
};

/** Log entries of React that an operator must act on. */
export const reactWatches: readonly LogWatch[] = [
  {
    id: "BulletinStopped",
    terms: ["BULLETIN_STOPPED"],
    shared: "LettersNotSent",
    impact: "A bulletin has stopped, and some of its recipients will not get it: too many of its letters bounced.",
  },
];

/** Log entries of Send that an operator must act on. */
export const sendWatches: readonly LogWatch[] = [
  {
    id: "QuotaUsedUp",
    terms: ["MAIL_QUOTA_USED_UP"],
    shared: "LettersPostponed",
    impact: "The mail service takes no more letters today: they wait, and leave when it does.",
  },
  {
    id: "LettersFailed",
    terms: ["LETTER_MOVED", "failed"],
    shared: "LettersNotSent",
    impact: "A letter will never leave: the mail service refused it, or it could not be written.",
  },
  {
    id: "LettersUnknown",
    terms: ["LETTER_DELIVERY_UNKNOWN"],
    shared: "LettersNotSent",
    impact: "It is unknown whether a permanent mission got its reminder, and the system does not repeat it.",
  },
  recipientUnreachable,
];

/** Log entries of the API for users that an operator must act on. One is enough. */
export const apiWatches: readonly LogWatch[] = [
  {
    id: "ContactsUsedUp",
    terms: [metrics.contactsRefused.name],
    shared: "UnusualRequests",
    weight: thresholdOf("UnusualRequests"),
    impact: "A user may be copying the e-mail addresses and telephones of focal points and experts.",
  },
];

/** Log entries of Receipts that an operator must act on. */
export const receiptsWatches: readonly LogWatch[] = [recipientUnreachable];

/** Log entries of the hourly sweep that an operator must act on. */
export const sweepWatches = (stage: Stage): readonly LogWatch[] => [
  {
    id: "JournalBroken",
    terms: ["JOURNAL_BROKEN"],
    shared: "RecordsAtRisk",
    impact: "The record of a review can no longer be proved: its journal is broken or does not match its state.",
  },
  {
    id: "BulletinBroken",
    terms: ["BULLETIN_BROKEN"],
    shared: "RecordsAtRisk",
    impact: "A recipient of a bulletin has no letter of it, or another person has one.",
  },
  {
    id: "LettersPaused",
    terms: ["LETTERS_PAUSED"],
    // Counted every hour, by a sweep that may start late.
    within: Duration.hours(2),
    impact: "Permanent missions wait for letters that were due before restored tables were taken into use.",
    runbook: "restoring",
  },
  {
    id: "TableUnprotected",
    terms: ["TABLE_UNPROTECTED"],
    shared: "RecordsAtRisk",
    impact: "All reviews may be lost by one mistaken command: a table of the stage can be deleted.",
    runbook: "restoring",
  },
  {
    id: "MailAccountClosed",
    terms: ["MAIL_ACCOUNT_CLOSED"],
    // Other stages may stay in it: an alarm that is always on would hide that the account was paused.
    without: stage.name === "prod" ? [] : ["sandbox"],
    // Checked every hour, by a sweep that may start late.
    within: Duration.hours(2),
    impact: "Permanent missions will not be reminded: the mail service sends nothing for this account.",
    runbook: "send",
  },
];
