import { cpSync, rmSync } from "node:fs";
import { basename, join } from "node:path";
import type { FunctionPlan } from "../template/resource-plans.ts";

/**
 * Returns functions with their code copied into the system's folder, so that a build by a test or by another system
 * does not change the code of a running system.
 */
export const copyCode = (functions: readonly FunctionPlan[], folder: string): readonly FunctionPlan[] => {
  const code = join(folder, "code");
  rmSync(code, { recursive: true, force: true });
  const copyOf = (directory: string): string => join(code, basename(directory));
  for (const directory of new Set(functions.map((one) => one.directory)))
    cpSync(directory, copyOf(directory), { recursive: true });
  return functions.map((one) => ({ ...one, directory: copyOf(one.directory) }));
};
