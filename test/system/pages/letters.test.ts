import { existsSync } from "node:fs";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { compose } from "../../harness/compose-letter.ts";
import { Language } from "../../../schemas/base/values.ts";
import { letterWriter } from "../../../domain/letters/content/letter-writer.ts";
import { letterWordings } from "../../../lambdas/io/letter-writers.ts";
import { loadWords } from "../../../lambdas/io/words.ts";
import { everySample } from "../../domain/letters/every-sample.ts";

/** Every letter at the width of a telephone, in every language: no line needs scrolling to the side. */

const executablePath = "/usr/bin/chromium";
const widths = [320, 375] as const;

describe.skipIf(!existsSync(executablePath))(`in the browser (skipped where ${executablePath} is missing)`, () => {
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
    page = await browser.newPage();
  });
  afterAll(() => browser?.close());

  test("there are letters of every sample", () => {
    expect(Object.keys(everySample).length).toBeGreaterThan(55);
  });

  test.each(Language.options)("no letter in %s is wider than a telephone", async (language) => {
    const writer = letterWriter(await loadWords(letterWordings, language));
    const wide: string[] = [];
    for (const [name, input] of Object.entries(everySample)) {
      await page.setContent(compose(input, writer).html);
      for (const width of widths) {
        await page.setViewportSize({ width, height: 800 });
        const [shown, scrolled] = await page.evaluate<[number, number]>(
          "[document.body.innerText.length, document.documentElement.scrollWidth]",
        );
        if (shown < 100 || scrolled > width) wide.push(`${name}: ${scrolled} of ${width} pixels, ${shown} characters`);
      }
    }
    expect(wide).toEqual([]);
  });
});
