import { CfnBudget } from "aws-cdk-lib/aws-budgets";
import { Construct } from "constructs";
import type { Stage } from "./stage.ts";

/** Shares of the monthly budget, in per cent, at which the stage's address is notified. */
const thresholds = [
  { type: "ACTUAL", share: 80 },
  { type: "ACTUAL", share: 100 },
  { type: "FORECASTED", share: 100 },
] as const;

/**
 * A mail to the stage's address for alarms before the account exceeds its monthly budget; nothing if the file has no
 * amount. The budget covers the whole account, because cost tags work only after a user has activated them.
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
