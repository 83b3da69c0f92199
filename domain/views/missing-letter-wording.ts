import type { AbsenceReason, AbsenceWhy } from "../../schemas/views/missing-letter.ts";
import type { Instant } from "../../schemas/base/values.ts";
import { dayOf, longDate } from "../base/time.ts";

type Reason = Omit<AbsenceReason, "inWords">;

const dayInWords = (at: Instant | undefined): string =>
  at === undefined ? "a day that is not known" : longDate(dayOf(at), "en");

const step = ({ rung, at }: Reason): string =>
  rung === undefined ? "the letter" : `step ${rung} of ${dayInWords(at)}`;

const words: { readonly [W in AbsenceWhy]: (reason: Reason) => string } = {
  "no-review": () => "the party holds no seat in any review",
  "not-started": ({ openedOn }) =>
    openedOn === undefined ? "the review has not started" : `the review started on ${longDate(openedOn, "en")}`,
  "not-open-yet": ({ openedOn }) =>
    openedOn === undefined ? "the duty was not open yet" : `the duty opened on ${longDate(openedOn, "en")}`,
  met: ({ settledOn }) => (settledOn === undefined ? "it was met" : `it was met on ${longDate(settledOn, "en")}`),
  "fell-away": ({ settledOn }) =>
    settledOn === undefined ? "the duty fell away" : `the duty fell away on ${longDate(settledOn, "en")}`,
  "no-step": ({ dueAt }) => `no step of the ladder to ${dayInWords(dueAt)} falls on this day`,
  "date-moved": ({ dueAt }) => `the date had been moved; it is ${dayInWords(dueAt)}`,
  "dated-since": ({ dueAt }) => `the date, ${dayInWords(dueAt)}, was set after the moment of the step`,
  ahead: (reason) => `${step(reason)} is still to leave, unless the duty is met by then`,
  "not-planned": (reason) =>
    `${step(reason)} was not written down at its moment${reason.letter === undefined ? "" : "; a later letter speaks in its stead"}`,
  "nobody-named": (reason) => `nobody served as focal point to get a copy of ${step(reason)}`,
  replaced: () => "the letter was overtaken by a later one, or by another date",
  suppressed: () => "letters failed at every address of the recipient",
  "no-address": () => "no address of the recipient is known",
  "access-closed": () => "the recipient's access to the system was closed",
  duplicate: () => "the same letter was sent already",
  cancelled: () => "the bulletin was cancelled",
  "in-digest": () => "a copy that is told in the weekly digest",
  waiting: () => "the letter waits to be sent",
  unknown: () => "it is not known whether the letter left",
  failed: () => "the letter failed",
  bounced: ({ leftAt }) => `the letter left on ${dayInWords(leftAt)} and came back`,
  "another-day": ({ leftAt }) => `the letter left on ${dayInWords(leftAt)}`,
  sent: ({ leftAt }) => `the letter left on ${dayInWords(leftAt)}`,
};

const subject = ({ review, obligation, kind }: Reason): string =>
  [obligation ?? kind, review].filter((part) => part !== undefined).join(" in ");

/** A reason in an English sentence: what it is about, and why. */
export const missingLetterWording = (reason: Reason): string => {
  const about = subject(reason);
  const why = words[reason.why](reason);
  return about === "" ? `${why.slice(0, 1).toUpperCase()}${why.slice(1)}.` : `${about}: ${why}.`;
};
