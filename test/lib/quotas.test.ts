import { execFile } from "node:child_process";
import { createServer } from "node:http";
import { GetAccountSettingsCommand, type GetAccountSettingsResponse } from "@aws-sdk/client-lambda";
import { GetAccountCommand, type GetAccountResponse } from "@aws-sdk/client-sesv2";
import { describe, expect, test } from "vitest";
import { judgeQuotas, type QuotaClients, readQuotas } from "../../bin/account-quotas.ts";
import { settingsOf } from "../../bin/stage-file.ts";
import { type AccountQuotas, quotaMisfits } from "../../lib/quota-misfits.ts";
import { parseSettings } from "../../lib/stage-settings.ts";
import { listen } from "../../local/base/listen.ts";

const ample: AccountQuotas = {
  executions: 1000,
  unreserved: 900,
  hasProductionAccess: true,
  mailsPerDay: 50_000,
  mailsPerSecond: 14,
};
const settings = parseSettings("dev", {
  ...settingsOf("dev"),
  accountConcurrency: 1000,
  publicReservedConcurrency: 100,
  lettersPerDay: 2000,
});

describe("the account's quotas", () => {
  test("fit the settings of a stage up to the last execution and the last letter", () => {
    expect(quotaMisfits(settings, ample)).toEqual([]);
    expect(quotaMisfits(settings, { ...ample, unreserved: 100, mailsPerDay: 2000 })).toEqual([]);
    expect(quotaMisfits(settings, { ...ample, mailsPerDay: Infinity, mailsPerSecond: 1 })).toEqual([]);
  });

  test.each<[what: string, quotas: Partial<AccountQuotas>, said: RegExp]>([
    ["executions", { executions: 999 }, /^accountConcurrency: .* 999 executions .*Service Quotas/u],
    ["unreserved executions", { unreserved: 99 }, /^publicReservedConcurrency: .* 99 are unreserved.*Service Quotas/u],
    ["production access", { hasProductionAccess: false }, /sandbox.*Request production access/u],
    ["letters a day", { mailsPerDay: 1999 }, /^lettersPerDay: .* 1999 letters in 24 hours.*limit increase/u],
    ["letters a second", { mailsPerSecond: 0.5 }, /^lettersPerDay: at 0\.5 a second.*higher rate/u],
  ])("that are short of %s are reported with the setting and where to request more", (_what, short, said) => {
    expect(quotaMisfits(settings, { ...ample, ...short })).toEqual([expect.stringMatching(said)]);
  });

  test("that queues and streams could use up stop production, whatever its file says of them", () => {
    const small = { ...settings, publicReservedConcurrency: undefined, accountConcurrency: 10 };
    expect(quotaMisfits(small, { ...ample, executions: 30 })).toEqual([
      expect.stringMatching(
        /^Queues and streams may take 21 executions .* the API needs 10 .* permits the account 30/u,
      ),
    ]);
    expect(quotaMisfits(small, { ...ample, executions: 31 })).toEqual([]);
  });

  test("say nothing of unreserved executions where the stage reserves none", () => {
    const { publicReservedConcurrency: _, ...others } = settings;
    expect(quotaMisfits(others, { ...ample, unreserved: 0 })).toEqual([]);
  });

  test("stop production where one does not fit or cannot be queried, and warn the rest", async () => {
    const short = async () => ({ ...ample, hasProductionAccess: false });
    const denied = () => Promise.reject(new Error("not authorized"));
    expect(await judgeQuotas("prod", settings, async () => ample)).toEqual({ lines: [], goesOn: true });
    expect(await judgeQuotas("prod", settings, short)).toMatchObject({ goesOn: false, lines: [expect.any(String)] });
    expect(await judgeQuotas("test", settings, short)).toMatchObject({ goesOn: true, lines: [expect.any(String)] });
    const unknown = { lines: [expect.stringMatching(/not authorized.*lambda:GetAccountSettings/u)] };
    expect(await judgeQuotas("prod", settings, denied)).toEqual({ ...unknown, goesOn: false });
    expect(await judgeQuotas("dev", settings, denied)).toEqual({ ...unknown, goesOn: true });
  });
});

/** Lambda and the mail service, of which each answers its one question. */
const answering = (limits: GetAccountSettingsResponse, account: GetAccountResponse): QuotaClients => {
  const send = async (command: unknown) => {
    if (command instanceof GetAccountSettingsCommand) return limits;
    if (command instanceof GetAccountCommand) return account;
    throw new Error("neither of the two queries was sent");
  };
  return { lambda: { send }, mail: { send } };
};

const limits = { AccountLimit: { ConcurrentExecutions: 1000, UnreservedConcurrentExecutions: 900 } };
const account = { ProductionAccessEnabled: true, SendQuota: { Max24HourSend: 50_000, MaxSendRate: 14 } };

test("quotas are read from Lambda and the mail service, -1 as no limit", async () => {
  expect(await readQuotas(answering(limits, account))).toEqual(ample);
  const unlimited = { ...account, SendQuota: { Max24HourSend: -1, MaxSendRate: 14 } };
  expect(await readQuotas(answering(limits, unlimited))).toEqual({ ...ample, mailsPerDay: Infinity });
});

test.each<[what: string, limits: GetAccountSettingsResponse, account: GetAccountResponse]>([
  ["executions", {}, account],
  ["unreserved executions", { AccountLimit: { ConcurrentExecutions: 10 } }, account],
  ["production access", limits, { SendQuota: account.SendQuota }],
  ["letters", limits, { ProductionAccessEnabled: true }],
])("quotas without a word of %s are not guessed at", async (_what, said, accountReply) => {
  await expect(readQuotas(answering(said, accountReply))).rejects.toThrow("does not say");
});

/** Runs the command against services with these replies; returns its requests in order, its exit code and error output. */
const bootstrapped = async (options: readonly string[], replies: Readonly<Record<string, object>>) => {
  const paths: string[] = [];
  const service = await listen(
    createServer((incoming, response) => {
      const path = new URL(incoming.url ?? "/", "http://service").pathname;
      paths.push(path);
      const reply = replies[path];
      response.writeHead(reply === undefined ? 400 : 200, { "content-type": "application/json" });
      response.end(JSON.stringify(reply ?? { message: "unknown service" }));
    }),
    0,
  );
  const env = {
    ...process.env,
    AWS_ENDPOINT_URL: service.url,
    AWS_REGION: "eu-central-1",
    AWS_ACCESS_KEY_ID: "operator",
    AWS_SECRET_ACCESS_KEY: "x",
  };
  const { code, said } = await new Promise<{ code: unknown; said: string }>((resolve) => {
    execFile(process.execPath, ["bin/bootstrap.ts", ...options], { env }, (error, _, errors) =>
      resolve({ code: error?.code ?? 0, said: errors }),
    );
  });
  await service.close();
  return { paths, code, said };
};
const services = { "/2016-08-19/account-settings": limits, "/v2/email/account": account };

test("the command queries both before anything else, and can be limited to that", async () => {
  const small = { ...services, "/v2/email/account": { ...account, ProductionAccessEnabled: false } };
  const only = await bootstrapped(["--quotas"], small);
  expect({ ...only, paths: only.paths.toSorted() }).toEqual({
    paths: Object.keys(services),
    code: 0,
    said: expect.stringMatching(/^Warning: .*sandbox/u),
  });
  const whole = await bootstrapped(["--email", "first@example.org"], services);
  expect(whole.paths.slice(0, 2).toSorted()).toEqual(Object.keys(services));
  // No service answers for the stage's stacks here.
  expect(whole).toMatchObject({ code: 1, paths: expect.arrayContaining(["/"]) });
});
