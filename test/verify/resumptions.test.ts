import { beforeAll, describe, expect, test } from "vitest";
import { Tally } from "../../bin/verify/finding.ts";
import type { LetterRow } from "../../bin/verify/letters.ts";
import { checkPausedReviews } from "../../bin/verify/recipients.ts";
import { checkResumptions } from "../../bin/verify/resumptions.ts";
import type { Readings } from "../../bin/verify/read.ts";
import { checkTexts } from "../../bin/verify/texts.ts";
import { parties } from "../domain/lots/few-parties.ts";
import { smallTakeOver } from "../fixtures/small-take-over.ts";
import { later } from "./answer-changes.ts";
import {
  collect,
  type Collected,
  inFacts,
  linesOf,
  type Planted,
  planted,
  resumeReminders,
  takenOver,
} from "./collected.ts";

/** The instant of the letters about the state of the reviews in the resumed group. */
const notifiedAt = "2023-06-21T07:00:00.000Z";
const about = (to: string): string => `${to}, state of the reviews of c1-g1 notified at ${notifiedAt}`;

/** Two groups that were taken over, of which the first was resumed the day before yesterday, and the second is paused. */
let collected: Collected;
beforeAll(async () => {
  const system = await takenOver(parties, smallTakeOver);
  await system.app.moveTo("2023-06-20T10:00:00.000Z");
  await resumeReminders(system, "c1-g1");
  await system.app.moveTo("2023-06-22T10:00:00.000Z");
  collected = await collect(system);
});

const findings = (defect: Planted = {}, timing: object = {}): readonly string[] => {
  const { courses, groups, users, rows, clock } = planted(collected, defect);
  const tally = new Tally();
  checkResumptions(courses, { groups, users }, rows, { ...clock, ...timing }, tally);
  return linesOf(tally);
};

const isLetter =
  (to: string) =>
  (row: LetterRow): boolean =>
    row.kind === "state-of-reviews" && row.to === to;
/** The replacement of the letter to a recipient. */
const instead =
  (to: string, change: (row: LetterRow) => readonly LetterRow[]): NonNullable<Planted["rows"]> =>
  (rows) =>
    rows.flatMap((row) => (isLetter(to)(row) ? change(row) : [row]));
const claimed = (hours: number) => (row: LetterRow) => [{ ...row, claimedAt: later(row.claimedAt ?? "", hours) }];
const letterTo = (to: string): LetterRow => {
  const found = collected.rows.find(isLetter(to));
  if (found === undefined) throw new Error(`There is no letter to ${to}`);
  return found;
};
/** Adds a fact to those of the import of a review. */
const withFact = (review: string, more: object): Planted => ({
  journal: inFacts(`review#${review}`, "review-imported", (fact) => [fact, { ...fact, ...more }]),
});

describe("the checker, of the letters at the release of a group that was taken over,", () => {
  test("finds nothing where each mission and focal point got one letter, and counts them", () => {
    const { courses, groups, users, rows, clock } = planted(collected);
    const tally = new Tally();
    checkResumptions(courses, { groups, users }, rows, clock, tally);
    expect(linesOf(tally)).toEqual([]);
    expect(tally.counts.get("letters of releases recomputed")).toBe(14);
  });

  test("finds a mission and a focal point without a letter", () => {
    const user = collected.rows.find(({ kind, to }) => kind === "state-of-reviews" && to.startsWith("user:"))?.to ?? "";
    for (const to of ["mission:WB", user])
      expect(findings({ rows: instead(to, () => []) })).toEqual([
        `notice-missing: ${about(to)}: no letter states it by 2023-06-21T08:15:00.000Z`,
      ]);
  });

  test("finds a letter that was left out although it could leave, and none that had nowhere to go", () => {
    const skipped = (reason: string) =>
      instead("mission:WB", (row) => [{ ...row, isSent: false, claimedAt: undefined, state: "skipped", reason }]);
    expect(letterTo("mission:AC")).toMatchObject({ state: "skipped", reason: "no-address" });
    expect(findings({ rows: skipped("suppressed") })).toEqual([]);
    expect(findings({ rows: skipped("done") })).toEqual([
      `notice-missing: ${about("mission:WB")}: no letter states it by 2023-06-21T08:15:00.000Z`,
    ]);
  });

  test("finds a party that gets two letters", () => {
    const twice = instead("mission:WB", (row) => [row, { ...row, id: "another" }]);
    expect(findings({ rows: twice })).toEqual([
      `notice-unfounded: ${about("mission:WB")}: 2 letters state one release`,
    ]);
  });

  test("finds a letter that leaves before its morning, and one that leaves long after it", () => {
    const { claimedAt = "" } = letterTo("mission:WB");
    expect(findings({ rows: instead("mission:WB", claimed(-1)) })).toEqual([
      `notice-unfounded: ${about("mission:WB")}: it left at ${later(claimedAt, -1)}`,
    ]);
    const late = { rows: instead("mission:WB", claimed(2)) };
    expect(findings(late)).toEqual([`notice-late: ${about("mission:WB")}: it left at ${later(claimedAt, 2)}`]);
    expect(findings(late, { disturbed: true })).toEqual([]);
    expect(findings(late, { outages: [{ from: "2023-06-21T06:00:00.000Z", to: "2023-06-21T09:00:00.000Z" }] })).toEqual(
      [],
    );
  });

  test("finds nothing about a release from before an upgrade, however its letters were planned", () => {
    const missing = { rows: instead("mission:WB", () => []) };
    const twice = { rows: instead("mission:WB", (row) => [row, { ...row, id: "another" }]) };
    const unfounded: Planted = { journal: inFacts("group#c1-g1", "group-reminders-released", () => []) };
    for (const defect of [missing, twice, unfounded]) {
      expect(findings(defect, { judgedFrom: "2023-06-19T10:00:00.000Z" })).not.toEqual([]);
      expect(findings(defect, { judgedFrom: "2023-06-22T09:00:00.000Z" })).toEqual([]);
    }
  });

  test("finds a letter about a group that is still held", () => {
    const held = {
      ...letterTo("mission:WB"),
      id: "another",
      subject: "State of the country review [RM/c1-g2/WB/state]",
    };
    expect(findings({ rows: (rows) => [...rows, held] })).toEqual([
      "notice-unfounded: letter another to mission:WB: no release calls for it",
    ]);
  });

  test("finds letters about a group of which nothing was released", () => {
    const sent = collected.rows.filter(({ kind, isSent }) => kind === "state-of-reviews" && isSent);
    const unreleased: Planted = { journal: inFacts("group#c1-g1", "group-reminders-released", () => []) };
    expect(findings(unreleased).toSorted()).toEqual(
      sent.map(({ id, to }) => `notice-unfounded: letter ${id} to ${to}: no release calls for it`).toSorted(),
    );
  });

  test("finds a party that gets a letter although it had left, and one whose only review had been abandoned", () => {
    const lettersOf = (code: string) =>
      collected.rows
        .filter(({ kind, party, isSent }) => kind === "state-of-reviews" && party === code && isSent)
        .map(({ id, to }) => `notice-unfounded: letter ${id} to ${to}: no release calls for it`)
        .toSorted();
    expect(lettersOf("WC")).toHaveLength(2);
    const left = { kind: "seat-vacated", party: "WC", leftOn: "2023-06-10" };
    expect(findings(withFact("c1-AB", left)).toSorted()).toEqual(lettersOf("WC"));
    const given = { kind: "review-discontinued", party: "AB", leftOn: "2023-06-10" };
    expect(findings(withFact("c1-AB", given)).toSorted()).toEqual(lettersOf("WC"));
  });
});

describe("the checker, of letters about groups that are held,", () => {
  /** A mail of a kind that left about a review at an instant. */
  const mailed = (kind: string, review: string, mailedAt: string, defect: Planted = {}): readonly string[] => {
    const { courses } = planted(collected, defect);
    const row = { ...letterTo("mission:WB"), kind, id: "letter", reviews: [review] };
    const mail = { id: "mail", letter: row.id, at: mailedAt, to: ["mission@wb.example.org"], subject: "", text: "" };
    const readings = { mails: [mail] } as unknown as Readings;
    const tally = new Tally();
    checkPausedReviews([row], new Map(courses.map((course) => [course.id, course])), readings, tally);
    return linesOf(tally);
  };
  const finding = (kind: string, review: string, at: string): string =>
    `letter-of-held-review: letter letter (${kind}) to mission:WB: it left at ${at}, and letters about ${review} are held`;

  test("finds a reminder of a group that is held, or that leaves before the letters of its release", () => {
    const now = "2023-06-22T07:00:00.000Z";
    expect(mailed("duty-reminder", "c1-WA", now)).toEqual([finding("duty-reminder", "c1-WA", now)]);
    const early = later(notifiedAt, -1);
    expect(mailed("duty-reminder", "c1-AC", early)).toEqual([finding("duty-reminder", "c1-AC", early)]);
    expect(mailed("duty-reminder", "c1-AC", notifiedAt)).toEqual([]);
    expect(mailed("invitation", "c1-WA", now)).toEqual([]);
  });

  test("finds a notification of an imported act, and none of an act that was recorded since", () => {
    const now = "2023-06-22T07:00:00.000Z";
    expect(mailed("list-published", "c1-WA", now)).toEqual([finding("list-published", "c1-WA", now)]);
    const acted: Planted = {
      journal: (entries, subject) =>
        subject === "review#c1-WA" ? [...entries, { ...entries.at(-1)!, by: "u-1" }] : entries,
    };
    expect(mailed("list-published", "c1-WA", now, acted)).toEqual([]);
    expect(mailed("duty-reminder", "c1-WA", now, acted)).toEqual([finding("duty-reminder", "c1-WA", now)]);
  });
});

describe("the checker, of the secretariat's daily list,", () => {
  const listed = (review: string, mailedAt: string): readonly string[] => {
    const { courses } = planted(collected);
    const row = { ...letterTo("mission:WB"), kind: "daily-list", id: "list", to: "secretariat", party: undefined };
    const text = { subject: "Daily list", text: `Written feedback in ${review}`, html: "" };
    const mail = { id: "mail", letter: row.id, at: mailedAt, to: ["daily.list@example.org"], ...text };
    const readings = { parties: [], mandates: new Map(), mails: [mail] } as unknown as Readings;
    const tally = new Tally();
    checkTexts(
      [{ ...row, reviews: [] }],
      new Map(courses.map((course) => [course.id, course])),
      readings,
      new Map(),
      tally,
    );
    return linesOf(tally);
  };

  test("finds a review of a group that is held, or of which the release letters come later", () => {
    const finding = (review: string) =>
      `held-review-listed: letter list (daily-list) to secretariat: it names ${review}, which no letter covers yet`;
    expect(listed("c1-WA", "2023-06-22T07:00:00.000Z")).toEqual([finding("c1-WA")]);
    expect(listed("c1-AC", later(notifiedAt, -1))).toEqual([finding("c1-AC")]);
    expect(listed("c1-AC", notifiedAt)).toEqual([]);
  });
});
