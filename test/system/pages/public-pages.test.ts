import { existsSync } from "node:fs";
import { type Browser, type BrowserContextOptions, chromium } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { pageWriter } from "../../../domain/pages/page-writer.ts";
import { publicationPage } from "../../../domain/pages/publications.ts";
import { publicPage } from "../../../domain/pages/public-page.ts";
import { pageMessages } from "../../../lambdas/handlers/public-pages.ts";
import { loadWords } from "../../../lambdas/io/words.ts";
import { PartyId, ReviewId } from "../../../schemas/base/ids.ts";
import { Instant, Language } from "../../../schemas/base/values.ts";
import { askAxe } from "../../harness/axe.ts";
import { wordingIn } from "../../harness/labels.ts";
import { startTestSystem } from "../../harness/over-http.ts";
import { overflows } from "../../harness/pages.ts";
import { freshKey, secondSecretariat, secretariat, type TestSystem } from "../../harness/test-api.ts";

/** The public pages of a system whose first group has started and whose status paper is published, in each language. */
const executablePath = "/usr/bin/chromium";
const looks: Readonly<Record<string, BrowserContextOptions>> = {
  "on a desk": { viewport: { width: 1200, height: 900 } },
  "on a telephone": { viewport: { width: 375, height: 800 } },
};
const places = ["", "/pairings", "/pairings/c1-g1", "/parties", "/parties/FR", "/publications", "/status", "/nothing"];

/** Returns a list with an erratum, in a right-to-left language; playing a review until then would take long. */
const longPublication = async (language: Language): Promise<string> => {
  const review = ReviewId.parse("c1-IE");
  const list = `1. ${"The law of 1989 covers participation in an organized criminal group. ".repeat(20)}\n\n2. https://example.org/${"a".repeat(200)}`;
  const shown = {
    review,
    party: PartyId.parse("IE"),
    version: 2,
    publishedAt: Instant.parse("2022-12-15T09:00:00.000Z"),
    replaces: { version: 1, reason: "The date was wrong." },
    replacedBy: { version: 3, at: Instant.parse("2023-01-10T09:00:00.000Z") },
    observations: { list, summary: "ملخّص القائمة.", reference: "CTOC/COP/WG.10/2022/1" },
  };
  const writer = pageWriter(
    await loadWords(pageMessages, language),
    wordingIn(language),
    new Map([[shown.party, "Ireland"]]),
  );
  return publicPage(publicationPage(shown, writer), writer);
};

/** Skipped without a browser; .ci/run installs one. */
describe.skipIf(!existsSync(executablePath))(`in the browser (skipped where ${executablePath} is missing)`, () => {
  let app: TestSystem;
  let browser: Browser;

  beforeAll(async () => {
    app = await startTestSystem();
    await app.startGroup();
    const papers = "/v1/reports/status";
    const order = { as: secretariat, key: freshKey(), body: { asAt: "2020-12-01" } };
    const { id } = (await app.request("POST", papers, order)).body;
    await app.app.rest();
    await app.request("POST", `${papers}/${id}/publication`, { as: secretariat });
    const approval = await app.request("POST", `${papers}/${id}/publication/approval`, { as: secondSecretariat });
    expect(approval.status).toBe(200);
    browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
  });
  afterAll(async () => {
    await browser?.close();
    await app?.close();
  });

  describe.each(Object.keys(looks))("%s", (look) => {
    test.each(Language.options)(
      "axe finds nothing in any page in %s, and nothing overflows the window",
      async (language) => {
        const context = await browser.newContext({ ...looks[look], bypassCSP: true });
        const page = await context.newPage();
        for (const place of places) {
          await page.goto(`${app.app.url}/v1/pages/${language}${place}`);
          await page.evaluate("for (const each of document.querySelectorAll('details')) each.open = true");
          const { findings } = await askAxe(page);
          expect([place, findings, await overflows(page)]).toEqual([place, [], false]);
        }
        await page.setContent(await longPublication(language));
        const { findings } = await askAxe(page);
        expect(["publication", findings, await overflows(page)]).toEqual(["publication", [], false]);
        await context.close();
      },
    );
  });

  test("the text begins at the right of an Arabic page and at the left of an English one, and a link is followed without script", async () => {
    const context = await browser.newContext({ viewport: { width: 1200, height: 900 }, javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${app.app.url}/v1/pages/en/parties/FR`);
    const columnBox = async () => (await page.locator("th").first().boundingBox())!;
    expect((await columnBox()).x).toBeLessThan(200);
    await page.locator(".languages a[lang=ar]").click();
    expect(new URL(page.url()).pathname).toBe("/v1/pages/ar/parties/FR");
    expect(await page.locator("h1").innerText()).toBe("فرنسا");
    const { x, width } = await columnBox();
    expect(x + width).toBeGreaterThan(1000);
    await context.close();
  });
});
