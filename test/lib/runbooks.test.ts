import { globSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { earliestStart, inForce } from "../../domain/base/settings.ts";
import { breaker } from "../../domain/policy/bulletins.ts";
import { approvalWait } from "../../domain/policy/officers.ts";
import { erasureWaits } from "../../domain/policy/retention.ts";
import { effectsLookback, newsAge, permitReadEvery, settlingTime, slotPatience } from "../../domain/policy/letters.ts";
import { type Duration, later } from "../../domain/base/time.ts";
import { logCodes } from "../../lambdas/io/log.ts";
import { endpoints } from "../../schemas/api/index.ts";
import { Instant } from "../../schemas/base/values.ts";
import { synthesize } from "./synthesized.ts";

const prod = synthesize();
const pages = readdirSync("docs/runbooks");
const textOf = (page: string): string => readFileSync(`docs/runbooks/${page}`, "utf8");
/** A page as it is read: lines run on, marks of code and links are left out. */
const proseOf = (page: string): string =>
  textOf(page)
    .replaceAll(/\[(?<words>[^\]]*)\]\([^)]*\)/gu, "$<words>")
    .replaceAll("`", "")
    .replaceAll(/\s+/gu, " ");
const sources = (...folders: readonly string[]): string =>
  globSync(`{${folders.join(",")}}/**/*.{ts,json}`)
    .map((file) => readFileSync(file, "utf8"))
    .join("\n");

/** The words of the pages for numbers in code and rules. */
const words: Readonly<Record<number, string>> = {
  1: "one",
  2: "two",
  3: "three",
  4: "four",
  5: "five",
  10: "ten",
  30: "thirty",
  50: "fifty",
  100: "a hundred",
  200: "two hundred",
  300: "three hundred",
};
const wordOf = (count: number): string => words[count] ?? String(count);
const alarmAt = (section: string) => {
  const found = prod
    .of("AWS::CloudWatch::Alarm")
    .find(({ metadata }) => metadata["reports"].some((one: any) => one.section === `docs/runbooks/${section}`));
  if (found === undefined) throw new Error(`No alarm leads to ${section}`);
  const { Threshold: threshold, Period: period, EvaluationPeriods: periods, Metrics: metrics } = found.properties;
  const within = period ?? metrics.find(({ MetricStat: one }: any) => one !== undefined).MetricStat.Period;
  return { threshold, minutes: (within / 60) * periods };
};
/** The number of replies of a status that raises the alarm which the statuses share. */
const burstOf = (status: string): number => {
  const filter = prod
    .of("AWS::Logs::MetricFilter")
    .find(({ properties }) => properties["FilterPattern"] === `{ $.status = "${status}" }`);
  return alarmAt("api.md#throttled-burst").threshold / filter?.properties["MetricTransformations"][0].MetricValue;
};
const queueOf = (name: string) => prod.one("AWS::SQS::Queue", `/${name}/Queue/`).properties;
const timesAt = (queue: string) => wordOf(queueOf(queue)["RedrivePolicy"].maxReceiveCount);
const stream = prod.one("AWS::Lambda::EventSourceMapping", "/React/").properties;
const { DefaultRouteSettings: everyRoute, RouteSettings: routes } = prod.one("AWS::ApiGatewayV2::Stage").properties;
const open = routes["GET /health"];
const readers = prod
  .of("AWS::Lambda::EventSourceMapping")
  .reduce((sum, { properties }) => sum + (properties["ScalingConfig"]?.MaximumConcurrency ?? 0), 0);
const today = earliestStart;
/** Returns a duration in a unit of milliseconds. */
const countOf = (duration: Duration, unit: number): number =>
  (Date.parse(later(Instant.parse("2020-12-01T00:00:00.000Z"), duration)) - Date.parse("2020-12-01T00:00:00.000Z")) /
  unit;
const daysIn = (duration: Duration): string => wordOf(countOf(duration, 86_400_000));

/** Sentences with a number in them, with the number in the code, the policy or the template. */
const promises: readonly (readonly [page: string, sentence: string])[] = [
  [
    "README.md",
    `A dead-letter queue keeps messages for ${prod.one("AWS::SQS::Queue", "stateless/DeadLetters/").properties["MessageRetentionPeriod"] / 86_400} days`,
  ],
  ["accounts.md", `approves nothing for ${countOf(inForce(approvalWait, today), 3_600_000) === 24 ? "a day" : ""} (`],
  [
    "accounts.md",
    `saves the ${daysIn(inForce(erasureWaits, today))} days in which the reports on the last letter come in`,
  ],
  [
    "api.md",
    `admits ${everyRoute.ThrottlingRateLimit} requests a second (burst ${everyRoute.ThrottlingBurstLimit}), and ${open.ThrottlingRateLimit} (burst ${open.ThrottlingBurstLimit}) on each route that needs no token`,
  ],
  ["api.md", `at least ${wordOf(alarmAt("api.md#server-errors").threshold)} replies with status 5xx`],
  [
    "api.md",
    `in each five of ${wordOf(alarmAt("api.md#repeated-errors").minutes)} minutes, ${wordOf(alarmAt("api.md#repeated-errors").threshold)} or more replies`,
  ],
  ["api.md", `takes longer than ${wordOf(alarmAt("api.md#slow").threshold / 1000)} seconds`],
  ["api.md", `${wordOf(burstOf("401"))} replies 401 within five minutes`],
  ["api.md", `${wordOf(burstOf("403"))} replies 403 within five minutes`],
  ["api.md", `${wordOf(burstOf("429"))} replies 429 within five minutes`],
  [
    "../adr/0016-no-reserved-concurrency.md",
    `(${everyRoute.ThrottlingRateLimit} a second, burst ${everyRoute.ThrottlingBurstLimit})`,
  ],
  ["capacity.md", `refused requests for ${wordOf(alarmAt("capacity.md#read-throttles").minutes)} minutes`],
  ["capacity.md", `${wordOf(alarmAt("capacity.md#read-throttles").threshold)} or more in each five`],
  ["capacity.md", `for ${wordOf(alarmAt("capacity.md#account-concurrency").minutes)} minutes. Beyond them`],
  ["capacity.md", `Readers of queues are capped (together ${readers})`],
  ["count.md", `waits for more than ${wordOf(alarmAt("count.md#stream-age").threshold / 60_000)} minutes`],
  ["count.md", `failed ${stream["MaximumRetryAttempts"]} times`],
  ["mail-reputation.md", `Above ${alarmAt("mail-reputation.md#bounce-rate").threshold * 100} per cent bounces`],
  ["mail-reputation.md", `or ${alarmAt("mail-reputation.md#complaint-rate").threshold * 100} per cent complaints`],
  ["react.md", `${stream["MaximumRetryAttempts"]} times, then it is put aside`],
  [
    "react.md",
    `failed ${stream["MaximumRetryAttempts"]} times, which can be over within seconds when a table is away, or was older than ${stream["MaximumRecordAgeInSeconds"] / 3600} hours`,
  ],
  ["react.md", `waits for more than ${wordOf(alarmAt("react.md#stream-age").threshold / 60_000)} minutes`],
  ["react.md", `the facts of the last ${daysIn(effectsLookback)} days`],
  ["react.md", `at most ${daysIn(newsAge)} days old`],
  ["react.md", `one in ${inForce(breaker, today).share === 0.05 ? "twenty" : ""} or more bounced for good`],
  ["receipts.md", `tried again ${timesAt("ReceiptsQueue")} times, then put aside`],
  ["receipts.md", `events that failed ${timesAt("ReceiptsQueue")} times`],
  [
    "receipts.md",
    `for more than ${alarmAt("receipts.md#receipts-backlog").threshold === 3600 ? "an hour" : ""}. Usually`,
  ],
  [
    "receipts.md",
    `events are tried again for ${prod.one("AWS::Events::Rule").properties["Targets"][0].RetryPolicy.MaximumEventAgeInSeconds / 3600} hours`,
  ],
  ["send.md", `within ${countOf(settlingTime, 60_000) === 15 ? "a quarter of an hour" : ""} is sent once more`],
  ["send.md", `read from it every ${wordOf(countOf(permitReadEvery, 60_000))} minutes`],
  ["send.md", `found no slot in ${countOf(slotPatience, 1000)} seconds`],
  ["send.md", `within ${wordOf(alarmAt("send.md#mail-account-closed").minutes / 60)} hours after the account is open`],
  [
    "send.md",
    `letters wait for more than ${alarmAt("send.md#deadline-letters-backlog").threshold === 3600 ? "an hour" : ""}`,
  ],
  ["send.md", `longer than ${alarmAt("send.md#bulletins-backlog").threshold === 6 * 3600 ? "six" : ""} hours`],
  ["send.md", `Orders to send that failed ${timesAt("DeadlineLettersQueue")} times`],
  ["sweep.md", `exceeds its ${prod.functionOf("sweep").properties["Timeout"] / 60} minutes`],
  ["sweep.md", `facts of the last ${daysIn(effectsLookback)} days call for`],
  ["sweep.md", `happened more than ${daysIn(newsAge)} days ago is not mailed`],
  ["sweep.md", `waits for more than ${wordOf(alarmAt("sweep.md#sweep-backlog").threshold / 3600)} hours`],
  ["sweep.md", `A sweep failed ${timesAt("SweepQueue")} times`],
  [
    "sweep.md",
    `at ${/cron\((\d+) \*/u.exec(prod.one("AWS::Scheduler::Schedule", "/Hourly/").properties["ScheduleExpression"])?.[1]} past the hour`,
  ],
  [
    "timer.md",
    `tried again after ${wordOf(Math.floor(queueOf("TimersQueue")["VisibilityTimeout"] / 60))} minutes, ${timesAt("TimersQueue")} times`,
  ],
  ["timer.md", `nothing is lost for ${wordOf(queueOf("TimersQueue")["MessageRetentionPeriod"] / 86_400)} days`],
  [
    "timer.md",
    `Messages wait for more than ${alarmAt("timer.md#timers-backlog").threshold === 1800 ? "half an hour" : ""}`,
  ],
  ["timer.md", `Reminders that failed ${timesAt("TimersQueue")} times`],
  ...["api", "count", "react", "receipts", "send", "sweep", "timer"].map((page): readonly [string, string] => {
    const { threshold, minutes } = alarmAt(`${page}.md#failures`);
    return [`${page}.md`, `${wordOf(threshold)} or more entries FAILED within ${wordOf(minutes)} minutes`];
  }),
];

describe("a runbook", () => {
  test.each(promises)("%s agrees with the code: %s", (page, sentence) => {
    expect(proseOf(page).toLowerCase()).toContain(sentence.toLowerCase());
  });

  test.each(pages)("%s names operations, queries and methods that there are", (page) => {
    const paths = [
      ...textOf(page).matchAll(/(?<method>GET|POST|PUT|PATCH) \$?(?:api)?(?<path>\/v1\/[^\s`"),]*)/gu),
      ...textOf(page).matchAll(/curl -X (?<method>[A-Z]+) "\$api(?<path>\/v1\/[^"]*)"/gu),
    ];
    const wrong = paths.filter(({ groups: { method = "", path = "" } = {} }) => {
      const [steps = "", query = ""] = path.split("?");
      const given = steps.split("/");
      const fits = endpoints.filter((one) => {
        const template = one.path.split("/");
        const same = template.every((part, at) => part.startsWith("{") || part === given[at]);
        return one.method === method && template.length === given.length && same;
      });
      return !fits.some((one) => [...new URLSearchParams(query).keys()].every((name) => name in one.query.shape));
    });
    expect(wrong.map(([all]) => all)).toEqual([]);
  });

  test.each(pages)("%s names log codes that are registered", (page) => {
    const codes = textOf(page).match(/\b[A-Z]{2,}(?:_[A-Z]+)+\b/gu) ?? [];
    expect(codes.filter((code) => !Object.hasOwn(logCodes, code))).toEqual([]);
  });

  test.each(pages)("%s names commands of package.json, with options that they take", (page) => {
    const { scripts } = JSON.parse(readFileSync("package.json", "utf8"));
    const lines = [...textOf(page).matchAll(/npm run (?<script>[\w:]+)(?: -- (?<rest>[^\n`]*))?/gu)];
    const wrong = lines.flatMap(({ groups: { script = "", rest = "" } = {} }) => {
      const command: string | undefined = scripts[script];
      if (command === undefined) return [`npm run ${script}`];
      const program = /run\.mjs (?<name>[\w-]+)/u.exec(command)?.groups?.["name"];
      const file = program === undefined ? /test\/[\w/-]+\.ts/u.exec(command)?.[0] : `bin/${program}.ts`;
      const source = file === undefined ? "" : readFileSync(file, "utf8");
      const options = (rest.split("#")[0] ?? "").match(/--[a-z-]+/gu) ?? [];
      return options.filter((option) => !source.includes(option)).map((option) => `npm run ${script} ${option}`);
    });
    expect(wrong).toEqual([]);
  });

  test("README.md names the log group of the access log as it is in the stack, and the person on call", () => {
    const group = prod.of("AWS::Logs::LogGroup").find(({ path }) => path.endsWith("/AccessLog/Resource"));
    const named = /logs (?<name>ApiAccessLog)/u.exec(textOf("README.md"))?.groups?.["name"] ?? "none";
    expect(group?.id.startsWith(named)).toBe(true);
    const { name: settings } = /## Who is on call(?<name>[^#]*)/u.exec(textOf("README.md"))?.groups ?? {};
    for (const setting of ["alarmEmail", "alarmWebhook", "alarmPhone"]) expect(settings).toContain(setting);
  });

  test.each(["README.md", "restoring.md"])("%s names every function, where it speaks of all", (page) => {
    const list = textOf(page).match(/(?:Functions are|for f in)[^.;]*/u)?.[0] ?? "";
    const names = prod.functions.map((fn) =>
      prod.bundleOf(fn).replaceAll(/(?:^|-)(?<first>[a-z])/gu, (_, first: string) => first.toUpperCase()),
    );
    expect([...list.matchAll(/[A-Z][a-z]+(?:Api)?/gu)].map(([name]) => name).toSorted()).toEqual(
      expect.arrayContaining(names.toSorted()),
    );
  });

  test.each(pages)("%s names queues that there are", (page) => {
    const queues = prod.of("AWS::SQS::Queue").map(({ id }) => id);
    const named = [...textOf(page).matchAll(/\$\((?:queue|aside) (?<name>\w+)\)/gu)].map(
      ({ groups }) => groups?.["name"],
    );
    expect(named.filter((name) => !queues.some((id) => id.startsWith(name ?? "")))).toEqual([]);
  });

  test.each(pages)("%s names codes and members that the product has", (page) => {
    const product = sources("schemas", "domain", "lambdas", "lib", "data/stages", "bin");
    // Words in code that are one word with capitals or hyphens inside, except names of AWS.
    const named = [...textOf(page).matchAll(/`(?<word>[a-z]+(?:[A-Z][a-z]+)+|[a-z]+(?:-[a-z]+)+)`/gu)];
    const wrong = named.map(({ groups }) => groups?.["word"] ?? "").filter((word) => !product.includes(word));
    expect(wrong.filter((word) => !foreign.has(word))).toEqual([]);
  });
});

/** Names of AWS in the pages that the code does not contain. */
const foreign: ReadonlySet<string> = new Set(["get-schedule", "integrationLatency"]);
