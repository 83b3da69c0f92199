import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { LocalStack } from "../stack-options.ts";
import { sampleApp } from "./fixtures/sample.ts";
import { sampleStack, tableOf } from "./support.ts";

/** The sample app with a function that is refused a write. */
const refusedApp = (): string =>
  sampleApp(({ Resources: resources }) => {
    resources["Refused"] = {
      Type: "AWS::Lambda::Function",
      Properties: {
        Code: { S3Bucket: { "Fn::Sub": "assets-${AWS::AccountId}-${AWS::Region}" }, S3Key: "bundles.zip" },
        Handler: "refused-write.handler",
        Runtime: "nodejs24.x",
        MemorySize: 256,
        Timeout: 10,
        Environment: { Variables: { RECORDS: { "Fn::ImportValue": "sample-kept:Records" } } },
      },
    };
  });

/** As the SDK signs; who signed is not looked into. */
const signed = {
  "x-amz-date": "20200101T000000Z",
  authorization:
    "AWS4-HMAC-SHA256 Credential=test/20200101/eu-central-1/dynamodb/aws4_request, SignedHeaders=host, Signature=local",
};

describe("the services answer with the time of the system", () => {
  let app: LocalStack;
  beforeAll(async () => {
    app = await sampleStack();
  });
  afterAll(() => app.close());

  const calls = (): readonly (readonly [
    what: string,
    path: string,
    target: string,
    body: object,
    method?: string,
  ])[] => {
    const table = tableOf(app, "Records");
    const item = { pk: { S: "a" }, sk: { S: "b" } };
    const put = { TableName: table, Item: item, ConditionExpression: "attribute_not_exists(pk)" };
    return [
      ["a read", "/", "DynamoDB_20120810.GetItem", { TableName: table, Key: item }],
      ["a write", "/", "DynamoDB_20120810.PutItem", put],
      ["a refused write", "/", "DynamoDB_20120810.PutItem", put],
      ["a wrong request", "/", "DynamoDB_20120810.GetItem", {}],
      ["queues", "/", "AmazonSQS.ListQueues", {}],
      ["a queue that is not there", "/", "AmazonSQS.GetQueueUrl", { QueueName: "none" }],
      ["accounts", "/", "AWSCognitoIdentityProviderService.AdminGetUser", { UserPoolId: "none", Username: "x" }],
      ["schedules", "/schedules/none?groupName=reminders", "", {}, "GET"],
      ["mail", "/v2/email/account", "", {}, "GET"],
      ["a mail that is refused", "/v2/email/outbound-emails", "", {}],
      ["an unknown name", "/nowhere", "", {}],
    ];
  };
  const said = async () => {
    const answers = [];
    for (const [what, path, target, body, method = "POST"] of calls()) {
      const response = await fetch(app.services + path, {
        method,
        headers: { ...signed, "x-amz-target": target, "content-type": "application/x-amz-json-1.0" },
        ...(method === "GET" ? {} : { body: JSON.stringify(body) }),
      });
      await response.arrayBuffer();
      const away = Math.abs(Date.parse(response.headers.get("date") ?? "") - app.clock.now());
      answers.push([what, response.status, away < 5_000]);
    }
    return answers;
  };

  test("whatever they answer, and after the clock was moved", async () => {
    const rightly = (status: Readonly<Record<string, number>>) =>
      calls().map(([what]) => [what, status[what] ?? 200, true]);
    const refused = { "a refused write": 400, "a wrong request": 400, "a queue that is not there": 400, accounts: 400 };
    const status = { ...refused, schedules: 404, "a mail that is refused": 400, "an unknown name": 404 };
    expect(await said()).toEqual(rightly(status));
    await app.moveTo("2021-06-01T00:00:00Z");
    expect(await said()).toEqual(rightly({ ...status, "a write": 400 }));
  });

  test("of an error on purpose, too", async () => {
    app.faults.add({ effect: "error", action: "dynamodb:GetItem" });
    const response = await fetch(app.services, {
      method: "POST",
      headers: { "x-amz-target": "DynamoDB_20120810.GetItem" },
      body: JSON.stringify({ TableName: tableOf(app, "Records") }),
    });
    expect(response.status).toBe(500);
    expect(Math.abs(Date.parse(response.headers.get("date") ?? "") - app.clock.now())).toBeLessThan(5_000);
  });
});

test.each([
  ["through the system", false],
  ["with the database themselves", true],
])("functions that talk %s send nothing again that was refused, however far the clock was moved", async (_, direct) => {
  const app = await sampleStack({ templateDir: refusedApp(), direct });
  const refused = app.functions.find("refused-write");
  if (refused === undefined) throw new Error("The app has no such function");
  const attempts = async () => {
    const outcome = await app.functions.invoke(refused, {});
    return outcome.ok ? JSON.parse(outcome.payload ?? "") : outcome;
  };
  const once = { name: "ConditionalCheckFailedException", attempts: 1 };
  expect(await attempts()).toEqual(once);
  await app.moveTo("2023-06-01T00:00:00Z");
  expect(await attempts()).toEqual(once);
  await app.close();
});
