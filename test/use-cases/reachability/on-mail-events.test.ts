import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { applyMailEvents } from "../../../lambdas/use-cases/reachability/on-mail-events.ts";
import type { LetterState } from "../../../schemas/model/letter.ts";
import type { MailEvent } from "../../../schemas/model/messages.ts";
import { given, nameDelegate, startOf } from "../../fixtures/group.ts";
import type { TestApp } from "../../harness/test-app.ts";
import { mailEvent } from "../../fakes/mail-service.ts";

const kinds = ["Send", "DeliveryDelay", "Delivery", "Bounce", "TransientBounce", "Complaint", "Reject"] as const;
type Kind = (typeof kinds)[number];
/** From the weakest to the strongest. */
const strength: readonly Kind[] = [
  "DeliveryDelay",
  "Send",
  "Reject",
  "TransientBounce",
  "Delivery",
  "Bounce",
  "Complaint",
];
const means: Readonly<Record<Kind, LetterState>> = {
  Send: "accepted",
  DeliveryDelay: "accepted",
  Reject: "failed",
  Delivery: "delivered",
  Bounce: "bounced",
  TransientBounce: "bounced",
  Complaint: "complained",
};

/** Returns an app with one letter, planned and ordered, and a mail service that sends no reports. */
const oneLetter = async (): Promise<TestApp> => {
  const app = await given.group({ reviews: { FR: [] } });
  await nameDelegate(app, "expert", "FR");
  await app.moveTo("2020-12-01T10:00:00.000Z");
  await startOf(app, "2020-12-01");
  await app.settleStream();
  app.mail.unreported = 100;
  return app;
};
const theLetter = async (app: TestApp) => {
  const [letter] = await app.letters();
  if (letter === undefined) throw new Error("No letter was planned");
  return letter;
};
/** Returns the mail service's name of a kind, with the details that distinguish kinds of one name. */
const detailOf = (kind: string): readonly [eventType: string, detail: object] => {
  if (kind === "TransientBounce") return ["Bounce", { bounce: { bounceType: "Transient" } }];
  return [kind, kind === "Bounce" ? { bounce: { bounceType: "Permanent" } } : {}];
};
const report = async (app: TestApp, kind: string, more: object = {}): Promise<void> => {
  const { id } = await theLetter(app);
  const [eventType, detail] = detailOf(kind);
  app.queues.receipts.put(
    mailEvent(eventType, { letter: id, messageId: "message-1" }, "2020-12-01T10:00:01.000Z", { ...detail, ...more }),
  );
};

const reports = fc.array(fc.constantFrom(...kinds), { maxLength: 10 });

describe("reports of the mail service", () => {
  // "bounced mail shown as success, the silent party never reached" (novu#1247).
  test("end the same in any order and any number, also those that come before our own record", async () => {
    await fc.assert(
      fc.asyncProperty(reports, reports, async (early, late) => {
        const app = await oneLetter();
        app.after("mail.send", async () => {
          for (const kind of early) await report(app, kind);
          await app.settleQueue("receipts");
        });
        await app.settle();
        for (const kind of late) await report(app, kind);
        await app.settle();
        const strongest = strength.findLast((kind) => kind === "Send" || [...early, ...late].includes(kind)) ?? "Send";
        expect((await theLetter(app)).state).toBe(means[strongest]);
        await app.rest();
        expect(app.mail.inbox).toHaveLength(1);
      }),
      { numRuns: 60, seed: 20201201 },
    );
  });

  test("end the same one by one and together, in one writing of the row", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...kinds), { minLength: 1, maxLength: 6 }), async (together) => {
        const app = await oneLetter();
        await app.settle();
        const before = await theLetter(app);
        const [first = "Send", ...others] = together;
        const event = (kind: Kind): MailEvent => {
          const [eventType, detail] = detailOf(kind);
          return mailEvent(
            eventType,
            { letter: before.id, messageId: "message-1" },
            "2020-12-01T10:00:01.000Z",
            detail,
          );
        };
        await applyMailEvents(app.io, [event(first), ...others.map(event)]);
        const strongest = strength.findLast((kind) => kind === "Send" || together.includes(kind)) ?? "Send";
        const current = await theLetter(app);
        expect(current.state).toBe(means[strongest]);
        expect(current.revision - before.revision).toBeLessThanOrEqual(1);
      }),
      { numRuns: 60, seed: 20201201 },
    );
  });

  test("that race for the row are all taken, none is lost", async () => {
    const app = await oneLetter();
    await app.settle();
    const { id } = await theLetter(app);
    const event = (kind: string): MailEvent =>
      mailEvent(kind, { letter: id, messageId: "message-1" }, "2020-12-01T10:00:01.000Z");
    await Promise.all(
      ["Send", "Complaint", "Delivery", "Bounce"].map((kind) => applyMailEvents(app.io, [event(kind)])),
    );
    expect((await theLetter(app)).state).toBe("complained");
  });

  // SES publishes a soft bounce when it has given up trying, which may be half a day after the reminder.
  test("of a transient bounce mean that nothing arrived", async () => {
    const app = await oneLetter();
    await app.settle();
    await report(app, "TransientBounce");
    await app.settle();
    expect(await theLetter(app)).toMatchObject({ state: "bounced", bounceIsTransient: true });
  });

  test.each([
    ["before", ["TransientBounce", "Delivery"]],
    ["after", ["Delivery", "TransientBounce"]],
  ])("of an out-of-office reply, %s that of the delivery, leave the letter delivered", async (_, events) => {
    const app = await oneLetter();
    await app.settle();
    for (const kind of events) await report(app, kind);
    await app.settle();
    expect((await theLetter(app)).state).toBe("delivered");
  });

  test("of a delay that passes are added to the letter's history once, and move it nowhere", async () => {
    const app = await oneLetter();
    await app.settle();
    const before = await theLetter(app);
    const full = { deliveryDelay: { delayType: "MailboxFull" } };
    for (const _ of [1, 2]) await report(app, "DeliveryDelay", full);
    await app.settle();
    const entry = {
      at: "2020-12-01T10:00:01.000Z",
      state: "accepted",
      why: "reported by the mail service: delay, MailboxFull",
    };
    expect(await theLetter(app)).toEqual({
      ...before,
      revision: before.revision + 1,
      history: [...before.history, entry],
    });
    expect(app.logged("RECEIPT_IGNORED")).toHaveLength(1);
  });

  test.each(["Delivery", "Bounce", "Complaint"])("of a delay that come after its end, %s, say nothing", async (end) => {
    const app = await oneLetter();
    await app.settle();
    await report(app, end);
    await app.settle();
    const before = await theLetter(app);
    await report(app, "DeliveryDelay", { deliveryDelay: { delayType: "MailboxFull" } });
    await app.settle();
    expect(await theLetter(app)).toEqual(before);
  });

  test("of a delay that come before our own record show that the letter was accepted", async () => {
    const app = await oneLetter();
    app.mail.next.push("accepts-and-times-out");
    app.after("mail.send", () => report(app, "DeliveryDelay", { deliveryDelay: { delayType: "a word@example.org" } }));
    await app.settle();
    const { state, history } = await theLetter(app);
    expect(state).toBe("accepted");
    expect(history.at(-1)?.why).toBe("reported by the mail service: delay");
    await app.rest();
    expect(app.mail.inbox).toHaveLength(1);
  });

  test.each([
    ["of an unrequested kind", { eventType: "Open" }, undefined],
    ["of a mail that is none of ours", {}, { letter: ["0".repeat(40)] }],
    ["without a letter's id", {}, {}],
    ["with an id that is none", {}, { letter: ["bulletin-7"] }],
  ])("%s are counted and dropped", async (_, detail, tags) => {
    const app = await oneLetter();
    await app.settle();
    const before = await theLetter(app);
    const event = mailEvent(
      "Delivery",
      { letter: before.id, messageId: "message-1" },
      "2020-12-01T10:00:01.000Z",
      detail,
    );
    if (tags !== undefined) event.detail.mail.tags = tags;
    app.queues.receipts.put(event);
    await app.settle();
    expect(await theLetter(app)).toEqual(before);
    expect(app.logged("RECEIPT_IGNORED")).toHaveLength(1);
    expect(app.queues.receipts.messages).toEqual([]);
  });

  test("that cannot be read are put aside after five attempts, and delay no others", async () => {
    const app = await oneLetter();
    await app.settle();
    app.queues.receipts.put({ source: "aws.s3" });
    await report(app, "Delivery");
    await app.rest();
    expect((await theLetter(app)).state).toBe("delivered");
    expect(app.queues.receipts.deadLetters).toHaveLength(1);
  });

  test("survive the function's being killed at any of its calls", async () => {
    for (let call = 1; ; call++) {
      const app = await oneLetter();
      await app.settle();
      await report(app, "Delivery");
      const kill = app.kill("receipts", call);
      await app.rest();
      expect((await theLetter(app)).history.map(({ state }) => state)).toEqual([
        "planned",
        "claimed",
        "accepted",
        "delivered",
      ]);
      if (!kill.happened) break;
    }
  });
});
