import {
  DeleteSuppressedDestinationCommand,
  GetAccountCommand,
  GetSuppressedDestinationCommand,
  ListSuppressedDestinationsCommand,
  PutSuppressedDestinationCommand,
  SendEmailCommand,
  type SendEmailCommandInput,
} from "@aws-sdk/client-sesv2";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { matches } from "../services/event-bus.ts";
import type { LocalStack } from "../stack-options.ts";
import { type Clients, clientsOf, queueOf, sampleStack } from "./support.ts";

let app: LocalStack;
let clients: Clients;
let configurationSet: string;
beforeAll(async () => {
  app = await sampleStack({ mailLimits: { perSecond: 1000, perDay: 1000, bytes: 100_000 } });
  clients = clientsOf(app);
  configurationSet = app.plan.mail.configurationSets[0]?.name ?? "";
});
beforeEach(() => app.queues.purge(queueOf(app, "Receipts")));
afterAll(() => app.close());

const content = {
  Simple: {
    Subject: { Data: "A reminder é" },
    Body: { Text: { Data: "Please name a focal point." }, Html: { Data: "<p>Please <b>name</b></p>" } },
    Headers: [{ Name: "X-Case-Reference", Value: "RM/1" }],
  },
};
const mail = (to: string, more: Partial<SendEmailCommandInput> = {}) => ({
  FromEmailAddress: "Reviews <reviews@reviews.example.org>",
  ReplyToAddresses: ["desk@reviews.example.org"],
  ConfigurationSetName: configurationSet,
  Destination: { ToAddresses: [to] },
  EmailTags: [{ Name: "letter", Value: "abc123" }],
  Content: content,
  ...more,
});
const send = async (to: string, more: Partial<SendEmailCommandInput> = {}) =>
  (await clients.mail.send(new SendEmailCommand(mail(to, more)))).MessageId ?? "";

interface MailEventOnBus {
  readonly source: string;
  readonly "detail-type": string;
  readonly detail: { eventType: string; mail: { messageId: string; tags: Record<string, string[]> }; bounce?: object };
}
const events = () => app.queues.peek(queueOf(app, "Receipts")).map((body) => JSON.parse(body) as MailEventOnBus);
const kinds = () => events().map(({ detail }) => detail.eventType);

describe("a mail", () => {
  test("that was accepted is in the mailbox with everything it had", async () => {
    const id = await send("mission@fr.example.org");
    expect(app.mailbox.get(id)).toMatchObject({
      from: "Reviews <reviews@reviews.example.org>",
      to: ["mission@fr.example.org"],
      replyTo: ["desk@reviews.example.org"],
      subject: "A reminder é",
      text: "Please name a focal point.",
      html: "<p>Please <b>name</b></p>",
      headers: { "X-Case-Reference": "RM/1" },
      tags: { letter: "abc123" },
      at: expect.stringMatching(/^2020-12-01T08:00/u),
      fate: "delivered",
    });
  });

  test("keeps the files that it carries, and gives them out to be saved, never to be shown", async () => {
    const file = { FileName: "l'été\".html", ContentType: "text/html", RawContent: Buffer.from("<b>1</b>") };
    const id = await send("files@example.org", { Content: { Simple: { ...content.Simple, Attachments: [file] } } });
    expect(app.mailbox.get(id)?.attachments).toEqual([{ name: "l'été\".html", type: "text/html", bytes: 8 }]);
    const saved = await fetch(`${app.url}/_local/mailbox/messages/${id}/attachments/0`);
    expect(await saved.text()).toBe("<b>1</b>");
    expect(saved.headers.get("content-type")).toBe("application/octet-stream");
    expect(saved.headers.get("content-disposition")).toBe("attachment; filename*=UTF-8''l%27%C3%A9t%C3%A9%22.html");
    expect((await fetch(`${app.url}/_local/mailbox/messages/${id}/attachments/1`)).status).toBe(404);
  });

  test("leads to events on the bus, with its tags, and from there to the queue of the rule", async () => {
    const id = await send("mission@de.example.org");
    expect(events()).toMatchObject([
      { source: "aws.ses", "detail-type": "Email Sent", detail: { eventType: "Send", mail: { messageId: id } } },
      {
        "detail-type": "Email Delivered",
        detail: {
          eventType: "Delivery",
          mail: { tags: { letter: ["abc123"], "ses:configuration-set": [configurationSet] } },
          delivery: { recipients: ["mission@de.example.org"] },
        },
      },
    ]);
  });

  test("without the configuration set leads to none", async () => {
    await send("mission@de.example.org", { ConfigurationSetName: undefined });
    expect(events()).toEqual([]);
  });

  test("that bounces puts its address on the suppression list; the next is accepted and not delivered", async () => {
    app.faults.add({ effect: "bounce", address: "gone@it.example.org" });
    await send("gone@it.example.org");
    expect(kinds()).toEqual(["Send", "Bounce"]);
    expect(app.mailbox.suppressed()).toMatchObject([{ address: "gone@it.example.org", reason: "BOUNCE" }]);
    const id = await send("Gone@it.example.org");
    expect(app.mailbox.get(id)?.fate).toBe("suppressed");
    expect(events().at(-1)?.detail.bounce).toMatchObject({
      bounceType: "Permanent",
      bounceSubType: "OnAccountSuppressionList",
    });
    await clients.mail.send(new DeleteSuppressedDestinationCommand({ EmailAddress: "gone@it.example.org" }));
    expect(app.mailbox.get(await send("gone@it.example.org"))?.fate).toBe("delivered");
  });

  test("that is given up after hours bounces transiently, and its address is not suppressed", async () => {
    app.faults.add({ effect: "transientBounce", address: "full@it.example.org" });
    await send("full@it.example.org");
    expect(kinds()).toEqual(["Send", "Bounce"]);
    expect(events().at(-1)?.detail.bounce).toMatchObject({ bounceType: "Transient" });
    expect(app.mailbox.get(await send("full@it.example.org"))?.fate).toBe("delivered");
  });

  test("with an absence notice as answer is delivered and bounces transiently", async () => {
    await send("ooto@simulator.amazonses.com");
    expect(kinds()).toEqual(["Send", "Delivery", "Bounce"]);
    expect(events().at(-1)?.detail.bounce).toMatchObject({ bounceType: "Transient" });
  });

  test("whose events get lost is in the mailbox all the same", async () => {
    app.faults.add({ effect: "silent", address: "quiet@es.example.org" });
    const id = await send("quiet@es.example.org");
    expect([events(), app.mailbox.get(id)?.fate]).toEqual([[], "silent"]);
  });
});

describe("the mail service refuses, with the SDK's own exceptions,", () => {
  const simple = (more: object): SendEmailCommandInput["Content"] => ({ Simple: { ...content.Simple, ...more } });
  test.each<[string, Partial<SendEmailCommandInput>, string]>([
    ["a sender it has not verified", { FromEmailAddress: "me@elsewhere.org" }, "MessageRejected"],
    ["a configuration set that does not exist", { ConfigurationSetName: "none" }, "NotFoundException"],
    ["no recipient", { Destination: {} }, "BadRequestException"],
    ["what is no address", { Destination: { ToAddresses: ["no-address"] } }, "BadRequestException"],
    ["more than fifty recipients", { Destination: { ToAddresses: Array(51).fill("a@b.org") } }, "BadRequestException"],
    ["a tag with other characters", { EmailTags: [{ Name: "letter", Value: "a b" }] }, "BadRequestException"],
    ["a tag without a name", { EmailTags: [{ Name: undefined, Value: "a" }] }, "BadRequestException"],
    ["a subject of two lines", { Content: simple({ Subject: { Data: "a\nb" } }) }, "BadRequestException"],
    [
      "a mail that is too large",
      { Content: simple({ Body: { Text: { Data: "x".repeat(100_001) } } }) },
      "BadRequestException",
    ],
  ])("%s", async (_what, more, name) => {
    const before = app.mailbox.count();
    await expect(send("mission@fr.example.org", more)).rejects.toMatchObject({ name });
    expect(app.mailbox.count()).toBe(before);
  });
});

describe("on purpose, the mail service", () => {
  const fails = async (description: object) => {
    app.faults.add({ ...description });
    const before = app.mailbox.count();
    const error: unknown = await send("mission@fr.example.org").catch((thrown: unknown) => thrown);
    return { name: error instanceof Error ? error.name : "sent", accepted: app.mailbox.count() - before };
  };

  test("throttles", async () => {
    expect(await fails({ kind: "throttle" })).toEqual({ name: "TooManyRequestsException", accepted: 0 });
    expect((await fails({ kind: "throttle", skip: 1 })).name).toBe("sent");
    app.faults.clear();
  });

  test("breaks the connection before and after it accepted", async () => {
    expect(await fails({ kind: "mailReset" })).toMatchObject({ accepted: 0 });
    expect(await fails({ kind: "resetAfterAccept" })).toMatchObject({
      name: expect.not.stringMatching("sent"),
      accepted: 1,
    });
  });

  test("answers 500 before and after it accepted", async () => {
    expect(await fails({ kind: "mailError" })).toMatchObject({ accepted: 0 });
    expect(await fails({ kind: "mailErrorAfterAccept" })).toMatchObject({
      name: "InternalServiceErrorException",
      accepted: 1,
    });
  });

  test("never answers what it accepted", async () => {
    app.faults.add({ kind: "timeoutAfterAccept" });
    const before = app.mailbox.count();
    const command = new SendEmailCommand(mail("mission@fr.example.org"));
    await expect(clients.mail.send(command, { abortSignal: AbortSignal.timeout(200) })).rejects.toThrow();
    expect(app.mailbox.count()).toBe(before + 1);
  });
});

describe("the account", () => {
  test("reports its quota and the number sent", async () => {
    const { SendQuota: quota } = await clients.mail.send(new GetAccountCommand({}));
    expect(quota).toEqual({ Max24HourSend: 1000, MaxSendRate: 1000, SentLast24Hours: app.mailbox.count() });
  });

  test("lists and returns suppressed addresses", async () => {
    const put = { EmailAddress: "stop@example.org", Reason: "COMPLAINT" as const };
    await clients.mail.send(new PutSuppressedDestinationCommand(put));
    const one = await clients.mail.send(new GetSuppressedDestinationCommand({ EmailAddress: put.EmailAddress }));
    expect(one.SuppressedDestination).toMatchObject({ ...put, LastUpdateTime: expect.any(Date) });
    const all = await clients.mail.send(new ListSuppressedDestinationsCommand({}));
    expect(all.SuppressedDestinationSummaries).toMatchObject([put]);
  });

  test("refuses more than its rate and its day allow", async () => {
    const slow = await sampleStack({ mailLimits: { perSecond: 2, perDay: 3, bytes: 100_000 } });
    try {
      const own = clientsOf(slow);
      const set = slow.plan.mail.configurationSets[0]?.name;
      const one = () => own.mail.send(new SendEmailCommand(mail("a@example.org", { ConfigurationSetName: set })));
      const outcome = () => one().catch((error: unknown) => (error instanceof Error ? error.name : error));
      // Together, as one after the other they may take more than a second.
      const outcomes = await Promise.all(Array.from({ length: 12 }, outcome));
      expect(outcomes).toContain("TooManyRequestsException");
      expect(outcomes.filter((each) => typeof each !== "string").length).toBeGreaterThanOrEqual(2);
      await expect.poll(outcome, { interval: 100 }).toBe("LimitExceededException");
      await slow.moveTo("2020-12-02T08:01:00Z");
      await expect(one()).resolves.toBeDefined();
    } finally {
      await slow.close();
    }
  });
});

describe("the local mailbox", () => {
  const get = (path: string) => fetch(`${app.url}/_local/${path}`);

  test("is a page in which one can search, with what a letter says shown as text only", async () => {
    await send("look@example.org", {
      Content: {
        Simple: { Subject: { Data: "<script>alert(1)</script>" }, Body: { Html: { Data: '<b onclick="x()">hi</b>' } } },
      },
    });
    const page = await get("mailbox?to=LOOK@");
    const html = await page.text();
    expect(page.headers.get("content-type")).toBe("text/html; charset=utf-8");
    expect(html).toContain("look@example.org");
    expect(html).not.toContain("<script>");
    expect(html).not.toContain("<b onclick");
    expect(html).toContain('<iframe sandbox="allow-popups allow-popups-to-escape-sandbox"');
  });

  test("lets no script run and no form of another page switch anything on", async () => {
    const page = await get("mailbox");
    expect(page.headers.get("content-security-policy")).toMatch(/^default-src 'none'; style-src 'sha256-[^']+'; /u);
    const [{ id } = { id: "" }] = app.mailbox.find({ limit: 1 });
    const alone = await get(`mailbox/messages/${id}/html`);
    expect(alone.headers.get("content-security-policy")).toMatch(
      /^sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; /u,
    );

    const post = (headers: Record<string, string>, fields = "name=bounce") =>
      fetch(`${app.url}/_local/mailbox/switches`, { method: "POST", body: fields, headers, redirect: "manual" });
    expect((await post({ origin: "http://elsewhere.example.org" })).status).toBe(403);
    expect((await post({ origin: "null" })).status).toBe(403);
    expect((await post({ "sec-fetch-site": "cross-site" })).status).toBe(403);
    expect((await post({}, "name=none")).status).toBe(400);
    expect((await post({}, "name=bounce&address=a,b")).status).toBe(400);
    expect(app.faults.all()).toEqual([]);
    expect((await post({ origin: app.url })).status).toBe(303);
    expect(app.faults.all()).toMatchObject([{ kind: "bounce", effect: "bounce", times: 1 }]);
    app.faults.clear();
  });

  test("is also JSON, by recipient and by text", async () => {
    const found = await (await get("mailbox/messages?to=look@&q=alert&limit=1")).json();
    expect(found).toMatchObject({ count: 1, messages: [{ to: ["look@example.org"] }] });
    expect(await (await get("mailbox/messages.json?q=there-is-none")).json()).toEqual({ count: 0, messages: [] });
    expect((await get("mailbox/messages/none")).status).toBe(404);
  });

  test("gives every mail once, the oldest first, page by page", async () => {
    for (const to of ["one@example.org", "two@example.org", "three@example.org"]) await send(to);
    const read: any[] = [];
    let page: any = await (await get("mailbox/mails.json?limit=2")).json();
    for (;;) {
      read.push(...page.items);
      if (page.next === undefined) break;
      page = await (await get(`mailbox/mails.json?limit=2&after=${page.next}`)).json();
    }
    expect(read.map(({ id }) => id)).toEqual(
      app.mailbox
        .find({ limit: 1000 })
        .map(({ id }) => id)
        .toReversed(),
    );
    expect(read.slice(-3).map(({ to }) => to[0])).toEqual(["one@example.org", "two@example.org", "three@example.org"]);
    expect(read.at(-1)).toMatchObject({
      at: expect.any(String),
      subject: expect.any(String),
      html: expect.any(String),
    });
    for (const query of ["limit=0", "limit=1001", "after=none"])
      expect([query, (await get(`mailbox/mails.json?${query}`)).status]).toEqual([query, 400]);
  });
});

describe("a rule", () => {
  const event = { source: "aws.ses", detail: { eventType: "Send", tags: { set: ["a", "b"] } } };
  test.each([
    [{ source: ["aws.ses"] }, true],
    [{ source: ["aws.s3", "aws.ses"], detail: { tags: { set: ["b"] } } }, true],
    [{ detail: { tags: { set: ["c"] } } }, false],
    [{ detail: { eventType: [{ prefix: "Se" }] } }, true],
    [{ detail: { eventType: [{ "anything-but": ["Send"] }] } }, false],
    [{ detail: { bounce: [{ exists: false }] } }, true],
    [{ detail: { missing: ["x"] } }, false],
  ])("%j matches: %s", (pattern, expected) => {
    expect(matches(pattern, event)).toBe(expected);
  });
});
