import { describe, expect, test } from "vitest";
import { noChange } from "../../../domain/base/decision.ts";
import {
  askInvitations,
  evolveUser,
  firstUse,
  inviteAgain,
  isInvited,
  linkAccount,
  registerUser,
  replaceInvitation,
  updatePerson,
} from "../../../domain/parties/users.ts";
import { invitationWork } from "../../../domain/oversight/work-items.ts";
import type { Fact } from "../../../schemas/model/fact.ts";
import { User, UserRole } from "../../../schemas/model/user.ts";
import { at, factsOf, party, userId } from "../../fixtures/changes.ts";

const now = at("2020-12-01T09:00:00.000Z");
const evolved = (user: User | undefined, facts: readonly Fact[]): User => {
  const next = facts.reduce<User | undefined>(evolveUser, user);
  if (next === undefined) throw new Error("No facts");
  return next;
};
const counted = { gender: "female", institutionKind: "justice" } as const;
const registered = evolved(
  undefined,
  factsOf(registerUser({ id: userId(1), role: "delegate", party: party("FR"), counted }, now)),
);

describe("a user", () => {
  test("is registered with what counters need, and nothing of who it is", () => {
    expect(registered).toEqual({ id: userId(1), role: "delegate", party: "FR", ...counted });
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
    expect(linked).toEqual({ ...registered, sub: "sub-1", accountMade: true, invitedAt: now, invitations: 1 });
    expect(linkAccount(linked, "sub-1", now)).toEqual({ ok: true, facts: [] });
  });

  test("whose account existed before is not to be invited", () => {
    const user = evolved(undefined, factsOf(registerUser({ id: userId(2), role: "secretariat", sub: "sub-2" }, now)));
    expect(user).toEqual({ id: userId(2), role: "secretariat", sub: "sub-2" });
    expect(linkAccount(user, "sub-2", now)).toEqual({ ok: true, facts: [] });
  });

  test("does not change when personal details are set again: they are stored separately", () => {
    const facts = factsOf(updatePerson(registered, counted, now));
    expect(evolved(registered, facts)).toEqual(registered);
    expect(facts).toEqual([{ kind: "person-updated", happenedAt: now, user: userId(1) }]);
  });

  test("has what is counted of a person in facts, each detail separately, null for one that was taken away", () => {
    const another = factsOf(updatePerson(registered, { ...counted, institutionKind: "interior" }, now));
    expect(another).toEqual([
      { kind: "person-updated", happenedAt: now, user: userId(1), institutionKind: "interior" },
    ]);
    expect(evolved(registered, another)).toEqual({ ...registered, institutionKind: "interior" });
    const none = factsOf(updatePerson(registered, { gender: "other" }, now));
    expect(none).toEqual([
      { kind: "person-updated", happenedAt: now, user: userId(1), gender: "other", institutionKind: null },
    ]);
    const { institutionKind: _, ...without } = registered;
    expect(evolved(registered, none)).toEqual({ ...without, gender: "other" });
  });

  test("takes in no fact that cannot follow", () => {
    const registration = factsOf(registerUser({ id: userId(1), role: "president" }, now));
    const link = factsOf(linkAccount(registered, "sub-1", now));
    const update = factsOf(updatePerson(registered, {}, now));
    for (const [user, facts] of [
      [undefined, link],
      [undefined, update],
      [registered, registration],
    ] as const)
      expect(() => evolved(user, facts)).toThrow("cannot take in");
  });
});

describe("an invitation", () => {
  const invited = evolved(registered, factsOf(linkAccount(registered, "sub-1", now)));
  const later = at("2020-12-09T09:00:00.000Z");
  const used = evolved(invited, factsOf(firstUse(invited, later)));

  test("is used by the first request, and by that alone; a user with an earlier account used none", () => {
    expect(used).toEqual({ ...invited, firstSeenAt: later });
    expect([isInvited(invited), isInvited(used), isInvited(registered)]).toEqual([true, false, false]);
    expect([firstUse(used, later), firstUse(registered, later)]).toEqual([noChange, noChange]);
  });

  test("is to be checked from the morning of the seventh day after it was sent, until it is used", () => {
    expect(invitationWork(invited)).toEqual({
      kind: "invitation-unused",
      id: userId(1),
      since: "2020-12-07T23:00:00.000Z",
      user: userId(1),
      party: "FR",
    });
    expect(invitationWork(used)).toBeUndefined();
  });

  test("is followed by the next, once for each request, and by none after it was used", () => {
    const again = evolved(invited, factsOf(inviteAgain(invited, later)));
    expect(again).toEqual({ ...invited, invitedAt: later, invitations: 2 });
    expect(inviteAgain(again, later)).toEqual(noChange);
    expect(inviteAgain(again, now)).toEqual(noChange);
    expect(inviteAgain(used, at("2020-12-20T09:00:00.000Z"))).toEqual(noChange);
    expect(evolved(again, factsOf(inviteAgain(again, at("2020-12-20T09:00:00.000Z")))).invitations).toBe(3);
  });

  test("whose place the next one takes counts with it, once, and so do all that are requested afterwards", () => {
    const replaced = evolved(invited, factsOf(replaceInvitation(invited, 2, later)));
    expect(replaced).toEqual({ ...invited, invitedAt: later, invitations: 2 });
    expect(replaceInvitation(replaced, 2, later)).toEqual(noChange);
    expect(factsOf(inviteAgain(replaced, at("2020-12-20T09:00:00.000Z")))).toMatchObject([{ attempt: 3 }]);
    for (const user of [used, registered]) expect(replaceInvitation(user, 2, later)).toEqual(noChange);
  });

  test("without a request is no fact", () => {
    expect(askInvitations([], later)).toEqual(noChange);
    expect(evolved(registered, factsOf(askInvitations([userId(1)], later)))).toEqual(registered);
  });
});
