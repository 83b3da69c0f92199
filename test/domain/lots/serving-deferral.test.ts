import { describe, expect, test } from "vitest";
import type { Setting } from "../../../domain/base/settings.ts";
import { drawMissing, type IncompleteReview } from "../../../domain/lots/missing-reviewers.ts";
import { drawAgain } from "../../../domain/lots/redraw-candidates.ts";
import type { LivePairings } from "../../../domain/lots/redraw-rules.ts";
import { evolveParty } from "../../../domain/parties/parties.ts";
import { deferringParties, recordDeferral } from "../../../domain/lots/serving-deferral.ts";
import { servingDeferral } from "../../../domain/policy/lots.ts";
import { reviewIdOf } from "../../../schemas/base/ids.ts";
import type { Party } from "../../../schemas/model/party.ts";
import { CalendarDate, Instant } from "../../../schemas/base/values.ts";
import { Play } from "../review/play.ts";
import { day, id, limits, pairing, parties, party } from "./few-parties.ts";

const on: Setting<boolean> = [{ effectiveFrom: CalendarDate.parse("2020-10-16"), sources: ["D"], value: true }];
const now = Instant.parse("2021-02-02T12:00:00.000Z");
const requestOf = (defers: boolean, date = "2021-02-01") => ({
  defers,
  happenedOn: CalendarDate.parse(date),
  source: { kind: "call" as const, date: CalendarDate.parse(date) },
});
const deferring = (one: Party): Party => {
  const decision = recordDeferral(one, requestOf(true), now, on);
  if (!decision.ok) throw new Error(decision.refusal);
  return decision.facts.reduce<Party | undefined>(evolveParty, one) ?? one;
};

/** WE and WF may be drawn in addition to the others. WE is reviewed in the first group. */
const spare = [...parties, party("WE", "WEOG"), party("WF", "WEOG"), party("AD", "AFRICAN")];
const [first, ...others] = pairing();
const groups = [
  {
    number: 1,
    plannedFor: day,
    reviews: [...(first?.reviews ?? []), { id: reviewIdOf(1, id("WE")), party: id("WE"), seats: [] }],
  },
  ...others,
];
const live = (setting: Setting<boolean>): LivePairings => {
  const all = spare.map((one) => (one.id === "WE" ? deferring(one) : one));
  return { groups, parties: all, limits, deferring: deferringParties(all, day, setting) };
};
const candidatesFor = (code: string, from: string, pairings: LivePairings) => {
  const paired = pairings.groups.flatMap(({ reviews }) => reviews).find((review) => review.party === code);
  const review = new Play(paired?.seats).review;
  return drawAgain(review, id(from), pairings, 1)?.draw.candidates;
};

describe("a party that defers serving in its own year", () => {
  test("is drawn for no review of its own group while the setting is on, and for others all the same", () => {
    expect(candidatesFor("AC", "WD", live(on))).not.toContain("WE");
    expect(candidatesFor("AC", "WD", live(on))).toContain("WF");
    expect(candidatesFor("WD", "WB", live(on))).toContain("WE");
  });

  test("is drawn as any other while the setting is off, as it is", () => {
    expect(candidatesFor("AC", "WD", live(servingDeferral))).toContain("WE");
  });

  test("is not drawn for a party that comes to its group later either", () => {
    const instruments = ["UNTOC"] as const;
    const newcomer: IncompleteReview = {
      id: reviewIdOf(1, id("AD")),
      party: id("AD"),
      instruments,
      days: { day },
      reviewers: [],
    };
    const drawnFor = (group: number, setting: Setting<boolean>) =>
      Array.from({ length: 40 }, (_, seed) => drawMissing({ ...newcomer, group }, live(setting), seed)).flatMap(
        (each) => (each.ok ? each.drawn.map((seat) => seat.party) : []),
      );
    expect(drawnFor(1, on)).not.toContain("WE");
    expect(drawnFor(2, on)).toContain("WE");
    expect(drawnFor(1, servingDeferral)).toContain("WE");
  });
});

describe("the request", () => {
  const france = party("FR", "WEOG");

  test("is refused while the setting is off, and of a day or source ahead", () => {
    const refusalOf = (request: ReturnType<typeof requestOf>, setting?: Setting<boolean>) => {
      const decision = recordDeferral(france, request, now, setting);
      return decision.ok ? "accepted" : decision.refusal;
    };
    expect(refusalOf(requestOf(true))).toBe("deferral-not-allowed");
    expect(refusalOf(requestOf(true), on)).toBe("accepted");
    expect(refusalOf(requestOf(true, "2021-02-03"), on)).toBe("source-in-the-future");
  });

  test("is recorded once, and is taken back also once the setting is off", () => {
    const defers = deferring(france);
    expect(defers.defersServing).toBe(true);
    expect(recordDeferral(defers, requestOf(true), now, on)).toEqual({ ok: true, facts: [] });
    const back = recordDeferral(defers, requestOf(false), now);
    expect(back.ok && back.facts.reduce<Party | undefined>(evolveParty, defers)).toEqual(france);
  });
});
