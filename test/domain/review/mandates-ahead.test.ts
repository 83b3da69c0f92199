import { describe, expect, test } from "vitest";
import {
  type Removal,
  removeMandate,
  type Replacement,
  replaceMandate,
} from "../../../domain/review/commands/change-mandates.ts";
import { notificationsFor } from "../../../domain/letters/notifications.ts";
import { letterIdOf } from "../../../domain/letters/letter-id.ts";
import { lives } from "../letters/review-plays.ts";
import { lettersTo } from "../letters/review-samples.ts";
import { mayRead, maySubmit, removal, remove, replace, replacement } from "./mandate-plays.ts";
import { inQuestionnaire } from "./journey.ts";
import { at, day, delegate, focalPoint, mandateId, mission, party, type Play } from "./play.ts";

const old = delegate("FR", "fp");
const next = delegate("FR", "second");
const focalPoints = (play: Play) =>
  Object.values(play.review.mandates)
    .filter(({ role, party: of, since, until }) => role === "focal-point" && of === "FR" && since !== until)
    .map(({ user, since, until }) => [user === old.id ? "first" : user === next.id ? "second" : "third", since, until]);
const changeMandate = (play: Play, what: Replacement | Removal, on: string) =>
  "successor" in what
    ? replaceMandate([play.review], mission("FR"), what, at(on))
    : removeMandate([play.review], mission("FR"), what, at(on));
const named = "2020-12-09T23:00:00.000Z";
const april = "2021-03-31T22:00:00.000Z";
const now = at("2021-03-10");

describe("an end that lies ahead", () => {
  const withSuccessor = () => replace(inQuestionnaire(), replacement("FR", "second", "2021-04-01"), "2021-03-01");
  const without = () => remove(inQuestionnaire(), removal("FR", "focal-point", "2021-04-01"), "2021-03-01");

  test("comes at once by a removal, and the obligation to name counts from the earlier day", () => {
    const play = without();
    expect(play.obligation("focal-point:FR")).toMatchObject({ generation: 2, openedOn: "2021-04-01" });
    remove(play, removal("FR", "focal-point"), "2021-03-10");
    expect(mayRead(old, play, "2021-03-10")).toBe(false);
    expect(play.obligation("focal-point:FR")).toMatchObject({
      state: "open",
      generation: 3,
      openedOn: "2021-03-10",
      dueAt: "2021-03-24T22:59:59.999Z",
      originalDueAt: "2021-03-24T22:59:59.999Z",
    });
    expect(play.replayed()).toEqual(play.review);
  });

  test("comes on an earlier day ahead; until then the old one acts", () => {
    const play = remove(without(), removal("FR", "focal-point", "2021-03-20"), "2021-03-10");
    expect([maySubmit(old, play, "2021-03-19"), maySubmit(old, play, "2021-03-20")]).toEqual([true, false]);
    expect(play.obligation("focal-point:FR")).toMatchObject({
      openedOn: "2021-03-20",
      dueAt: "2021-04-03T21:59:59.999Z",
    });
  });

  test("comes earlier with the focal point who is named to follow, so that no seat falls vacant", () => {
    const play = remove(withSuccessor(), removal("FR", "focal-point"), "2021-03-10");
    expect(focalPoints(play)).toEqual([
      ["first", named, now],
      ["second", now, undefined],
    ]);
    expect([mayRead(old, play, "2021-03-10"), maySubmit(next, play, "2021-03-10")]).toEqual([false, true]);
    expect(play.obligation("focal-point:FR")).toMatchObject({ state: "met", generation: 1 });
    expect(play.replayed()).toEqual(play.review);
  });

  test("comes earlier by the same replacement with an earlier day", () => {
    const play = replace(withSuccessor(), replacement("FR", "second", "2021-03-20"), "2021-03-10");
    const day20 = "2021-03-19T23:00:00.000Z";
    expect(focalPoints(play)).toEqual([
      ["first", named, day20],
      ["second", day20, undefined],
    ]);
    expect(changeMandate(play, replacement("FR", "second", "2021-03-20"), "2021-03-11")).toEqual({
      ok: true,
      changes: [],
    });
  });

  test("comes earlier with one who was named after the removal", () => {
    const play = without().name("FR", "focal-point", "2021-03-05", "second");
    remove(play, removal("FR", "focal-point"), "2021-03-10");
    expect(focalPoints(play)).toEqual([
      ["first", named, now],
      ["second", now, undefined],
    ]);
    expect(play.obligation("focal-point:FR")).toMatchObject({ state: "met", generation: 2 });
  });

  test.each([
    ["at once", undefined, now],
    ["on that very day", "2021-04-01", april],
  ])("takes a successor where none was named, %s, and meets the obligation", (_, effectiveOn, from) => {
    const play = replace(without(), replacement("FR", "second", effectiveOn), "2021-03-10");
    expect(focalPoints(play)).toEqual([
      ["first", named, from],
      ["second", from, undefined],
    ]);
    expect(play.obligation("focal-point:FR")).toMatchObject({ state: "met", generation: 2, settledAt: now });
    expect(play.replayed()).toEqual(play.review);
  });

  test("is never ignored: an impossible one is refused, a repeated one is no change", () => {
    const currentEnd = april;
    for (const [what, refusal] of [
      [removal("FR", "focal-point", "2021-05-01"), { refusal: "ends-earlier", details: { until: currentEnd } }],
      [replacement("FR", "second", "2021-05-01"), { refusal: "ends-earlier", details: { until: currentEnd } }],
      [replacement("FR", "third", "2021-05-01"), { refusal: "ends-earlier", details: { until: currentEnd } }],
      [replacement("FR", "fp", "2021-03-20"), { refusal: "already-serves" }],
      [
        replacement("FR", "third", "2021-03-20"),
        { refusal: "successor-named", details: { mandate: mandateId("secondFR"), until: currentEnd } },
      ],
      [replacement("FR", "third", undefined), { refusal: "successor-named" }],
      [
        replacement("FR", "third", "2021-03-20", "second"),
        { refusal: "date-too-early", details: { earliest: "2021-04-01" } },
      ],
      [removal("FR", "focal-point", "2021-04-01"), { ok: true, changes: [] }],
      [replacement("FR", "second", "2021-04-01"), { ok: true, changes: [] }],
    ] as const)
      expect(changeMandate(withSuccessor(), what, "2021-03-10")).toMatchObject(refusal);
    expect(changeMandate(without(), removal("FR", "focal-point", "2021-05-01"), "2021-03-10")).toMatchObject({
      refusal: "ends-earlier",
    });
  });

  test("is over for good once its day has come", () => {
    const play = without();
    expect(changeMandate(play, removal("FR", "focal-point"), "2021-04-02")).toEqual({ ok: true, changes: [] });
    for (const what of [removal("FR", "focal-point", "2021-05-01"), replacement("FR", "third")])
      expect(changeMandate(play, what, "2021-04-02")).toMatchObject({
        refusal: "mandate-ended",
        details: { until: april },
      });
  });

  test("of an expert comes earlier too; the successor begins on the day that was named", () => {
    const play = replace(inQuestionnaire(), replacement("FR", "another", "2021-04-01", "ex"), "2021-03-01");
    remove(play, removal("FR", "expert"), "2021-03-10");
    expect(play.review.mandates[mandateId("exFR")]?.until).toBe(now);
    expect(play.review.mandates[mandateId("anotherFR")]?.since).toBe(april);
    expect(play.obligation("experts:FR")).toMatchObject({ state: "met", generation: 1 });
  });

  test("of experts opens the obligation from the day the last of them goes, in whatever order the ends were recorded", () => {
    const play = inQuestionnaire().name("FR", "expert", "2021-01-20", "another");
    remove(play, removal("FR", "expert", "2021-04-01"), "2021-03-01");
    remove(play, { party: party("FR"), mandate: mandateId("anotherFR"), effectiveOn: day("2021-03-20") }, "2021-03-02");
    expect(play.obligation("experts:FR")).toMatchObject({ state: "open", generation: 2, openedOn: "2021-04-01" });
    remove(play, removal("FR", "expert", "2021-03-15"), "2021-03-10");
    expect(play.obligation("experts:FR")).toMatchObject({ state: "open", generation: 3, openedOn: "2021-03-20" });
  });
});

describe("letters about it", () => {
  test("an end that comes earlier: the outgoing focal point, and the successor, again", () => {
    const { play } = lives.replaced("2021-09-20");
    const outcome = changeMandate(play, removal("FR", "focal-point"), "2021-08-11");
    const facts = outcome.ok ? outcome.changes.flatMap((change) => change.facts) : [];
    play.take({ ok: true, facts });
    expect(lettersTo(play, facts, at("2021-08-11"))).toEqual(["mandate-ended fpfr", "handover ndfr"]);
    expect(
      facts.flatMap((fact) => notificationsFor(fact, play.review, at("2021-08-11")).map(({ content }) => content)),
    ).toMatchObject([{ until: at("2021-08-11") }, { from: at("2021-08-11") }]);
  });

  test("differ where a mandate ends, or its successor begins, earlier than recorded", () => {
    const to = { kind: "user", user: focalPoint("FR").id } as const;
    const mandateRef = { party: party("FR"), mandate: mandateId("fpFR") };
    const from = at("2021-03-10");
    expect(letterIdOf({ kind: "mandate-ended", ...mandateRef, until: from }, to, 1)).not.toBe(
      letterIdOf({ kind: "mandate-ended", ...mandateRef }, to, 1),
    );
    expect(letterIdOf({ kind: "handover", ...mandateRef, from }, to, 1)).not.toBe(
      letterIdOf({ kind: "handover", ...mandateRef }, to, 1),
    );
  });
});
