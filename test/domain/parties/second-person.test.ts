import { describe, expect, test } from "vitest";
import type { Decision } from "../../../domain/base/decision.ts";
import { approvesFrom, confirmUser, refuseSecondPerson } from "../../../domain/parties/second-person.ts";
import { closeUser, correctUser, evolveUser, registerUser, reopenUser } from "../../../domain/parties/users.ts";
import { Person, User } from "../../../schemas/model/user.ts";
import { at, factsOf, party, userId } from "../../fixtures/changes.ts";

const day = (date: string) => at(`2021-03-${date}T12:00:00.000Z`);
const after = (user: User | undefined, decision: Decision): User => {
  const next = factsOf(decision).reduce<User | undefined>(evolveUser, user);
  if (next === undefined) throw new Error("No facts");
  return User.parse(next);
};
const refusal = (decision: Decision) => (decision.ok ? decision.facts : [decision.refusal, decision.details]);
const secretariat = (id: number, by?: User): User =>
  after(undefined, registerUser({ id: userId(id), role: "secretariat" }, day("01"), by));

const person = Person.parse({ name: "An Officer", email: "an.officer@example.org", language: "en" });
const readdressed = (user: User, by: User, on: string): User => {
  const moved = { ...person, email: Person.shape.email.parse("another@example.org") };
  return after(user, correctUser(user, person, moved, by, day(on)));
};

// The operator let in the first, the second and the third.
const [first, second, third] = [secretariat(1), secretariat(2), secretariat(3)];
const newcomer = secretariat(4, first);
const late = day("10");
const confirmed = after(newcomer, confirmUser(newcomer, second, late));

describe("a user registered by the operator", () => {
  test("is a separate person at once, and needs no confirmation", () => {
    expect(first).toEqual({ id: userId(1), role: "secretariat" });
    expect(refuseSecondPerson(first, second, day("01"))).toBeUndefined();
    expect(confirmUser(first, second, day("01"))).toEqual({ ok: true, facts: [] });
  });
});

describe("a user registered by a member", () => {
  test("approves nothing for a day, and then what those ordered who had no part in it", () => {
    expect(approvesFrom(newcomer)).toBe("2021-03-02T12:00:00.000Z");
    const early = at("2021-03-02T11:59:59.999Z");
    const tooNew = { ok: false, refusal: "too-new-to-approve", details: { earliest: "2021-03-02T12:00:00.000Z" } };
    expect(refuseSecondPerson(newcomer, second, early)).toEqual(tooNew);
    expect(refuseSecondPerson(newcomer, second, day("02"))).toBeUndefined();
  });

  test("approves what that member ordered, and the other way round, only once confirmed", () => {
    const refused = { ok: false, refusal: "not-confirmed", details: { users: [newcomer.id] } };
    expect(refuseSecondPerson(newcomer, first, late)).toEqual(refused);
    expect(refuseSecondPerson(first, newcomer, late)).toEqual(refused);
    expect(refuseSecondPerson(confirmed, first, late)).toBeUndefined();
    expect(refuseSecondPerson(first, confirmed, late)).toBeUndefined();
  });

  test("is no second person next to another admitted by one member, nor next to users admitted by those", () => {
    const twin = secretariat(5, first);
    const child = secretariat(6, newcomer);
    expect(child.sponsors).toEqual([newcomer.id, first.id]);
    for (const [one, other] of [
      [newcomer, twin],
      [child, first],
      [child, twin],
      [first, child],
    ] as const)
      expect(refuseSecondPerson(one, other, late)).toMatchObject({ refusal: "not-confirmed" });
    expect(refuseSecondPerson(child, second, late)).toBeUndefined();
    // A confirmed user is vouched for by the confirming member alone.
    expect(secretariat(7, confirmed).sponsors).toEqual([confirmed.id]);
  });

  test("does not wait less for being confirmed", () => {
    const soon = after(newcomer, confirmUser(newcomer, second, day("01")));
    expect(refuseSecondPerson(soon, first, day("01"))).toMatchObject({ refusal: "too-new-to-approve" });
  });

  test("acts for a party or as President without anyone's word", () => {
    const mission = after(
      undefined,
      registerUser({ id: userId(8), role: "permanent-mission", party: party("FR") }, late, first),
    );
    expect([mission.sponsors, mission.newSince]).toEqual([undefined, undefined]);
    expect(readdressed(mission, first, "11").sponsors).toBeUndefined();
  });
});

describe("a confirmation", () => {
  test("is given by the operator, or by a member who is confirmed, once", () => {
    expect(factsOf(confirmUser(newcomer, "operator", late))).toEqual([
      { kind: "user-confirmed", happenedAt: late, user: newcomer.id },
    ]);
    expect(factsOf(confirmUser(newcomer, second, late))).toEqual([
      { kind: "user-confirmed", happenedAt: late, user: newcomer.id, confirmedBy: second.id },
    ]);
    expect(confirmed).toMatchObject({ confirmedAt: late, newSince: day("01") });
    expect(confirmed.sponsors).toBeUndefined();
    expect(confirmUser(confirmed, third, late)).toEqual({ ok: true, facts: [] });
    expect(confirmUser(confirmed, "operator", late)).toEqual({ ok: true, facts: [] });
  });

  test("is given by no member to themselves, nor to users that they admitted, directly or not", () => {
    const child = secretariat(6, newcomer);
    for (const [user, by] of [
      [newcomer, newcomer],
      [newcomer, first],
      [child, first],
      [child, newcomer],
      [first, first],
    ] as const)
      expect(refusal(confirmUser(user, by, late))).toEqual(["another-member-needed", undefined]);
  });

  test("is worth nothing from a member who is not confirmed, or has just come", () => {
    const other = secretariat(9, second);
    expect(refusal(confirmUser(newcomer, other, late))).toEqual(["not-confirmed", { users: [other.id] }]);
    const fresh = after(other, confirmUser(other, third, day("01")));
    expect(refusal(confirmUser(newcomer, fresh, day("01")))).toEqual([
      "too-new-to-approve",
      { earliest: "2021-03-02T12:00:00.000Z" },
    ]);
    expect(confirmUser(newcomer, fresh, day("02")).ok).toBe(true);
  });
});

describe("a user whose address or account was renewed", () => {
  const closed = after(second, closeUser(second, "left-service", { confirmedOfficers: 2 }, day("09")));
  const reopened = after(closed, reopenUser(closed, first, late));

  test.each([
    ["readdressed", readdressed(second, first, "10")],
    ["reopened", reopened],
    ["readdressed after being confirmed", readdressed(confirmed, first, "10")],
  ])("counts as registered again by the member who did it: %s", (_, user) => {
    expect(refuseSecondPerson(user, third, late)).toMatchObject({ refusal: "too-new-to-approve" });
    expect(refuseSecondPerson(user, first, day("12"))).toMatchObject({ refusal: "not-confirmed" });
    expect(refuseSecondPerson(user, third, day("12"))).toBeUndefined();
    expect(user.confirmedAt).toBeUndefined();
  });

  test("still depends on those on whose word the access was given before, whichever member does it", () => {
    const own = readdressed(newcomer, newcomer, "10");
    expect(own.sponsors).toEqual([first.id, newcomer.id]);
    expect(refuseSecondPerson(own, first, day("12"))).toMatchObject({ refusal: "not-confirmed" });
    expect(refusal(confirmUser(own, first, day("12")))).toEqual(["another-member-needed", undefined]);
    const shut = after(newcomer, closeUser(newcomer, "other", { confirmedOfficers: 2 }, day("09")));
    expect(after(shut, reopenUser(shut, second, late)).sponsors).toEqual([first.id, second.id]);
  });

  test("stays who they are where the address stays", () => {
    const titled = { ...person, title: Person.shape.name.parse("Chief") };
    expect(after(first, correctUser(first, person, titled, second, late))).toEqual(first);
  });
});
