import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { CognitoIdentityProviderClient } from "@aws-sdk/client-cognito-identity-provider";
import { expect, test } from "vitest";
import { cognitoCanary } from "../../../lambdas/io/aws/canary.ts";
import { listen } from "../../../local/base/listen.ts";

interface Reply {
  readonly status?: number;
  readonly body: object;
}
type Replies = Readonly<Record<string, Reply>>;

/** Runs the canary against a user pool and an API with these replies, and records the requests in order. */
const canaryAt = async (replies: Replies, use: (canary: ReturnType<typeof cognitoCanary>) => Promise<unknown>) => {
  const calls: { readonly what: string; readonly input: Record<string, unknown> }[] = [];
  const made = new Set<string>();
  const answer = async (incoming: IncomingMessage, response: ServerResponse): Promise<void> => {
    const operation = String(incoming.headers["x-amz-target"] ?? incoming.url).replace(/^.*\./u, "");
    const body = (await incoming.toArray()).join("");
    const authorization = incoming.method === "GET" ? { authorization: incoming.headers.authorization } : {};
    calls.push({ what: operation, input: { ...authorization, ...(body === "" ? {} : JSON.parse(body)) } });
    if (operation === "AdminCreateUser") made.add(operation);
    const unmade = made.size === 0 ? replies[`${operation} of no account`] : undefined;
    const { status = 200, body: said } = unmade ?? replies[operation] ?? { body: {} };
    response.writeHead(status, { "content-type": "application/x-amz-json-1.1" });
    response.end(JSON.stringify(said));
  };
  const service = await listen(
    createServer((incoming, response) => void answer(incoming, response)),
    0,
  );
  const client = new CognitoIdentityProviderClient({
    endpoint: service.url,
    region: "eu-central-1",
    credentials: { accessKeyId: "sweep", secretAccessKey: "x" },
    maxAttempts: 1,
  });
  const canary = cognitoCanary({
    client,
    userPool: "eu-central-1_pool",
    clientId: "canary-client",
    address: "canary@reviews.example.org",
    api: service.url,
  });
  const outcome = await use(canary).catch((error: unknown) => error);
  await service.close();
  return { outcome, calls };
};

const signedIn: Replies = { AdminInitiateAuth: { body: { AuthenticationResult: { AccessToken: "a-token" } } } };
const passwordsIn = (calls: readonly { readonly input: Record<string, any> }[]) =>
  calls
    .flatMap(({ input }) => [input["Password"], input["AuthParameters"]?.PASSWORD])
    .filter((one) => one !== undefined);

test("Each sign-in is with a password that was set for it alone, by the canary's own client", async () => {
  const { outcome, calls } = await canaryAt(signedIn, async (canary) => [await canary.signIn(), await canary.signIn()]);
  expect(outcome).toEqual(["a-token", "a-token"]);
  const once = ["AdminSetUserPassword", "AdminInitiateAuth"];
  expect(calls.map(({ what }) => what)).toEqual([...once, ...once]);
  const [first, used, second, usedThen] = passwordsIn(calls);
  expect([used, usedThen]).toEqual([first, second]);
  expect(first).not.toBe(second);
  expect(calls[0]?.input).toMatchObject({ Username: "canary@reviews.example.org", Permanent: true });
  expect(calls[1]?.input).toMatchObject({ ClientId: "canary-client", AuthFlow: "ADMIN_USER_PASSWORD_AUTH" });
});

test("A missing account is created first, and no message is sent for it", async () => {
  const gone = { status: 400, body: { __type: "UserNotFoundException", message: "User does not exist." } };
  const replies = { ...signedIn, "AdminSetUserPassword of no account": gone };
  const { outcome, calls } = await canaryAt(replies, (canary) => canary.signIn());
  expect(outcome).toBe("a-token");
  expect(calls.map(({ what }) => what)).toEqual([
    "AdminSetUserPassword",
    "AdminCreateUser",
    "AdminSetUserPassword",
    "AdminInitiateAuth",
  ]);
  expect(calls[1]?.input).toMatchObject({
    MessageAction: "SUPPRESS",
    UserAttributes: expect.arrayContaining([{ Name: "email_verified", Value: "false" }]),
  });
});

test.each<[what: string, replies: Replies, why: string]>([
  [
    "a refusal",
    { AdminInitiateAuth: { status: 400, body: { __type: "NotAuthorizedException", message: "no" } } },
    "no",
  ],
  [
    "a password that is not taken",
    { AdminSetUserPassword: { status: 400, body: { __type: "X", message: "no" } } },
    "no",
  ],
  ["another question", { AdminInitiateAuth: { body: { ChallengeName: "MFA_SETUP" } } }, "requires MFA_SETUP"],
])("A sign-in that ends with %s throws", async (_what, replies, why) => {
  const { outcome } = await canaryAt(replies, (canary) => canary.signIn());
  expect(outcome).toMatchObject({ message: expect.stringContaining(why) });
});

test("The API is read with the token, and its problem is reported by type", async () => {
  const replies = {
    "/health": { body: { status: "ok" } },
    "/v1/me": { status: 403, body: { type: "urn:review-mechanism:problem:no-account" } },
  };
  const { outcome, calls } = await canaryAt(replies, async (canary) => [
    await canary.read("/health"),
    await canary.read("/v1/me", "a-token"),
  ]);
  expect(outcome).toEqual([
    { status: 200, problem: undefined },
    { status: 403, problem: "urn:review-mechanism:problem:no-account" },
  ]);
  expect(calls.map(({ input }) => input["authorization"])).toEqual([undefined, "Bearer a-token"]);
});
