import { afterAll, beforeAll, expect, test } from "vitest";
import { checkerFindings } from "../../harness/api-verification.ts";
import { addressOf, freshKey, missionOf, secretariat } from "../../harness/test-api.ts";
import { type Story, storyOf } from "./story.ts";

/** Ireland's focal point changes address in the middle of the review: no person is replaced, and nothing is lost. */
let story: Story;
beforeAll(async () => {
  story = await storyOf("c1-IE");
  await story.nominate();
  await story.to("2020-12-10");
  await story.conclude();
});
afterAll(() => story.close());

const correct = async (as: string, id: string, person: object) => {
  const { api } = story;
  const path = `/v1/parties/IE/people/${id}`;
  const { headers } = await api.get(path, as);
  const answer = await api.request("PATCH", path, { as, match: headers.get("etag") ?? "", body: { person } });
  expect(answer.status).toBe(200);
  await api.app.rest();
};
const mailsTo = (address: string): number =>
  story.api.app.mailbox.find({ limit: 10_000 }).filter(({ to }) => to.includes(address)).length;

test("an e-mail corrected: the account follows, obligations and reminders continue, and the checker finds nothing wrong", async () => {
  const { api } = story;
  const [former, next] = [addressOf("IE", "focal-point"), "focal.point.new@ie.example.org"];
  const { id, mandates } = (await api.get("/v1/me", former)).body;
  await correct(missionOf("IE"), id, { email: next, phone: "+353 1 555" });
  const lettersBefore = mailsTo(former);
  // The reminder four weeks before the answers are due reaches the new address alone.
  await story.to("2021-05-14");
  expect(mailsTo(former)).toBe(lettersBefore);
  expect(mailsTo(next)).toBeGreaterThan(2);
  expect((await api.get("/v1/me", next)).body).toMatchObject({ id, mandates });
  expect((await api.get("/v1/me", former)).problem).toBe("no-account");
  await correct(next, id, { phone: null });
  await correct(secretariat, id, { institution: "Department of Justice" });
  // The old mailbox is open again after all.
  await correct(missionOf("IE"), id, { email: former });

  await story.holds();
  expect(await checkerFindings(api)).toEqual([]);
});

test("one person for two parties, a mission as an observer and an expert for one instrument: nothing is found wrong", async () => {
  const { api } = story;
  const name = async (party: string, body: object) => {
    const asking = { as: missionOf(party), key: freshKey(), body };
    const answer = await api.request("POST", `/v1/parties/${party}/mandates`, asking);
    expect([answer.status, answer.problem]).toEqual([201, undefined]);
    await api.app.rest();
    return answer.body.mandate;
  };
  const { id } = (await api.get("/v1/me", addressOf("IE", "expert"))).body;
  const person = { name: "An expert of both", email: addressOf("IE", "expert"), language: "en" };
  const offered = await name("SE", { role: "expert", person, reviews: ["c1-SE"] });
  const acceptance = `/v1/me/mandate-offers/${offered}/acceptance`;
  expect((await api.request("POST", acceptance, { as: person.email })).status).toBe(200);
  await api.app.rest();
  await name("IE", { role: "observer", person: { ...person, email: missionOf("IE") }, reviews: ["c1-IE"] });
  const partial = { ...person, name: "An expert for one", email: "partial@ie.example.org" };
  await name("IE", { role: "expert", person: partial, reviews: ["c1-IE"], instruments: ["TIP"] });
  for (const as of [addressOf("IE", "expert"), missionOf("IE"), partial.email])
    expect((await api.get("/v1/reviews/c1-IE", as)).status).toBe(200);
  expect((await api.get("/v1/me", person.email)).body).toMatchObject({
    id,
    services: [{ party: "IE" }, { party: "SE" }],
  });
  await story.submit();
  await story.to("2021-06-20");
  await story.holds();
  expect(await checkerFindings(api)).toEqual([]);
});
