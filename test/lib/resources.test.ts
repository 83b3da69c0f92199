import { describe, expect, test } from "vitest";
import { withHead } from "../../lib/gateway-routes.ts";
import { endpoints } from "../../schemas/api/index.ts";
import { production, synthesize } from "./synthesized.ts";

/** CloudFormation takes 500 resources in a stack. A stack that nears it is divided before a release needs the room. */
const mostResources = 400;
/** The highest number of resources of a stack today, so that shrinking room for later years is visible. */
const resourcesToday = 300;

const settings = {
  ...production,
  apiShift: "canary-30-minutes",
  publicReservedConcurrency: 20,
  accountConcurrency: 200,
};
const counts = synthesize(settings).templates.map((template) => Object.keys(template.Resources).length);

describe("the resources of a stack", () => {
  test("are at most 400, which leaves a fifth of the limit of CloudFormation", () => {
    expect(Math.max(...counts)).toBeLessThanOrEqual(mostResources);
  });

  test("are at most 300 today", () => {
    expect(Math.max(...counts)).toBeLessThanOrEqual(resourcesToday);
  });

  test("do not grow with every endpoint of the registry", () => {
    expect(synthesize(settings).of("AWS::ApiGatewayV2::Route").length).toBeLessThan(withHead(endpoints).length * 0.65);
  });

  test("are alarms and filters in a stack of their own, but for the alarms that a shift of requests reads", () => {
    const elsewhere = [
      ...synthesize(settings).of("AWS::CloudWatch::Alarm"),
      ...synthesize(settings).of("AWS::Logs::MetricFilter"),
    ]
      .filter(({ path }) => !path.includes("-alarms/"))
      .map(({ path }) => path.split("/").at(-2));
    expect(new Set(elsewhere)).toEqual(new Set(["ServerErrors", "Slow", "NewVersionErrors", "NewVersionFailures"]));
  });
});
