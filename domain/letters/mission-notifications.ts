import { UserId } from "../../schemas/base/ids.ts";
import type { JournalEntry } from "../../schemas/model/journal-entry.ts";
import type { Letter, Recipient } from "../../schemas/model/letter.ts";
import type { Party } from "../../schemas/model/party.ts";
import type { Instant } from "../../schemas/base/values.ts";
import { evolveParty } from "../parties/parties.ts";
import { letterKindOf } from "./letter-kinds.ts";
import { isToFormerAddress } from "./letter-id.ts";
import { plannedLetter } from "./lifecycle.ts";
import { notificationRules } from "./notification-rules.ts";
import { takesOver } from "./notifications.ts";

/** Returns the letters that the last of a party's first entries calls for, over the party right after it. */
const lettersOnLast = (party: Party | undefined, entry: JournalEntry, now: Instant): readonly Letter[] => {
  const { recordedAt, by, facts } = entry;
  const unconfirmed = party?.unconfirmedChange;
  if (party === undefined || unconfirmed === undefined || takesOver.has(entry.by)) return [];
  const rule = notificationRules["mission-readdressed"];
  const author = UserId.safeParse(by);
  return facts.flatMap((fact) => {
    if (fact.kind !== "mission-readdressed" || fact.back === true) return [];
    const whose = author.success ? { by: author.data } : {};
    const content = { kind: "mission-readdressed", party: party.id, number: fact.number, ...whose } as const;
    const recipient = { kind: "mission", party: party.id, beforeChange: unconfirmed.number } as const;
    return [plannedLetter({ content, recipient, party: party.id, plannedFor: recordedAt, rule }, now)];
  });
};

/**
 * Returns the letters that a party's journal, from its first entry, calls for by facts since an instant. They go to the
 * last confirmed address of its mission when another replaces it. An unconfirmed address is not notified, because it
 * may contain an error.
 */
export const readdressLettersSince = (
  entries: readonly JournalEntry[],
  from: Instant,
  now: Instant,
): readonly Letter[] => {
  const letters: Letter[] = [];
  let party: Party | undefined;
  for (const entry of entries) {
    party = entry.facts.reduce<Party | undefined>(evolveParty, party);
    if (entry.recordedAt >= from) letters.push(...lettersOnLast(party, entry, now));
  }
  return letters;
};

/**
 * Returns the copy of a letter to the last confirmed address of a mission, as long as the present one is not confirmed.
 * It is a separate letter, sent once, whatever happens to the other. Undefined for letters to one address only.
 */
export const copyToFormer = (letter: Letter, beforeChange: number, at: Instant): Letter | undefined => {
  const { recipient, content, party, plannedFor, rule, obligationRefs } = letter;
  if (recipient.kind !== "mission" || isToFormerAddress(recipient)) return undefined;
  if (letterKindOf(content).goesToBoth === false) return undefined;
  const former: Recipient = { ...recipient, beforeChange };
  const refs = obligationRefs === undefined ? {} : { obligationRefs };
  return plannedLetter({ content, recipient: former, party, plannedFor, rule, ...refs }, at);
};

/**
 * Returns whether a letter to a former address of a mission is obsolete, because the new address was confirmed
 * meanwhile. The letter that reports the change goes there in any case.
 */
export const isOvertakenByConfirmation = ({ recipient, content }: Letter, party: Party | undefined): boolean =>
  recipient.kind === "mission" &&
  recipient.beforeChange !== undefined &&
  content.kind !== "mission-readdressed" &&
  party?.unconfirmedChange?.number !== recipient.beforeChange;
