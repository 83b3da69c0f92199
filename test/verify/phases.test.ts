import { beforeAll, describe, expect, test } from "vitest";
import { Tally } from "../../bin/verify/finding.ts";
import { checkNotices } from "../../bin/verify/notices.ts";
import { checkPhases } from "../../bin/verify/phases.ts";
import { answerOf, makeIdempotencyKey } from "../../client/client.ts";
import { CalendarDate } from "../../schemas/base/values.ts";
import type { Stage } from "../../schemas/model/review.ts";
import { pairing, parties } from "../domain/lots/few-parties.ts";
import { smallTakeOver } from "../fixtures/small-take-over.ts";
import { takeOver } from "../fixtures/take-over.ts";
import { later } from "./answer-changes.ts";
import {
  collect,
  type Collected,
  inFacts,
  linesOf,
  type Planted,
  planted,
  resumeReminders,
  type SmallSystem,
  takenOver,
  together,
} from "./collected.ts";

/** The instant at which the fourth cluster was opened. */
const openedAt = "2023-06-20T10:00:00.000Z";
const stages: readonly Stage[] = ["concluded", "questionnaire"];
const joinedSince = new Set<string>(["AB", "AC", "WA", "WB", "WD"]);

/** A group that has concluded and one that is under way, of parties of which most have joined a protocol since. */
const firstCluster = () => {
  const groups = pairing().map(({ number, plannedFor, reviews }, place) => ({
    cluster: 1,
    group: number,
    startedOn: plannedFor,
    reviews: reviews.map((paired) => ({ paired, stage: stages[place] ?? "nomination" })),
  }));
  const known = parties.map((party) =>
    joinedSince.has(party.id)
      ? { ...party, joined: { ...party.joined, TIP: CalendarDate.parse("2022-05-01") } }
      : party,
  );
  return takenOver(known, { ...takeOver(groups), missions: smallTakeOver["missions"] ?? { rows: [] } });
};

/** A party leaves that reviews in both groups. */
const leave = async ({ app, api, secondOfficer }: SmallSystem, partyId: string): Promise<void> => {
  const path = { partyId };
  const body = { leftOn: "2023-06-12", document: "C.N.55.2023" };
  const preview = await answerOf(api.POST("/v1/parties/{partyId}/denunciation/previews", { params: { path }, body }));
  const ordered = { params: { path, header: makeIdempotencyKey() }, body: { ...body, preview: preview.body.hash } };
  await answerOf(api.POST("/v1/parties/{partyId}/denunciation", ordered));
  const approved = { params: { path, header: makeIdempotencyKey() } };
  await answerOf(secondOfficer.POST("/v1/parties/{partyId}/denunciation/approval", approved));
  await app.settle();
};

const openPhase = async ({ app, api }: SmallSystem, phaseId: string): Promise<void> => {
  const path = { phaseId };
  const { body } = await answerOf(api.POST("/v1/phases/{phaseId}/opening/previews", { params: { path } }));
  const params = { path, header: makeIdempotencyKey() };
  await answerOf(api.POST("/v1/phases/{phaseId}/opening", { params, body: { preview: body.hash } }));
  await app.settle();
};

let collected: Collected;
beforeAll(async () => {
  const system = await firstCluster();
  for (const { number } of pairing()) await resumeReminders(system, `c1-g${number}`);
  await system.app.moveTo(openedAt);
  await leave(system, "WC");
  await openPhase(system, "c4");
  await system.app.moveTo("2023-06-22T10:00:00.000Z");
  collected = await collect(system);
});

const tallyOf = (defect: Planted = {}): Tally => {
  const { courses, phases, parties: known } = planted(collected, defect);
  const tally = new Tally();
  checkPhases(courses, { phases, parties: known }, tally);
  return tally;
};
const findings = (...defects: readonly NonNullable<Planted["journal"]>[]) =>
  linesOf(tallyOf({ journal: together(...defects) }));
const inOpening = (change: (fact: any) => object) => inFacts("phase#c4", "phase-opened", (fact) => [change(fact)]);
const inDrawing = (review: string, change: (seats: any[]) => readonly object[]) =>
  inFacts(`review#${review}`, "review-drawn", (fact) => [{ ...fact, seats: change(fact.seats) }]);
const withoutMandates = (review: string, party: string) =>
  inFacts(`review#${review}`, "mandates-continued", (fact) => [
    { ...fact, mandates: fact.mandates.filter((one: any) => one.party !== party) },
  ]);
/** The mandate of the focal point of a party in a review. */
const mandateOf = (review: string, party: string): string => {
  const course = planted(collected).courses.find(({ id }) => id === review);
  return [...(course?.mandates.values() ?? [])].find((one) => one.party === party)?.id ?? "none";
};

describe("the checker, of a phase that was opened,", () => {
  test("finds nothing where the gate was reached, lots were drawn, and a party had left", () => {
    const tally = tallyOf();
    expect(linesOf(tally)).toEqual([]);
    expect(Object.fromEntries(tally.counts)).toEqual({ "phases recounted": 1, "draws held again": 2 });
    expect(mandateOf("c1-AB", "WC")).toMatch(/^m-/u);
  });

  test("finds one that was opened while a group before it was held, or on the day before its letters", () => {
    const finding = "phase-before-release: c4: it was opened before the letters of c1-g1";
    const released = (change: (fact: any) => readonly object[]) =>
      inFacts("review#c1-AA", "reminders-released", change);
    expect(findings(released(() => []))).toEqual([finding]);
    expect(findings(released((fact) => [{ ...fact, lettersAt: later(openedAt, 1) }]))).toEqual([finding]);
  });

  test("finds a gate that was counted otherwise", () => {
    const more = inOpening((fact) => ({ ...fact, gate: { ...fact.gate, of: 4 } }));
    expect(findings(more)).toEqual(["gate-miscounted: c4: it was opened over 3 of 4, the journal gives 3 of 3"]);
  });

  test("finds a gate that was not reached, and none where a decision lifted it", () => {
    const two = inOpening((fact) => ({ ...fact, gate: { ...fact.gate, concluded: 2 } }));
    const unfinished = inFacts("review#c1-AA", "stage-changed", (fact) => (fact.to === "concluded" ? [] : [fact]));
    const decision = { body: "conference", document: "CTOC/COP/2022/9", decidedOn: "2022-10-21" };
    expect(findings(two, unfinished)).toEqual(["gate-not-reached: c4: 2 of 3 reviews were concluded"]);
    expect(
      findings(
        two,
        unfinished,
        inOpening((fact) => ({ ...fact, decision })),
      ),
    ).toEqual([]);
  });

  test("counts no review at the gate whose party had left, and every one that was concluded later as not concluded", () => {
    const leaving = { kind: "review-discontinued", party: "AA", leftOn: "2023-06-10" };
    const left = inFacts("review#c1-AA", "review-imported", (fact) => [fact, { ...fact, ...leaving }]);
    expect(findings(left)).toEqual(["gate-miscounted: c4: it was opened over 3 of 3, the journal gives 2 of 2"]);
    const afterwards: NonNullable<Planted["journal"]> = (entries, subject) =>
      subject !== "review#c1-AA"
        ? entries
        : entries.flatMap((entry) => {
            const isEnd = (fact: any): boolean => fact.kind === "stage-changed" && fact.to === "concluded";
            const recordedAt = later(openedAt, 1);
            return [
              { ...entry, facts: entry.facts.filter((fact) => !isEnd(fact)) },
              { ...entry, version: 2, recordedAt, facts: entry.facts.filter(isEnd) },
            ];
          });
    expect(findings(afterwards)).toEqual([
      "gate-miscounted: c4: it was opened over 3 of 3, the journal gives 2 of 3",
      "gate-not-reached: c4: 2 of 3 reviews were concluded",
    ]);
  });

  test("finds lots that give another party, or none", () => {
    const among = (...candidates: readonly string[]) =>
      inOpening((fact) => ({
        ...fact,
        drawings: fact.drawings.map((one: any) =>
          one.party === "AB" ? { ...one, draw: { ...one.draw, turns: [{ ...one.draw.turns[0], candidates }] } } : one,
        ),
      }));
    expect(findings(among("AA"))).toEqual(["draw-differs: c4, AB: the seed gives AA, the record says WB"]);
    expect(findings(among())).toEqual(["draw-differs: c4, AB: the seed gives none, the record says WB"]);
  });

  test("finds a review that was not set up, and one without a predecessor", () => {
    const missing: NonNullable<Planted["journal"]> = (entries, subject) => (subject === "review#c4-AC" ? [] : entries);
    expect(findings(missing)).toEqual(["phase-incomplete: c4-AC: it was not set up"]);
    const elsewhere = inFacts("review#c4-AC", "review-drawn", (fact) => [{ ...fact, party: "ZZ" }]);
    expect(findings(elsewhere)).toEqual(["phase-incomplete: c4-AC: it continues no review"]);
  });

  test("finds a pairing that does not hold, and one that is not as lots made it", () => {
    const held = "AA reviewing,AC under-review,WD reviewing";
    const other = inDrawing("c4-AC", (seats) =>
      seats.map((one) => (one.party === "AA" ? { ...one, party: "ZZ" } : one)),
    );
    expect(findings(other)).toEqual([
      `pairing-changed: c4-AC: it was set up with AC under-review,WD reviewing,ZZ reviewing, not ${held}`,
    ]);
    const [drawn, narrowed] = ["AB under-review UNTOC TIP FP,AC reviewing UNTOC", "WC reviewing UNTOC FP"];
    const given = `${drawn} TIP FP,WB additional-reviewer TIP,${narrowed}`;
    const without = inDrawing("c4-AB", (seats) => seats.filter(({ party }) => party !== "WB"));
    expect(findings(without)).toEqual([
      `pairing-changed: c4-AB: it was set up with ${drawn} TIP FP,${narrowed}, not ${given}`,
    ]);
    const fewer = inDrawing("c4-AB", (seats) =>
      seats.map((one) => (one.party === "AC" ? { ...one, instruments: ["UNTOC"] } : one)),
    );
    expect(findings(fewer)).toEqual([
      `pairing-changed: c4-AB: it was set up with ${drawn},WB additional-reviewer TIP,${narrowed}, not ${given}`,
    ]);
  });

  test("finds nothing where a seat was drawn again after the lots of the opening, which left it out", () => {
    const seat = { party: "WD", role: "reviewing", instruments: ["UNTOC", "FP"] };
    const redrawn = { kind: "seat-redrawn", review: "c1-AB", happenedAt: openedAt, from: "WC", seat };
    const drawnAgain: NonNullable<Planted["journal"]> = (entries, subject) => {
      const [entry] = entries;
      return subject !== "review#c1-AB" || entry === undefined
        ? entries
        : [
            ...entries,
            { ...entry, version: 2, recordedAt: later(openedAt, 1), facts: [redrawn] as typeof entry.facts },
          ];
    };
    const setUpLater: NonNullable<Planted["journal"]> = (entries, subject) =>
      subject === "review#c4-AB" ? entries.map((entry) => ({ ...entry, recordedAt: later(openedAt, 2) })) : entries;
    const asHeld = inDrawing("c4-AB", (seats) => [...seats.filter(({ party }) => party[0] === "A"), seat]);
    expect(findings(drawnAgain, setUpLater, asHeld)).toEqual([]);
    expect(findings(drawnAgain, setUpLater)).toHaveLength(1);
  });

  test("finds a mandate that does not run on, although it ends later", () => {
    const mandate = mandateOf("c1-AC", "WD");
    const lost = `mandate-lost: c4-AC: ${mandate} does not run on`;
    const ends = (until: string) =>
      inFacts("review#c1-AC", "review-imported", (fact) => [fact, { ...fact, kind: "mandate-ended", mandate, until }]);
    expect(findings(withoutMandates("c4-AC", "WD"))).toEqual([lost]);
    expect(findings(withoutMandates("c4-AC", "WD"), ends(later(openedAt, 1)))).toEqual([lost]);
    expect(findings(withoutMandates("c4-AC", "WD"), ends(later(openedAt, -1)))).toEqual([]);
  });

  test("finds mandates that do not run on of a party that left after the opening", () => {
    const afterwards: NonNullable<Planted["journal"]> = (entries, subject) =>
      subject === "party#WC" ? entries.map((entry) => ({ ...entry, recordedAt: later(openedAt, 1) })) : entries;
    expect(findings(afterwards)).toEqual([`mandate-lost: c4-AB: ${mandateOf("c1-AB", "WC")} does not run on`]);
  });
});

describe("the checker, of the letters at the opening of a phase,", () => {
  const noticesWith = (rows: NonNullable<Planted["rows"]>): readonly string[] => {
    const { courses, users, phases, rows: known, clock } = planted(collected, { rows });
    const tally = new Tally();
    checkNotices(courses, { users, phases }, known, clock, tally);
    return linesOf(tally);
  };
  const about = "mission:WD, phase-opened (phase#c4: opened)";
  const isLetter = (row: Collected["rows"][number]) => row.kind === "phase-opened" && row.to === "mission:WD";

  test("finds nothing where each mission got one in time", () => {
    expect(collected.rows.filter(isLetter)).toMatchObject([{ state: "delivered" }]);
    expect(noticesWith((rows) => rows)).toEqual([]);
  });

  test("finds one that is missing, one that leaves late, and one to a party that has left", () => {
    expect(noticesWith((rows) => rows.filter((row) => !isLetter(row)))).toEqual([
      `notice-missing: ${about}: no letter since ${openedAt}`,
    ]);
    const decidedAt = later(openedAt, 3);
    expect(noticesWith((rows) => rows.map((row) => (isLetter(row) ? { ...row, decidedAt } : row)))).toEqual([
      `notice-late: ${about}: left at ${decidedAt}, had to by 2023-06-20T11:15:00.000Z`,
    ]);
    const other = (rows: Collected["rows"]) =>
      rows.filter(isLetter).map((row) => ({ ...row, id: "another", to: "mission:WC" }));
    expect(noticesWith((rows) => [...rows, ...other(rows)])).toEqual([
      "notice-unfounded: letter another to mission:WC: phase-opened: nothing happened that this recipient hears of",
    ]);
  });
});

describe("the checker, of the letters about a denunciation,", () => {
  const noticesWith = (change: Planted): readonly string[] => {
    const { courses, users, phases, rows, clock } = planted(collected, change);
    const tally = new Tally();
    checkNotices(courses, { users, phases }, rows, clock, tally);
    return linesOf(tally);
  };
  const isAbout = (row: Collected["rows"][number]) => row.kind === "party-left";

  test("finds nothing where each mission got one of all reviews, and one that is missing, or is of fewer", () => {
    const several = collected.rows.find((row) => isAbout(row) && row.reviews.length > 1);
    if (several === undefined) throw new Error("no letter covers several reviews");
    const { to, reviews, id } = several;
    const about = `${to}, party-left of ${reviews.toSorted().join(", ")} (WC left)`;
    expect(noticesWith({})).toEqual([]);
    expect(noticesWith({ rows: (rows) => rows.filter((row) => row.id !== id) })).toEqual([
      expect.stringMatching(`^notice-missing: ${about.replaceAll(/[()]/gu, "\\$&")}: no letter since`),
    ]);
    const fewer = (rows: Collected["rows"]) =>
      rows.map((row) => (row.id === id ? { ...row, reviews: reviews.slice(1) } : row));
    expect(noticesWith({ rows: fewer })).toEqual([
      expect.stringContaining("notice-missing"),
      `notice-unfounded: letter ${id} to ${to}: party-left of ${reviews.slice(1).join(", ")}: nothing happened that this recipient hears of`,
    ]);
  });
});
