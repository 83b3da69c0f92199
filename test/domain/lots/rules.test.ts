import { describe, expect, test } from "vitest";
import { violations } from "../../../domain/lots/rules.ts";
import type { PairedGroup } from "../../../schemas/model/data-files.ts";
import { reviewIdOf } from "../../../schemas/base/ids.ts";
import type { Party } from "../../../schemas/model/party.ts";
import { CalendarDate } from "../../../schemas/base/values.ts";
import { additionalSeat, id, limits, pairing, parties, party, reviewerSeat } from "./few-parties.ts";

/** Returns the violations, as "rule party detail". */
const found = (groups: readonly PairedGroup[], among: readonly Party[] = parties, within = limits): string[] =>
  violations(groups, among, within).map(({ rule, party: code, detail }) => `${rule} ${code} ${detail}`);

const changed = (code: string, change: Partial<Party>): Party[] =>
  parties.map((one) => (one.id === code ? { ...one, ...change } : one));

/** Returns the sound pairing with the seats of one review changed. */
const reseated = (code: string, change: (seats: PairedGroup["reviews"][number]["seats"]) => void): PairedGroup[] => {
  const groups = structuredClone(pairing());
  for (const { party: reviewed, seats } of groups.flatMap(({ reviews }) => reviews))
    if (reviewed === code) change(seats);
  return groups;
};

test("a sound pairing breaks no rule", () => {
  expect(found(pairing())).toEqual([]);
});

describe("each rule is seen when it is broken", () => {
  test("a party reviews itself", () => {
    expect(found(pairing({ AB: [reviewerSeat("AB"), reviewerSeat("WC")] }))).toContain("not-itself AB reviews itself");
  });

  test("two parties review each other, though in different groups", () => {
    expect(found(pairing({ WC: [reviewerSeat("WD"), reviewerSeat("AB")] }))).toEqual([
      "no-mutual-review AB is reviewed by WC and reviews it",
      "no-mutual-review WC is reviewed by AB and reviews it",
      "load AB reviews 4 parties, must review 1 to 3",
    ]);
  });

  test("two parties review each other, though in different clusters, and only that way round", () => {
    // WC reviews AB here. In the other cluster AB reviews WC, and WC reviews AB as it does here.
    const [paired] = pairing({ WC: [reviewerSeat("AB")] })[1]?.reviews.filter(({ party: of }) => of === "WC") ?? [];
    const [same] = pairing()[0]?.reviews.filter(({ party: of }) => of === "AB") ?? [];
    if (paired === undefined || same === undefined) throw new Error("No such pairings");
    const other = { ...paired, id: reviewIdOf(4, id("WC")) };
    const elsewhere = [other, { ...same, id: reviewIdOf(4, id("AB")) }];
    expect(violations(pairing(), parties, limits, elsewhere)).toEqual([
      {
        rule: "no-mutual-review",
        party: "AB",
        review: "c1-AB",
        detail: "is reviewed by WC and reviews it in c4-WC",
      },
    ]);
  });

  test("an additional reviewer counts for mutual review as well", () => {
    expect(found(pairing({ WB: [reviewerSeat("WC"), reviewerSeat("AA")] }))).toContain(
      "no-mutual-review AA is reviewed by WB and reviews it",
    );
  });

  test("a party reviews an instrument that it has not joined", () => {
    expect(found(pairing({ AA: [reviewerSeat("AB"), reviewerSeat("WA")] }))).toContain(
      "joined-instruments AA has WA review FP, which WA had not joined",
    );
  });

  test("a party reviews an instrument that it joined only after the review was to start", () => {
    const late = { UNTOC: CalendarDate.parse("2003-09-29"), FP: CalendarDate.parse("2020-12-02") };
    expect(found(pairing(), changed("WD", { joined: late }))).toEqual(
      expect.arrayContaining(["joined-instruments AC has WD review FP, which WD had not joined"]),
    );
    expect(found(pairing(), changed("WD", { joined: late })).join()).not.toMatch(/joined-instruments WC/);
  });

  test("an instrument that a party joins on the day of the review counts for it", () => {
    const onTheDay = { UNTOC: CalendarDate.parse("2003-09-29"), FP: CalendarDate.parse("2020-12-01") };
    expect(found(pairing(), changed("WD", { joined: onTheDay })).join()).not.toMatch(/WD review FP/);
  });

  test("an instrument has no reviewer from the own regional group", () => {
    expect(found(pairing({ AB: [reviewerSeat("WA", ["UNTOC"]), reviewerSeat("WC")] }))).toEqual(
      expect.arrayContaining([
        "one-from-each-side AB has 0 reviewers from its own group for UNTOC, must have 1",
        "one-from-each-side AB has 2 reviewers from other groups for UNTOC, must have 1",
        "one-from-each-side AB has 0 reviewers from its own group for FP, must have 1",
      ]),
    );
  });

  test("an instrument has only one reviewer because no party fills in for it", () => {
    expect(found(pairing({ AA: [reviewerSeat("AB"), reviewerSeat("WA", ["UNTOC"])] }))).toEqual([
      "one-from-each-side AA has 0 reviewers from other groups for FP, must have 1",
    ]);
  });

  test("a party without a regional group has no own group to be reviewed from", () => {
    expect(found(pairing(), changed("AA", { regionalGroup: null }))).toContain(
      "one-from-each-side AA carries no regional group to draw from",
    );
  });

  test("a party is reviewed for an instrument that it has not joined itself", () => {
    expect(found(pairing({ WA: [reviewerSeat("WD"), reviewerSeat("AB", ["UNTOC"])] }))).toEqual(
      expect.arrayContaining(["one-from-each-side WA has WD review FP, which it had not joined itself"]),
    );
  });

  test("an additional reviewer is drawn for what the drawn one can review", () => {
    const helped = [reviewerSeat("AC"), reviewerSeat("WC", ["UNTOC"]), additionalSeat("WD", ["FP"])];
    expect(found(pairing({ AB: helped }))).toEqual(
      expect.arrayContaining([
        "additional-where-lacking AB must have WC review all of UNTOC, FP",
        "additional-where-lacking AB has WD as additional reviewer of what WC can review",
      ]),
    );
  });

  test("an additional reviewer is drawn for more than what the drawn one lacks", () => {
    const helped = [reviewerSeat("AB"), reviewerSeat("WA", ["UNTOC"]), additionalSeat("WB", ["UNTOC", "FP"])];
    expect(found(pairing({ AA: helped }))).toContain(
      "additional-where-lacking AA has WB as additional reviewer of what WA can review",
    );
  });

  test("two are drawn from one side", () => {
    const split = [reviewerSeat("AB"), reviewerSeat("WA", ["UNTOC"]), reviewerSeat("WB", ["FP"])];
    expect(found(pairing({ AA: split }))).toEqual([
      "additional-where-lacking AA has 2 reviewing parties from other groups, must have 1",
    ]);
  });

  test("a party has more reviewers than permitted", () => {
    const two = { ...limits, mostReviewers: 2 };
    expect(found(pairing(), parties, two)).toEqual(["most-reviewers AA has 3 reviewers, at most 2"]);
  });

  test("a party reviews more often than permitted, additional reviews counted", () => {
    const once = { ...limits, load: { min: 1, max: 1 } };
    expect(found(pairing(), parties, once)).toContain("load WB reviews 2 parties, must review 1 to 1");
  });

  test("a party that takes part reviews no other", () => {
    expect(found(pairing(), [...parties, party("WE", "WEOG")])).toEqual([
      "load WE reviews 0 parties, must review 1 to 3",
    ]);
    const away = { ...party("WE", "WEOG"), participation: "unassigned" as const };
    expect(found(pairing(), [...parties, away])).toEqual([]);
  });

  test("a party that does not take part holds a seat", () => {
    expect(found(pairing(), changed("WA", { participation: "not-taking-part" }))).toEqual([
      "seats AA has a seat for WA, which does not take part",
      "seats WA has a seat for WA, which does not take part",
    ]);
  });

  test("a party under review is not known", () => {
    expect(
      found(
        pairing(),
        parties.filter(({ id: code }) => code !== "WC"),
      ),
    ).toContain("seats WC is no known party");
  });

  test("a reviewer holds two seats in a review", () => {
    expect(found(reseated("AC", (seats) => seats.push(additionalSeat("WD", ["FP"]))))).toContain(
      "seats AC has two seats for WD",
    );
  });

  test("a seat is for no instrument", () => {
    expect(found(reseated("AC", (seats) => seats.push(additionalSeat("WB", []))))).toContain(
      "seats AC has a seat without instruments for WB",
    );
  });

  test("the seat under review is vacant, or another party's", () => {
    expect(found(reseated("AC", (seats) => seats.shift()))).toEqual([
      "seats AC must hold the one seat under review",
      "seats AC must be reviewed for what it had joined: UNTOC, FP",
    ]);
    const swapped = reseated("AC", ([first]) => first !== undefined && (first.party = id("AB")));
    expect(found(swapped)).toContain("seats AC must hold the one seat under review");
  });

  test("a party is under review for less than it had joined", () => {
    expect(found(reseated("AC", ([first]) => first?.instruments.pop()))).toEqual([
      "seats AC must be reviewed for what it had joined: UNTOC, FP",
    ]);
  });
});
