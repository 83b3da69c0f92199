import { describe, expect, test } from "vitest";
import { startReview } from "../../../domain/review/commands/start-review.ts";
import { removeMandate } from "../../../domain/review/commands/change-mandates.ts";
import { continueReview } from "../../../domain/review/commands/continue-review.ts";
import { evolveReview } from "../../../domain/review/evolve.ts";
import { nominateInAll } from "../../../domain/review/commands/nominate.ts";
import { obligationsOfNewcomer } from "../../../domain/review/commands/redraw-seat.ts";
import { recordDenunciation } from "../../../domain/review/commands/record-denunciation.ts";
import { blockersOf } from "../../../domain/oversight/blockers.ts";
import { blockedBy } from "../../../domain/oversight/work-items.ts";
import { availableTo } from "../../../domain/views/available-actions.ts";
import { groupIdOf, reviewIdOf } from "../../../schemas/base/ids.ts";
import type { Review } from "../../../schemas/model/review.ts";
import type { Party } from "../../../schemas/model/party.ts";
import { openObligations } from "../../../domain/review/obligations.ts";
import { concludedPlay, inFeedback, inQuestionnaire } from "./journey.ts";
import { at, day, delegate, focalPoint, mandateId, mission, party, Play, seat, secretariat } from "./play.ts";

const of = (code: string, participation: Party["participation"] = "takes-part"): Party => ({
  id: party(code),
  name: code,
  kind: "STATE",
  regionalGroup: "GRULAC",
  joined: {},
  participation,
});
const denunciation = { leftOn: day("2021-08-02"), document: "C.N.55.2020" };
const leave = (play: Play, code: string, now = at("2021-08-02")): Play => {
  const left = recordDenunciation(of(code), [play.review], denunciation, now);
  if (!left.ok) throw new Error(left.refusal);
  for (const { facts } of left.reviews) play.take({ ok: true, facts });
  return play;
};

describe("a party under review that leaves", () => {
  test("ends its review: the stage stays, no obligation is open and no user can act", () => {
    const play = leave(inFeedback(), "FR");
    const { review } = play;
    expect([review.stage, review.discontinued?.leftOn]).toEqual(["feedback", "2021-08-02"]);
    expect([openObligations(review), blockersOf(review, at("2022-08-02")), blockedBy(review)]).toEqual([[], [], []]);
    for (const by of [secretariat, focalPoint("PE")]) expect(availableTo(by, review, at("2021-08-03"))).toEqual([]);
    expect(play.replayed()).toEqual(review);
  });

  test("before its group starts is not started with it", () => {
    const play = leave(new Play(), "FR", at("2021-08-02"));
    expect(startReview(play.review, day("2021-11-01"))).toEqual({ ok: true, facts: [] });
  });

  test("lets every other party name people in its other reviews, and opens no new obligation", () => {
    const play = leave(inFeedback(), "FR");
    const going = new Play([seat("JP", "under-review"), seat("PE", "reviewing")]).review;
    const naming = {
      mandate: mandateId("new"),
      role: "expert",
      party: party("PE"),
      user: delegate("PE", "new").id,
      at: at("2021-08-03"),
    } as const;
    const named = nominateInAll([play.review, going], naming, at("2021-08-03"));
    expect(named.ok && named.changes.map(({ review: { id } }) => id)).toEqual([going.id]);
    expect(nominateInAll([play.review], naming, at("2021-08-03"))).toMatchObject({ refusal: "no-review-to-serve" });
    const serving = Object.values(play.review.mandates).find(
      ({ party: whose, role, until }) => whose === "PE" && role === "focal-point" && until === undefined,
    );
    const removal = { party: party("PE"), mandate: serving?.id ?? mandateId("none") };
    const removed = removeMandate([play.review], mission("PE"), removal, at("2021-08-03"));
    expect(removed.ok && removed.changes.flatMap(({ facts }) => facts.map(({ kind }) => kind))).toEqual([
      "mandate-ended",
    ]);
    expect(obligationsOfNewcomer(play.review, party("PE"), day("2021-08-03"), at("2021-08-03"))).toEqual([]);
  });

  test("after its review has concluded leaves that as it is", () => {
    const play = concludedPlay();
    expect(recordDenunciation(of("FR"), [play.review], denunciation, at("2023-08-02"))).toMatchObject({
      ok: true,
      reviews: [],
    });
  });
});

describe("a reviewing party that leaves", () => {
  test("has no obligations and no mandates any more; its seat waits for lots, and the review for that", () => {
    const play = leave(inQuestionnaire(), "PE");
    const { review } = play;
    expect(openObligations(review).filter(({ party: pending }) => pending === "PE")).toEqual([]);
    expect(
      Object.values(review.mandates).filter(({ party: of_, until }) => of_ === "PE" && until === undefined),
    ).toEqual([]);
    expect(review.vacated).toEqual([{ party: "PE", leftOn: "2021-08-02", at: "2021-08-02T12:00:00.000Z" }]);
    expect(blockedBy(review).filter(({ party: whose }) => whose === "PE")).toMatchObject([
      { why: "redraw-to-carry-out" },
    ]);
  });
});

test("a party that left after a review concluded serves in no review of the next cluster, and its seat waits for lots", () => {
  const before = concludedPlay().review;
  const gone = { party: party("PE"), leftOn: day("2023-08-02"), at: at("2023-08-02") };
  const id = reviewIdOf(4, before.party);
  const continued = continueReview(before, { id, cluster: 4, group: groupIdOf(4, 1) }, at("2023-09-01"), [gone]);
  const review = continued.ok ? continued.facts.reduce<Review | undefined>(evolveReview, undefined) : undefined;
  if (review === undefined) throw new Error("No review");
  expect(review.vacated).toEqual([gone]);
  expect(Object.values(review.mandates).map(({ party: whose }) => whose)).not.toContain("PE");
  const started = startReview(review, day("2023-11-01"));
  const opened = started.ok ? started.facts.filter(({ kind }) => kind === "obligation-opened") : [];
  expect(new Set(opened.map((fact) => "party" in fact && fact.party))).toEqual(new Set(["FR", "KE"]));
  const running = started.ok ? started.facts.reduce(evolveReview, review) : review;
  expect(blockedBy(running)).toContainEqual(expect.objectContaining({ why: "redraw-to-carry-out", party: "PE" }));
});

test("only a party that takes part leaves, on a day that has come", () => {
  const decide = (one: Party, leftOn: string) =>
    recordDenunciation(one, [], { ...denunciation, leftOn: day(leftOn) }, at("2021-08-02"));
  const outcomes = [
    decide(of("FR", "unassigned"), "2021-08-02"),
    decide(of("FR", "not-taking-part"), "2021-08-02"),
    decide(of("FR"), "2021-08-03"),
    decide(of("FR"), "2019-08-03"),
  ].map((each) => (each.ok ? "accepted" : each.refusal));
  expect(outcomes).toEqual(["not-taking-part", "not-taking-part", "date-in-the-future", "date-too-early"]);
});
