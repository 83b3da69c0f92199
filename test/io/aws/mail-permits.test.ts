import { GetAccountCommand, type GetAccountResponse, type SESv2Client } from "@aws-sdk/client-sesv2";
import { expect, test } from "vitest";
import { sesPermits } from "../../../lambdas/io/aws/mail-permits.ts";

/** Returns a mail service whose account has this quota. */
const answering = (quota: GetAccountResponse["SendQuota"]) => {
  const commands: unknown[] = [];
  const client = {
    send: async (command: unknown) => {
      commands.push(command);
      return quota === undefined ? {} : { SendQuota: quota };
    },
  } as unknown as SESv2Client;
  return { permits: sesPermits(client), commands };
};

test("the permitted rate is read from the account, in one call", async () => {
  const { permits, commands } = answering({ MaxSendRate: 14, Max24HourSend: 50_000, SentLast24Hours: 312 });
  expect(await permits.read()).toEqual({ perSecond: 14, perDay: 50_000, sentLastDay: 312 });
  expect(commands).toEqual([expect.any(GetAccountCommand)]);
});

test("an account without a limit for a day says -1: as many as one likes", async () => {
  const { permits } = answering({ MaxSendRate: 500, Max24HourSend: -1, SentLast24Hours: 7 });
  expect(await permits.read()).toEqual({ perSecond: 500, perDay: Infinity, sentLastDay: 7 });
});

test.each([
  ["quota", undefined],
  ["rate", { Max24HourSend: 200, SentLast24Hours: 0 }],
  ["number of the day", { MaxSendRate: 1, SentLast24Hours: 0 }],
  ["mails sent", { MaxSendRate: 1, Max24HourSend: 200 }],
])("an account without %s gets no default value", async (_what, quota) => {
  await expect(answering(quota).permits.read()).rejects.toThrow("does not say what it permits");
});
