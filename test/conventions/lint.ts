import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";

const layers = ["schemas", "domain", "lambdas", "lib", "local", "bin", "demo", "client", "test"];

/** A file that the system does not have: its folder and its content. */
export interface Sample {
  readonly folder: string;
  readonly code: string;
}

/** Lints all samples in one run, under the system's own configuration: the names of the rules that each one breaks. */
export const brokenRules = (samples: readonly Sample[]): ((sample: Sample) => readonly string[]) => {
  const root = mkdtempSync(join(tmpdir(), "fences-"));
  try {
    for (const name of ["oxlint.config.ts", "tsconfig.json", "package.json"]) copyFileSync(name, join(root, name));
    symlinkSync(resolve("node_modules"), join(root, "node_modules"));
    for (const folder of layers) mkdirSync(join(root, folder));
    const nameOf = (sample: Sample): string => `${sample.folder}/sample-${samples.indexOf(sample)}.ts`;
    for (const sample of samples) {
      const path = join(root, nameOf(sample));
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, sample.code);
    }
    const oxlint = resolve("node_modules/.bin/oxlint");
    const { stdout } = spawnSync(oxlint, ["--format=json", ...layers], { cwd: root, encoding: "utf8" });
    const { diagnostics } = JSON.parse(stdout) as { diagnostics: { filename: string; code: string }[] };
    return (sample) =>
      diagnostics
        .filter(({ filename }) => filename === nameOf(sample))
        .map(({ code }) => /\((?<rule>.+)\)/u.exec(code)?.groups?.["rule"] ?? code);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
};
