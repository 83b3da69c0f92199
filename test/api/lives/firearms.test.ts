import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { freshKey, missionOf, secretariat } from "../../harness/test-api.ts";
import { each, type Story, storyOf } from "./story.ts";

/** Sweden is reviewed by Germany and Syria; Spain and Barbados were drawn for the Firearms Protocol alone. */
let story: Story;
beforeAll(async () => {
  story = await storyOf("c1-SE");
  await story.nominate();
  await story.to("2020-12-10");
  await story.conclude();
  await story.to("2021-01-20");
});
afterAll(() => story.close());

const es = { focalPoint: "focal-point@es.example.org", expert: "expert@es.example.org" };
const get = (path: string, as: string) => story.api.get(story.at(path), as);
const texts = async (path: string, as: string) =>
  (await get(path, as)).body.texts.map(({ instrument }: any) => instrument);
const put = (path: string, as: string, match = '"v0"') =>
  ["PUT", story.at(path), { as, match, body: { text: "A draft" } }] as const;

describe("a reviewer for firearms only", () => {
  test("sees seats, obligations and stage of the whole review, and no draft of answers", async () => {
    expect(story.reviewers.find(({ party }) => party === "ES")?.instruments).toEqual(["FP"]);
    const [own, all] = [await story.read(es.expert), await story.read(secretariat)];
    expect(own.seats.map(({ party, instruments }: any) => [party, instruments])).toEqual(
      all.seats.map(({ party, instruments }: any) => [party, instruments]),
    );
    expect(own.obligations).toEqual(all.obligations);
    await story.draftAnswers();
    expect((await get("/answers/drafts", es.expert)).status).toBe(403);
  });

  test("reads the answers on firearms when they are in, the others theirs", async () => {
    const answers = await get("/answers/drafts", story.focalPoint("SE"));
    const drafts = answers.body.items.map(({ instrument, version }: any) => ({ instrument, version }));
    await story.post("/answers/submission", story.focalPoint("SE"), { drafts });
    expect((await story.read()).stage).toBe("feedback");
    expect(await texts("/answers", es.expert)).toEqual(["FP"]);
    expect(await texts("/answers", story.expert("BB"))).toEqual(["FP"]);
    expect(await texts("/answers", story.expert("SY"))).toEqual(["UNTOC", "TIP", "SOM"]);
    expect(await texts("/answers", story.expert("SE"))).toEqual(["UNTOC", "TIP", "SOM", "FP"]);
    const letters = (await story.readNewLetters()).filter((letter) => letter.startsWith("answers-received"));
    expect(letters).toEqual(
      each(
        ["answers-received"],
        story.reviewers.flatMap(({ party }) =>
          ["expert", "focal-point"].map((role) => `${role}@${party.toLowerCase()}`),
        ),
      ).toSorted(),
    );
    const [mail] = story.api.app.mailbox.find({ to: es.expert });
    expect(mail?.text).toContain("Firearms");
    expect(mail?.text).not.toMatch(/Trafficking in Persons|Smuggling/u);
  });

  test("drafts feedback on firearms alone, for itself alone", async () => {
    const foreign = { status: 422, problem: "instrument-not-reviewed", more: { instruments: ["FP"] } } as const;
    await story.api.expectRefusal(put("/feedback/ES/drafts/TIP", es.expert), foreign);
    await story.api.expectRefusal(put("/feedback/BB/drafts/FP", es.expert), { status: 403, problem: "not-yours" });
    // The party under review gives no feedback: there is no such draft, for a reviewer, for itself and for the secretariat.
    const none = { status: 404, problem: "not-found" } as const;
    const callers = [es.expert, story.focalPoint("SE"), story.expert("SE"), missionOf("SE"), secretariat];
    for (const as of callers) {
      await story.api.expectRefusal(["GET", story.at("/feedback/SE/drafts/FP"), { as }], none);
      await story.api.expectRefusal(put("/feedback/SE/drafts/FP", as), none);
    }
    await story.draftFeedback("SY");
    expect((await story.api.request(...put("/feedback/ES/drafts/FP", es.expert))).status).toBe(200);
    const { items } = (await get("/feedback/drafts", es.expert)).body;
    expect(items.map(({ party, instrument }: any) => [party, instrument])).toEqual([["ES", "FP"]]);
    expect((await get("/feedback/SY/drafts/UNTOC", es.expert)).problem).toBe("instrument-not-reviewed");
  });

  test("clears firearms alone, by its focal point", async () => {
    const clearing = (as: string, ...drafts: readonly object[]) =>
      ["POST", story.at("/feedback/ES/clearance"), { as, body: { drafts } }] as const;
    const [fp, tip] = [
      { instrument: "FP", version: 1 },
      { instrument: "TIP", version: 1 },
    ];
    await story.api.expectRefusal(clearing(es.expert, fp), { status: 403, problem: "not-yours" });
    await story.api.expectRefusal(clearing(es.focalPoint), {
      status: 422,
      problem: "incomplete",
      more: { missing: ["FP"] },
    });
    await story.api.expectRefusal(clearing(es.focalPoint, fp, tip), {
      status: 422,
      problem: "instrument-not-reviewed",
      more: { instruments: ["FP"] },
    });
    const clarification = await story.post("/clarifications", es.expert, { text: "Of marking?" }, { key: freshKey() });
    expect([clarification.status, clarification.body.askedBy]).toEqual([201, "ES"]);
    const cleared = await story.api.request(...clearing(es.focalPoint, fp));
    expect([cleared.status, cleared.body.stage]).toEqual([200, "feedback"]);
    expect(cleared.body.feedback).toMatchObject([{ party: "ES", instruments: ["FP"] }]);
    const actions = await story.actions(es.focalPoint);
    expect(actions).toEqual(expect.not.arrayContaining(["feedback.clear", "feedback.draft"]));
    expect(actions).toContain("clarification.ask");
  });

  test("requests clarifications after its own clearance too, as long as the others have not cleared", async () => {
    const more = await story.post("/clarifications", es.expert, { text: "And of export?" }, { key: freshKey() });
    expect([more.status, more.body.number]).toEqual([201, 2]);
  });

  test("takes its question back before it is answered, and not a second time", async () => {
    const withdraw = () => story.post("/clarifications/2/withdrawal", es.focalPoint);
    const { status, body } = await withdraw();
    expect([status, body.clarifications.map(({ state }: any) => state)]).toEqual([200, ["open", "withdrawn"]]);
    expect((await withdraw()).problem).toBe("nothing-to-withdraw");
  });

  test("is not reminded again, while the others are", async () => {
    await story.readNewLetters();
    await story.to("2021-06-24");
    const feedbackLetters = (await story.readNewLetters()).filter((letter) => letter.startsWith("feedback"));
    const others = story.reviewers.filter(({ party }) => party !== "ES").map(({ party }) => party.toLowerCase());
    expect(feedbackLetters).toEqual(
      each(
        ["feedback d-28"],
        others.flatMap((party) => [`focal-point@${party}`, `mission@${party}`]),
      ).toSorted(),
    );
    expect(await story.blockers()).toEqual(["SE clarification overdue", "BB feedback", "DE feedback", "SY feedback"]);
  });

  test("closes its other question itself once it is past its date, and reads the feedback on firearms of the others", async () => {
    const closed = await story.post("/clarifications/1/closure", es.focalPoint);
    expect([closed.status, closed.body.clarifications.map(({ state }: any) => state)]).toEqual([
      200,
      ["closed", "withdrawn"],
    ]);
    for (const { party } of story.reviewers) if (party !== "ES") await story.clear(party);
    expect((await story.read()).stage).toBe("observations");
    const { items } = (await get("/feedback", es.expert)).body;
    expect(items.map(({ party, texts: own }: any) => [party, own.map(({ instrument }: any) => instrument)])).toEqual([
      ["BB", ["FP"]],
      ["DE", []],
      ["ES", ["FP"]],
      ["SY", []],
    ]);
  });

  test("agrees to the whole list like all others, and it is not published before", async () => {
    const version = await story.list();
    for (const party of ["SE", "DE", "SY", "BB"])
      await story.post("/observations/agreements", story.focalPoint(party), { version });
    expect(await story.blockers()).toEqual(["ES agreement"]);
    await story.api.expectRefusal(
      ["POST", story.at("/observations/publication"), { as: secretariat, body: { version } }],
      {
        status: 409,
        problem: "not-agreed",
        more: { parties: ["ES"] },
      },
    );
    expect(await story.actions(es.expert)).not.toContain("observations.agree");
    const agreed = await story.post("/observations/agreements", es.focalPoint, { version });
    expect(agreed.body.observations).toMatchObject({ awaitingPublication: true });
    expect((await story.publish(version)).body.stage).toBe("concluded");
    await story.holds();
  });
});
