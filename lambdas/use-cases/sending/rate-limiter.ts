import type { LetterQueue } from "../../../domain/letters/queues.ts";
import { permitReadEvery, slotPatience } from "../../../domain/base/policy.ts";
import { needsSlots, paceOf, type SlotLine, takeSlots } from "../../../domain/letters/send-rate.ts";
import { epochOf, instantOf, later } from "../../../domain/base/time.ts";
import type { Instant } from "../../../schemas/base/values.ts";
import { log } from "../../io/log.ts";
import type { RateLimiter, SlotStore, SlotGrant } from "../../io/ports/mail.ts";
import type { Sleeper } from "../../io/ports/time.ts";
import { newQuotaCache, type QuotaIo } from "./mail-quota.ts";

export interface RateLimiterIo extends QuotaIo {
  readonly slots: SlotStore;
  readonly sleeper: Sleeper;
}

/** A letter in line at this sender. */
interface Waiting {
  readonly until: Instant;
  readonly settle: (turn: SlotGrant) => void;
  readonly fail: (error: unknown) => void;
}

const crowded: SlotGrant = { kind: "postponed", reason: "no-slot", until: "soon", why: "no slot was free in time" };
const usedUp: SlotGrant = {
  kind: "postponed",
  reason: "quota",
  until: "later-today",
  why: "the day's quota of the mail service is used up",
};

/** A sender that does not know the rate looks so often whether another one does. */
const othersAskedAgain = { milliseconds: 200 };

/**
 * So long before its slot begins, in milliseconds, a letter is claimed: writing the claim down takes about that. A letter
 * that is claimed earlier is claimed for nothing when its sender dies; one that is claimed later misses its slot.
 */
const claimTakes = 20;

/** The millisecond in which a slot begins: clocks are no finer. */
const beginning = (slot: number): Instant => instantOf(Math.floor(slot));

/**
 * Keeps one sender within the rate that all senders share. Letters wait here for a slot, first come, first served on
 * each queue; slots are taken from the shared line for as many as wait, shortly before they begin. `lead` as in
 * `paceOf`.
 */
export const newRateLimiter = (io: RateLimiterIo, lead?: number): RateLimiter => {
  const permit = newQuotaCache(io);
  const lines: Readonly<Record<LetterQueue, Waiting[]>> = { "deadline-letters": [], bulletins: [] };
  const served = new Set<LetterQueue>();
  /** Slots of this sender that nobody has. */
  let spare: number[] = [];
  let known: SlotLine | undefined;
  /** Whether the line was read. */
  let wasRead = false;
  let tolerance = 0;

  const give = (slots: readonly number[], waiting: Waiting[]): void => {
    for (const at of slots) {
      const first = waiting.shift();
      if (first === undefined) spare.push(at);
      else {
        permit.spend(1);
        first.settle({ kind: "slot", at });
      }
    }
  };
  const dismiss = (waiting: Waiting[], turn: SlotGrant): void => {
    for (const each of waiting.splice(0)) each.settle(turn);
  };
  /** Slots that were given back and have not begun. */
  const stillAhead = (now: number): readonly number[] => {
    const ahead = spare.filter((at) => at > now).toSorted((one, other) => one - other);
    spare = [];
    return ahead;
  };

  /** The rate that the line was lately taken from at. */
  const rateOfOthers = (): number | undefined =>
    known !== undefined && later(beginning(known.next), permitReadEvery) > io.clock.now() ? known.perSecond : undefined;

  /** One step towards a slot for the first in line. */
  const step = async (queue: LetterQueue, waiting: Waiting[], first: Waiting): Promise<void> => {
    if (first.until <= io.clock.now()) return dismiss(waiting.splice(0, 1), crowded);
    if (!wasRead) known = await io.slots.read();
    wasRead = true;
    const rate = await permit.rate(queue, rateOfOthers());
    if (rate === undefined) {
      await io.sleeper.until(later(io.clock.now(), othersAskedAgain));
      known = await io.slots.read();
      return;
    }
    if (rate === 0) {
      log("MAIL_QUOTA_USED_UP", { queue });
      return dismiss(waiting, usedUp);
    }
    const now = epochOf(io.clock.now());
    if (!needsSlots(rate)) {
      tolerance = Infinity;
      return give(
        waiting.map(() => now),
        waiting,
      );
    }
    const ahead = stillAhead(now);
    if (ahead.length > 0) return give(ahead, waiting);
    const pace = paceOf(rate, lead);
    ({ tolerance } = pace);
    const taking = takeSlots(known, { queue, count: waiting.length, now }, pace);
    if (taking.kind === "later") {
      const again = beginning(taking.at);
      return io.sleeper.until(again < first.until ? again : first.until);
    }
    const outcome = await io.slots.replace(known, taking.line);
    known = outcome.written ? taking.line : outcome.stands;
    if (outcome.written) give(taking.slots, waiting);
  };
  const serve = async (queue: LetterQueue): Promise<void> => {
    const waiting = lines[queue];
    if (served.has(queue)) return;
    served.add(queue);
    try {
      for (let first = waiting[0]; first !== undefined; first = waiting[0]) await step(queue, waiting, first);
    } catch (error) {
      for (const each of waiting.splice(0)) each.fail(error);
    } finally {
      served.delete(queue);
    }
  };

  const hasPassed = (slot: number): boolean => epochOf(io.clock.now()) - slot > tolerance + 1;
  /** Waits until a moment of a slot that somebody has; false where the slot has passed, which is then nobody's. */
  const waitUntil = async (moment: number, slot: number): Promise<boolean> => {
    await io.sleeper.until(beginning(moment));
    if (!hasPassed(slot)) return true;
    permit.spend(-1);
    return false;
  };

  return {
    takeSlot: (queue) =>
      new Promise((settle, fail) => {
        lines[queue].push({ until: later(io.clock.now(), slotPatience), settle, fail });
        void serve(queue);
      }),
    waitToClaim: ({ at }) => waitUntil(at - claimTakes, at),
    waitForSlot: ({ at }) => waitUntil(at, at),
    giveBack: ({ at }) => {
      permit.spend(-1);
      // A letter that waits would find it passed, and lose its place in the line.
      if (hasPassed(at)) return;
      give([at], lines["deadline-letters"].length > 0 ? lines["deadline-letters"] : lines.bulletins);
    },
    invalidateQuota: () => permit.doubt(),
  };
};
