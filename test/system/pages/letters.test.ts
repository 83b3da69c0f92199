import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

/** Every letter as a telephone shows it: nobody has to push it sideways to read a line to its end. */

const executablePath = "/usr/bin/chromium";
const folder = "test/domain/letters/golden";
const letters = readdirSync(folder).filter((file) => file.endsWith(".html"));

describe.skipIf(!existsSync(executablePath))(`in the browser (skipped where ${executablePath} is missing)`, () => {
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
    page = await browser.newPage({ viewport: { width: 375, height: 800 } });
  });
  afterAll(() => browser?.close());

  test("there is a letter of every sample", () => {
    expect(letters.length).toBeGreaterThan(55);
  });

  test.each(letters)("%s is no wider than 375 pixels", async (letter) => {
    await page.setContent(readFileSync(join(folder, letter), "utf8"));
    const [shown, scrolled] = await page.evaluate<[number, number]>(
      "[document.body.innerText.length, document.documentElement.scrollWidth]",
    );
    expect(shown).toBeGreaterThan(100);
    expect(scrolled).toBeLessThanOrEqual(375);
  });
});
