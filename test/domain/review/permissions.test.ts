import { describe, expect, test } from "vitest";
import type { Actor } from "../../../domain/base/actor.ts";
import { may, permissions, relationsTo } from "../../../domain/review/permissions.ts";
import { actingParty, servedInstruments } from "../../../domain/review/services.ts";
import { nominate } from "../../../domain/review/commands/start-review.ts";
import { fold } from "../../../domain/audit/aggregates.ts";
import { Action } from "../../../schemas/base/actions.ts";
import type { MandateRole, Review } from "../../../schemas/model/review.ts";
import { at, drawOf, factsOf, mandateId, party, reviewId, userId } from "../../fixtures/changes.ts";

const namings: readonly (readonly [string, MandateRole, number])[] = [
  ["FR", "focal-point", 1],
  ["FR", "expert", 2],
  ["FR", "observer", 3],
  ["DE", "focal-point", 4],
];
/** The review of France, by Germany, with people named. */
const review = namings.reduce<Review>(
  (now, [code, role, person]) => {
    const nomination = {
      mandate: mandateId(person),
      role,
      party: party(code),
      user: userId(person),
      at: at("2020-12-03T09:00:00.000Z"),
    };
    return fold("review", now, factsOf(nominate(now, nomination))) ?? now;
  },
  (() => {
    const { after, kind } = drawOf("FR", "DE");
    if (kind !== "review") throw new Error("No review");
    return after;
  })(),
);

const now = at("2020-12-11T09:00:00.000Z");

const delegate = (number: number, code: string): Actor => ({
  id: userId(number),
  role: "delegate",
  party: party(code),
  serves: number !== 9,
});
const mission = (code: string): Actor => ({ id: userId(50), role: "permanent-mission", party: party(code) });
const actors = {
  secretariat: { id: userId(60), role: "secretariat" },
  president: { id: userId(61), role: "president" },
  "mission of FR": mission("FR"),
  "mission of DE": mission("DE"),
  "mission of JP": mission("JP"),
  "focal point of FR": delegate(1, "FR"),
  "expert of FR": delegate(2, "FR"),
  "observer of FR": delegate(3, "FR"),
  "focal point of DE": delegate(4, "DE"),
  "delegate of FR in nothing": delegate(9, "FR"),
  public: undefined,
} as const satisfies Record<string, Actor | undefined>;
type Who = keyof typeof actors;
const allActors = Object.keys(actors) as readonly Who[];
const whoMay = (action: Action, target: Parameters<typeof may>[2]) =>
  allActors.filter((who) => may(actors[who], action, target, now));

describe("the review of France", () => {
  test("is read by its parties' missions and by those who hold a mandate in it; to others it does not exist", () => {
    expect(whoMay("review.read", { review })).toEqual([
      "secretariat",
      "mission of FR",
      "mission of DE",
      "focal point of FR",
      "expert of FR",
      "observer of FR",
      "focal point of DE",
    ]);
  });

  test.each(["focal-point.name", "expert.name", "observer.name"] as const)(
    "%s is for the party's own mission",
    (action) => {
      expect(whoMay(action, { party: party("FR") })).toEqual(["mission of FR"]);
      expect(whoMay(action, { review, party: party("FR") })).toEqual(["mission of FR"]);
      expect(whoMay(action, { review, party: party("DE") })).toEqual(["mission of DE"]);
      // A party without a seat in a review names no person in it.
      expect(whoMay(action, { review, party: party("JP") })).toEqual([]);
    },
  );

  test("has a journal that the secretariat reads", () => {
    expect(whoMay("journal.read", {})).toEqual(["secretariat"]);
  });

  test("is no longer read by a person whose mandate has ended", () => {
    const id = mandateId(2);
    const mandate = review.mandates[id];
    if (mandate === undefined) throw new Error("No such mandate");
    const ended: Review = {
      ...review,
      mandates: { ...review.mandates, [id]: { ...mandate, until: at("2020-12-10T09:00:00.000Z") } },
    };
    expect(may(actors["expert of FR"], "review.read", { review: ended }, now)).toBe(false);
    expect([...relationsTo(actors["expert of FR"], { review: ended }, now)]).toEqual([
      "public",
      "registered",
      "in-service",
    ]);
  });
});

describe("everything else", () => {
  test("of a party is for that party's mission and the secretariat", () => {
    for (const action of ["mission.read", "mission.write", "letters.read"] as const)
      expect([action, whoMay(action, { party: party("FR") })]).toEqual([action, ["secretariat", "mission of FR"]]);
  });

  test("about no party and no review gives a mission no right of its own", () => {
    for (const action of ["mission.write", "letters.read"] as const)
      expect([action, whoMay(action, {})]).toEqual([action, ["secretariat"]]);
    expect(whoMay("focal-point.name", {})).toEqual([]);
  });

  test("of the secretariat is the secretariat's; the President sees who has not nominated, and nothing of it more", () => {
    for (const action of [
      "group.start",
      "party.import",
      "party.correct",
      "user.register",
      "suppressed-addresses.read",
      "suppressed-address.unsuppress",
    ] as const)
      expect([action, whoMay(action, { review, party: party("FR") })]).toEqual([action, ["secretariat"]]);
    expect(whoMay("missing-nominations.read", {})).toEqual(["secretariat", "president"]);
  });

  test("that is open to all who are registered is closed to the public", () => {
    expect(whoMay("me.read", {})).toEqual(allActors.filter((who) => who !== "public"));
    for (const action of ["parties.read", "groups.read", "mandates.read", "reviews.list"] as const)
      expect([action, whoMay(action, {})]).toEqual([
        action,
        allActors.filter((who) => who !== "public" && who !== "delegate of FR in nothing"),
      ]);
    for (const action of ["system.read", "pairings.read", "country-profile.read"] as const)
      expect([action, whoMay(action, {})]).toEqual([action, allActors]);
  });

  // Guarantee 13: observers and the public never cause a write.
  test("that writes is nothing that an observer, the public or a neighbour may do, nor the President but for one reminder", () => {
    const reading = /\.(read|read-draft|list|list-all|journal)$/;
    const writing = Action.options.filter((action) => !reading.test(action));
    expect(writing.length).toBeGreaterThan(5);
    const target = { review, party: party("FR") };
    for (const action of writing)
      for (const who of [
        "observer of FR",
        "president",
        "public",
        "mission of DE",
        "delegate of FR in nothing",
      ] as const)
        expect([action, who, may(actors[who], action, target, now)]).toEqual([
          action,
          who,
          who === "president" && action === "presidents-reminder.send",
        ]);
  });

  test("is in the table: every action is permitted to at least one actor", () => {
    for (const action of Action.options) expect(permissions[action].by.length).toBeGreaterThan(0);
  });
});

test("a mission of one party has no access to a review of others", () => {
  const { after, kind } = drawOf("JP", "BR");
  if (kind !== "review") throw new Error("No review");
  expect(after.id).toBe(reviewId("JP"));
  expect([...relationsTo(actors["mission of FR"], { review: after }, now)]).toEqual([
    "public",
    "registered",
    "in-service",
  ]);
});

describe("a person with a mandate", () => {
  const stranger: Actor = {
    id: userId(4),
    role: "delegate",
    party: party("JP"),
    otherParties: [party("DE")],
    serves: true,
  };

  test("acts for the party of the mandate, whichever party registered them", () => {
    expect(actingParty(stranger, review, now)).toBe("DE");
    expect(may(stranger, "feedback.draft", { review, party: party("DE") }, now)).toBe(true);
    expect(may(stranger, "answers.draft", { review, party: party("FR") }, now)).toBe(false);
    expect(may(stranger, "consultation.record", { review, party: party("JP") }, now)).toBe(false);
  });

  test("is refused by name for another party of the same review, and not once the first mandate has ended", () => {
    const nomination = { role: "expert", party: party("FR"), user: userId(4), mandate: mandateId(9), at: now } as const;
    expect(nominate(review, nomination)).toEqual({
      ok: false,
      refusal: "serves-other-party",
      details: { reviews: [review.id] },
    });
    const held = review.mandates[mandateId(4)];
    if (held === undefined) throw new Error("No person serves Germany");
    const over = { ...review, mandates: { ...review.mandates, [held.id]: { ...held, until: now } } };
    expect(nominate(over, nomination).ok).toBe(true);
  });

  test("is an observer where a mission is named one, and stays the mission", () => {
    const named = { role: "observer", party: party("FR"), user: userId(50), mandate: mandateId(9), at: now } as const;
    const observed = fold("review", review, factsOf(nominate(review, named)));
    if (observed === undefined) throw new Error("No review");
    const relations = relationsTo(mission("FR"), { review: observed }, now);
    expect(["mission", "observer"].filter((one) => relations.has(one as "mission"))).toEqual(["mission", "observer"]);
    expect(may(mission("FR"), "answers.draft", { review: observed, party: party("FR") }, now)).toBe(false);
  });

  test("serves for the instruments of the seat, an expert for those alone that they were named for", () => {
    const all = review.seats[party("FR")]?.instruments ?? [];
    expect(servedInstruments(delegate(2, "FR"), review, now)).toEqual(all);
    const partial = { role: "expert", party: party("FR"), user: userId(7), mandate: mandateId(9), at: now } as const;
    const named = fold("review", review, factsOf(nominate(review, { ...partial, instruments: ["UNTOC"] })));
    if (named === undefined) throw new Error("No review");
    expect(servedInstruments(delegate(7, "FR"), named, now)).toEqual(["UNTOC"]);
    expect(servedInstruments(delegate(9, "FR"), named, now)).toEqual([]);
    const [foreign] = (["UNTOC", "TIP", "SOM", "FP"] as const).filter((one) => !all.includes(one));
    if (foreign !== undefined)
      expect(nominate(review, { ...partial, instruments: [foreign] })).toMatchObject({
        refusal: "instrument-not-of-seat",
      });
  });
});
