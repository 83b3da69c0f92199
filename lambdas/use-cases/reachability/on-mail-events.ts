import type { MailEvent } from "../../../schemas/model/messages.ts";
import type { Timers } from "../../io/ports/schedules.ts";
import type { MessageGroup } from "../base/message-group.ts";
import { reportSettled } from "../bulletins/completion.ts";
import {
  addressHash,
  suppressionReason,
  isInForce,
  shouldResend,
  suppressedAddressAfter,
} from "../../../domain/letters/address-reputation.ts";
import { letterKindOf } from "../../../domain/letters/letter-kinds.ts";
import { type Receipt, receive } from "../../../domain/letters/receipts.ts";
import { nextAttempt } from "../../../domain/letters/lifecycle.ts";
import { readInstant } from "../../../domain/base/time.ts";
import type { MarkReason } from "../../../schemas/model/address.ts";
import { LetterId } from "../../../schemas/base/ids.ts";
import type { Letter, PartyRecipient } from "../../../schemas/model/letter.ts";
import type { EmailAddress, Instant } from "../../../schemas/base/values.ts";
import { attemptUpTo } from "../../io/attempts.ts";
import { log } from "../../io/log.ts";
import type { Metrics } from "../../io/ports/metrics.ts";
import type { Clock } from "../../io/ports/time.ts";
import type { Ledger, LetterQueues } from "../../io/ports/outbox.ts";
import type { Store } from "../../io/ports/store.ts";
import { measureMove } from "../base/measure-letters.ts";
import { markUnreachable, resolveAddress } from "./resolve-address.ts";
import { planLetter } from "../planning/plan-letters.ts";
import { trackBounce } from "./bouncing-addresses.ts";

interface ReceiptIo {
  readonly store: Pick<Store, "mission" | "person" | "formerAddress" | "load" | "loadMany">;
  readonly ledger: Ledger;
  readonly letterQueues: LetterQueues;
  readonly metrics: Metrics;
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
const delayReasonOf = ({ detail: { deliveryDelay } }: MailEvent): string | undefined =>
  /^[A-Za-z]{1,40}$/u.test(deliveryDelay?.delayType ?? "")
    ? `reported by the mail service: delay, ${deliveryDelay?.delayType}`
    : undefined;

/** Returns the letter that a report is about; undefined if it is not one of ours. */
export const letterOf = ({ detail }: MailEvent): LetterId | undefined =>
  LetterId.safeParse(detail.mail.tags?.["letter"]?.[0]).data;

/** The number of times that a row is read again after a parallel change. */
const tries = 5;

/** The result of applied reports, and the current letter, if they belong to one. */
interface AppliedEvents {
  readonly outcome: "moved" | "ignored";
  readonly letter: Letter | undefined;
}

/**
 * Applies the mail service's reports on one letter, in any order and number. It moves the letter; if a report condemns
 * the address, it marks the address and writes the letter again to the mission's other one. A report that belongs to no
 * letter, or has no news, is counted and dropped. Throws if a row never stopped changing.
 */
export const applyMailEvents = async (io: ReceiptIo, events: MessageGroup<MailEvent>): Promise<AppliedEvents> => {
  const id = letterOf(events[0]);
  const letter = id === undefined ? undefined : await io.ledger.letter(id);
  const { current, news } = letter === undefined ? noMove : await move(io, letter, events);
  const outcomes: AppliedEvents["outcome"][] = [];
  for (const event of events) {
    const says = current !== undefined && (await followAddress(io, current, event));
    outcomes.push(says || news.has(event) ? "moved" : ignoreEvent(event));
  }
  return { outcome: outcomes.includes("moved") ? "moved" : "ignored", letter: current };
};

/** Applies a report to the address that it was sent to. Returns true if it has news. */
const followAddress = async (io: ReceiptIo, letter: Letter, event: MailEvent): Promise<boolean> => {
  const address = concernedAddress(letter, event);
  const receipt = receiptOf(event);
  const kind = receipt && newsOfReceipt[receipt];
  if (address !== undefined && kind !== undefined)
    await trackBounce(io, letter, { address, kind, at: readInstant(event.time) });
  const why = suppressionReason(event.detail);
  return why !== undefined && (await condemn(io, letter, why, event));
};

/** Reports that say of an address whether letters arrive there. */
const newsOfReceipt: Readonly<Partial<Record<Receipt, "bounced" | "delivered">>> = {
  bounce: "bounced",
  "transient-bounce": "bounced",
  delivery: "delivered",
};

/** A letter after its reports, and the reports with news about it. */
interface LetterMove {
  readonly current: Letter | undefined;
  readonly news: ReadonlySet<MailEvent>;
}

const noMove: LetterMove = { current: undefined, news: new Set() };

/** The row after the reports, however many, written once: one revision higher. */
const after = (letter: Letter, events: MessageGroup<MailEvent>): LetterMove => {
  const news = new Set<MailEvent>();
  let current = letter;
  for (const event of events) {
    const receipt = receiptOf(event);
    if (receipt === undefined) continue;
    const next = receive(current, receipt, readInstant(event.time), event.detail.mail.messageId, delayReasonOf(event));
    if (next === undefined) continue;
    news.add(event);
    current = { ...next, revision: letter.revision + 1 };
  }
  return { current, news };
};

const move = async (
  { ledger, metrics }: ReceiptIo,
  found: Letter,
  events: MessageGroup<MailEvent>,
): Promise<LetterMove> => {
  let letter = found;
  const applied = await attemptUpTo(tries, async () => {
    const moved = after(letter, events);
    if (moved.current === undefined || moved.news.size === 0) return moved;
    if (await ledger.move(moved.current)) {
      log("LETTER_MOVED", { letter: letter.id, state: moved.current.state });
      measureMove(metrics, letter, moved.current);
      return moved;
    }
    letter = (await ledger.letter(letter.id)) ?? letter;
    return undefined;
  });
  if (applied === undefined) throw new Error(`Letter ${found.id} keeps moving`);
  return applied;
};

const ignoreEvent = ({ detail }: MailEvent): "ignored" => {
  log("RECEIPT_IGNORED", { event: detail.eventType, message: detail.mail.messageId });
  return "ignored";
};

/** Returns the address that a report is about: the letter's, unless the mail was sent to an earlier one. */
const concernedAddress = ({ address }: Letter, { detail }: MailEvent): EmailAddress | undefined => {
  const { destination } = detail.mail;
  return destination === undefined || destination.some((to) => to.toLowerCase() === address) ? address : undefined;
};

/** Marks an address and sees to it that its recipient is reached otherwise. Says whether the mark is new. */
const condemn = async (io: ReceiptIo, letter: Letter, why: MarkReason, event: MailEvent): Promise<boolean> => {
  const address = concernedAddress(letter, event);
  if (address === undefined) return false;
  const at = readInstant(event.time);
  const { id, recipient } = letter;
  if (recipient.kind === "office") {
    // Its address is a setting of the stage and used again tomorrow: the operator is notified each time.
    await markUnreachable(io, letter, "suppressed", at);
    return false;
  }
  const { inForce, isNew } = await mark(io, { id, recipient, party: letter.party }, address, why, at);
  if (inForce) await reachOtherwise(io, letter, why);
  return isNew;
};

interface FailedLetter extends Pick<Letter, "id" | "party"> {
  readonly recipient: PartyRecipient;
}

const mark = async (
  { ledger }: ReceiptIo,
  letter: FailedLetter,
  address: EmailAddress,
  why: MarkReason,
  at: Instant,
) => {
  const hash = addressHash(address);
  const marked = await attemptUpTo(tries, async () => {
    const before = await ledger.mark(hash);
    const next = suppressedAddressAfter(before, { hash, why, letter: letter.id, recipient: letter.recipient, at });
    if (next === undefined) return { inForce: isInForce(before), isNew: false };
    if (await ledger.writeMark(next)) {
      log("ADDRESS_MARKED", { letter: letter.id, party: letter.party, why });
      return { inForce: true, isNew: true };
    }
    return undefined;
  });
  if (marked === undefined) throw new Error(`The mark of letter ${letter.id} keeps changing`);
  return marked;
};

const reachOtherwise = async (io: ReceiptIo, letter: Letter, why: MarkReason): Promise<void> => {
  const now = io.clock.now();
  const other = await resolveAddress(io, letter.recipient, letterKindOf(letter.content));
  if (other.kind === "skip") return markUnreachable(io, letter, other.reason, now);
  const ids = new Set((letter.obligationRefs ?? []).map(({ review }) => review));
  const reviews = ids.size === 0 ? [] : (await io.store.loadMany("review", [...ids])).map(({ state }) => state);
  if (!shouldResend(letter, why, other, reviews)) return;
  await planLetter(io, nextAttempt(letter, now));
};

export interface MailEventsIo extends ReceiptIo {
  readonly timers: Timers;
}

/**
 * Moves a letter by the mail service's reports on it. If a bulletin's letter bounced, the breaker is notified to check
 * the bulletin, also for a repeated report: the first one may have been interrupted before.
 */
export const onMailEvents = async (io: MailEventsIo, events: MessageGroup<MailEvent>): Promise<"moved" | "ignored"> => {
  const { outcome, letter } = await applyMailEvents(io, events);
  // A report may settle a letter of unknown delivery.
  if (letter !== undefined) await reportSettled(io, letter);
  const bounced = events.some(({ detail }) => detail.eventType === "Bounce");
  if (bounced && letter?.content.kind === "bulletin") await io.timers.fire({ bounced: letter.content.bulletin });
  return outcome;
};
