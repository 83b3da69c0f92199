import { type Document, DOMParser, onErrorStopParsing } from "@xmldom/xmldom";
import { describe, expect, test } from "vitest";
import { drawFigure } from "../../../domain/views/draw-figure.ts";
import { GroupId } from "../../../schemas/base/ids.ts";
import { CalendarDate, Language } from "../../../schemas/base/values.ts";
import { PaperFigure } from "../../../schemas/model/paper-figures.ts";
import { paperFigureData } from "../../fixtures/paper-figures.ts";
import { wordingIn } from "../../harness/labels.ts";

const drawn = (figure: PaperFigure, language: Language = "en"): Document =>
  parse(drawFigure(paperFigureData[figure], wordingIn(language)));

/** Throws on what is not well-formed. */
const parse = (svg: string): Document =>
  new DOMParser({ onError: onErrorStopParsing }).parseFromString(svg, "image/svg+xml");

const textsOf = (document: Document, name: string): readonly string[] =>
  [...document.getElementsByTagName(name)].map(({ textContent }) => textContent ?? "");

const everyElement = (document: Document) => [...document.getElementsByTagName("*")];

describe.each(PaperFigure.options)("figure %s", (figure) => {
  const data = paperFigureData[figure];

  test.each(Language.options)(
    "in %s is well-formed, with a title and a description that it is named by",
    (language) => {
      const root = drawn(figure, language).documentElement;
      expect([root?.tagName, root?.getAttribute("role")]).toEqual(["svg", "img"]);
      const named = (root?.getAttribute("aria-labelledby") ?? "")
        .split(" ")
        .map((id) => root?.ownerDocument?.getElementById(id)?.textContent);
      const { paperFigures, figureSentences } = wordingIn(language).words;
      expect(named).toEqual([expect.stringContaining(paperFigures[figure]), expect.stringMatching(/2023/u)]);
      expect(textsOf(drawn(figure, language), "text").join(" ")).toContain(figureSentences.reviews);
    },
  );

  test("shows every number, and says it in its description", () => {
    const document = drawn(figure);
    const [description = ""] = textsOf(document, "desc");
    const shown = textsOf(document, "text").flatMap((words) => words.match(/\d+/gu) ?? []);
    for (const { total, parts } of data.rows)
      for (const count of [total, ...parts.map((one) => one.count).filter((one) => one > 0)]) {
        expect(shown).toContain(String(count));
        expect(description).toMatch(new RegExp(`\\b${count}\\b`, "u"));
      }
  });

  test("loads nothing, runs nothing, and has no letters too small to read at 600 pixels", () => {
    const document = drawn(figure);
    expect(document.documentElement?.getAttribute("width")).toBe("600");
    const elements = everyElement(document);
    expect(elements.map(({ tagName }) => tagName)).not.toContain("script");
    const values = elements.flatMap(({ attributes }) => [...attributes].map(({ name, value }) => `${name}=${value}`));
    expect(values.filter((one) => /^(?:on|href|style|class)|https?:|url\((?!#)/u.test(one))).toEqual([
      "xmlns=http://www.w3.org/2000/svg",
    ]);
    const sizes = elements
      .filter(({ tagName }) => tagName === "text")
      .map((one) => Number(one.getAttribute("font-size")));
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(13);
  });

  test("fills each area with a colour or a pattern that it has, whose ids distinguish it from other figures", () => {
    const document = drawn(figure);
    const ids = everyElement(document).flatMap((one) => one.getAttribute("id") ?? []);
    expect(ids.filter((id) => !id.startsWith(`${figure}-`))).toEqual([]);
    const fills = everyElement(document).flatMap((one) => one.getAttribute("fill") ?? []);
    const patterns = fills.flatMap((one) => /^url\(#(.*)\)$/u.exec(one)?.[1] ?? []);
    expect(ids).toEqual(expect.arrayContaining(patterns));
  });
});

/** Returns the lightness of a colour in greyscale, from 0 to 1. */
const lightnessOf = (color: string): number => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16) / 255);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

test.each(PaperFigure.options.filter((one) => one !== "languages"))(
  "without colour the parts of figure %s differ by their pattern or by a fifth of lightness at least",
  (figure) => {
    const document = drawn(figure);
    const legend = everyElement(document)
      .filter((one) => one.tagName === "rect" && one.getAttribute("height") === "15")
      .map((one) => one.getAttribute("fill") ?? "");
    expect(new Set(legend).size).toBe(paperFigureData[figure].rows[0]?.parts.length);
    const plain = legend.filter((fill) => fill.startsWith("#")).map(lightnessOf);
    for (const [at, one] of plain.entries())
      for (const other of plain.slice(at + 1)) expect(Math.abs(one - other)).toBeGreaterThan(0.2);
  },
);

test.each(["status", "languages"] as const)("figure %s is in docs/ as it is drawn now", async (figure) => {
  const svg = `${drawFigure(paperFigureData[figure], wordingIn("en"))}\n`;
  await expect(svg).toMatchFileSnapshot(`../../../docs/figure-${figure}.svg`);
});

test("a day is on one line", () => {
  const knownOn = CalendarDate.parse("2023-07-01");
  const svg = drawFigure({ ...paperFigureData.status, cluster: 2, knownOn }, wordingIn("ru"));
  expect(textsOf(parse(svg), "text").filter((line) => line.startsWith("г."))).toEqual([]);
});

test("text from words is escaped", () => {
  const { words, language } = wordingIn("en");
  const labels = { ...words, paperFigures: { ...words.paperFigures, status: `<b> & "quotes"` } };
  const svg = drawFigure(paperFigureData.status, { language, words: labels });
  expect(textsOf(parse(svg), "title")).toEqual([`Figure II. <b> & "quotes"`]);
});

test("a figure of nothing says so", () => {
  const svg = drawFigure({ ...paperFigureData.status, rows: [] }, wordingIn("en"));
  expect(textsOf(parse(svg), "text")).toContain("There is no review to show.");
});

test("groups of several clusters are named with theirs", () => {
  const [row] = paperFigureData.status.rows;
  const rows = ["c1-g1", "c4-g1"].map((group) => ({ ...row!, group: GroupId.parse(group) }));
  const texts = textsOf(parse(drawFigure({ ...paperFigureData.status, rows }, wordingIn("en"))), "text").join(" ");
  expect(texts).toContain("Cluster 4, group 1");
});
