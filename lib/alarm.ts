import { Alarm, ComparisonOperator, type IMetric, TreatMissingData } from "aws-cdk-lib/aws-cloudwatch";
import { SnsAction } from "aws-cdk-lib/aws-cloudwatch-actions";
import type { Construct } from "constructs";
import { placeInAlarmStack } from "./alarm-stack.ts";
import type { StackContext } from "./stack-context.ts";

export interface CreateAlarmProps {
  readonly metric: IMetric;
  /** It goes off at this value or above. */
  readonly threshold: number;
  /** Go off above the threshold only: for a limit that may be reached. */
  readonly aboveOnly?: true;
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
  /** True if a composite alarm notifies instead, so that one cause of several alarms notifies once. */
  readonly composed?: boolean;
  /** The harm while the alarm is on, in a sentence that an operator understands. */
  readonly impact: string;
  /** The page docs/runbooks/<name>.md; its heading for this alarm is the alarm's id in kebab case. */
  readonly runbook: string;
}

/** `DeadLetters` -> `dead-letters`: how an alarm's id becomes the heading of its section in the runbook. */
const sectionOf = (id: string): string => id.replace(/([a-z0-9])([A-Z])/g, "$1-$2").toLowerCase();

/** Returns the description of an alarm: the harm, then the runbook section with the remedy. */
export const alarmText = (impact: string, runbook: string, id: string): string =>
  `${impact} What to do: docs/runbooks/${runbook}.md#${sectionOf(id)}`;

const missingDataOf = ({ silence, keepsState }: CreateAlarmProps): TreatMissingData => {
  if (silence) return TreatMissingData.MISSING;
  return keepsState ? TreatMissingData.IGNORE : TreatMissingData.NOT_BREACHING;
};

const comparisonOf = ({ silence, aboveOnly }: CreateAlarmProps): ComparisonOperator => {
  if (silence) return ComparisonOperator.LESS_THAN_THRESHOLD;
  return aboveOnly ? ComparisonOperator.GREATER_THAN_THRESHOLD : ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD;
};

/**
 * Creates an alarm whose description states the harm and the runbook section. It notifies the system's topic when it
 * starts and when it ends, unless a composite alarm does.
 */
export const createAlarm = (scope: Construct, id: string, context: StackContext, props: CreateAlarmProps): Alarm => {
  const place = props.isReadByShift ? scope : placeInAlarmStack(context.alarmStack, scope);
  const alarm = new Alarm(place, id, {
    metric: props.metric,
    threshold: props.threshold,
    evaluationPeriods: props.periods ?? 1,
    comparisonOperator: comparisonOf(props),
    treatMissingData: missingDataOf(props),
    alarmDescription: alarmText(props.impact, props.runbook, id),
  });
  if (props.composed === true) return alarm;
  const action = new SnsAction(context.alarms);
  alarm.addAlarmAction(action);
  alarm.addOkAction(action);
  if (props.silence) alarm.addInsufficientDataAction(action);
  return alarm;
};
