import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join, matchesGlob } from "node:path";
import { describe, expect, test } from "vitest";
import clientPackage from "../../client/package.json" with { type: "json" };
import demoPackage from "../../demo/package.json" with { type: "json" };
import localPackage from "../../local/package.json" with { type: "json" };
import packageFile from "../../package.json" with { type: "json" };
import { journalTable, lettersTable, recordsTable } from "../../schemas/model/tables.ts";
import config from "../../vitest.config.ts";

/** Rules of the repository that lint cannot say, over the files as they are. */
const made = ["node_modules", "dist", "cdk.out", ".data", ".ministack", ".git", "coverage", "package-lock.json"];
const files = globSync("**/*", { exclude: (entry) => made.includes(entry.name), withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name).replace(`${process.cwd()}/`, ""));
const textOf = (file: string): string => readFileSync(file, "utf8");
const linesOf = (file: string): readonly string[] => textOf(file).split("\n");
const code = files.filter((file) =>
  /^(?:schemas|domain|lambdas|lib|local(?!\/test\/)|bin|demo|client|examples)\/.+\.(?:ts|mjs|js)$/u.test(file),
);
/** Printed from the API document, and compared with it by a test: no reader reads it from start to end. */
const printed = ["client/api-types.ts"];
const tests = files.filter((file) => /^(?:local\/)?test\/.+\.(?:ts|mjs)$/u.test(file));
const pages = files.filter((file) => file.endsWith(".md"));

/** Returns the places of a pattern, as file:line. */
const places = (among: readonly string[], pattern: RegExp): readonly string[] =>
  among.flatMap((file) => linesOf(file).flatMap((line, at) => (pattern.test(line) ? [`${file}:${at + 1}`] : [])));

describe("files", () => {
  test("have at most 350 lines", () => {
    // The changelog grows with each release.
    const written = [...code, ...tests, ...pages].filter((file) => ![...printed, "CHANGELOG.md"].includes(file));
    expect(written.filter((file) => linesOf(file).length > 351)).toEqual([]);
  });

  test("leave nothing for later", () => {
    expect(places([...code, ...tests, ...pages], /\b(?:TO[D]O|FIX[M]E|XX[X])\b/u)).toEqual([]);
  });

  test("name no package registry and no path of a developer's machine", () => {
    const text = files.filter((file) => /\.(?:ts|mjs|md|json|ya?ml|csv|sh)$|^[^.]+$|^\.[^/]+$/u.test(file));
    expect(places(text, /registry\.npm|npmjs\.|pypi\.org|\/(?:home|Users|root|work)\/\w/u)).toEqual([]);
  });

  test("name each action of a workflow by its commit, since a tag can be moved", () => {
    const workflows = globSync(".github/workflows/*.yml");
    const actions = workflows.flatMap((file) => linesOf(file).filter((line) => /^\s*-?\s*uses:/u.test(line)));
    expect(actions.length).toBeGreaterThan(0);
    expect(actions.filter((line) => !/uses: [\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/u.test(line))).toEqual([]);
  });

  test("outside tests hold no e-mail address of a domain that could exist", () => {
    const address = /[\w.+-]+@(?!(?:[\w-]+\.)*example\.(?:org|com)\b|simulator\.amazonses\.com)[\w-]+\.[a-z]{2,}/iu;
    expect(places([...code, ...pages, ...files.filter((file) => file.startsWith("data/"))], address)).toEqual([]);
  });
});

describe("names", () => {
  /** Participles and prepositions that say nothing of the thing or the function that bears them alone. */
  const words = "told|asked|standing|beside|changing|waiting|spoken|holding|sending|begun";
  const word = `(?:${words}|${words.replaceAll(/\b[a-z]/gu, (letter) => letter.toUpperCase())})\\b(?![-"'\`.])`;
  const declared = [
    `\\b(?:const|let|function|type|interface|class) ${word}`,
    `\\b(?:const|let) \\[[^\\]=]*\\b${word}[^=]*\\] =`,
    `\\((?:\\.{3})?${word}(?:\\)| *:|, [^()]*\\)) *=>`,
    `\\((?:\\.{3})?${word}: \\w`,
  ];
  const pattern = new RegExp(declared.join("|"), "u");

  test("of things are nouns and of functions verbs, never a participle or a preposition alone", () => {
    for (const line of ["const told = 1;", "type Asked = 1;", "const [one, begun] = all;", "all.map((spoken) => 1)"])
      expect([line, pattern.test(line)]).toEqual([line, true]);
    expect(places([...code, ...tests], pattern).filter((place) => !place.startsWith("test/conventions/"))).toEqual([]);
  });

  test("of files are none of these either", () => {
    const file = new RegExp(`(?:^|/)(?:${words}|deleting|scanning|streamed|copying|several|earlier)\\.[^/]+$`, "u");
    expect(file.test("lambdas/told.test.ts")).toBe(true);
    expect([...code, ...tests].filter((name) => file.test(name))).toEqual([]);
  });
});

describe("functions", () => {
  const entries = code.filter((file) => /^lambdas\/[^/]+\.ts$/u.test(file));

  test("begin thin: an entry point only joins other modules", () => {
    expect(entries.length).toBeGreaterThan(5);
    expect(entries.filter((file) => linesOf(file).length > 30)).toEqual([]);
  });

  test("catch nothing in handlers: refusals are values, and the shell answers for defects", () => {
    const handlers = code.filter((file) => file.startsWith("lambdas/handlers/"));
    expect(places([...entries, ...handlers], /\btry \{|\.catch\(/u)).toEqual([]);
  });
});

describe("tests", () => {
  test("are all in a project of vitest, or run by npm run test:deployed or test:last-release", () => {
    const projects = (config.test?.projects ?? []) as readonly { readonly test: { readonly include: string[] } }[];
    const run = [...projects.flatMap((project) => project.test.include), "test/{deployed,last-release}/**/*.test.ts"];
    const forgotten = tests.filter((file) => file.endsWith(".test.ts") && !run.some((glob) => matchesGlob(file, glob)));
    expect(projects.length).toBeGreaterThan(1);
    expect(forgotten).toEqual([]);
  });

  test("do not sleep for a while and hope", () => {
    const patient = tests.filter((file) => file.endsWith(".test.ts") && !file.startsWith("test/deployed/"));
    expect(places(patient, /\bsetTimeout\(|\bsleep\(/u)).toEqual([]);
  });
});

describe("key strings", () => {
  const tables = [recordsTable, journalTable, lettersTable];
  const names = tables.flatMap(({ indexes }) => indexes.flatMap((index) => [index.partitionKey, index.sortKey]));
  const everyday = ["month", "state"];
  const keys = [recordsTable.partitionKey, recordsTable.sortKey, ...names].filter((name) => !everyday.includes(name));
  const elsewhere = code.filter((file) => !file.startsWith("lambdas/io/store/") && file !== "schemas/model/tables.ts");

  test("are many enough for this test to mean something", () => {
    expect(keys).toContain("partyKey");
    expect(
      places(
        code.filter((file) => file.startsWith("lambdas/io/store/keys/")),
        new RegExp(`\\b(?:${keys.join("|")})\\b`, "u"),
      ).length,
    ).toBeGreaterThan(10);
  });

  test("are spelled in the store only", () => {
    expect(places(elsewhere, new RegExp(`\\b(?:${keys.join("|")})\\b`, "u"))).toEqual([]);
  });

  test("are put together in one folder of the store only", () => {
    const others = code.filter(
      (file) =>
        /^(?:lambdas|lib|local|bin)\//u.test(file) && !/^(?:bin\/verify|lambdas\/io\/store\/keys)\//u.test(file),
    );
    const part = /["'`](?:[a-z]+-)*[a-z]+#(?:["'`]|\$\{)/u;
    expect(part.test("`seat#${party}`")).toBe(true);
    expect(places(others, part)).toEqual([]);
  });

  test("no index is named outside of the store, the description of the tables, and the grants on them", () => {
    const indexes = tables.flatMap((table) => table.indexes.map(({ name }) => name)).filter((name) => name !== "feed");
    const others = elsewhere.filter((file) => !file.startsWith("lib/"));
    expect(places(others, new RegExp(`["'](?:${indexes.join("|")})["']`, "u"))).toEqual([]);
  });
});

describe("documents", () => {
  const withoutCode = (page: string): string => textOf(page).replaceAll(/```[^]*?```/gu, "");

  test.each(pages)("%s links to existing targets", (page) => {
    const links = [...withoutCode(page).matchAll(/\]\((?<to>[^)\s#]+)(?:#[^)]*)?\)/gu)].map(
      (link) => link.groups?.["to"],
    );
    const local = links.filter((to) => to !== undefined && !/^[a-z]+:/u.test(to));
    expect(local.filter((to) => !existsSync(join(dirname(page), to ?? "")))).toEqual([]);
  });

  test("name only npm scripts that exist", () => {
    const scripts = Object.keys(packageFile.scripts);
    const named = [...pages, ...code].flatMap((file) =>
      [...textOf(file).matchAll(/npm run (?<script>[a-z]+(?:[:-][a-z]+)*)/gu)].map(
        (found) => found.groups?.["script"] ?? "",
      ),
    );
    expect(named.filter((script) => !scripts.includes(script))).toEqual([]);
  });
});

describe("the package", () => {
  test("pins every version, so that an older Node picks no older one", () => {
    const versions = Object.entries({
      ...packageFile.dependencies,
      ...packageFile.devDependencies,
      ...packageFile.optionalDependencies,
      ...clientPackage.dependencies,
      ...clientPackage.devDependencies,
      ...demoPackage.dependencies,
      ...localPackage.dependencies,
      ...localPackage.devDependencies,
      ...localPackage.optionalDependencies,
    });
    expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+$/u.test(version))).toEqual([]);
  });

  test("names the Node of the functions in .nvmrc and brings it as optional packages", () => {
    const wanted = textOf(".nvmrc").trim();
    const brought = Object.entries(packageFile.optionalDependencies).filter(([name]) => name.startsWith("node-"));
    expect(brought.map(([, version]) => version)).toEqual(brought.map(() => wanted));
    expect(textOf("bin/check-node.mjs")).toContain(`wanted = ${wanted.split(".")[0]};`);
    expect(textOf("lib/function.ts")).toContain(`NODEJS_${wanted.split(".")[0]}_X`);
  });

  test("has a section in the changelog for its version, with its day, above those of earlier ones", () => {
    const headings = linesOf("CHANGELOG.md").filter((line) => line.startsWith("## "));
    const [unreleased, latest = "", ...earlier] = headings;
    expect(unreleased).toBe("## [Unreleased]");
    for (const heading of [latest, ...earlier])
      expect(heading).toMatch(/^## \[[1-9]\d*\.\d+\.\d+(?:-[a-z]+\.\d+)?\] - \d{4}-\d{2}-\d{2}$/u);
    expect(latest).toContain(`[${packageFile.version}]`);
    const days = [latest, ...earlier].map((heading) => heading.slice(-10));
    expect(days).toEqual(days.toSorted().toReversed());
  });

  test("describes its first release on one page; the history before it is in git", () => {
    const lines = linesOf("CHANGELOG.md");
    const first = lines.findLastIndex((line) => line.startsWith("## "));
    expect(lines[first]).toContain("[1.0.0-alpha.1]");
    expect(lines.length - first).toBeLessThanOrEqual(60);
  });

  test("checks the version of Node before each command that needs the new one", () => {
    const scripts: Readonly<Record<string, string>> = packageFile.scripts;
    for (const name of ["start", "demo", "build", "check", "test", "bootstrap", "verify"])
      expect(scripts[name]).toMatch(/^node bin\/run\.mjs /u);
    expect(textOf("bin/run.mjs")).toContain('await import("./check-node.mjs")');
  });

  test("names no command that needs the Node of npm outside npm, where an older Node runs", () => {
    const read = [...pages.filter((file) => !file.startsWith("docs/adr/")), ".ci/run"];
    expect(places(read, /(?<!npx )\bnode (?:bin|test)\//u)).toEqual([]);
  });

  test("has at most 30 scripts", () => {
    expect(Object.keys(packageFile.scripts).length).toBeLessThanOrEqual(30);
  });
});
