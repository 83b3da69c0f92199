import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { metricsInAlarms } from "../../bin/template-figures.ts";
import { metrics } from "../../schemas/model/metrics.ts";
import { type Condition, production, type Resource, synthesize } from "./synthesized.ts";

const prod = synthesize();
const alarms = prod.of("AWS::CloudWatch::Alarm");
const each = alarms.map((alarm) => [alarm.path.replace(/\/Resource$/, ""), alarm] as const);

const reportsOf = ({ metadata }: Resource): readonly Condition[] => metadata["reports"];
/** Returns the alarms that report a condition. */
const alarmsOf = (condition: string): readonly string[] =>
  alarms.flatMap((alarm) =>
    reportsOf(alarm).some(({ name }) => name === condition) ? [alarm.path.split("/").at(-2) ?? ""] : [],
  );
const alarmOf = (id: string): Resource => prod.one("AWS::CloudWatch::Alarm", `/${id}/`);

describe("alarms", () => {
  test("watch at most 45 metrics, as CloudWatch bills them: each metric of each alarm, also inside an expression", () => {
    expect(metricsInAlarms(prod.resources)).toBeLessThanOrEqual(45);
  });

  test("are none that is billed at another price: composite, of seconds, or over a query or a search", () => {
    expect(prod.of("AWS::CloudWatch::CompositeAlarm")).toEqual([]);
    for (const { path, properties } of alarms) {
      const stats = (properties["Metrics"] ?? []).flatMap((one: any) => one.MetricStat ?? []);
      for (const period of [properties["Period"], ...stats.map((one: any) => one.Period)])
        if (period !== undefined) expect(period, path).toBeGreaterThanOrEqual(60);
      expect(JSON.stringify(properties["Metrics"] ?? ""), path).not.toMatch(/SELECT|SEARCH|ANOMALY/u);
    }
  });

  test.each(each)("%s has a text that CloudWatch accepts: the harm first, then what to do", (_, { properties }) => {
    expect(properties["AlarmDescription"]).toMatch(/^.{25,}\. What to do: docs\/runbooks\//u);
    expect(properties["AlarmDescription"].length).toBeLessThanOrEqual(1024);
  });

  test.each(each)("%s notifies the topic when it begins and when it ends", (_, { properties }) => {
    expect([properties["AlarmActions"], properties["OKActions"]].map((actions) => actions.length)).toEqual([1, 1]);
  });

  test("a canary that fails, or does not run, calls after two hours", () => {
    expect(alarmOf("CanaryFailing").properties).toMatchObject({
      MetricName: "Canary succeeded",
      Statistic: "Maximum",
      Period: 3600,
      EvaluationPeriods: 3,
      Threshold: 1,
      ComparisonOperator: "LessThanThreshold",
      TreatMissingData: "missing",
    });
  });

  test("an alarm that stays until a person acts, and has several conditions, has another about further messages", () => {
    const ofQueues = alarms.filter(
      ({ properties }) => properties["MetricName"] === "ApproximateNumberOfMessagesVisible",
    );
    const several = ofQueues.filter((alarm) => reportsOf(alarm).length > 1);
    expect(several.map(({ path }) => path.split("/").at(-2))).toEqual(["DeadLetters", "PutAside"]);
    for (const { path, properties } of several) {
      const more = prod.one("AWS::CloudWatch::Alarm", `/More${path.split("/").at(-2)}/`).properties;
      const [growth, messages] = more["Metrics"];
      expect([growth.Expression, more["Threshold"]]).toEqual(["DIFF(FILL(messages, 0))", 1]);
      expect(messages).toMatchObject({
        Id: "messages",
        MetricStat: { Metric: { Dimensions: properties["Dimensions"] } },
      });
    }
  });

  test("one that lasts for hours or days shares its metric with no other condition", () => {
    for (const condition of ["Sweep/LettersPaused", "Sweep/MailAccountClosed", "Sweep/LettersWaiting", "Sweep/Silent"])
      expect(alarmsOf(condition)).toEqual([condition.split("/").at(-1)]);
  });

  test("no runbook page is left without an alarm, but the ones about the whole", () => {
    const linked = new Set(
      alarms.flatMap((alarm) => reportsOf(alarm).map(({ section }) => /runbooks\/(?<page>[^#]+)/u.exec(section)?.[1])),
    );
    const pages = readdirSync("docs/runbooks").filter(
      (name) =>
        ![
          "README.md",
          "accounts.md",
          "deploying.md",
          "environments.md",
          "failure-conditions.md",
          "first-letter.md",
          "mail-domain.md",
          "migrating.md",
          "reminders.md",
        ].includes(name),
    );
    expect(pages.filter((name) => !linked.has(name))).toEqual([]);
  });
});

describe("all functions", () => {
  test.each([
    ["Errors", "Errors", "Sum", 1, 1],
    ["Throttles", "Throttles", "Sum", 1, 2],
    ["StreamAge", "IteratorAge", "Maximum", 600_000, 1],
  ])("%s is measured over the account, within minutes", (id, MetricName, Statistic, Threshold, EvaluationPeriods) => {
    const { properties } = alarmOf(id);
    const expected = { Namespace: "AWS/Lambda", MetricName, Statistic, Threshold, EvaluationPeriods, Period: 300 };
    expect(properties).toMatchObject(expected);
    expect(properties["Dimensions"]).toBeUndefined();
  });

  test("that read a queue have an alarm for messages that wait too long", () => {
    for (const source of prod.of("AWS::Lambda::EventSourceMapping")) {
      const queue = source.properties["EventSourceArn"]["Fn::GetAtt"]?.[0];
      if (queue === undefined) continue;
      const watching = alarms.filter(
        ({ properties }) =>
          properties["MetricName"] === "ApproximateAgeOfOldestMessage" &&
          JSON.stringify(properties["Dimensions"]).includes(queue),
      );
      expect(watching).toHaveLength(1);
    }
  });
});

describe("many answers of one status", () => {
  const { Threshold: threshold, ...counted } = alarmOf("UnusualRequests").properties;

  test.each([
    ["401", 200],
    ["403", 100],
    ["429", 50],
  ])("%s are counted in the access log, and %i within five minutes raise an alarm", (status, number) => {
    const filter = prod
      .of("AWS::Logs::MetricFilter")
      .find(({ properties }) => properties["FilterPattern"] === `{ $.status = "${status}" }`);
    expect(JSON.stringify(filter?.properties["LogGroupName"])).toContain("AccessLog");
    const [{ MetricName, MetricValue, Unit }] = filter?.properties["MetricTransformations"] ?? [];
    expect(counted).toMatchObject({ MetricName, Unit, Period: 300, Statistic: "Sum" });
    expect(Number(MetricValue) * number).toBe(threshold);
  });

  test("one refusal of contact details is enough", () => {
    for (const name of ["ReviewApi", "SecretariatApi"]) {
      const { properties } = prod.one("AWS::Logs::MetricFilter", `/${name}/ContactsUsedUpCount/`);
      expect(properties["FilterPattern"]).toBe(`"${metrics.contactsRefused.name}"`);
      expect(Number(properties["MetricTransformations"][0].MetricValue)).toBe(threshold);
    }
  });
});

describe("shared limits", () => {
  test("refusals of tables and indexes are counted where each function meets them, in reads and writes", () => {
    const filters = prod
      .of("AWS::Logs::MetricFilter")
      .filter(({ properties }) => properties["FilterPattern"] === '"TABLE_THROTTLED"');
    expect(filters).toHaveLength(prod.functions.length);
    for (const { properties } of filters)
      expect(properties["MetricTransformations"]).toMatchObject([{ MetricName: "TableThrottles", MetricValue: "1" }]);
    expect(alarmOf("TableThrottles").properties).toMatchObject({
      MetricName: "TableThrottles",
      Statistic: "Sum",
      Period: 300,
      EvaluationPeriods: 2,
      Threshold: 300,
    });
  });

  test("refusals of the user pool are watched", () => {
    const names = alarmOf("SignInThrottles").properties["Metrics"].flatMap(
      (one: any) => one.MetricStat?.Metric.MetricName ?? [],
    );
    expect(names).toEqual(["SignInThrottles", "TokenRefreshThrottles"]);
  });

  test("the account's executions are watched at four fifths of its quota, whatever it is", () => {
    const at = (more: object) =>
      synthesize({ ...production, ...more }).one("AWS::CloudWatch::Alarm", "/AccountConcurrency/").properties;
    expect(at({})).toMatchObject({ MetricName: "ClaimedAccountConcurrency", Threshold: 80 });
    expect(at({ accountConcurrency: 1000 })["Threshold"]).toBe(800);
    expect(at({})["Dimensions"]).toBeUndefined();
  });

  test("the account's costs of a month notify the address for alarms before and when they reach the settings' amount", () => {
    const { Budget: budget, NotificationsWithSubscribers: notifications } = prod.one("AWS::Budgets::Budget").properties;
    expect(budget).toMatchObject({
      BudgetLimit: { Amount: 40, Unit: "USD" },
      TimeUnit: "MONTHLY",
      BudgetType: "COST",
    });
    expect(notifications.map((one: any) => [one.Notification.NotificationType, one.Notification.Threshold])).toEqual([
      ["ACTUAL", 80],
      ["ACTUAL", 100],
      ["FORECASTED", 100],
    ]);
    for (const { Subscribers: subscribers } of notifications)
      expect(subscribers).toEqual([{ SubscriptionType: "EMAIL", Address: production.alarmEmail }]);
    expect(synthesize({ stage: "test" }).of("AWS::Budgets::Budget")).toEqual([]);
  });
});

describe("errors that are in the logs only", () => {
  const filters = prod
    .of("AWS::Logs::MetricFilter")
    .filter(({ properties }) => !JSON.stringify(properties["LogGroupName"]).includes("AccessLog"));
  const words = (filter: Resource): readonly string[] =>
    [...String(filter.properties["FilterPattern"]).matchAll(/"([^"]+)"/g)].map(([, word]) => word ?? "");

  test("is watched by codes, or by names of metrics, that the functions do write", () => {
    const registered = readFileSync("lambdas/io/log.ts", "utf8");
    const measured = Object.values(metrics).map(({ name }) => `  ${name}: "`);
    for (const filter of filters) expect([registered, ...measured].join("\n")).toContain(`  ${words(filter)[0]}: "`);
  });

  test.each(["FAILED", "ROW_UNREADABLE", "TABLE_THROTTLED"])("has an alarm for %s in every function", (code) => {
    for (const fn of prod.functions) {
      const group = fn.properties["LoggingConfig"]["LogGroup"].Ref;
      const own = filters.filter(({ properties }) => JSON.stringify(properties["LogGroupName"]).includes(group));
      expect(own.map((filter) => words(filter)[0])).toContain(code);
    }
  });

  test("has an alarm for a broken journal, a letter that will never leave, and one of unknown outcome", () => {
    const watched = filters.map((filter) => words(filter).join(" "));
    expect(watched).toEqual(
      expect.arrayContaining(["JOURNAL_BROKEN", "LETTER_MOVED failed", "LETTER_DELIVERY_UNKNOWN"]),
    );
  });

  test("is counted in the metric of the alarm that reports it", () => {
    for (const { path, properties } of filters) {
      const condition = path.replace(/^[^/]+\//u, "").replace(/Count\/Resource$/u, "");
      const of = condition.endsWith("/TableThrottles") ? ["TableThrottles"] : alarmsOf(condition);
      const { MetricName } = properties["MetricTransformations"][0];
      expect(
        of.map((id) => alarmOf(id).properties["MetricName"]),
        condition,
      ).toEqual([MetricName]);
    }
  });
});

describe("messages that no function could handle", () => {
  const queues = prod.of("AWS::SQS::Queue");
  const asides = queues.filter(({ properties }) => properties["RedrivePolicy"] === undefined);
  const alarmsAt = (queue: string) =>
    alarms.filter(
      ({ properties }) =>
        properties["MetricName"] === "ApproximateNumberOfMessagesVisible" &&
        JSON.stringify(properties["Dimensions"]).includes(queue),
    );

  test.each(asides.map(({ path, id }) => [path, id] as const))(
    "%s has an alarm that goes off at one message",
    (_, id) => {
      const [alarm, ...others] = alarmsAt(id);
      expect(others).toEqual([]);
      expect(alarm?.properties).toMatchObject({ Threshold: 1, Statistic: "Maximum", Period: 300 });
    },
  );

  test("of every work queue go to the one for dead letters, from which SQS moves each back to its own queue", () => {
    const targets = queues.flatMap(
      ({ properties }) => properties["RedrivePolicy"]?.deadLetterTargetArn["Fn::GetAtt"][0] ?? [],
    );
    expect(targets).toHaveLength(5);
    const { id } = prod.one("AWS::SQS::Queue", "stateless/DeadLetters/");
    expect(new Set(targets)).toEqual(new Set([id]));
    expect(
      reportsOf(alarmOf("DeadLetters"))
        .map(({ sign }) => sign)
        .toSorted(),
    ).toEqual(
      queues.flatMap(({ path, properties }) => (properties["RedrivePolicy"] ? [path.split("/")[1]] : [])).toSorted(),
    );
  });
});

describe("missing events", () => {
  test("a sweep that stays away is noticed, even when nothing at all is measured", () => {
    const silent = prod.one("AWS::CloudWatch::Alarm", "/Sweep/Silent/").properties;
    expect(silent["TreatMissingData"]).toBe("missing");
    expect(silent["InsufficientDataActions"]).toEqual(silent["AlarmActions"]);
    expect(silent["ComparisonOperator"]).toBe("LessThanThreshold");
  });

  test("none goes off because a stage is new and nothing was measured yet: CloudWatch acts when a state changes", () => {
    for (const { path, properties } of prod.of("AWS::CloudWatch::Alarm"))
      expect(properties["TreatMissingData"], path).not.toBe("breaching");
  });

  test("the mail service's view of our reputation is watched", () => {
    const names = prod.of("AWS::CloudWatch::Alarm").map(({ properties }) => properties["MetricName"]);
    expect(names).toEqual(expect.arrayContaining(["Reputation.BounceRate", "Reputation.ComplaintRate"]));
  });

  test.each([
    ["email", "duty@example.org", {}],
    ["https", "https://duty.example.org/alarms", {}],
    ["sms", "+4312605060", { alarmPhone: "+4312605060" }],
  ])("alarms travel by %s, and one that does not arrive there is put aside and noticed", (protocol, endpoint, more) => {
    const app = synthesize({ ...production, ...more });
    const subscription = app
      .of("AWS::SNS::Subscription")
      .find(({ properties }) => properties["Protocol"] === protocol)?.properties;
    expect(subscription?.["Endpoint"]).toBe(endpoint);
    expect(JSON.stringify(subscription?.["RedrivePolicy"])).toContain("Undelivered");
    expect(app.one("AWS::CloudWatch::Alarm", "/AlarmsNotDelivered/").properties["Threshold"]).toBe(1);
  });

  test("an alarm without any mailbox is detected", () => {
    const byWebAlone = synthesize({ stage: "test", alarmWebhook: production.alarmWebhook });
    expect(byWebAlone.one("AWS::CloudWatch::Alarm", "/AlarmsNotDelivered/")).toBeDefined();
  });

  test("alarms may reach the topic although it has a policy of its own", () => {
    const { Statement } = prod.one("AWS::SNS::TopicPolicy").properties["PolicyDocument"];
    expect(Statement).toContainEqual(
      expect.objectContaining({
        Effect: "Allow",
        Action: "sns:Publish",
        Principal: { Service: "cloudwatch.amazonaws.com" },
      }),
    );
  });
});
