import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { addressOf, type TestSystem } from "../../harness/test-api.ts";
import { startTestSystem } from "../../harness/over-http.ts";

/** The mailbox of a running system in a real browser: mails, their letters in the ledger, and switches for faults. */

const executablePath = "/usr/bin/chromium";

/** Skipped without a browser; .ci/run installs one. */
describe.skipIf(!existsSync(executablePath))(`in the browser (skipped where ${executablePath} is missing)`, () => {
  let api: TestSystem;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let complaints: string[];
  let origins: Set<string>;

  const openPage = async (): Promise<Page> => {
    const opened = await context.newPage();
    opened.setDefaultTimeout(15_000);
    opened.on("console", (message) => {
      if (["error", "warning"].includes(message.type())) complaints.push(message.text());
    });
    opened.on("pageerror", (error) => complaints.push(String(error)));
    opened.on("request", (request) => origins.add(new URL(request.url()).origin));
    return opened;
  };

  beforeAll(async () => {
    api = await startTestSystem();
    await api.startGroup();
    // Germany has two mails: to its mission, and to the focal point that it names.
    await api.name("DE", "focal-point");
    await api.app.rest();
    browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
  });
  afterAll(async () => {
    await browser?.close();
    await api?.close();
  });
  beforeEach(async () => {
    [complaints, origins] = [[], new Set()];
    context = await browser.newContext({ viewport: { width: 1280, height: 850 }, locale: "en-GB" });
    page = await openPage();
  });
  afterEach(async () => {
    await context?.close();
    api?.app.faults.clear();
  });

  const at = (path = "") => `${api.app.url}/_local/mailbox${path}`;
  const entries = () => page.getByRole("region", { name: "List of mails" }).getByRole("listitem");
  const count = () => page.getByRole("status").innerText();
  const ledger = () => page.getByRole("complementary", { name: "In the ledger" });
  const history = async () =>
    (await ledger().getByRole("listitem").allInnerTexts()).map((step) => step.replaceAll(/\s+/gu, " "));
  const search = async (to: string, text: string, key?: string) => {
    await page.getByRole("searchbox", { name: "Recipient" }).fill(to);
    await page.getByRole("searchbox", { name: "Subject or text" }).fill(text);
    const done = page.waitForURL((url) => url.searchParams.get("to") === to && url.searchParams.get("q") === text);
    await (key === undefined ? page.getByRole("button", { name: "Search" }).click() : page.keyboard.press(key));
    await done;
  };
  const switchOn = async (title: string, { address = "", times = "1", always = false } = {}) => {
    await page.goto(at("/switches"));
    await page.getByRole("radio", { name: title, exact: true }).check();
    await page.getByLabel("Recipient", { exact: true }).fill(address);
    await page.getByLabel("For the next … mails").fill(times);
    if (always) await page.getByLabel("until switched off").check();
    await page.getByRole("button", { name: "Switch on" }).click();
    await page.getByRole("heading", { name: "On now" }).waitFor();
  };
  const onNow = async () =>
    (await page.locator("ul.onnow li > span").allInnerTexts()).map((each) => each.replaceAll(/\s+/gu, " "));
  const plain = { from: "a@example.org", replyTo: [], text: "Text", html: "", headers: {}, tags: {}, attachments: [] };

  test("mails are found by recipient and by text, whatever the case and the lines; the filter can be removed", async () => {
    await page.goto(at());
    const all = await entries().count();
    expect(all).toBeGreaterThan(5);
    await search("@DE.", "");
    expect([await entries().count(), await count()]).toEqual([2, "2 mails"]);
    await search("", "permanent mission of GERMANY");
    expect(await entries().count()).toBe(1);
    await search("mission@de.example.org", "experts");
    expect([await entries().count(), await count()]).toEqual([1, "1 mail"]);
    await search("mission@fr.example.org", "permanent mission of Germany");
    expect([await entries().count(), await count()]).toEqual([0, "No mail like that."]);
    await page.getByRole("link", { name: "Show all" }).click();
    await page.waitForURL(at());
    expect(await entries().count()).toBe(all);
    expect(complaints).toEqual([]);
  });

  test("a mail is shown as HTML, as text and with its headers, next to the state and the history of its letter", async () => {
    await page.goto(at("?to=mission@de.example.org&q=experts"));
    await page
      .getByRole("heading", {
        name: "Germany: nomination of a focal point and experts (cluster 1) – by 15 December 2020",
      })
      .waitFor();
    await page.frameLocator("iframe").getByText("Permanent Mission of Germany").first().waitFor();
    const views = page.getByRole("navigation", { name: "Views of the mail" });
    expect(await views.locator("[aria-current]").innerText()).toBe("HTML");

    await views.getByRole("link", { name: "Text" }).click();
    await page.waitForURL((url) => url.searchParams.get("view") === "text");
    expect((await page.locator("pre").innerText()).replaceAll(/\s+/gu, " ")).toContain("Permanent Mission of Germany");
    expect(await page.locator("iframe").count()).toBe(0);

    const [mail] = api.app.mailbox.find({ to: "mission@de.example.org", text: "experts" });
    await views.getByRole("link", { name: "Headers" }).click();
    await page.waitForURL((url) => url.searchParams.get("view") === "headers");
    const headers = await page.locator(".view dl").innerText();
    for (const said of [mail!.id, mail!.replyTo[0]!, mail!.tags["letter"]!, ...Object.values(mail!.headers)])
      expect(headers).toContain(said);

    expect(await entries().locator(".state").allInnerTexts()).toEqual(["delivered"]);
    expect(await ledger().innerText()).toContain(mail!.tags["letter"]);
    expect((await history()).map((step) => step.split(" ")[0])).toEqual([
      "planned",
      "claimed",
      "accepted",
      "delivered",
    ]);
    expect([complaints, [...origins]]).toEqual([[], [api.app.url]]);
  });

  test("a letter leads to the example page, in another tab", async () => {
    await page.goto(at("?to=mission@fr.example.org&q=experts"));
    const link = page.frameLocator("iframe").getByRole("link", { name: "/_local/example/" });
    const [opened] = await Promise.all([context.waitForEvent("page"), link.click()]);
    await opened.getByRole("button", { name: "Sign in" }).click();
    await opened.getByLabel("E-mail address").fill("mission@fr.example.org");
    await opened.getByRole("button", { name: "Continue" }).click();
    await opened.locator(".review").first().waitFor();
    expect(opened.url()).toBe(`${api.app.url}/_local/example/`);
    expect(page.url()).toBe(at("?to=mission@fr.example.org&q=experts"));
  });

  test("the list has pages, and says of a mail that is no letter that it is none", async () => {
    const { mailbox } = api.app;
    for (let number = 1; number <= 60; number += 1)
      mailbox.accept({ ...plain, to: ["pages@example.org"], subject: `Notice ${number}` });
    await page.goto(at("?to=pages@example.org"));
    expect([await entries().count(), await count()]).toEqual([25, "1–25 of 60 mails"]);
    expect(await entries().first().innerText()).toContain("Notice 60");
    await page.getByRole("link", { name: "Older" }).click();
    await page.getByText("Page 2 of 3").waitFor();
    await page.getByRole("link", { name: "Older" }).click();
    await page.getByText("Page 3 of 3").waitFor();
    expect([await entries().count(), await count()]).toEqual([10, "51–60 of 60 mails"]);
    expect(await page.getByRole("link", { name: "Older" }).count()).toBe(0);

    await entries().last().getByRole("link").click();
    await page.getByRole("heading", { name: "Notice 1", exact: true }).waitFor();
    expect(await page.getByText("Page 3 of 3").count()).toBe(1);
    expect(await entries().last().innerText()).toContain("no letter");
    expect(await ledger().innerText()).toContain("This mail carries no letter’s id.");
    await page.goto(at("?id=none"));
    expect(await page.locator("article").innerText()).toBe("There is no such mail here.");
  });

  test("the content of a mail is only shown: no script of it runs, no form of it is sent, nothing is fetched for it", async () => {
    const evil = `"><img src="http://elsewhere.example.org/x" onerror="document.title='taken'"><script>document.title='taken'</script>`;
    const id = api.app.mailbox.accept({
      ...plain,
      from: `${evil} <a@example.org>`,
      to: [`${evil} <evil@example.org>`],
      subject: `${evil}</title></style>`,
      text: `${evil}</pre>`,
      html: `<script>top.document.title='taken';document.title='taken'</script><img src="${at("/switches")}">
        <meta http-equiv="refresh" content="0;url=http://elsewhere.example.org/"><base href="http://elsewhere.example.org/">
        <form action="${at("/switches")}" method="post"><input name="name" value="bounce"><button>Win</button></form>
        <a href="javascript:document.title='taken'">Go</a><p id="seen">Seen</p>`,
      headers: { "X-Evil": evil },
      tags: { letter: evil },
      attachments: [{ name: `${evil}\r\nset-cookie: a=b.txt`, type: "text/html", data: "PGI+aGk8L2I+" }],
    });
    for (const view of ["html", "text", "headers"]) {
      await page.goto(at(`?to=evil@example.org&id=${id}&view=${view}`));
      await page.getByRole("heading", { level: 2 }).waitFor();
      expect(await page.title()).toContain(evil);
      expect(await page.locator("script, img").count()).toBe(0);
      expect(await page.locator("article h2").innerText()).toContain(evil);
    }
    await page.goto(at(`?id=${id}`));
    const frame = page.frameLocator("iframe");
    await frame.locator("#seen").waitFor();
    await frame.getByRole("button", { name: "Win" }).click();
    await frame.getByRole("link", { name: "Go" }).click();
    expect(page.url()).toBe(at(`?id=${id}`));
    expect(await page.title()).not.toBe("taken");

    const alone = await openPage();
    await alone.goto(at(`/messages/${id}/html`));
    await alone.getByRole("button", { name: "Win" }).click();
    expect(await alone.title()).toBe("");
    expect([[...origins], api.app.faults.all()]).toEqual([[api.app.url], []]);
  });

  test("attachments are listed with type and size, and saved as they came", async () => {
    const data = Buffer.from("Année;Été\r\n").toString("base64");
    const attachments = [{ name: "liste (été).csv", type: "text/csv", data }];
    api.app.mailbox.accept({ ...plain, to: ["files@example.org"], subject: "With a list", attachments });
    await page.goto(at("?to=files@example.org"));
    const files = page.getByRole("region", { name: "Attachments" });
    expect(await files.getByRole("listitem").innerText()).toBe("liste (été).csv text/csv, 14 bytes");
    const [file] = await Promise.all([page.waitForEvent("download"), files.getByRole("link").click()]);
    expect(file.suggestedFilename()).toBe("liste (été).csv");
    expect(await readFile(await file.path(), "utf8")).toBe("Année;Été\r\n");
  });

  test("a letter that is throttled by a switch waits, says why, and is delivered later", async () => {
    await context.close();
    // No page needs a script: this test runs without any.
    context = await browser.newContext({ javaScriptEnabled: false });
    page = await openPage();
    const address = addressOf("AT", "expert");
    await switchOn("Throttling", { address, times: "2" });
    expect(await onNow()).toEqual([`Throttling to ${address}, next 2 mails`]);
    expect((await api.name("AT", "expert")).status).toBe(201);
    await api.app.rest();

    await page.reload();
    expect(await onNow()).toEqual([`Throttling to ${address}, next mail`]);
    const unsentRows = page.getByRole("region", { name: "Letters that have not left" }).getByRole("row");
    expect(await unsentRows.filter({ hasText: "invitation" }).innerText()).toMatch(
      /planned\s+TooManyRequestsException/u,
    );
    expect(api.app.mailbox.find({ to: address })).toEqual([]);

    await api.app.moveTo(api.app.clock.now() + 3_600_000);
    await page.goto(at(`?to=${address}`));
    expect(await entries().locator(".state").allInnerTexts()).toEqual(["delivered"]);
    const steps = await history();
    expect(steps.filter((step) => /^planned .* TooManyRequestsException$/u.test(step))).toHaveLength(2);
    expect(steps.at(-1)).toMatch(/^delivered /u);
    await page.goto(at("/switches"));
    expect(await page.getByText("Nothing: every mail is accepted and delivered.").count()).toBe(1);
    expect(await unsentRows.count()).toBe(0);
  });

  // The sender waits as long as the mail client does, in real time.
  test("a timeout after acceptance leaves one mail, and the report on it settles the letter", async () => {
    const address = addressOf("IE", "expert");
    await switchOn("Timeout after acceptance", { address });
    expect((await api.name("IE", "expert")).status).toBe(201);
    await api.app.rest();
    await page.goto(at(`?to=${address}`));
    expect([await count(), await entries().locator(".state").allInnerTexts()]).toEqual(["1 mail", ["delivered"]]);
    const states = (await history()).map((step) => step.split(" ")[0]);
    expect(states).toEqual(["planned", "claimed", "accepted", "delivered"]);
    expect(api.app.faults.all()).toEqual([]);
  });

  test("a bounce for one address shows in the ledger's state of its letter, until it is switched off", async () => {
    const address = addressOf("GR", "expert");
    await switchOn("Bounce", { address: address.toUpperCase(), always: true });
    await switchOn("Complaint", { times: "1" });
    expect(await onNow()).toEqual([
      `Bounce to ${address}, until switched off`,
      "Complaint to any recipient, next mail",
    ]);
    expect((await api.name("GR", "expert")).status).toBe(201);
    expect((await api.name("SE", "expert")).status).toBe(201);
    await api.app.rest();

    await page.goto(at(`?to=${address}`));
    expect(await page.locator("p.on").innerText()).toContain(`Bounce (to ${address}, until switched off)`);
    expect(await entries().locator(".state").allInnerTexts()).toEqual(["bounced"]);
    expect(await page.locator("article").innerText()).toContain("bounced: there is no such mailbox");
    expect((await history()).at(-1)).toMatch(/^bounced /u);
    await page.goto(at(`?to=${addressOf("SE", "expert")}`));
    expect(await entries().locator(".state").allInnerTexts()).toEqual(["complained"]);

    await page.getByRole("link", { name: "Switches 1 on" }).click();
    const suppressed = page.getByRole("region", { name: "Suppressed addresses" }).getByRole("row");
    expect(await suppressed.filter({ hasText: address }).innerText()).toContain("bounce");
    await page.getByRole("button", { name: `Switch off: Bounce to ${address}` }).click();
    await page.getByText("Nothing: every mail is accepted and delivered.").waitFor();
    expect(api.app.faults.all()).toEqual([]);
    expect(complaints).toEqual([]);
  });

  test("invalid input of a switch is reported next to its field, and the choice stays", async () => {
    await page.goto(at("/switches"));
    await page.getByRole("radio", { name: "Complaint" }).check();
    // The browser's own checks are off here, so that the reply of the system is visible.
    await page.locator("form.switch").evaluate((form) => form.setAttribute("novalidate", ""));
    await page.getByLabel("For the next … mails").fill("0");
    await page.getByRole("button", { name: "Switch on" }).click();
    await page.getByRole("alert").filter({ hasText: "Write a whole number from 1 to 1000." }).waitFor();
    expect(await page.getByRole("radio", { name: "Complaint" }).isChecked()).toBe(true);
    expect(await page.getByLabel("For the next … mails").getAttribute("aria-describedby")).toBe("wrong");
    expect(api.app.faults.all()).toEqual([]);
  });

  test("everything is reached by the keyboard alone", async () => {
    await page.goto(at());
    await page.keyboard.press("Tab");
    expect(await page.locator(":focus").innerText()).toBe("Skip to the content");
    await page.keyboard.press("Enter");
    await page.locator("#content:focus").waitFor();

    await page.getByRole("searchbox", { name: "Recipient" }).focus();
    await search("@de.example.org", "", "Enter");
    await page.getByRole("button", { name: "Search" }).focus();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    const second = await page.locator(":focus b").innerText();
    await page.keyboard.press("Enter");
    await page.waitForURL((url) => url.searchParams.has("id"));
    expect(await page.getByRole("heading", { level: 2 }).innerText()).toBe(second);
  });

  test.each([1280, 400])(
    "at a width of %i nothing is cut off, and the mail is one step from the list",
    async (width) => {
      await page.setViewportSize({ width, height: 850 });
      const overflows = () => page.evaluate("document.documentElement.scrollWidth > innerWidth");
      await page.goto(at("?to=mission@de.example.org"));
      expect(await overflows()).toBe(false);
      await entries().first().getByRole("link").click();
      await page.waitForURL((url) => url.searchParams.has("id"));
      await page.frameLocator("iframe").getByText("Permanent Mission of Germany").first().waitFor();
      expect(await overflows()).toBe(false);
      const back = page.getByRole("link", { name: "Back to the list" });
      expect([await back.isVisible(), await entries().first().isVisible()]).toEqual(
        width === 400 ? [true, false] : [false, true],
      );
      await page.goto(at("/switches"));
      expect(await overflows()).toBe(false);
      await page.getByRole("button", { name: "Switch on" }).click();
      await page.locator("ul.onnow").waitFor();
      expect(await overflows()).toBe(false);
    },
  );
});
