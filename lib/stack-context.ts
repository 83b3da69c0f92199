import type { Stack } from "aws-cdk-lib";
import type { Code } from "aws-cdk-lib/aws-lambda";
import type { ITopic } from "aws-cdk-lib/aws-sns";
import type { Stage } from "./stage.ts";

/** The functions, each with a bundle of its own name in dist/lambdas. */
export type Bundle =
  "public-api" | "review-api" | "secretariat-api" | "react" | "count" | "timer" | "send" | "receipts" | "sweep";

/** Data that every construct of the system shares: the stage, the built bundles, and the destination of alarms. */
export interface StackContext {
  readonly stage: Stage;
  readonly bundles: (name: Bundle) => Code;
  readonly alarms: ITopic;
  /** The stack of the alarms and their filters. */
  readonly alarmStack: Stack;
}
