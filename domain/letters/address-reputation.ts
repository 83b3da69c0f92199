import type { SuppressedAddress, MarkReason, BouncingAddress } from "../../schemas/model/address.ts";
import type { Hash, PartyId, UserId } from "../../schemas/base/ids.ts";
import type { Contact, Letter, PartyRecipient } from "../../schemas/model/letter.ts";
import type { MailEvent } from "../../schemas/model/messages.ts";
import type { MissionContacts } from "../../schemas/model/party.ts";
import type { Review } from "../../schemas/model/review.ts";
import type { EmailAddress, Instant } from "../../schemas/base/values.ts";
import { type Decision, accept } from "../base/decision.ts";
import { sha256 } from "../base/hash.ts";
import { letterKindOf } from "./letter-kinds.ts";

/** Returns the hash by which an address is marked. */
export const addressHash = (address: EmailAddress): Hash => sha256(address);

/** An address at which a recipient can be reached; a person has one, a mission may have two. */
export interface ContactAddress {
  readonly contact: Contact;
  readonly address: EmailAddress;
}

/** Returns the addresses of a mission, in the order in which they are tried. */
export const contactAddressesOf = ({ address, secondAddress }: MissionContacts): readonly ContactAddress[] => [
  { contact: "first", address },
  ...(secondAddress === undefined || secondAddress === address
    ? []
    : [{ contact: "second" as const, address: secondAddress }]),
];

/** Returns whether a mark blocks its address, so that no letter is sent there. */
export const isInForce = (mark: SuppressedAddress | undefined): mark is SuppressedAddress =>
  mark !== undefined && mark.unsuppressedAt === undefined;

/** Rejections for the content of the mail, which do not condemn the address. */
const aboutContent = /content|virus|malware/iu;

/**
 * Returns the reason to suppress an address that a mail event gives: a lasting bounce, a complaint, or a rejection for
 * the address. Undefined for a delay, a full mailbox, or a rejection for the content.
 */
export const suppressionReason = ({ eventType, bounce, reject }: MailEvent["detail"]): MarkReason | undefined => {
  switch (eventType) {
    case "Bounce":
      return bounce?.bounceType === "Permanent" ? "bounced" : undefined;
    case "Complaint":
      return "complained";
    case "Reject":
      return reject?.reason === undefined || aboutContent.test(reject.reason) ? undefined : "rejected";
    default:
      return undefined;
  }
};

/** The report that marks an address. */
export interface SuppressionReport extends Pick<SuppressedAddress, "hash" | "why" | "letter" | "recipient" | "at"> {}

const strength: readonly MarkReason[] = ["rejected", "bounced", "complained"];

/**
 * Compares reports: the earliest comes first; at one instant the strongest, then the lower id. The order of arrival
 * never decides.
 */
const comesBefore = (one: SuppressionReport, other: SuppressionReport): boolean => {
  if (one.at !== other.at) return one.at < other.at;
  if (one.why !== other.why) return strength.indexOf(one.why) > strength.indexOf(other.why);
  return one.letter < other.letter;
};

/**
 * Returns the mark of an address after a report. Undefined if the mark does not change: an earlier report set it, or
 * the address was unsuppressed after the report. The order and number of reports make no difference. A mark of an
 * unsuppressed address is a new one and keeps nothing of the mark before.
 */
export const suppressedAddressAfter = (
  mark: SuppressedAddress | undefined,
  report: SuppressionReport,
): SuppressedAddress | undefined => {
  const { hash, why, letter, recipient, at } = report;
  const next = { schema: 1, hash, why, letter, recipient, at, revision: (mark?.revision ?? 0) + 1 } as const;
  if (mark === undefined) return next;
  if (mark.unsuppressedAt !== undefined) return at > mark.unsuppressedAt ? next : undefined;
  return comesBefore(report, mark) ? { ...mark, ...next } : undefined;
};

/** Returns the mark as unsuppressed by a fact; undefined if the fact is about another mark. */
export const unsuppressMark = (
  mark: SuppressedAddress | undefined,
  letter: Letter["id"],
  at: Instant,
): SuppressedAddress | undefined =>
  isInForce(mark) && mark.letter === letter && mark.at <= at
    ? { ...mark, unsuppressedAt: at, revision: mark.revision + 1 }
    : undefined;

/** Decides to unsuppress an address of a recipient. The letter that failed there names the address. */
export const unsuppressAddress = (recipient: PartyRecipient, letter: Letter["id"], at: Instant): Decision => {
  const whose: { party: PartyId } | { user: UserId } =
    recipient.kind === "mission" ? { party: recipient.party } : { user: recipient.user };
  return accept([{ kind: "address-released", happenedAt: at, ...whose, letter }]);
};

/**
 * Returns the bounces of an address after a report that a letter bounced there. Undefined if nothing changes: they are
 * already recorded, or a letter arrived there later.
 */
export const bouncingAfter = (
  row: BouncingAddress | undefined,
  { id, party, contact = "first" }: Pick<Letter, "id" | "party" | "contact">,
  { recipient, address }: { readonly recipient: PartyRecipient; readonly address: EmailAddress },
  at: Instant,
): BouncingAddress | undefined => {
  const hash = addressHash(address);
  if (row?.hash === hash && (row.until === undefined || at <= row.until)) return undefined;
  const whose = party === undefined ? {} : { party };
  return { schema: 1, recipient, ...whose, contact, hash, letter: id, since: at };
};

/** Returns the bounces of an address after a report that a letter arrived there, or undefined if nothing changes. */
export const bouncesEndedAfter = (
  row: BouncingAddress | undefined,
  letter: Letter["id"],
  address: EmailAddress,
  at: Instant,
): BouncingAddress | undefined =>
  isOpen(row) &&
  row.hash === addressHash(address) &&
  // A letter that bounced for a while and arrived after all, in any order of the reports.
  (row.letter === letter || row.since <= at)
    ? endBouncing(row, at)
    : undefined;

/** Returns the bounces as ended because the address was replaced or unsuppressed, or undefined if they continue. */
export const closedBounces = (
  row: BouncingAddress | undefined,
  places: readonly ContactAddress[],
  unsuppressed: Hash | undefined,
  at: Instant,
): BouncingAddress | undefined =>
  isOpen(row) &&
  ((row.hash === unsuppressed && row.since <= at) || places.every(({ address }) => addressHash(address) !== row.hash))
    ? endBouncing(row, at)
    : undefined;

const isOpen = (row: BouncingAddress | undefined): row is BouncingAddress =>
  row !== undefined && row.until === undefined;
const endBouncing = (row: BouncingAddress, at: Instant): BouncingAddress => ({
  ...row,
  until: at > row.since ? at : row.since,
});

/**
 * Returns whether an obligation of a letter is still open in the same generation. A letter without obligations is
 * always current.
 */
const isStillOpen = ({ obligationRefs = [] }: Letter, reviews: readonly Review[]): boolean =>
  obligationRefs.length === 0 ||
  obligationRefs.some(({ review, obligation, generation }) => {
    const now = reviews.find(({ id }) => id === review)?.obligations[obligation];
    return now?.state === "open" && now.generation === generation;
  });

/**
 * Returns whether a letter that did not arrive is sent again to another address of its mission. After a complaint it is
 * not: the letter was received.
 */
export const shouldResend = (
  letter: Letter,
  why: MarkReason,
  other: ContactAddress | undefined,
  reviews: readonly Review[],
): boolean =>
  why !== "complained" &&
  letter.recipient.kind === "mission" &&
  letterKindOf(letter.content).hasSecondAddress &&
  other !== undefined &&
  other.address !== letter.address &&
  isStillOpen(letter, reviews);
