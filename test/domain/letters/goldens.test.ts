import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { compose, englishWriter } from "../../harness/compose-letter.ts";
import shell from "../../../domain/letters/content/letter-shell.json" with { type: "json" };
import type { ComposedLetter } from "../../../domain/letters/content/compose.ts";
import { everySample } from "./every-sample.ts";
import { writers } from "./writers.ts";

/** Returns the content of an HTML letter, one line for each placeholder of the shell. */
const withoutShell = (html: string): string =>
  shell.ltr.split(/\[\[\w+\]\]/u).reduce((rest, piece) => rest.replace(piece, "\n"), html);

const withHeaders = ({ subject, headers, text }: ComposedLetter): string =>
  [...Object.entries({ Subject: subject, ...headers }).map(([name, value]) => `${name}: ${value}`), "", text].join(
    "\n",
  );

/** Returns a function that gives those paragraphs of a letter that no letter before it had, and that keeps them. */
const laterParagraphs = (): ((letter: ComposedLetter) => string) => {
  const printed = new Set<string>();
  return ({ subject, text }) => {
    const further = text.split("\n\n").filter((paragraph) => !printed.has(paragraph));
    for (const paragraph of further) printed.add(paragraph);
    return [`Subject: ${subject}`, ...further].join("\n\n");
  };
};

const byKind = Object.groupBy(Object.entries(everySample), ([, { kind }]) => kind);
const kinds = Object.entries(byKind).map(([kind, variants]) => ({ kind, variants }));

/**
 * A file has all variants of one kind of letter: complete in English; in the other languages the first one, and of each
 * further one the paragraphs that those before it do not have. `npx vitest --update=true PATH` writes the files again.
 */
describe.each(kinds)("letters of the kind $kind", ({ kind, variants }) => {
  test("read as their golden file in every language", async () => {
    const shortened = writers.map(([language, writer]) => ({ language, writer, paragraphs: laterParagraphs() }));
    const all = variants.map(([name, input]) =>
      [
        `===== ${name}: en =====\n\n${withHeaders(compose(input, englishWriter)).trim()}`,
        ...shortened.map(
          ({ language, writer, paragraphs }) =>
            `===== ${name}: ${language} =====\n\n${paragraphs(compose(input, writer)).trim()}`,
        ),
      ].join("\n\n"),
    );
    await expect(`${all.join("\n\n")}\n`).toMatchFileSnapshot(`golden/${kind}.txt`);
  });

  test("have the HTML of their golden file", async () => {
    const all = variants.map(([name, input]) => `<!-- ${name} -->\n${withoutShell(compose(input).html).trim()}\n`);
    await expect(all.join("\n")).toMatchFileSnapshot(`golden/${kind}.html`);
  });
});

test("every golden file belongs to a kind of letter that has samples", () => {
  expect(readdirSync(new URL("golden", import.meta.url)).toSorted()).toEqual(
    kinds.flatMap(({ kind }) => [`${kind}.html`, `${kind}.txt`]).toSorted(),
  );
});
