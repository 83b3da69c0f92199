import { describe, expect, test } from "vitest";
import { evolveUser, linkAccount, registerUser, updatePerson } from "../../domain/users.ts";
import type { Fact } from "../../schemas/fact.ts";
import { User, UserRole } from "../../schemas/user.ts";
import { at, factsOf, party, userId } from "../support/changes.ts";

const now = at("2020-12-01T09:00:00.000Z");
const evolved = (user: User | undefined, facts: readonly Fact[]): User => {
  const next = facts.reduce<User | undefined>(evolveUser, user);
  if (next === undefined) throw new Error("No facts");
  return next;
};
const registered = evolved(
  undefined,
  factsOf(registerUser({ id: userId(1), role: "delegate", party: party("FR"), gender: "female" }, now)),
);

describe("a user", () => {
  test("is registered with what counters need, and nothing of who it is", () => {
    expect(registered).toEqual({ id: userId(1), role: "delegate", party: "FR", gender: "female" });
    expect(() => User.parse(registered)).not.toThrow();
  });

  test.each(UserRole.options)("as %s acts for a party or for none, as the role says", (role) => {
    const forParty = role === "permanent-mission" || role === "delegate";
    const refused = { ok: false, refusal: "party-required", details: { role } };
    expect(registerUser({ id: userId(1), role, party: party("FR") }, now)).toEqual(
      forParty ? expect.objectContaining({ ok: true }) : refused,
    );
    expect(registerUser({ id: userId(1), role }, now)).toEqual(
      forParty ? refused : expect.objectContaining({ ok: true }),
    );
  });

  test("has an account once it was made, and is known to be invited then", () => {
    const linked = evolved(registered, factsOf(linkAccount(registered, "sub-1", now)));
    expect(linked).toEqual({ ...registered, sub: "sub-1", accountMade: true });
    expect(linkAccount(linked, "sub-1", now)).toEqual({ ok: true, facts: [] });
  });

  test("whose account existed before is not to be invited", () => {
    const user = evolved(undefined, factsOf(registerUser({ id: userId(2), role: "secretariat", sub: "sub-2" }, now)));
    expect(user).toEqual({ id: userId(2), role: "secretariat", sub: "sub-2" });
    expect(linkAccount(user, "sub-2", now)).toEqual({ ok: true, facts: [] });
  });

  test("stays the same when personal details are set anew: they stand beside it", () => {
    const facts = factsOf(updatePerson(registered, now));
    expect(evolved(registered, facts)).toEqual(registered);
    expect(facts).toEqual([{ kind: "person-updated", happenedAt: now, user: userId(1) }]);
  });

  test("takes in no fact that cannot follow", () => {
    const registration = factsOf(registerUser({ id: userId(1), role: "president" }, now));
    const link = factsOf(linkAccount(registered, "sub-1", now));
    const update = factsOf(updatePerson(registered, now));
    for (const [user, facts] of [
      [undefined, link],
      [undefined, update],
      [registered, registration],
    ] as const)
      expect(() => evolved(user, facts)).toThrow("cannot take in");
  });
});
