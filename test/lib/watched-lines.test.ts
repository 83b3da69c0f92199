import { describe, expect, test } from "vitest";
import { embeddedMetrics } from "../../lambdas/io/aws/metrics.ts";
import { metrics } from "../../schemas/model/metrics.ts";
import type { PostponementReason } from "../../lambdas/io/ports/mail.ts";
import { at } from "../fixtures/changes.ts";
import { given, startOf } from "../fixtures/group.ts";
import type { TestApp } from "../harness/test-app.ts";
import { refusals } from "../fakes/mail-refusals.ts";
import { synthesize } from "./synthesized.ts";

/** Patterns of the deployed metric filters, against the lines that functions do write. */
const prod = synthesize();
const filterOf = (id: string) => prod.one("AWS::Logs::MetricFilter", `/${id}Count/`).properties;
const alarmOf = (id: string) => prod.one("AWS::CloudWatch::Alarm", `/${id}/`).properties;

/** Returns true if an entry has all quoted words of a pattern, and none of those with a minus before them. */
const matches = (pattern: string, entry: string): boolean => {
  const words = [...pattern.matchAll(/(-?)"([^"]+)"/gu)];
  expect(words.map(([word]) => word).join(" ")).toBe(pattern);
  return words.every(([, minus, word = ""]) => entry.includes(word) === (minus === ""));
};
/** A line as Lambda writes it to the log. */
const entryOf = (line: object): string =>
  `2020-12-01T10:00:00.000Z\t8f3c1f0e-9b8a-4d6c-8b4a-39281706f5e4\tINFO\t${JSON.stringify(line)}`;

const ordered = async (): Promise<TestApp> => {
  const app = await given.group({ reviews: { FR: [] } });
  await app.moveTo("2020-12-01T10:00:00.000Z");
  await startOf(app, "2020-12-01");
  await app.settleStream();
  return app;
};

describe("a letter that is put back", () => {
  const isWatched: Readonly<Record<PostponementReason, boolean>> = {
    throttled: false,
    quota: false,
    "no-slot": false,
    outdated: false,
    "sending-paused": true,
    "account-suspended": true,
    "not-verified": true,
    "access-denied": true,
    "not-found": true,
    "no-connection": true,
    other: true,
  };

  test.each(Object.entries(isWatched))("because of %s is counted by it, and watched: %s", async (reason, expected) => {
    const app = await ordered();
    app.mail.send = async () => ({ kind: "postponed", reason: reason as PostponementReason, why: "an answer" });
    await app.settle();
    const [line, ...others] = app.logged("LETTER_POSTPONED");
    expect(others).toEqual([]);
    expect(line).toMatchObject({ letter: expect.any(String), queue: "deadline-letters", reason });
    expect(app.metrics.parts("lettersPostponed")).toEqual({ [reason]: 1 });
    expect(app.metrics.recorded("lettersBlocked")).toEqual(expected ? [1] : []);
  });

  test.each(refusals)("by a mail service that refuses everything is watched: %s", async (refusal) => {
    const app = await ordered();
    app.mail.usually = refusal;
    await app.settle();
    expect(app.metrics.recorded("lettersBlocked")).toEqual([1]);
  });

  test("before it could be claimed says why, too", async () => {
    const app = await ordered();
    app.mail.permit = { perSecond: 1, perDay: 1, sentLastDay: 1 };
    await app.settle();
    expect(new Set(app.logged("LETTER_POSTPONED").map(({ reason }) => reason))).toEqual(new Set(["quota"]));
    expect(Object.keys(app.metrics.parts("lettersPostponed"))).toEqual(["quota"]);
  });

  test("keeps the alarm on until it is tried again, which is within a quarter of an hour", () => {
    const { name: MetricName, unit: Unit } = metrics.lettersBlocked;
    const watched = {
      Namespace: "ReviewMechanism/prod",
      MetricName,
      Unit,
      Period: 1800,
      Threshold: 1,
      Statistic: "Sum",
    };
    expect(alarmOf("LettersPostponed")).toMatchObject(watched);
  });
});

describe("an account that sends nothing", () => {
  test.each(refusals)("is watched: %s", async (refusal) => {
    const app = await ordered();
    app.mail.usually = refusal;
    await app.sweep("hourly").catch(() => undefined);
    const [line] = app.logged("MAIL_ACCOUNT_CLOSED");
    expect(matches(filterOf("MailAccountClosed")["FilterPattern"], entryOf(line ?? {}))).toBe(true);
  });

  const dev = synthesize({ stage: "dev" });
  const watches = (stage: typeof prod, lines: readonly object[]): boolean => {
    const { FilterPattern } = stage.one("AWS::Logs::MetricFilter", "/MailAccountClosedCount/").properties;
    return lines.some((line) => matches(FilterPattern, entryOf(line)));
  };

  test("because it is in the sandbox is watched where letters go to real missions, and a pause everywhere", async () => {
    const app = await ordered();
    const lines = async (account: object) => {
      const before = app.logged("MAIL_ACCOUNT_CLOSED").length;
      const open = { isSendingEnabled: true, hasProductionAccess: true, isIdentityVerified: true };
      Object.assign(app.mail.account, { read: async () => ({ ...open, ...account }) });
      await app.sweep("hourly");
      return app.logged("MAIL_ACCOUNT_CLOSED").slice(before);
    };
    const sandbox = await lines({ hasProductionAccess: false });
    const paused = await lines({ hasProductionAccess: false, isSendingEnabled: false });
    expect([watches(prod, sandbox), watches(dev, sandbox)]).toEqual([true, false]);
    expect([watches(prod, paused), watches(dev, paused)]).toEqual([true, true]);
  });

  test("is not the message of a service with too many requests", async () => {
    const app = await ordered();
    Object.assign(app.mail.account, { read: async () => "throttled" });
    await app.sweep("hourly");
    const [line] = app.logged("MAIL_ACCOUNT_UNREAD");
    expect(line).toBeDefined();
    expect([watches(prod, [line ?? {}]), watches(dev, [line ?? {}])]).toEqual([false, false]);
  });

  test("keeps the alarm on from one hourly sweep to the next", () => {
    expect(alarmOf("MailAccountClosed")).toMatchObject({ Period: 7200, Threshold: 1, Statistic: "Sum" });
  });
});

describe("the age of the oldest waiting letter", () => {
  test("is written as the metric that the alarm watches, with nothing before it on its line", () => {
    const written: string[] = [];
    const clock = { now: () => at("2020-12-01T10:17:00.000Z") };
    const measuring = embeddedMetrics({ stage: "prod", clock, write: (line) => void written.push(line) });
    measuring.record("oldestWaitingLetter", 4711);
    expect(written).toHaveLength(1);
    expect(written[0]).toMatch(/^\{.*\}\n$/u);
    const { Namespace, MetricName, Unit, Dimensions } = alarmOf("LettersWaiting");
    expect(Dimensions).toBeUndefined();
    expect(JSON.parse(written[0] ?? "")).toEqual({
      _aws: {
        Timestamp: Date.parse("2020-12-01T10:17:00.000Z"),
        CloudWatchMetrics: [{ Namespace, Dimensions: [[]], Metrics: [{ Name: MetricName, Unit }] }],
      },
      [MetricName]: 4711,
    });
  });

  // With no measurement at all, as in the first hour of a stage, missing data that breach raise it at once.
  test("raises an alarm an hour past its time, and keeps its state while nothing is measured", () => {
    expect(alarmOf("LettersWaiting")).toMatchObject({
      Threshold: 3600,
      Period: 3600,
      EvaluationPeriods: 1,
      Statistic: "Maximum",
      ComparisonOperator: "GreaterThanOrEqualToThreshold",
      TreatMissingData: "ignore",
    });
  });
});
