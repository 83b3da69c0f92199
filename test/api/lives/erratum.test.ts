import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { checkerFindings } from "../../harness/api-verification.ts";
import { freshKey, secretariat } from "../../harness/test-api.ts";
import { type Story, storyOf } from "./story.ts";

/** Ireland, reviewed by France and Chad; a date in the published list turns out to be wrong. */
let story: Story;
beforeAll(async () => {
  story = await storyOf("c1-IE");
  await story.nominate();
  await story.to("2020-12-10");
  await story.conclude();
  await story.submit();
  await story.clearAll();
  const version = await story.list("The law of 1998.");
  await story.agreeAll(version);
  await story.publish(version);
  await story.api.app.rest();
  await story.to("2020-12-20");
});
afterAll(() => story.close());

const agreement = (party: string, happenedOn = "2020-12-15", date = happenedOn) => ({
  party,
  happenedOn,
  source: { kind: "note-verbale", number: `NV ${party}`, date },
});
const all = [agreement("IE"), agreement("FR"), agreement("TD")];
const erratum = { list: "The law of 1989.", summary: "In short.", reason: "The date was wrong.", agreements: all };
const publish = (more: object = {}, as: string = secretariat) =>
  story.post("/observations/errata", as, { ...erratum, ...more }, { key: freshKey() });
const publication = async (query = "") => {
  await story.api.app.rest();
  return (await story.api.get(`/v1/publications/c1-IE${query}`)).body;
};

describe("an erratum", () => {
  test("is refused without the agreement of every party from its source, and changes nothing", async () => {
    const { version } = await story.read();
    const missing = await publish({ agreements: all.slice(1) });
    expect([missing.problem, missing.body.parties]).toEqual(["not-agreed", ["IE"]]);
    const by = async (party: string, happenedOn: string, date?: string) =>
      (await publish({ agreements: [...all.slice(1), agreement(party, happenedOn, date)] })).problem;
    expect(await by("IE", "2020-12-21", "2020-12-20")).toBe("date-in-the-future");
    expect(await by("IE", "2020-12-15", "2020-12-21")).toBe("source-in-the-future");
    expect(await by("IE", "2020-12-09")).toBe("date-too-early");
    expect(await by("DE", "2020-12-15")).toBe("not-in-this-review");
    expect(await by("FR", "2020-12-15")).toBe("invalid-request");
    expect((await publish({}, story.focalPoint("IE"))).problem).toBe("not-yours");
    expect((await story.read()).version).toBe(version);
    expect(await publication()).not.toHaveProperty("replaces");
  });

  test("takes the place of the published version, which stays readable and names the new one", async () => {
    const answer = await publish();
    expect([answer.status, answer.body.observations]).toMatchObject([
      200,
      { version: 2, agreedBy: ["FR", "IE", "TD"].map((party) => ({ party })) },
    ]);
    expect(await publication()).toMatchObject({
      version: 2,
      observations: { list: "The law of 1989." },
      replaces: { version: 1, reason: "The date was wrong." },
    });
    const old = await publication("?version=1");
    expect(old).toMatchObject({
      version: 1,
      observations: { list: "The law of 1998." },
      replacedBy: { version: 2 },
    });
    expect(old).not.toHaveProperty("replaces");
    expect((await story.api.get("/v1/publications/c1-IE?version=3")).status).toBe(404);
    expect((await story.api.get(story.at("/observations"), story.focalPoint("FR"))).body).toMatchObject({
      version: 2,
      list: "The law of 1989.",
    });
  });

  test("is published once: the same text again changes nothing, and another follows it", async () => {
    const { version } = await story.read();
    expect((await publish()).body.version).toBe(version);
    const again = { list: "The law of 1988.", agreements: all.map(({ party }) => agreement(party, "2020-12-20")) };
    expect((await publish(again)).status).toBe(200);
    expect(await publication("?version=2")).toMatchObject({ replaces: { version: 1 }, replacedBy: { version: 3 } });
    const { problem } = await story.post("/corrections", secretariat, {
      what: "agreement",
      party: "IE",
      to: "2020-12-10",
      reason: "x",
    });
    expect(problem).toBe("nothing-to-correct");
  });

  test("is notified once to the mission and the focal point of every party: which version replaces which, and why", async () => {
    await story.api.app.rest();
    const mails = story.api.app.mailbox
      .find({ limit: 10_000 })
      .filter(({ subject }) => /^(?:Erratum|Rectificatif)/u.test(subject));
    expect(mails).toHaveLength(12);
    expect(new Set(mails.map(({ to }) => to[0])).size).toBe(6);
    const first = mails
      .map(({ text }) => text.replaceAll(/\s+/gu, " "))
      .filter((text) => /version 2 replaces version 1|version 2 remplace la version 1/u.test(text));
    expect(first).toHaveLength(6);
    for (const text of first)
      expect(text).toMatch(/(?:The reason that was recorded:|Motif enregistré :) The date was wrong\./u);
  });

  test("leaves the review whole", async () => {
    await story.api.app.rest();
    await story.holds();
    expect(await checkerFindings(story.api)).toEqual([]);
  });
});
