import { existsSync } from "node:fs";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openApiDocument } from "../../../schemas/api/openapi.ts";
import { type TestSystem } from "../../harness/test-api.ts";
import { startTestSystem } from "../../harness/over-http.ts";

/** The reference, in a real browser on a running system. */

const executablePath = "/usr/bin/chromium";

/** Skipped without a browser; .ci/run installs one. */
describe.skipIf(!existsSync(executablePath))(`in the browser (skipped where ${executablePath} is missing)`, () => {
  let app: TestSystem;
  let browser: Browser;
  let page: Page;
  const complaints: string[] = [];
  const origins: string[] = [];

  beforeAll(async () => {
    app = await startTestSystem();
    browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
    page = await browser.newPage({ viewport: { width: 1300, height: 850 } });
    page.setDefaultTimeout(15_000);
    page.on("console", (message) => {
      if (["error", "warning"].includes(message.type())) complaints.push(message.text());
    });
    page.on("pageerror", (error) => complaints.push(String(error)));
    page.on("requestfailed", (request) => complaints.push(`failed: ${request.url()}`));
    page.on("request", (request) => origins.push(new URL(request.url()).origin));
  });

  afterAll(async () => {
    await browser?.close();
    await app?.close();
  });

  test("the reference shows every group of operations, and an operation on demand, and contacts no other origin", async () => {
    await page.goto(`${app.app.url}/docs`);
    const operations = Object.values((await openApiDocument()).paths ?? {}).flatMap((path) =>
      Object.values(path).flatMap((operation: { tags?: string[]; summary?: string }) =>
        operation.tags === undefined ? [] : [{ tag: operation.tags[0] ?? "", summary: operation.summary ?? "" }],
      ),
    );
    expect(operations.length).toBeGreaterThan(20);
    const tags = [...new Set(operations.map((operation) => operation.tag))];
    for (const tag of tags) {
      await page.getByRole("link", { name: tag, exact: true }).click();
      for (const { summary } of operations.filter((operation) => operation.tag === tag)) {
        await page.getByRole("link", { name: summary }).first().waitFor();
      }
    }
    // The menu closes a group when another is read, and moves while the page scrolls to the chosen operation. That
    // operation is in this group, and its link may move when it is clicked.
    const chosen = operations.findLast(({ tag }) => tag === tags.at(-1))?.summary ?? "";
    await page.getByRole("link", { name: chosen }).first().dispatchEvent("click");
    await page.getByRole("main").getByRole("heading", { name: chosen }).first().waitFor();
    expect([...new Set(origins.filter((origin) => origin !== "null"))]).toEqual([app.app.url]);
    expect(complaints).toEqual([]);
  });
});
