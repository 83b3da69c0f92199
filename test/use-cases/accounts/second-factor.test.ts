import { defined } from "../../../schemas/base/defined.ts";
import { beforeEach, describe, expect, test } from "vitest";
import { evolveUser } from "../../../domain/parties/users.ts";
import { keepConfirmations } from "../../../lambdas/io/confirmation-cache.ts";
import { all } from "../../../lambdas/io/pages.ts";
import type { UserRole } from "../../../schemas/model/user.ts";
import type { Instant } from "../../../schemas/base/values.ts";
import { at, change, party, registeredUser, userId } from "../../fixtures/changes.ts";
import { apiOf } from "../../harness/app-requests.ts";
import { makeApp, type TestApp } from "../../harness/test-app.ts";

const roles: readonly UserRole[] = ["secretariat", "president"];

let app: TestApp;
beforeEach(async () => {
  app = makeApp();
  const president = change("user", userId(2), undefined, [
    { kind: "user-registered", happenedAt: app.clock.now(), user: userId(2), role: "president", sub: "president" },
  ]);
  const mission = change("user", userId(3), undefined, [
    {
      kind: "user-registered",
      happenedAt: app.clock.now(),
      user: userId(3),
      role: "permanent-mission",
      party: party("FR"),
      sub: "mission",
    },
  ]);
  const changes = [registeredUser(1, { sub: "officer" }), president, mission];
  await app.store.commit({ changes, by: "load", at: app.clock.now() });
});

/** Lets some seconds pass, so that a sign-in comes after all earlier calls. */
const pass = async (): Promise<Instant> => {
  app.sleepUntil(at(new Date(Date.parse(app.clock.now()) + 2000).toISOString()));
  return app.clock.now();
};

const answerTo = async (as: string, signedInAt: Instant | undefined, route: string, of = roles) => {
  const { status, body } = await apiOf(app, of)({ as, route, ...defined({ signedInAt }) });
  return [status, body["secondFactor"]];
};
const me = (as: string, signedInAt?: Instant) => answerTo(as, signedInAt, "GET /v1/me");
const listing = (as: string, signedInAt?: Instant, of = roles) => answerTo(as, signedInAt, "GET /v1/parties", of);

const factsOn = async (number: number) => {
  const entries = await all((page) => app.store.journalOf("user", userId(number), page));
  return entries.flatMap(({ facts, by }) => facts.map(({ kind }) => `${kind} by ${by}`)).slice(1);
};

describe("a user whose role needs a second factor", () => {
  test.each(["officer", "president"])("is refused without one, with the reason, by role: %s", async (who) => {
    const first = await pass();
    expect(await listing(who, first)).toEqual([403, "missing"]);
    expect(await me(who, first)).toEqual([200, "missing"]);
    const { body } = await apiOf(app, roles)({ as: who, route: "GET /v1/parties", signedInAt: first });
    expect(body).toMatchObject({
      type: "urn:review-mechanism:problem:second-factor-required",
      detail: expect.stringContaining("authenticator app"),
    });
  });

  test("is let in once they have signed in with it; what they signed in with before stays refused", async () => {
    const first = await pass();
    await listing("officer", first);
    app.accounts.withSecondFactor.add("officer");
    await pass();
    expect(await me("officer", first)).toEqual([200, "unused"]);
    expect(await listing("officer", first)).toEqual([403, "unused"]);
    const second = await pass();
    expect(await listing("officer", second)).toEqual([200, undefined]);
    expect(await me("officer", second)).toEqual([200, "used"]);
    expect(await listing("officer", first)).toEqual([403, "unused"]);
    expect(await factsOn(1)).toEqual(["second-factor-found by api"]);
  });

  test("is refused by a token that does not say when they signed in", async () => {
    app.accounts.withSecondFactor.add("officer");
    await listing("officer", await pass());
    expect(await listing("officer")).toEqual([403, "unused"]);
  });

  test("is refused again when it is taken off, whatever the time of the sign-in, until a sign-in with another", async () => {
    app.accounts.withSecondFactor.add("officer");
    await listing("officer", await pass());
    const second = await pass();
    expect(await listing("officer", second)).toEqual([200, undefined]);
    app.accounts.withSecondFactor.delete("officer");
    expect(await listing("officer", second)).toEqual([403, "missing"]);
    const third = await pass();
    expect(await listing("officer", third)).toEqual([403, "missing"]);
    app.accounts.withSecondFactor.add("officer");
    await pass();
    expect(await listing("officer", third)).toEqual([403, "unused"]);
    expect(await listing("officer", await pass())).toEqual([200, undefined]);
    const kinds = ["second-factor-found", "second-factor-missed", "second-factor-found"];
    expect(await factsOn(1)).toEqual(kinds.map((kind) => `${kind} by api`));
  });
});

test("a user of another role needs none, and the account is not queried", async () => {
  app.accounts.hasSecondFactor = () => Promise.reject(new Error("was queried"));
  expect(await me("mission", await pass())).toEqual([200, "not-required"]);
  expect(await listing("mission")).toEqual([200, undefined]);
});

test("no user needs one where the stage requires none", async () => {
  app.accounts.hasSecondFactor = () => Promise.reject(new Error("was queried"));
  expect(await listing("officer", undefined, [])).toEqual([200, undefined]);
});

test("a request whose account cannot be queried is not answered", async () => {
  const unreachable = Object.assign(new Error("no answer"), { name: "TimeoutError" });
  app.accounts.hasSecondFactor = () => Promise.reject(unreachable);
  expect(await listing("officer", await pass())).toEqual([503, undefined]);
});

test("an instance that keeps a yes does not say it again once another one has seen that the factor is gone", async () => {
  const askAccount = app.accounts.hasSecondFactor;
  const instance = () => {
    app.accounts.hasSecondFactor = keepConfirmations(app.clock, { hours: 1 }, (sub) => askAccount(sub, undefined));
    const request = apiOf(app, roles);
    return async (signedInAt: Instant) =>
      (await request({ as: "officer", route: "GET /v1/parties", signedInAt })).status;
  };
  const [one, other, third] = [instance(), instance(), instance()];
  app.accounts.withSecondFactor.add("officer");
  const before = await pass();
  await pass();
  expect(await third(before)).toBe(403);
  const next = await pass();
  expect([await one(next), await other(next), await third(next)]).toEqual([200, 200, 200]);
  app.accounts.withSecondFactor.delete("officer");
  await pass();
  const fresh = instance();
  expect(await fresh(next)).toBe(403);
  expect([await one(next), await other(next), await third(next), await fresh(next)]).toEqual([403, 403, 403, 403]);
  expect(await factsOn(1)).toEqual(["second-factor-found by api", "second-factor-missed by api"]);
});

test("a yes that an instance was given when none was on record is not kept", async () => {
  const askAccount = app.accounts.hasSecondFactor;
  app.accounts.hasSecondFactor = keepConfirmations(app.clock, { hours: 1 }, (sub) => askAccount(sub, undefined));
  const keeping = apiOf(app, roles);
  app.accounts.hasSecondFactor = askAccount;
  app.accounts.withSecondFactor.add("officer");
  const signedInAt = await pass();
  await keeping({ as: "officer", route: "GET /v1/me", signedInAt });
  app.accounts.withSecondFactor.delete("officer");
  await pass();
  expect(await me("officer", signedInAt)).toEqual([200, "missing"]);
  expect((await keeping({ as: "officer", route: "GET /v1/me", signedInAt })).body["secondFactor"]).toBe("missing");
  expect(await factsOn(1)).toEqual(["second-factor-found by api", "second-factor-missed by api"]);
});

test.each([
  ["gets another address", { kind: "user-readdressed" }],
  ["has another account made for them", { kind: "account-created", sub: "another" }],
] as const)("the factor is the account's: who %s has none yet", (_, what) => {
  const user = userId(1);
  const facts = [
    { kind: "user-registered", happenedAt: at("2020-11-20T09:00:00.000Z"), user, role: "secretariat" },
    { kind: "second-factor-found", happenedAt: at("2020-11-21T09:00:00.000Z"), user },
    { ...what, happenedAt: at("2020-11-22T09:00:00.000Z"), user },
  ] as const;
  const [registered, found, changed] = facts;
  const before = evolveUser(evolveUser(undefined, registered), found);
  expect(before.secondFactorSince).toBe(found.happenedAt);
  expect(evolveUser(before, changed).secondFactorSince).toBeUndefined();
});
