import { table } from "./states-page.ts";
import { metricsInAlarms, type TemplateResource } from "./template-figures.ts";

interface CostLine {
  readonly item: string;
  /** US dollars for one `unit`. */
  readonly price: number;
  readonly unit: string;
  /** Units of a month that are free in each account, without an end date. */
  readonly free: number;
  /** Units of a month with so many users. */
  readonly units: (users: number) => number;
  readonly basis: string;
}

const million = 1_000_000;
const hoursOfMonth = 730;
/** Two years of 58 letters for each of 189 reviews, one bulletin a month to all missions, and two letters to each user. */
const lettersOfMonth = (users: number): number => (189 * 58) / 24 + 189 + 2 * users;
/** The queues of dead letters, of messages put aside, and of undelivered alarms. */
const asideQueues = 3;
const requestsOfUser = 1_000;

const countOf = (resources: readonly TemplateResource[], type: string): number =>
  resources.filter((resource) => resource.type === type).length;

/** The number of queues that a function reads: those with messages for a person are read by no function. */
const readQueues = (resources: readonly TemplateResource[]): number =>
  countOf(resources, "AWS::SQS::Queue") - asideQueues;

/** Returns the costs of alarms, the dashboard and the queues, nearly all of which do not depend on the users. */
const watchLines = (resources: readonly TemplateResource[]): readonly CostLine[] => [
  {
    item: "metrics in alarms",
    price: 0.1,
    unit: "metric",
    free: 10,
    units: () => metricsInAlarms(resources),
    basis: "the template",
  },
  {
    item: "composite alarms",
    price: 0.5,
    unit: "alarm",
    free: 0,
    units: () => countOf(resources, "AWS::CloudWatch::CompositeAlarm"),
    basis: "the template",
  },
  {
    item: "own metrics",
    price: 0.3,
    unit: "metric",
    free: 10,
    units: () => 12,
    basis: "three are recorded hourly; the others are billed for the hours in which they are recorded",
  },
  {
    item: "dashboards",
    price: 3,
    unit: "dashboard",
    free: 3,
    units: () => countOf(resources, "AWS::CloudWatch::Dashboard"),
    basis: "the template; three with at most fifty metrics each are free",
  },
  {
    item: "calls of queues (SQS)",
    price: 0.4,
    unit: "million",
    free: 1,
    units: (users) => (readQueues(resources) * 15 * 60 * hoursOfMonth + 10 * lettersOfMonth(users)) / million,
    basis: "an empty queue is read 15 times a minute by Lambda; the template has the queues",
  },
];

/** The costs of the tables. */
const tableLines: readonly CostLine[] = [
  {
    item: "read units (DynamoDB)",
    price: 0.1525,
    unit: "million",
    free: 0,
    units: (users) => (users * requestsOfUser * 10 + hoursOfMonth * 500 + 30 * 60_000) / million,
    basis: "10 for a request, 500 for an hourly sweep, 60,000 for a night",
  },
  {
    item: "write units (DynamoDB)",
    price: 0.7625,
    unit: "million",
    free: 0,
    units: (users) => (lettersOfMonth(users) * 59 + users * 10 * 94) / million,
    basis: "59 for a letter; ten acts of a user, 94 each with all effects (docs/growth.md)",
  },
  {
    item: "restore to any second",
    price: 0.2448,
    unit: "GB",
    free: 0,
    units: (users) => 0.5 + users / 1_000,
    basis: "the tables of the first years; storage below 25 GB is free",
  },
];

/** The costs of users, requests and letters. */
const useLines: readonly CostLine[] = [
  {
    item: "threat protection: users who sign in (Cognito, plan Plus)",
    price: 0.02,
    unit: "user",
    free: 0,
    units: (users) => users + 1,
    basis: "all users, and the canary",
  },
  {
    item: "requests (HTTP API)",
    price: 1.2,
    unit: "million",
    free: 0,
    units: (users) => (users * requestsOfUser + hoursOfMonth * 3) / million,
    basis: "a thousand of each user, and those of the canary",
  },
  {
    item: "functions (Lambda)",
    price: 0.0000133334,
    unit: "GB-second",
    free: 400_000,
    units: (users) => users * requestsOfUser * 0.2 + hoursOfMonth * 30 + 30 * 600 + lettersOfMonth(users) * 2,
    basis: "0.2 for a request, 30 for a sweep, 600 for a night, 2 for a letter",
  },
  {
    item: "log entries",
    price: 0.63,
    unit: "GB",
    free: 5,
    units: (users) => users * requestsOfUser * 2e-6 + 0.5 + lettersOfMonth(users) * 1e-5,
    basis: "2 KB for a request, 10 for a letter, and half a GB for sweeps",
  },
  {
    item: "letters (SES)",
    price: 0.1,
    unit: "thousand",
    free: 0,
    units: (users) => lettersOfMonth(users) / 1_000,
    basis: "58 in a review, a bulletin to the missions, two to each user",
  },
];

const linesOf = (resources: readonly TemplateResource[]): readonly CostLine[] => [
  ...watchLines(resources),
  ...tableLines,
  ...useLines,
];

const costOf = ({ price, free, units }: CostLine, users: number): number => price * Math.max(0, units(users) - free);

/** Returns the US dollars of a month with so many users. */
export const totalCost = (resources: readonly TemplateResource[], users: number): number =>
  linesOf(resources).reduce((sum, line) => sum + costOf(line, users), 0);

const amount = (value: number): string => value.toLocaleString("en", { maximumFractionDigits: 2 });
const dollars = (value: number): string => value.toFixed(2);

/** Returns the text of docs/cost.md: each item with its price, what is used, and the dollars of a month. */
export const costPage = (resources: readonly TemplateResource[]): string => {
  const lines = linesOf(resources);
  const total = (users: number): string => `**${dollars(totalCost(resources, users))}**`;
  return `# Cost

A production environment with 189 missions costs ${dollars(totalCost(resources, 100))} US dollars a month with 100 users, and ${dollars(totalCost(resources, 500))} with 500. Threat protection is
included. \`npm run docs\` prints this page from \`bin/cost-sheet.ts\`, which has the prices and the use; a test compares. Counts of alarms,
queues and dashboards come from the production template. The use of a user is an estimate.

Prices are those of Frankfurt (eu-central-1) in US dollars, without tax, as remembered on 2 December 2026 and not compared with a price list
or a bill: check them before you plan a budget. Free amounts are those of an account that has no other stage.

${table(
  ["Item", "Price", "Free", "Used, 100 users", "USD", "Used, 500 users", "USD", "Basis"],
  [
    ...lines.map((line) => [
      line.item,
      `${line.price} per ${line.unit}`,
      line.free === 0 ? "" : amount(line.free),
      amount(line.units(100)),
      dollars(costOf(line, 100)),
      amount(line.units(500)),
      dollars(costOf(line, 500)),
      line.basis,
    ]),
    ["total", "", "", "", total(100), "", total(500), ""],
  ],
)}

Not included: a limit per network address (6 US dollars), copies in another account, tracing, text messages of alarms, and taxes.
[Environments](runbooks/environments.md#cost) has these settings.
`;
};
