import { mkdir, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

/**
 * Builds all functions in one pass into dist/lambdas: one file per entry point of lambdas/, shared chunks beside them,
 * the SDK inside, and the static files that public-api serves. Imports every bundle once and prints the sizes.
 */
const target = resolve("dist/lambdas");
const assets = join(target, "assets");

// Libraries in CommonJS call require(); a module has none unless it makes one.
const banner =
  'import { createRequire as makeRequire } from "node:module"; const require = makeRequire(import.meta.url);';

const sources = await readdir("lambdas", { withFileTypes: true });
const entryPoints = sources
  .filter((file) => file.isFile() && file.name.endsWith(".ts"))
  .map((file) => join("lambdas", file.name));

await rm(target, { recursive: true, force: true });
await mkdir(assets, { recursive: true });
await build({
  entryPoints,
  outdir: target,
  outExtension: { ".js": ".mjs" },
  entryNames: "[name]",
  chunkNames: "chunks/[name]-[hash]",
  bundle: true,
  splitting: true,
  minify: true,
  format: "esm",
  platform: "node",
  target: "node24",
  mainFields: ["module", "main"],
  banner: { js: banner },
  legalComments: "none",
  logLevel: "warning",
});

const redocly = dirname(fileURLToPath(import.meta.resolve("@redocly/cli/package.json")));
const redoc = await readFile(join(redocly, "lib/chunks/redoc.standalone.js"), "utf8");
// Its one picture comes from elsewhere; the page asks nobody else, so the name stands in its place.
const picture =
  "<svg xmlns='http://www.w3.org/2000/svg' width='42' height='12'><text y='10' font-size='11'>Redocly</text></svg>";
const ownAlone = redoc.replaceAll(
  /https:\/\/cdn\.redoc\.ly\/redoc\/logo-mini[a-z-]*\.svg/gu,
  `data:image/svg+xml,${encodeURIComponent(picture)}`,
);
if (ownAlone === redoc || ownAlone.includes("cdn.redoc.ly"))
  throw new Error("Redoc asks another host for something new");
await writeFile(join(assets, "redoc.standalone.js"), ownAlone);

const files = await readdir(target, { recursive: true, withFileTypes: true });
let total = 0;
for (const file of files) {
  if (!file.isFile()) continue;
  const path = join(file.parentPath, file.name);
  const { size } = await stat(path);
  total += size;
  if (file.parentPath === target) console.log(`${basename(path).padEnd(24)} ${Math.ceil(size / 1024)} KB`);
}
console.log(`${"all, with shared chunks".padEnd(24)} ${Math.ceil(total / 1024)} KB`);

const variables =
  "STAGE RECORDS_TABLE JOURNAL_TABLE LETTERS_TABLE USER_POOL_ID TIMERS_QUEUE_URL TIMERS_QUEUE_ARN DEADLINE_LETTERS_QUEUE_URL BULLETINS_QUEUE_URL SCHEDULE_GROUP SCHEDULER_ROLE_ARN MAIL_FROM MAIL_REPLY_TO SECRETARIAT_ADDRESS MAIL_CONFIGURATION_SET MAIL_IDENTITY FRONT_END_URL";
for (const name of variables.split(" ")) process.env[name] ??= name.endsWith("ADDRESS") ? "nobody@example.org" : "none";
for (const entry of entryPoints) {
  const bundle: unknown = await import(pathToFileURL(join(target, `${basename(entry, ".ts")}.mjs`)).href);
  if (typeof bundle !== "object" || bundle === null || !("handler" in bundle) || typeof bundle.handler !== "function") {
    throw new Error(`${entry} does not export a handler`);
  }
}
