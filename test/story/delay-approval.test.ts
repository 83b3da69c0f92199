import { beforeAll, describe, expect, test, vi } from "vitest";
import type * as Policy from "../../domain/base/policy.ts";
import { type InProcess, openInProcess } from "../permissions/in-process.ts";
import type { Answer } from "../harness/contract.ts";
import { brokenAtRest, brokenNow } from "../harness/invariants.ts";
import { type Life, lifeOf } from "../fixtures/review-life.ts";
import { freshKey, missionOf, secretariat, startGroup } from "../harness/test-api.ts";
import { findingsOf } from "../harness/verification.ts";

/** From the first of June 2021 a delay needs the secretariat's approval; until then as the policy of today says. */
vi.mock("../../domain/base/policy.ts", async (original) => {
  const policy = await original<typeof Policy>();
  const approved = { effectiveFrom: "2021-06-01", sources: ["D"], value: true };
  return { ...policy, delayApproval: [...policy.delayApproval, approved] };
});

/** Ireland, reviewed by France and Chad, owes its answers by 10 June 2021. */
let api: InProcess;
let life: Life;
let known = new Set<string>();
beforeAll(async () => {
  api = await openInProcess();
  api.behind.mail.usually = "accepts";
  await startGroup(api);
  life = await lifeOf(api, "c1-IE");
  await life.nominate();
  await api.app.moveTo("2020-12-10T12:00:00.000Z");
  await life.conclude();
  await api.app.moveTo("2021-05-31T12:00:00.000Z");
  await readNewLetters();
});

const path = "/obligations/questionnaire:IE/delay";
const tell = (dueOn: string, as = missionOf("IE"), more = {}) =>
  life.post(path, as, { dueOn, reason: "translation" }, more);
const approve = (dueOn: string, more = {}) => life.post(`${path}/approval`, secretariat, { dueOn }, more);
const refuse = (dueOn: string, reason: string, more = {}) =>
  life.post(`${path}/refusal`, secretariat, { dueOn, reason }, more);
const answered = ({ status, problem }: Answer) => problem ?? status;
const duty = () => life.obligation("questionnaire:IE");
const worklist = async () => (await api.get("/v1/worklist?kind=delay-to-approve", secretariat)).body.items;

/** Letters of these kinds about the review since this was last asked, by the party that they went to. */
const readNewLetters = async (...kinds: readonly string[]): Promise<readonly string[]> => {
  await api.app.rest();
  const letters = (await api.behind.letters()).filter(({ id }) => !known.has(id));
  known = new Set([...known, ...letters.map(({ id }) => id)]);
  return letters
    .filter(({ content }) => kinds.includes(content.kind))
    .map(({ content, party, recipient, state }) => `${content.kind} ${party} ${recipient.kind} ${state}`)
    .toSorted();
};
const rungs = async (): Promise<readonly string[]> => {
  const { body } = await api.get(life.at("/reminder-plan?obligation=questionnaire:IE"), secretariat);
  return body.obligations[0].reminders.map(({ leavesAt }: { leavesAt: string }) => leavesAt.slice(0, 10));
};
const expectWhole = async () => {
  await api.behind.sweep("full");
  await api.app.rest();
  expect([...(await brokenNow(api.behind)), ...(await brokenAtRest(api.behind))]).toEqual([]);
  expect(await findingsOf(api.behind)).toEqual([]);
};

describe("a delay", () => {
  test("that is told of before the edition moves the date at once, and all parties are told", async () => {
    expect(answered(await tell("2021-06-20"))).toBe(200);
    expect(await duty()).toMatchObject({ dueAt: "2021-06-20T21:59:59.999Z", generation: 2 });
    expect(await readNewLetters("delay-notified")).toHaveLength(6);
    expect(answered(await approve("2021-06-20"))).toBe("no-delay-waiting");
  });

  test("that is told of afterwards waits: no date moves, nobody is told, no reminder is another", async () => {
    await api.app.moveTo("2021-06-02T12:00:00.000Z");
    const before = await rungs();
    const key = freshKey();
    const first = await tell("2021-08-31", missionOf("IE"), { key });
    expect(answered(first)).toBe(200);
    expect((await tell("2021-08-31", missionOf("IE"), { key })).text).toBe(first.text);
    expect(await duty()).toMatchObject({
      dueAt: "2021-06-20T21:59:59.999Z",
      generation: 2,
      delayAsked: { dueOn: "2021-08-31", reason: "translation", beyondRules: true },
    });
    expect([await readNewLetters("delay-notified", "delay-refused"), await rungs()]).toEqual([[], before]);
    await expectWhole();
  });

  test("is on the secretariat's worklist, with what it asks for and how to rule on it", async () => {
    expect(await worklist()).toEqual([
      {
        kind: "delay-to-approve",
        cluster: 1,
        id: "c1-IE#questionnaire:IE",
        since: expect.stringMatching(/^2021-06-02T12:00/u),
        todo: "Approve the delay that the party told of, or refuse it with the reason.",
        party: "IE",
        partyName: "Ireland",
        review: "c1-IE",
        duty: "questionnaire",
        obligation: "questionnaire:IE",
        delay: {
          dueOn: "2021-08-31",
          reason: "translation",
          at: expect.stringMatching(/^2021-06-02T12:00/u),
          beyondRules: true,
        },
        dueAt: "2021-06-20T21:59:59.999Z",
        dueOn: "2021-06-20",
        actions: [
          { action: "review.read", operationId: "getReview", method: "GET", path: "/v1/reviews/c1-IE" },
          { action: "delay.approve", operationId: "approveDelay", method: "POST", path: life.at(`${path}/approval`) },
          { action: "delay.refuse", operationId: "refuseDelay", method: "POST", path: life.at(`${path}/refusal`) },
        ],
      },
    ]);
  });

  test("is ruled on by the day that was read: after a newer one the older is none that waits", async () => {
    const { version } = await life.read();
    expect(answered(await tell("2021-09-30", life.focalPoint("IE")))).toBe(200);
    const stale = await approve("2021-08-31");
    expect([answered(stale), stale.status, stale.body.waiting]).toEqual(["no-delay-waiting", 409, "2021-09-30"]);
    expect(answered(await approve("2021-09-30", { match: `"v${version}"` }))).toBe("stale-version");
    expect(answered(await refuse("2021-09-30", " "))).toBe("invalid-request");
    expect(answered(await life.post(`${path}/refusal`, secretariat, { dueOn: "2021-09-30" }))).toBe("invalid-request");
    for (const as of [missionOf("IE"), life.focalPoint("IE"), life.focalPoint("FR")])
      expect(answered(await life.post(`${path}/approval`, as, { dueOn: "2021-09-30" }))).toBe("not-yours");
    expect(await worklist()).toHaveLength(1);
  });

  test("that is refused leaves the date; its party is told why, and may tell of another", async () => {
    const key = freshKey();
    const { version } = await life.read();
    const first = await refuse("2021-09-30", "The reviewers cannot wait so long", { key, match: `"v${version}"` });
    expect(answered(first)).toBe(200);
    const again = await refuse("2021-09-30", "The reviewers cannot wait so long", { key, match: `"v${version}"` });
    expect([again.text, (await life.read()).version]).toEqual([first.text, version + 1]);
    expect(answered(await refuse("2021-09-30", "Once more"))).toBe("no-delay-waiting");
    expect(await duty()).toMatchObject({
      dueAt: "2021-06-20T21:59:59.999Z",
      delayRefused: { dueOn: "2021-09-30", reason: "The reviewers cannot wait so long" },
    });
    expect(await readNewLetters("delay-notified", "delay-refused")).toEqual([
      "delay-refused IE mission delivered",
      "delay-refused IE user delivered",
    ]);
    expect(api.behind.mail.inbox.filter(({ text }) => text.includes("The reviewers cannot wait so long"))).toHaveLength(
      2,
    );
    expect(await worklist()).toEqual([]);
  });

  test("that is approved moves the date, tells all parties and sets the reminders anew", async () => {
    expect(answered(await tell("2021-07-31"))).toBe(200);
    const key = freshKey();
    const first = await approve("2021-07-31", { key });
    expect(answered(first)).toBe(200);
    expect((await approve("2021-07-31", { key })).text).toBe(first.text);
    expect(answered(await approve("2021-07-31"))).toBe("no-delay-waiting");
    const { delayAsked, delayRefused, ...moved } = await duty();
    expect([delayAsked, delayRefused]).toEqual([undefined, undefined]);
    expect(moved).toMatchObject({
      dueAt: "2021-07-31T21:59:59.999Z",
      originalDueAt: "2021-06-10T21:59:59.999Z",
      generation: 3,
      delayReason: "translation",
      beyondRules: true,
    });
    expect(await readNewLetters("delay-notified", "delay-refused")).toEqual(
      ["FR", "IE", "TD"].flatMap((party) =>
        ["mission", "user"].map((who) => `delay-notified ${party} ${who} delivered`),
      ),
    );
    expect((await rungs()).slice(0, 3)).toEqual(["2021-07-03", "2021-07-24", "2021-07-30"]);
    expect(await worklist()).toEqual([]);
    await expectWhole();
  });

  test("is approved no more once its day is over, nor once the answers are in", async () => {
    expect(answered(await tell("2021-08-10"))).toBe(200);
    await api.app.moveTo("2021-08-10T12:00:00.000Z");
    const over = await approve("2021-08-10");
    expect([answered(over), over.body.earliest]).toEqual(["date-too-early", "2021-08-11"]);
    expect(answered(await tell("2021-08-20"))).toBe(200);
    await life.submit();
    expect(answered(await approve("2021-08-20"))).toBe("no-delay-waiting");
    expect(await worklist()).toEqual([]);
    await expectWhole();
  });
});
