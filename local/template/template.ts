import { fieldsOf, type Fields, textOf } from "../base/json.ts";
import { attributeOf, identityOf, type Local } from "./arns.ts";
import { readAssembly, type Stack } from "./assembly.ts";
import { holds, type Scope, sectionOf, valueOf } from "./intrinsics.ts";
import type { Resource, Stacks } from "./resource.ts";

/**
 * Reads what `cdk synth` wrote into `directory`: all stacks of the manifest, cross-stack references by export.
 * `local` says where the local services are. Throws a UserError when there is no synthesized app.
 */
export const readStacks = (directory: string, local: Local): Stacks => {
  const { stacks, asset } = readAssembly(directory);

  const scopeOf = (stack: Stack, path: string): Scope => ({ stacks, stack, path, resourceOf });
  const resourceOf = (stack: Stack, logicalId: string): Resource => {
    const { Type, Properties } = fieldsOf(sectionOf(stack, "Resources")[logicalId]);
    const type = textOf(Type);
    if (type === undefined) throw new Error(`${stack.name} has no resource ${logicalId}`);
    const resource: Resource = {
      stack: stack.name,
      logicalId,
      type,
      property: (name) => valueOf(fieldsOf(Properties)[name], scopeOf(stack, `${logicalId}.${name}`)),
      ref: () => identityOf(resource, local),
      attribute: (name) => attributeOf(resource, name, local),
    };
    return resource;
  };
  const exists = (stack: Stack, { Condition }: Fields): boolean =>
    Condition === undefined || holds(Condition, scopeOf(stack, "condition"));

  return {
    ofType: (...types) =>
      stacks.flatMap((stack) =>
        Object.entries(sectionOf(stack, "Resources"))
          .map(([logicalId, resource]) => [logicalId, fieldsOf(resource)] as const)
          .filter(([, resource]) => types.includes(String(resource["Type"])) && exists(stack, resource))
          .map(([logicalId]) => resourceOf(stack, logicalId)),
      ),
    asset,
  };
};
