import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join, resolve } from "node:path";
import { packClient } from "../harness/packed-client.ts";
import type { Step } from "./steps.ts";

/** Runs a step of the tool and returns its output; throws if it fails. */
export type Run = (step: Omit<Step, "cwd"> & { readonly cwd?: string }) => Promise<string>;

export interface ToolSetting {
  /** An empty folder of this tool. */
  readonly folder: string;
  /** The API document. */
  readonly document: string;
  readonly run: Run;
  /** The generator of OpenAPI Generator, fetched once for all of its languages. */
  readonly generatorJar: () => Promise<string>;
}

/** The last step of a tool: the program that uses the running system and prints the replies. */
export type Program = Pick<Step, "command" | "args" | "cwd" | "env">;

export interface Tool {
  readonly name: string;
  /** Installs, generates and compiles; returns the program to run then. */
  readonly prepare: (setting: ToolSetting) => Promise<Program>;
}

const versions = {
  "openapi-python-client": "0.29.1",
  "openapi-generator": "7.20.0",
  "oapi-codegen": "2.8.2",
  "oapi-codegen/runtime": "1.9.0",
  ogen: "1.25.0",
  "openapi-typescript": "7.13.0",
  "openapi-fetch": "0.17.0",
  orval: "8.38.0",
  typescript: "5.9.3",
  "@types/node": "24.19.2",
} as const;

const programs = resolve(import.meta.dirname, "programs");
const asText = (value: unknown): string => JSON.stringify(value, undefined, 2);

/** Fetches the command of OpenAPI Generator by Maven into a folder; returns its path. */
export const fetchGenerator = async (folder: string, run: Run): Promise<string> => {
  const version = versions["openapi-generator"];
  const artifact = `org.openapitools:openapi-generator-cli:${version}`;
  const args = ["-q", "-B", "dependency:copy", `-Dartifact=${artifact}`, `-DoutputDirectory=${folder}`];
  await run({ what: "is fetched", command: "mvn", args, cwd: folder, fetches: true });
  return join(folder, `openapi-generator-cli-${version}.jar`);
};

/** Makes a Python environment with these packages; returns the path of its interpreter. */
const makePython = async ({ folder, run }: ToolSetting, packages: readonly string[]): Promise<string> => {
  const environment = join(folder, "python");
  const python = join(environment, "bin", "python");
  await run({
    what: "makes an environment",
    command: "python3",
    args: ["-m", "venv", environment],
    fetches: true,
  });
  const pip = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check"];
  await run({ what: "is installed", command: python, args: [...pip, ...packages], fetches: true });
  return python;
};

/** Imports each module of a package, so that one that does not fit the others is found wherever it is. */
const importEach = `import importlib, pkgutil, sys
package = importlib.import_module(sys.argv[1])
for module in pkgutil.walk_packages(package.__path__, package.__name__ + "."): importlib.import_module(module.name)`;

/** Installs a generated package, compiles and imports every module of it. */
const checkPython = async ({ run }: ToolSetting, python: string, generated: string, name: string): Promise<void> => {
  const pip = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "."];
  await run({ what: "installs the client", command: python, args: pip, cwd: generated });
  await run({ what: "compiles", command: python, args: ["-m", "compileall", "-q", name], cwd: generated });
  await run({ what: "imports", command: python, args: ["-c", importEach, name], cwd: generated });
};

const openapiPythonClient: Tool = {
  name: "openapi-python-client",
  prepare: async (setting) => {
    const { folder, document, run } = setting;
    const generated = join(folder, "client");
    const tool = `openapi-python-client==${versions["openapi-python-client"]}`;
    const python = await makePython(setting, [tool]);
    const args = ["-m", "openapi_python_client", "generate", "--path", document, "--output-path", generated];
    const said = await run({ what: "generates", command: python, args });
    writeFileSync(join(folder, "warnings.txt"), said);
    await checkPython(setting, python, generated, "review_mechanism_client");
    return { command: python, args: [join(programs, "openapi_python_client.py")], cwd: folder };
  },
};

/** Generates with OpenAPI Generator into `client` below the tool's folder; returns that path. */
const generate = async (setting: ToolSetting, language: string, options: readonly string[]): Promise<string> => {
  const { folder, document, run, generatorJar } = setting;
  const generated = join(folder, "client");
  const jar = await generatorJar();
  // Its own tests of each class are left out: they are empty, and the Go ones want another library.
  const untested = ["--global-property", "apiTests=false,modelTests=false,apiDocs=false,modelDocs=false"];
  const args = ["-jar", jar, "generate", "-i", document, "-g", language, "-o", generated, ...untested, ...options];
  await run({ what: "generates", command: "java", args });
  return generated;
};

const generatorPython: Tool = {
  name: "openapi-generator python",
  prepare: async (setting) => {
    const generated = await generate(setting, "python", []);
    const python = await makePython(setting, ["--requirement", join(generated, "requirements.txt")]);
    await checkPython(setting, python, generated, "openapi_client");
    return { command: python, args: [join(programs, "openapi_generator.py")], cwd: setting.folder };
  },
};

const generatorJava: Tool = {
  name: "openapi-generator java",
  prepare: async (setting) => {
    const { folder, run } = setting;
    // Otherwise a list that is left out is sent as an empty one, and a parameter that is added breaks each call.
    const properties = "containerDefaultToNull=true,useSingleRequestParameter=true";
    const generated = await generate(setting, "java", ["--additional-properties", properties]);
    const mvn = ["-q", "-B", "dependency:copy-dependencies", `-DoutputDirectory=${join(folder, "libraries")}`];
    await run({ what: "brings its libraries", command: "mvn", args: mvn, cwd: generated, fetches: true });
    await run({
      what: "compiles",
      command: "mvn",
      args: ["-q", "-B", "-DskipTests", "compile"],
      cwd: generated,
    });
    const classes = [join(generated, "target", "classes"), join(folder, "libraries", "*")].join(delimiter);
    return { command: "java", args: ["-cp", classes, join(programs, "OpenApiGenerator.java")], cwd: folder };
  },
};

/** Compiles a program with the generated package of its module, and vets both; returns the program. */
const checkGo = async ({ run }: ToolSetting, module: string, program: string): Promise<Program> => {
  const main = join(module, "cmd", "request");
  mkdirSync(main, { recursive: true });
  copyFileSync(join(programs, program), join(main, "main.go"));
  await run({ what: "brings its modules", command: "go", args: ["mod", "tidy"], cwd: module, fetches: true });
  await run({ what: "compiles", command: "go", args: ["build", "-o", "request", "./cmd/request"], cwd: module });
  await run({ what: "is vetted", command: "go", args: ["vet", "./..."], cwd: module });
  return { command: join(module, "request"), args: [], cwd: module };
};

/** Makes a Go module in the folder of the tool, with the generator and what its code imports. */
const makeGoModule = async (
  { folder, run }: ToolSetting,
  tool: string,
  libraries: readonly string[],
): Promise<void> => {
  await run({ what: "makes a module", command: "go", args: ["mod", "init", "example.org/front-end/client"] });
  await run({ what: "is installed", command: "go", args: ["get", "-tool", tool], cwd: folder, fetches: true });
  for (const library of libraries)
    await run({ what: "brings its library", command: "go", args: ["get", library], cwd: folder, fetches: true });
};

const generatorGo: Tool = {
  name: "openapi-generator go",
  prepare: async (setting) => {
    // Constants of all enums share one scope in Go: without their prefix those with a value in common clash.
    const module = ["--git-host", "example.org", "--git-user-id", "front-end", "--git-repo-id", "reviews"];
    const properties = ["--additional-properties", "enumClassPrefix=true,packageName=reviews"];
    return checkGo(setting, await generate(setting, "go", [...module, ...properties]), "openapi_generator.go");
  },
};

const oapiCodegen: Tool = {
  name: "oapi-codegen",
  prepare: async (setting) => {
    const { folder, document, run } = setting;
    const tool = `github.com/oapi-codegen/oapi-codegen/v2/cmd/oapi-codegen@v${versions["oapi-codegen"]}`;
    await makeGoModule(setting, tool, [`github.com/oapi-codegen/runtime@v${versions["oapi-codegen/runtime"]}`]);
    const settings = {
      package: "reviews",
      output: "reviews/reviews.go",
      generate: { models: true, client: true },
      // As for the other generator of Go: one scope for the constants, and one for schemas and responses.
      compatibility: { "always-prefix-enum-values": true },
      "output-options": { "resolve-type-name-collisions": true },
    };
    mkdirSync(join(folder, "reviews"));
    writeFileSync(join(folder, "settings.yaml"), asText(settings));
    const args = ["tool", "oapi-codegen", "-config", "settings.yaml", document];
    await run({ what: "generates", command: "go", args });
    return checkGo(setting, folder, "oapi_codegen.go");
  },
};

const ogen: Tool = {
  name: "ogen",
  prepare: async (setting) => {
    const { folder, document, run } = setting;
    await makeGoModule(setting, `github.com/ogen-go/ogen/cmd/ogen@v${versions.ogen}`, []);
    const args = ["tool", "ogen", "--target", "reviews", "--package", "reviews", document];
    await run({ what: "generates", command: "go", args });
    return checkGo(setting, folder, "ogen.go");
  },
};

const strict = {
  strict: true,
  noEmit: true,
  target: "es2023",
  lib: ["es2023", "dom", "dom.iterable"],
  module: "esnext",
  moduleResolution: "bundler",
  allowImportingTsExtensions: true,
  types: ["node"],
};

/** The environment in which commands of npm run on the Node that runs this, whatever the shell has. */
const withThisNode = { PATH: [dirname(process.execPath), process.env["PATH"]].join(delimiter) };

const installPackages = async (
  { folder, run }: ToolSetting,
  names: readonly (keyof typeof versions)[],
  files: readonly string[] = [],
): Promise<void> => {
  const named = [...names, "typescript" as const, "@types/node" as const].map((name) => `${name}@${versions[name]}`);
  const packages = [...named, ...files];
  writeFileSync(join(folder, "package.json"), asText({ type: "module", private: true }));
  const args = ["install", "--silent", "--no-audit", "--no-fund", ...packages];
  await run({ what: "is installed", command: "npm", args, env: withThisNode, fetches: true });
};

/** Copies a program next to the generated code and compiles both; Node runs it without a build. */
const checkTypeScript = async ({ folder, run }: ToolSetting, program: string): Promise<Program> => {
  copyFileSync(join(programs, program), join(folder, program));
  writeFileSync(join(folder, "tsconfig.json"), asText({ compilerOptions: strict, include: [program, "generated*"] }));
  const args = [join("node_modules", "typescript", "bin", "tsc"), "-p", "."];
  await run({ what: "compiles", command: process.execPath, args });
  return { command: process.execPath, args: [program], cwd: folder };
};

const openapiTypescript: Tool = {
  name: "openapi-typescript",
  prepare: async (setting) => {
    const { folder, document, run } = setting;
    await installPackages(setting, ["openapi-typescript", "openapi-fetch"]);
    const tool = join(folder, "node_modules", "openapi-typescript", "bin", "cli.js");
    await run({ what: "generates", command: process.execPath, args: [tool, document, "-o", "generated.ts"] });
    return checkTypeScript(setting, "openapi_typescript.ts");
  },
};

const orval: Tool = {
  name: "orval",
  prepare: async (setting) => {
    const { folder, document, run } = setting;
    await installPackages(setting, ["orval"]);
    const output = {
      target: "generated/api.ts",
      schemas: "generated/model",
      client: "fetch",
      mode: "tags-split",
      headers: true,
      baseUrl: { runtime: "process.env.API" },
    };
    writeFileSync(
      join(folder, "orval.config.mjs"),
      `export default ${asText({ api: { input: document, output } })};\n`,
    );
    const tool = join(folder, "node_modules", "orval", "dist", "bin", "orval.mjs");
    await run({ what: "generates", command: process.execPath, args: [tool], env: withThisNode });
    await checkTypeScript(setting, "orval.ts");
    // Its imports have no file endings, which bundlers accept and Node does not.
    const bundle = ["orval.ts", "--bundle", "--platform=node", "--format=esm", "--outfile=program.mjs"];
    await run({ what: "bundles", command: resolve("node_modules/esbuild/bin/esbuild"), args: bundle });
    return { command: process.execPath, args: ["program.mjs"], cwd: folder };
  },
};

const packedClient: Tool = {
  name: "client, packed",
  prepare: async (setting) => {
    await installPackages(setting, [], [await packClient(setting.folder)]);
    return checkTypeScript(setting, "client.ts");
  },
};

export const tools: readonly Tool[] = [
  openapiPythonClient,
  generatorPython,
  generatorJava,
  generatorGo,
  oapiCodegen,
  ogen,
  openapiTypescript,
  orval,
  packedClient,
];
