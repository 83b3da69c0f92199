import { LetterId } from "../../schemas/base/ids.ts";
import type { LetterContent, Recipient } from "../../schemas/model/letter.ts";
import { fortyDigits } from "../base/hash.ts";
import { letterKindOf } from "./letter-kinds.ts";

/** Which of the addresses, where it is not the one of now. */
const formerMark = ({ beforeChange }: { readonly beforeChange?: number | undefined }): string =>
  beforeChange === undefined ? "" : `:before-${beforeChange}`;

/** Whom a letter is for, in one word that keys may hold: `mission:FR`, `user:u-…`, `mission:FR:before-2`. */
export const logicalRecipient = (recipient: Recipient): string => {
  switch (recipient.kind) {
    case "mission":
      return `mission:${recipient.party}${formerMark(recipient)}`;
    case "user":
      return `user:${recipient.user}${formerMark(recipient)}`;
    case "office":
      return `office:${recipient.office}`;
  }
};

/** Id of a letter: hash of its kind, what makes it the one it is, logical recipient and attempt. The address is no part of it. */
export const letterIdOf = (content: LetterContent, recipient: Recipient, attempt: number): LetterId =>
  LetterId.parse(
    fortyDigits([content.kind, ...letterKindOf(content).identity(content), logicalRecipient(recipient), attempt]),
  );

/** Whether a letter goes to an address that its recipient does not have any more: what becomes of it says nothing of them. */
export const isToFormerAddress = (recipient: Recipient): boolean =>
  recipient.kind !== "office" && recipient.beforeChange !== undefined;
