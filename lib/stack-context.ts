import type { Code } from "aws-cdk-lib/aws-lambda";
import type { AlarmContext } from "./alarm.ts";
import type { SharedAlarms } from "./shared-alarms.ts";
import type { Stage } from "./stage.ts";

/** The functions, each with a bundle of its own name in dist/lambdas. */
export type Bundle =
  "public-api" | "review-api" | "secretariat-api" | "react" | "count" | "timer" | "send" | "receipts" | "sweep";

/** Data that every construct of the system shares: the stage, the built bundles, and the destination of alarms. */
export interface StackContext extends AlarmContext {
  readonly stage: Stage;
  readonly bundles: (name: Bundle) => Code;
  /** Alarms that report several conditions each. */
  readonly shared: SharedAlarms;
}
