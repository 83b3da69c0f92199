import { cpSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import example from "../../../examples/settings.json" with { type: "json" };
import { lifeOf } from "../../fixtures/review-life.ts";
import { startTestSystem } from "../../harness/over-http.ts";
import { askAxe } from "../../harness/axe.ts";
import { freshFolder, packClient, runIn } from "../../harness/packed-client.ts";
import { addressOf, secretariat, type TestSystem } from "../../harness/test-api.ts";

/** The front end of examples/front-end, built outside of the workspace from the packed client, in a real browser. */

const executablePath = "/usr/bin/chromium";
const typesOfFiles: Readonly<Record<string, string>> = {
  html: "text/html; charset=utf-8",
  js: "text/javascript",
  css: "text/css",
  json: "application/json",
};

/** The files of a folder as any server of files has them. */
const serve = async (folder: string): Promise<Server> => {
  const server = createServer((request, response) => {
    const [path = ""] = (request.url ?? "/").slice(1).split("?");
    const name = path === "" ? "index.html" : path;
    response.setHeader("content-type", typesOfFiles[name.split(".").at(-1) ?? ""] ?? "text/plain");
    response.end(readFileSync(join(folder, name)));
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return server;
};

/** Skipped without a browser; .ci/run installs one. */
describe.skipIf(!existsSync(executablePath))(`in the browser (skipped where ${executablePath} is missing)`, () => {
  const { folder, remove } = freshFolder();
  let files: Server;
  let address: string;
  let app: TestSystem;
  let browser: Browser;
  let page: Page;
  const complaints: string[] = [];

  beforeAll(async () => {
    cpSync("examples/front-end", folder, { recursive: true });
    await packClient(folder);
    await runIn(folder, "npm", ["install", "--silent", "--no-audit", "--no-fund", "--prefer-offline"]);
    files = await serve(folder);
    address = `http://localhost:${(files.address() as AddressInfo).port}/`;
    app = await startTestSystem({ frontEnd: address });
    await app.startGroup();
    const settings = readFileSync(join(folder, "settings.json"), "utf8");
    writeFileSync(join(folder, "settings.json"), settings.replaceAll("http://localhost:8787", app.app.url));
    browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
  });
  afterAll(async () => {
    await browser?.close();
    files?.close();
    await app?.close();
    remove();
  });

  const signIn = async (email: string) => {
    await page?.context().close();
    const context = await browser.newContext({ locale: "en-GB", viewport: { width: 1000, height: 800 } });
    page = await context.newPage();
    page.setDefaultTimeout(20_000);
    page.on("pageerror", (error) => complaints.push(String(error)));
    await page.goto(address);
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.getByLabel("E-mail address").fill(email);
    await page.getByRole("button", { name: "Continue" }).click();
    await page.getByRole("button", { name: "Sign out" }).waitFor();
    expect(page.url()).toBe(address);
  };
  const status = async (words: string | RegExp) => {
    await page.getByRole("status").filter({ hasText: words }).waitFor();
    expect(await page.getByRole("alert").innerText()).toBe("");
  };
  /** Saves a picture of the page, wide and as on a telephone, if a folder for pictures is set. */
  const picture = async (name: string) => {
    const to = process.env["SCREENSHOTS"];
    for (const [width, size] of [
      [1000, ""],
      [375, "-375"],
    ] as const) {
      await page.setViewportSize({ width, height: 800 });
      const scrolled = await page.evaluate<number>("document.documentElement.scrollWidth");
      expect([name, scrolled <= width]).toEqual([name, true]);
      expect([name, (await askAxe(page)).findings]).toEqual([name, []]);
      if (to !== undefined) await page.screenshot({ path: join(to, `${name}${size}.png`), fullPage: true });
    }
  };

  test("it compiles under a plain strict tsconfig, builds, and names the client of the example page", async () => {
    expect(await runIn(folder, "npm", ["run", "--silent", "check"])).toBe("");
    await runIn(folder, "npm", ["run", "--silent", "build", "--", "--log-level=warning"]);
    expect(existsSync(join(folder, "main.js"))).toBe(true);
    expect(JSON.parse(readFileSync("examples/front-end/settings.json", "utf8"))).toEqual({
      api: example.api,
      issuer: example.signIn,
      clientId: example.clientId,
    });
  });

  test("after a return from the sign-in that failed, one can sign in again without loading the page again", async () => {
    page = await (await browser.newContext({ locale: "en-GB" })).newPage();
    await page.goto(address);
    const attempt = JSON.stringify({ verifier: "v".repeat(43), state: "of-this-tab" });
    await page.evaluate(`sessionStorage.setItem("sign-in-attempt", ${JSON.stringify(attempt)})`);
    await page.goto(`${address}?code=no-code&state=of-this-tab`);
    await page.getByRole("alert").filter({ hasText: /\S/u }).waitFor();
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.getByLabel("E-mail address").fill("mission@de.example.org");
    await page.getByRole("button", { name: "Continue" }).click();
    await page.getByRole("button", { name: "Sign out" }).waitFor();
  });

  test("a mission signs in and nominates; a refusal is shown in words", async () => {
    await signIn("mission@de.example.org");
    expect(await page.locator("#who").innerText()).toContain("permanent-mission, DE");
    await page.getByLabel("Name", { exact: true }).fill("Claire Martin");
    await page.getByLabel("E-mail address").fill(addressOf("DE", "focal-point"));
    await page.getByRole("button", { name: "Nominate" }).click();
    await status(/^Claire Martin is named in .*c1-DE/u);
    const { items } = (await app.get("/v1/parties/DE/mandates", "mission@de.example.org")).body;
    expect(items).toHaveLength(1);

    await page.getByLabel("E-mail address").fill("another@de.example.org");
    await page.getByRole("button", { name: "Nominate" }).click();
    await page.getByRole("alert").filter({ hasText: "The party has a focal point in this review" }).waitFor();
    await picture("front-end-nomination");
  });

  test("a focal point drafts while another user does: both texts are shown, merged, and saved", async () => {
    const life = await lifeOf(app, "c1-DE");
    await life.nominate();
    await life.conclude();
    await signIn(life.focalPoint("DE"));
    await page.getByLabel("Draft").fill("Our law covers it.\nA line of ours.");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await status("Version 1 is saved.");

    const path = life.at("/answers/drafts/UNTOC");
    const theirs = { text: "Our law covers it.\nA line of theirs." };
    expect((await app.request("PUT", path, { as: life.expert("DE"), match: '"v1"', body: theirs })).status).toBe(200);

    await page.getByLabel("Draft").fill("Our law covers it.\nA line of ours, longer.");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await status("Version 2 was saved by another user");
    expect(await page.getByLabel("Theirs").inputValue()).toBe(theirs.text);
    const merged = "Our law covers it.\nA line of theirs.\nA line of ours, longer.";
    expect(await page.getByLabel("To be saved").inputValue()).toBe(merged);
    await picture("front-end-conflict");
    await page.getByRole("button", { name: "Save this" }).click();
    await status("Version 3 is saved.");
    expect((await app.get(path, life.expert("DE"))).body).toMatchObject({ version: 3, text: merged });
  });

  test("the secretariat previews a bulletin, orders it, and sees it done", async () => {
    await signIn(secretariat);
    await page.getByRole("button", { name: "Preview" }).click();
    await status(/^\d+ recipients, 0 without an address\.$/u);
    expect(await page.locator("#preview-title").innerText()).toMatch(/^A briefing for /u);
    await picture("front-end-preview");
    await page.getByRole("button", { name: "Order" }).click();
    await app.app.rest();
    await status("All letters are done.");
    const words = await page.locator("#progress-words").innerText();
    const [, sent, left, of] = /^sent: (\d+) sent, \d+ delivered, (\d+) waiting of (\d+)$/u.exec(words) ?? [];
    expect([sent, left]).toEqual([of, "0"]);
    const { items } = (await app.get("/v1/bulletins", secretariat)).body;
    expect(items).toMatchObject([{ state: "sent", recipients: Number(of) }]);
    await picture("front-end-bulletin");
  });

  test("it signs out, and no error occurred", async () => {
    await page.getByRole("button", { name: "Sign out" }).click();
    await page.getByRole("button", { name: "Sign in" }).waitFor();
    expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
    expect(complaints).toEqual([]);
  });
});
