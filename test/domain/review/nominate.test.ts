import { describe, expect, test } from "vitest";
import { namedAt, nominateInAll, type NominationForAll } from "../../../domain/review/commands/nominate.ts";
import { fold } from "../../../domain/audit/aggregates.ts";
import { inForce } from "../../../domain/base/settings.ts";
import { seatCap } from "../../../domain/policy/limits.ts";
import type { Instant } from "../../../schemas/base/values.ts";
import type { Review } from "../../../schemas/model/review.ts";
import { at, day, drawOf, mandateId, party, reviewId, userId } from "../../fixtures/changes.ts";

const byMission = { id: userId(1), role: "permanent-mission", party: party("FR") } as const;

const review = (under: string, ...reviewing: readonly string[]): Review => {
  const { after, kind } = drawOf(under, ...reviewing);
  if (kind !== "review") throw new Error("No review");
  return after;
};
const own = review("FR", "DE");
const other = review("JP", "FR", "DE");
const naming = (changes: Partial<NominationForAll> = {}): NominationForAll => ({
  mandate: mandateId(1),
  role: "focal-point",
  party: party("FR"),
  user: userId(1),
  at: at("2020-12-03T09:00:00.000Z"),
  ...changes,
});
const applied = (reviews: readonly Review[], nomination: NominationForAll): readonly Review[] => {
  const named = nominateInAll(reviews, nomination);
  if (!named.ok) throw new Error(named.refusal);
  return reviews.map((one) => {
    const change = named.changes.find(({ review: changed }) => changed.id === one.id);
    return fold("review", one, change?.facts ?? []) ?? one;
  });
};

describe("a nomination counts", () => {
  const now = at("2020-12-10T23:30:00.000Z");
  test.each([
    ["now, where no day is given", undefined, now],
    ["now, on the day it is in Vienna", "2020-12-11", now],
    ["from the beginning of an earlier day in Vienna", "2020-12-10", "2020-12-09T23:00:00.000Z"],
    ["from the launch on at the earliest", "2020-10-16", "2020-10-15T22:00:00.000Z"],
  ])("%s", (_, named, expected) => {
    expect(namedAt(byMission, named === undefined ? undefined : day(named), now)).toEqual({ ok: true, at: expected });
  });

  test("not from a day ahead, nor from before the launch", () => {
    expect(namedAt(byMission, day("2020-12-12"), now)).toEqual({
      ok: false,
      refusal: "date-in-the-future",
      details: { latest: "2020-12-11" },
    });
    expect(namedAt(byMission, day("2020-10-15"), now)).toMatchObject({ ok: false, refusal: "date-too-early" });
  });
});

describe("naming one person in several reviews", () => {
  test("takes effect in all of them", () => {
    const named = nominateInAll([own, other], naming());
    expect(named).toMatchObject({ ok: true, mandate: mandateId(1) });
    expect(named.ok && named.changes.map(({ review: { id } }) => id)).toEqual(["c1-FR", "c1-JP"]);
  });

  test("or in none: a refusal by some refuses the whole and lists those", () => {
    const second = naming({ user: userId(2), mandate: mandateId(2) });
    expect(nominateInAll(applied([own, other], naming()), second)).toEqual({
      ok: false,
      refusal: "focal-point-exists",
      details: { reviews: ["c1-FR", "c1-JP"] },
    });
    expect(nominateInAll([own, ...applied([other], naming())], second)).toEqual({
      ok: false,
      refusal: "focal-point-exists",
      details: { reviews: ["c1-JP"] },
    });
  });

  test("changes only those where the person was not named yet, and answers the current mandate when that is all", () => {
    const [taken = other] = applied([other], naming());
    const again = nominateInAll([own, taken], naming({ mandate: mandateId(2) }));
    expect(again.ok && again.changes.map(({ review: { id } }) => id)).toEqual(["c1-FR"]);
    expect(nominateInAll([taken], naming({ mandate: mandateId(2) }))).toEqual({
      ok: true,
      changes: [],
      mandate: mandateId(1),
    });
  });

  test("in a review that is none of the party's, or does not exist, is refused alike", () => {
    const requestedReviews = [reviewId("FR"), reviewId("KE")];
    expect(nominateInAll([own], naming({ requestedReviews }))).toEqual({
      ok: false,
      refusal: "not-in-this-review",
      details: { reviews: ["c1-KE"] },
    });
    const kenya = review("KE", "BR");
    expect(nominateInAll([own, kenya], naming({ requestedReviews }))).toEqual({
      ok: false,
      refusal: "not-in-this-review",
      details: { reviews: ["c1-KE"] },
    });
  });

  test("leaves out what has concluded unless it was requested, and needs at least one", () => {
    const concluded: Review = { ...own, stage: "concluded" };
    const all = nominateInAll([concluded, other], naming());
    expect(all.ok && all.changes.map(({ review: { id } }) => id)).toEqual(["c1-JP"]);
    expect(nominateInAll([concluded], naming())).toMatchObject({ ok: false, refusal: "no-review-to-serve" });
    expect(nominateInAll([], naming())).toMatchObject({ ok: false, refusal: "no-review-to-serve" });
    expect(
      nominateInAll([concluded, other], naming({ requestedReviews: [reviewId("FR"), reviewId("JP")] })),
    ).toMatchObject({
      ok: false,
      refusal: "wrong-stage",
      details: { reviews: ["c1-FR"] },
    });
  });
});

describe("a seat", () => {
  const now = at("2021-03-01T09:00:00.000Z");
  const { serving, ever } = inForce(seatCap, day("2021-03-01"));
  const withExperts = (count: number, until?: Instant): Review => ({
    ...own,
    mandates: Object.fromEntries(
      Array.from({ length: count }, (_, number) => {
        const id = mandateId(number + 100);
        const ended = until === undefined ? {} : { until };
        return [id, { id, role: "expert", party: party("FR"), user: userId(number + 100), since: now, ...ended }];
      }),
    ),
  });
  const nameExpert = (full: Review, number = 1) =>
    nominateInAll([full, other], naming({ role: "expert", user: userId(number), at: now }), now);

  test("takes as many people as policy allows, and no more", () => {
    expect(nameExpert(withExperts(serving - 1)).ok).toBe(true);
    expect(nameExpert(withExperts(serving))).toEqual({
      ok: false,
      refusal: "seat-full",
      details: { most: serving, reviews: [own.id] },
    });
    // A serving person is named again, which changes nothing there.
    expect(nameExpert(withExperts(serving), 100).ok).toBe(true);
  });

  test("has had as many in all as policy allows, and no more", () => {
    const before = at("2021-02-01T09:00:00.000Z");
    expect(nameExpert(withExperts(ever - 1, before)).ok).toBe(true);
    expect(nameExpert(withExperts(ever, before))).toMatchObject({ refusal: "seat-full", details: { most: ever } });
  });
});
