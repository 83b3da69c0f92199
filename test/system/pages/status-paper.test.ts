import { existsSync } from "node:fs";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import en from "../../../domain/labels/en.json" with { type: "json" };
import sentences from "../../../domain/labels/status-paper.en.json" with { type: "json" };
import { paperAsPage } from "../../../domain/reports/page.ts";
import { paperData } from "../../../domain/reports/paper-data.ts";
import { statusPaper } from "../../../domain/reports/status-paper.ts";
import { historyOf } from "../../../domain/statistics/mechanism-history.ts";
import { RegisterContent } from "../../../schemas/model/register.ts";
import { at, day, registerEntryId, statusPaperId } from "../../fixtures/changes.ts";
import { entryOf } from "../../fixtures/register-entries.ts";
import { journalOf2023 } from "../../fixtures/status-2023.ts";
import { askAxe } from "../../harness/axe.ts";

/** The status paper as a page in a real browser, with all its parts: a paper of 2023 and its changes since another. */

const executablePath = "/usr/bin/chromium";

const pageOf2023 = async (): Promise<string> => {
  const mechanism = historyOf(await journalOf2023());
  const entries = Object.values(entryOf).map((content, place) => ({
    id: registerEntryId(place + 1),
    content: RegisterContent.parse(content),
  }));
  const subject = { mechanism, entries, knownAt: at("2023-06-20T10:00:00.000Z") };
  const before = paperData({ ...subject, asAt: day("2022-12-31") });
  const previous = { id: statusPaperId(1), data: before };
  const data = paperData({ ...subject, asAt: day("2023-06-09"), previous });
  const wording = { language: "en", words: en } as const;
  return paperAsPage(statusPaper(data, sentences, wording), wording);
};

/** Runs in the page: returns elements that overflow its right edge outside a scrolling container. */
const wider = `(() => {
  const inside = (element) => element.closest(".wide") !== null;
  return [...document.querySelectorAll("body *")]
    .filter((element) => !inside(element) && element.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
    .map((element) => element.tagName + " " + element.textContent.slice(0, 40));
})()`;

/** Runs in the page: links within it that lead nowhere, and ids that are there twice. */
const brokenLinks = `(() => {
  const ids = [...document.querySelectorAll("[id]")].map(({ id }) => id);
  const twice = ids.filter((id, place) => ids.indexOf(id) !== place);
  const lost = [...document.querySelectorAll('a[href^="#"]')].map((link) => link.getAttribute("href").slice(1)).filter((id) => !ids.includes(id));
  return [...twice, ...lost];
})()`;

describe.skipIf(!existsSync(executablePath))(`in the browser (skipped where ${executablePath} is missing)`, () => {
  let browser: Browser;
  let html: string;
  beforeAll(async () => {
    html = await pageOf2023();
    browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
  });
  afterAll(() => browser?.close());

  /** The paper at a width; axe is let in, where the page itself lets no script in. */
  const open = async (width: number): Promise<Page> => {
    const context = await browser.newContext({ viewport: { width, height: 900 }, bypassCSP: true });
    const page = await context.newPage();
    await page.setContent(html);
    return page;
  };

  test.each([1200, 375])("at %i pixels it breaks no rule of axe, and nothing is cut off", async (width) => {
    const page = await open(width);
    await page.evaluate(`document.querySelectorAll("details").forEach((one) => { one.open = true; })`);
    const { findings, kept } = await askAxe(page);
    expect(findings).toEqual([]);
    expect(kept).toBeGreaterThan(30);
    expect(await page.evaluate<string[]>(wider)).toEqual([]);
    await page.context().close();
  });

  test("printed it breaks no rule either, and shows every figure with its numbers in it", async () => {
    const page = await open(794);
    await page.emulateMedia({ media: "print" });
    expect((await askAxe(page)).findings).toEqual([]);
    const figures = page.locator("figure svg");
    expect(await figures.count()).toBe(6);
    for (const figure of await figures.all()) expect(await figure.isVisible()).toBe(true);
    await page.context().close();
  });

  test("its notes are reached by links, lead back, and each id is there once", async () => {
    const page = await open(1200);
    expect(await page.evaluate<string[]>(brokenLinks)).toEqual([]);
    const notes = await page.locator(".notes li").count();
    expect(notes).toBeGreaterThan(40);
    expect(await page.locator('.notes a[role="doc-backlink"]').count()).toBe(notes);
    await page.context().close();
  });
});
