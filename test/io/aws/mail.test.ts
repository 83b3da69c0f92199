import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { SESv2Client } from "@aws-sdk/client-sesv2";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { mailClientOptions, sesMail } from "../../../lambdas/io/aws/mail.ts";
import type { OutgoingMail } from "../../../lambdas/io/ports/mail.ts";
import { listen } from "../../../local/base/listen.ts";
import { LetterId } from "../../../schemas/base/ids.ts";
import { EmailAddress } from "../../../schemas/base/values.ts";

/** The behaviour of the mail service in one call. */
type Behaviour = (response: ServerResponse, incoming: IncomingMessage) => void;

const answer =
  (status: number, body: object, headers: Readonly<Record<string, string>> = {}): Behaviour =>
  (response) => {
    response.writeHead(status, { "content-type": "application/json", ...headers });
    response.end(JSON.stringify(body));
  };
const error = (status: number, name: string, message = "No"): Behaviour =>
  answer(status, { message }, { "x-amzn-errortype": name });
const breaks: Behaviour = (response) => void response.destroy();
const breaksHalfway: Behaviour = (response) => {
  response.writeHead(200, { "content-type": "application/json", "content-length": "100" });
  response.write('{"MessageId":', () => response.destroy());
};
const isSilent: Behaviour = () => undefined;

let behaves: Behaviour = isSilent;
let calls: { readonly method: string; readonly path: string; readonly body: any }[] = [];
let service: Awaited<ReturnType<typeof listen>>;
beforeAll(async () => {
  const server = createServer((incoming, response) => {
    const chunks: Buffer[] = [];
    incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
    incoming.on("end", () => {
      const body: unknown = JSON.parse(Buffer.concat(chunks).toString());
      calls.push({ method: incoming.method ?? "", path: incoming.url ?? "", body });
      behaves(response, incoming);
    });
  });
  service = await listen(server, 0);
});
afterAll(() => service.close());
beforeEach(() => {
  calls = [];
});

const letter: OutgoingMail = {
  letter: LetterId.parse("0f3c1f0e9b8a7d6c5b4a39281706f5e4d3c2b1a0"),
  to: EmailAddress.parse("mission@fr.example.org"),
  subject: "Nomination d’un point focal",
  text: "Excellency",
  html: "<p>Excellency</p>",
  headers: { "Auto-Submitted": "auto-generated", "X-Reference": "RM/c1-g1/FR" },
};

/** The client of functions with the endpoint of the test and, where given, a shorter timeout. */
const mailTo = (endpoint: string, requestTimeout = mailClientOptions.requestHandler.requestTimeout) =>
  sesMail({
    client: new SESv2Client({
      ...mailClientOptions,
      requestHandler: { ...mailClientOptions.requestHandler, requestTimeout },
      endpoint,
      region: "eu-central-1",
      credentials: { accessKeyId: "send", secretAccessKey: "x" },
    }),
    from: "Review Mechanism <reviews@example.org>",
    replyTo: "secretariat@example.org",
    configurationSet: "letters",
  });

test("a mail that is accepted leaves once, with its letter as tag, its headers, and answers to the secretariat", async () => {
  behaves = answer(200, { MessageId: "message-1" });
  expect(await mailTo(service.url).send(letter)).toEqual({ kind: "accepted", messageId: "message-1" });
  const of = (Data: string) => ({ Data, Charset: "UTF-8" });
  expect(calls).toEqual([
    {
      method: "POST",
      path: "/v2/email/outbound-emails",
      body: {
        FromEmailAddress: "Review Mechanism <reviews@example.org>",
        ReplyToAddresses: ["secretariat@example.org"],
        ConfigurationSetName: "letters",
        Destination: { ToAddresses: ["mission@fr.example.org"] },
        EmailTags: [{ Name: "letter", Value: letter.letter }],
        Content: {
          Simple: {
            Subject: of(letter.subject),
            Body: { Text: of(letter.text), Html: of(letter.html) },
            Headers: [
              { Name: "Auto-Submitted", Value: "auto-generated" },
              { Name: "X-Reference", Value: "RM/c1-g1/FR" },
            ],
          },
        },
      },
    },
  ]);
});

test("the dates of a letter are attached as a file", async () => {
  behaves = answer(200, { MessageId: "message-1" });
  await mailTo(service.url).send({ ...letter, calendar: "SUMMARY:Désignation\r\n" });
  expect(calls).toMatchObject([
    {
      body: {
        Content: {
          Simple: {
            Attachments: [
              {
                FileName: "dates.ics",
                ContentType: "text/calendar",
                ContentDisposition: "ATTACHMENT",
                ContentTransferEncoding: "BASE64",
                RawContent: Buffer.from("SUMMARY:Désignation\r\n").toString("base64"),
              },
            ],
          },
        },
      },
    },
  ]);
});

describe("each request is sent exactly once, and its reply means", () => {
  const unverified = "Email address is not verified. The following identities failed the check: mission@fr.example.org";
  test.each<[reason: string, what: string, behaviour: Behaviour, why: string]>([
    ["throttled", "the rate", error(429, "TooManyRequestsException"), "TooManyRequestsException"],
    ["throttled", "the rate, as a throttle", error(400, "ThrottlingException"), "ThrottlingException"],
    ["quota", "the day's quota", error(400, "LimitExceededException"), "LimitExceededException"],
    ["sending-paused", "sending that is paused", error(400, "SendingPausedException"), "SendingPausedException"],
    [
      "sending-paused",
      "sending that is paused, in words",
      error(400, "MessageRejected", "Sending paused for this account. For more information, please check the inbox."),
      "MessageRejected",
    ],
    [
      "sending-paused",
      "a configuration set that is paused",
      error(400, "BadRequestException", "Sending paused for configuration set letters."),
      "BadRequestException",
    ],
    ["account-suspended", "a suspended account", error(400, "AccountSuspendedException"), "AccountSuspendedException"],
    [
      "account-suspended",
      "a suspended account, in words",
      error(
        400,
        "MessageRejected",
        "Sending suspended for this account. For more information, please check the inbox.",
      ),
      "MessageRejected",
    ],
    [
      "not-verified",
      "a domain without verification",
      error(400, "MailFromDomainNotVerifiedException"),
      "MailFromDomainNotVerifiedException",
    ],
    ["not-verified", "the sandbox", error(400, "MessageRejected", unverified), "MessageRejected"],
    ["not-found", "no configuration set", error(404, "NotFoundException"), "NotFoundException"],
    ["access-denied", "no grant", error(403, "AccessDeniedException"), "AccessDeniedException"],
    ["access-denied", "an expired token", error(403, "ExpiredTokenException"), "ExpiredTokenException"],
    ["other", "an unknown answer", error(400, "SomethingNewException"), "SomethingNewException"],
  ])("postponed, %s: %s", async (reason, _what, behaviour, why) => {
    behaves = behaviour;
    expect(await mailTo(service.url).send(letter)).toEqual({ kind: "postponed", reason, why });
    expect(calls).toHaveLength(1);
  });

  test.each<[kind: string, what: string, behaviour: Behaviour, why: string]>([
    ["refused", "a mail that is refused", error(400, "MessageRejected", "Contains a virus"), "MessageRejected"],
    ["refused", "an address that is none", error(400, "BadRequestException"), "BadRequestException"],
    [
      "unknown",
      "an error of the service",
      error(500, "InternalServiceErrorException"),
      "InternalServiceErrorException",
    ],
    ["unknown", "a service that is unavailable", error(503, "ServiceUnavailable"), "ServiceUnavailable"],
    ["unknown", "an acceptance without an id", answer(200, {}), "the mail service gave no message id"],
  ])("%s: %s", async (kind, _what, behaviour, why) => {
    behaves = behaviour;
    expect(await mailTo(service.url).send(letter)).toEqual({ kind, why });
    expect(calls).toHaveLength(1);
  });

  test.each([
    ["a connection that breaks without an answer", breaks],
    ["an answer that breaks off after the mail was accepted", breaksHalfway],
  ])("unknown: %s", async (_what, behaviour) => {
    behaves = behaviour;
    expect(await mailTo(service.url).send(letter)).toMatchObject({ kind: "unknown" });
    expect(calls).toHaveLength(1);
  });

  test("unknown: no answer within the time", async () => {
    behaves = isSilent;
    expect(await mailTo(service.url, 50).send(letter)).toEqual({ kind: "unknown", why: "TimeoutError" });
    expect(calls).toHaveLength(1);
  });
});

test("a service without a listener has certainly accepted nothing", async () => {
  const gone = await listen(createServer(), 0);
  await gone.close();
  expect(await mailTo(gone.url).send(letter)).toEqual({
    kind: "postponed",
    reason: "no-connection",
    why: "ECONNREFUSED",
  });
});

test("a client without credentials has sent nothing", async () => {
  const client = new SESv2Client({
    ...mailClientOptions,
    endpoint: service.url,
    region: "eu-central-1",
    credentials: () => Promise.reject(Object.assign(new Error("none"), { name: "CredentialsProviderError" })),
  });
  const mail = sesMail({ client, from: "a@example.org", replyTo: "b@example.org", configurationSet: "letters" });
  expect(await mail.send(letter)).toEqual({
    kind: "postponed",
    reason: "access-denied",
    why: "CredentialsProviderError",
  });
  expect(calls).toEqual([]);
});

test.each([
  ["a host that no route leads to", Object.assign(new Error("no route"), { code: "EHOSTUNREACH", syscall: "connect" })],
  ["a network that is away", Object.assign(new Error("no network"), { code: "ENETUNREACH", syscall: "connect" })],
  [
    "a connection that is not made in time",
    Object.assign(
      new Error(
        "@smithy/node-http-handler - the request socket did not establish a connection with the server within the configured timeout of 3000 ms.",
      ),
      { name: "TimeoutError" },
    ),
  ],
])("%s has surely accepted nothing", async (_what, failure) => {
  const client = { send: () => Promise.reject(failure) } as unknown as SESv2Client;
  const mail = sesMail({ client, from: "a@example.org", replyTo: "b@example.org", configurationSet: "letters" });
  expect(await mail.send(letter)).toMatchObject({ kind: "postponed", reason: "no-connection" });
});
