import { fieldsOf, listOf, textOf } from "../base/json.ts";
import { arnOf, nameOf } from "./arns.ts";
import type { FunctionPlan } from "./resource-plans.ts";
import type { IamUse } from "./iam-usage.ts";
import type { Resource, Stacks } from "./resource.ts";

/**
 * One permission from the policies of a function's role: an action on a resource, as written (`*` at the end or
 * alone).
 */
export interface Grant extends IamUse {
  /** The function, by the name it signs with. */
  readonly caller: string;
}

const many = (value: unknown): readonly string[] =>
  Array.isArray(value) ? listOf(value).map(String) : [String(value)];

const usesOf = (document: unknown): readonly IamUse[] =>
  listOf(fieldsOf(document)["Statement"])
    .map(fieldsOf)
    .filter(({ Effect }) => Effect === "Allow")
    .flatMap(({ Action, Resource }) =>
      many(Action).flatMap((action) => many(Resource).map((resource) => ({ action, resource }))),
    );

/** Returns the grants of all functions, from the policies within and outside their roles. */
export const grantsOf = (stacks: Stacks, functions: readonly FunctionPlan[]): readonly Grant[] => {
  const roles = stacks.ofType("AWS::IAM::Role");
  const policies = stacks.ofType("AWS::IAM::Policy");
  const lambdas = stacks.ofType("AWS::Lambda::Function");
  const roleOf = (lambda: Resource): Resource | undefined =>
    roles.find((role) => arnOf(role) === lambda.property("Role"));
  return lambdas.flatMap((lambda) => {
    const role = roleOf(lambda);
    const plan = functions.find(({ arn }) => arn === arnOf(lambda));
    if (role === undefined || plan === undefined) return [];
    const own = listOf(role.property("Policies")).flatMap((each) => usesOf(fieldsOf(each)["PolicyDocument"]));
    const policyUses = policies
      .filter((policy) => listOf(policy.property("Roles")).some((name) => textOf(name) === nameOf(role)))
      .flatMap((policy) => usesOf(policy.property("PolicyDocument")));
    return [...own, ...policyUses].map((use) => ({ caller: plan.name, ...use }));
  });
};

/** Returns whether a grant allows a use: its pattern may hold `*`. */
export const allows = (grant: IamUse, use: IamUse): boolean => {
  const fits = (pattern: string, text: string): boolean =>
    new RegExp(`^${pattern.replace(/[.+?^${}()|[\]\\]/gu, "\\$&").replaceAll("*", ".*")}$`, "u").test(text);
  return fits(grant.action, use.action) && fits(grant.resource, use.resource);
};

/** The functions that may write to a table. */
export const writersOf = (grants: readonly Grant[], table: string): ReadonlySet<string> =>
  new Set(
    grants
      .filter((grant) => allows(grant, { action: "dynamodb:PutItem", resource: table }))
      .map(({ caller }) => caller),
  );
