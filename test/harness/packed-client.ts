import { execFile } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join, resolve } from "node:path";
import { promisify } from "node:util";

/** The environment of commands of npm: this Node, whichever the shell has, and nothing that npm said of this repository. */
const npmEnvironment = (): NodeJS.ProcessEnv => ({
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith("npm_"))),
  PATH: [dirname(process.execPath), process.env["PATH"]].join(delimiter),
});

const execute = promisify(execFile);

/** Runs a command to its end; returns its output. Throws with the output if the command fails. */
export const runIn = async (
  cwd: string,
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Promise<string> => {
  try {
    const { stdout, stderr } = await execute(command, args, { cwd, env: { ...npmEnvironment(), ...env } });
    return `${stdout}${stderr}`;
  } catch (error) {
    const { stdout = "", stderr = "" } = error as { readonly stdout?: string; readonly stderr?: string };
    throw new Error(`${command} ${args.join(" ")}\n${stdout}${stderr}`, { cause: error });
  }
};

/** A folder outside of the workspace, which goes with `remove`. */
export const freshFolder = (): { readonly folder: string; readonly remove: () => void } => {
  const folder = mkdtempSync(join(tmpdir(), "front-end-"));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
};

/** Builds and packs the client as npm does for its users; returns the path of the packed file. */
export const packClient = async (folder: string): Promise<string> => {
  await runIn(resolve("client"), "npm", ["pack", "--silent", "--pack-destination", folder]);
  const [file] = readdirSync(folder).filter((name) => name.endsWith(".tgz"));
  if (file === undefined) throw new Error("npm pack left no file");
  return join(folder, file);
};

/** Installs packages into a folder with the manifest that is given. */
export const installIn = async (folder: string, manifest: unknown, packages: readonly string[]): Promise<void> => {
  writeFileSync(join(folder, "package.json"), JSON.stringify(manifest, undefined, 2));
  await runIn(folder, "npm", ["install", "--silent", "--no-audit", "--no-fund", "--prefer-offline", ...packages]);
};
