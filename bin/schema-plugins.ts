import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { type Plugin, transform } from "esbuild";
import * as z from "zod";

/** A statement of a module as esbuild prints it: what continues it is indented, or closes a bracket. */
const statementStart = /\n(?=[^\s)}\]])/u;
const constant = /^(?<start>(?:export )?const (?<name>\w+) = )(?<value>[^]*);\s*$/u;

const isBuiltByZod = (value: string): boolean => /^(?:z(?:\.\w+)+|withId)\(/u.test(value);
const isName = (value: string): boolean => /^[\w.]+$/u.test(value);
const parsed = /^\w+\.parse\(/u;

/** The exports of a module of schemas or of the domain; none of another module, which may read its environment. */
const exportsOf = async (path: string, code: string): Promise<ReadonlyMap<string, unknown>> => {
  const isOfDomain = /[\\/]domain[\\/]/u.test(path) && /^export const \w+ = \w+\.parse\(/mu.test(code);
  if (!isOfDomain && !/[\\/]schemas[\\/]/u.test(path)) return new Map();
  const loaded: unknown = await import(pathToFileURL(path).href);
  return new Map(typeof loaded === "object" && loaded !== null ? Object.entries(loaded) : []);
};

const areFields = (exported: unknown): boolean =>
  Object.getPrototypeOf(exported ?? 0) === Object.prototype &&
  Object.values(exported ?? {}).some((field) => field instanceof z.ZodType);

/** An object that begins with a field, as esbuild prints it. */
const fields = /^\{\s+\w+: (?:z\.\w|[A-Z]\w*\.(?:default|nullable|optional)\()/u;

/** A schema that an endpoint names, as esbuild prints it. */
const schemaOfEndpoint = /^(?<start> {2}\w+: )(?<value>z(?:\.\w+)+\([^]*?)(?<comma>,?)(?=\n(?: {2}\w|\}))/gmu;

/**
 * Returns the value of a constant that costs nothing until it is used: a schema, fields of schemas, the text that a schema
 * parsed, or an endpoint. Undefined where the constant is something else.
 */
const lazily = (value: string, exported: unknown): string | undefined => {
  if (isName(value)) return undefined;
  if (parsed.test(value)) return typeof exported === "string" ? JSON.stringify(exported) : undefined;
  if (value.startsWith("{"))
    return areFields(exported) || fields.test(value) ? `fieldsAtFirstUse(() => (${value}))` : undefined;
  if (value.startsWith("endpoint("))
    return value.replaceAll(schemaOfEndpoint, "$<start>atFirstUse(() => $<value>)$<comma>");
  return isBuiltByZod(value) || exported instanceof z.ZodType ? `atFirstUse(() => ${value})` : undefined;
};

/** Returns a module whose schemas are built at their first use; undefined if it has none. */
const rewritten = async (path: string): Promise<string | undefined> => {
  const source = await readFile(path, "utf8");
  if (!/\bconst \w+ =\s/u.test(source)) return undefined;
  const { code } = await transform(source, { loader: "ts", target: "node24" });
  const values = await exportsOf(path, code);
  const statements = code.split(statementStart);
  const next = statements.map((statement) => {
    const { start, name = "", value = "" } = constant.exec(statement)?.groups ?? {};
    const written = start === undefined ? undefined : lazily(value, values.get(name));
    return written === undefined ? statement : `${start}/* @__PURE__ */ ${written};`;
  });
  if (next.every((statement, at) => statement === statements[at])) return undefined;
  const helper = JSON.stringify(resolve(import.meta.dirname, "at-first-use.ts"));
  return [`import { atFirstUse, fieldsAtFirstUse } from ${helper};`, ...next].join("\n");
};

const modules = new Map<string, Promise<string | undefined>>();

/**
 * Builds a schema at its first use and not when its module is loaded. A request then pays for the schemas that its route
 * uses. Schemas that no code of a function uses are left out. In the source they remain plain constants.
 */
export const schemasAtFirstUse: Plugin = {
  name: "schemas-at-first-use",
  setup: (bundler) => {
    bundler.onLoad({ filter: /[\\/](?:schemas|domain|lambdas)[\\/].*\.ts$/, namespace: "file" }, async ({ path }) => {
      const module = modules.get(path) ?? rewritten(path);
      modules.set(path, module);
      const contents = await module;
      return contents === undefined ? undefined : { contents, loader: "js" };
    });
  },
};

/**
 * Leaves out what describes a schema: only the API document reads it. Zod builds a described schema twice, without and
 * with its description.
 */
export const noDescriptions: Plugin = {
  name: "no-descriptions",
  setup: (bundler) => {
    bundler.onLoad({ filter: /zod[\\/]v4[\\/]classic[\\/]schemas\.js$/ }, async ({ path }) => {
      const source = await readFile(path, "utf8");
      const described = /const cl = this\.clone\(\);\s+core\.globalRegistry\.add\(cl, [^;]+;\s+return cl;/gu;
      if ((source.match(described) ?? []).length !== 2) throw new Error("zod describes schemas in another way");
      return { contents: source.replaceAll(described, "return this;") };
    });
  },
};
