import { type App, Tags, Validations } from "aws-cdk-lib";
import type { Code } from "aws-cdk-lib/aws-lambda";
import { AwsSolutionsChecks, ServerlessChecks } from "cdk-nag";
import { acknowledge } from "./acknowledgements.ts";
import type { Route } from "./api.ts";
import type { Bundle } from "./stack-context.ts";
import { pruneForEmulator } from "./emulator.ts";
import type { Stage } from "./stage.ts";
import { StatefulStack } from "./stateful-stack.ts";
import { StatelessStack } from "./stateless-stack.ts";

export interface BuildAppProps {
  readonly stage: Stage;
  /** The code of each function. */
  readonly bundles: (name: Bundle) => Code;
  readonly routes: readonly Route[];
}

/** The two stacks of a stage, tagged, under the rule packs of cdk-nag. */
export const buildApp = (app: App, { stage, bundles, routes }: BuildAppProps) => {
  const kept = new StatefulStack(app, stage);
  const stateless = new StatelessStack(app, { stage, bundles, routes, kept });
  Tags.of(app).add("application", "review-mechanism");
  Tags.of(app).add("stage", stage.name);
  if (stage.emulator) pruneForEmulator(app);
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app), new ServerlessChecks(app));
  acknowledge(app, stage);
  return { kept, stateless };
};
