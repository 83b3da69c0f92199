import { describe, expect, test } from "vitest";
import { dueReminders } from "../../../domain/letters/reminder-letters.ts";
import { removeMandate, replaceMandate } from "../../../domain/review/commands/change-mandates.ts";
import { namedAt } from "../../../domain/review/commands/nominate.ts";
import { nominate } from "../../../domain/review/commands/start-review.ts";
import { inConsultation, inQuestionnaire } from "./journey.ts";
import { mayRead, maySubmit, removal, remove, replace, replacement } from "./mandate-plays.ts";
import { at, day, delegate, mandateId, mission, party, Play, recording, secretariat } from "./play.ts";

/** Changes of mandates that are recorded after the day from which they are valid. */
const old = delegate("FR", "fp");
const next = delegate("FR", "second");
const february = "2021-01-31T23:00:00.000Z";
const spans = (play: Play) =>
  Object.values(play.review.mandates)
    .filter(({ role, party: of }) => role === "focal-point" && of === "FR")
    .map(({ user, since, until }) => [user, since, until]);

describe("a late replacement", () => {
  test("holds from its day: the old one's access has ended, the new one acts, and the obligations stay the party's", () => {
    const play = replace(inQuestionnaire(), replacement("FR", "second", "2021-02-01"), "2021-03-01");
    expect(spans(play)).toEqual([
      [old.id, "2020-12-09T23:00:00.000Z", february],
      [next.id, february, undefined],
    ]);
    expect([mayRead(old, play, "2021-03-01"), maySubmit(next, play, "2021-03-01")]).toEqual([false, true]);
    expect(play.obligation("questionnaire:FR")).toMatchObject({ state: "open", generation: 1 });
    expect(play.replayed()).toEqual(play.review);
  });

  test("gives a new mandate to a successor whose own has ended since that day", () => {
    const play = inQuestionnaire().name("FR", "expert", "2021-01-20", "second");
    const ended = { party: party("FR"), mandate: mandateId("secondFR") };
    remove(play, ended, "2021-02-20");
    const what = {
      ...replacement("FR", "second", "2021-02-01", "ex"),
      successor: { mandate: mandateId("anewFR"), user: next.id },
    };
    replace(play, what, "2021-03-01");
    expect(play.review.mandates[mandateId("anewFR")]).toMatchObject({ user: next.id, since: february });
  });

  test("ends earlier what was to end on a day ahead, with the successor who was named to follow", () => {
    const play = replace(inQuestionnaire(), replacement("FR", "second", "2021-04-01"), "2021-02-20");
    replace(play, replacement("FR", "second", "2021-02-01"), "2021-03-01");
    expect(spans(play)).toEqual([
      [old.id, "2020-12-09T23:00:00.000Z", february],
      [next.id, february, undefined],
    ]);
  });

  test("sends the successor no reminders for the time before it was recorded", () => {
    const play = replace(inQuestionnaire(), replacement("FR", "second", "2021-06-01"), "2021-06-20");
    const reminded = (on: string) =>
      dueReminders([play.review], at(on))
        .flatMap(({ letters }) => letters)
        .filter(({ content }) => content.kind === "duty-reminder")
        .map(({ recipient, plannedFor }) => [recipient.kind === "user" ? recipient.user : recipient.kind, plannedFor]);
    const before = reminded("2021-06-20");
    expect(before.map(([to]) => to)).toEqual(["mission"]);
    expect((before[0]?.[1] ?? "") > "2021-06-01").toBe(true);
    expect(reminded("2021-07-10").map(([to]) => to)).toEqual(["mission", next.id]);
  });

  test.each([
    [
      "a day before the old one began",
      "2020-12-09",
      { refusal: "date-too-early", details: { earliest: "2020-12-10" } },
    ],
    ["a day before the launch", "2020-10-01", { refusal: "date-too-early", details: { earliest: "2020-12-10" } }],
  ])("refuses %s", (_, on, refusal) => {
    const { review } = inQuestionnaire();
    const now = at("2021-03-01");
    expect(replaceMandate([review], mission("FR"), replacement("FR", "second", on), now)).toMatchObject(refusal);
    expect(removeMandate([review], mission("FR"), removal("FR", "focal-point", on), now)).toMatchObject(refusal);
  });
});

describe("a change of people that the secretariat records", () => {
  const now = at("2021-03-01");
  const request = (by: ReturnType<typeof recording>, effectiveOn?: string) =>
    replaceMandate([inQuestionnaire().review], by, replacement("FR", "second", effectiveOn), now);

  test("holds from the day on which the party acted, or from another that it named", () => {
    const recorded = replace(
      inQuestionnaire(),
      replacement("FR", "second"),
      "2021-03-01",
      recording("FR", "2021-02-01"),
    );
    expect(spans(recorded)[1]).toEqual([next.id, february, undefined]);
    const ahead = replacement("FR", "second", "2021-04-01");
    const announced = replace(inQuestionnaire(), ahead, "2021-03-01", recording("FR", "2021-02-20"));
    expect(spans(announced)[1]).toEqual([next.id, "2021-03-31T22:00:00.000Z", undefined]);
    const removed = removeMandate(
      [inQuestionnaire().review],
      recording("FR", "2021-02-01"),
      removal("FR", "focal-point"),
      now,
    );
    expect(removed.ok && removed.changes[0]?.facts).toContainEqual(
      expect.objectContaining({ kind: "obligation-opened", openedOn: "2021-02-01" }),
    );
  });

  test.each([
    ["without a source", secretariat, undefined, "source-missing"],
    ["for another party", recording("PE", "2021-02-01"), undefined, "not-yours"],
    [
      "from a source that lies ahead",
      recording("FR", "2021-02-01", "call", "2021-03-02"),
      undefined,
      "source-in-the-future",
    ],
    ["of a day that lies ahead", recording("FR", "2021-03-02", "call", "2021-03-01"), undefined, "date-in-the-future"],
    ["of a day before the old one began", recording("FR", "2020-12-09"), undefined, "date-too-early"],
    ["from a day before the old one began", recording("FR", "2021-02-01"), "2020-12-09", "date-too-early"],
  ])("is refused %s", (_, by, effectiveOn, refusal) => {
    expect(request(by, effectiveOn)).toMatchObject({ refusal });
  });

  test("names a person on the day on which the party did", () => {
    expect(namedAt(recording("FR", "2021-02-01"), undefined, now)).toEqual({ ok: true, at: february });
    expect(namedAt(recording("FR", "2021-03-02"), undefined, now)).toMatchObject({ refusal: "source-in-the-future" });
    expect(namedAt(mission("FR"), day("2021-02-01"), now)).toEqual({ ok: true, at: february });
  });
});

describe("a late removal", () => {
  test("opens the focal point's obligation from its day, and a nomination by an earlier note meets it on its day", () => {
    const play = remove(inQuestionnaire(), removal("FR", "focal-point", "2021-02-01"), "2021-03-01");
    expect(play.obligation("focal-point:FR")).toMatchObject({
      state: "open",
      openedOn: "2021-02-01",
      dueAt: "2021-02-15T22:59:59.999Z",
    });
    const named = { mandate: mandateId("secondFR"), role: "focal-point", party: party("FR"), user: next.id } as const;
    const facts = play.do((review) => nominate(review, { ...named, at: at("2021-02-10") }, at("2021-03-02")));
    expect(facts).toContainEqual(
      expect.objectContaining({ kind: "obligation-met", happenedAt: at("2021-02-10"), obligation: "focal-point:FR" }),
    );
    expect(play.replayed()).toEqual(play.review);
  });

  test("counts from the start of the review where its day is before that", () => {
    const play = new Play().name("FR", "focal-point", "2020-11-10").start();
    remove(play, removal("FR", "focal-point", "2020-11-20"), "2020-12-20");
    expect(play.obligation("focal-point:FR")).toMatchObject({ generation: 2, openedOn: "2020-12-01" });
  });

  test("leaves the stage as it is", () => {
    const play = remove(inConsultation(), removal("PE", "focal-point", "2020-12-10"), "2021-03-01");
    expect(play.review.stage).toBe("consultation");
  });
});
