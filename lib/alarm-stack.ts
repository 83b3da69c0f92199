import { Stack } from "aws-cdk-lib";
import { Construct } from "constructs";
import { environmentOf, type Stage } from "./stage.ts";

/**
 * The alarms of a stage with the filters that count lines of logs for them: a third of all resources, and CloudFormation takes 500
 * in a stack. They hold nothing, so the stack may be deleted and deployed again at any time.
 */
export class AlarmStack extends Stack {
  constructor(scope: Construct, stage: Stage) {
    super(scope, `review-mechanism-${stage.name}-alarms`, {
      description: "Review mechanism: alarms and their filters",
      env: environmentOf(stage),
    });
  }
}

/** Returns the place in the stack of alarms that a construct has in its own: `React` there for the function `React` here. */
export const placeInAlarmStack = (stack: Stack, scope: Construct): Construct => {
  const depth = Stack.of(scope).node.scopes.length;
  return scope.node.scopes.slice(depth).reduce<Construct>((at, { node: { id } }) => {
    const found = at.node.tryFindChild(id);
    return found instanceof Construct ? found : new Construct(at, id);
  }, stack);
};
