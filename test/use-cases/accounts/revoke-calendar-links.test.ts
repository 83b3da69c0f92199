import { expect, test } from "vitest";
import { sha256 } from "../../../domain/base/hash.ts";
import { isLinkInForce, issueCalendarLink } from "../../../domain/parties/calendar-links.ts";
import { changeOf } from "../../../lambdas/commands/execute-command.ts";
import { revokeCalendarLinks, usersWithLinks } from "../../../lambdas/use-cases/accounts/revoke-calendar-links.ts";
import { memoryStore } from "../../fakes/memory/store.ts";
import { at, factsOf, registeredUser } from "../../fixtures/changes.ts";

const issuedAt = at("2021-01-02T10:00:00.000Z");
const clock = { now: () => at("2021-03-01T10:00:00.000Z") };
const link = sha256("secret");

/** Returns an app with three delegates, of which two have a calendar link. */
const withLinks = async () => {
  const store = memoryStore();
  const users = [1, 2, 3].map((number) => registeredUser(number, { sub: `sub-${number}` }));
  await store.commit({ changes: users, by: "load", at: issuedAt });
  for (const { id } of users.slice(0, 2)) {
    const aggregate = await store.load("user", id);
    if (aggregate === undefined) throw new Error(`No user ${id}`);
    const facts = factsOf(issueCalendarLink(aggregate.state, link, issuedAt));
    await store.commit({ changes: [changeOf("user", aggregate.id, aggregate, facts)], by: aggregate.id, at: issuedAt });
  }
  return store;
};

test("one command revokes every calendar link, says whose, and repeated changes nothing", async () => {
  const store = await withLinks();
  const users = await usersWithLinks({ store });
  expect(users).toHaveLength(2);
  await revokeCalendarLinks({ store, clock }, users, "operator");
  expect(await usersWithLinks({ store })).toEqual([]);
  for (const id of users) {
    const aggregate = await store.load("user", id);
    expect(aggregate && isLinkInForce(aggregate.state, link, clock.now())).toBe(false);
    expect(aggregate?.version).toBe(3);
  }
  await revokeCalendarLinks({ store, clock }, users, "operator");
  expect((await store.load("user", users[0]!))?.version).toBe(3);
});
