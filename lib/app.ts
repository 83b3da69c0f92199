import { type App, Tags, Validations } from "aws-cdk-lib";
import type { Code } from "aws-cdk-lib/aws-lambda";
import { AwsSolutionsChecks, ServerlessChecks } from "cdk-nag";
import { AddressLimitStack } from "./address-limit-stack.ts";
import { acknowledge } from "./acknowledgements.ts";
import { AlarmStack } from "./alarm-stack.ts";
import type { Route } from "./gateway-routes.ts";
import type { Bundle } from "./stack-context.ts";
import type { Stage } from "./stage.ts";
import { stackTags } from "./stack-tags.ts";
import { StatefulStack } from "./stateful-stack.ts";
import { StatelessStack } from "./stateless-stack.ts";
import { CfnAlarm, CfnDashboard } from "aws-cdk-lib/aws-cloudwatch";
import { CfnManagedLoginBranding } from "aws-cdk-lib/aws-cognito";
import type { IConstruct } from "constructs";

const undeployable = (node: IConstruct): boolean =>
  node instanceof CfnDashboard ||
  node instanceof CfnManagedLoginBranding ||
  (node instanceof CfnAlarm && node.metrics !== undefined);

/** Takes out the kinds of resources that a local emulator cannot deploy, and nothing else. */
const pruneForEmulator = (root: IConstruct): void => {
  for (const node of root.node.findAll()) {
    if (undeployable(node)) node.node.scope?.node.tryRemoveChild(node.node.id);
  }
};

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
