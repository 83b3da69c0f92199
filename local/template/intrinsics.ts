import { fieldsOf, type Fields, isFields, listOf } from "../base/json.ts";
import { pseudoParameter } from "./arns.ts";
import type { Stack } from "./assembly.ts";
import type { Resource } from "./resource.ts";

/** The template and stack of an expression. */
export interface Scope {
  /** All stacks of the app: an expression may name an output of another one. */
  readonly stacks: readonly Stack[];
  /** The stack whose parameters, conditions and resources an expression names. */
  readonly stack: Stack;
  /** The way to the expression (`Queue.RedrivePolicy.0`), which errors name. */
  readonly path: string;
  /** Throws where the stack has no such resource. */
  readonly resourceOf: (stack: Stack, logicalId: string) => Resource;
}

/** Resolves an intrinsic function with its argument. */
type Intrinsic<Result = unknown> = (argument: unknown, scope: Scope) => Result;

/** Removes a member from its list or object. */
const noValue = Symbol("AWS::NoValue");

const within = (scope: Scope, member: string | number): Scope => ({ ...scope, path: `${scope.path}.${member}` });

/** One section of a template; empty where there is none. */
export const sectionOf = (stack: Stack, name: string): Fields => fieldsOf(stack.template[name]);

const ref: Intrinsic = (argument, { stack, path, resourceOf }) => {
  const name = String(argument);
  if (name === "AWS::NoValue") return noValue;
  const pseudo = pseudoParameter(name, stack.name);
  if (pseudo !== undefined) return pseudo;
  const parameter = sectionOf(stack, "Parameters")[name];
  if (!isFields(parameter)) return resourceOf(stack, name).ref();
  if (parameter["Default"] === undefined) throw new Error(`${path} needs the parameter ${name}, which has no default`);
  return parameter["Default"];
};

const getAtt: Intrinsic<string> = (argument, { stack, resourceOf }) => {
  const [logicalId = "", ...attribute] =
    typeof argument === "string" ? argument.split(".") : listOf(argument).map(String);
  return resourceOf(stack, logicalId).attribute(attribute.join("."));
};

const join: Intrinsic<string> = (argument, scope) => {
  const [separator, parts] = listOf(argument);
  return listOf(resolve(parts, scope)).join(String(separator));
};

const split: Intrinsic = (argument, scope) => {
  const [separator, from] = listOf(argument);
  return resolveText(from, scope).split(String(separator));
};

const select: Intrinsic = (argument, scope) => {
  const [index, from] = listOf(resolve(argument, scope));
  return listOf(from)[Number(index)];
};

/**
 * Inserts `${Name}`, `${Resource.Attribute}` and the function's own variables into a text; `${!Name}` yields the
 * literal `${Name}`.
 */
const sub: Intrinsic<string> = (argument, scope) => {
  const [pattern, variables] = typeof argument === "string" ? [argument, {}] : listOf(argument);
  return String(pattern).replace(/\$\{(!?)([^}]+)\}/gu, (whole, literal: string, name: string) => {
    if (literal === "!") return whole.replace("!", "");
    const variable = fieldsOf(variables)[name];
    if (variable !== undefined) return resolveText(variable, scope);
    return name.includes(".") ? getAtt(name, scope) : String(ref(name, scope));
  });
};

/** The value of the first output of the app that fits. Throws where none does. */
const outputOf = (scope: Scope, fits: (stack: Stack, id: string, output: Fields) => boolean, what: string): string => {
  for (const stack of scope.stacks) {
    for (const [id, output] of Object.entries(sectionOf(stack, "Outputs"))) {
      if (isFields(output) && fits(stack, id, output))
        return resolveText(output["Value"], { ...scope, stack, path: `output ${id}` });
    }
  }
  throw new Error(`No stack of the app exports ${what}`);
};

const importValue: Intrinsic = (argument, scope) => {
  const name = resolveText(argument, scope);
  const exportsIt = (stack: Stack, _id: string, { Export }: Fields): boolean =>
    isFields(Export) && resolveText(Export["Name"], { ...scope, stack }) === name;
  return outputOf(scope, exportsIt, name);
};

const getStackOutput: Intrinsic = (argument, scope) => {
  const { StackName, OutputName } = fieldsOf(argument);
  const name = resolveText(StackName, scope);
  const output = resolveText(OutputName, scope);
  return outputOf(scope, (stack, id) => stack.name === name && id === output, `${name}.${output}`);
};

/** The functions of which a condition is made. */
const conditionFunctions: Readonly<Record<string, Intrinsic<boolean>>> = {
  Condition: (argument, scope) => holds(argument, scope),
  "Fn::Equals": (argument, scope) => {
    const [left, right] = listOf(argument).map((side) => resolve(side, { ...scope, path: "condition" }));
    return left === right;
  },
  "Fn::Not": (argument, scope) => !holds(listOf(argument)[0], scope),
  "Fn::And": (argument, scope) => listOf(argument).every((each) => holds(each, scope)),
  "Fn::Or": (argument, scope) => listOf(argument).some((each) => holds(each, scope)),
};

/** Returns whether a condition is true, which is given by its name or as the function that makes it. */
export const holds: Intrinsic<boolean> = (condition, scope) => {
  if (typeof condition === "string") return holds(sectionOf(scope.stack, "Conditions")[condition], scope);
  const [[name, argument] = ["nothing", undefined]] = Object.entries(fieldsOf(condition));
  const decide = conditionFunctions[name];
  if (decide === undefined) throw new Error(`${scope.stack.name} has a condition of an unknown kind: ${name}`);
  return decide(argument, scope);
};

const chooseIf: Intrinsic = (argument, scope) => {
  const [condition, yes, no] = listOf(argument);
  return resolve(holds(condition, scope) ? yes : no, scope);
};

const intrinsics: Readonly<Record<string, Intrinsic>> = {
  Ref: ref,
  "Fn::GetAtt": getAtt,
  "Fn::GetStackOutput": getStackOutput,
  "Fn::If": chooseIf,
  "Fn::ImportValue": importValue,
  "Fn::Join": join,
  "Fn::Select": select,
  "Fn::Split": split,
  "Fn::Sub": sub,
};

/** Returns the intrinsic function of an object, with its argument, or undefined if it is an ordinary object. */
const callOf = (value: Fields): readonly [name: string, argument: unknown] | undefined => {
  const [only, ...more] = Object.entries(value);
  if (only === undefined || more.length > 0) return undefined;
  return only[0] === "Ref" || only[0].startsWith("Fn::") ? only : undefined;
};

/** A value with all its intrinsic functions resolved, or `noValue`. */
const resolve: Intrinsic = (value, scope) => {
  if (Array.isArray(value)) {
    return listOf(value)
      .map((each, index) => resolve(each, within(scope, index)))
      .filter((each) => each !== noValue);
  }
  if (!isFields(value)) return value;
  const call = callOf(value);
  if (call === undefined) {
    const members = Object.entries(value).map(([name, each]) => [name, resolve(each, within(scope, name))] as const);
    return Object.fromEntries(members.filter(([, each]) => each !== noValue));
  }
  const [name, argument] = call;
  const intrinsic = intrinsics[name];
  if (intrinsic === undefined)
    throw new Error(`${scope.stack.name} ${scope.path} uses ${name}, which is not known here`);
  return intrinsic(argument, scope);
};

const resolveText: Intrinsic<string> = (value, scope) => {
  const resolved = resolve(value, scope);
  if (typeof resolved === "string" || typeof resolved === "number" || typeof resolved === "boolean") {
    return String(resolved);
  }
  throw new Error(`${scope.stack.name} ${scope.path} is not a text`);
};

/**
 * An expression of a template with all its intrinsic functions resolved; undefined for `AWS::NoValue`. Throws where it
 * uses a function that is not known here, or names what the app does not have.
 */
export const valueOf: Intrinsic = (expression, scope) => {
  const value = resolve(expression, scope);
  return value === noValue ? undefined : value;
};
