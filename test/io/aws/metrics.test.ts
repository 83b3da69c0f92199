import { describe, expect, test } from "vitest";
import * as z from "zod";
import { embeddedMetrics } from "../../../lambdas/io/aws/metrics.ts";
import { type Metric, metrics } from "../../../schemas/model/metrics.ts";
import { at } from "../../fixtures/changes.ts";

/** The embedded metric format as CloudWatch's specification and its JSON schema say it. */
const Text = z.string().min(1).max(1024);
const DimensionSet = z.array(z.string().min(1).max(250)).max(30);
const units = ["Seconds", "Microseconds", "Milliseconds", "Bytes", "Percent", "Count", "None"] as const;
const MetricDefinition = z.strictObject({
  Name: Text,
  Unit: z.enum(units).optional(),
  StorageResolution: z.union([z.literal(1), z.literal(60)]).optional(),
});
const MetricDirective = z.strictObject({
  Namespace: Text.regex(/^[^:].*$/u),
  Dimensions: z.array(DimensionSet).min(1),
  Metrics: z.array(MetricDefinition).min(1).max(100),
});
const Line = z.looseObject({
  _aws: z.looseObject({
    // Milliseconds: a timestamp in seconds would lie in 1970, and be dropped.
    Timestamp: z.int().min(1_500_000_000_000),
    CloudWatchMetrics: z.array(MetricDirective).min(1),
  }),
});

/** Parses a line and checks it against the specification: every named target is also a member at the top. */
const readLine = (line: string) => {
  expect(line.endsWith("\n") && line.indexOf("\n") === line.length - 1).toBe(true);
  const read = Line.parse(JSON.parse(line));
  const { _aws: about } = read;
  for (const { Dimensions, Metrics } of about.CloudWatchMetrics) {
    for (const name of Dimensions.flat())
      expect(z.string().min(1).max(1024).parse(read[name])).toMatch(/^[\x20-\x7e]+$/u);
    for (const { Name } of Metrics) expect(z.number().safeParse(read[Name]).success).toBe(true);
  }
  return read;
};

const written = (record: (metrics: ReturnType<typeof embeddedMetrics>) => void): readonly string[] => {
  const lines: string[] = [];
  const clock = { now: () => at("2020-12-01T08:00:00.250Z") };
  record(embeddedMetrics({ stage: "dev", clock, write: (line) => void lines.push(line) }));
  return lines;
};

describe("metrics as log lines", () => {
  const names = Object.keys(metrics) as Metric[];

  test.each(names)("%s keeps to the embedded metric format", (metric) => {
    const description: { name: string; unit: string; by?: string } = metrics[metric];
    const parts = description.by === undefined ? [] : ["a part"];
    const [line = "", ...others] = written(({ record }) => {
      const recordAny: (name: Metric, value: number, ...of: string[]) => void = record;
      recordAny(metric, 7, ...parts);
    });
    expect(others).toEqual([]);
    const { _aws: about, ...targets } = readLine(line);
    expect(about).toEqual({
      Timestamp: Date.parse("2020-12-01T08:00:00.250Z"),
      CloudWatchMetrics: [
        {
          Namespace: "ReviewMechanism/dev",
          Dimensions: [description.by === undefined ? [] : [description.by]],
          Metrics: [{ Name: description.name, Unit: description.unit }],
        },
      ],
    });
    expect(targets).toEqual({
      [description.name]: 7,
      ...(description.by === undefined ? {} : { [description.by]: "a part" }),
    });
  });

  test("are few: each name is one metric, and each of its parts another, with a price a month", () => {
    expect(names.length).toBeLessThanOrEqual(12);
    expect(new Set(names.map((name) => metrics[name].name)).size).toBe(names.length);
  });

  test("a dimension is no metric's name: one would take the other's place on the line", () => {
    const dimensions = names.flatMap((name) => ("by" in metrics[name] ? [metrics[name].by] : []));
    for (const dimension of dimensions) expect(names.map((name) => metrics[name].name)).not.toContain(dimension);
  });
});
