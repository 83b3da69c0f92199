import { afterAll, beforeAll, expect, test } from "vitest";
import { checkerFindings } from "../../harness/api-verification.ts";
import { freshKey } from "../../harness/test-api.ts";
import { each, type Story, storyOf } from "./story.ts";

/** Chad, which reviews Ireland with France, has no focal point when the answers come. */
let story: Story;
beforeAll(async () => {
  story = await storyOf("c1-IE");
  await story.nominate();
  await story.to("2020-12-08");
  await story.conclude();
  await story.to("2020-12-15");
  const seat = (await story.read()).seats.find(({ party }: any) => party === "TD");
  const { id } = seat.mandates.find(({ role }: any) => role === "focal-point");
  const removed = await story.api.request("POST", `/v1/parties/TD/mandates/${id}/removal`, {
    as: story.mission("TD"),
    key: freshKey(),
    body: {},
  });
  expect(removed.status).toBe(200);
  await story.readNewLetters();
});
afterAll(() => story.close());

const textTo = (address: string): string =>
  story.api.app.mailbox
    .find({ limit: 10_000 })
    .find(
      ({ to, subject }) => to[0] === address && /Answers received|Réponses de la partie examinée reçues/u.test(subject),
    )
    ?.text.replaceAll(/\s+/gu, " ") ?? "";

test("reviewing parties are notified of the answers at once, by the mission where there is no focal point", async () => {
  const { body } = await story.submit();
  expect([body.stage, await story.blockers()]).toEqual(["questionnaire", ["TD focal-point"]]);
  expect(await story.readNewLetters()).toEqual(
    each(["answers-received"], ["expert@fr", "expert@td", "focal-point@fr", "mission@td"]),
  );
  expect(await checkerFindings(story.api)).toEqual([]);
});

test("the letter states the blocker of the feedback, and gives no date before one is set", () => {
  const waits =
    "The written feedback can begin once every party of the review has a focal point. At present none serves for Chad.";
  expect(textTo(story.focalPoint("FR"))).toContain(`were received on 15 December 2020 and may now be read.`);
  expect(textTo(story.mission("TD"))).toContain("ont été reçues le 15 décembre 2020.");
  expect(textTo(story.mission("TD"))).toContain(
    "À présent, aucun point de contact n’exerce ses fonctions pour le Tchad.",
  );
  for (const reader of [story.focalPoint("FR"), story.expert("TD")]) expect(textTo(reader)).toContain(waits);
  for (const reader of [story.focalPoint("FR"), story.expert("TD"), story.mission("TD")])
    expect(textTo(reader)).not.toMatch(/June 2021|juin 2021/u);
});

test("once a focal point is named the feedback begins, due as counted from the receipt, and the missions are notified", async () => {
  await story.to("2020-12-18");
  expect((await story.api.name("TD", "focal-point", { reviews: ["c1-IE"] })).status).toBe(201);
  const { stage, obligations } = await story.read();
  const feedback = obligations.filter(({ kind }: any) => kind === "feedback");
  expect([stage, feedback.map(({ party, openedOn, dueOn }: any) => [party, openedOn, dueOn])]).toEqual([
    "feedback",
    [
      ["FR", "2020-12-15", "2021-06-15"],
      ["TD", "2020-12-15", "2021-06-15"],
    ],
  ]);
  await story.to("2020-12-20");
  const letters = await story.readNewLetters();
  expect(letters.filter((letter) => letter.startsWith("feedback"))).toEqual([
    "feedback start to focal-point@fr",
    ...each(["feedback start"], ["mission@fr", "mission@td"]),
  ]);
  await story.holds();
  expect(await checkerFindings(story.api)).toEqual([]);
});
