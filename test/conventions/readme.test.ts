import { globSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { expect, test } from "vitest";
import { writtenReadme } from "../../bin/readme.ts";

const readme = readFileSync("README.md", "utf8");

test("README.md has the sizes and the screen of npm start as npm run docs writes them", () => {
  expect(readme).toBe(writtenReadme(readme));
});

test("README.md fits on two screens", () => {
  expect(readme.split("\n").length - 1).toBeLessThanOrEqual(110);
});

test("a size in README.md is replaced once it differs from the real one", () => {
  const stale = readme
    .replace(/[\d,]+(?= lines of deployed TypeScript)/u, "12,000")
    .replace(/\d+(?= operations)/u, "97");
  expect(stale).not.toBe(readme);
  expect(writtenReadme(stale)).toContain(`${/\d+ operations/u.exec(readme)?.[0]}`);
  expect(writtenReadme(stale)).not.toContain("12,000 lines");
});

test("the picture of the architecture shows every function and table of the stack", () => {
  const picture = readFileSync("docs/architecture.svg", "utf8");
  const functions = globSync("lambdas/*.ts").map((file) => basename(file, ".ts"));
  expect(
    [...functions, "records", "journal", "letters"].filter((name) => !picture.includes(`>${name}</text>`)),
  ).toEqual([]);
});
