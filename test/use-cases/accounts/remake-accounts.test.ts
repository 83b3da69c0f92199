import { describe, expect, test } from "vitest";
import { all } from "../../../lambdas/io/pages.ts";
import { executeOnAggregate } from "../../../lambdas/commands/execute-command.ts";
import { closeUser } from "../../../domain/parties/users.ts";
import { remakeAccount } from "../../../lambdas/use-cases/accounts/remake-accounts.ts";
import { given, missionUser, secretariat, subOf } from "../../fixtures/group.ts";
import type { TestApp } from "../../harness/test-app.ts";

/** Returns an app whose users all had accounts, with an empty user pool. */
const afterLoss = async (): Promise<TestApp> => {
  const app = await given.group({ reviews: { FR: ["DE", "BR"] } });
  app.accounts.open = true;
  return app;
};
const allUsers = async ({ store }: TestApp) =>
  (await all((paging) => store.list("user", paging))).map(({ state }) => state);
const remakeAll = async (app: TestApp) =>
  Promise.all((await allUsers(app)).map(({ id }) => remakeAccount(app.io, id, "restore")));

describe("accounts of a user pool that was lost", () => {
  test("are created again for all users and lead to them, and old subjects lead to no user", async () => {
    const app = await afterLoss();
    expect(new Set(await remakeAll(app))).toEqual(new Set(["made"]));
    for (const { id, sub } of await allUsers(app)) {
      expect(sub).not.toBe(subOf(id));
      expect(await app.store.userOfAccount(sub ?? "")).toBe(id);
      expect(await app.store.userOfAccount(subOf(id))).toBeUndefined();
    }
  });

  test("are created once, however often it is requested", async () => {
    const app = await afterLoss();
    await remakeAll(app);
    const made = [...app.accounts.made];
    expect(new Set(await remakeAll(app))).toEqual(new Set(["there"]));
    expect(app.accounts.made).toEqual(made);
  });

  test("are not created for a user whose access was closed", async () => {
    const app = await afterLoss();
    const id = missionUser("FR");
    const decide = (user: Parameters<typeof closeUser>[0]) =>
      closeUser(user, "left-service", { confirmedOfficers: 2 }, app.clock.now());
    await executeOnAggregate(app.store)({ kind: "user", id, by: secretariat, now: app.clock.now(), decide });
    expect(await remakeAccount(app.io, id, "restore")).toBe("none");
    expect(app.accounts.made).toEqual([]);
  });

  test("are linked to no user where the address has the account of another user", async () => {
    const app = await afterLoss();
    const [one, other] = [missionUser("FR"), missionUser("DE")];
    await remakeAccount(app.io, other, "restore");
    const theirs = (await app.store.load("user", other))?.state.sub ?? "";
    app.accounts.find = () => Promise.resolve(theirs);
    await expect(remakeAccount(app.io, one, "restore")).rejects.toThrow(`has the account of ${other}`);
  });
});
