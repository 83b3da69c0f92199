import { describe, expect, test } from "vitest";
import { Conflict } from "../../../lambdas/io/ports/commit.ts";
import { engineRunsHere } from "../../io/store/engine.ts";
import { openEngineStore } from "../../io/store/engine-store.ts";
import { mailLines, given, type GroupOptions, nameDelegate, startOf, letterLines } from "../../fixtures/group.ts";
import type { TestApp } from "../../harness/test-app.ts";

/** Returns an app in which one letter to France's mission, about its focal point, is planned and ordered. */
const ordered = async (wanted: Partial<GroupOptions> = {}): Promise<TestApp> => {
  const app = await given.group({ reviews: { FR: [] }, ...wanted });
  await nameDelegate(app, "expert", "FR");
  await app.moveTo("2020-12-01T10:00:00.000Z");
  await startOf(app, "2020-12-01");
  await app.settleStream();
  return app;
};
const theLetter = async (app: TestApp) => {
  const [letter, ...others] = (await app.letters()).filter(({ content }) => "reminderSubject" in content);
  if (letter === undefined || others.length > 0) throw new Error("There is not exactly one letter");
  return letter;
};
/**
 * Returns the lines of reminders. Once the only focal point is named, the consultation begins, which other letters
 * notify.
 */
const reminderLines = async (app: TestApp) =>
  (await letterLines(app)).filter((line) => !line.includes("consultation-opened"));
const remindersIn = ({ mail }: TestApp) => mail.inbox.filter(({ subject }) => !subject.startsWith("Consultation"));
const historyOf = async (app: TestApp) =>
  (await theLetter(app)).history.map(({ at, state }) => `${at.slice(11, 16)} ${state}`);

describe("a timeout after which the acceptance of the mail is unknown", () => {
  test("is settled by the event: nothing is sent again", async () => {
    const app = await ordered();
    app.mail.next.push("accepts-and-times-out");
    await app.moveTo("2020-12-01T20:00:00.000Z");
    expect(await historyOf(app)).toEqual([
      "10:00 planned",
      "10:00 claimed",
      "10:00 unknown",
      "10:00 accepted",
      "10:00 delivered",
    ]);
    expect(app.mail.inbox).toHaveLength(1);
  });

  test("is settled by an event that comes late, as long as the settling time has not passed", async () => {
    const app = await ordered();
    app.mail.next.push("accepts-and-times-out");
    app.queues.receipts.delay = 14 * 60;
    await app.moveTo("2020-12-01T20:00:00.000Z");
    expect(await historyOf(app)).toEqual([
      "10:00 planned",
      "10:00 claimed",
      "10:00 unknown",
      "10:00 accepted",
      "10:00 delivered",
    ]);
    expect(app.mail.inbox).toHaveLength(1);
  });

  // "a rare duplicate beats silence": the documented case.
  test("without an event sends exactly once more after the settling time: the documented duplicate", async () => {
    const app = await ordered();
    app.mail.next.push("accepts-and-times-out");
    app.mail.unreported = 1;
    await app.moveTo("2020-12-01T20:00:00.000Z");
    expect(app.mail.inbox.map(({ at }) => at.slice(11, 16))).toEqual(["10:00", "10:15"]);
    expect((await theLetter(app)).state).toBe("delivered");
  });

  test("of a mail that never left sends it once more, and the mission has one", async () => {
    const app = await ordered();
    app.mail.next.push("times-out");
    await app.moveTo("2020-12-01T20:00:00.000Z");
    expect(app.mail.inbox.map(({ at }) => at.slice(11, 16))).toEqual(["10:15"]);
    expect((await theLetter(app)).state).toBe("delivered");
  });

  test("a second time is left to a person: nothing is sent again, nothing is ordered again", async () => {
    const app = await ordered();
    app.mail.next.push("accepts-and-times-out", "accepts-and-times-out");
    app.mail.unreported = 2;
    await app.moveTo("2020-12-01T12:00:00.000Z");
    const letter = await theLetter(app);
    expect(letter).toMatchObject({ state: "unknown", attentionAt: "9999-12-31T23:59:59.999Z" });
    expect(letter.history.at(-1)).toMatchObject({
      state: "unknown",
      why: "not sent again: it was repeated once already",
    });
    expect(app.logged("LETTER_DELIVERY_UNKNOWN")).toMatchObject([{ letter: letter.id, party: "FR" }]);
    for (const hour of ["13", "14", "15"]) {
      await app.moveTo(`2020-12-01T${hour}:00:00.000Z`);
      const { lettersOrdered } = await app.sweep("full");
      await app.rest();
      expect(lettersOrdered).toBe(0);
    }
    expect(await theLetter(app)).toEqual(letter);
    expect(app.mail.inbox).toHaveLength(2);
  });

  test("ends without a repetition where the obligation was met meanwhile: its delivery need not be known", async () => {
    const app = await ordered();
    app.mail.next.push("times-out");
    await app.settle();
    await nameDelegate(app, "focal-point", "FR");
    await app.moveTo("2020-12-01T20:00:00.000Z");
    const letter = await theLetter(app);
    expect([letter.state, letter.history.at(-1)?.why]).toEqual(["settled", "superseded: done"]);
    expect(app.logged("LETTER_DELIVERY_UNKNOWN")).toEqual([]);
    expect(remindersIn(app)).toEqual([]);
  });

  test("keeps its one repetition when the mail service throttles that, and is not called planned meanwhile", async () => {
    const app = await ordered();
    app.mail.next.push("times-out", "throttles", "throttles");
    await app.moveTo("2020-12-01T10:15:30.000Z");
    expect((await theLetter(app)).state).toBe("unknown");
    await app.moveTo("2020-12-01T20:00:00.000Z");
    expect(app.mail.inbox.map(({ at }) => at.slice(11, 16))).toEqual([expect.stringMatching(/^10:2[1-4]$/u)]);
    expect((await theLetter(app)).state).toBe("delivered");
  });

  test("is not called failed when its repetition is refused: the first may have arrived", async () => {
    const app = await ordered();
    app.mail.next.push("accepts-and-times-out", "refuses");
    app.mail.unreported = 1;
    await app.moveTo("2020-12-01T20:00:00.000Z");
    const letter = await theLetter(app);
    expect([letter.state, letter.history.at(-1)?.why]).toEqual(["unknown", "not sent again: MessageRejected"]);
    expect(app.logged("LETTER_DELIVERY_UNKNOWN")).toHaveLength(1);
  });
});

describe("a mail that was surely not accepted", () => {
  test("because of throttling leaves later, after about twice as long each time, and is never lost", async () => {
    const app = await ordered();
    app.mail.next.push("throttles", "throttles", "throttles");
    await app.moveTo("2020-12-01T20:00:00.000Z");
    expect(app.mail.inbox.map(({ at }) => at.slice(11, 16))).toEqual([expect.stringMatching(/^10:(0[789]|10)$/u)]);
    expect((await theLetter(app)).state).toBe("delivered");
  });

  // A throttled bulk that comes back in step is throttled again.
  test("together with others is not tried again together with them", async () => {
    const app = await given.group({ reviews: { FR: [], DE: [], IT: [], ES: [], IE: [] } });
    for (const party of ["FR", "DE", "IT", "ES", "IE"]) await nameDelegate(app, "expert", party);
    await app.moveTo("2020-12-01T10:00:00.000Z");
    await startOf(app, "2020-12-01");
    await app.settleStream();
    app.mail.next.push("throttles", "throttles", "throttles", "throttles", "throttles");
    await app.settle();
    const again = (await app.letters()).map(({ attentionAt }) => attentionAt);
    expect(again).toHaveLength(5);
    expect(new Set(again).size).toBe(5);
    for (const instant of again)
      expect(instant >= "2020-12-01T10:01:00" && instant <= "2020-12-01T10:01:31").toBe(true);
  });

  test("leaves all the same when the order for the later time is lost", async () => {
    const app = await ordered();
    app.mail.next.push("throttles");
    app.queues.letters.drops = 1;
    await app.moveTo("2020-12-01T11:00:00.000Z");
    expect(app.mail.inbox).toEqual([]);
    await app.sweep("hourly");
    await app.settle();
    expect((await theLetter(app)).state).toBe("delivered");
  });

  test("is no storm through days without mail, however many sweeps and orders there are, and its row stays small", async () => {
    const app = await ordered();
    app.mail.usually = "throttles";
    for (const day of ["02", "03", "04"])
      for (const hour of ["00", "04", "08", "12", "16", "20"]) {
        await app.moveTo(`2020-12-${day}T${hour}:00:30.000Z`);
        await app.sweep("hourly");
        await app.settle();
      }
    expect(app.queues.letters.messages).toHaveLength(1);
    const letter = await theLetter(app);
    expect(letter.claims).toBeLessThanOrEqual(6 * 82 + 5);
    expect(letter.history).toHaveLength(100);
    expect(letter.history[0]).toEqual({ at: "2020-12-01T10:00:00.000Z", state: "planned" });
    app.mail.usually = "accepts";
    await app.moveTo("2020-12-05T01:00:00.000Z");
    expect(app.mail.inbox).toHaveLength(1);
  });

  test("because it is refused for good has failed, with the reason", async () => {
    const app = await ordered();
    app.mail.next.push("refuses");
    await app.moveTo("2020-12-01T20:00:00.000Z");
    expect(await theLetter(app)).toMatchObject({ state: "failed", reason: "MessageRejected" });
    await app.sweep();
    await app.rest();
    expect(app.mail.inbox).toEqual([]);
  });
});

describe("a letter that no recipient should get", () => {
  test("has no mission to go to: skipped, with the reason", async () => {
    const app = await ordered({ withoutMission: ["FR"] });
    await app.settle();
    expect(await letterLines(app)).toEqual(["FR focal-point start skipped(no-address)"]);
  });

  // "reminders nag those who already submitted" (TEAMMATES#7144).
  test("because the obligation was met before it was written is skipped as done", async () => {
    const app = await ordered();
    await nameDelegate(app, "focal-point", "FR");
    await app.settle();
    expect(await reminderLines(app)).toEqual(["FR focal-point start skipped(done)"]);
    expect(remindersIn(app)).toEqual([]);
  });

  // "cron missed a day … several overdue steps collapse into one letter" (invoiceninja#2183).
  test("because the sender was out for so long that a later step has come: one letter and not three", async () => {
    const app = await ordered();
    app.queues.letters.held = true;
    await app.moveTo("2020-12-14T12:00:00.000Z");
    app.queues.letters.held = false;
    await app.moveTo("2020-12-14T13:00:00.000Z");
    expect(await letterLines(app)).toEqual([
      "FR focal-point start skipped(replaced)",
      "FR focal-point d-7 skipped(replaced)",
      "FR focal-point d-1 delivered",
    ]);
  });

  test("because its date has passed in the night waits for the letter of the morning", async () => {
    const app = await ordered();
    await app.moveTo("2020-12-14T07:00:00.000Z");
    app.queues.letters.held = true;
    await app.moveTo("2020-12-15T23:00:00.000Z");
    app.queues.letters.held = false;
    await app.moveTo("2020-12-16T12:00:00.000Z");
    expect(mailLines(app).slice(-1)).toEqual([
      "2020-12-16T08:00 fr Reminder: nomination of a focal point (cluster 1), which was due by 15 December 2020 [RM/c1-g1/FR/focal-point]",
    ]);
    expect((await letterLines(app)).slice(-2)).toEqual([
      "FR focal-point d-1 skipped(replaced)",
      "FR focal-point d+1 delivered",
    ]);
  });
});

describe("a second order", () => {
  // At-least-once delivery: the same order at two senders at once.
  test("that comes while another sender holds the letter leaves it alone, also where no event will report it", async () => {
    const app = await ordered();
    app.mail.unreported = 1;
    app.queues.letters.put({ letter: (await theLetter(app)).id });
    app.after("mail.send", () => app.settleQueue("letters"));
    await app.moveTo("2020-12-01T20:00:00.000Z");
    expect(await historyOf(app)).toEqual(["10:00 planned", "10:00 claimed", "10:00 accepted"]);
    expect(app.mail.inbox).toHaveLength(1);
  });

  test("that comes when the letter was written but not yet claimed finds it claimed, and the first gives way", async () => {
    const app = await ordered();
    app.queues.letters.put({ letter: (await theLetter(app)).id });
    app.before("ledger.claim", () => app.settleQueue("letters"));
    await app.moveTo("2020-12-01T20:00:00.000Z");
    expect(app.mail.inbox).toHaveLength(1);
    expect((await theLetter(app)).claims).toBe(1);
  });
});

describe("a store that is in the way", () => {
  test("busy when the answer is written down: it is written all the same, and nothing is sent twice", async () => {
    const app = await ordered();
    app.mail.unreported = 1;
    for (const _ of [1, 2]) app.before("ledger.move", () => Promise.reject(new Conflict("busy", "busy")));
    await app.moveTo("2020-12-01T20:00:00.000Z");
    expect(await historyOf(app)).toEqual(["10:00 planned", "10:00 claimed", "10:00 accepted"]);
    expect(app.mail.inbox).toHaveLength(1);
  });

  test("busy when the letter is claimed: the order comes again, and nothing is skipped", async () => {
    const app = await ordered();
    app.before("ledger.claim", () => Promise.reject(new Error("the claim met another transaction")));
    await app.moveTo("2020-12-01T20:00:00.000Z");
    expect(app.mail.inbox.map(({ at }) => at.slice(11, 16))).toEqual(["10:06"]);
  });

  test("with a row that it cannot read for a while: the letter is not given up for that", async () => {
    const app = await ordered();
    app.before("store.mission", () => Promise.reject(new TypeError("The stored mission cannot be read")));
    await app.moveTo("2020-12-01T20:00:00.000Z");
    expect((await theLetter(app)).state).toBe("delivered");
  });
});

describe.runIf(engineRunsHere)("an obligation that is met between writing and claiming, on the engine", () => {
  const emptyStore = openEngineStore();

  // Guarantee 5: no claim after completion committed.
  test("ends the letter as done: its claim is refused by the database", async () => {
    const app = await ordered({ kept: await emptyStore() });
    app.before("ledger.claim", () => nameDelegate(app, "focal-point", "FR"));
    await app.settle();
    expect(await reminderLines(app)).toEqual(["FR focal-point start skipped(done)"]);
    expect(remindersIn(app)).toEqual([]);
    expect((await theLetter(app)).claims).toBe(0);
    expect(app.lateClaims).toEqual([]);
  });

  test("in one of two reviews writes the letter again, for the other only", async () => {
    const app = await given.group({ reviews: { FR: [], DE: ["FR"] }, kept: await emptyStore() });
    await nameDelegate(app, "expert", "FR");
    await nameDelegate(app, "focal-point", "DE", { number: 101 });
    await nameDelegate(app, "expert", "DE", { number: 102 });
    await app.moveTo("2020-12-01T10:00:00.000Z");
    await startOf(app, "2020-12-01");
    await app.settleStream();
    app.before("ledger.claim", () => nameDelegate(app, "focal-point", "FR", { number: 103, in: ["FR"] }));
    await app.settle();
    expect(await reminderLines(app)).toEqual(["FR focal-point start delivered"]);
    expect(remindersIn(app)).toHaveLength(1);
    expect(remindersIn(app)[0]?.text).toContain("c1-DE");
    expect(remindersIn(app)[0]?.text).not.toContain("c1-FR");
    expect(app.lateClaims).toEqual([]);
  });
});
