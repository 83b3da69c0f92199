import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { untilNoConflict } from "../../harness/conflicts.ts";
import { freshKey, missionOf, personOf, secretariat } from "../../harness/test-api.ts";
import { each, type Story, storyOf } from "./story.ts";

/** Ireland's focal point is removed without a successor when the answers are about to be submitted. */
let story: Story;
let drafts: readonly { instrument: string; version: number }[] = [];
beforeAll(async () => {
  story = await storyOf("c1-IE");
  await story.nominate();
  await story.to("2020-12-10");
  await story.conclude();
  await story.to("2021-03-01");
  drafts = await story.draftAnswers();
  await story.readNewLetters();
});
afterAll(() => story.close());

const old = "focal-point@ie.example.org";
const submitting = (as: string) => ["POST", story.at("/answers/submission"), { as, body: { drafts } }] as const;
const readMandateId = async (party: string) =>
  (await story.read()).seats
    .find((seat: any) => seat.party === party)
    .mandates.find(({ role }: any) => role === "focal-point").id;
const remove = (party: string, mandate: string) =>
  story.api.request("POST", `/v1/parties/${party}/mandates/${mandate}/removal`, {
    as: missionOf(party),
    key: freshKey(),
    body: {},
  });
const name = (party: string, email: string) =>
  story.api.request("POST", `/v1/parties/${party}/mandates`, {
    as: missionOf(party),
    key: freshKey(),
    body: {
      role: "focal-point",
      person: { ...personOf(party, "focal-point"), name: `The one at ${email.replaceAll(/[@.]/gu, " ")}`, email },
      reviews: ["c1-IE"],
    },
  });

describe("a focal point who is removed right before the submission", () => {
  test("leaves the stage as it is, and an obligation of two weeks that holds the review up", async () => {
    const removed = await remove("IE", await readMandateId("IE"));
    expect([removed.status, removed.body.successor]).toEqual([200, undefined]);
    const { stage, blockedBy } = await story.read();
    expect([stage, blockedBy.map(({ party, kind, dueAt }: any) => [party, kind, dueAt])]).toEqual([
      "questionnaire",
      [
        ["IE", "focal-point", "2021-03-15T22:59:59.999Z"],
        ["IE", "questionnaire", "2021-06-10T21:59:59.999Z"],
      ],
    ]);
    expect(await story.obligation("focal-point:IE")).toMatchObject({
      state: "open",
      generation: 2,
      openedOn: "2021-03-01",
    });
    expect(await story.readNewLetters()).toEqual([
      "focal-point start to mission@ie",
      "mandate-ended to focal-point@ie",
    ]);
  });

  test("is requested by a letter with the true day of the start of the review and of the removal", async () => {
    const mails = story.api.app.mailbox.find({ limit: 10_000 });
    const letter = mails.find(({ to, subject }) => to[0] === missionOf("IE") && subject.includes("focal point"));
    const text = letter?.text.replace(/\s+/g, " ");
    expect(text).toContain("that is listed below, which started on 1 December 2020.");
    expect(text).toContain(
      "The service of the last focal point of Ireland in the review listed below ended on 1 March 2021, and no successor has been recorded.",
    );
    expect(text).not.toMatch(/started on 1 March|onsultation/);
  });

  test("cannot submit any more, nor can the expert, the mission or the secretariat", async () => {
    await story.api.expectRefusal(submitting(old), { status: 404, problem: "not-found" });
    for (const as of [story.expert("IE"), missionOf("IE")])
      await story.api.expectRefusal(submitting(as), { status: 403, problem: "not-yours" });
    await story.api.expectRefusal(submitting(secretariat), { status: 403, problem: "source-missing" });
    expect(await story.actions(story.expert("IE"))).toEqual(["answers.draft"]);
    expect(await story.actions(missionOf("IE"))).toContain("focal-point.name");
  });

  test("is requested again by the reminder schedule of nominations", async () => {
    await story.to("2021-03-17");
    expect(await story.readNewLetters()).toEqual(
      each(["focal-point d+1", "focal-point d-1", "focal-point d-7"], ["mission@ie"]),
    );
    expect(await story.blockers()).toEqual(["IE focal-point overdue", "IE questionnaire"]);
  });

  test("is followed by a new one, who finds the drafts and submits them", async () => {
    expect((await name("IE", "second@ie.example.org")).status).toBe(201);
    expect(await story.readNewLetters()).toEqual(["handover to second@ie"]);
    expect((await story.obligation("focal-point:IE")).state).toBe("met");
    expect(await story.blockers()).toEqual(["IE questionnaire"]);
    const submitted = await story.api.request(...submitting("second@ie.example.org"));
    expect([submitted.status, submitted.body.stage]).toEqual([200, "feedback"]);
    await story.api.expectRefusal(submitting(old), { status: 404, problem: "not-found" });
  });
});

describe("a seat that is vacant when the last of a stage happens", () => {
  test("keeps the review in its stage: clearances stay, and the step follows the new name", async () => {
    expect((await remove("TD", await readMandateId("TD"))).status).toBe(200);
    await story.clear("FR");
    const chad = [
      "POST",
      story.at("/feedback/TD/clearance"),
      { as: story.expert("TD"), body: { drafts: await story.draftFeedback("TD") } },
    ] as const;
    await story.api.expectRefusal(chad, { status: 403, problem: "not-yours" });
    expect(await story.blockers()).toEqual(["TD focal-point", "TD feedback"]);
    expect((await name("TD", "second@td.example.org")).status).toBe(201);
    await story.api.app.rest();
    expect((await remove("FR", await readMandateId("FR"))).status).toBe(200);
    const cleared = await story.api.request("POST", story.at("/feedback/TD/clearance"), {
      ...chad[2],
      as: "second@td.example.org",
    });
    expect([cleared.status, cleared.body.stage]).toEqual([200, "feedback"]);
    expect(await story.blockers()).toEqual(["FR focal-point"]);
    await story.to("2021-03-20");
    expect((await story.read()).stage).toBe("feedback");
    expect((await name("FR", "second@fr.example.org")).status).toBe(201);
    const { stage, stageSince } = await story.read();
    expect([stage, stageSince.slice(0, 10)]).toEqual(["observations", "2021-03-20"]);
  });
});

describe("a removal and a clearance that come at the same moment", () => {
  test("leave one of the two orders, whichever was faster", async () => {
    const version = await story.list();
    for (const [party, email] of [
      ["IE", "second@ie"],
      ["TD", "second@td"],
      ["FR", "second@fr"],
    ] as const) {
      const mandate = await readMandateId(party);
      const before = (await story.read()).version;
      const [removed, agreed] = await Promise.all([
        untilNoConflict(() => remove(party, mandate)),
        untilNoConflict(() => story.post("/observations/agreements", `${email}.example.org`, { version })),
      ]);
      expect(removed.status).toBe(200);
      expect([200, 404]).toContain(agreed.status);
      const { obligations, observations, version: after } = await story.read();
      const obligation = obligations.find(({ id }: any) => id === `agreement:${party}`);
      const faster = agreed.status === 200;
      expect([obligation.state, observations.agreedBy.some((one: any) => one.party === party)]).toEqual([
        faster ? "met" : "open",
        faster,
      ]);
      expect(after).toBe(before + (faster ? 2 : 1));
      expect(await story.blockers()).toContain(`${party} focal-point`);
    }
  });

  test("never publish a list without the agreement of every party, nor while a seat is vacant", async () => {
    const { version, awaitedFrom } = (await story.read()).observations;
    const publishing = ["POST", story.at("/observations/publication"), { as: secretariat, body: { version } }] as const;
    const refusal = awaitedFrom.length > 0 ? "not-agreed" : "focal-point-missing";
    await story.api.expectRefusal(publishing, { status: 409, problem: refusal });
    expect(await story.actions(secretariat)).not.toContain("observations.publish");
    for (const party of ["IE", "TD", "FR"]) {
      const email = `third@${party.toLowerCase()}.example.org`;
      expect((await name(party, email)).status).toBe(201);
      await story.api.app.rest();
      const agreed = await story.post("/observations/agreements", email, { version });
      expect(agreed.status).toBe(200);
    }
    expect((await story.publish(version)).body).toMatchObject({ stage: "concluded", blockedBy: [] });
    await story.holds();
  });
});
