import { describe, expect, test } from "vitest";
import { countGate } from "../../../domain/statistics/phase-gate.ts";
import { presentHistory } from "../../../domain/statistics/present-history.ts";
import { foreseePhase, type PhaseGround, phaseToOpen } from "../../../domain/oversight/phase-preview.ts";
import { timelineOf } from "../../../domain/oversight/timeline.ts";
import { evolvePhase, nextPhase, openPhase } from "../../../domain/parties/phases.ts";
import { phasePreview } from "../../../domain/views/phases.ts";
import { CycleId, firstCycle, groupIdOf, PartyId, PhaseId, reviewIdOf } from "../../../schemas/base/ids.ts";
import type { Group } from "../../../schemas/model/group.ts";
import type { Party } from "../../../schemas/model/party.ts";
import { type Review, Stage } from "../../../schemas/model/review.ts";
import { at, day } from "../review/play.ts";

const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ".split("");
const codes = letters.flatMap((one) => letters.map((other) => PartyId.parse(`${one}${other}`)));

const reviewOf = (party: PartyId, stage: Review["stage"], group = 1): Review => ({
  id: reviewIdOf(1, party),
  cluster: 1,
  group: groupIdOf(1, group),
  party,
  stage,
  stageSince: at("2022-06-01"),
  seats: { [party]: { party, role: "under-review", instruments: ["UNTOC"] } },
  mandates: {},
  obligations: {},
});

/** Returns the first group of 62 reviews, of which a number is concluded. */
const firstGroup = (concluded: number): readonly Review[] =>
  codes.slice(0, 62).map((party, place) => reviewOf(party, place < concluded ? "concluded" : "feedback"));

const groupOf = (reviews: readonly Review[], number = 1, more: Partial<Group> = {}): Group => ({
  id: groupIdOf(1, number),
  cluster: 1,
  group: number,
  state: "started",
  plannedFor: day("2020-12-01"),
  startedOn: day("2020-12-03"),
  reviews: reviews.map(({ id }) => id),
  ...more,
});

const groundOf = (reviews: readonly Review[]): PhaseGround => ({
  reviews,
  pairings: { groups: [], parties: [], limits: { mostReviewers: 4, load: { min: 1, max: 3 } } },
});

const now = at("2024-10-20");
const foresee = (ground: PhaseGround, groups: readonly Group[] = [groupOf(ground.reviews)]) => {
  const found = phaseToOpen(PhaseId.parse("c4"), groups, now);
  if (!found.ok) throw new Error(found.refusal);
  return foreseePhase(found.next, ground, () => 1, now);
};

const gateOf = (groups: readonly Group[], reviews: readonly Review[]) =>
  countGate(groups, reviews.map(presentHistory), now);

describe("the gate before the next phase", () => {
  test.each([
    [62, 44],
    [63, 45],
    [10, 7],
    [1, 1],
  ])("of %i reviews needs 70 per cent, a fraction counting as a whole review: %i", (of, needed) => {
    const reviews = codes.slice(0, of).map((party) => reviewOf(party, "feedback"));
    expect(gateOf([groupOf(reviews)], reviews).count).toEqual({ concluded: 0, of, needed });
  });

  test("is not reached while there is no review that it could count", () => {
    const { plan, drawings } = foresee(groundOf([]));
    expect(openPhase(plan, { preview: plan.hash }, drawings, now)).toMatchObject({ refusal: "gate-not-reached" });
  });

  test("counts the first group alone, and lists what it counts", () => {
    const own = firstGroup(2);
    const others = codes.slice(62, 70).map((party) => reviewOf(party, "concluded", 2));
    const groups = [groupOf(own), groupOf(others, 2)];
    const { count, concluded, remaining } = gateOf(groups, [...own, ...others]);
    expect(count).toEqual({ concluded: 2, of: 62, needed: 44 });
    expect(concluded).toEqual(["c1-AA", "c1-AB"]);
    expect(remaining).toHaveLength(60);
  });

  test("leaves out whose party left: neither concluded nor among those of which 70 per cent are", () => {
    const discontinued = { leftOn: day("2023-01-01"), document: "C.N.55.2022", at: at("2023-01-01") };
    const reviews = firstGroup(2).map((review, place) => (place > 59 ? { ...review, discontinued } : review));
    const { count, remaining } = gateOf([groupOf(reviews)], reviews);
    expect(count).toEqual({ concluded: 2, of: 60, needed: 42 });
    expect(remaining).toHaveLength(58);
    const [, ...steps] = timelineOf(groupOf(reviews), reviews, now);
    for (const { passed, behind } of steps) expect(passed + behind.length).toBe(60);
  });

  test("does not continue the review of a party that left, though it had concluded", () => {
    const reviews = firstGroup(62);
    const [first] = reviews;
    const left = { id: codes[0] ?? PartyId.parse("AA"), participation: "not-taking-part" } as Party;
    const { pairings } = groundOf(reviews);
    const seats = Object.values(first?.seats ?? {});
    const paired = { id: reviewIdOf(1, left.id), party: left.id, seats, limitWaived: false };
    const pairedGroup = { number: 1, plannedFor: day("2020-12-01"), reviews: [paired] };
    const joinedSince = { ...left, joined: { UNTOC: day("2003-09-29"), FP: day("2021-10-14") } };
    const { plan, ...outlook } = foresee({
      reviews,
      pairings: { ...pairings, groups: [pairedGroup], parties: [joinedSince] },
    });
    expect([outlook.drawings, outlook.unfilled, outlook.changes]).toEqual([[], [], []]);
    expect(outlook.parties).not.toContain(left.id);
    expect(plan.groups.flatMap((group) => group.reviews)).toHaveLength(61);
    expect(plan.groups.flatMap((group) => group.reviews)).not.toContain(first?.id.replace("c1", "c4"));
  });

  test("is closed at the 43rd conclusion and open at the 44th", () => {
    const opened = [43, 44].map((concluded) => {
      const { plan, drawings } = foresee(groundOf(firstGroup(concluded)));
      return openPhase(plan, { preview: plan.hash }, drawings, now);
    });
    expect(opened).toMatchObject([
      { ok: false, refusal: "gate-not-reached", details: { concluded: 43, needed: 44, of: 62 } },
      { ok: true, facts: [{ kind: "phase-opened", gate: { concluded: 44, of: 62, needed: 44 } }] },
    ]);
  });

  test("is lifted by a decision of a day that has come, which is recorded", () => {
    const { plan, drawings } = foresee(groundOf(firstGroup(0)));
    const decision = { body: "conference", document: "CTOC/COP/2024/9", decidedOn: day("2024-10-18") } as const;
    expect(openPhase(plan, { preview: plan.hash, decision }, drawings, now)).toMatchObject({
      ok: true,
      facts: [{ kind: "phase-opened", decision }],
    });
    const ahead = { ...decision, decidedOn: day("2024-10-21") };
    expect(openPhase(plan, { preview: plan.hash, decision: ahead }, drawings, now)).toMatchObject({
      refusal: "date-in-the-future",
    });
  });
});

describe("a phase", () => {
  test("follows in the order of clusters: the fourth after the first, then the second and the third", () => {
    const reviews = firstGroup(44);
    const groups = (...clusters: readonly number[]) =>
      clusters.map((cluster) => ({ ...groupOf(reviews), id: groupIdOf(cluster, 1), cluster }));
    const next = (...clusters: readonly number[]) => nextPhase(firstCycle, groups(...clusters), day("2024-10-20"))?.id;
    expect([next(1), next(1, 4), next(1, 4, 2), next(1, 2, 3, 4)]).toEqual(["c4", "c2", "c3", undefined]);
  });

  test("of another cycle follows those of its own cycle", () => {
    const [first] = [groupOf(firstGroup(44))];
    const cycle = CycleId.parse("untoc2");
    const second = { ...groupOf([]), id: groupIdOf(1, 1, cycle) };
    expect(nextPhase(cycle, [first], day("2030-10-20"))).toBeUndefined();
    expect(nextPhase(cycle, [first, second], day("2030-10-20"))).toMatchObject({
      id: "untoc2-c4",
      follows: "untoc2-c1",
      groups: [{ id: "untoc2-c1-g1" }],
    });
  });

  test("starts each group two years after the start of the one it follows, and none before it is opened", () => {
    const reviews = firstGroup(44);
    const [second, third] = [2, 3].map((number) => [reviewOf(codes[number * 100] ?? codes[0]!, "feedback", number)]);
    const groups = [
      groupOf(reviews),
      groupOf(second ?? [], 2, { startedOn: day("2022-11-15") }),
      groupOf(third ?? [], 3, { state: "planned", startedOn: undefined, plannedFor: day("2023-11-01") }),
    ];
    const { plan } = foresee(groundOf([...reviews, ...(second ?? []), ...(third ?? [])]), groups);
    expect(plan.groups.map(({ group, follows, plannedFor }) => [group, follows, plannedFor])).toEqual([
      ["c4-g1", "c1-g1", "2024-10-20"],
      ["c4-g2", "c1-g2", "2024-11-15"],
      ["c4-g3", "c1-g3", "2025-11-01"],
    ]);
  });

  test("is refused until every group before it that was taken over is released and its letters have left", () => {
    const found = (...more: readonly Partial<Group>[]) =>
      phaseToOpen(
        PhaseId.parse("c4"),
        more.map((one, place) => groupOf([], place + 1, one)),
        now,
      );
    const resumed = (lettersAt: string) => ({
      resumed: { at: at("2024-10-19"), lettersAt: at(lettersAt), toNotify: [] },
    });
    const held = { reminders: "paused" } as const;
    const resuming = { reminders: "resuming", ...resumed("2024-10-20T07:00:00.000Z") } as const;
    expect(found(held, {}, resuming)).toMatchObject({
      refusal: "reminders-paused",
      details: { groups: ["c1-g1", "c1-g3"] },
    });
    expect(found(resumed("2024-10-21T07:00:00.000Z"))).toMatchObject({ details: { groups: ["c1-g1"] } });
    expect(found(resumed(now), {})).toMatchObject({ ok: true });
  });

  test("is refused once it is open, and in the wrong order", () => {
    const groups = [groupOf(firstGroup(44))];
    const open = [...groups, { ...groupOf([]), id: groupIdOf(4, 1), cluster: 4 }];
    const [c4, c2] = [PhaseId.parse("c4"), PhaseId.parse("c2")];
    expect(phaseToOpen(c4, open, now)).toMatchObject({ refusal: "phase-already-open" });
    expect(phaseToOpen(c2, groups, now)).toMatchObject({ refusal: "phase-not-next", details: { next: "c4" } });
  });

  test("quotes a preview that still counts the same", () => {
    const before = foresee(groundOf(firstGroup(44)));
    const after = foresee(groundOf(firstGroup(45)));
    expect(openPhase(after.plan, { preview: before.plan.hash }, [], now)).toMatchObject({
      refusal: "phase-preview-changed",
    });
  });

  test("folds no second opening", () => {
    const { plan } = foresee(groundOf(firstGroup(44)));
    const opened = openPhase(plan, { preview: plan.hash }, [], now);
    const [fact] = opened.ok ? opened.facts : [];
    if (fact === undefined) throw new Error("not opened");
    expect(() => evolvePhase(evolvePhase(undefined, fact), fact)).toThrow("A phase that is opening cannot take in");
  });

  test("is previewed with the parties whose missions have left no address", () => {
    const outlook = foresee(groundOf(firstGroup(44)));
    const [first = codes[0]!] = outlook.parties;
    expect(phasePreview(outlook, [first])).toMatchObject({ letters: 61, withoutAddress: [{ party: first }] });
  });
});

test("the indicative timeline counts from the planned start, also for reviews that have not begun", () => {
  const reviews = Stage.options.map((stage, place) => ({
    ...reviewOf(codes[place]!, stage),
    stageSince: at("2020-12-01"),
  }));
  const group = { id: groupIdOf(1, 1), plannedFor: day("2020-12-01") };
  const behindOn = (today: string) =>
    timelineOf(group, reviews, at(today)).map(({ step, passed, behind }) => [step, passed, behind.length]);
  expect(behindOn("2021-06-01")).toEqual([
    ["nomination", 5, 2],
    ["consultation", 4, 3],
    ["questionnaire", 3, 0],
    ["feedback", 2, 0],
    ["observations", 1, 0],
  ]);
  expect(behindOn("2022-12-02").map(([, , behind]) => behind)).toEqual([2, 3, 4, 5, 6]);
});
