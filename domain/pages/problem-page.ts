import type { ProblemNote } from "../../schemas/api/document/problem-notes.ts";
import { problemType } from "../../schemas/problems/problems.ts";
import { text } from "../views/page-words.ts";
import { publicPageStyle } from "./page-style.ts";
import { listOf, tableOf } from "./public-page.ts";

/** The pages about types of problem, for developers: in English, as the whole reference. */

/** The path of the page that lists all types. */
const index = "/docs/problems";

/** Returns a self-contained page. */
const pageOf = (title: string, main: string): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${text(title)}: API reference</title>
<link rel="icon" href="data:,">
<style>${publicPageStyle}
code { font-size: .92em; overflow-wrap: anywhere } th code { overflow-wrap: break-word }</style>
</head>
<body>
<a class="skip" href="#content">Skip to the content</a>
<header>
<p class="mechanism">Review mechanism</p>
<nav class="pages" aria-label="Reference"><ul><li><a href="/docs">API reference</a></li><li><a href="${index}">Types of problem</a></li></ul></nav>
</header>
<main id="content">
<h1>${text(title)}</h1>
${main}
</main>
</body>
</html>
`;

/** Returns words as HTML, with names in backticks and members in braces as code. */
const withCode = (words: string): string =>
  text(words)
    .replaceAll(/`([^`]+)`/gu, "<code>$1</code>")
    .replaceAll(/\{(\w+)\}/gu, "<code>{$1}</code>");

/** Returns the detail as it reads where all of its members are there. */
const wholeDetail = (detail: string): string => withCode(detail.replaceAll(/[[\]]/gu, ""));

/** Returns the page that lists every type of problem with its status and title. */
export const problemsPage = (notes: readonly ProblemNote[]): string =>
  pageOf(
    "Types of problem",
    `<p>Every refusal is <code>application/problem+json</code>. Its <code>type</code> is one of these, the same in every language and for ever.</p>
${tableOf({
  caption: `${notes.length} types, each with its own page`,
  columns: ["Type", "Status", "Title"],
  rows: notes.map(({ kind, status, title }) => [
    `<a href="${index}/${kind}"><code>${kind}</code></a>`,
    String(status),
    text(title),
  ]),
})}`,
  );

/** Returns the page of a type of problem: what the person reads, what to do, its members, and what may answer it. */
export const problemPage = (note: ProblemNote): string => {
  const { kind, status, title, detail, hint, members, operations, features } = note;
  const table = tableOf({
    caption: "Members besides those of every problem",
    columns: ["Member", "What it is"],
    rows: [...members].map(([name, words]) => [`<code>${name}</code>`, withCode(words)]),
  });
  const shared = features.length === 0 ? "" : `<p>Operations by feature: ${withCode(features.join("; "))}.</p>`;
  const own = operations.map(({ id, route }) => `<code>${text(route)}</code> (<code>${text(id)}</code>)`);
  const byOthers = own.length === 0 ? "" : listOf(own, "");
  return pageOf(
    title,
    `<dl><dt>Type</dt><dd><code>${problemType(kind)}</code></dd><dt>Status</dt><dd>${status}</dd></dl>
<h2>What the person reads</h2>
<p>${wholeDetail(detail)}</p>
${hint === undefined ? "" : `<h2>What your program does</h2>\n<p>${withCode(hint)}</p>`}
${members.size === 0 ? "" : table}
<h2>What answers it</h2>
${shared}${byOthers}${features.length + own.length === 0 ? "<p>No operation lists it by itself.</p>" : ""}`,
  );
};
