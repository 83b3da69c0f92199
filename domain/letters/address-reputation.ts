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

/** The hash by which an address is marked. */
export const addressHash = (address: EmailAddress): Hash => sha256(address);

/** An address at which a recipient can be reached; a person has one, a mission may have two. */
export interface ContactAddress {
  readonly contact: Contact;
  readonly address: EmailAddress;
}

/** The addresses of a mission, in the order in which they are tried. */
export const contactAddressesOf = ({ address, secondAddress }: MissionContacts): readonly ContactAddress[] => [
  { contact: "first", address },
  ...(secondAddress === undefined || secondAddress === address
    ? []
    : [{ contact: "second" as const, address: secondAddress }]),
];

/** Whether nothing is sent to the address of a mark. */
export const isInForce = (mark: SuppressedAddress | undefined): mark is SuppressedAddress =>
  mark !== undefined && mark.released === undefined;

/** Of what is refused, all that says nothing of the address: the content of the mail. */
const aboutContent = /content|virus|malware/iu;

/**
 * What an event of the mail service says about the address it was sent to, if it condemns it: a lasting bounce, a
 * complaint, a rejection for the address. A delay or a full mailbox passes, and a mail that is rejected for its
 * content says nothing of where it was going.
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

/** What marks an address. */
export interface SuppressionReport extends Pick<SuppressedAddress, "hash" | "why" | "letter" | "recipient" | "at"> {}

const strength: readonly MarkReason[] = ["rejected", "bounced", "complained"];

/** The earliest report tells; of several at one instant the strongest, and then the lower id: the order of arrival never. */
const comesBefore = (one: SuppressionReport, other: SuppressionReport): boolean => {
  if (one.at !== other.at) return one.at < other.at;
  if (one.why !== other.why) return strength.indexOf(one.why) > strength.indexOf(other.why);
  return one.letter < other.letter;
};

/**
 * The mark of an address after a report, or undefined when it says nothing new: it stands already for what came
 * before, or the address was released after it happened. Whatever the order and number of reports, the mark ends the same.
 * After a release it is another mark, which keeps nothing of the one before.
 */
export const suppressedAddressAfter = (
  mark: SuppressedAddress | undefined,
  report: SuppressionReport,
): SuppressedAddress | undefined => {
  const { hash, why, letter, recipient, at } = report;
  const next = { schema: 1, hash, why, letter, recipient, at, revision: (mark?.revision ?? 0) + 1 } as const;
  if (mark === undefined) return next;
  if (mark.released !== undefined) return at > mark.released ? next : undefined;
  return comesBefore(report, mark) ? { ...mark, ...next } : undefined;
};

/** The mark after the release that a fact tells of, or undefined when it was another mark that was released. */
export const releaseSuppressedAddress = (
  mark: SuppressedAddress | undefined,
  letter: Letter["id"],
  at: Instant,
): SuppressedAddress | undefined =>
  isInForce(mark) && mark.letter === letter && mark.at <= at
    ? { ...mark, released: at, revision: mark.revision + 1 }
    : undefined;

/** That somebody releases an address of a recipient: it is named by the letter that failed there. */
export const releaseAddress = (recipient: PartyRecipient, letter: Letter["id"], at: Instant): Decision => {
  const whose: { party: PartyId } | { user: UserId } =
    recipient.kind === "mission" ? { party: recipient.party } : { user: recipient.user };
  return accept([{ kind: "address-released", happenedAt: at, ...whose, letter }]);
};

/**
 * What stands of an address after a report that a letter bounced there, or undefined when it says nothing new: it
 * stands already, or a letter arrived there after that one came back.
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

/** The same after a report that a letter arrived there, or undefined where it changes nothing. */
export const bouncesEndedAfter = (
  row: BouncingAddress | undefined,
  letter: Letter["id"],
  address: EmailAddress,
  at: Instant,
): BouncingAddress | undefined =>
  isOpen(row) &&
  row.hash === addressHash(address) &&
  // A letter that bounced for a while and arrived after all, in whatever order that is told.
  (row.letter === letter || row.since <= at)
    ? endBouncing(row, at)
    : undefined;

/** The same once an address was given up for another, or released; undefined where it goes on. */
export const closedBounces = (
  row: BouncingAddress | undefined,
  places: readonly ContactAddress[],
  released: Hash | undefined,
  at: Instant,
): BouncingAddress | undefined =>
  isOpen(row) &&
  ((row.hash === released && row.since <= at) || places.every(({ address }) => addressHash(address) !== row.hash))
    ? endBouncing(row, at)
    : undefined;

const isOpen = (row: BouncingAddress | undefined): row is BouncingAddress =>
  row !== undefined && row.until === undefined;
const endBouncing = (row: BouncingAddress, at: Instant): BouncingAddress => ({
  ...row,
  until: at > row.since ? at : row.since,
});

/** Whether an obligation that a letter speaks of is still open as it was then; a letter that speaks of none keeps its matter. */
const isStillOpen = ({ obligationRefs = [] }: Letter, reviews: readonly Review[]): boolean =>
  obligationRefs.length === 0 ||
  obligationRefs.some(({ review, obligation, generation }) => {
    const now = reviews.find(({ id }) => id === review)?.obligations[obligation];
    return now?.state === "open" && now.generation === generation;
  });

/**
 * Whether a letter that did not arrive is written anew to another address of its mission. A complaint is none of
 * these failures: the letter was received.
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
