import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { neededExecutions, apiFloor, shardsOfStream } from "../../lib/executions.ts";
import { production, type Resource, synthesize } from "./synthesized.ts";

const prod = synthesize();
const bundles = ["public-api", "review-api", "secretariat-api", "react", "count", "timer", "send", "receipts", "sweep"];
const each = prod.functions.map((fn) => [prod.bundleOf(fn), fn] as const);
const queueOf = (id: string): Resource => {
  const found = prod.of("AWS::SQS::Queue").find((queue) => queue.id === id);
  if (found === undefined) throw new Error(`no queue ${id}`);
  return found;
};
const sources = prod.of("AWS::Lambda::EventSourceMapping");
const readsQueue = (source: Resource) => source.properties["EventSourceArn"]["Fn::GetAtt"] !== undefined;

describe("the functions", () => {
  test("are the nine of the system", () => {
    expect(each.map(([bundle]) => bundle).toSorted()).toEqual(bundles.toSorted());
  });

  test.each(each)("%s runs Node 24 on arm64, with explicit memory and time", (_, { properties }) => {
    expect(properties["Runtime"]).toBe("nodejs24.x");
    expect(properties["Architectures"]).toEqual(["arm64"]);
    expect(properties["MemorySize"]).toBeGreaterThanOrEqual(512);
    expect(properties["Timeout"]).toBeGreaterThanOrEqual(15);
  });

  test("that send letters have the memory, and with it the processor time, to keep to their slots", () => {
    expect(prod.functionOf("send").properties["MemorySize"]).toBe(1024);
  });

  test("are traced where the stage requests it only, since nothing in them is instrumented", () => {
    for (const fn of prod.functions) expect(fn.properties["TracingConfig"]).toBeUndefined();
    for (const fn of synthesize({ stage: "test", tracing: true }).functions)
      expect(fn.properties["TracingConfig"]).toEqual({ Mode: "Active" });
  });

  test("the public one has a share of executions to itself where the stage says so, and no other has", () => {
    const shares = (app: typeof prod) =>
      app.functions.flatMap((fn) => {
        const share = fn.properties["ReservedConcurrentExecutions"];
        return share === undefined ? [] : [[app.bundleOf(fn), share]];
      });
    expect(shares(prod)).toEqual([]);
    const larger = { stage: "test", accountConcurrency: 1000, publicReservedConcurrency: 50 };
    expect(shares(synthesize(larger))).toEqual([["public-api", 50]]);
  });

  test("that read queues are capped, so that a full queue leaves executions for the others", () => {
    const caps = sources.filter(readsQueue).map(({ properties }) => properties["ScalingConfig"]?.MaximumConcurrency);
    expect(caps.toSorted()).toEqual([2, 2, 2, 2, 5]);
  });

  test("that read queues and streams leave the API its floor of the executions that production needs", () => {
    const most = sources.map(({ properties }) =>
      properties["EventSourceArn"]["Fn::GetAtt"] === undefined
        ? shardsOfStream * (properties["ParallelizationFactor"] ?? 1)
        : properties["ScalingConfig"].MaximumConcurrency,
    );
    expect(most.reduce((sum, one) => sum + one, apiFloor)).toBe(neededExecutions());
  });

  test.each(each)("%s has a log group of its own, kept for a year in production", (_, { properties }) => {
    const logGroup = properties["LoggingConfig"]["LogGroup"].Ref;
    const users = prod.functions.filter((fn) => fn.properties["LoggingConfig"]["LogGroup"].Ref === logGroup);
    expect(users).toHaveLength(1);
    const group = prod.of("AWS::Logs::LogGroup").find(({ id }) => id === logGroup);
    expect(group?.properties["RetentionInDays"]).toBe(365);
  });

  test("no two functions share a role", () => {
    expect(new Set(prod.functions.map((fn) => prod.roleIdOf(fn))).size).toBe(prod.functions.length);
  });

  test("every log group says how long it keeps entries", () => {
    for (const group of prod.of("AWS::Logs::LogGroup")) expect(group.properties["RetentionInDays"]).toBeGreaterThan(0);
  });

  test("all functions run from one asset", () => {
    expect(new Set(prod.functions.map((fn) => fn.properties["Code"].S3Key)).size).toBe(1);
  });

  test("a function that answers HTTP ends before the API gives up on it", () => {
    for (const bundle of ["public-api", "review-api", "secretariat-api"]) {
      expect(prod.functionOf(bundle).properties["Timeout"]).toBeLessThan(29);
    }
  });
});

describe("the environment", () => {
  const variables = (bundle: string) =>
    Object.keys(prod.functionOf(bundle).properties["Environment"].Variables)
      .filter((name) => name !== "AWS_NODEJS_CONNECTION_REUSE_ENABLED")
      .toSorted();

  test.each([
    ["public-api", ["FRONT_END_URL", "JOURNAL_TABLE", "LETTER_SENDER", "MAIL_REPLY_TO", "RECORDS_TABLE", "STAGE"]],
    [
      "review-api",
      [
        "FRONT_END_URL",
        "JOURNAL_TABLE",
        "LETTERS_TABLE",
        "LETTER_SENDER",
        "MAIL_REPLY_TO",
        "RECORDS_TABLE",
        "SECOND_FACTOR_ROLES",
        "STAGE",
        "USER_POOL_ID",
      ],
    ],
    ["receipts", ["DEADLINE_LETTERS_QUEUE_URL", "LETTERS_TABLE", "RECORDS_TABLE", "STAGE", "TIMERS_QUEUE_URL"]],
    [
      "send",
      [
        "BULLETINS_QUEUE_URL",
        "DEADLINE_LETTERS_QUEUE_URL",
        "FRONT_END_URL",
        "LETTERS_TABLE",
        "LETTER_SENDER",
        "MAIL_CONFIGURATION_SET",
        "MAIL_FROM",
        "MAIL_REPLY_TO",
        "RECORDS_TABLE",
        "SECRETARIAT_ADDRESS",
        "STAGE",
        "TIMERS_QUEUE_URL",
      ],
    ],
  ])("%s learns only what it needs", (bundle, expected) => {
    expect(variables(bundle)).toEqual(expected);
  });

  test("those that write letters learn the page of a review where the stage names one", () => {
    const reviewPage = "https://reviews.example.org/reviews/{review}";
    const named = synthesize({ ...production, reviewPage });
    for (const bundle of ["send", "secretariat-api"])
      expect(named.functionOf(bundle).properties["Environment"].Variables["REVIEW_PAGE"]).toBe(reviewPage);
    expect(variables("send")).not.toContain("REVIEW_PAGE");
  });

  test("every variable is one that the functions know how to read", () => {
    const known = readFileSync("lambdas/io/env.ts", "utf8");
    const given = new Set(bundles.flatMap((bundle) => variables(bundle)));
    for (const name of given) expect(known).toContain(name);
  });
});

describe("queues", () => {
  const queues = prod.of("AWS::SQS::Queue");
  const names = ["TimersQueue", "DeadlineLettersQueue", "BulletinsQueue", "ReceiptsQueue", "SweepQueue"];

  test.each(names)("%s has a dead-letter queue that keeps messages for 14 days", (name) => {
    const { properties } = prod.one("AWS::SQS::Queue", `/${name}/Queue/`);
    const deadLetters = queueOf(properties["RedrivePolicy"].deadLetterTargetArn["Fn::GetAtt"][0]);
    expect(deadLetters.properties["MessageRetentionPeriod"]).toBe(14 * 24 * 3600);
    expect(properties["RedrivePolicy"].maxReceiveCount).toBeGreaterThanOrEqual(3);
  });

  test("all are encrypted", () => {
    for (const queue of queues) expect(queue.properties["SqsManagedSseEnabled"]).toBe(true);
  });

  test("all refuse connections without TLS", () => {
    const policies = prod.of("AWS::SQS::QueuePolicy");
    for (const queue of queues) {
      const policy = policies.find(({ properties }) => properties["Queues"].some((ref: any) => ref.Ref === queue.id));
      expect(policy?.properties["PolicyDocument"].Statement).toContainEqual(
        expect.objectContaining({ Effect: "Deny", Condition: { Bool: { "aws:SecureTransport": "false" } } }),
      );
    }
  });

  test("a message stays hidden for at least six times the time of the function that reads it, and while its batch fills", () => {
    for (const source of sources.filter(readsQueue)) {
      const queue = queueOf(source.properties["EventSourceArn"]["Fn::GetAtt"][0]);
      const reader = prod.invokedBy(source.properties["FunctionName"]);
      const { MaximumBatchingWindowInSeconds: gathers } = source.properties;
      expect(queue.properties["VisibilityTimeout"]).toBeGreaterThanOrEqual(6 * reader?.properties["Timeout"] + gathers);
    }
  });

  test("a letter and a timer wait no longer than a second for others to fill their batch, a report no longer than five", () => {
    const waits = (name: string) =>
      sources
        .filter((source) => readsQueue(source) && source.properties["EventSourceArn"]["Fn::GetAtt"][0].includes(name))
        .map((source) => source.properties["MaximumBatchingWindowInSeconds"]);
    expect([waits("Timers"), waits("DeadlineLetters"), waits("Bulletins"), waits("Receipts"), waits("Sweep")]).toEqual([
      [1],
      [1],
      [1],
      [5],
      [0],
    ]);
  });

  test("every reader reports the messages it failed at, one by one", () => {
    for (const source of sources) {
      expect(source.properties["FunctionResponseTypes"]).toEqual(["ReportBatchItemFailures"]);
    }
  });
});

describe("the journal stream", () => {
  test("cannot be blocked by one poisonous entry", () => {
    const readers = sources.filter((source) => !readsQueue(source));
    // The service lets two read a shard without throttling them.
    expect(readers).toHaveLength(2);
    for (const { properties } of readers) {
      expect(properties["BisectBatchOnFunctionError"]).toBe(true);
      expect(properties["MaximumRetryAttempts"]).toBeGreaterThan(0);
      expect(properties["MaximumRecordAgeInSeconds"]).toBeLessThan(24 * 3600);
      expect(properties["DestinationConfig"].OnFailure.Destination).toBeDefined();
      expect(properties["StartingPosition"]).toBe("TRIM_HORIZON");
    }
  });
});

describe("schedules", () => {
  const rounds = prod.of("AWS::Scheduler::Schedule");

  test("the sweep runs hourly, in the morning at nine and nightly in full, both in Vienna", () => {
    const hourly = rounds.find(({ path }) => path.includes("Hourly"))?.properties;
    const nightly = rounds.find(({ path }) => path.includes("Nightly"))?.properties;
    expect(hourly?.["ScheduleExpression"]).toBe("cron(17 * * * ? *)");
    expect(hourly?.["Target"].Input).toBe('{"depth":"hourly"}');
    const morning = rounds.find(({ path }) => path.includes("Morning"))?.properties;
    expect(morning?.["ScheduleExpression"]).toBe("cron(0 9 * * ? *)");
    expect(morning?.["ScheduleExpressionTimezone"]).toBe("Europe/Vienna");
    expect(morning?.["Target"].Input).toBe('{"depth":"morning"}');
    expect(nightly?.["ScheduleExpression"]).toBe("cron(5 3 * * ? *)");
    expect(nightly?.["ScheduleExpressionTimezone"]).toBe("Europe/Vienna");
    expect(nightly?.["Target"].Input).toBe('{"depth":"nightly"}');
  });

  test("runs go to the sweep queue, and to a dead-letter queue when that fails", () => {
    for (const { properties } of rounds) {
      expect(JSON.stringify(properties["Target"].Arn)).toContain("SweepQueue");
      expect(JSON.stringify(properties["Target"].DeadLetterConfig)).toContain("PutAside");
    }
  });

  test("sweep schedules are not among the reminders that the sweep compares with the tables", () => {
    const reminders = prod.one("AWS::Scheduler::ScheduleGroup", "/Clock/");
    expect(reminders.properties["Name"]).toBe("review-mechanism-prod-reminders");
    for (const { properties } of rounds) {
      expect(properties["GroupName"]).not.toBe("review-mechanism-prod-reminders");
    }
  });
});

describe("mail events", () => {
  test("go to the receipts queue, kept aside when that fails, of this stage's letters only", () => {
    const { properties } = prod.one("AWS::Events::Rule");
    expect(properties["EventPattern"].source).toEqual(["aws.ses"]);
    expect(JSON.stringify(properties["EventPattern"].detail)).toContain("ses:configuration-set");
    expect(JSON.stringify(properties["Targets"][0].Arn)).toContain("ReceiptsQueue");
    expect(properties["Targets"][0].DeadLetterConfig).toBeDefined();
  });
});
