import type { Stack } from "aws-cdk-lib";
import type { Code } from "aws-cdk-lib/aws-lambda";
import type { ITopic } from "aws-cdk-lib/aws-sns";
import type { Stage } from "./stage.ts";

/** The functions, each with a bundle of its own name in dist/lambdas. */
export type Bundle =
  "public-api" | "review-api" | "secretariat-api" | "react" | "count" | "timer" | "send" | "receipts" | "sweep";

/** What every construct of the system shares: the stage, the built bundles, and where alarms are sent. */
export interface StackContext {
  readonly stage: Stage;
  readonly bundles: (name: Bundle) => Code;
  readonly alarms: ITopic;
  /** Where the alarms and their filters are. */
  readonly alarmStack: Stack;
}
