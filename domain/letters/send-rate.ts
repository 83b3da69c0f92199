import { keptShare, slotLead, slotsRemembered, unlimitedRate, usedRate } from "../policy/letters.ts";
import type { LetterQueue } from "./queues.ts";

/**
 * The schedule of mails that keeps all senders together within the permitted rate. It is one line of slots, a fixed
 * time apart, from which every sender takes the next ones (the generic cell rate algorithm, GCRA). A slot that no
 * sender takes in time is lost. Moments are milliseconds since 1970, with a fraction.
 */
export interface SlotLine {
  /** Rises with every taking; a taking names the one it was decided on. */
  readonly revision: number;
  /** The first free slot. */
  readonly next: number;
  /** Deadline letters were waiting for slots at the last word of their senders, and are taken to wait until then. */
  readonly awaitedUntil: number;
  /** While deadline letters wait, bulletins take no slot before this one, which keeps a tenth from them. */
  readonly bulletinsFrom: number;
  /** The rate that its last taker used, in mails a second; lines of earlier versions lack it. */
  readonly perSecond?: number | undefined;
}

/** The present permission of the mail service. */
export interface MailPermit {
  readonly perSecond: number;
  /** Mails in any 24 hours; Infinity if there is no such limit. */
  readonly perDay: number;
  readonly sentLastDay: number;
}

/** The spacing of slots under a permitted rate, in mails a second; all other values in milliseconds. */
export interface Pace {
  readonly perSecond: number;
  readonly spacing: number;
  /** Least time between taking a slot and the slot: enough to write the slot and the claim. */
  readonly lead: number;
  /** Time for which a late slot is still usable. The other half of the reserve covers the network. */
  readonly tolerance: number;
}

/** Returns the pace under a permitted rate, in mails a second. Throws a RangeError if no mail is permitted. */
export const paceOf = (perSecond: number, lead = slotLead): Pace => {
  if (!(perSecond > 0)) throw new RangeError(`No pace keeps to ${perSecond} mails a second`);
  const share = perSecond <= usedRate.small ? usedRate.ofSmall : usedRate.ofLarge;
  return { perSecond, spacing: 1000 / (perSecond * share), lead, tolerance: (1000 / share - 1000) / 2 };
};

/** Returns whether slots are needed to stay within a permitted rate, in mails a second. */
export const needsSlots = (perSecond: number): boolean => perSecond < unlimitedRate;

/**
 * Returns the time beyond the lead that a sender may reserve: deadline letters further than bulletins. While deadline
 * letters use all slots, bulletins find none. The reservation is short, so a sender that dies loses little.
 */
const reachOf = (queue: LetterQueue, { spacing }: Pace): number =>
  queue === "bulletins" ? Math.max(2 * spacing, 30) : Math.max(4 * spacing, 60);

/** Returns the most slots of one call: those of a fiftieth of a second, at least one. */
const maxPerCall = ({ spacing }: Pace): number => Math.max(1, Math.floor(20 / spacing));

/**
 * Returns how far ahead a line is no longer credible, in milliseconds. No sender reaches that far: a wrong clock moved
 * the line, and senders do not wait for it.
 */
const unbelievable = ({ spacing, lead }: Pace): number => lead + 20 * spacing + 10_000;

/** A sender's request for slots. */
export interface SlotRequest {
  readonly queue: LetterQueue;
  /** Letters that wait for a slot at this sender. */
  readonly count: number;
  readonly now: number;
}

/** Slots with the line after them, or the moment from which a new request makes sense, at least a millisecond later. */
export type SlotGrant =
  | { readonly kind: "slots"; readonly slots: readonly [number, ...number[]]; readonly line: SlotLine }
  | { readonly kind: "later"; readonly at: number };

const emptySlotLine: SlotLine = { revision: 0, next: 0, awaitedUntil: 0, bulletinsFrom: 0 };

/** Takes the next slots of a line (none before its first use) for at least one letter. */
export const takeSlots = (line: SlotLine | undefined, { queue, count, now }: SlotRequest, pace: Pace): SlotGrant => {
  const { revision, next, awaitedUntil, bulletinsFrom } = line ?? emptySlotLine;
  const believed = (moment: number): number => (moment > now + unbelievable(pace) ? 0 : moment);
  const earliest = now + pace.lead;
  const awaited = queue === "bulletins" && believed(awaitedUntil) > now;
  const from = Math.max(believed(next), earliest);
  const mayFrom = awaited ? Math.max(from, believed(bulletinsFrom)) : from;
  // A slot that a bulletin may not take is left to others, not skipped.
  if (mayFrom > from) return { kind: "later", at: Math.max(mayFrom - pace.lead, now + 1) };
  const last = earliest + reachOf(queue, pace);
  if (from > last) return { kind: "later", at: Math.max(now + from - last, now + 1) };
  const room = Math.floor((last - from) / pace.spacing) + 1;
  const taken = Math.max(1, Math.min(count, room, maxPerCall(pace)));
  const slots: [number, ...number[]] = [from];
  for (let place = 1; place < taken; place++) slots.push(from + place * pace.spacing);
  const after = from + taken * pace.spacing;
  const isDeadline = queue === "deadline-letters";
  return {
    kind: "slots",
    slots,
    line: {
      ...line,
      revision: revision + 1,
      next: after,
      awaitedUntil: isDeadline && count > taken ? after + slotsRemembered : awaitedUntil,
      bulletinsFrom: isDeadline ? bulletinsFrom : from + (taken * pace.spacing) / (1 - keptShare),
      perSecond: pace.perSecond,
    },
  };
};

/**
 * Returns the mails that may still leave today, given the number sent since the permit was read. Bulletins leave a
 * tenth of the day's quota to deadline letters.
 */
export const leftToday = ({ perDay, sentLastDay }: MailPermit, sentSince: number, queue: LetterQueue): number =>
  Math.max(0, Math.floor(perDay * (queue === "bulletins" ? 1 - keptShare : 1)) - sentLastDay - sentSince);
