import { expect, test } from "vitest";
import { later } from "../../../domain/base/time.ts";
import { newRateLimiter } from "../../../lambdas/use-cases/sending/rate-limiter.ts";
import { Instant } from "../../../schemas/base/values.ts";
import { muteLog } from "./campaign/muted-log.ts";

/** Returns one sender under a permit, with a count of the writes to its line of slots. */
const senderUnder = (perSecond: number) => {
  muteLog();
  let now = Instant.parse("2020-12-01T10:00:00.000Z");
  let taken = 0;
  const rateLimiter = newRateLimiter({
    slots: {
      read: async () => undefined,
      replace: async () => {
        taken += 1;
        return { written: true };
      },
    },
    permits: { read: async () => ({ perSecond, perDay: 3, sentLastDay: 0 }) },
    clock: { now: () => now },
    sleeper: { until: async () => undefined },
  });
  return {
    rateLimiter,
    taken: () => taken,
    wait: () => {
      now = later(now, { seconds: 2 });
    },
  };
};

test("a sender takes no slots where more is permitted than all senders reach, and keeps to the day's quota all the same", async () => {
  const { rateLimiter, taken, wait } = senderUnder(5000);
  for (let mail = 0; mail < 3; mail++) {
    const turn = await rateLimiter.takeSlot("deadline-letters");
    if (turn.kind !== "slot") throw new Error("No slot");
    wait();
    expect(await rateLimiter.waitForSlot(turn)).toBe(true);
  }
  expect(taken()).toBe(0);
  expect(await rateLimiter.takeSlot("deadline-letters")).toMatchObject({ kind: "postponed", until: "later-today" });
});

test("a sender takes slots below that, and gives up one that has passed", async () => {
  const { rateLimiter, taken, wait } = senderUnder(4999);
  const turn = await rateLimiter.takeSlot("deadline-letters");
  if (turn.kind !== "slot") throw new Error("No slot");
  wait();
  expect(await rateLimiter.waitForSlot(turn)).toBe(false);
  expect(taken()).toBe(1);
});
