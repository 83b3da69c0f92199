import { describe, expect, test } from "vitest";
import { acknowledgements } from "../../lib/acknowledgements.ts";
import { synthesize, synthesizeValidated } from "./synthesized.ts";

const stages = [
  ["production", synthesizeValidated()],
  ["test", synthesizeValidated({ stage: "test" })],
  ["development", synthesizeValidated({ stage: "dev" })],
  ["a stage that traces", synthesizeValidated({ stage: "test", tracing: true })],
  [
    "a stage that limits addresses",
    synthesizeValidated({
      stage: "test",
      account: "111122223333",
      region: "eu-central-1",
      publicRequestsPerAddress: 1500,
    }),
  ],
  ["an emulator", synthesizeValidated({ stage: "test", emulator: true })],
] as const;

const quiet = { name: "prod", tracing: false } as const;

describe("rule packs", () => {
  test.each(stages)("the app for %s has no finding, not even a warning", (_, app) => {
    expect(app.findings).toEqual([]);
  });

  test("every acknowledgement has a reason and still matches something", () => {
    for (const { at, reason } of acknowledgements(quiet)) {
      expect(reason.length).toBeGreaterThan(40);
      expect(synthesize().resources.some(({ path }) => at.test(path))).toBe(true);
    }
  });

  test("a finding without an acknowledgement would have been reported", () => {
    expect(acknowledgements(quiet).map(({ id }) => id)).toContain("AwsSolutions-COG2");
  });
});

describe("the emulator's app", () => {
  const all = synthesize({ stage: "test" });
  const pruned = synthesize({ stage: "test", emulator: true });

  test("lacks only the kinds that cannot be deployed there", () => {
    const left = new Set(pruned.resources.map(({ path }) => path));
    const missing = all.resources.filter(({ path }) => !left.has(path));
    const kinds = new Set(missing.map(({ type }) => type));
    expect([...kinds].toSorted()).toEqual([
      "AWS::CloudFront::CachePolicy",
      "AWS::CloudFront::Distribution",
      "AWS::CloudWatch::Alarm",
      "AWS::CloudWatch::Dashboard",
      "AWS::CodeDeploy::Application",
      "AWS::CodeDeploy::DeploymentGroup",
      "AWS::Cognito::ManagedLoginBranding",
      "AWS::IAM::Role",
    ]);
    const plain = missing.filter(
      ({ type, path, properties }) =>
        ["AWS::CloudWatch::Alarm", "AWS::IAM::Role"].includes(type) &&
        properties["Metrics"] === undefined &&
        !path.includes("/ApiShift/"),
    );
    expect(plain).toEqual([]);
  });

  test("is otherwise the same", () => {
    const describing = (app: typeof all) => new Map(app.resources.map(({ path, properties }) => [path, properties]));
    const before = describing(all);
    for (const [path, properties] of describing(pruned)) expect(properties).toEqual(before.get(path));
  });
});
