import { execFile } from "node:child_process";
import { cp, readdir, rm, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

/** The folder of a bundle with the code that V8 compiled from its files. */
export const compiledFolder = "compiled";

/** The user that runs functions in Lambda. Node keeps compiled code by version, processor and user. */
const userInLambda = 993;

/**
 * The file that Lambda loads. It lets Node read the compiled code that the build put next to it, and loads the function.
 * Elsewhere the folder may be written to and belongs to several functions of one process, so it is not used.
 */
const loader = `const isInLambda = process.env.AWS_EXECUTION_ENV !== undefined;
if (isInLambda) {
  const { enableCompileCache, constants } = process.getBuiltinModule("node:module");
  const { status } = enableCompileCache({ directory: import.meta.dirname + "/${compiledFolder}", portable: true });
  if (status !== constants.compileCacheStatus.ENABLED)
    console.log(JSON.stringify({ level: "INFO", code: "COMPILED_CODE_NOT_USED", node: process.version }));
}
export const { handler } = await import("./main.mjs");
`;

/** Writes the file that loads a bundle. */
export const writeLoader = (folder: string, name: string): Promise<void> =>
  writeFile(join(folder, `${name}.mjs`), loader);

/**
 * Compiles the files of a bundle in a process of its own, as Lambda loads them. Another version of Node, or another
 * processor, does not use the result: the function then compiles its code itself.
 */
export const compileBundle = async (folder: string, name: string, env: NodeJS.ProcessEnv): Promise<void> => {
  const compiled = join(folder, compiledFolder);
  await rm(compiled, { recursive: true, force: true });
  const script = fileURLToPath(new URL("./compile-bundle.mjs", import.meta.url));
  await promisify(execFile)(process.execPath, [script, resolve(folder), name], {
    env: { ...env, AWS_EXECUTION_ENV: "build" },
  });
  for (const made of await readdir(compiled))
    await cp(join(compiled, made), join(compiled, made.replace(/\d+$/u, String(userInLambda))), { recursive: true });
};
