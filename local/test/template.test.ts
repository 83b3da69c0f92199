import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { readStackModel } from "../template/stack-model.ts";
import { allows } from "../template/iam-grants.ts";
import { readStacks } from "../template/template.ts";
import { sampleApp } from "./fixtures/sample.ts";

const local = { aws: "http://127.0.0.1:1", api: "http://localhost:2" };
const folder = mkdtempSync(join(tmpdir(), "template-test-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The value of a property of one resource, in a template of two stacks. */
const resolved = (value: unknown): unknown => {
  const write = (file: string, content: unknown) => writeFileSync(join(folder, file), JSON.stringify(content));
  write("one.json", {
    Resources: { Table: { Type: "AWS::DynamoDB::Table", Properties: { TableName: "tab" } } },
    Outputs: { Out: { Value: { Ref: "Table" }, Export: { Name: "exported" } } },
  });
  write("two.json", {
    Parameters: { Given: { Type: "String", Default: "default" }, Required: { Type: "String" } },
    Conditions: {
      Yes: { "Fn::Equals": [{ Ref: "AWS::Region" }, "eu-central-1"] },
      No: { "Fn::Not": [{ Condition: "Yes" }] },
      Both: { "Fn::And": [{ Condition: "Yes" }, { Condition: "No" }] },
      Either: { "Fn::Or": [{ Condition: "Yes" }, { Condition: "No" }] },
    },
    Resources: {
      Queue: { Type: "AWS::SQS::Queue", Properties: {} },
      Answer: { Type: "AWS::Lambda::Function" },
      Version: { Type: "AWS::Lambda::Version", Properties: { FunctionName: { Ref: "Answer" } } },
      Live: {
        Type: "AWS::Lambda::Alias",
        Properties: { FunctionName: { "Fn::GetAtt": ["Answer", "Arn"] }, Name: "live" },
      },
      Strange: { Type: "AWS::Strange::Thing" },
      Absent: { Type: "AWS::SQS::Queue", Condition: "No" },
      Group: { Type: "AWS::Scheduler::ScheduleGroup", Properties: { Value: value } },
    },
  });
  const stack = (name: string) => ({ type: "aws:cloudformation:stack", properties: { templateFile: `${name}.json` } });
  write("manifest.json", { artifacts: { one: stack("one"), two: stack("two") } });
  const stacks = readStacks(folder, local);
  expect(stacks.ofType("AWS::SQS::Queue")).toHaveLength(1);
  return stacks.ofType("AWS::Scheduler::ScheduleGroup")[0]?.property("Value");
};

describe("a template", () => {
  test.each<[unknown, unknown]>([
    [{ Ref: "AWS::AccountId" }, "000000000000"],
    [{ Ref: "Given" }, "default"],
    [{ Ref: "Queue" }, "http://127.0.0.1:1/000000000000/two-Queue"],
    [{ "Fn::GetAtt": ["Queue", "Arn"] }, "arn:aws:sqs:eu-central-1:000000000000:two-Queue"],
    [{ "Fn::GetAtt": "Queue.QueueName" }, "two-Queue"],
    [{ "Fn::GetAtt": ["Version", "Version"] }, "1"],
    [{ Ref: "Version" }, "arn:aws:lambda:eu-central-1:000000000000:function:two-Answer:1"],
    [{ Ref: "Live" }, "arn:aws:lambda:eu-central-1:000000000000:function:two-Answer:live"],
    [{ "Fn::ImportValue": "exported" }, "tab"],
    [{ "Fn::GetStackOutput": { StackName: "one", OutputName: "Out" } }, "tab"],
    [{ "Fn::Join": ["-", ["a", { Ref: "AWS::Partition" }]] }, "a-aws"],
    [{ "Fn::Sub": "${AWS::Region}/${Queue.QueueName}/${!Literal}" }, "eu-central-1/two-Queue/${Literal}"],
    [{ "Fn::Sub": ["${x}-${Given}", { x: { Ref: "AWS::URLSuffix" } }] }, "amazonaws.com-default"],
    [{ "Fn::Select": [1, { "Fn::Split": [",", "a,b"] }] }, "b"],
    [{ "Fn::If": ["Yes", "y", "n"] }, "y"],
    [{ "Fn::If": ["Both", "y", "n"] }, "n"],
    [{ "Fn::If": ["Either", "y", "n"] }, "y"],
    [
      [1, { Ref: "AWS::NoValue" }, { a: { Ref: "AWS::NoValue" }, b: true }],
      [1, { b: true }],
    ],
    [{ Ref: "AWS::NoValue" }, undefined],
  ])("%j is %j", (value, expected) => {
    expect(resolved(value)).toEqual(expected);
  });

  test.each<[unknown, string]>([
    [{ "Fn::Cidr": [] }, "uses Fn::Cidr, which is not known here"],
    [{ Ref: "Missing" }, "has no resource Missing"],
    [{ Ref: "Strange" }, "AWS::Strange::Thing is not known here"],
    [{ "Fn::GetAtt": ["Queue", "Colour"] }, "Queue.Colour is used, but not known here"],
    [{ Ref: "Required" }, "needs the parameter Required"],
    [{ "Fn::ImportValue": "nothing" }, "No stack of the app exports nothing"],
  ])("%j, which is used, is refused", (value, why) => {
    expect(() => resolved(value)).toThrow(why);
  });
});

describe("the plan of an app", () => {
  test("refuses settings that would change what happens and that it does not know", () => {
    const changed = (name: string, properties: object) =>
      readStackModel(
        sampleApp(({ Resources }) => {
          const resource = Resources[name] as { Properties: object };
          resource.Properties = { ...resource.Properties, ...properties };
        }),
        local,
      );
    expect(() => changed("Work", { FifoQueue: true })).toThrow("FIFO");
    expect(() => changed("WorkSource", { FilterCriteria: { Filters: [] } })).toThrow("filters");
    expect(() => changed("EchoIntegration", { PayloadFormatVersion: "1.0" })).toThrow("payload format 2.0");
    expect(() => changed("Token", { AuthorizerType: "REQUEST" })).toThrow("REQUEST");
    expect(() => changed("GuardedRoute", { AuthorizationType: "AWS_IAM" })).toThrow("AWS_IAM");
    expect(() => changed("Stage", { StageName: "v1" })).toThrow("$default");
    const divided = { RoutingConfig: { AdditionalVersionWeights: [{ FunctionVersion: "2", FunctionWeight: 0.1 }] } };
    expect(() => changed("EchoLive", divided)).toThrow("EchoLive leads to several versions");
    expect(() => changed("Echo", { Runtime: "python3.14" })).toThrow("python3.14");
  });

  test("has functions that are found by their aliases", () => {
    const { functions } = readStackModel(sampleApp(), local);
    const live = (name: string) => functions.find((each) => each.name === name)?.aliases;
    expect(live("echo")).toEqual(["arn:aws:lambda:eu-central-1:000000000000:function:sample-working-Echo:live"]);
    expect(live("slow")).toEqual([]);
  });

  test("knows what the roles of functions allow", () => {
    const directory = sampleApp(({ Resources }) => {
      Resources["Role"] = { Type: "AWS::IAM::Role", Properties: {} };
      Resources["Policy"] = {
        Type: "AWS::IAM::Policy",
        Properties: {
          Roles: [{ Ref: "Role" }],
          PolicyDocument: {
            Statement: [
              { Effect: "Allow", Action: ["sqs:SendMessage"], Resource: { "Fn::GetAtt": ["Work", "Arn"] } },
              { Effect: "Allow", Action: "scheduler:*", Resource: ["*"] },
            ],
          },
        },
      };
      const echo = Resources["Echo"] as { Properties: Record<string, unknown> };
      echo.Properties["Role"] = { "Fn::GetAtt": ["Role", "Arn"] };
    });
    expect(readStackModel(directory, local).grants()).toEqual([
      {
        caller: "echo",
        action: "sqs:SendMessage",
        resource: "arn:aws:sqs:eu-central-1:000000000000:sample-working-Work",
      },
      { caller: "echo", action: "scheduler:*", resource: "*" },
    ]);
  });

  test.each([
    [{ action: "sqs:SendMessage", resource: "arn:q" }, { action: "sqs:SendMessage", resource: "arn:q" }, true],
    [{ action: "sqs:*", resource: "arn:*" }, { action: "sqs:SendMessage", resource: "arn:q" }, true],
    [{ action: "sqs:SendMessage", resource: "arn:q" }, { action: "sqs:SendMessage", resource: "arn:qq" }, false],
    [{ action: "dynamodb:Query", resource: "a.b" }, { action: "dynamodb:Query", resource: "axb" }, false],
  ])("a grant of %j for %j: %s", (grant, use, expected) => {
    expect(allows(grant, use)).toBe(expected);
  });
});
