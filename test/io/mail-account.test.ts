import {
  GetAccountCommand,
  type GetAccountResponse,
  GetEmailIdentityCommand,
  NotFoundException,
  type SESv2Client,
} from "@aws-sdk/client-sesv2";
import { expect, test } from "vitest";
import { sesAccount } from "../../lambdas/io/mail-account.ts";

const open: GetAccountResponse = {
  SendingEnabled: true,
  ProductionAccessEnabled: true,
  EnforcementStatus: "HEALTHY",
};

/** The account and the identity as a mail service tells of them. */
const readingOf = (account: GetAccountResponse, identity: object | Error = { VerifiedForSendingStatus: true }) => {
  const asked: unknown[] = [];
  const client = {
    send: async (command: unknown) => {
      asked.push(command);
      if (command instanceof GetAccountCommand) return account;
      if (identity instanceof Error) throw identity;
      return identity;
    },
  } as unknown as SESv2Client;
  return { reading: sesAccount(client, "reviews.example.org").read(), asked };
};
const usual = { isSendingEnabled: true, hasProductionAccess: true, isIdentityVerified: true };

test("the account and the domain that letters leave from are asked about, each once", async () => {
  const { reading, asked } = readingOf(open);
  expect(await reading).toEqual(usual);
  expect(asked).toEqual([expect.any(GetAccountCommand), expect.any(GetEmailIdentityCommand)]);
  expect(asked[1]).toMatchObject({ input: { EmailIdentity: "reviews.example.org" } });
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
