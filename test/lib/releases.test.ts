import { describe, expect, test } from "vitest";
import { metricNamespace, metrics } from "../../schemas/model/metrics.ts";
import { production, type Resource, synthesize } from "./synthesized.ts";

const prod = synthesize();
const apis = ["public-api", "review-api", "secretariat-api"];
const versions = prod.of("AWS::Lambda::Version");
const aliases = prod.of("AWS::Lambda::Alias");
const groups = prod.of("AWS::CodeDeploy::DeploymentGroup");
const functionOf = (resource: Resource): Resource | undefined =>
  prod.functions.find(({ id }) => id === resource.properties["FunctionName"].Ref);
const aliasOf = (fn: Resource): Resource => {
  const [found, ...more] = aliases.filter((alias) => functionOf(alias)?.id === fn.id);
  if (found === undefined || more.length > 0) throw new Error(`${more.length + 1} aliases of ${fn.id}`);
  return found;
};
const each = prod.functions.map((fn) => [prod.bundleOf(fn), fn] as const);

describe("every function", () => {
  test.each(each)("%s has a published version, and an alias that leads to it and to no other", (_, fn) => {
    const alias = aliasOf(fn).properties;
    expect(alias["Name"]).toBe("live");
    expect(alias["RoutingConfig"]).toBeUndefined();
    const [id, attribute] = alias["FunctionVersion"]["Fn::GetAtt"];
    expect(attribute).toBe("Version");
    const version = versions.find((one) => one.id === id);
    expect(version?.properties["FunctionName"].Ref).toBe(fn.id);
  });

  test("whose code or settings change is published again, and the former versions stay in production", () => {
    const before = new Set(versions.map(({ id }) => id));
    const changed = synthesize({ ...production, frontEndUrl: "https://elsewhere.example.org" });
    const send = (app: typeof prod) => app.of("AWS::Lambda::Version").find(({ path }) => path.includes("/Send/"));
    expect(before.has(send(changed)?.id ?? "")).toBe(false);
    expect(new Set(versions.map(({ deletionPolicy }) => deletionPolicy))).toEqual(new Set(["RetainExceptOnCreate"]));
    const elsewhere = synthesize({ stage: "test" }).of("AWS::Lambda::Version");
    expect(new Set(elsewhere.map(({ deletionPolicy }) => deletionPolicy))).toEqual(new Set(["Delete"]));
  });
});

describe("the triggers of functions", () => {
  const invoking = [
    "AWS::ApiGatewayV2::Integration",
    "AWS::Lambda::EventSourceMapping",
    "AWS::Lambda::Permission",
    "AWS::Lambda::EventInvokeConfig",
    "AWS::Events::Rule",
    "AWS::Scheduler::Schedule",
    "AWS::SNS::Subscription",
    "AWS::Cognito::UserPool",
  ];
  const all = invoking.flatMap((type) => prod.of(type));

  test("names no function without a version, which would be the last deployed one and not the one in use", () => {
    expect(all.length).toBeGreaterThan(15);
    for (const { path, properties } of all) {
      const text = JSON.stringify(properties);
      for (const { id } of prod.functions) expect(text.includes(`"${id}"`), path).toBe(false);
      expect(text, path).not.toContain("$LATEST");
    }
  });

  test("leads to an alias: every trigger, the API, and the permission of the API", () => {
    const named = [
      ...prod.of("AWS::Lambda::EventSourceMapping").map(({ properties }) => properties["FunctionName"]),
      ...prod.of("AWS::Lambda::Permission").map(({ properties }) => properties["FunctionName"]),
      ...prod.of("AWS::ApiGatewayV2::Integration").map(({ properties }) => properties["IntegrationUri"]),
    ];
    expect(named).toHaveLength(13);
    for (const expression of named) expect(prod.invokedBy(expression), JSON.stringify(expression)).toBeDefined();
  });
});

describe("a new version of a function that answers HTTP", () => {
  const groupOf = (bundle: string): Resource => {
    const policy = aliasOf(prod.functionOf(bundle)).updatePolicy?.["CodeDeployLambdaAliasUpdate"];
    const found = groups.find(({ id }) => id === policy?.DeploymentGroupName.Ref);
    if (found === undefined) throw new Error(`${bundle} has no deployment group`);
    expect(found.properties["ApplicationName"]).toEqual(policy?.ApplicationName);
    return found;
  };
  const alarmsOf = (bundle: string): readonly Resource[] =>
    groupOf(bundle).properties["AlarmConfiguration"].Alarms.map(({ Name }: any) =>
      prod.of("AWS::CloudWatch::Alarm").find(({ id }) => id === Name.Ref),
    );

  test.each(apis)(
    "%s gets a tenth of the requests first, and goes back when an alarm goes off or the shift fails",
    (bundle) => {
      const { properties } = groupOf(bundle);
      expect(properties["DeploymentConfigName"]).toBe("CodeDeployDefault.LambdaCanary10Percent30Minutes");
      expect(properties["DeploymentStyle"]).toEqual({
        DeploymentType: "BLUE_GREEN",
        DeploymentOption: "WITH_TRAFFIC_CONTROL",
      });
      expect(properties["AutoRollbackConfiguration"]).toEqual({
        Enabled: true,
        Events: ["DEPLOYMENT_FAILURE", "DEPLOYMENT_STOP_ON_REQUEST", "DEPLOYMENT_STOP_ON_ALARM"],
      });
      expect(properties["AlarmConfiguration"].Enabled).toBe(true);
    },
  );

  test.each(apis)("%s is watched for errors of its own, and with the API for answers 5xx and for latency", (bundle) => {
    const watched = alarmsOf(bundle).map(({ properties }) => properties["MetricName"]);
    expect(watched).toEqual(["Errors", "Requests failed", "5xx", "Latency"]);
  });

  test.each(apis)("%s is not taken back for errors of the version before, which it may mend", (bundle) => {
    const [errors] = alarmsOf(bundle);
    const fn = prod.functionOf(bundle);
    const [version] = aliasOf(fn).properties["FunctionVersion"]["Fn::GetAtt"];
    const dimensions = Object.fromEntries(
      errors?.properties["Dimensions"].map(({ Name, Value }: any) => [Name, Value]),
    );
    expect(dimensions).toEqual({
      ExecutedVersion: { "Fn::GetAtt": [version, "Version"] },
      FunctionName: { Ref: fn.id },
      Resource: { "Fn::Join": ["", [{ Ref: fn.id }, ":live"]] },
    });
    expect(errors?.properties).toMatchObject({ Threshold: 1, Period: 60, EvaluationPeriods: 1 });
  });

  test.each(apis)("%s is taken back for one request that its own code failed at and answered with 500", (bundle) => {
    const [, failures] = alarmsOf(bundle);
    const fn = prod.functionOf(bundle);
    const [version] = aliasOf(fn).properties["FunctionVersion"]["Fn::GetAtt"];
    const { name: MetricName, unit: Unit, by } = metrics.requestsFailed;
    expect(failures?.properties).toMatchObject({
      Namespace: metricNamespace("prod"),
      MetricName,
      Unit,
      Dimensions: [
        { Name: by, Value: { "Fn::Join": ["", [{ Ref: fn.id }, ":", { "Fn::GetAtt": [version, "Version"] }]] } },
      ],
      Statistic: "Sum",
      Threshold: 1,
      Period: 60,
      EvaluationPeriods: 1,
      ComparisonOperator: "GreaterThanOrEqualToThreshold",
      TreatMissingData: "notBreaching",
    });
  });

  test("is shifted by a role that may do this to these functions only", () => {
    const role = prod.one("AWS::IAM::Role", "/ApiShift/");
    for (const group of groups) expect(group.properties["ServiceRoleArn"]).toEqual({ "Fn::GetAtt": [role.id, "Arn"] });
    const [asking, shifting, ...more] = prod.permissions(role.id);
    expect(more).toEqual([]);
    expect(asking?.actions).toEqual(["cloudwatch:DescribeAlarms"]);
    expect(shifting?.actions).toContain("lambda:UpdateAlias");
    expect(shifting?.resources).toHaveLength(6);
    for (const bundle of apis)
      expect(shifting?.resources.filter((arn) => arn.includes(prod.functionOf(bundle).id))).toHaveLength(2);
  });

  test("is there for all at once where the stage says so, as in development, and where an emulator knows no shift", () => {
    for (const context of [
      { stage: "dev" },
      { ...production, apiShift: "at-once" },
      { stage: "test", emulator: true },
    ]) {
      const app = synthesize(context);
      expect(app.of("AWS::CodeDeploy::DeploymentGroup")).toEqual([]);
      expect(app.of("AWS::Lambda::Alias").map(({ updatePolicy }) => updatePolicy)).toEqual(Array(9).fill(undefined));
    }
  });

  test("no other function shifts: a message of a queue or the stream is retried, by whichever version", () => {
    expect(groups).toHaveLength(apis.length);
  });
});

describe("a stack", () => {
  test("leaves room below the five hundred resources that CloudFormation permits", () => {
    for (const { Resources } of prod.templates) expect(Object.keys(Resources).length).toBeLessThan(450);
  });
});
