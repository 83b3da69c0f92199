import { cpSync, mkdirSync, readdirSync, readlinkSync, symlinkSync } from "node:fs";
import { basename, join, relative } from "node:path";

/** Folders of a checkout that are not source, and are not copied. */
const made = new Set([".git", "dist", "cdk.out", ".data", "coverage"]);

/**
 * Links every installed package into a folder of modules. The link of a workspace is made as it is, so that it leads to
 * the workspace of the copy; caches stay behind.
 */
const linkModules = (from: string, to: string): void => {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.name.startsWith("@")) linkModules(source, target);
    else if (entry.isSymbolicLink()) symlinkSync(readlinkSync(source), target);
    else if (entry.name === ".bin" || !entry.name.startsWith(".")) symlinkSync(source, target);
  }
};

/** Copies a checkout into a folder, changes that are not committed included; installed packages are linked. */
export const copyCheckout = (root: string, copy: string): void => {
  const modules: string[] = [];
  cpSync(root, copy, {
    recursive: true,
    filter: (source) => {
      const name = basename(source);
      if (name === "node_modules") modules.push(source);
      return name !== "node_modules" && !made.has(name);
    },
  });
  for (const folder of modules) linkModules(folder, join(copy, relative(root, folder)));
};
