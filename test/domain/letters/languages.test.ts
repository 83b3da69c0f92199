import { describe, expect, test } from "vitest";
import { compose } from "../../harness/compose-letter.ts";
import { everySample } from "./every-sample.ts";
import { writers } from "./writers.ts";

/** Columns of a line: two for a Chinese character, none for a mark of direction. */
const columnsOf = (line: string): number => {
  const visible = line.replace(/[\u2066-\u2069]/gu, "");
  return visible.length + (visible.match(/[\p{sc=Han}\u3000-\u303F\uFF00-\uFF60]/gu)?.length ?? 0);
};

/** English words that no letter in another language has, but where it quotes. */
const english = /\b(?:the|of|and|your|you|is|was|were|under|review|reviews|cluster|party|secretariat|due|by)\b/iu;
const quoted = /“compromised”|“A compromised account”/gu;

const lettersAndNumbers = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, "");

describe.each(writers)("letters in %s", (_, writer) => {
  const letters = Object.entries(everySample).map(([name, input]) => ({ name, letter: compose(input, writer) }));

  test("stay within their lines, which only addresses pass", () => {
    for (const { name, letter } of letters) {
      const wide = letter.text.split("\n").filter((line) => columnsOf(line) > 76 && !/https?:|@/u.test(line));
      expect(wide, name).toEqual([]);
      expect(letter.subject, name).not.toMatch(/[\r\n]/u);
      expect(letter.subject.replace(/[\u2066-\u2069]/gu, ""), name).toContain(`[${letter.reference}]`);
    }
  });

  test("say in HTML every paragraph that they say as text", () => {
    for (const { name, letter } of letters) {
      const visible = lettersAndNumbers(
        letter.html
          .replace(/^[\s\S]*<body/u, "<body")
          .replace(/<[^>]+>/gu, "")
          .replaceAll(/&[lg]t;/gu, "")
          .replaceAll("&#39;", "’"),
      ).toLowerCase();
      for (const paragraph of letter.text.split(/\n\n/u).filter((each) => !/^(?:- |\d+\. |[^\n]*\n- )/u.test(each)))
        for (const sentence of paragraph.replace(/\n\s*/gu, " ").split(/[.:。：<>]\s*/u))
          expect(visible, name).toContain(lettersAndNumbers(sentence).toLowerCase());
    }
  });
});

test.each(writers)(
  "an invitation in %s names the button of the page as the page in that language does",
  async (language, writer) => {
    const file = new URL(`../../../examples/words-${language}.js`, import.meta.url);
    const words = (await import(file.href)) as Readonly<Record<string, { readonly signIn: string }>>;
    const button = words[language]?.signIn ?? "";
    expect(button).not.toBe("");
    expect(writer.say("invitation.step.open", { link: "https://reviews.example.org/" }).text).toMatch(
      new RegExp(`[«“]\\u00A0?${button}\\u00A0?[»”]`, "u"),
    );
  },
);

describe("letters in Chinese", () => {
  const chinese = writers.filter(([language]) => language === "zh");

  test.each(chinese)(
    "leave no English word, and no space or half-width mark among Chinese characters (%s)",
    (_, writer) => {
      for (const [name, input] of Object.entries(everySample)) {
        if (input.kind === "bulletin") continue;
        const { text, subject } = compose(input, writer);
        const found = [subject, ...text.split("\n")].filter(
          (line) =>
            // A quotation stays in its author's words.
            (/\p{sc=Han}/u.test(line) &&
              english.test(
                line
                  .replace(quoted, "")
                  .replace(/：[^\p{sc=Han}]*$/u, "")
                  .replace(/\S*[@/]\S*/gu, ""),
              )) ||
            /\p{sc=Han} \p{sc=Han}|\p{sc=Han}[,;:.?!()]|[,;:?!()]\p{sc=Han}|。。|，，|：：|的的/u.test(line),
        );
        expect([name, ...found]).toEqual([name]);
      }
    },
  );
});

describe("letters in Arabic", () => {
  // Values stay as their authors wrote them: reasons, titles, codes.
  const putIn = /\u2068[^\u2069]*\u2069/gu;

  test.each(writers.filter(([language]) => language === "ar"))(
    "leave no English word in a sentence (%s)",
    (_, writer) => {
      const ours = Object.entries(everySample).filter(([name]) => !name.startsWith("bulletin"));
      const left = ours.flatMap(([name, input]) =>
        compose(input, writer)
          .text.replace(putIn, "")
          .split("\n")
          .filter((line) => english.test(line.replace(/https?:\S+|\S+@\S+|RM\/\S+|\S+-\S+/gu, "")))
          .map((line) => `${name}: ${line}`),
      );
      expect(left).toEqual([]);
    },
  );
});
