import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { type Metric, metricNamespace, metrics } from "../../schemas/model/metrics.ts";
import { punctualityObjective } from "../../domain/policy/letters.ts";
import { synthesize } from "./synthesized.ts";

const prod = synthesize();
const page = prod.one("AWS::CloudWatch::Dashboard").properties;

interface Widget {
  readonly type: string;
  readonly properties: { readonly title: string; readonly metrics: readonly (readonly any[])[] };
}

/** The body with each reference in it as `${…}`: its text is one only once it is deployed. */
const body = (page["DashboardBody"]["Fn::Join"][1] as readonly unknown[])
  .map((part) => (typeof part === "string" ? part : `\${${JSON.stringify(part).replaceAll('"', "'")}}`))
  .join("");
const widgets = (JSON.parse(body) as { readonly widgets: readonly Widget[] }).widgets;
const rows = widgets.flatMap(({ properties: { title, metrics: shown } }) => shown.map((row) => [title, row] as const));
const plain = rows.filter(([, row]) => typeof row[0] === "string");
const expressions = rows.flatMap(([title, [first]]) =>
  typeof first === "object" ? [[title, String(first.expression)] as const] : [],
);

/** Names of AWS's own metrics that the services publish, by namespace, as their documentation lists them. */
const published: Readonly<Record<string, readonly string[]>> = {
  "AWS/ApiGateway": ["Count", "4xx", "5xx", "Latency", "IntegrationLatency"],
  "AWS/SQS": ["ApproximateAgeOfOldestMessage", "ApproximateNumberOfMessagesVisible"],
  "AWS/Lambda": ["Errors", "Throttles"],
  "AWS/DynamoDB": [
    "ConsumedReadCapacityUnits",
    "ConsumedWriteCapacityUnits",
    "ReadThrottleEvents",
    "WriteThrottleEvents",
  ],
};
const own = Object.values(metrics) as readonly { readonly name: string; readonly by?: string }[];

/** Names and values of a row's dimensions, without the options that end it. */
const dimensionsOf = (row: readonly any[]): readonly (readonly [string, string])[] => {
  const words: readonly string[] = row.filter((word) => typeof word === "string").slice(2);
  return words.flatMap((word, place) => (place % 2 === 0 ? [[word, words[place + 1] ?? ""] as const] : []));
};

describe("the dashboard of a stage", () => {
  test("is one, named after its stage", () => {
    expect(page["DashboardName"]).toBe("review-mechanism-prod");
    expect(synthesize({ stage: "dev" }).one("AWS::CloudWatch::Dashboard").properties["DashboardName"]).toBe(
      "review-mechanism-dev",
    );
  });

  test.each(plain.map(([title, row]) => [`${title}: ${row[1]}`, row] as const))("%s is measured", (_, row) => {
    const [namespace, name] = row;
    if (namespace === metricNamespace("prod"))
      expect(own.filter(({ by }) => by === undefined).map((one) => one.name)).toContain(name);
    else expect(published[namespace]).toContain(name);
  });

  test.each(plain.map(([title, row]) => [`${title}: ${row[1]}`, row] as const))(
    "%s is of something that the stage has",
    (_, row) => {
      if (row[0] === metricNamespace("prod")) return expect(dimensionsOf(row)).toEqual([]);
      expect(dimensionsOf(row).length).toBeGreaterThan(0);
      for (const [name, value] of dimensionsOf(row)) {
        if (name === "Stage") expect(value).toMatch(/Ref|\$default/u);
        else expect(value).toMatch(/Fn::GetAtt|Ref|Fn::ImportValue|Fn::Select/u);
        const ids = [...value.matchAll(/'(?:Ref|Fn::GetAtt)':(?:\['|')([A-Za-z0-9]+)'/gu)].map(([, id]) => id);
        for (const id of ids) expect(prod.resources.map((resource) => resource.id)).toContain(id);
      }
    },
  );

  const searches = expressions.filter(([, expression]) => expression.startsWith("SEARCH"));
  test.each(searches)("%s finds the parts of a metric that is counted apart", (_, expression) => {
    const found = /^SEARCH\('\{"(?<namespace>[^"]+)",(?<by>\w+)\} MetricName="(?<name>[^"]+)"', 'Sum', \d+\)$/u.exec(
      expression,
    )?.groups;
    expect(found?.["namespace"]).toBe(metricNamespace("prod"));
    expect(own).toContainEqual(expect.objectContaining({ name: found?.["name"], by: found?.["by"] }));
  });

  test("shows every number that functions measure", () => {
    const names = new Set([
      ...plain.map(([, row]) => row[1]),
      ...searches.map(([, text]) => /="(.+)"/u.exec(text)?.[1]),
    ]);
    // Held up letters have an alarm, and show among the postponed ones by their reason.
    const hidden: readonly Metric[] = ["lettersBlocked"];
    for (const [metric, { name }] of Object.entries(metrics))
      if (!hidden.some((one) => one === metric)) expect(names, metric).toContain(name);
  });

  test("shows every queue, every table, and 4xx, 5xx and the slowest answers of the API", () => {
    const shown = JSON.stringify(widgets);
    for (const queue of prod.of("AWS::SQS::Queue").filter(({ path }) => !path.includes("/Undelivered/")))
      expect(shown, queue.path).toContain(queue.id);
    expect(prod.of("AWS::DynamoDB::GlobalTable").every(({ id }) => shown.includes(id))).toBe(true);
    expect(plain.map(([, row]) => row[1])).toEqual(expect.arrayContaining(["4xx", "5xx", "Latency"]));
    expect(shown).toContain('"p99"');
  });

  test("is omitted in an emulated cloud, which cannot deploy it", () => {
    expect(synthesize({ stage: "dev", emulator: true }).of("AWS::CloudWatch::Dashboard")).toEqual([]);
  });
});

describe("the objective", () => {
  const alarm = prod.one("AWS::CloudWatch::Alarm", "/LettersLate/").properties;

  test("has an alarm on the share of punctual letters of a day, which is raised below the objective", () => {
    expect(alarm["Threshold"]).toBeCloseTo(punctualityObjective.percent / 100, 10);
    expect(alarm).toMatchObject({
      ComparisonOperator: "LessThanThreshold",
      TreatMissingData: "notBreaching",
      // 1 for a punctual letter and 0 for another: their average is the share.
      MetricName: metrics.lettersWithinHour.name,
      Statistic: "Average",
      Period: 86_400,
    });
  });

  test("is said by the runbook in the same numbers", () => {
    const { within, percent } = punctualityObjective;
    expect(within).toEqual({ minutes: 60 });
    expect(readFileSync("docs/runbooks/send.md", "utf8")).toContain(`${percent} per cent of due letters`);
  });
});
