import { existsSync } from "node:fs";
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { longPresidentsList } from "../../fixtures/presidents-list.ts";
import { askAxe } from "../../harness/axe.ts";
import { startTestSystem } from "../../harness/over-http.ts";
import { brokenWords, overflows } from "../../harness/pages.ts";
import { presidentsPageIn } from "../../harness/presidents-page.ts";
import { president, secretariat, type TestSystem } from "../../harness/test-api.ts";

/** Checks every page of the system with axe, in every variant: desk and telephone, light and dark, in Arabic. */

const executablePath = "/usr/bin/chromium";
const mission = "mission@gr.example.org";

const looks: Readonly<Record<string, BrowserContextOptions>> = {
  "on a desk": { viewport: { width: 1280, height: 900 } },
  "on a telephone": { viewport: { width: 375, height: 800 } },
  "on a desk in the dark": { viewport: { width: 1280, height: 900 }, colorScheme: "dark" },
  "on a telephone in the dark": { viewport: { width: 375, height: 800 }, colorScheme: "dark" },
};
const languages = ["en", "ar"] as const;
/** A list with letters in every state; moving the clock to such a list would take longer than all pages together. */
const presidentsListAhead = longPresidentsList(3);

/** Rules that do not apply to a mail: it is shown in a frame, below the heading of the page around it. */
const ofPagesAlone = ["landmark-one-main", "page-has-heading-one", "region"];

/** Skipped without a browser; .ci/run installs one. */
describe.skipIf(!existsSync(executablePath))(`in the browser (skipped where ${executablePath} is missing)`, () => {
  let app: TestSystem;
  let browser: Browser;
  let mail = "";
  const report: string[] = [];

  beforeAll(async () => {
    app = await startTestSystem();
    await app.startGroup();
    const text = {
      subject: "A briefing for {{party}}",
      body: "Dear {{recipientName}},\n\na briefing is held in Vienna.",
    };
    const draft = { audience: { roles: ["mission"], parties: ["DE", "GR"] }, text };
    const { body } = await app.request("POST", "/v1/bulletins/previews", { as: secretariat, body: draft });
    app.app.faults.add({ effect: "bounce", address: mission, times: 1 });
    const order = { as: secretariat, key: "briefing-1", body: { preview: body.hash } };
    expect((await app.request("POST", "/v1/bulletins", order)).status).toBe(202);
    await app.app.rest();
    mail = app.app.mailbox.find({ to: mission })[0]?.id ?? "";
    browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
  });
  afterAll(async () => {
    await browser?.close();
    await app?.close();
    console.info(["axe:", ...report].join("\n  "));
  });

  /** Checks one state of a page: axe finds nothing, and nothing overflows the window. */
  const judge = async (page: Page, name: string) => {
    const { findings, kept } = await askAxe(page);
    report.push(`${name}: ${kept} rules kept, ${findings.length} broken`);
    expect([name, findings, await overflows(page)]).toEqual([name, [], false]);
  };
  const open = (look: BrowserContextOptions, locale = "en-GB"): Promise<BrowserContext> =>
    browser.newContext({ ...look, locale, bypassCSP: true });
  const at = (path: string) => `${app.app.url}${path}`;

  test.each(Object.keys(looks))("start page and clock, %s", async (look) => {
    const context = await open(looks[look] ?? {});
    const page = await context.newPage();
    for (const [path, heading] of [
      ["/", "Try it"],
      ["/_local/clock", "Move by days"],
    ] as const) {
      await page.goto(at(path));
      await page.getByRole("heading", { name: heading }).waitFor();
      await judge(page, `${path}, ${look}`);
    }
    await context.close();
  });

  test.each(Object.keys(looks))("mailbox, mails and switches, %s", async (look) => {
    const context = await open(looks[look] ?? {});
    const page = await context.newPage();
    const pages = {
      "mailbox, list": "",
      "mailbox, mail": `?id=${mail}`,
      "mailbox, mail as text": `?id=${mail}&view=text`,
      "mailbox, headers": `?id=${mail}&view=headers`,
      "mailbox, no such mail": "?id=none",
      "mailbox, switches": "/switches",
    };
    for (const [name, path] of Object.entries(pages)) {
      await page.goto(at(`/_local/mailbox${path}`));
      await judge(page, `${name}, ${look}`);
    }
    await page.goto(at(`/_local/mailbox/messages/${mail}/html`));
    const letter = await askAxe(page, { without: ofPagesAlone });
    report.push(`letter, ${look}: ${letter.kept} rules kept, ${letter.findings.length} broken`);
    expect(letter.findings).toEqual([]);
    await context.close();
  });

  const signIn = async (page: Page, address: string) => {
    await page.goto(at("/_local/example/"));
    await page.locator("#sign-in").click();
    await page.locator("#email").fill(address);
    await page.locator("form button").first().click();
    await page.locator("#sign-out").waitFor();
  };
  const openFirst = async (page: Page, entry: string) => {
    await page.locator(`${entry} summary`).first().click();
    await page.locator(`${entry} .inside li`).first().waitFor();
  };

  describe.each(Object.keys(looks))("%s", (look) => {
    test.each(languages)("sign-in and example page of a mission, in %s", async (language) => {
      const context = await open(looks[look] ?? {}, language);
      const page = await context.newPage();
      const name = (state: string) => `example, ${state}, ${look}, ${language}`;
      await page.goto(at("/_local/example/"));
      await page.locator("#sign-in").waitFor();
      await judge(page, name("signed out"));
      await page.locator("#sign-in").click();
      await judge(page, `sign-in, ${look}`);
      await page.goto(at("/_local/sign-in/oauth2/authorize?client_id=unknown"));
      await judge(page, `sign-in, refused, ${look}`);
      await signIn(page, mission);
      await openFirst(page, ".review");
      await judge(page, name("mission"));
      await page.locator("#form button").click();
      await page.locator(".wrong").first().waitFor();
      await judge(page, name("mission, refused"));
      expect(await page.evaluate("document.documentElement.dir")).toBe(language === "ar" ? "rtl" : "ltr");
      await context.close();
    });

    test.each(languages)("example page of the secretariat, in %s", async (language) => {
      const context = await open(looks[look] ?? {}, language);
      const page = await context.newPage();
      await signIn(page, secretariat);
      await page.locator("#work-list li").first().waitFor();
      await openFirst(page, ".bulletin");
      await openFirst(page, ".review");
      await judge(page, `example, secretariat, ${look}, ${language}`);
      await context.close();
    });

    test.each(languages)("example page of the President, and the list to print, in %s", async (language) => {
      const context = await open(looks[look] ?? {}, language);
      const page = await context.newPage();
      await signIn(page, president);
      await page.locator("#missing-begins:not(:empty)").waitFor();
      await judge(page, `example, President, nothing missing, ${look}, ${language}`);
      await page.route("**/v1/presidents-list", (route) => route.fulfill({ json: presidentsListAhead }));
      await page.route("**/v1/presidents-list?format=html", (route) => {
        expect(route.request().headers()["accept-language"]).toBe(language);
        return route.fulfill({ contentType: "text/html", body: presidentsPageIn(language, presidentsListAhead) });
      });
      await page.reload();
      await page.locator("#missing-list li").first().waitFor();
      await judge(page, `example, President, ${look}, ${language}`);
      const [list] = await Promise.all([context.waitForEvent("page"), page.locator("#print-missing").click()]);
      await list.locator("h1").waitFor();
      await list.evaluate("for (const each of document.querySelectorAll('details')) each.open = true");
      await judge(list, `President's list, ${look}, ${language}`);
      expect(await brokenWords(list)).toEqual([]);
      await context.close();
    });
  });

  test("of the types of problem, the list and the page of one", async () => {
    for (const look of ["on a desk", "on a telephone"]) {
      const context = await open(looks[look] ?? {});
      const page = await context.newPage();
      for (const path of ["/docs/problems", "/docs/problems/date-too-early"]) {
        await page.goto(at(path));
        await judge(page, `${path}, ${look}`);
      }
      await context.close();
    }
  });

  test("of the reference, all except the markup of Redoc", async () => {
    const context = await open(looks["on a desk"] ?? {});
    const page = await context.newPage();
    await page.goto(at("/docs"));
    await page.getByRole("main").waitFor();
    const { findings } = await askAxe(page, { except: "redoc" });
    expect(findings).toEqual([]);
    await context.close();
  });
});
