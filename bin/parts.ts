import { execFile } from "node:child_process";
import { mkdir, writeFile } from "node:fs/promises";
import * as z from "zod";
import manifest from "../package.json" with { type: "json" };

/**
 * The list of all parts that the system is made of, as CycloneDX in dist/parts.json: npm run check -- parts. Those that only
 * development needs carry cdx:npm:package:development. Ends with 1 where a dependency of package.json is missing.
 */
const file = "dist/parts.json";
const List = z.looseObject({
  bomFormat: z.literal("CycloneDX"),
  components: z.array(z.looseObject({ name: z.string(), version: z.string() })),
});

const output = await new Promise<string>((resolve, reject) => {
  // The lock file determines the packages, independent of place and options of the installation. With development
  // packages omitted, npm also omits those that both need.
  const args = ["sbom", "--sbom-format", "cyclonedx", "--package-lock-only"];
  execFile("npm", args, { maxBuffer: 64 * 1024 * 1024 }, (error, stdout, stderr) => {
    if (error === null) resolve(stdout);
    else reject(new Error(stderr.trim() || error.message));
  });
});
const list = List.parse(JSON.parse(output));
const listed = new Set(list.components.map(({ name, version }) => `${name}@${version}`));
const missing = Object.entries(manifest.dependencies)
  .map(([name, version]) => `${name}@${version}`)
  .filter((part) => !listed.has(part));
if (missing.length > 0) {
  console.error(`npm's list of parts lacks ${missing.join(", ")}: run "npm install" and commit the lock file`);
  process.exitCode = 1;
} else {
  await mkdir("dist", { recursive: true });
  await writeFile(file, `${JSON.stringify(list, null, 2)}\n`);
  console.log(`${file}: ${list.components.length} parts`);
}
