import { App } from "aws-cdk-lib";
import { describe, expect, test } from "vitest";
import configuration from "../../cdk.json" with { type: "json" };
import { acknowledgements } from "../../lib/acknowledgements.ts";
import { signInReturns, signOutReturns, stageOf } from "../../lib/stage.ts";
import { production, synthesized, validated } from "./synthesized.ts";

const stages = [
  ["production", validated()],
  ["test", validated({ stage: "test" })],
  ["development", validated({ stage: "dev" })],
  ["an emulator", validated({ stage: "test", emulator: true })],
] as const;

describe("rule packs", () => {
  test.each(stages)("the app for %s has no finding, not even a warning", (_, app) => {
    expect(app.findings).toEqual([]);
  });

  test("every acknowledgement has a reason and still matches something", () => {
    for (const { at, reason } of acknowledgements("prod")) {
      expect(reason.length).toBeGreaterThan(40);
      expect(synthesized().resources.some(({ path }) => at.test(path))).toBe(true);
    }
  });

  test("a finding that nobody acknowledged would have been reported", () => {
    expect(acknowledgements("prod").map(({ id }) => id)).toContain("AwsSolutions-COG2");
  });
});

describe("the emulator's app", () => {
  const all = synthesized({ stage: "test" });
  const pruned = synthesized({ stage: "test", emulator: true });

  test("lacks only the kinds that cannot be deployed there", () => {
    const left = new Set(pruned.resources.map(({ path }) => path));
    const missing = all.resources.filter(({ path }) => !left.has(path));
    const kinds = new Set(missing.map(({ type }) => type));
    expect([...kinds].toSorted()).toEqual([
      "AWS::CloudWatch::Alarm",
      "AWS::CloudWatch::CompositeAlarm",
      "AWS::Cognito::ManagedLoginBranding",
    ]);
    const plain = missing.filter(
      ({ type, properties }) => type === "AWS::CloudWatch::Alarm" && properties["Metrics"] === undefined,
    );
    expect(plain).toEqual([]);
  });

  test("is otherwise the same", () => {
    const describing = (app: typeof all) => new Map(app.resources.map(({ path, properties }) => [path, properties]));
    const before = describing(all);
    for (const [path, properties] of describing(pruned)) expect(properties).toEqual(before.get(path));
  });
});

describe("a stage", () => {
  const stage = (context: Record<string, unknown>) =>
    stageOf(new App({ context: { ...configuration.context, ...context } }));

  test("is development unless another is asked for", () => {
    expect(stage({})).toMatchObject({ name: "dev", retain: false, emulator: false });
  });

  test("of an unknown name is refused", () => {
    expect(() => stage({ stage: "staging" })).toThrow("-c stage= must be dev, test or prod");
  });

  test("production says which settings are missing", () => {
    expect(() => stage({ stage: "prod" })).toThrow(/frontEndUrl[^]*corsOrigins[^]*mailDomain[^]*alarmWebhook/);
  });

  test("production has a way for alarms besides e-mail, or is refused with what to do", () => {
    const { alarmWebhook, ...byMailAlone } = production;
    expect(() => stage(byMailAlone)).toThrow(
      /-c alarmWebhook= or -c alarmPhone=: give an https address or a telephone number/,
    );
    expect(stage({ ...byMailAlone, alarmPhone: "+4312605060" }).alarmPhone).toBe("+4312605060");
    expect(stage({ ...byMailAlone, alarmWebhook }).alarmWebhook).toBe(alarmWebhook);
    expect(stage({ stage: "test" }).name).toBe("test");
  });

  test("alarms go to an https address, or to a number that can be called from anywhere", () => {
    expect(() => stage({ ...production, alarmWebhook: "http://duty.example.org/" })).toThrow("an https address");
    expect(() => stage({ ...production, alarmPhone: "2605060" })).toThrow("begins with +");
  });

  test("an origin with a path is refused", () => {
    expect(() => stage({ corsOrigins: "https://reviews.example.org/app" })).toThrow("an origin is scheme and host");
  });

  test("has the sign-in return to /signed-in of its front ends, or where it is told to, and over https", () => {
    expect(signInReturns(stage({ stage: "test" }))).toEqual(["https://test.reviews.example.org/signed-in"]);
    expect(signOutReturns(stage({ stage: "test" }))).toEqual(["https://test.reviews.example.org/signed-out"]);
    const told = stage({
      callbackUrls: "https://a.example.org/,http://localhost:9/x",
      logoutUrls: "https://b.example.org/",
    });
    expect(signInReturns(told)).toEqual(["https://a.example.org/", "http://localhost:9/x"]);
    expect(signOutReturns(told)).toEqual(["https://b.example.org/"]);
    expect(() => stage({ callbackUrls: "http://a.example.org/" })).toThrow("the sign-in returns to https");
  });
});
