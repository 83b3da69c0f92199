import { existsSync, readFileSync } from "node:fs";
import { join, resolve as resolvePath } from "node:path";
import { fieldsOf, type Fields, isFields, listOf, parseJson, textOf } from "../base/json.ts";
import { attributeOf, identityOf, type Local, pseudoParameter } from "./arns.ts";
import type { Resource, Stacks } from "./resource.ts";
import { UserError } from "../base/user-error.ts";

interface Stack {
  readonly name: string;
  readonly template: Fields;
}

const noValue = Symbol("AWS::NoValue");

/**
 * Reads what `cdk synth` wrote into `directory`: all stacks of the manifest, cross-stack references by export.
 * `local` says where the local services are. Throws a UserError when there is no synthesized app.
 */
export const readStacks = (directory: string, local: Local): Stacks => {
  const manifestFile = join(directory, "manifest.json");
  if (!existsSync(manifestFile))
    throw new UserError(`${directory} holds no synthesized app: run "npx cdk synth" first`);
  const read = (file: string): Fields => fieldsOf(parseJson(readFileSync(join(directory, file), "utf8")));
  const artifacts = Object.entries(fieldsOf(read("manifest.json")["artifacts"]));

  const stacks: Stack[] = [];
  const assets = new Map<string, string>();
  for (const [id, artifact] of artifacts) {
    const { type, properties } = fieldsOf(artifact);
    if (type === "aws:cloudformation:stack") {
      const file = textOf(fieldsOf(properties)["templateFile"]) ?? `${id}.template.json`;
      stacks.push({ name: textOf(fieldsOf(properties)["stackName"]) ?? id, template: read(file) });
    }
    if (type === "cdk:asset-manifest") {
      const file = textOf(fieldsOf(properties)["file"]) ?? `${id}.assets.json`;
      for (const asset of Object.values(fieldsOf(read(file)["files"]))) {
        const { source, destinations } = fieldsOf(asset);
        const path = textOf(fieldsOf(source)["path"]);
        for (const destination of Object.values(fieldsOf(destinations))) {
          const key = textOf(fieldsOf(destination)["objectKey"]);
          if (key !== undefined && path !== undefined) assets.set(key, resolvePath(directory, path));
        }
      }
    }
  }

  const section = (stack: Stack, name: string): Fields => fieldsOf(stack.template[name]);

  const outputs = (matches: (stack: Stack, id: string, output: Fields) => boolean, what: string): string => {
    for (const stack of stacks) {
      for (const [id, output] of Object.entries(section(stack, "Outputs"))) {
        if (isFields(output) && matches(stack, id, output)) return text(output["Value"], stack, `output ${id}`);
      }
    }
    throw new Error(`No stack of the app exports ${what}`);
  };

  const resourceOf = (stack: Stack, logicalId: string): Resource => {
    const found = fieldsOf(section(stack, "Resources")[logicalId]);
    const type = textOf(found["Type"]);
    if (type === undefined) throw new Error(`${stack.name} has no resource ${logicalId}`);
    const properties = fieldsOf(found["Properties"]);
    const resource: Resource = {
      stack: stack.name,
      logicalId,
      type,
      property: (name) => {
        const value = resolve(properties[name], stack, `${logicalId}.${name}`);
        return value === noValue ? undefined : value;
      },
      ref: () => identityOf(resource, local),
      attribute: (name) => attributeOf(resource, name, local),
    };
    return resource;
  };

  const holds = (condition: unknown, stack: Stack): boolean => {
    if (typeof condition === "string") return holds(section(stack, "Conditions")[condition], stack);
    const [[name, given] = ["nothing", undefined]] = Object.entries(fieldsOf(condition));
    const each = listOf(given);
    if (name === "Condition") return holds(given, stack);
    if (name === "Fn::Equals") {
      const [left, right] = each.map((side) => resolve(side, stack, "condition"));
      return left === right;
    }
    if (name === "Fn::Not") return !holds(each[0], stack);
    if (name === "Fn::And") return each.every((one) => holds(one, stack));
    if (name === "Fn::Or") return each.some((one) => holds(one, stack));
    throw new Error(`${stack.name} has a condition of an unknown kind: ${name}`);
  };

  const reference = (name: string, stack: Stack, where: string): unknown => {
    if (name === "AWS::NoValue") return noValue;
    const pseudo = pseudoParameter(name, stack.name);
    if (pseudo !== undefined) return pseudo;
    const parameter = section(stack, "Parameters")[name];
    if (isFields(parameter)) {
      if (parameter["Default"] === undefined)
        throw new Error(`${where} needs the parameter ${name}, which has no default`);
      return parameter["Default"];
    }
    return resourceOf(stack, name).ref();
  };

  const attribute = (given: unknown, stack: Stack): string => {
    const [logicalId, ...path] = typeof given === "string" ? given.split(".") : listOf(given).map(String);
    return resourceOf(stack, logicalId ?? "").attribute(path.join("."));
  };

  const substitute = (given: unknown, stack: Stack, where: string): string => {
    const [pattern, variables] = typeof given === "string" ? [given, {}] : [listOf(given)[0], listOf(given)[1]];
    return String(pattern).replace(/\$\{(!?)([^}]+)\}/gu, (whole, literal: string, name: string) => {
      if (literal === "!") return whole.replace("!", "");
      const own = fieldsOf(variables)[name];
      if (own !== undefined) return text(own, stack, where);
      return name.includes(".") ? attribute(name, stack) : String(reference(name, stack, where));
    });
  };

  const intrinsics: Readonly<Record<string, (given: unknown, stack: Stack, where: string) => unknown>> = {
    Ref: (given, stack, where) => reference(String(given), stack, where),
    "Fn::GetAtt": (given, stack) => attribute(given, stack),
    "Fn::Join": (given, stack, where) => {
      const [separator, parts] = listOf(given);
      return listOf(resolve(parts, stack, where)).join(String(separator));
    },
    "Fn::Sub": substitute,
    "Fn::Select": (given, stack, where) => {
      const [index, from] = listOf(resolve(given, stack, where));
      return listOf(from)[Number(index)];
    },
    "Fn::Split": (given, stack, where) => {
      const [separator, from] = listOf(given);
      return text(from, stack, where).split(String(separator));
    },
    "Fn::If": (given, stack, where) => {
      const [condition, yes, no] = listOf(given);
      return resolve(holds(condition, stack) ? yes : no, stack, where);
    },
    "Fn::ImportValue": (given, stack, where) => {
      const name = text(given, stack, where);
      const exports = (from: Stack, output: Fields) =>
        isFields(output["Export"]) && text(output["Export"]["Name"], from, where) === name;
      return outputs((from, _id, output) => exports(from, output), name);
    },
    "Fn::GetStackOutput": (given, stack, where) => {
      const asked = fieldsOf(given);
      const from = text(asked["StackName"], stack, where);
      const id = text(asked["OutputName"], stack, where);
      return outputs((other, outputId) => other.name === from && outputId === id, `${from}.${id}`);
    },
  };

  const resolve = (value: unknown, stack: Stack, where: string): unknown => {
    if (Array.isArray(value)) {
      return listOf(value)
        .map((each, index) => resolve(each, stack, `${where}.${index}`))
        .filter((each) => each !== noValue);
    }
    if (!isFields(value)) return value;
    const entries = Object.entries(value);
    const [first] = entries;
    if (first !== undefined && entries.length === 1 && (first[0] === "Ref" || first[0].startsWith("Fn::"))) {
      const intrinsic = intrinsics[first[0]];
      if (intrinsic === undefined) throw new Error(`${stack.name} ${where} uses ${first[0]}, which is not known here`);
      return intrinsic(first[1], stack, where);
    }
    return Object.fromEntries(
      entries
        .map(([name, each]): [string, unknown] => [name, resolve(each, stack, `${where}.${name}`)])
        .filter(([, each]) => each !== noValue),
    );
  };

  const text = (value: unknown, stack: Stack, where: string): string => {
    const resolved = resolve(value, stack, where);
    if (typeof resolved === "string" || typeof resolved === "number" || typeof resolved === "boolean") {
      return String(resolved);
    }
    throw new Error(`${stack.name} ${where} is not a text`);
  };

  return {
    ofType: (...types) =>
      stacks.flatMap((stack) =>
        Object.entries(section(stack, "Resources"))
          .filter(([, each]) => types.includes(String(fieldsOf(each)["Type"])))
          .filter(([, each]) => {
            const condition = fieldsOf(each)["Condition"];
            return condition === undefined || holds(condition, stack);
          })
          .map(([logicalId]) => resourceOf(stack, logicalId)),
      ),
    asset: (objectKey) => {
      const found = assets.get(objectKey);
      if (found === undefined) throw new Error(`${directory} holds no asset ${objectKey}`);
      return found;
    },
  };
};
