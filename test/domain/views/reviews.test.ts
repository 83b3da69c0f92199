import { describe, expect, test } from "vitest";
import type { Actor } from "../../../domain/base/actor.ts";
import { obligationsFor, peopleIn, reviewView } from "../../../domain/views/reviews.ts";
import { Person } from "../../../schemas/model/user.ts";
import { inFeedback } from "../review/journey.ts";
import { at, focalPoint, hash, mission, secretariat } from "../review/play.ts";

const now = at("2021-09-01");
const review = inFeedback().name("FR", "observer", "2021-02-01").review;
const counted = { gender: "female", institutionKind: "justice" };
const person = Person.parse({ name: "Ada Example", email: "ada@example.org", language: "en", ...counted });
const persons = new Map(peopleIn(review, secretariat).map((user) => [user, person]));
const viewOf = (actor: Actor) =>
  reviewView(
    { kind: "review", id: review.id, version: 7, hash: hash("h"), foldVersion: 1, state: review },
    actor,
    persons,
    now,
  );
const mandatesFor = (actor: Actor) =>
  Object.fromEntries(viewOf(actor).seats.map(({ party, mandates }) => [party, mandates?.map(({ role }) => role)]));

describe("a review", () => {
  test("shows a mission the people of its own party only", () => {
    expect(mandatesFor(mission("FR"))).toEqual({
      FR: ["expert", "focal-point", "observer"],
      PE: undefined,
      KE: undefined,
    });
  });

  test("shows the people with a mandate in it except the observers of other parties", () => {
    expect(mandatesFor(focalPoint("FR"))).toMatchObject({ FR: ["expert", "focal-point", "observer"] });
    expect(mandatesFor(focalPoint("PE"))).toEqual({
      FR: ["expert", "focal-point"],
      PE: ["expert", "focal-point"],
      KE: ["expert", "focal-point"],
    });
    expect(mandatesFor(secretariat)).toMatchObject({ FR: ["expert", "focal-point", "observer"] });
  });

  test("shows a mission the obligations of its own party only, and who serves in it all", () => {
    const parties = (actor: Actor) => new Set(obligationsFor(review, actor, now).map(({ party }) => party));
    expect(parties(mission("PE"))).toEqual(new Set(["PE"]));
    expect(parties(focalPoint("PE"))).toEqual(new Set(["FR", "PE", "KE"]));
  });

  test("shows of a person neither gender nor kind of institution, which are for counting", () => {
    const [shown] = viewOf(secretariat).seats[0]?.mandates ?? [];
    expect(shown?.person).toEqual({
      id: shown?.person.id,
      name: "Ada Example",
      email: "ada@example.org",
      language: "en",
    });
  });
});
