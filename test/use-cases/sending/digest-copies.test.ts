import { describe, expect, test } from "vitest";
import { conclude, delay, openDigestWeek, mailsTo, rowsOf } from "../../fixtures/digest-week.ts";
import type { TestApp } from "../../harness/test-app.ts";

describe("a copy is known as one", () => {
  /** Sends every ordered letter before the function that planned it continues. */
  const hasty = (app: TestApp): void =>
    app.after("letterQueues.order", async () => {
      await app.settleQueue("letters");
      hasty(app);
    });

  test("by a sender that is faster than who plans the letters to its mission and its focal point", async () => {
    const app = await openDigestWeek();
    hasty(app);
    await conclude(app, "FR");
    await conclude(app, "JP");
    await app.settle();
    await delay(app, "JP", "2021-09-30");
    await app.settle();
    expect(mailsTo(app, "FR")).toEqual([]);
    expect(await rowsOf(app, "FR")).toEqual(["delay-notified skipped(digest)", "digest planned"]);
  });

  test("also where the sweep plans them, because the stream did not deliver the facts", async () => {
    const app = await openDigestWeek();
    await conclude(app, "FR");
    app.stream.pending.splice(0);
    hasty(app);
    await app.sweep("hourly");
    await app.settle();
    expect(mailsTo(app, "FR")).toEqual([]);
    const agreed = (await app.letters()).filter(
      ({ content, recipient }) =>
        content.kind === "consultation-agreed" && recipient.kind === "mission" && recipient.party === "FR",
    );
    expect(agreed.map(({ reason }) => reason)).toEqual(["digest"]);
  });
});
