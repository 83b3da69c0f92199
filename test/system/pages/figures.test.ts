import { existsSync } from "node:fs";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { drawFigure } from "../../../domain/views/draw-figure.ts";
import { ReviewBin } from "../../../schemas/model/review-bin.ts";
import { GroupId } from "../../../schemas/base/ids.ts";
import { Language } from "../../../schemas/base/values.ts";
import { PaperFigure, type PaperFigureView } from "../../../schemas/model/paper-figures.ts";
import { paperFigureData } from "../../fixtures/paper-figures.ts";
import { ownFigures } from "../../fixtures/own-figures.ts";
import { askAxe } from "../../harness/axe.ts";
import { wordingIn } from "../../harness/labels.ts";

/** The figures of the status paper in a real browser, which measures the width of letters. */

const executablePath = "/usr/bin/chromium";

/** Reviews of four clusters, where in each group every part but one is too narrow for its number. */
const crowded: PaperFigureView = {
  ...paperFigureData.status,
  rows: [1, 2, 3, 4].flatMap((cluster) =>
    [1, 2, 3].map((group) => ({
      group: GroupId.parse(`c${cluster}-g${group}`),
      total: 64,
      parts: ReviewBin.options.map((series, place) => ({ series, count: place === group ? 57 : 1 })),
    })),
  ),
};

/** Runs in the page: returns texts outside the picture, and pairs of texts that overlap. */
const misplacedTexts = `[...document.querySelectorAll("svg")].flatMap((svg) => {
  const whole = svg.getBoundingClientRect();
  const texts = [...svg.querySelectorAll("text")].map((each) => ({ words: each.textContent, box: each.getBoundingClientRect() }));
  const outside = texts.filter(({ box }) => box.left < whole.left || box.right > whole.right || box.top < whole.top || box.bottom > whole.bottom);
  const pairs = texts.flatMap((one, at) => texts.slice(at + 1).filter(({ box }) =>
    box.left < one.box.right - 1 && box.right > one.box.left + 1 && box.top < one.box.bottom - 4 && box.bottom > one.box.top + 4,
  ).map(({ words }) => one.words + " | " + words));
  return [...outside.map(({ words }) => words), ...pairs];
})`;

describe.skipIf(!existsSync(executablePath))(`in the browser (skipped where ${executablePath} is missing)`, () => {
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
    page = await browser.newPage({ viewport: { width: 600, height: 900 } });
  });
  afterAll(() => browser?.close());

  const show = async (language: Language, all: readonly PaperFigureView[]) =>
    page.setContent(
      `<!doctype html><html lang="${language}"><head><title>Figures</title></head><body style="margin:0"><main><h1>Figures</h1>${all
        .map((data) => drawFigure(data, wordingIn(language)))
        .join("")}${Object.values(ownFigures)
        .map((draw) => draw(language))
        .join("")}</main></body></html>`,
    );

  test.each(Language.options)("in %s no words leave the picture or lie over others", async (language) => {
    await show(language, [...PaperFigure.options.map((figure) => paperFigureData[figure]), crowded]);
    expect(await page.locator("svg text").count()).toBeGreaterThan(100);
    expect(await page.evaluate<string[]>(misplacedTexts)).toEqual([]);
  });

  test("all of them in one page break no rule of axe, and are images with names", async () => {
    await show(
      "en",
      PaperFigure.options.map((figure) => paperFigureData[figure]),
    );
    const { findings, kept } = await askAxe(page);
    expect(findings).toEqual([]);
    expect(kept).toBeGreaterThan(10);
    expect(await page.getByRole("img", { name: /^Figure (?:I|II|III|IV|V|VI)\. / }).count()).toBe(6);
  });
});
