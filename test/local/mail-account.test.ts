import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sesAccount } from "../../lambdas/io/aws/mail-account.ts";
import { sesMail } from "../../lambdas/io/aws/mail.ts";
import type { MailAnswer } from "../../lambdas/io/ports/mail.ts";
import { always } from "../../local/services/faults.ts";
import type { LocalStack } from "../../local/stack-options.ts";
import { LetterId } from "../../schemas/base/ids.ts";
import { EmailAddress } from "../../schemas/base/values.ts";
import { type Clients, clientsOf, sampleStack } from "../../local/test/support.ts";

/** The stand-in for the mail service while it refuses every call, used by functions through the real SDK. */
let app: LocalStack;
let clients: Clients;
let send: () => Promise<MailAnswer>;
beforeAll(async () => {
  app = await sampleStack();
  clients = clientsOf(app);
  const sender = sesMail({
    client: clients.mail,
    from: "Reviews <reviews@reviews.example.org>",
    replyTo: "desk@reviews.example.org",
    configurationSet: app.plan.mail.configurationSets[0]?.name ?? "",
  });
  const to = EmailAddress.parse("mission@fr.example.org");
  const letter = LetterId.parse("0f3c1f0e9b8a7d6c5b4a39281706f5e4d3c2b1a0");
  send = () => sender.send({ letter, to, subject: "A reminder", text: "Text", html: "<p>Text</p>", headers: {} });
});
afterAll(() => app.close());

const account = () => sesAccount(clients.mail, "reviews.example.org").read();
const open = { isSendingEnabled: true, hasProductionAccess: true, isIdentityVerified: true };

describe.each([
  ["paused", "SendingPausedException", "sending-paused", { isSendingEnabled: false }],
  ["sandbox", "MessageRejected", "not-verified", { hasProductionAccess: false }],
  ["unverified", "MailFromDomainNotVerifiedException", "not-verified", { isIdentityVerified: false }],
  ["denied", "AccessDeniedException", "access-denied", {}],
  ["throttle", "TooManyRequestsException", "throttled", {}],
])("while %s is switched on", (kind, why, reason, said) => {
  test("every mail is refused, and none after it is switched off", async () => {
    const before = app.mailbox.count();
    const { id } = app.faults.add({ kind, times: always });
    const refused = { kind: "postponed", reason, why };
    expect([await send(), await send()]).toEqual([refused, refused]);
    expect(app.mailbox.count()).toBe(before);
    app.faults.remove(id);
    expect(await send()).toMatchObject({ kind: "accepted" });
  });

  test("the account is described so, and no longer", async () => {
    expect(await account()).toEqual(open);
    const { id } = app.faults.add({ kind, times: always });
    expect(await account()).toEqual({ ...open, ...said });
    app.faults.remove(id);
    expect(await account()).toEqual(open);
  });
});

test("a domain that is not the app's is not verified", async () => {
  expect(await sesAccount(clients.mail, "elsewhere.org").read()).toEqual({ ...open, isIdentityVerified: false });
});

test("the page of switches pauses and resumes the account, as a person would", async () => {
  const post = (path: string, body: string) =>
    fetch(`${app.url}/_local/mailbox/${path}`, {
      method: "POST",
      body,
      headers: { origin: app.url },
      redirect: "manual",
    });
  expect((await post("switches", "name=paused&always=yes")).status).toBe(303);
  const page = await (await fetch(`${app.url}/_local/mailbox/switches`)).text();
  expect(page).toContain("<b>Sending paused</b> to any recipient, until switched off");
  expect(await account()).toEqual({ ...open, isSendingEnabled: false });
  expect((await post("switches/off", "all=yes")).status).toBe(303);
  expect(await account()).toEqual(open);
});
