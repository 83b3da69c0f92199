import { readFile } from "node:fs/promises";
import { isBuiltin } from "node:module";
import { dirname, resolve } from "node:path";
import type { Plugin } from "esbuild";
import { openApiDocument } from "../schemas/api/openapi.ts";
import { operations } from "../schemas/api/operations.ts";
import { routeKeys } from "../schemas/api/route-keys.ts";

/**
 * Modules of Node that few requests use. Their functions and constants load them when they are called or read, not when a
 * function starts; their classes do so at once.
 */
const rarelyUsed = new Set(["node:zlib"]);

const isName = (name: string): boolean => /^[a-z_$][\w$]*$/iu.test(name) && name !== "default";

/**
 * Returns the text of an ES module that exports the members of a module of Node, each evaluated only where it is imported.
 * Reading all members would load further modules: one member of `node:http` loads undici.
 */
const membersOf = (path: string): string => {
  const builtin: unknown = process.getBuiltinModule(path);
  if (typeof builtin !== "object" && typeof builtin !== "function") throw new Error(`Node has no module ${path}`);
  const load = `process.getBuiltinModule(${JSON.stringify(path)})`;
  const isRare = rarelyUsed.has(path);
  const whenUsed = (name: string): string => {
    const isFunction = typeof Reflect.get(builtin ?? {}, name) === "function";
    const isClass = isFunction && /^[A-Z]/u.test(name);
    if (isRare && isFunction && !isClass) return `(...given) => ${load}.${name}(...given)`;
    if (isRare && !isFunction) return `/* @__PURE__ */ new Proxy({}, { get: (_, name) => ${load}.${name}[name] })`;
    return `/* @__PURE__ */ (() => ${load}.${name})()`;
  };
  const names = Object.keys(builtin ?? {}).filter(isName);
  return [
    `const all = /* @__PURE__ */ (() => ${load})();`,
    "export default all;",
    ...names.map((name, at) => `const member${at} = ${whenUsed(name)};`),
    `export { ${names.map((name, at) => `member${at} as ${name}`).join(", ")} };`,
  ].join("\n");
};

/**
 * Node's own modules without what a function does not use. An ES module that imports `node:http` reads every member of it
 * at once; here it reads those that it imports. A library in CommonJS gets the whole module, so that no file needs a
 * require() of its own.
 */
export const builtinModules: Plugin = {
  name: "builtin-modules",
  setup: (bundler) => {
    bundler.onResolve({ filter: /^[\w:/]+$/ }, ({ path, kind }) =>
      isBuiltin(path)
        ? {
            path: path.startsWith("node:") ? path : `node:${path}`,
            namespace: kind === "import-statement" ? "builtin-members" : "builtin",
            sideEffects: false,
          }
        : undefined,
    );
    bundler.onLoad({ filter: /.*/, namespace: "builtin" }, ({ path }) => ({
      contents: `module.exports = process.getBuiltinModule(${JSON.stringify(path)});`,
    }));
    bundler.onLoad({ filter: /.*/, namespace: "builtin-members" }, ({ path }) => ({ contents: membersOf(path) }));
  },
};

/**
 * A function's credentials are in its environment. The SDK's default also searches files, sign-ins and other services,
 * and loads the clients of these.
 */
export const credentialsOfEnvironment: Plugin = {
  name: "credentials-of-environment",
  setup: (bundler) => {
    bundler.onResolve({ filter: /^@aws-sdk\/credential-provider-node$/ }, ({ resolveDir }) => ({
      path: "credentials",
      namespace: "environment",
      pluginData: resolveDir,
    }));
    bundler.onLoad({ filter: /.*/, namespace: "environment" }, ({ pluginData }) => ({
      contents: 'export { fromEnv as defaultProvider } from "@aws-sdk/credential-provider-env";',
      resolveDir: String(pluginData),
    }));
  },
};

/** The list of operations as it is: what a function says of other operations does not bring their schemas along. */
export const operationsAsData: Plugin = {
  name: "operations-as-data",
  setup: (bundler) => {
    bundler.onLoad({ filter: /schemas[\\/]api[\\/]operations\.ts$/ }, () => ({
      contents: `export const operations = ${JSON.stringify(operations)};`,
    }));
  },
};

/** The routes of one function of the API as they are, without the schemas of their endpoints. */
export const routeKeysAsData = (name: string): Plugin => ({
  name: "route-keys-as-data",
  setup: (bundler) => {
    const own = Object.entries(routeKeys).filter(([one]) => one === name);
    bundler.onLoad({ filter: /schemas[\\/]api[\\/]route-keys\.ts$/ }, () => ({
      contents: `export const routeKeys = ${JSON.stringify(Object.fromEntries(own))};`,
    }));
  },
});

/** The API document as it is: the function that serves it needs neither the schemas of every endpoint nor what describes them. */
export const documentAsData: Plugin = {
  name: "document-as-data",
  setup: (bundler) => {
    bundler.onLoad({ filter: /schemas[\\/]api[\\/]openapi\.ts$/ }, async () => ({
      contents: `export const openApiDocument = async () => JSON.parse(${JSON.stringify(JSON.stringify(await openApiDocument()))});`,
    }));
  },
};

/**
 * Leaves out the part of zod that writes JSON schemas: the printer of the API document needs it, and no function does.
 * Every schema of zod has a method that refers to it, so esbuild does not drop it. Functions that import it
 * nevertheless get an error.
 */
export const noJsonSchemas: Plugin = {
  name: "no-json-schemas",
  setup: (bundler) => {
    const writers = /zod[\\/]v4[\\/]core[\\/](?:to-json-schema|json-schema-processors)\.js$/;
    bundler.onLoad({ filter: writers }, async ({ path }) => {
      const source = await readFile(path, "utf8");
      const declared = [...source.matchAll(/^export (?:const|function) (?<name>\w+)/gmu)].map(
        ({ groups }) => groups?.["name"],
      );
      const renamed = [...source.matchAll(/^export \{ \w+ as (?<name>\w+) \};$/gmu)].map(
        ({ groups }) => groups?.["name"],
      );
      const names = [...declared, ...renamed].map((name) => `absent as ${name}`);
      return {
        contents: `const absent = () => { throw new Error("A function writes no JSON schemas"); }; export { ${names.join(", ")} };`,
      };
    });
  },
};

/**
 * Makes modules that are imported on demand load after the function's entry point, by an import of it. esbuild writes
 * one file for each set of modules that share importers. All that a function loads at init is thus one file, not one
 * for each selection of routes that needs a part of it; a file costs more to load than its content. `atInit` are
 * further modules that the entry point loads.
 */
export const onDemandAfter = (entryPoint: string, atInit: readonly string[]): Plugin => ({
  name: "on-demand-after-entry-point",
  setup: (bundler) => {
    const entry = resolve(entryPoint);
    // Ours, and what the SDK's own parts import on demand.
    bundler.onResolve({ filter: /^(?:\.|@smithy\/)/ }, async ({ kind, path, resolveDir, namespace }) => {
      if (kind !== "dynamic-import" || namespace !== "file") return undefined;
      const found = await bundler.resolve(path, { kind: "import-statement", resolveDir });
      return { path: found.path, namespace: "on-demand" };
    });
    bundler.onResolve({ filter: /^at-init:/ }, ({ path }) => ({
      path: path.slice("at-init:".length),
      sideEffects: true,
    }));
    bundler.onResolve({ filter: /.*/ }, ({ kind }) =>
      kind === "entry-point" ? { path: entry, sideEffects: true } : undefined,
    );
    bundler.onLoad({ filter: /.*/ }, async ({ path, namespace }) => {
      if (path !== entry || namespace !== "file") return undefined;
      const imports = atInit.map((module) => `import ${JSON.stringify(`at-init:${resolve(module)}`)};`);
      return { contents: [await readFile(entry, "utf8"), ...imports].join("\n"), loader: "ts" };
    });
    bundler.onLoad({ filter: /.*/, namespace: "on-demand" }, ({ path }) => ({
      contents: `import ${JSON.stringify(`at-init:${entry}`)}; export ${path.endsWith(".json") ? "{ default }" : "*"} from ${JSON.stringify(path)};`,
      resolveDir: dirname(path),
    }));
  },
});
