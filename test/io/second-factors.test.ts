import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { keepConfirmations } from "../../lambdas/io/confirmation-cache.ts";
import { listen } from "../../local/base/listen.ts";
import { at } from "../fixtures/changes.ts";

/** Returns a query that counts its calls and gives a set reply, with a manual clock. */
const counted = () => {
  const asking = { now: at("2020-12-01T10:00:00.000Z"), count: 0, answer: true };
  const request = keepConfirmations({ now: () => asking.now }, { hours: 1 }, async () => {
    asking.count += 1;
    return asking.answer;
  });
  return { asking, request };
};

describe("a confirmation", () => {
  test("is kept for its lifetime, and only for its session", async () => {
    const { asking, request } = counted();
    expect([await request("one", "first"), await request("one", "first"), asking.count]).toEqual([true, true, 1]);
    await request("other", "first");
    expect(asking.count).toBe(2);
    asking.now = at("2020-12-01T10:59:59.999Z");
    await request("one", "first");
    expect(asking.count).toBe(2);
    asking.now = at("2020-12-01T11:00:00.000Z");
    asking.answer = false;
    expect([await request("one", "first"), asking.count]).toEqual([false, 3]);
  });

  test("is queried again for another session", async () => {
    const { asking, request } = counted();
    await request("one", "first");
    asking.answer = false;
    expect([await request("one", "second"), asking.count]).toEqual([false, 2]);
  });

  test("is queried each time without a sign-in time", async () => {
    const { asking, request } = counted();
    await request("one", undefined);
    asking.answer = false;
    expect([await request("one", undefined), asking.count]).toEqual([false, 2]);
  });

  test("is queried each time while the answer is no", async () => {
    const { asking, request } = counted();
    asking.answer = false;
    await request("one", "first");
    asking.answer = true;
    expect([await request("one", "first"), asking.count]).toEqual([true, 2]);
  });
});

describe("the functions' second factors", () => {
  beforeEach(() => {
    vi.resetModules();
    vi.stubEnv("USER_POOL_ID", "eu-central-1_pool");
  });
  afterEach(() => vi.unstubAllEnvs());
  const loaded = async () => (await import("../../lambdas/io/deps/second-factors.ts")).secondFactors;

  test("are required of the roles that their environment names, and of none where it says so", async () => {
    vi.stubEnv("SECOND_FACTOR_ROLES", "secretariat,president");
    expect([...(await loaded()).roles]).toEqual(["secretariat", "president"]);
    vi.resetModules();
    vi.stubEnv("SECOND_FACTOR_ROLES", "none");
    expect((await loaded()).roles.size).toBe(0);
  });

  test.each([
    ["", "lacks SECOND_FACTOR_ROLES"],
    ["secretary", "secretariat"],
  ])("are not left out by mistake: %j", async (said, why) => {
    vi.stubEnv("SECOND_FACTOR_ROLES", said);
    await expect(loaded()).rejects.toThrow(why);
  });

  test("are those of the account in the user pool, which is queried by its subject, once for a session", async () => {
    const calls: unknown[] = [];
    const answer = async (incoming: IncomingMessage, response: ServerResponse): Promise<void> => {
      const { Username: sub } = JSON.parse((await incoming.toArray()).join(""));
      calls.push([incoming.headers["x-amz-target"], sub]);
      const factors = { app: ["SOFTWARE_TOKEN_MFA"], mail: ["EMAIL_OTP"] }[String(sub)];
      const gone = { __type: "UserNotFoundException", message: "User does not exist." };
      response.writeHead(sub === "gone" ? 400 : 200, { "content-type": "application/x-amz-json-1.1" });
      response.end(JSON.stringify(sub === "gone" ? gone : { Username: sub, UserMFASettingList: factors }));
    };
    const service = await listen(
      createServer((incoming, response) => void answer(incoming, response)),
      0,
    );
    const variables = {
      SECOND_FACTOR_ROLES: "secretariat",
      AWS_ENDPOINT_URL: service.url,
      AWS_REGION: "eu-central-1",
      AWS_ACCESS_KEY_ID: "review-api",
      AWS_SECRET_ACCESS_KEY: "x",
    };
    for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value);
    const { has } = await loaded();
    const session = at("2020-12-01T10:00:00.000Z");
    const answers = [];
    for (const sub of ["app", "app", "mail", "bare", "gone"]) answers.push(await has(sub, session));
    await service.close();
    expect(answers).toEqual([true, true, false, false, false]);
    const target = "AWSCognitoIdentityProviderService.AdminGetUser";
    expect(calls).toEqual(["app", "mail", "bare", "gone"].map((sub) => [target, sub]));
  });
});
