import { addressHash, condemnedBy, isInForce, isWrittenAnew, markAfter } from "../../domain/addresses.ts";
import { plannedLetter, type Receipt, receive } from "../../domain/letter-states.ts";
import { readInstant } from "../../domain/time.ts";
import type { MarkReason } from "../../schemas/address.ts";
import { LetterId } from "../../schemas/ids.ts";
import type { Letter, PartyRecipient } from "../../schemas/letter.ts";
import type { MailEvent } from "../../schemas/messages.ts";
import type { EmailAddress, Instant } from "../../schemas/values.ts";
import { log } from "../io/log.ts";
import type { Clock, Ledger, LetterQueues, Store } from "../io/ports.ts";
import { raiseUnreachable, reaching } from "./reaching.ts";
import { planLetter } from "./remind.ts";
import { followReturn } from "./returning.ts";

export interface ReceiptIo {
  readonly store: Pick<Store, "mission" | "person" | "loadMany">;
  readonly ledger: Ledger;
  readonly letterQueues: LetterQueues;
  readonly clock: Clock;
}

const receipts: Readonly<Record<string, Receipt>> = {
  Send: "send",
  DeliveryDelay: "delay",
  Delivery: "delivery",
  Bounce: "bounce",
  Complaint: "complaint",
  Reject: "reject",
};

const receiptOf = ({ detail }: MailEvent): Receipt | undefined =>
  // The mail service reports a transient bounce when it has given up trying; until then it reports a DeliveryDelay.
  detail.eventType === "Bounce" && detail.bounce?.bounceType === "Transient"
    ? "transient-bounce"
    : receipts[detail.eventType];

/** A kind of delay as the mail service calls it, like MailboxFull; anything else it may say is not repeated. */
const toldOf = ({ detail: { deliveryDelay } }: MailEvent): string | undefined =>
  /^[A-Za-z]{1,40}$/u.test(deliveryDelay?.delayType ?? "")
    ? `reported by the mail service: delay, ${deliveryDelay?.delayType}`
    : undefined;

/** The letter that a report speaks of; undefined where it belongs to none of ours. */
export const letterOf = ({ detail }: MailEvent): LetterId | undefined =>
  LetterId.safeParse(detail.mail.tags?.["letter"]?.[0]).data;

/** How often a row is read again because something else moved it. */
const tries = 5;

/**
 * Takes in what the mail service reports of a letter, whatever the order and the number of reports: moves the letter,
 * and where the report condemns the address, marks it and writes the letter anew to the mission's other one. An event
 * that belongs to no letter, or says nothing new, is counted and dropped. Throws when a row never stood still.
 */
export const takeReceipt = async (io: ReceiptIo, event: MailEvent): Promise<"moved" | "ignored"> => {
  const receipt = receiptOf(event);
  const id = letterOf(event);
  if (receipt === undefined || id === undefined) return ignored(event);
  const letter = await io.ledger.letter(id);
  if (letter === undefined) return ignored(event);
  const { moved, stands } = await move(io, letter, receipt, event);
  const address = concerned(letter, event);
  const kind = told[receipt];
  if (address !== undefined && kind !== undefined)
    await followReturn(io, stands, { address, kind, at: readInstant(event.time) });
  const why = condemnedBy(event.detail);
  const marked = why !== undefined && (await condemn(io, letter, why, event));
  return moved || marked ? "moved" : ignored(event);
};

/** Reports that say of an address whether letters arrive there. */
const told: Readonly<Partial<Record<Receipt, "bounced" | "delivered">>> = {
  bounce: "bounced",
  "transient-bounce": "bounced",
  delivery: "delivered",
};

/** A letter after a report, as it stands, and whether the report moved it there. */
interface Moved {
  readonly moved: boolean;
  readonly stands: Letter;
}

const move = async ({ ledger }: ReceiptIo, found: Letter, receipt: Receipt, event: MailEvent): Promise<Moved> => {
  let letter = found;
  for (let left = tries; left > 0; left--) {
    const next = receive(letter, receipt, readInstant(event.time), event.detail.mail.messageId, toldOf(event));
    if (next === undefined) return { moved: false, stands: letter };
    if (await ledger.move(next)) {
      log("LETTER_MOVED", { letter: letter.id, state: next.state });
      return { moved: true, stands: next };
    }
    letter = (await ledger.letter(letter.id)) ?? letter;
  }
  throw new Error(`Letter ${found.id} keeps moving`);
};

const ignored = ({ detail }: MailEvent): "ignored" => {
  log("RECEIPT_IGNORED", { event: detail.eventType, message: detail.mail.messageId });
  return "ignored";
};

/** The address that a report speaks of: the letter's, unless the mail went to one that it had before. */
const concerned = ({ address }: Letter, { detail }: MailEvent): EmailAddress | undefined => {
  const { destination } = detail.mail;
  return destination === undefined || destination.some((to) => to.toLowerCase() === address) ? address : undefined;
};

/** Marks an address and sees to it that its recipient is reached otherwise. Says whether the mark is new. */
const condemn = async (io: ReceiptIo, letter: Letter, why: MarkReason, event: MailEvent): Promise<boolean> => {
  const address = concerned(letter, event);
  if (address === undefined) return false;
  const at = readInstant(event.time);
  const { id, recipient } = letter;
  if (recipient.kind === "office") {
    // Its address is a setting of the stage, used again tomorrow: whoever runs the system is told each time.
    await raiseUnreachable(io, letter, "suppressed", at);
    return false;
  }
  const { inForce, isNew } = await mark(io, { id, recipient, party: letter.party }, address, why, at);
  if (inForce) await reachOtherwise(io, letter, why);
  return isNew;
};

interface Failed extends Pick<Letter, "id" | "party"> {
  readonly recipient: PartyRecipient;
}

const mark = async ({ ledger }: ReceiptIo, letter: Failed, address: EmailAddress, why: MarkReason, at: Instant) => {
  const hash = addressHash(address);
  for (let left = tries; left > 0; left--) {
    const standing = await ledger.mark(hash);
    const next = markAfter(standing, { hash, why, letter: letter.id, recipient: letter.recipient, at });
    if (next === undefined) return { inForce: isInForce(standing), isNew: false };
    if (await ledger.writeMark(next)) {
      log("ADDRESS_MARKED", { letter: letter.id, party: letter.party, why });
      return { inForce: true, isNew: true };
    }
  }
  throw new Error(`The mark of letter ${letter.id} keeps changing`);
};

const reachOtherwise = async (io: ReceiptIo, letter: Letter, why: MarkReason): Promise<void> => {
  const now = io.clock.now();
  const other = await reaching(io, letter.recipient);
  if (other.kind === "skip") return raiseUnreachable(io, letter, other.reason, now);
  const ids = new Set((letter.speaksOf ?? []).map(({ review }) => review));
  const reviews = ids.size === 0 ? [] : (await io.store.loadMany("review", [...ids])).map(({ state }) => state);
  if (!isWrittenAnew(letter, why, other, reviews)) return;
  const { content, recipient, party, plannedFor, rule, speaksOf, attempt } = letter;
  const plan = { content, recipient, party, plannedFor, rule, ...(speaksOf === undefined ? {} : { speaksOf }) };
  await planLetter(io, plannedLetter({ ...plan, attempt: attempt + 1 }, now));
};
