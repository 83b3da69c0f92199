import type { Code } from "aws-cdk-lib/aws-lambda";
import type { ITopic } from "aws-cdk-lib/aws-sns";
import type { Stage } from "./stage.ts";

/** What every construct of the system shares: the stage, the built bundles, and where alarms are sent. */
export interface StackContext {
  readonly stage: Stage;
  readonly bundles: Code;
  readonly alarms: ITopic;
}
