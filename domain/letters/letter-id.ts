import { LetterId } from "../../schemas/base/ids.ts";
import type { LetterContent, Recipient } from "../../schemas/model/letter.ts";
import { fortyDigits } from "../base/hash.ts";
import { letterKindOf } from "./letter-kinds.ts";

/** Returns the mark of a former address; empty for the present one. */
const formerMark = ({ beforeChange }: { readonly beforeChange?: number | undefined }): string =>
  beforeChange === undefined ? "" : `:before-${beforeChange}`;

/**
 * Returns the recipient of a letter in one word that keys may contain: `mission:FR`, `user:u-…`, `mission:FR:before-2`.
 */
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

/**
 * Returns the id of a letter: the hash of its kind, its identifying values, its logical recipient and the attempt. The
 * address is no part of it.
 */
export const letterIdOf = (content: LetterContent, recipient: Recipient, attempt: number): LetterId =>
  LetterId.parse(
    fortyDigits([content.kind, ...letterKindOf(content).identity(content), logicalRecipient(recipient), attempt]),
  );

/**
 * Returns whether a letter goes to a former address of its recipient: its delivery then says nothing about the
 * recipient.
 */
export const isToFormerAddress = (recipient: Recipient): boolean =>
  recipient.kind !== "office" && recipient.beforeChange !== undefined;
