import { LetterId } from "../../schemas/base/ids.ts";
import type { LetterContent, Recipient } from "../../schemas/model/letter.ts";
import { fortyDigits } from "../base/hash.ts";
import { letterKindOf } from "./letter-kinds.ts";

/** Whom a letter is for, in one word that keys may hold: `mission:FR`, `user:u-…`. */
export const logicalRecipient = (recipient: Recipient): string => {
  switch (recipient.kind) {
    case "mission":
      return `mission:${recipient.party}`;
    case "user":
      return `user:${recipient.user}`;
    case "office":
      return `office:${recipient.office}`;
  }
};

/** Id of a letter: hash of its kind, what makes it the one it is, logical recipient and attempt. The address is no part of it. */
export const letterIdOf = (content: LetterContent, recipient: Recipient, attempt: number): LetterId =>
  LetterId.parse(
    fortyDigits([content.kind, ...letterKindOf(content).identity(content), logicalRecipient(recipient), attempt]),
  );
