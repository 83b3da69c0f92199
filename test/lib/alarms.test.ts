import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { journalTable, lettersTable, recordsTable } from "../../schemas/model/tables.ts";
import { production, type Resource, synthesize } from "./synthesized.ts";

const prod = synthesize();
const alarms = [...prod.of("AWS::CloudWatch::Alarm"), ...prod.of("AWS::CloudWatch::CompositeAlarm")];
const each = alarms.map((alarm) => [alarm.path.replace(/\/Resource$/, ""), alarm] as const);
const watching = (metric: string, dimension: string, ref: string): readonly Resource[] =>
  prod
    .of("AWS::CloudWatch::Alarm")
    .filter(
      ({ properties }) =>
        properties["MetricName"] === metric &&
        (properties["Dimensions"] ?? []).some(
          (one: any) => one.Name === dimension && JSON.stringify(one.Value).includes(ref),
        ),
    );
/** Selects the metric over all versions of a function. */
const ofAll = (found: readonly Resource[]) =>
  found.filter(({ properties }) => !JSON.stringify(properties["Dimensions"]).includes("ExecutedVersion"));
const linkOf = (alarm: Resource) =>
  /^(?<harm>.{25,}) What to do: (?<page>docs\/runbooks\/[a-z-]+\.md)#(?<section>[a-z-]+)$/.exec(
    alarm.properties["AlarmDescription"],
  )?.groups;

describe("alarms", () => {
  test.each(each)("%s states the harm and the page with the next steps", (_, alarm) => {
    expect(linkOf(alarm)).toBeDefined();
  });

  test.each(each)("%s has a section in a runbook page that exists", (_, alarm) => {
    const { page = "", section = "" } = linkOf(alarm) ?? {};
    expect(existsSync(page)).toBe(true);
    const headings = readFileSync(page, "utf8")
      .split("\n")
      .filter((line) => line.startsWith("## "))
      .map((line) => line.slice(3).trim().toLowerCase().replaceAll(" ", "-"));
    expect(headings).toContain(section);
  });

  const { AlarmRule: rule, ...composite } = prod.one("AWS::CloudWatch::CompositeAlarm").properties;
  const isComposed = ({ id }: Resource) => JSON.stringify(rule).includes(`"${id}"`);

  test.each(each)(
    "%s notifies the address for alarms directly or through the composite alarm, and not both",
    (_, alarm) => {
      expect(alarm.properties["AlarmActions"] ?? []).toHaveLength(isComposed(alarm) ? 0 : 1);
      expect(alarm.properties["OKActions"] ?? []).toHaveLength(isComposed(alarm) ? 0 : 1);
    },
  );

  test("trouble on the way from a deadline to a letter calls once, and says when it is over", () => {
    expect([composite["AlarmActions"], composite["OKActions"]].map((actions) => actions.length)).toEqual([1, 1]);
    for (const bundle of ["React", "Timer", "Send", "Receipts", "Sweep"])
      for (const id of ["Errors", "Throttles", "Failures"])
        expect(isComposed(prod.one("AWS::CloudWatch::Alarm", `/${bundle}/${id}/`)), `${bundle} ${id}`).toBe(true);
  });

  test("a canary that fails, or does not run, calls after two hours", () => {
    expect(prod.one("AWS::CloudWatch::Alarm", "/CanaryFailing/").properties).toMatchObject({
      MetricName: "Canary succeeded",
      Statistic: "Maximum",
      Period: 3600,
      EvaluationPeriods: 3,
      Threshold: 1,
      ComparisonOperator: "LessThanThreshold",
      TreatMissingData: "missing",
    });
  });

  test("an alarm that stays until a person acts notifies directly: it would hide later ones for days", () => {
    const staying = alarms.filter(
      ({ path, properties }) =>
        properties["MetricName"] === "ApproximateNumberOfMessagesVisible" ||
        /JournalBroken|LettersUnknown|Silent/u.test(path),
    );
    expect(staying.length).toBeGreaterThan(8);
    expect(staying.filter(isComposed).map(({ path }) => path)).toEqual([]);
  });

  test("no runbook page is left without an alarm, but the ones about the whole", () => {
    const linked = new Set(alarms.map((alarm) => linkOf(alarm)?.["page"]?.split("/").at(-1)));
    const pages = readdirSync("docs/runbooks").filter(
      (name) =>
        ![
          "README.md",
          "accounts.md",
          "deploying.md",
          "environments.md",
          "first-letter.md",
          "mail-domain.md",
          "migrating.md",
        ].includes(name),
    );
    expect(pages.filter((name) => !linked.has(name))).toEqual([]);
  });
});

describe("every task", () => {
  test.each(prod.functions.map((fn) => [prod.bundleOf(fn), fn] as const))(
    "%s has an alarm for errors and one for throttling",
    (_, fn) => {
      expect(ofAll(watching("Errors", "FunctionName", fn.id))).toHaveLength(1);
      expect(watching("Throttles", "FunctionName", fn.id)).toHaveLength(1);
    },
  );

  test("that reads a queue has an alarm for messages that wait too long", () => {
    for (const source of prod.of("AWS::Lambda::EventSourceMapping")) {
      const queue = source.properties["EventSourceArn"]["Fn::GetAtt"]?.[0];
      if (queue === undefined) continue;
      expect(watching("ApproximateAgeOfOldestMessage", "QueueName", queue)).toHaveLength(1);
    }
  });

  test("that reads the stream has an alarm for its age", () => {
    for (const bundle of ["react", "count"])
      expect(watching("IteratorAge", "FunctionName", prod.functionOf(bundle).id)).toHaveLength(1);
  });
});

describe("many answers of one status", () => {
  const alarmFor = (status: string) => {
    const filter = prod
      .of("AWS::Logs::MetricFilter")
      .find(({ properties }) => properties["FilterPattern"] === `{ $.status = "${status}" }`);
    const name = filter?.properties["MetricTransformations"][0].MetricName;
    return {
      filter,
      alarm: prod.of("AWS::CloudWatch::Alarm").find(({ properties }) => properties["MetricName"] === name),
    };
  };

  test.each([
    ["401", 200],
    ["403", 100],
    ["429", 50],
  ])("%s are counted in the access log, and %i within five minutes raise an alarm", (status, threshold) => {
    const { filter, alarm } = alarmFor(status);
    expect(JSON.stringify(filter?.properties["LogGroupName"])).toContain("AccessLog");
    expect(alarm?.properties).toMatchObject({ Threshold: threshold, Period: 300, Statistic: "Sum" });
  });
});

describe("shared limits", () => {
  const sums = (path: string) => {
    const { properties } = prod.one("AWS::CloudWatch::Alarm", path);
    return properties["Metrics"].flatMap((one: any) => one.MetricStat?.Metric ?? []);
  };

  test.each([
    ["Records", recordsTable],
    ["Journal", journalTable],
    ["Letters", lettersTable],
  ] as const)(
    "refusals of the table %s and of each of its indexes are watched, ten of a kind at most",
    (name, table) => {
      for (const kind of ["Read", "Write"]) {
        const metrics = sums(`/Capacity/${name}/${kind}Throttles/`);
        expect(metrics.map((metric: any) => metric.MetricName)).toEqual(metrics.map(() => `${kind}ThrottleEvents`));
        const indexes = metrics.flatMap(
          (metric: any) => metric.Dimensions.find((one: any) => one.Name === "GlobalSecondaryIndexName")?.Value ?? [],
        );
        expect(indexes.toSorted()).toEqual(table.indexes.map((index) => index.name).toSorted());
        expect(metrics.length).toBe(table.indexes.length + 1);
        expect(metrics.length).toBeLessThanOrEqual(10);
      }
    },
  );

  test("refusals of the user pool are watched", () => {
    const names = sums("/Capacity/SignInThrottles/").map((metric: any) => metric.MetricName);
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

  test("is watched by codes that the functions do write", () => {
    const registered = readFileSync("lambdas/io/log.ts", "utf8");
    for (const filter of filters) expect(registered).toContain(`  ${words(filter)[0]}: "`);
  });

  test.each(["FAILED", "ROW_UNREADABLE"])("has an alarm for %s in every function", (code) => {
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

  test("is counted by a metric that an alarm watches", () => {
    const looked = prod.of("AWS::CloudWatch::Alarm").map(({ properties }) => properties["MetricName"]);
    for (const { properties } of filters) {
      expect(looked).toContain(properties["MetricTransformations"][0].MetricName);
    }
  });
});

describe("messages that no function could handle", () => {
  const redriven = new Set(
    prod
      .of("AWS::SQS::Queue")
      .flatMap(({ properties }) => properties["RedrivePolicy"]?.deadLetterTargetArn["Fn::GetAtt"][0] ?? []),
  );
  const asides = prod.of("AWS::SQS::Queue").filter(({ properties }) => properties["RedrivePolicy"] === undefined);

  test.each(asides.map(({ path, id }) => [path, id] as const))(
    "%s has an alarm that goes off at one message",
    (_, id) => {
      const [alarm, ...others] = watching("ApproximateNumberOfMessagesVisible", "QueueName", id);
      expect(others).toEqual([]);
      expect(alarm?.properties["Threshold"]).toBe(1);
    },
  );

  test("every dead-letter queue is one of those", () => {
    expect([...redriven].filter((id) => !asides.some((queue) => queue.id === id))).toEqual([]);
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
    const metrics = prod.of("AWS::CloudWatch::Alarm").map(({ properties }) => properties["MetricName"]);
    expect(metrics).toEqual(expect.arrayContaining(["Reputation.BounceRate", "Reputation.ComplaintRate"]));
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
