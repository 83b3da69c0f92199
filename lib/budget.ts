import { CfnBudget } from "aws-cdk-lib/aws-budgets";
import { Construct } from "constructs";
import type { Stage } from "./stage.ts";

/** When somebody hears of the account's costs of a month, in per cent of what the stage permits. */
const thresholds = [
  { type: "ACTUAL", share: 80 },
  { type: "ACTUAL", share: 100 },
  { type: "FORECASTED", share: 100 },
] as const;

/**
 * A mail to the stage's address for alarms before the account costs more in a month than its file permits; nothing where
 * the file names no amount. It counts the whole account: by tags it would count only what somebody has activated them for.
 */
export class MonthlyBudget extends Construct {
  constructor(scope: Construct, id: string, { name, monthlyBudget, alarmEmail }: Stage) {
    super(scope, id);
    if (monthlyBudget === undefined || alarmEmail === undefined) return;
    new CfnBudget(this, "Monthly", {
      budget: {
        budgetName: `review-mechanism-${name}`,
        budgetType: "COST",
        timeUnit: "MONTHLY",
        budgetLimit: { amount: monthlyBudget, unit: "USD" },
      },
      notificationsWithSubscribers: thresholds.map(({ type, share }) => ({
        notification: {
          notificationType: type,
          comparisonOperator: "GREATER_THAN",
          threshold: share,
          thresholdType: "PERCENTAGE",
        },
        subscribers: [{ subscriptionType: "EMAIL", address: alarmEmail }],
      })),
    });
  }
}
