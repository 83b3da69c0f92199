import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { checkerFindings } from "../../harness/api-verification.ts";
import { byNote, freshKey, missionOf, personOf, secretariat } from "../../harness/test-api.ts";
import { type Story, storyOf } from "./story.ts";

/** Ireland's focal point left in May and continued to act; the mission reports the replacement a month late. */
let story: Story;
beforeAll(async () => {
  story = await storyOf("c1-IE");
  await story.nominate();
  await story.to("2020-12-10");
  await story.conclude();
  await story.to("2021-05-25");
  await story.readNewLetters();
});
afterAll(() => story.close());

const first = "focal-point@ie.example.org";
const second = "second.point@ie.example.org";
const person = { ...personOf("IE", "focal-point"), name: "The second point", email: second };
const mandateOf = async (party: string, of: string): Promise<string> =>
  (await story.read()).seats
    .find((seat: any) => seat.party === party)
    .mandates.find(({ role, until }: any) => role === of && until === undefined).id;
const change = async (
  party: string,
  role: string,
  what: "replacement" | "removal",
  body: object,
  as = missionOf(party),
) =>
  story.api.request("POST", `/v1/parties/${party}/mandates/${await mandateOf(party, role)}/${what}`, {
    as,
    key: freshKey(),
    body,
  });
const readsAs = async (email: string) => (await story.api.get(story.at(""), email)).status;
const obligation = (id: string) => story.obligation(id);

describe("a replacement reported a month late", () => {
  test("is refused from before the old one began", async () => {
    const refused = await change("IE", "focal-point", "replacement", { person, effectiveOn: "2020-11-30" });
    expect([refused.problem, refused.body.earliest]).toEqual(["date-too-early", "2020-12-01"]);
  });

  test("names in its reply the acts of the former one meanwhile, which remain valid", async () => {
    const delay = { dueOn: "2021-08-31", reason: "coordination" };
    expect((await story.post("/obligations/questionnaire:IE/delay", first, delay)).status).toBe(200);
    await story.to("2021-06-15");
    await story.readNewLetters();
    const { status, body } = await change("IE", "focal-point", "replacement", { person, effectiveOn: "2021-05-15" });
    expect([status, body.effectiveAt]).toEqual([200, "2021-05-14T22:00:00.000Z"]);
    expect(body.actsSince).toEqual([
      expect.objectContaining({
        review: "c1-IE",
        recordedAt: expect.stringContaining("2021-05-25T12:00"),
        kinds: ["delay-notified"],
      }),
    ]);
    expect(await obligation("questionnaire:IE")).toMatchObject({ dueAt: "2021-08-31T21:59:59.999Z", generation: 2 });
  });

  test("has ended the access of the former one, and notifies both of the day", async () => {
    expect([await readsAs(first), await readsAs(second)]).toEqual([404, 200]);
    expect(await story.readNewLetters()).toEqual(["handover to second.point@ie", "mandate-ended to focal-point@ie"]);
    const saidTo = (to: string) =>
      story.api.app.mailbox
        .find({ to })
        .map(({ text }) => text.replaceAll(/\s+/gu, " "))
        .join(" ");
    expect(saidTo(first)).toContain("your service as focal point of Ireland ended on 15 May 2021");
    expect(saidTo(second)).toContain("Ireland has named you its focal point, from 15 May 2021");
  });

  test("opens the obligation on the day of a removal reported late, and a nomination meets it on its own day", async () => {
    const { status, body } = await change("FR", "expert", "removal", { effectiveOn: "2021-05-01" });
    expect([status, body.actsSince]).toEqual([200, []]);
    expect(await obligation("experts:FR")).toMatchObject({
      openedOn: "2021-05-01",
      dueOn: "2021-05-29",
      overdue: true,
    });
    const successor = { ...personOf("FR", "expert"), name: "The second expert", email: "second.expert@fr.example.org" };
    const named = await story.api.name("FR", "expert", { person: successor, namedOn: "2021-05-20" });
    expect(named.status).toBe(201);
    expect(await obligation("experts:FR")).toMatchObject({ state: "met", overdue: false });
  });

  test("is recorded by the secretariat from a source alone, of a day that is over", async () => {
    const email = "second.point@td.example.org";
    const body = { person: { ...personOf("TD", "focal-point"), name: "The second of Chad", email } };
    const byItself = await change("TD", "focal-point", "replacement", body, secretariat);
    expect([byItself.status, byItself.problem]).toEqual([403, "source-missing"]);
    const ahead = await change(
      "TD",
      "focal-point",
      "replacement",
      { ...body, ...byNote("TD", "2021-06-16") },
      secretariat,
    );
    expect(ahead.problem).toBe("source-in-the-future");
    const ofAnother = { ...body, ...byNote("FR", "2021-06-01") };
    expect((await change("TD", "focal-point", "replacement", ofAnother, secretariat)).problem).toBe("not-yours");
    expect((await change("TD", "focal-point", "replacement", ofAnother)).problem).toBe("not-yours");
    const recorded = { ...body, ...byNote("TD", "2021-06-01") };
    const done = await change("TD", "focal-point", "replacement", recorded, secretariat);
    expect([done.status, done.body.effectiveAt]).toEqual([200, "2021-05-31T22:00:00.000Z"]);
    const { items } = await story.api.pages(story.journal, secretariat, 100);
    expect(items.at(-1)).toMatchObject({
      onBehalfOf: { party: "TD", happenedOn: "2021-06-01", source: { kind: "note-verbale", number: "NV 7/2021" } },
      byName: expect.any(String),
      facts: [{ kind: "mandate-ended" }, { kind: "mandate-began", since: "2021-05-31T22:00:00.000Z" }],
    });
  });

  test("is recorded as a removal and a nomination, each of its own day", async () => {
    const removal = byNote("TD", "2021-05-10");
    expect((await change("TD", "expert", "removal", removal, secretariat)).status).toBe(200);
    expect(await obligation("experts:TD")).toMatchObject({
      openedOn: "2021-05-10",
      dueOn: "2021-06-07",
      overdue: true,
    });
    const another = { ...personOf("TD", "expert"), name: "Another expert", email: "another.expert@td.example.org" };
    const naming = (more: object) =>
      story.api.request("POST", "/v1/parties/TD/mandates", {
        as: secretariat,
        key: freshKey(),
        body: { role: "expert", person: another, ...more },
      });
    expect((await naming({})).problem).toBe("source-missing");
    expect((await naming({ ...byNote("TD", "2021-06-02"), namedOn: "2021-06-02" })).problem).toBe("invalid-request");
    expect((await naming(byNote("TD", "2021-06-02"))).status).toBe(201);
    expect(await obligation("experts:TD")).toMatchObject({ state: "met" });
    const facts = (await story.api.pages(story.journal, secretariat, 100)).items.at(-1).facts;
    expect(facts).toContainEqual(
      expect.objectContaining({ kind: "obligation-met", happenedAt: "2021-06-01T22:00:00.000Z" }),
    );
  });

  test("lets the successor submit, and leaves every promise kept and the checker content", async () => {
    const drafts = await story.draftAnswers();
    expect((await story.post("/answers/submission", first, { drafts })).status).toBe(404);
    expect((await story.post("/answers/submission", second, { drafts })).body.stage).toBe("feedback");
    // The letter about the removal that was recorded late leaves with the sweep of the next morning.
    await story.api.app.moveTo("2021-06-16T07:00:00.000Z");
    await story.holds();
    expect(await checkerFindings(story.api)).toEqual([]);
  });
});
