import { SendEmailCommand } from "@aws-sdk/client-sesv2";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { LocalStack } from "../stack-options.ts";
import { always } from "../services/faults.ts";
import { newMailTrouble } from "../services/mail-trouble.ts";
import { clientsOf, sampleStack } from "./support.ts";

const lines: string[] = [];
let app: LocalStack;
beforeAll(async () => {
  app = await sampleStack({ report: (line) => lines.push(line) });
});
afterAll(() => app.close());

const send = async (): Promise<string> => {
  const { mail } = clientsOf(app);
  const Content = { Simple: { Subject: { Data: "Subject" }, Body: { Text: { Data: "Text" } } } };
  const [FromEmailAddress = ""] = app.plan.mail.identities.map((identity) =>
    identity.includes("@") ? identity : `reviews@${identity}`,
  );
  try {
    await mail.send(
      new SendEmailCommand({ FromEmailAddress, Destination: { ToAddresses: ["one@example.org"] }, Content }),
    );
    return "accepted";
  } catch (error) {
    return error instanceof Error ? error.name : "";
  }
};

test("the terminal reports in one line that mail is refused, and in one that it is accepted again", async () => {
  expect(await send()).toBe("accepted");
  const { id } = app.faults.add({ kind: "paused", times: always });
  expect([await send(), await send()]).toEqual(["SendingPausedException", "SendingPausedException"]);
  const refusal = "SendingPausedException: Sending paused for this account.";
  expect(lines).toEqual([
    `The mail service refuses mail (${refusal}): letters wait, /_local/mailbox shows the switches`,
  ]);
  app.faults.remove(id);
  expect(await send()).toBe("accepted");
  expect(lines.slice(1)).toEqual(["The mail service accepts mail again, after 2 refused attempts"]);
});

test("a rate that is exceeded for a moment, and calls that send nothing, are no trouble", () => {
  const reports: string[] = [];
  const { observe, problem } = newMailTrouble((line) => reports.push(line));
  const call = { method: "POST", path: "/v2/email/outbound-emails" };
  observe(call, { status: 429, headers: { "x-amzn-errortype": "TooManyRequestsException" } });
  observe({ method: "GET", path: "/v2/email/account" }, { status: 500 });
  expect([problem(), reports]).toEqual([undefined, []]);
  observe(call, { status: 400, headers: { "x-amzn-errortype": "MessageRejected" }, body: "{}" });
  expect(problem()).toBe("1 attempts to send were refused: MessageRejected");
});
