import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";

const file = "docs/releases/compared-commit";

const git = (...args: readonly string[]): string | undefined => {
  const { status, stdout } = spawnSync("git", args, { encoding: "utf8", maxBuffer: 1024 ** 3 });
  return status === 0 ? stdout : undefined;
};

/**
 * The commit that the working tree is compared with: the one that the file names, or another one that is given. Returns
 * why it is not known where the file names none, or where the history does not have it.
 */
export const comparedCommit = (
  id = readFileSync(file, "utf8").trim(),
): { readonly known: true; readonly id: string } | { readonly known: false; readonly why: string } => {
  if (id === "") return { known: false, why: `${file} names no commit` };
  if (git("cat-file", "-e", `${id}^{commit}`) !== undefined) return { known: true, id };
  return { known: false, why: `${id} is not in the history here; get it with: git fetch --unshallow` };
};

/** The text of a file at a commit. Throws where the commit has no such file. */
export const textAt = (id: string, path: string): string => {
  const text = git("show", `${id}:${path}`);
  if (text === undefined) throw new Error(`${id} has no ${path}`);
  return text;
};
