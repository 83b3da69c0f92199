import { describe, expect, test } from "vitest";
import {
  addReviewToGroup,
  completeGroupStart,
  completeStartUndoing,
  evolveGroup,
  planGroup,
  startGroup,
  reverseGroupStart,
} from "../../../domain/parties/groups.ts";
import { withdrawStartOrder } from "../../../domain/parties/order-group-start.ts";
import {
  approveStartCorrection,
  completeStartCorrection,
  orderStartCorrection,
} from "../../../domain/parties/correct-group-start.ts";
import { groupWork } from "../../../domain/oversight/work-items.ts";
import type { Fact } from "../../../schemas/model/fact.ts";
import { Group } from "../../../schemas/model/group.ts";
import { at, day, factsOf, party, reviewId, userId } from "../../fixtures/changes.ts";

const evolved = (group: Group | undefined, facts: readonly Fact[]): Group => {
  const next = facts.reduce<Group | undefined>(evolveGroup, group);
  if (next === undefined) throw new Error("No facts");
  return next;
};
const now = at("2020-12-16T05:00:00.000Z");
/** The moment of the letters about a start that is recorded now, for a day more than a week before. */
const lettersAt = at("2020-12-16T08:00:00.000Z");
const plan = { cluster: 1, group: 1, plannedFor: day("2020-12-01"), reviews: [reviewId("FR"), reviewId("JP")] };
const planned = evolved(undefined, factsOf(planGroup(plan, now)));
const starting = evolved(planned, factsOf(startGroup(planned, day("2020-12-01"), now)));
const started = evolved(starting, factsOf(completeGroupStart(starting, now)));

describe("a group", () => {
  test("is planned with its reviews, then starting, then started", () => {
    expect(planned).toEqual({
      id: "c1-g1",
      cluster: 1,
      group: 1,
      state: "planned",
      plannedFor: "2020-12-01",
      reviews: ["c1-FR", "c1-JP"],
    });
    expect(starting).toEqual({ ...planned, state: "starting", startedOn: "2020-12-01", lettersAt, late: true });
    expect(started).toEqual({ ...starting, state: "started" });
    for (const group of [planned, starting, started]) expect(() => Group.parse(group)).not.toThrow();
  });

  test("takes in another review while it rests and nothing of it is paused", () => {
    const outcomes = [planned, starting, started, { ...started, reminders: "paused" as const }].map((group) => {
      const added = addReviewToGroup(group, reviewId("BT"), now);
      return added.ok ? added.facts.map(({ kind }) => kind) : added.refusal;
    });
    expect(outcomes).toEqual([["group-review-added"], "wrong-group-state", ["group-review-added"], "reminders-paused"]);
    expect(addReviewToGroup({ ...started, reminders: "resuming" }, reviewId("BT"), now)).toMatchObject({
      refusal: "reminders-paused",
    });
  });

  test("starts on a day of Vienna, late or today, whatever day was planned", () => {
    expect(factsOf(startGroup(planned, day("2020-12-16"), now))).toEqual([
      {
        kind: "group-started",
        happenedAt: "2020-12-15T23:00:00.000Z",
        group: "c1-g1",
        startedOn: "2020-12-16",
        lettersAt,
      },
    ]);
    expect(startGroup(planned, day("2020-12-17"), at("2020-12-16T23:30:00.000Z")).ok).toBe(true);
  });

  test("is notified by letters at the next nine o'clock, by one to each where it is recorded a week after its day or later", () => {
    const lettersOf = (startedOn: string, recorded: string) => {
      const [fact] = factsOf(startGroup(planned, day(startedOn), at(recorded)));
      return fact?.kind === "group-started" ? [fact.lettersAt, fact.late] : [];
    };
    expect(lettersOf("2020-12-01", "2020-12-07T07:59:00.000Z")).toEqual(["2020-12-07T08:00:00.000Z", undefined]);
    expect(lettersOf("2020-12-01", "2020-12-07T08:00:01.000Z")).toEqual(["2020-12-08T08:00:00.000Z", true]);
    expect(lettersOf("2020-12-01", "2020-12-08T08:00:00.000Z")).toEqual(["2020-12-08T08:00:00.000Z", true]);
    expect(lettersOf("2020-12-01", "2021-07-08T08:00:00.000Z")).toEqual(["2021-07-09T07:00:00.000Z", true]);
  });

  test("whose start is undone is planned again, unless a party has acted, and may be started again", () => {
    const act = { review: reviewId("FR"), party: party("DE"), act: "mandate-began" };
    expect(reverseGroupStart(started, "A slip", act, now)).toEqual({
      ok: false,
      refusal: "party-has-acted",
      details: act,
    });
    for (const group of [planned, starting])
      expect(reverseGroupStart(group, "A slip", undefined, now)).toMatchObject({ refusal: "wrong-group-state" });
    const undoing = evolved(started, factsOf(reverseGroupStart(started, "A slip", undefined, now)));
    expect(undoing).toMatchObject({
      state: "undoing",
      undone: { startedOn: "2020-12-01", lettersAt, reason: "A slip" },
    });
    const { undone: _undone, ...again } = evolved(undoing, factsOf(completeStartUndoing(undoing, now)));
    expect(again).toEqual(planned);
    expect(startGroup(again, day("2020-12-02"), now).ok).toBe(true);
  });

  describe("whose start is corrected", () => {
    const orderedBy = userId(1);
    const to = (on: string) => ({ startedOn: day(on), reason: "A slip", orderedBy });
    const later = at("2020-12-16T09:00:00.000Z");

    test("has the new day and the one before with the reason, and waits for its reviews to follow", () => {
      const facts = factsOf(orderStartCorrection(started, to("2020-12-03"), undefined, later));
      const correcting = evolved(started, facts);
      const corrected = {
        from: "2020-12-01",
        at: later,
        reason: "A slip",
        reportedDay: "2020-12-01",
        lettersAt: "2020-12-17T08:00:00.000Z",
      };
      expect(correcting).toEqual({ ...started, state: "correcting", startedOn: "2020-12-03", corrected });
      expect(() => Group.parse(correcting)).not.toThrow();
      expect(orderStartCorrection(correcting, to("2020-12-03"), undefined, later)).toEqual({ ok: true, facts: [] });
      expect(orderStartCorrection(correcting, to("2020-12-04"), undefined, later)).toMatchObject({
        refusal: "wrong-group-state",
        details: { state: "correcting" },
      });
      expect(evolved(correcting, factsOf(completeStartCorrection(correcting, later)))).toMatchObject({
        state: "started",
        startedOn: "2020-12-03",
        corrected,
      });
    });

    test("is notified the day before its first letters as if it had been recorded so", () => {
      const facts = factsOf(orderStartCorrection(started, to("2020-12-08"), undefined, now));
      expect(evolved(started, facts)).toEqual({
        ...started,
        state: "correcting",
        startedOn: "2020-12-08",
        corrected: { from: "2020-12-01", at: now, reason: "A slip" },
      });
    });

    test("to the same day is no fact; ahead, before the launch or against what is on record it is refused", () => {
      expect(orderStartCorrection(started, to("2020-12-01"), undefined, later)).toEqual({ ok: true, facts: [] });
      const contradiction = { ok: false, refusal: "date-too-late", details: { review: "c1-FR" } } as const;
      for (const [day_, refused, refusal] of [
        ["2020-12-17", undefined, "date-in-the-future"],
        ["2020-10-15", undefined, "date-too-early"],
        ["2020-12-05", contradiction, "date-too-late"],
      ] as const)
        expect(orderStartCorrection(started, to(day_), refused, later)).toMatchObject({ ok: false, refusal });
      for (const group of [planned, starting])
        expect(orderStartCorrection(group, to("2020-12-02"), undefined, later)).toMatchObject({
          refusal: "wrong-group-state",
        });
    });

    test("off the plan waits for a second person, and is given up, or ends as the start itself is undone", () => {
      const pending = evolved(started, factsOf(orderStartCorrection(started, to("2020-12-10"), undefined, later)));
      expect(pending).toEqual({
        ...started,
        correctionOrder: { startedOn: "2020-12-10", reason: "A slip", orderedBy, orderedAt: later },
      });
      expect(groupWork(pending)).toMatchObject({ kind: "group-start-to-approve", since: later });
      expect(orderStartCorrection(pending, to("2020-12-10"), undefined, later)).toEqual({ ok: true, facts: [] });
      const person = (id: number) => ({ id: userId(id) });
      const by = (id: number) => ({ approver: person(id), orderer: person(1) });
      expect(approveStartCorrection(pending, by(1), undefined, later)).toMatchObject({
        refusal: "second-person-needed",
      });
      expect(approveStartCorrection(started, by(2), undefined, later)).toMatchObject({ refusal: "wrong-group-state" });
      const refused = { ok: false, refusal: "date-too-late" } as const;
      expect(approveStartCorrection(pending, by(2), refused, later)).toEqual(refused);
      const correcting = evolved(pending, factsOf(approveStartCorrection(pending, by(2), undefined, later)));
      expect(correcting).toMatchObject({ state: "correcting", startedOn: "2020-12-10" });
      expect(correcting.correctionOrder).toBe(undefined);
      expect(evolved(pending, factsOf(withdrawStartOrder(pending, "No", later)))).toEqual(started);
      for (const group of [started, correcting, planned])
        expect(withdrawStartOrder(group, "No", later)).toMatchObject({ refusal: "wrong-group-state" });
      const undoing = evolved(pending, factsOf(reverseGroupStart(pending, "No", undefined, later)));
      expect([undoing.state, undoing.correctionOrder]).toEqual(["undoing", undefined]);
    });
  });

  test("does not start ahead, nor before the Mechanism was launched", () => {
    expect(startGroup(planned, day("2020-12-17"), now)).toEqual({
      ok: false,
      refusal: "date-in-the-future",
      details: { latest: "2020-12-16" },
    });
    expect(startGroup(planned, day("2020-10-15"), now)).toEqual({
      ok: false,
      refusal: "date-too-early",
      details: { earliest: "2020-10-16" },
    });
    expect(startGroup(planned, day("2020-10-16"), now).ok).toBe(true);
  });

  test("that started again on the same day is no fact, on another it is refused", () => {
    for (const group of [starting, started]) {
      expect(startGroup(group, day("2020-12-01"), now)).toEqual({ ok: true, facts: [] });
      expect(startGroup(group, day("2020-12-02"), now)).toEqual({
        ok: false,
        refusal: "group-already-started",
        details: { startedOn: "2020-12-01" },
      });
    }
  });

  test("has started when its last review has, once", () => {
    expect(factsOf(completeGroupStart(starting, now))).toMatchObject([{ kind: "group-start-completed", reviews: 2 }]);
    for (const group of [planned, started]) expect(completeGroupStart(group, now)).toEqual({ ok: true, facts: [] });
  });

  test("takes in no fact that cannot follow", () => {
    const [planning, start, completion] = [
      factsOf(planGroup(plan, now)),
      factsOf(startGroup(planned, day("2020-12-01"), now)),
      factsOf(completeGroupStart(starting, now)),
    ];
    for (const [group, facts] of [
      [undefined, start],
      [undefined, completion],
      [planned, planning],
      [planned, completion],
      [starting, start],
      [started, start],
      [started, completion],
    ] as const)
      expect(() => evolved(group, facts)).toThrow("cannot take in");
  });
});
