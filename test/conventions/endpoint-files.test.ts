import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, test } from "vitest";

const root = join(import.meta.dirname, "../..");
const filesIn = (folder: string): readonly string[] => readdirSync(join(root, folder)).toSorted();
const nameOf = (file: string): string => basename(file, ".ts");
const endpointFiles = filesIn("schemas/api/endpoints").map(nameOf);

/** Returns the endpoint files of a handler file: those from which it imports more than types. */
const endpointsOf = (handler: string): readonly string[] => {
  const source = readFileSync(join(root, "lambdas/handlers", handler), "utf8");
  return [...source.matchAll(/^import (?!type ).* from "[./]+schemas\/api\/endpoints\/(?<name>[\w-]+)\.ts";/gmu)].map(
    ({ groups }) => groups!["name"]!,
  );
};
const handlers = filesIn("lambdas/handlers")
  .map((file) => ({ name: nameOf(file), answers: endpointsOf(file) }))
  .filter(({ answers }) => answers.length > 0);

describe("endpoint files and handler files", () => {
  test.each(handlers)("lambdas/handlers/$name answers the operations of the endpoint file it is named after", (one) => {
    const [file, ...others] = one.answers;
    expect(others).toEqual([]);
    expect([file, `${file}-`]).toContain(one.name === file ? file : one.name.slice(0, `${file}-`.length));
  });

  test.each(endpointFiles)("schemas/api/endpoints/%s has a handler file of the same name", (name) => {
    expect(handlers.map((one) => one.name)).toContain(name);
  });

  test.each(["review-api", "secretariat-api"])("%s takes its routes from the one list of them", (name) => {
    const source = readFileSync(join(root, "lambdas", `${name}.ts`), "utf8");
    expect(source.match(/from "\.\/handlers\/[\w-]+"|from "\.\/handlers\/[\w-]+\.ts"/gu)).toHaveLength(1);
  });
});
