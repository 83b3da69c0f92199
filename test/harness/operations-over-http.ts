import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { endpoints } from "../../schemas/api/index.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** A folder in which each system over HTTP leaves a file with the operations that answered with success there. */
    succeededOperations: string;
  }
}

let running: { readonly project: TestProject; readonly folder: string } | undefined;

export const setup = (project: TestProject): void => {
  const folder = mkdtempSync(join(tmpdir(), "review-mechanism-operations-"));
  running = { project, folder };
  project.provide("succeededOperations", folder);
};

/** Returns true if every test of the project has run: a part of them need not request every operation. */
const isWhole = async (project: TestProject): Promise<boolean> => {
  if (project.config.testNamePattern !== undefined) return false;
  const ran = new Set(project.vitest.state.getFilepaths());
  const { testFiles } = await project.globTestFiles();
  return testFiles.every((file) => ran.has(file));
};

/** Throws if an operation has succeeded over HTTP in no test: then it is unknown whether its function can reply. */
export const teardown = async (): Promise<void> => {
  if (running === undefined) return;
  const { project, folder } = running;
  const succeeded = new Set(
    readdirSync(folder).flatMap((name) => readFileSync(join(folder, name), "utf8").split("\n")),
  );
  rmSync(folder, { recursive: true, force: true });
  const missing = endpoints.map(({ id }) => id).filter((id) => !succeeded.has(id));
  if (missing.length > 0 && (await isWhole(project)))
    throw new Error(`No test over HTTP succeeded with: ${missing.join(", ")} (vitest.config.ts says which there are)`);
};
