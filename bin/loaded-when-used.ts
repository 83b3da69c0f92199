import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { build, type Metafile, type Plugin } from "esbuild";
import { problems, problemType } from "../schemas/problems/problems.ts";

/** A part of a bundle in a file of its own, which the bundle reads when it first uses it. Most first requests do not. */
interface Part {
  readonly file: string;
  /** The path of the module that this part replaces. */
  readonly module: RegExp;
  /** The text of the module in the bundle; `load()` there returns the content of the file. */
  readonly reader: string;
  /** Returns the text of the file. */
  readonly content: () => string | Promise<string>;
}

const temporal: Part = {
  file: "temporal.cjs",
  module: /temporal-polyfill[\\/]index\.js$/,
  reader: "export const Temporal = new Proxy({}, { get: (_, name) => load().Temporal[name] });",
  content: async () => {
    const { outputFiles } = await build({
      stdin: { contents: 'export { Temporal } from "temporal-polyfill";', resolveDir: import.meta.dirname },
      bundle: true,
      minify: true,
      format: "cjs",
      platform: "node",
      target: "node24",
      legalComments: "none",
      write: false,
    });
    return outputFiles.map(({ text }) => text).join("");
  },
};

const problemTexts: Part = {
  file: "problem-texts.json",
  module: /schemas[\\/]problems[\\/]problems\.ts$/,
  reader: `
class Problem {
  constructor(kind, status) { this.kind = kind; this.status = status; }
  get title() { return load()[this.kind].title; }
  get detail() { return load()[this.kind].detail; }
}
const statuses = "${Object.entries(problems)
    .map(([kind, { status }]) => `${kind} ${status}`)
    .join(",")}";
export const problems = Object.fromEntries(statuses.split(",").map((one) => {
  const [kind, status] = one.split(" ");
  return [kind, new Problem(kind, Number(status))];
}));
export const problemType = (kind) => ${JSON.stringify(problemType("internal").replace(/internal$/u, ""))} + kind;`,
  content: () => JSON.stringify(problems),
};

const parts = [temporal, problemTexts];

/** Replaces modules by ones that read their content from files at its first use. */
export const loadedWhenUsed: Plugin = {
  name: "loaded-when-used",
  setup: (bundler) => {
    for (const { file, module, reader } of parts) {
      bundler.onLoad({ filter: module }, () => ({
        contents: `
let content;
const load = () => (content ??= process.getBuiltinModule("node:module").createRequire(import.meta.url)("./${file}"));
${reader}`,
      }));
    }
  },
};

/** Writes the files that the code of a bundle reads at their first use. */
export const writePartsOf = async (folder: string, { inputs }: Metafile): Promise<void> => {
  const read = parts.filter(({ module }) => Object.keys(inputs).some((path) => module.test(path)));
  await Promise.all(read.map(async ({ file, content }) => writeFile(join(folder, file), await content())));
};
