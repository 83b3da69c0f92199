import { Stack } from "aws-cdk-lib";
import type { ITopic } from "aws-cdk-lib/aws-sns";
import { Alarm, CfnAlarm, ComparisonOperator, type IMetric, TreatMissingData } from "aws-cdk-lib/aws-cloudwatch";
import { SnsAction } from "aws-cdk-lib/aws-cloudwatch-actions";
import type { Construct } from "constructs";
import { placeInAlarmStack } from "./alarm-stack.ts";

/** The destination of alarms, and the stack of the alarms and their filters. */
export interface AlarmContext {
  readonly alarms: ITopic;
  readonly alarmStack: Stack;
}

interface AlarmOptions {
  readonly metric: IMetric;
  /** It goes off at this value or above. */
  readonly threshold: number;
  /** Go off below the threshold instead: for a share that must be reached. */
  readonly belowThreshold?: true;
  /** Periods in a row that must be bad; one by default. */
  readonly periods?: number;
  /**
   * Alarm below the threshold instead, and notify when there are no data any longer, for events that must happen
   * regularly. On a new stage without data it stays silent: CloudWatch acts on a change of state, and this is the first
   * state.
   */
  readonly silence?: true;
  /** Keep the state while there are no data: for metrics of sweeps that have a separate alarm. */
  readonly keepsState?: true;
  /** A shift of requests to a new version reads it: it is deployed with the functions, and not after them. */
  readonly isReadByShift?: true;
}

export interface CreateAlarmProps extends AlarmOptions {
  /** The harm while the alarm is on, in a sentence that an operator understands. */
  readonly impact: string;
  /** The page docs/runbooks/<name>.md; its heading for this alarm is the alarm's id in kebab case. */
  readonly runbook: string;
}

/** A failure that an alarm reports. */
export interface FailureCondition {
  /** Its place and name: `Send/LettersFailed`. */
  readonly name: string;
  /** What distinguishes it from the other conditions of the same alarm: a function, a queue, a log code. */
  readonly sign: string;
  readonly impact: string;
  /** The runbook section with the remedy. */
  readonly section: string;
}

/** `DeadLetters` -> `dead-letters`: how a condition's id becomes the heading of its section in the runbook. */
const headingOf = (id: string): string => id.replace(/([a-z0-9])([A-Z])/g, "$1-$2").toLowerCase();

export const conditionOf = (
  scope: Construct,
  id: string,
  { sign = id, impact, runbook }: Pick<CreateAlarmProps, "impact" | "runbook"> & { readonly sign?: string },
): FailureCondition => ({
  name: [...scope.node.scopes.slice(Stack.of(scope).node.scopes.length).map(({ node }) => node.id), id].join("/"),
  sign,
  impact,
  section: `docs/runbooks/${runbook}.md#${headingOf(id)}`,
});

const missingDataOf = ({ silence, keepsState }: AlarmOptions): TreatMissingData => {
  if (silence) return TreatMissingData.MISSING;
  return keepsState ? TreatMissingData.IGNORE : TreatMissingData.NOT_BREACHING;
};

/** Returns the description of an alarm: the harm, then the sections with the remedy, each with its signs if there are several. */
const textOf = (harm: string, reports: readonly FailureCondition[]): string => {
  const sections = Map.groupBy(reports, ({ section }) => section);
  const links = [...sections].map(([section, of]) =>
    reports.length === 1 ? section : `${section} (${[...new Set(of.map(({ sign }) => sign))].join(", ")})`,
  );
  return `${harm} What to do: ${links.join(", ")}`;
};

/**
 * Adds an alarm on one or several failure conditions, which its metadata in the template list. It notifies the system's
 * topic when it starts and when it ends.
 */
export const addAlarm = (
  place: Construct,
  id: string,
  context: Pick<AlarmContext, "alarms">,
  options: AlarmOptions & { readonly harm: string; readonly reports: readonly FailureCondition[] },
): Alarm => {
  const alarm = new Alarm(place, id, {
    metric: options.metric,
    threshold: options.threshold,
    evaluationPeriods: options.periods ?? 1,
    comparisonOperator:
      options.silence || options.belowThreshold
        ? ComparisonOperator.LESS_THAN_THRESHOLD
        : ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
    treatMissingData: missingDataOf(options),
    alarmDescription: textOf(options.harm, options.reports),
  });
  const { defaultChild } = alarm.node;
  if (defaultChild instanceof CfnAlarm) defaultChild.addMetadata("reports", options.reports);
  const action = new SnsAction(context.alarms);
  alarm.addAlarmAction(action);
  alarm.addOkAction(action);
  if (options.silence) alarm.addInsufficientDataAction(action);
  return alarm;
};

/** Creates an alarm on one failure condition. Conditions that need no metric of their own share one (shared-alarms.ts). */
export const createAlarm = (scope: Construct, id: string, context: AlarmContext, props: CreateAlarmProps): Alarm => {
  const place = props.isReadByShift ? scope : placeInAlarmStack(context.alarmStack, scope);
  return addAlarm(place, id, context, { ...props, harm: props.impact, reports: [conditionOf(scope, id, props)] });
};
