import { expect, test } from "vitest";
import { lifeOf } from "../fixtures/review-life.ts";
import { brokenAtRest } from "../harness/invariants.ts";
import { secretariat } from "../harness/test-api.ts";
import { startTestSystem } from "../harness/over-http.ts";

test("a delay is answered, and then react can write no letter: the next hourly sweep does, once to each", async () => {
  const api = await startTestSystem();
  const kept = api.contents();
  try {
    await api.startGroup();
    const life = await lifeOf(api, "c1-DE");
    await life.nominate();
    await life.conclude();
    await api.app.rest();
    const away = { effect: "kill", action: "dynamodb:PutItem", resource: "Letters", caller: "react", times: 1000 };
    api.app.faults.add(away);
    const delay = { dueOn: "2021-09-30", reason: "translation" };
    const delayNotice = await life.post("/obligations/questionnaire:DE/delay", life.focalPoint("DE"), delay);
    expect(delayNotice.status).toBe(200);
    await api.app.rest();
    api.app.faults.clear();
    const ofDelay = async () =>
      (await api.pages("/v1/reviews/c1-DE/notices", secretariat, 100)).items.filter(
        ({ kind }: { kind: string }) => kind === "delay-notified",
      );
    expect(await ofDelay()).toEqual([]);
    await life.days(1 / 24);
    await api.app.rest();
    const parties = 1 + life.reviewers.length;
    const states = (await ofDelay()).map(({ state }: { state: string }) => state);
    expect(states).toEqual(Array.from({ length: 2 * parties }, () => "delivered"));
    const mails = api.app.mailbox.find({ limit: 10_000 }).map(({ tags }) => tags["letter"]);
    expect(new Set(mails).size).toBe(mails.length);
    await life.days(1);
    expect(await brokenAtRest(kept)).toEqual([]);
  } finally {
    kept.close();
    await api.close();
  }
});
