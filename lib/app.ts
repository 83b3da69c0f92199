import { type App, Tags, Validations } from "aws-cdk-lib";
import type { Code } from "aws-cdk-lib/aws-lambda";
import { AwsSolutionsChecks, ServerlessChecks } from "cdk-nag";
import { AddressLimitStack } from "./address-limit-stack.ts";
import { acknowledge } from "./acknowledgements.ts";
import { AlarmStack } from "./alarm-stack.ts";
import type { Route } from "./gateway-routes.ts";
import type { Bundle } from "./stack-context.ts";
import { pruneForEmulator } from "./emulator.ts";
import type { Stage } from "./stage.ts";
import { stackTags } from "./stack-tags.ts";
import { StatefulStack } from "./stateful-stack.ts";
import { StatelessStack } from "./stateless-stack.ts";

export interface BuildAppProps {
  readonly stage: Stage;
  /** The code of each function. */
  readonly bundles: (name: Bundle) => Code;
  readonly routes: readonly Route[];
}

/**
 * The stacks of a stage, tagged, under the rule packs of cdk-nag: stateful, stateless, alarms, and the limit of
 * requests per network address if the stage has one.
 */
export const buildApp = (app: App, { stage, bundles, routes }: BuildAppProps) => {
  const kept = new StatefulStack(app, stage);
  const { publicRequestsPerAddress: requests } = stage;
  const limit = requests === undefined ? undefined : new AddressLimitStack(app, { stage, requests });
  const alarmStack = new AlarmStack(app, stage);
  const stateless = new StatelessStack(app, { stage, bundles, routes, kept, alarmStack, webAcl: limit?.webAcl });
  for (const [key, value] of Object.entries(stackTags(stage.name))) Tags.of(app).add(key, value);
  if (stage.emulator) pruneForEmulator(app);
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app), new ServerlessChecks(app));
  acknowledge(app, stage);
  return { kept, stateless, alarmStack };
};
