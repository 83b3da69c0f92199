import { describe, expect, test } from "vitest";
import { mailLines, given, startOf, letterLines } from "../../fixtures/group.ts";
import type { TestApp } from "../../harness/test-app.ts";
import { brokenAtRest, brokenNow } from "../../harness/invariants.ts";
import { refusals } from "../../fakes/mail-refusals.ts";

/** A group of one review starts on 1 December while the mail service refuses everything, for ten days. */
const reviews = { FR: [] };
const tenDays = async (refusal: NonNullable<TestApp["mail"]["usually"]>): Promise<TestApp> => {
  const app = await given.group({ reviews });
  app.mail.usually = refusal;
  await app.moveTo("2020-12-01T10:00:00.000Z");
  await startOf(app, "2020-12-01");
  for (let day = 1; day <= 10; day++)
    for (const hour of ["08:00", "12:17", "20:17"]) {
      const instant = `2020-12-${String(day).padStart(2, "0")}T${hour}:00.000Z`;
      if (instant < app.clock.now()) continue;
      // The sender works all the time for two days; then it pauses between the sweeps, or the test would take minutes.
      app.queues.letters.held = day > 2;
      await app.moveTo(instant);
      app.queues.letters.held = false;
      await app.settle();
      await app.sweep(hour === "08:00" ? "morning" : "hourly").catch(() => undefined);
    }
  return app;
};

describe.each(refusals)("over ten days in which the mail service refuses everything (%s)", (refusal) => {
  const reasonOf = {
    sandbox: "not-verified",
    denied: "access-denied",
    paused: "sending-paused",
    unverified: "not-verified",
  } as const;
  const accountReasons = {
    sandbox: ["sandbox"],
    denied: ["no-answer"],
    paused: ["sending-paused"],
    unverified: ["not-verified"],
  } as const;

  test("a line says so each time, the age grows, no letter fails, and each leaves once when it ends", async () => {
    const app = await tenDays(refusal);
    expect(app.mail.inbox).toEqual([]);
    const unsentLetters = (await app.letters()).filter(({ coveredBy }) => coveredBy === undefined);
    expect(unsentLetters).toHaveLength(2);
    for (const { state } of unsentLetters) expect(["planned", "skipped"]).toContain(state);
    expect(unsentLetters.filter(({ state, reason }) => state === "skipped" && reason !== "replaced")).toEqual([]);

    const lines = app.logged("LETTER_POSTPONED");
    expect(new Set(lines.map(({ reason }) => reason))).toEqual(new Set([reasonOf[refusal]]));
    expect(new Set(lines.map(({ queue }) => queue))).toEqual(new Set(["deadline-letters"]));
    expect(JSON.stringify([...lines, ...app.logged("MAIL_ACCOUNT_CLOSED")])).not.toContain("@");
    expect(app.logged("MAIL_ACCOUNT_CLOSED").at(-1)?.["reasons"]).toEqual(accountReasons[refusal]);

    const ages = app.metrics.recorded("oldestWaitingLetter");
    expect(ages).toHaveLength(29);
    expect(ages).toEqual(ages.toSorted((one, other) => one - other));
    // The letters planned on 1 December were overtaken on the 8th, a week before the date of focal points; experts'
    // were not.
    expect(ages.at(-1)).toBeGreaterThan(9 * 24 * 3600);
    expect(app.logged("LETTERS_WAITING").at(-1)).toMatchObject({ letters: expect.any(Number), seconds: ages.at(-1) });

    app.mail.usually = "accepts";
    await app.moveTo("2020-12-11T12:00:00.000Z");
    await app.sweep("full");
    await app.rest();
    expect(await letterLines(app)).toEqual([
      "FR focal-point start experts start delivered",
      "FR focal-point d-7 delivered",
    ]);
    const ids = app.mail.inbox.map(({ letter }) => letter);
    expect(ids).toEqual([...new Set(ids)]);
    expect(mailLines(app).every((mail) => mail.startsWith("2020-12-10T") || mail.startsWith("2020-12-11T"))).toBe(true);
    expect(app.metrics.recorded("oldestWaitingLetter").at(-1)).toBe(0);
    expect(await brokenNow(app)).toEqual([]);
    expect(await brokenAtRest(app)).toEqual([]);
  });
});

describe("while letters leave", () => {
  test("nothing is said, and the age is 0", async () => {
    const app = await tenDays("accepts");
    for (const code of ["LETTER_POSTPONED", "MAIL_ACCOUNT_CLOSED", "LETTERS_WAITING"] as const)
      expect(app.logged(code)).toEqual([]);
    expect(new Set(app.metrics.recorded("oldestWaitingLetter"))).toEqual(new Set([0]));
  });
});

describe("a check that fails", () => {
  const started = async (): Promise<TestApp> => {
    const app = await given.group({ reviews });
    await app.moveTo("2020-12-01T10:00:00.000Z");
    await startOf(app, "2020-12-01");
    return app;
  };

  test("of the account says so, and the sweep counts as made", async () => {
    const app = await started();
    await app.settle();
    app.mail.usually = "denied";
    expect(await app.sweep("hourly")).toMatchObject({ failed: [] });
    expect(app.logged("FAILED")).toEqual([]);
    expect(app.logged("MAIL_ACCOUNT_CLOSED")).toMatchObject([
      { reasons: ["no-answer"], error: expect.stringContaining("AccessDeniedException") },
    ]);
    expect(app.metrics.recorded("oldestWaitingLetter")).toEqual([0]);
    expect(app.logged("SWEEP_REPORT")).toHaveLength(1);
  });

  test.each(["morning", "hourly", "full"] as const)(
    "of the account comes last: killed while the service does not answer, a %s sweep has repaired what it repairs",
    async (depth) => {
      const app = await started();
      app.queues.letters.drops = 100;
      await app.settle();
      app.queues.letters.drops = 0;
      await app.moveTo("2020-12-01T11:00:00.000Z");
      const accountRead = Promise.withResolvers<undefined>();
      app.before("mailAccount.read", () => {
        accountRead.resolve(undefined);
        return new Promise(() => undefined);
      });
      void app.sweep(depth);
      await accountRead.promise;
      app.mail.usually = "accepts";
      await app.settle();
      expect(app.mail.inbox).toHaveLength(1);
    },
  );

  test("of the account that was queried too often is queried again a second later or more, and raises no alarm", async () => {
    const app = await started();
    await app.settle();
    const askedAt: string[] = [];
    const { read } = app.mail.account;
    const throttledTimes = (times: number) => async () => {
      askedAt.push(app.clock.now());
      return askedAt.length <= times ? ("throttled" as const) : read();
    };
    Object.assign(app.mail.account, { read: throttledTimes(2) });
    app.mail.usually = "paused";
    expect(await app.sweep("hourly")).toMatchObject({ failed: [] });
    expect(app.logged("MAIL_ACCOUNT_CLOSED")).toMatchObject([{ reasons: ["sending-paused"] }]);
    expect(askedAt).toHaveLength(3);
    for (const [place, instant] of askedAt.entries())
      if (place > 0) expect(Date.parse(instant) - Date.parse(askedAt[place - 1] ?? "")).toBeGreaterThanOrEqual(1000);

    Object.assign(app.mail.account, { read: throttledTimes(Infinity) });
    expect(await app.sweep("hourly")).toMatchObject({ failed: [] });
    expect(app.logged("MAIL_ACCOUNT_CLOSED")).toHaveLength(1);
    expect(app.logged("MAIL_ACCOUNT_UNREAD")).toHaveLength(1);
  });

  test("of the age measures nothing rather than 0, and the account is checked all the same", async () => {
    const app = await given.group({ reviews });
    app.mail.usually = "paused";
    app.before("ledger.needingAttention", () => Promise.reject(new Error("no table")));
    await expect(app.sweep("hourly")).rejects.toThrow("could not work on 1 things");
    expect(app.metrics.recorded("oldestWaitingLetter")).toEqual([]);
    expect(app.logged("MAIL_ACCOUNT_CLOSED")).toMatchObject([{ reasons: ["sending-paused"] }]);
  });
});
