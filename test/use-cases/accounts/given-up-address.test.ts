import { expect, test } from "vitest";
import { correctUser, registerUser } from "../../../domain/parties/users.ts";
import { changeOf } from "../../../lambdas/commands/execute-command.ts";
import { ensureAccount } from "../../../lambdas/use-cases/accounts/accounts.ts";
import type { UserId } from "../../../schemas/base/ids.ts";
import { address, factsOf, userId } from "../../fixtures/changes.ts";
import { given, secretariat } from "../../fixtures/group.ts";
import type { TestApp } from "../../harness/test-app.ts";

const [first, second] = [userId(501), userId(502)];
const [old, right] = [address("old@example.org"), address("right@example.org")];
const person = { name: "An officer", email: old, language: "en" } as const;

const appWith = async (...users: readonly UserId[]): Promise<TestApp> => {
  const app = await given.group({ reviews: { FR: [] }, now: "2020-11-20T10:00:00.000Z" });
  app.accounts.open = true;
  for (const user of users) await register(app, user, person.email);
  return app;
};
const register = async (app: TestApp, user: UserId, email: typeof old): Promise<void> => {
  const facts = factsOf(registerUser({ id: user, role: "secretariat" }, app.clock.now()));
  const change = changeOf("user", user, undefined, facts, [{ kind: "person", user, person: { ...person, email } }]);
  await app.store.commit({ changes: [change], by: secretariat, at: app.clock.now() });
};
const readdress = async (app: TestApp, user: UserId): Promise<void> => {
  const aggregate = await app.store.load("user", user);
  if (aggregate === undefined) throw new Error("The user is not registered");
  const moved = { ...person, email: right };
  const facts = factsOf(correctUser(aggregate.state, person, moved, undefined, app.clock.now()));
  const change = changeOf("user", user, aggregate, facts, [{ kind: "person", user, person: moved }]);
  await app.store.commit({ changes: [change], by: secretariat, at: app.clock.now() });
};
const subOf = async (app: TestApp, user: UserId) => (await app.store.load("user", user))?.state.sub;

test("an account that is made while the address is corrected is not linked to the user", async () => {
  const app = await appWith(first);
  const { create } = app.accounts;
  app.accounts.create = async (email) => {
    const sub = await create(email);
    if (email === old) await readdress(app, first);
    return sub;
  };
  await expect(ensureAccount(app.io, first, "react")).rejects.toThrow("changed while the account was being made");
  expect(await subOf(app, first)).toBeUndefined();
  await app.rest();
  expect(await subOf(app, first)).toBe(`sub-of-${right}`);
});

test("an account that was given up is not passed on to the next user who is registered at its address", async () => {
  const app = await appWith(first);
  await app.rest();
  expect(await subOf(app, first)).toBe(`sub-of-${old}`);
  await readdress(app, first);
  // The stream is late: another user gets the address before the account of it has ended.
  await register(app, second, old);
  expect(await ensureAccount(app.io, second, "react")).toBe("made");
  expect(app.accounts.deleted).toEqual([`sub-of-${old}`]);
  await app.rest();
  expect([await subOf(app, first), await subOf(app, second)]).toEqual([`sub-of-${right}`, `sub-of-${old}`]);
});

test("an account that another function is about to link is left to it", async () => {
  const app = await appWith(first);
  const { create } = app.accounts;
  app.accounts.create = async (email) => {
    const sub = await create(email);
    app.accounts.create = create;
    expect(await ensureAccount(app.io, first, "sweep")).toBe("made");
    return sub;
  };
  await expect(ensureAccount(app.io, first, "react")).resolves.toBe("made");
  expect(app.accounts.deleted).toEqual([]);
  expect(await subOf(app, first)).toBe(`sub-of-${old}`);
});
