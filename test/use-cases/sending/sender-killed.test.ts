import { describe, expect, test } from "vitest";
import type { Letter, LetterState } from "../../../schemas/model/letter.ts";
import { given, nameDelegate, startOf } from "../../fixtures/group.ts";
import type { TestApp } from "../../harness/test-app.ts";
import type { MailFate } from "../../fakes/mail-service.ts";

/** Returns an app with exactly one letter planned, its order on the queue, and nothing sent yet. */
const oneLetter = async (): Promise<TestApp> => {
  const app = await given.group({ reviews: { FR: [] } });
  await nameDelegate(app, "expert", "FR");
  await app.moveTo("2020-12-01T10:00:00.000Z");
  await startOf(app, "2020-12-01");
  await app.settleStream();
  // So little that a slot has to be taken.
  app.mail.permit = { ...app.mail.permit, perSecond: 200 };
  expect([(await app.letters()).length, app.queues.letters.messages.length]).toEqual([1, 1]);
  return app;
};
const letterOf = async (app: TestApp): Promise<Letter> => {
  const [letter] = await app.letters();
  if (letter === undefined) throw new Error("No letter was planned");
  return letter;
};

interface Case {
  readonly fate: MailFate;
  readonly event: "reported" | "unreported";
  /**
   * The way in which the system continues: by the redelivered order, or by its sweep alone because the order is lost as
   * well.
   */
  readonly by: "redelivery" | "sweep";
  /** The way in which orders and reports come: as they were sent, or each twice and the last first. */
  readonly messages: "once" | "twice and out of order";
}
const fates = ["accepts", "accepts-and-times-out", "times-out", "throttles", "refuses"] as const;
const events = ["reported", "unreported"] as const;
const ways = ["redelivery", "sweep"] as const;
const manners = ["once", "twice and out of order"] as const;
const cases: readonly Case[] = fates.flatMap((fate) =>
  events.flatMap((event) => ways.flatMap((by) => manners.map((messages) => ({ fate, event, by, messages })))),
);

/** The last step that the sender had reached. */
type Progress = "not-claimed" | "claimed" | "sent" | "recorded";
const progressOf = (calls: readonly string[]): Progress => {
  if (calls.includes("ledger.move")) return "recorded";
  if (calls.includes("mail.send")) return "sent";
  return calls.includes("ledger.claim") ? "claimed" : "not-claimed";
};

interface Ending {
  readonly state: LetterState;
  readonly mails: number;
}
/** The one documented case: accepted, then a crash or timeout, and the event lost, or later than a quarter of an hour. */
const twice: Ending = { state: "delivered", mails: 2 };
const waitsForAPerson = (mails: number): Ending => ({ state: "unknown", mails });

/** Returns the required end, by the rules of the ledger. The mail service works again after the one fate. */
const expected = ({ fate, event }: Case, progress: Progress): Ending => {
  const once: Ending = { state: event === "reported" ? "delivered" : "accepted", mails: 1 };
  // A claim whose mail never left counts as the first try: the fate then meets the one repetition.
  const repetition = progress === "claimed";
  switch (fate) {
    case "accepts":
      return event === "unreported" && progress === "sent" ? twice : once;
    case "accepts-and-times-out":
      if (event === "reported") return once;
      return repetition ? waitsForAPerson(1) : twice;
    case "times-out":
      return repetition ? waitsForAPerson(0) : once;
    case "throttles":
      return once;
    case "refuses":
      if (progress === "sent") return once;
      return repetition ? waitsForAPerson(0) : { state: "failed", mails: 0 };
  }
};

const resume = async (app: TestApp) => {
  await app.rest();
  for (const hour of ["11", "12"]) {
    await app.moveTo(`2020-12-01T${hour}:30:00.000Z`);
    await app.sweep("hourly");
    await app.rest();
  }
};

const endless = 1_000_000;

/** Plays one case with the sender killed at its n-th call; undefined when it does not get that far. */
const play = async (one: Case, call: number) => {
  const app = await oneLetter();
  app.mail.next.push(one.fate);
  app.mail.unreported = one.event === "unreported" ? 1 : 0;
  const isTwice = one.messages !== "once";
  app.queues.receipts.duplicates = isTwice ? endless : 0;
  app.queues.receipts.reversed = isTwice;
  const kill = app.kill("send", call);
  await app.settleQueue("letters");
  if (!kill.happened) return undefined;
  const calls = app.callsOf("send");
  if (one.by === "sweep") app.queues.letters.clear();
  else if (isTwice) app.queues.letters.put({ letter: (await letterOf(app)).id });
  app.queues.letters.duplicates = isTwice ? endless : 0;
  app.queues.letters.reversed = isTwice;
  await resume(app);
  return { app, calls, letter: await letterOf(app) };
};

describe("a claim whose sender died", () => {
  test("is given up when its order comes again, and the letter leaves a quarter of an hour later, without a sweep", async () => {
    const app = await oneLetter();
    const kill = app.kill("send", 13);
    await app.settleQueue("letters");
    expect([kill.happened, app.mail.inbox.length]).toEqual([true, 0]);
    await app.moveTo("2020-12-01T10:45:00.000Z");
    expect(app.mail.inbox).toHaveLength(1);
    expect((await letterOf(app)).history.map(({ state, why }) => why ?? state)).toContain("the lease ran out");
  });
});

describe("a sender that is killed", () => {
  // "one bulletin mailed 100 times because a failing step re-ran the batch" (nasa-gcn/gcn.nasa.gov#3662).
  test.each(cases)(
    "between any two of its steps, while the mail service $fate ($event) and messages come $messages, leaves a row that $by ends right",
    async (one) => {
      const seen: Progress[] = [];
      for (let call = 1; ; call++) {
        const played = await play(one, call);
        if (played === undefined) break;
        const { app, calls, letter } = played;
        const progress = progressOf(calls);
        seen.push(progress);
        const about = `killed after ${calls.at(-1) ?? "nothing"} (${letter.history.map(({ state }) => state).join(" ")})`;
        const ending: Ending = { state: letter.state, mails: app.mail.inbox.length };
        expect({ about, ...ending }).toEqual({ about, ...expected(one, progress) });
        expect(app.queues.letters.deadLetters).toEqual([]);
        // Nothing more happens, however often it is swept.
        await app.sweep();
        await app.rest();
        expect(app.mail.inbox).toHaveLength(ending.mails);
        expect(await letterOf(app)).toEqual(letter);
      }
      expect([...new Set(seen)]).toEqual(["not-claimed", "claimed", "sent", "recorded"]);
    },
  );

  test("has these steps: where one is added, the cases above kill it there as well", async () => {
    const app = await oneLetter();
    await app.settleQueue("letters");
    expect(app.callsOf("send")).toEqual([
      "ledger.letter",
      "ledger.restoration",
      "store.loadMany",
      "store.mission",
      "store.load",
      "ledger.mark",
      "store.loadMany",
      "slots.read",
      "permits.read",
      "slots.replace",
      "timer.until",
      "ledger.claim",
      "timer.until",
      "mail.send",
      "ledger.move",
    ]);
  });
});

describe("the one documented duplicate", () => {
  test("needs all three: accepted, a crash before that was recorded, and no event about it", async () => {
    const killedAfter = async (steps: number, unreported: number) => {
      const app = await oneLetter();
      app.mail.unreported = unreported;
      app.kill("send", steps + 1);
      await app.settle();
      await resume(app);
      return { mails: app.mail.inbox.length, history: (await letterOf(app)).history.map(({ state }) => state) };
    };
    const [sent, recorded] = [14, 15];
    expect(await killedAfter(sent, 1)).toEqual({
      mails: 2,
      history: ["planned", "claimed", "unknown", "claimed", "accepted", "delivered"],
    });
    expect(await killedAfter(sent, 0)).toEqual({ mails: 1, history: ["planned", "claimed", "accepted", "delivered"] });
    expect(await killedAfter(recorded, 1)).toEqual({ mails: 1, history: ["planned", "claimed", "accepted"] });
  });
});
