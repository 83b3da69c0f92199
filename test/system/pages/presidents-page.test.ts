import { existsSync } from "node:fs";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { longPresidentsList } from "../../fixtures/presidents-list.ts";
import { brokenWords, mostLines, overflows } from "../../harness/pages.ts";
import { presidentsPageIn } from "../../harness/presidents-page.ts";
import { Language } from "../../../schemas/base/values.ts";

/** The President's list after two years without nominations by 27 parties, in a real browser. */

const executablePath = "/usr/bin/chromium";

describe.skipIf(!existsSync(executablePath))(`in the browser (skipped where ${executablePath} is missing)`, () => {
  const view = longPresidentsList(27);
  const parties = view.groups.flatMap((group) => group.parties);
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
    page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    await page.setContent(presidentsPageIn("en", view));
  });
  afterAll(() => browser?.close());

  test("27 parties print on four pages at most", async () => {
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
    const pages = pdf.match(/\/Type\s*\/Page\b/gu)?.length ?? 0;
    expect(pages).toBeGreaterThan(0);
    expect(pages).toBeLessThanOrEqual(4);
  });

  test("a party takes two lines at most on a screen and on paper, and its name leads to the rest", async () => {
    expect(await mostLines(page)).toBe(2);
    await page.emulateMedia({ media: "print" });
    await page.setViewportSize({ width: 1031, height: 700 });
    expect(await mostLines(page)).toBe(2);
    expect(await page.locator("details").first().isVisible()).toBe(false);
    await page.emulateMedia({ media: "screen" });
    await page.setViewportSize({ width: 1280, height: 900 });

    const chosen = parties[3]!;
    const rest = page.locator(`#party-${chosen.party}`);
    expect(await rest.isVisible()).toBe(false);
    await page.getByRole("link", { name: chosen.partyName ?? "", exact: true }).click();
    await rest.waitFor({ state: "visible" });
    expect(await rest.locator("li").count()).toBe(4 + 60 + 20);
  });

  test("the summary counts the entries of the list by regional group", async () => {
    const cells = await page.locator(".summary tfoot td").allInnerTexts();
    expect(cells).toEqual(["27", "108", "108", "1 December 2020"]);
    const rows = page.locator(".summary tbody tr");
    expect(await rows.count()).toBe(view.groups.length);
    expect(await page.getByRole("navigation").getByRole("link").count()).toBe(view.groups.length + 1);
  });

  test("on a telephone nothing is cut off, and no word is broken", async () => {
    await page.setViewportSize({ width: 375, height: 800 });
    await page.evaluate("for (const each of document.querySelectorAll('details')) each.open = true");
    expect(await overflows(page)).toBe(false);
    expect(await brokenWords(page)).toEqual([]);
    // The check detects a broken word.
    await page.evaluate("document.querySelector('h1').style.cssText = 'width: 4rem; overflow-wrap: anywhere'");
    expect(await brokenWords(page)).toContain("nominations");
  });

  test.each(Language.options)("in %s nothing is cut off on a desk or a telephone", async (language) => {
    const other = await browser.newPage();
    await other.setContent(presidentsPageIn(language, longPresidentsList(7)));
    await other.evaluate("for (const each of document.querySelectorAll('details')) each.open = true");
    for (const width of [1280, 375]) {
      await other.setViewportSize({ width, height: 800 });
      expect([width, await overflows(other)]).toEqual([width, false]);
    }
    // Chinese is broken between any two of its characters.
    if (language !== "zh") expect(await brokenWords(other)).toEqual([]);
    await other.close();
  });
});
