import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { checkerFindings } from "../../harness/api-verification.ts";
import { freshKey, secretariat } from "../../harness/test-api.ts";
import { type Story, storyOf } from "./story.ts";

/** Ireland, reviewed by France and Chad: acts outside the system are recorded late, and texts arrive after their facts. */
let story: Story;
beforeAll(async () => {
  story = await storyOf("c1-IE");
  await story.nominate();
  await story.to("2020-12-10");
  await story.conclude({
    heldOn: "2020-12-05",
    concludedOn: "2020-12-09",
    languages: { languages: ["en"], agreedOn: "2020-12-07" },
  });
  await story.to("2020-12-14");
});
afterAll(() => story.close());

const mail = (date: string) => ({ kind: "e-mail", date });
const act = async (path: string, body: object) => {
  const answer = await story.post(path, secretariat, body, { key: freshKey() });
  await story.api.app.rest();
  return answer;
};
const correct = (what: object) => act("/corrections", { reason: "Recorded wrongly.", ...what });
const corrected = async (what: object): Promise<unknown> => {
  const { status, problem, body } = await correct(what);
  return problem === undefined ? status : [problem, body.contradicts];
};
const eventsOf = async (kind: string) =>
  (await story.api.pages(story.at("/timeline"), secretariat, 100)).items
    .filter((event) => event.kind === kind)
    .map(({ happenedOn, correctedFrom }) => [happenedOn, correctedFrom]);
const onBehalfOf = (party: string, happenedOn: string) => ({
  onBehalfOf: { party, happenedOn, source: mail(happenedOn) },
});

describe("acts that are recorded late", () => {
  test("have the day of their agreement, and it is corrected", async () => {
    expect(await eventsOf("languages-agreed")).toEqual([["2020-12-07", undefined]]);
    expect(await corrected({ what: "languages", to: "2020-12-06" })).toBe(200);
    expect(await eventsOf("languages-agreed")).toEqual([["2020-12-06", "2020-12-07"]]);
  });

  test("have, of a delay and of a removal, the day in their source, and it is corrected", async () => {
    const path = "/obligations/questionnaire:IE";
    const delay = { dueOn: "2021-08-31", reason: "translation", ...onBehalfOf("IE", "2020-12-11") };
    expect((await act(`${path}/delay`, delay)).status).toBe(200);
    const obligation = "questionnaire:IE";
    expect(await corrected({ what: "delay-notification", obligation, to: "2020-12-10" })).toBe(200);
    expect(await eventsOf("delay-notified")).toEqual([["2020-12-10", "2020-12-11"]]);
    expect((await story.obligation(obligation)).dueOn).toBe("2021-08-31");
    const { items } = (await story.api.get("/v1/parties/TD/mandates", secretariat)).body;
    const expert = items.find(({ role }: { role: string }) => role === "expert");
    const removal = await story.api.request("POST", `/v1/parties/TD/mandates/${expert.id}/removal`, {
      as: secretariat,
      key: freshKey(),
      body: onBehalfOf("TD", "2020-12-12"),
    });
    expect(removal.status).toBe(200);
    await story.api.app.rest();
    expect((await story.obligation("experts:TD")).openedOn).toBe("2020-12-12");
    expect(await corrected({ what: "removal", mandate: expert.id, to: "2020-12-11" })).toBe(200);
    expect((await story.obligation("experts:TD")).openedOn).toBe("2020-12-11");
    expect((await story.api.name("TD", "expert", { reviews: ["c1-IE"] })).status).toBe(201);
    await story.api.app.rest();
    // The mission is notified of the removal, which was recorded late, at the next 09:00.
    await story.api.app.moveTo("2020-12-15T08:00:00.000Z");
  });

  test("are known from an e-mail, with a text that arrives later and moves no date", async () => {
    const sent = { reference: "An e-mail of 11 December", ...onBehalfOf("IE", "2020-12-11") };
    expect((await act("/answers/record", sent)).status).toBe(200);
    const drafts = await story.draftFeedback("FR");
    const before = (await story.read()).obligations;
    const text = {
      of: "answers",
      texts: [{ instrument: "UNTOC", text: "The law of 1998." }],
      source: mail("2020-12-14"),
    };
    expect((await act("/texts", text)).status).toBe(200);
    expect((await story.read()).obligations).toEqual(before);
    const { texts } = (await story.api.get(story.at("/answers"), story.expert("FR"))).body;
    expect(texts[0]).toMatchObject({ instrument: "UNTOC", text: "The law of 1998." });
    expect((await act("/texts", { ...text, texts: [{ instrument: "UNTOC", text: "Another." }] })).problem).toBe(
      "already-cleared",
    );
    expect((await story.post("/texts", story.focalPoint("IE"), text)).problem).toBe("not-yours");
    expect((await story.post("/feedback/FR/clearance", story.focalPoint("FR"), { drafts })).status).toBe(200);
  });

  test("of the secretariat have their own day and source", async () => {
    const outside = { happenedOn: "2020-12-13", source: mail("2020-12-13") };
    const early = { happenedOn: "2020-12-10", source: mail("2020-12-13") };
    expect((await act("/answers/opening", { outside: early })).problem).toBe("date-too-early");
    expect((await act("/answers/opening", { outside })).status).toBe(200);
    expect(await corrected({ what: "opening", to: "2020-12-10" })).toEqual(["date-too-early", "submission"]);
    expect(await corrected({ what: "opening", to: "2020-12-12" })).toBe(200);
    expect(await eventsOf("answers-opened")).toEqual([["2020-12-12", "2020-12-13"]]);
  });

  test("are published on their day, not before the last agreement, and never with an empty text", async () => {
    await act("/feedback/TD/record", { reference: "An e-mail of 14 December", ...onBehalfOf("TD", "2020-12-14") });
    const version = await story.list();
    await story.to("2020-12-16");
    await story.agreeAll(version);
    await story.to("2020-12-22");
    const publish = (happenedOn: string) =>
      act("/observations/publication", { version, outside: { happenedOn, source: mail(happenedOn) } });
    expect((await publish("2020-12-15")).problem).toBe("date-too-early");
    expect((await publish("2020-12-20")).body.stage).toBe("concluded");
    expect(await corrected({ what: "publication", to: "2020-12-15" })).toEqual(["date-too-early", "agreement"]);
    expect(await corrected({ what: "publication", to: "2020-12-18" })).toBe(200);
    expect(await corrected({ what: "list", version, to: "2020-12-17" })).toEqual(["date-too-late", "agreement"]);
    const parts = ["answers", "dialogue"];
    await act("/publication-consent", { parts, ...onBehalfOf("IE", "2020-12-21") });
    expect(await corrected({ what: "consent", part: "answers", to: "2020-12-19" })).toBe(200);
    const { body } = await story.api.get("/v1/publications/c1-IE");
    expect(body.publishedAt.slice(0, 10)).toBe("2020-12-17");
    expect(body.answers.map(({ instrument }: { instrument: string }) => instrument)).toEqual(["UNTOC"]);
    expect(body.answersWithoutText.length).toBe(story.instruments.length - 1);
    expect(body.dialogue.feedback.find(({ party }: { party: string }) => party === "TD")).toMatchObject({ texts: [] });
    expect(JSON.stringify(body)).not.toContain('""');
  });

  test("have, of an erratum, the day on which it was published, and it is corrected", async () => {
    const agreements = ["IE", "FR", "TD"].map((party) => ({
      party,
      happenedOn: "2020-12-20",
      source: mail("2020-12-20"),
    }));
    const outside = { happenedOn: "2020-12-22", source: mail("2020-12-22") };
    const erratum = { list: "The law of 1989.", summary: "In short.", reason: "A date was wrong.", agreements };
    expect((await act("/observations/errata", { ...erratum, outside })).status).toBe(200);
    expect(await corrected({ what: "erratum", version: 2, to: "2020-12-17" })).toEqual([
      "date-too-early",
      "publication",
    ]);
    expect(await corrected({ what: "erratum", version: 2, to: "2020-12-21" })).toBe(200);
    const { body } = await story.api.get("/v1/publications/c1-IE");
    expect([body.version, body.publishedAt]).toEqual([2, "2020-12-20T23:00:00.000Z"]);
  });

  test("are counted on the days that are right, and the checker agrees", async () => {
    const published = async (day: string) =>
      (await story.api.get(`/v1/statistics?asAt=${day}`, secretariat)).body.measures.find(
        ({ measure }: { measure: string }) => measure === "lists-published",
      ).total;
    await story.api.app.rest();
    expect([await published("2020-12-17"), await published("2020-12-18")]).toEqual([0, 1]);
    await story.holds();
    expect(await checkerFindings(story.api)).toEqual([]);
  });
});
