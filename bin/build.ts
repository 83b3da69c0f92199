import { rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { Language } from "../schemas/base/values.ts";
import { faultInWords, messageFaults } from "../domain/letters/messages/check-messages.ts";
import { en } from "../domain/letters/messages/en.ts";
import { letterWordings } from "../lambdas/io/letter-writers.ts";
import { loadWords } from "../lambdas/io/words.ts";
import {
  bundle,
  bundleFolder,
  bytesOf,
  entryPoints,
  functionOf,
  loadingEnvironment,
  outputsAtFirstRequest,
  outputsAtInit,
} from "./bundle.ts";
import { compileBundle } from "./compiled.ts";
import { writeReferenceScript } from "./reference-script.ts";

/**
 * Checks that letters can be written in each of their languages. Builds each function into a folder of its own in
 * dist/lambdas, and the static files that public-api serves into its assets. Imports every bundle once and prints what
 * each loads before its first event, what it has loaded at most when a first request reaches its handler, and what it is
 * altogether. Compiles the bundles last, so that Lambda finds the code compiled.
 */
const kilobytes = (bytes: number): string => `${Math.ceil(bytes / 1024)} KB`.padStart(7);

// An incomplete letter would throw when it is written: missing texts of its language are reported here, before the
// deployment.
const lacking = await Promise.all(
  Language.options.map(async (language) =>
    messageFaults(en, await loadWords(letterWordings, language)).map((fault) => faultInWords(language, fault)),
  ),
);
if (lacking.flat().length > 0) throw new Error(`Letters cannot be written:\n${lacking.flat().join("\n")}`);

const entries = await entryPoints();
await rm(bundleFolder, { recursive: true, force: true });
let done = 0;
const built = await Promise.all(
  entries.map(async (entry) => {
    const result = await bundle(entry, true);
    done += 1;
    console.error(`Built ${done} of ${entries.length}: ${functionOf(entry)}`);
    return [entry, result] as const;
  }),
);

await writeReferenceScript(join(bundleFolder, "public-api"));

for (const [entry, result] of built) {
  const all = Object.values(result.metafile.outputs).reduce((sum, { bytes }) => sum + bytes, 0);
  const name = functionOf(entry);
  const atFirstRequest = Math.max(0, ...[...outputsAtFirstRequest(name, result).values()].map(bytesOf));
  console.log(
    `${name.padEnd(16)} ${kilobytes(bytesOf(outputsAtInit(name, result)))} at init${atFirstRequest === 0 ? "" : `, ${kilobytes(atFirstRequest).trim()} at first request`}, of ${kilobytes(all).trim()}`,
  );
}

Object.assign(process.env, loadingEnvironment());
for (const entry of entries) {
  const name = functionOf(entry);
  const loaded: unknown = await import(pathToFileURL(resolve(bundleFolder, name, `${name}.mjs`)).href);
  if (typeof loaded !== "object" || loaded === null || !("handler" in loaded) || typeof loaded.handler !== "function") {
    throw new Error(`${entry} does not export a handler`);
  }
}

// Only what Lambda loads needs compiled code; the local runtime passes "no".
if (process.env["COMPILE"] !== "no")
  for (const entry of entries) {
    const name = functionOf(entry);
    await compileBundle(join(bundleFolder, name), name, loadingEnvironment());
  }
