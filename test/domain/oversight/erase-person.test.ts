import { defined } from "../../../schemas/base/defined.ts";
import { describe, expect, test } from "vitest";
import { noChange } from "../../../domain/base/decision.ts";
import { later } from "../../../domain/base/time.ts";
import { erasePerson, erasureObstacles } from "../../../domain/oversight/erase-person.ts";
import { evolveUser, reopenUser } from "../../../domain/parties/users.ts";
import type { Letter } from "../../../schemas/model/letter.ts";
import type { Mandate, Review } from "../../../schemas/model/review.ts";
import type { User } from "../../../schemas/model/user.ts";
import { at, factsOf, party, userId } from "../../fixtures/changes.ts";

const now = at("2022-03-10T10:00:00.000Z");
const wanted = { reason: "asked-by-person", source: "letter" } as const;
const counted = { gender: "female", institutionKind: "justice" } as const;
const delegate: User = { id: userId(1), role: "delegate", party: party("FR"), ...counted, sub: "sub-1" };
const mandate = (id: string, since: string, until?: string): Mandate =>
  ({
    id,
    role: "expert",
    party: party("FR"),
    user: userId(1),
    since,
    ...defined({ until }),
  }) as Mandate;
const review = (id: string, ...mandates: readonly Mandate[]): Review =>
  ({ id, mandates: Object.fromEntries(mandates.map((one) => [one.id, one])) }) as unknown as Review;
const letter = (id: string, state: Letter["state"]): Letter => ({ id, state }) as Letter;
const long = "2021-01-01T00:00:00.000Z";
const ended = review("c1-FR", mandate("m-1", long, "2022-01-01T00:00:00.000Z"));

describe("the way to erase a person", () => {
  test("is open to a delegate whose mandates ended long ago, and leaves what is counted", () => {
    const decision = erasePerson(delegate, { reviews: [ended], letters: [letter("l-1", "delivered")] }, wanted, now);
    const facts = factsOf(decision);
    expect(facts).toEqual([{ kind: "user-erased", happenedAt: now, user: userId(1), ...wanted }]);
    const [fact] = facts;
    if (fact === undefined) throw new Error("No fact");
    const erased = evolveUser(delegate, fact);
    expect(erased).toEqual({
      id: userId(1),
      role: "delegate",
      party: "FR",
      ...counted,
      closedAt: now,
      erasedAt: now,
    });
    expect(erasePerson(erased, { reviews: [], letters: [] }, wanted, now)).toEqual(noChange);
    expect(reopenUser(erased, undefined, now)).toMatchObject({ refusal: "person-erased" });
  });

  test("names every mandate that runs or is to begin, each once with its reviews", () => {
    const running = mandate("m-2", long);
    const ahead = mandate("m-3", "2022-06-01T00:00:00.000Z");
    const reviews = [ended, review("c1-GR", running, ahead), review("c1-IE", running)];
    expect(erasePerson(delegate, { reviews, letters: [] }, wanted, now)).toMatchObject({
      ok: false,
      refusal: "erasure-blocked",
      details: {
        mandates: [
          { mandate: "m-2", reviews: ["c1-GR", "c1-IE"] },
          { mandate: "m-3", reviews: ["c1-GR"] },
        ],
      },
    });
    const closed = { ...delegate, closedAt: now };
    expect(erasureObstacles(closed, { reviews, letters: [] }, now)).toHaveProperty("mandates");
  });

  test.each(["secretariat", "president", "permanent-mission"] as const)(
    "leads a user as %s through closing",
    (role) => {
      const user: User = { id: userId(2), role };
      expect(erasureObstacles(user, { reviews: [], letters: [] }, now)).toEqual({ access: "open" });
      expect(erasureObstacles({ ...user, closedAt: now }, { reviews: [], letters: [] }, now)).toEqual({});
    },
  );

  test("waits for the reports on the last letter, unless the person is closed and gets none", () => {
    const until = at("2022-03-09T10:00:00.000Z");
    const grounds = { reviews: [review("c1-FR", mandate("m-1", long, until))], letters: [] };
    const earliest = later(until, { hours: 72 });
    expect(erasureObstacles(delegate, grounds, now)).toEqual({ earliest });
    expect(erasureObstacles(delegate, grounds, earliest)).toEqual({});
    expect(erasureObstacles({ ...delegate, closedAt: now }, grounds, now)).toEqual({});
  });

  test("waits for letters under way; for a person who is closed, for those that may have left", () => {
    const letters = [
      letter("l-1", "planned"),
      letter("l-2", "claimed"),
      letter("l-3", "unknown"),
      letter("l-4", "accepted"),
    ];
    expect(erasureObstacles(delegate, { reviews: [ended], letters }, now)).toEqual({ letters: ["l-1", "l-2", "l-3"] });
    const closed = { ...delegate, closedAt: now };
    expect(erasureObstacles(closed, { reviews: [ended], letters }, now)).toEqual({ letters: ["l-2", "l-3"] });
  });
});
