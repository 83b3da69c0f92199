import { readdir } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { build, type BuildResult, type Plugin } from "esbuild";
import { operations } from "../schemas/api/operations.ts";

/** Where the functions' bundles are written: a folder per function, with its entry point, its chunks and its assets. */
export const bundleFolder = "dist/lambdas";

// Libraries in CommonJS call require(); a module has none unless it makes one.
const banner =
  'import { createRequire as makeRequire } from "node:module"; const require = makeRequire(import.meta.url);';

/**
 * Node's own modules as CommonJS gives them. An ES module that imports `node:http` reads every export of it at once, one of
 * which loads undici; a CommonJS module reads what it uses.
 */
const builtinModules: Plugin = {
  name: "builtin-modules",
  setup: (bundler) => {
    bundler.onResolve({ filter: /^node:/ }, ({ path }) =>
      path === "node:module" ? undefined : { path, namespace: "builtin" },
    );
    bundler.onLoad({ filter: /.*/, namespace: "builtin" }, ({ path }) => ({
      contents: `module.exports = process.getBuiltinModule(${JSON.stringify(path)});`,
    }));
  },
};

/**
 * A function's credentials stand in its environment. The SDK's default looks for them in files, sign-ins and other services as
 * well, and brings the clients of those along.
 */
const credentialsOfEnvironment: Plugin = {
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
const operationsAsData: Plugin = {
  name: "operations-as-data",
  setup: (bundler) => {
    bundler.onLoad({ filter: /schemas[\\/]api[\\/]operations\.ts$/ }, () => ({
      contents: `export const operations = ${JSON.stringify(operations)};`,
    }));
  },
};

/**
 * What is imported on demand is loaded after the function's entry point, and says so by importing it. esbuild makes a file
 * for each set of modules that the same ones lead to; so all that a function loads at init is one file, not one for each
 * selection of routes that happens to need a part of it, and a file costs more to load than what stands in it.
 */
const onDemandAfter = (entryPoint: string): Plugin => ({
  name: "on-demand-after-entry-point",
  setup: (bundler) => {
    bundler.onResolve({ filter: /^\.{1,2}\/.*\.ts$/ }, ({ kind, path, resolveDir, namespace }) =>
      kind === "dynamic-import" && namespace === "file"
        ? { path: resolve(resolveDir, path), namespace: "on-demand" }
        : undefined,
    );
    bundler.onResolve({ filter: /^entry-point-of-function$/ }, () => ({
      path: resolve(entryPoint),
      sideEffects: true,
    }));
    bundler.onResolve({ filter: /.*/ }, ({ kind }) =>
      kind === "entry-point" ? { path: resolve(entryPoint), sideEffects: true } : undefined,
    );
    bundler.onLoad({ filter: /.*/, namespace: "on-demand" }, ({ path }) => ({
      contents: `import "entry-point-of-function"; export * from ${JSON.stringify(path)};`,
      resolveDir: dirname(path),
    }));
  },
});

/** The entry points: every file directly in lambdas/. */
export const entryPoints = async (): Promise<readonly string[]> =>
  (await readdir("lambdas", { withFileTypes: true }))
    .filter((file) => file.isFile() && file.name.endsWith(".ts"))
    .map((file) => join("lambdas", file.name));

/** The function of an entry point: `review-api` of lambdas/review-api.ts. */
export const functionOf = (entryPoint: string): string => basename(entryPoint, ".ts");

/**
 * Bundles one function with the SDK inside. Each is built alone: what only another function uses is left out, and what is
 * imported when it is needed stands in chunks of its own.
 */
export const bundle = (entryPoint: string, write: boolean): Promise<BuildResult<{ metafile: true }>> =>
  build({
    entryPoints: [entryPoint],
    outdir: join(bundleFolder, functionOf(entryPoint)),
    outExtension: { ".js": ".mjs" },
    entryNames: "[name]",
    // Beside the entry point, so that what lies beside a bundle is found from every file of it.
    chunkNames: "[name]-[hash]",
    bundle: true,
    splitting: true,
    minify: true,
    format: "esm",
    platform: "node",
    target: "node24",
    mainFields: ["module", "main"],
    banner: { js: banner },
    plugins: [builtinModules, credentialsOfEnvironment, operationsAsData, onDemandAfter(entryPoint)],
    legalComments: "none",
    logLevel: "warning",
    metafile: true,
    write,
  });

type Built = BuildResult<{ metafile: true }>;
type Output = Built["metafile"]["outputs"][string];

/** The outputs that are loaded before one of these runs: itself, and every chunk that it imports. */
const outputsOf = ({ metafile: { outputs } }: Built, paths: readonly string[]): readonly Output[] => {
  const loaded = new Map<string, Output>();
  const load = (path: string): void => {
    const output = outputs[path];
    if (output === undefined || loaded.has(path)) return;
    loaded.set(path, output);
    for (const { path: next, kind } of output.imports) if (kind === "import-statement") load(next);
  };
  for (const path of paths) load(path);
  return [...loaded.values()];
};
const sumOf = (outputs: readonly Output[]): number => outputs.reduce((sum, { bytes }) => sum + bytes, 0);
const entryOf = (name: string): string => join(bundleFolder, name, `${name}.mjs`);

/** What a function loads before it takes its first event: its entry point and every chunk that this imports. */
export const outputsAtInit = (name: string, built: Built): readonly Output[] => outputsOf(built, [entryOf(name)]);

/** The bytes of what a function loads before it takes its first event. */
export const bytesAtInit = (name: string, built: Built): number => sumOf(outputsAtInit(name, built));

/**
 * The bytes of what a function of the API has loaded when the first request reaches its handler, by the file that answers
 * it; a change loads besides what commits it. Nothing for functions that load no handlers on demand.
 */
export const bytesAtFirstRequest = (name: string, built: Built): ReadonlyMap<string, number> =>
  new Map(
    Object.entries(built.metafile.outputs).flatMap(([path, { entryPoint = "" }]) => {
      const handler = /lambdas[\\/]handlers[\\/](?<file>[\w-]+)\.ts$/u.exec(entryPoint)?.groups?.["file"];
      return handler === undefined ? [] : [[handler, sumOf(outputsOf(built, [entryOf(name), path]))] as const];
    }),
  );
