import * as z from "zod";
import { table } from "./states-page.ts";

/** A resource of a synthesized template. */
export interface TemplateResource {
  readonly type: string;
  readonly path: string;
  readonly properties: unknown;
  readonly metadata: unknown;
}

const AlarmProperties = z.object({ Metrics: z.array(z.object({ MetricStat: z.unknown().optional() })).optional() });
const Reports = z.object({
  reports: z.array(z.object({ name: z.string(), impact: z.string(), section: z.string() })),
});

const alarmsOf = (resources: readonly TemplateResource[]): readonly TemplateResource[] =>
  resources.filter(({ type }) => type === "AWS::CloudWatch::Alarm");

/** Returns the number of metrics in alarms, as CloudWatch bills them: each metric of each alarm, also inside an expression. */
export const metricsInAlarms = (resources: readonly TemplateResource[]): number =>
  alarmsOf(resources).reduce((sum, { properties }) => {
    const { Metrics: members } = AlarmProperties.parse(properties);
    return sum + (members === undefined ? 1 : members.filter((member) => member.MetricStat !== undefined).length);
  }, 0);

const rowsOf = (resources: readonly TemplateResource[]): readonly (readonly string[])[] =>
  alarmsOf(resources)
    .filter(({ path }) => !/\/More\w+\//u.test(path))
    .flatMap(({ path, metadata }) =>
      Reports.parse(metadata).reports.map(({ name, impact, section }) => {
        const page = section.replace("docs/runbooks/", "");
        return [name, path.split("/").at(-2) ?? "", impact, `[${page.replace(/\.md#.*/u, "")}](${page})`];
      }),
    )
    .toSorted(([one = ""], [other = ""]) => (one < other ? -1 : 1));

/** Returns the text of docs/runbooks/failure-conditions.md: every condition, its alarm, its harm and its section. */
export const conditionsPage = (resources: readonly TemplateResource[]): string => `# Failure conditions

This page lists each failure that raises an alarm. CloudWatch bills each metric of each alarm, so conditions share one where they can
([0136](../adr/0136-alarms-share-metrics.md)). The text of an alarm names the section of each of its conditions.
\`npm run docs\` prints this page from the production template; a test compares.

${table(["Condition", "Alarm", "Harm", "What to do"], rowsOf(resources))}
`;
