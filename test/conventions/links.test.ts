import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";

/** Links between Markdown pages, to files and to their headings. Links to other sites are not checked. */
const skipped = ["node_modules", "dist", "cdk.out", ".data", ".ministack", ".git", "coverage"];
const pages = globSync("{*,**/*,.github/*}.md", { exclude: (name) => skipped.includes(name) });

/** Returns the prose of a page: code blocks show other pages' links, or none. */
const proseOf = (page: string): string => readFileSync(page, "utf8").replaceAll(/```[\s\S]*?```/gu, "");

/** Returns the fragment that GitHub gives a heading. */
const fragmentOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, "")
    .trim()
    .replaceAll(/\s/gu, "-");

const fragmentsOf = (page: string): readonly string[] =>
  [...proseOf(page).matchAll(/^#+ (?<heading>.*)$/gmu)].map(({ groups }) => fragmentOf(groups?.["heading"] ?? ""));

/** Returns the links of a page that lead to no file, or to no heading of a page. */
const brokenLinks = (page: string): readonly string[] =>
  [...proseOf(page).matchAll(/\]\((?<link>[^)\s]+)\)/gu)]
    .map(({ groups }) => groups?.["link"] ?? "")
    .filter((link) => !/^(?:https?|mailto):|^\.\.\/blob\//u.test(link))
    .filter((link) => {
      const [path = "", fragment] = link.split("#");
      const target = path === "" ? page : join(dirname(page), path);
      if (!existsSync(target)) return true;
      return fragment !== undefined && target.endsWith(".md") && !fragmentsOf(target).includes(fragment);
    });

test.each(pages)("%s links to files and headings that exist", (page) => {
  expect(brokenLinks(page)).toEqual([]);
});

test.each(["docs", "docs/runbooks"])("%s/README.md lists every page of its folder", (folder) => {
  const links = [...proseOf(`${folder}/README.md`).matchAll(/\]\((?<link>[^)#\s]+)/gu)].map(
    ({ groups }) => groups?.["link"],
  );
  const others = globSync("*.md", { cwd: folder }).filter((page) => page !== "README.md");
  expect(others.filter((page) => !links.includes(page))).toEqual([]);
});
