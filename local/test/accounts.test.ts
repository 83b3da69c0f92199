import {
  AdminCreateUserCommand,
  AdminDeleteUserCommand,
  AdminDisableUserCommand,
  AdminGetUserCommand,
  AdminSetUserMFAPreferenceCommand,
  AdminSetUserPasswordCommand,
  AdminUpdateUserAttributesCommand,
  ListUsersCommand,
} from "@aws-sdk/client-cognito-identity-provider";
import { createRemoteJWKSet, decodeJwt, jwtVerify } from "jose";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { subjectOf } from "../services/accounts.ts";
import type { LocalStack } from "../stack-options.ts";
import { type Clients, clientsOf, sampleStack } from "./support.ts";

let app: LocalStack;
let clients: Clients;
let UserPoolId: string;
beforeAll(async () => {
  app = await sampleStack();
  clients = clientsOf(app);
  UserPoolId = app.plan.pools[0]?.id ?? "";
});
afterAll(() => app.close());

const create = (Username: string) =>
  clients.accounts.send(
    new AdminCreateUserCommand({
      UserPoolId,
      Username,
      MessageAction: "SUPPRESS",
      UserAttributes: [
        { Name: "email", Value: Username },
        { Name: "email_verified", Value: "true" },
      ],
    }),
  );
const get = (Username: string) => clients.accounts.send(new AdminGetUserCommand({ UserPoolId, Username }));

describe("an account", () => {
  test("gets the subject that its address always has", async () => {
    const { User: user } = await create("First@Example.org");
    const sub = subjectOf("first@example.org");
    expect(sub).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/u);
    expect(user).toMatchObject({ Username: sub, UserStatus: "FORCE_CHANGE_PASSWORD", Enabled: true });
    expect(user?.Attributes).toContainEqual({ Name: "sub", Value: sub });
    const found = await get("FIRST@example.org");
    expect(found.UserAttributes).toContainEqual({ Name: "email", Value: "first@example.org" });
    expect(found.UserCreateDate?.getUTCFullYear()).toBe(2020);
  });

  test("exists once, whatever the case of the address", async () => {
    await create("second@example.org");
    await expect(create("SECOND@example.org")).rejects.toMatchObject({ name: "UsernameExistsException" });
  });

  test("is confirmed with a lasting password that follows the policy of the pool", async () => {
    await create("third@example.org");
    const set = (Password: string) =>
      clients.accounts.send(
        new AdminSetUserPasswordCommand({ UserPoolId, Username: "third@example.org", Password, Permanent: true }),
      );
    await expect(set("short")).rejects.toMatchObject({ name: "InvalidPasswordException" });
    await set("long-enough-1");
    expect((await get("third@example.org")).UserStatus).toBe("CONFIRMED");
  });

  test("can be disabled, given another address, and deleted", async () => {
    await create("fourth@example.org");
    const who = { UserPoolId, Username: "fourth@example.org" };
    await clients.accounts.send(new AdminDisableUserCommand(who));
    expect((await get(who.Username)).Enabled).toBe(false);
    const moved = [{ Name: "email", Value: "moved@example.org" }];
    await clients.accounts.send(new AdminUpdateUserAttributesCommand({ ...who, UserAttributes: moved }));
    await expect(get(who.Username)).rejects.toMatchObject({ name: "UserNotFoundException" });
    await clients.accounts.send(new AdminDeleteUserCommand({ UserPoolId, Username: "moved@example.org" }));
    await expect(get("moved@example.org")).rejects.toMatchObject({ name: "UserNotFoundException" });
  });

  test("has an authenticator app where it was switched on, until it is switched off or the account deleted", async () => {
    await create("fifth@example.org");
    const who = { UserPoolId, Username: "fifth@example.org" };
    const factors = async () => (await get(who.Username)).UserMFASettingList;
    const turn = (Enabled: boolean) =>
      clients.accounts.send(new AdminSetUserMFAPreferenceCommand({ ...who, SoftwareTokenMfaSettings: { Enabled } }));
    expect(await factors()).toBeUndefined();
    await turn(true);
    expect(await factors()).toEqual(["SOFTWARE_TOKEN_MFA"]);
    await turn(false);
    expect(await factors()).toBeUndefined();
    await turn(true);
    await clients.accounts.send(new AdminDeleteUserCommand(who));
    await create("fifth@example.org");
    expect(await factors()).toBeUndefined();
  });

  test("has an authenticator app by a page of the local system, too, which knows whose", async () => {
    await create("sixth@example.org");
    const turn = async (body: object) =>
      (await fetch(`${app.url}/_local/second-factor`, { method: "POST", body: JSON.stringify(body) })).status;
    expect(await turn({ email: "Sixth@example.org", enabled: true })).toBe(200);
    expect((await get("sixth@example.org")).UserMFASettingList).toEqual(["SOFTWARE_TOKEN_MFA"]);
    expect(await turn({ email: "unknown@example.org", enabled: true })).toBe(404);
    expect(await turn({ email: "sixth@example.org" })).toBe(400);
  });

  test("is listed with its pool; another pool is not known", async () => {
    const { Users: users } = await clients.accounts.send(new ListUsersCommand({ UserPoolId, Limit: 2 }));
    expect(users).toHaveLength(2);
    const elsewhere = new ListUsersCommand({ UserPoolId: "eu-central-1_none" });
    await expect(clients.accounts.send(elsewhere)).rejects.toMatchObject({ name: "ResourceNotFoundException" });
  });
});

describe("a token", () => {
  test("is an access token of the pool that lasts ten years of the system's clock", async () => {
    const { exp = 0, iat = 0, ...claims } = decodeJwt(await app.token("first@example.org"));
    const [pool] = app.plan.pools;
    expect(claims).toMatchObject({
      sub: subjectOf("first@example.org"),
      iss: pool?.issuer,
      client_id: pool?.clients[0]?.id,
      token_use: "access",
    });
    expect(claims).not.toHaveProperty("aud");
    expect(claims).not.toHaveProperty("email");
    expect(new Date(iat * 1000).getUTCFullYear()).toBe(2020);
    expect(new Date(exp * 1000).getUTCFullYear()).toBe(2030);
  });

  test("is made on request, as tests need it, and verifies with the published keys", async () => {
    const answer = await fetch(`${app.url}/_local/tokens`, {
      method: "POST",
      body: JSON.stringify({ email: "a@example.org", tokenUse: "id", expiresInSeconds: 60, clientId: "other" }),
    });
    const { token } = (await answer.json()) as { token: string };
    const keys = createRemoteJWKSet(new URL(`${app.url}/_local/.well-known/jwks.json`));
    const { payload } = await jwtVerify(token, keys, { currentDate: new Date(app.clock.now()) });
    expect(payload).toMatchObject({ token_use: "id", aud: "other", email: "a@example.org" });
    expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(60);
  });

  test("without an address is refused", async () => {
    const answer = await fetch(`${app.url}/_local/tokens`, { method: "POST", body: "{}" });
    expect(answer.status).toBe(400);
  });
});
