import type { Code } from "aws-cdk-lib/aws-lambda";
import type { ITopic } from "aws-cdk-lib/aws-sns";
import type { Stage } from "./stage.ts";

/** What every construct of the house shares: the stage, the built bundles, and where alarms are sent. */
export interface House {
  readonly stage: Stage;
  readonly bundles: Code;
  readonly alarms: ITopic;
}
