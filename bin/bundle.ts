import { readdir } from "node:fs/promises";
import { basename, join } from "node:path";
import { build as esbuild, type BuildOptions, type BuildResult, type Plugin } from "esbuild";
import {
  builtinModules,
  credentialsOfEnvironment,
  documentAsData,
  noJsonSchemas,
  onDemandAfter,
  operationsAsData,
  routeKeysAsData,
} from "./bundle-plugins.ts";
import { writeLoader } from "./compiled.ts";
import { loadedWhenUsed, writePartsOf } from "./loaded-when-used.ts";
import { noDescriptions, schemasAtFirstUse } from "./schema-plugins.ts";

/** Folder of the functions' bundles: a folder per function, with its entry point, its chunks and its assets. */
export const bundleFolder = "dist/lambdas";

/** The entry points: every file directly in lambdas/. */
export const entryPoints = async (): Promise<readonly string[]> =>
  (await readdir("lambdas", { withFileTypes: true }))
    .filter((file) => file.isFile() && file.name.endsWith(".ts"))
    .map((file) => join("lambdas", file.name));

/** The function of an entry point: `review-api` of lambdas/review-api.ts. */
export const functionOf = (entryPoint: string): string => basename(entryPoint, ".ts");

type Built = BuildResult<{ metafile: true }>;
type Output = Built["metafile"]["outputs"][string];

const settings: BuildOptions & { readonly metafile: true } = {
  outExtension: { ".js": ".mjs" },
  // Next to the entry point, so that every file of a bundle finds the files stored with it.
  chunkNames: "[name]-[hash]",
  bundle: true,
  splitting: true,
  format: "esm",
  platform: "node",
  target: "node24",
  mainFields: ["module", "main"],
  legalComments: "none",
  logLevel: "warning",
  metafile: true,
};

const plugins: readonly Plugin[] = [
  builtinModules,
  credentialsOfEnvironment,
  operationsAsData,
  documentAsData,
  noJsonSchemas,
  noDescriptions,
];

const build = (entryPoint: string, write: boolean, atInit: readonly string[]): Promise<Built> =>
  esbuild({
    ...settings,
    entryPoints: [entryPoint],
    outdir: join(bundleFolder, functionOf(entryPoint)),
    entryNames: "main",
    minify: true,
    plugins: [
      ...plugins,
      routeKeysAsData(functionOf(entryPoint)),
      loadedWhenUsed,
      onDemandAfter(entryPoint, atInit),
      schemasAtFirstUse,
    ],
    write,
  });

/**
 * Builds all functions into one folder, in which they share their chunks. Each loads more at init than its own bundle
 * has, and the whole is built in a fifth of the time.
 */
export const bundleTogether = async (folder: string): Promise<void> => {
  await esbuild({
    ...settings,
    entryPoints: [...(await entryPoints())],
    outdir: folder,
    plugins: [...plugins, schemasAtFirstUse],
  });
};

/** The outputs that are loaded before one of these runs: itself, and every chunk that it imports. */
const outputsOf = ({ metafile: { outputs } }: Built, paths: readonly string[]): ReadonlyMap<string, Output> => {
  const loaded = new Map<string, Output>();
  const load = (path: string): void => {
    const output = outputs[path];
    if (output === undefined || loaded.has(path)) return;
    loaded.set(path, output);
    for (const { path: next, kind } of output.imports) if (kind === "import-statement") load(next);
  };
  for (const path of paths) load(path);
  return loaded;
};
const entryOf = (name: string): string => join(bundleFolder, name, "main.mjs");

/** The bytes of outputs. */
export const bytesOf = (outputs: readonly Output[]): number => outputs.reduce((sum, { bytes }) => sum + bytes, 0);

/**
 * Returns the files that a function loads before its first event: its entry point and every chunk that this imports.
 */
export const outputsAtInit = (name: string, built: Built): readonly Output[] => [
  ...outputsOf(built, [entryOf(name)]).values(),
];

/**
 * What a function of the API has loaded when the first request reaches its handler, by the file that answers it; a change
 * loads besides what commits it. Nothing for functions that load no handlers on demand.
 */
export const outputsAtFirstRequest = (name: string, built: Built): ReadonlyMap<string, readonly Output[]> =>
  new Map(
    Object.entries(built.metafile.outputs).flatMap(([path, { entryPoint = "" }]) => {
      const handler = /lambdas[\\/]handlers[\\/](?<file>[\w-]+)\.ts$/u.exec(entryPoint)?.groups?.["file"];
      return handler === undefined ? [] : [[handler, [...outputsOf(built, [entryOf(name), path]).values()]] as const];
    }),
  );

/** A file of fewer bytes costs more to find, read and link than to have at init whether a request needs it or not. */
const worthAFile = 1_500;

const isOurs = (path: string): boolean => /^(?:schemas|domain|lambdas)\//u.test(path);

/**
 * Returns our modules in small separate files, which exist because several parts loaded on demand share them. Files
 * that refer to a large one, or that init loads, are excluded.
 */
const modulesOfSmallFiles = (name: string, built: Built): readonly string[] => {
  const { outputs } = built.metafile;
  const atInit = outputsOf(built, [entryOf(name)]);
  const isSmall = (path: string): boolean => (outputs[path]?.bytes ?? worthAFile) < worthAFile;
  const leadsToSmall = (path: string): boolean =>
    [...outputsOf(built, [path]).keys()].every((next) => atInit.has(next) || isSmall(next));
  return Object.entries(outputs)
    .filter(([path, { entryPoint }]) => entryPoint === undefined && !atInit.has(path) && leadsToSmall(path))
    .flatMap(([, { inputs }]) => Object.entries(inputs))
    .flatMap(([path, { bytesInOutput }]) => (isOurs(path) && bytesInOutput > 0 ? [path] : []));
};

/**
 * Bundles one function with the SDK. Each is built separately, so that code only for other functions is left out;
 * modules imported on demand are in separate chunks. It is built twice, because the small chunks are known only after
 * the first build.
 */
export const bundle = async (entryPoint: string, write: boolean): Promise<Built> => {
  const name = functionOf(entryPoint);
  const small = modulesOfSmallFiles(name, await build(entryPoint, false, []));
  const built = await build(entryPoint, write, small);
  if (write) {
    await writeLoader(join(bundleFolder, name), name);
    await writePartsOf(join(bundleFolder, name), built.metafile);
  }
  return built;
};

const variables =
  "STAGE RECORDS_TABLE JOURNAL_TABLE LETTERS_TABLE USER_POOL_ID SECOND_FACTOR_ROLES CANARY_CLIENT_ID CANARY_ADDRESS API_URL TIMERS_QUEUE_URL TIMERS_QUEUE_ARN DEADLINE_LETTERS_QUEUE_URL BULLETINS_QUEUE_URL SWEEP_QUEUE_URL SCHEDULE_GROUP SCHEDULER_ROLE_ARN MAIL_FROM MAIL_REPLY_TO SECRETARIAT_ADDRESS MAIL_CONFIGURATION_SET MAIL_IDENTITY FRONT_END_URL";

/** Returns an environment in which every function can be loaded, but reaches no service. */
export const loadingEnvironment = (): NodeJS.ProcessEnv => ({
  ...Object.fromEntries(
    variables.split(" ").map((name) => [name, name.endsWith("ADDRESS") ? "nobody@example.org" : "none"]),
  ),
  ...process.env,
});
