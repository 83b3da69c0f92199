import { CfnAlarm, CfnCompositeAlarm, CfnDashboard } from "aws-cdk-lib/aws-cloudwatch";
import { CfnManagedLoginBranding } from "aws-cdk-lib/aws-cognito";
import type { IConstruct } from "constructs";

const undeployable = (node: IConstruct): boolean =>
  node instanceof CfnCompositeAlarm ||
  node instanceof CfnDashboard ||
  node instanceof CfnManagedLoginBranding ||
  (node instanceof CfnAlarm && node.metrics !== undefined);

/** Takes out the kinds of resources that a local emulator cannot deploy, and nothing else. */
export const pruneForEmulator = (root: IConstruct): void => {
  for (const node of root.node.findAll()) {
    if (undeployable(node)) node.node.scope?.node.tryRemoveChild(node.node.id);
  }
};
