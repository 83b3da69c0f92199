import { expect, test } from "vitest";
import type { Canary, CanaryAnswer } from "../../../lambdas/io/ports/canary.ts";
import { runCanary } from "../../../lambdas/use-cases/oversight/run-canary.ts";
import { sweep } from "../../../lambdas/use-cases/sweep.ts";
import { fakeMetrics } from "../../fakes/metrics.ts";
import { hearLog, linesOf } from "../../harness/log-lines.ts";
import { makeApp } from "../../harness/test-app.ts";

const unregistered: CanaryAnswer = { status: 403, problem: "urn:review-mechanism:problem:no-account" };

/** Returns a canary that succeeds except for the given parts, and the record of its calls. */
const canaryWith = (otherwise: Partial<Canary> = {}) => {
  const did: string[] = [];
  const usual: Canary = {
    signIn: async () => {
      did.push("signed in");
      return "a-token";
    },
    read: async (path, token) => {
      did.push(`read ${path} with ${token ?? "nothing"}`);
      return path === "/health" ? { status: 200, problem: undefined } : unregistered;
    },
  };
  return { canary: { ...usual, ...otherwise }, did };
};

const outcomeOf = async (canary: Canary | undefined) => {
  hearLog();
  const metrics = fakeMetrics();
  await runCanary({ canary, metrics });
  return { measured: metrics.recorded("canarySucceeded"), logged: linesOf("CANARY_UNSUCCESSFUL") };
};

test("The canary reaches the API, signs in, and reads with the token as an unregistered user", async () => {
  const { canary, did } = canaryWith();
  expect(await outcomeOf(canary)).toEqual({ measured: [1], logged: [] });
  expect(did).toEqual(["read /health with nothing", "signed in", "read /v1/me with a-token"]);
});

const fails = (why: string) => () => Promise.reject(new Error(why));
const reads = (path: string, answer: CanaryAnswer): Partial<Canary> => ({
  read: async (place) => {
    if (place === path) return answer;
    return { status: 200, problem: undefined };
  },
});

test.each<[what: string, otherwise: Partial<Canary>, step: string, error: RegExp]>([
  ["a refused sign-in", { signIn: fails("NotAuthorizedException") }, "sign in", /NotAuthorized/u],
  ["an API that is not reached", { read: fails("fetch failed") }, "reach the API", /fetch failed/u],
  [
    "no answer in time",
    { read: () => Promise.reject(new DOMException("aborted due to timeout", "TimeoutError")) },
    "reach the API",
    /timeout/u,
  ],
  ["an API that is not well", reads("/health", { status: 503, problem: undefined }), "reach the API", /answered 503/u],
  [
    "a table that does not answer",
    reads("/v1/me", { status: 503, problem: "urn:review-mechanism:problem:unavailable" }),
    "read with the token",
    /answered 503 urn:.*unavailable/u,
  ],
  [
    "a gateway that takes no token",
    reads("/v1/me", { status: 401, problem: undefined }),
    "read with the token",
    /answered 401 without a problem/u,
  ],
  [
    "an account that is registered",
    reads("/v1/me", { status: 200, problem: undefined }),
    "read with the token",
    /200/u,
  ],
  [
    "another refusal",
    reads("/v1/me", { ...unregistered, problem: "urn:review-mechanism:problem:access-closed" }),
    "read with the token",
    /access-closed/u,
  ],
])("The canary fails on %s, says at which step, and throws nothing", async (_what, otherwise, step, error) => {
  const { measured, logged } = await outcomeOf(canaryWith(otherwise).canary);
  expect(measured).toEqual([0]);
  expect(logged).toMatchObject([{ step, error: expect.stringMatching(error) }]);
});

test("A stage without a canary measures nothing", async () => {
  expect(await outcomeOf(undefined)).toEqual({ measured: [], logged: [] });
});

test("Each hourly sweep runs it, once, and no other sweep; a canary that fails fails no sweep", async () => {
  const app = makeApp();
  const own = { sleeper: { until: async () => undefined }, newSecret: () => "secret" };
  const mailAccount = { read: async () => "throttled" as const };
  const { canary } = canaryWith({ signIn: fails("refused") });
  for (const depth of ["morning", "full", "hourly"] as const) {
    const before = app.metrics.recorded("canarySucceeded").length;
    const report = await sweep({ ...app.io, ...own, mailAccount, canary }, depth);
    expect([depth, report.failed, app.metrics.recorded("canarySucceeded").length - before]).toEqual([
      depth,
      [],
      depth === "hourly" ? 1 : 0,
    ]);
  }
});
