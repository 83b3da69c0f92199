import type { Language } from "../../../schemas/base/values.ts";
import { type Bulletin, bulletinPage, bulletinReference } from "./bulletin.ts";
import { type ChangeLetter, changeReference, writtenChange } from "./mandate-notifications.ts";
import { type DailyList, dailyList, dailyListReference } from "./daily-list.ts";
import { type Digest, digest, digestReference } from "./digest.ts";
import { type DutyReminder, dutyReference, dutyReminder } from "./obligation-reminder.ts";
import { type Invitation, invitation, invitationReference } from "./invitation.ts";
import { oneLine } from "./html.ts";
import { type NominationReminder, nominationReference, nominationReminder } from "./nomination-reminder.ts";
import { type Notice, noticeReference, writtenNotice } from "./review-notifications.ts";
import { laidOut } from "./layout.ts";

/** Languages in which every letter is written. */
export const letterLanguages = ["en"] as const satisfies readonly Language[];
export type LetterLanguage = (typeof letterLanguages)[number];

/** The language of a letter to somebody who prefers one: that one where letters are written in it, else English. */
export const letterLanguage = (preferred: Language): LetterLanguage =>
  letterLanguages.find((language) => language === preferred) ?? "en";

/** All that a letter says, looked up when it is sent: current dates, and only what is still owed. */
export type LetterInput =
  NominationReminder | DutyReminder | Invitation | Notice | ChangeLetter | Bulletin | DailyList | Digest;
export type ComposeInput = { readonly language: LetterLanguage } & LetterInput;

/** A letter as it leaves: one line of subject, both parts, and headers of its own. */
export interface ComposedLetter {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** Quoted by whoever answers. */
  readonly reference: string;
  readonly language: LetterLanguage;
  readonly headers: Readonly<Record<string, string>>;
}

const pageOf = (input: ComposeInput) => {
  switch (input.kind) {
    case "duty-reminder": {
      const reference = dutyReference(input.occasion);
      return { reference, page: dutyReminder(input, reference) };
    }
    case "answers-received":
    case "answers-returned":
    case "delay-notified":
    case "delay-refused":
    case "clarification-asked":
    case "feedback-complete":
    case "list-to-agree":
    case "list-published": {
      const reference = noticeReference(input);
      return { reference, page: writtenNotice(input, reference) };
    }
    case "handover":
    case "mandate-ended":
    case "seat-redrawn": {
      const reference = changeReference(input);
      return { reference, page: writtenChange(input, reference) };
    }
    case "bulletin": {
      const reference = bulletinReference(input.bulletin);
      return { reference, page: bulletinPage(input, reference) };
    }
    case "nomination-reminder": {
      const reference = nominationReference(input.occasion);
      return { reference, page: nominationReminder(input, reference) };
    }
    case "daily-list": {
      const reference = dailyListReference(input);
      return { reference, page: dailyList(input, reference) };
    }
    case "digest": {
      const reference = digestReference(input);
      return { reference, page: digest(input, reference) };
    }
    case "invitation": {
      const reference = invitationReference(input.user);
      return { reference, page: invitation(input, reference) };
    }
  }
};

/**
 * Writes a letter. Strict: a missing or blank value, or an address that is none of the web, throws a TypeError, so
 * that no letter leaves with a hole. Values can bring in neither markup nor line breaks nor headers.
 */
export const compose = (input: ComposeInput): ComposedLetter => {
  const { reference, page } = pageOf(input);
  const { text, html } = laidOut(page);
  return {
    subject: oneLine(page.subject),
    text,
    html,
    reference,
    language: input.language,
    headers: { "Auto-Submitted": "auto-generated", "X-Case-Reference": oneLine(reference) },
  };
};
