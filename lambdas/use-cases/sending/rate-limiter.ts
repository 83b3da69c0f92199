import type { LetterQueue } from "../../../domain/letters/queues.ts";
import { permitReadEvery, slotPatience } from "../../../domain/policy/letters.ts";
import { needsSlots, paceOf, type SlotLine, takeSlots } from "../../../domain/letters/send-rate.ts";
import { epochOf, instantOf, later } from "../../../domain/base/time.ts";
import type { Instant } from "../../../schemas/base/values.ts";
import { log } from "../../io/log.ts";
import type { RateLimiter, SlotStore, SlotGrant } from "../../io/ports/mail.ts";
import type { Sleeper } from "../../io/ports/time.ts";
import { newQuotaCache, type QuotaCache, type QuotaIo } from "./mail-quota.ts";

export interface RateLimiterIo extends QuotaIo {
  readonly slots: SlotStore;
  readonly sleeper: Sleeper;
}

/** A letter in line at this sender. */
interface WaitingLetter {
  readonly until: Instant;
  readonly isClaimed: boolean;
  readonly settle: (grant: SlotGrant) => void;
  readonly fail: (error: unknown) => void;
}

const crowded: SlotGrant = { kind: "postponed", reason: "no-slot", until: "soon", why: "no slot was free in time" };
const usedUp: SlotGrant = {
  kind: "postponed",
  reason: "quota",
  until: "later-today",
  why: "the day's quota of the mail service is used up",
};

/** The interval at which a sender without the rate checks if another one has it. */
const othersAskedAgain = { milliseconds: 200 };

/**
 * The milliseconds before its slot at which a letter is claimed: writing the claim takes about that. An earlier claim
 * is useless if its sender dies; with a later one the letter misses its slot.
 */
const claimTakes = 20;

/** The millisecond in which a slot begins: clocks are no finer. */
const beginning = (slot: number): Instant => instantOf(Math.floor(slot));

/** The line of slots that all senders share, as this one has seen it last. */
const newSharedLine = ({ slots, clock }: Pick<RateLimiterIo, "slots" | "clock">) => {
  let last: SlotLine | undefined;
  let wasRead = false;
  return {
    last: () => last,
    wasRead: () => wasRead,
    read: async (): Promise<void> => {
      last = await slots.read();
      wasRead = true;
    },
    /**
     * Replaces the last line with the next; returns false if another sender was faster, whose line is then the last.
     */
    replace: async (next: SlotLine): Promise<boolean> => {
      const outcome = await slots.replace(last, next);
      last = outcome.written ? next : outcome.current;
      return outcome.written;
    },
    /** The rate that the line was lately taken from at. */
    rateOfOthers: (): number | undefined =>
      last !== undefined && later(beginning(last.next), permitReadEvery) > clock.now() ? last.perSecond : undefined,
  };
};

/**
 * Letters in line at this sender, on each queue first come, first served, and claimed ones before all others; and its slots
 * that none of them has.
 */
const newWaitingLetters = (quota: QuotaCache) => {
  const lines: Readonly<Record<LetterQueue, WaitingLetter[]>> = { "deadline-letters": [], bulletins: [] };
  const served = new Set<LetterQueue>();
  let spare: number[] = [];

  const give = (queue: LetterQueue, slots: readonly number[]): void => {
    for (const at of slots) {
      const first = lines[queue].shift();
      if (first === undefined) spare.push(at);
      else {
        quota.spend(1);
        first.settle({ kind: "slot", at });
      }
    }
  };

  return {
    join: (queue: LetterQueue, letter: WaitingLetter): void => {
      const line = lines[queue];
      const place = letter.isClaimed ? line.findIndex(({ isClaimed }) => !isClaimed) : -1;
      line.splice(place < 0 ? line.length : place, 0, letter);
    },
    count: (queue: LetterQueue): number => lines[queue].length,
    give,
    /** Assigns returned slots that have not begun; returns false if there are none. */
    giveSpare: (queue: LetterQueue, now: number): boolean => {
      const ahead = spare.filter((at) => at > now).toSorted((one, other) => one - other);
      spare = [];
      give(queue, ahead);
      return ahead.length > 0;
    },
    dismissFirst: (queue: LetterQueue, grant: SlotGrant): void => lines[queue].shift()?.settle(grant),
    dismissAll: (queue: LetterQueue, grant: SlotGrant): void => {
      for (const each of lines[queue].splice(0)) each.settle(grant);
    },
    /** Takes one step after the other for the first in line, until none waits; what a step throws fails all. */
    serve: async (queue: LetterQueue, step: (first: WaitingLetter) => Promise<void>): Promise<void> => {
      if (served.has(queue)) return;
      served.add(queue);
      const line = lines[queue];
      try {
        for (let first = line[0]; first !== undefined; first = line[0]) await step(first);
      } catch (error) {
        for (const each of line.splice(0)) each.fail(error);
      } finally {
        served.delete(queue);
      }
    },
  };
};

/**
 * Keeps one sender within the rate that all senders share. Letters wait here for a slot, first come, first served on
 * each queue; slots are taken from the shared line for as many as wait, shortly before they begin. `lead` as in
 * `paceOf`.
 */
export const newRateLimiter = (io: RateLimiterIo, lead?: number): RateLimiter => {
  const quota = newQuotaCache(io);
  const letters = newWaitingLetters(quota);
  const shared = newSharedLine(io);
  let tolerance = 0;

  /** Takes slots from the shared line, or waits where it is too early for that. */
  const takeFromLine = async (queue: LetterQueue, first: WaitingLetter, rate: number, now: number): Promise<void> => {
    const pace = paceOf(rate, lead);
    ({ tolerance } = pace);
    const taking = takeSlots(shared.last(), { queue, count: letters.count(queue), now }, pace);
    if (taking.kind === "later") {
      const again = beginning(taking.at);
      return io.sleeper.until(again < first.until ? again : first.until);
    }
    if (await shared.replace(taking.line)) letters.give(queue, taking.slots);
  };
  /** Makes one step towards a slot for the first letter in the queue. */
  const step = async (queue: LetterQueue, first: WaitingLetter): Promise<void> => {
    if (first.until <= io.clock.now()) return letters.dismissFirst(queue, crowded);
    if (!shared.wasRead()) await shared.read();
    const rate = await quota.rate(queue, shared.rateOfOthers());
    if (rate === undefined) {
      await io.sleeper.until(later(io.clock.now(), othersAskedAgain));
      return shared.read();
    }
    if (rate === 0) {
      log("MAIL_QUOTA_USED_UP", { queue });
      return letters.dismissAll(queue, usedUp);
    }
    const now = epochOf(io.clock.now());
    if (!needsSlots(rate)) {
      tolerance = Infinity;
      const slots = Array.from({ length: letters.count(queue) }, () => now);
      return letters.give(queue, slots);
    }
    if (!letters.giveSpare(queue, now)) await takeFromLine(queue, first, rate, now);
  };

  const hasPassed = (slot: number): boolean => epochOf(io.clock.now()) - slot > tolerance + 1;
  /** Waits until a time within a reserved slot; returns false if the slot has passed, which is then lost. */
  const waitUntil = async (moment: number, slot: number): Promise<boolean> => {
    await io.sleeper.until(beginning(moment));
    if (!hasPassed(slot)) return true;
    quota.spend(-1);
    return false;
  };

  const waitInLine = (queue: LetterQueue, isClaimed: boolean): Promise<SlotGrant> =>
    new Promise((settle, fail) => {
      letters.join(queue, { until: later(io.clock.now(), slotPatience), isClaimed, settle, fail });
      void letters.serve(queue, (first) => step(queue, first));
    });

  return {
    takeSlot: (queue) => waitInLine(queue, false),
    takeNextSlot: (queue) => waitInLine(queue, true),
    waitToClaim: ({ at }) => waitUntil(at - claimTakes, at),
    waitForSlot: ({ at }) => waitUntil(at, at),
    giveBack: ({ at }) => {
      quota.spend(-1);
      // A letter that waits would find it passed, and lose its place in the line.
      if (hasPassed(at)) return;
      letters.give(letters.count("deadline-letters") > 0 ? "deadline-letters" : "bulletins", [at]);
    },
    invalidateQuota: () => quota.doubt(),
  };
};
