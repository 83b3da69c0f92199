import { createServer, type RequestListener } from "node:http";
import {
  GetAccountCommand,
  type GetAccountResponse,
  GetEmailIdentityCommand,
  NotFoundException,
  SESv2Client,
} from "@aws-sdk/client-sesv2";
import { expect, test } from "vitest";
import { questionClientOptions, sesAccount } from "../../../lambdas/io/aws/mail-account.ts";
import { listen } from "../../../local/base/listen.ts";

const open: GetAccountResponse = {
  SendingEnabled: true,
  ProductionAccessEnabled: true,
  EnforcementStatus: "HEALTHY",
};

/** Returns the reading of an account and an identity as a mail service reports them. */
const readingOf = (account: GetAccountResponse, identity: object | Error = { VerifiedForSendingStatus: true }) => {
  const commands: unknown[] = [];
  const client = {
    send: async (command: unknown) => {
      commands.push(command);
      if (command instanceof GetAccountCommand) return account;
      if (identity instanceof Error) throw identity;
      return identity;
    },
  } as unknown as SESv2Client;
  return { reading: sesAccount(client, "reviews.example.org").read(), commands };
};
const usual = { isSendingEnabled: true, hasProductionAccess: true, isIdentityVerified: true };

test("the account and the domain that letters leave from are queried, each once", async () => {
  const { reading, commands } = readingOf(open);
  expect(await reading).toEqual(usual);
  expect(commands).toEqual([expect.any(GetAccountCommand), expect.any(GetEmailIdentityCommand)]);
  expect(commands[1]).toMatchObject({ input: { EmailIdentity: "reviews.example.org" } });
});

const gone = new NotFoundException({ $metadata: {}, message: "Email identity does not exist" });
test.each<[what: string, account: GetAccountResponse, identity: object | Error | undefined, read: object]>([
  ["is paused", { ...open, SendingEnabled: false }, undefined, { isSendingEnabled: false }],
  ["was shut down", { ...open, EnforcementStatus: "SHUTDOWN" }, undefined, { isSendingEnabled: false }],
  ["is under review and still sends", { ...open, EnforcementStatus: "PROBATION" }, undefined, {}],
  ["is in the sandbox", { ...open, ProductionAccessEnabled: false }, undefined, { hasProductionAccess: false }],
  ["lost its domain's verification", open, { VerifiedForSendingStatus: false }, { isIdentityVerified: false }],
  ["has no such domain", open, gone, { isIdentityVerified: false }],
])("an account that %s is read so", async (_what, account, identity, read) => {
  expect(await readingOf(account, identity).reading).toEqual({ ...usual, ...read });
});

test.each<[what: string, account: GetAccountResponse, identity: object | Error | undefined]>([
  ["whether sending is on", { ...open, SendingEnabled: undefined }, undefined],
  ["of production access", { ...open, ProductionAccessEnabled: undefined }, undefined],
  ["of the domain", open, {}],
])("an account that says nothing %s is not guessed at", async (_what, account, identity) => {
  await expect(readingOf(account, identity).reading).rejects.toThrow("does not say whether it sends");
});

test("an error of the service is an error, not an answer", async () => {
  await expect(readingOf(open, new Error("denied")).reading).rejects.toThrow("denied");
});

/** Queries a service with the SDK client of functions and a shorter timeout; returns the number of requests. */
const requestsOf = async (behaves: RequestListener, requestTimeout: number) => {
  let times = 0;
  const service = await listen(
    createServer((incoming, response) => {
      times += 1;
      behaves(incoming, response);
    }),
    0,
  );
  const client = new SESv2Client({
    ...questionClientOptions,
    requestHandler: { ...questionClientOptions.requestHandler, requestTimeout },
    endpoint: service.url,
    region: "eu-central-1",
    credentials: { accessKeyId: "sweep", secretAccessKey: "x" },
  });
  const outcome = await sesAccount(client, "reviews.example.org")
    .read()
    .catch((error: unknown) => (error instanceof Error ? error.name : error));
  await service.close();
  return { outcome, times };
};

test("a service that accepts a connection and never answers is given up after one request", async () => {
  expect(await requestsOf(() => undefined, 50)).toEqual({ outcome: "TimeoutError", times: 1 });
  const { requestTimeout, connectionTimeout } = questionClientOptions.requestHandler;
  expect(requestTimeout + connectionTimeout).toBeLessThanOrEqual(10_000);
});

test.each(["TooManyRequestsException", "ThrottlingException"])(
  "a service that says %s had too many requests, and gets no other at once",
  async (name) => {
    const refuses: RequestListener = (_incoming, response) => {
      response.writeHead(429, { "content-type": "application/json", "x-amzn-errortype": name });
      response.end(JSON.stringify({ message: "Rate exceeded" }));
    };
    expect(await requestsOf(refuses, 5_000)).toEqual({ outcome: "throttled", times: 1 });
  },
);
