import { existsSync, readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import settings from "../../../examples/settings.json" with { type: "json" };
import { president, secretariat, type TestSystem } from "../../harness/test-api.ts";
import { startTestSystem } from "../../harness/over-http.ts";

/** The example front end, in a real browser on a running system: it keeps the promises of docs/sign-in.md. */

const executablePath = "/usr/bin/chromium";
const mission = "mission@de.example.org";

/** The files of examples/ as any server of files has them, with the settings of the running system. */
const fileServer = (app: () => string): Server =>
  createServer((request, response) => {
    const [path = ""] = (request.url ?? "/").slice(1).split("?");
    const name = path === "" ? "index.html" : path;
    const type = name.endsWith(".js") ? "text/javascript" : name.endsWith(".css") ? "text/css" : "text/html";
    response.setHeader("content-type", type);
    const text = readFileSync(`examples/${name}`, "utf8");
    response.end(name === "settings.json" ? text.replaceAll("http://localhost:8787", app()) : text);
  });

/** Skipped without a browser; .ci/run installs one. */
describe.skipIf(!existsSync(executablePath))(`in the browser (skipped where ${executablePath} is missing)`, () => {
  let app: TestSystem;
  let files: Server;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  const complaints: string[] = [];
  const requests: string[] = [];

  beforeAll(async () => {
    app = await startTestSystem();
    await app.startGroup();
    files = fileServer(() => app.app.url);
    await new Promise<void>((done) => files.listen(0, "127.0.0.1", done));
    const { port } = files.address() as AddressInfo;
    // The browser loads the files from the address of a front end in development; no test needs that port.
    const rules = `--host-resolver-rules=MAP localhost:3000 127.0.0.1:${port}`;
    browser = await chromium.launch({ executablePath, args: ["--no-sandbox", rules] });
  });
  afterAll(async () => {
    await browser?.close();
    files?.close();
    await app?.close();
  });

  beforeEach(async () => {
    context = await browser.newContext({ locale: "en-GB" });
    page = await context.newPage();
    page.setDefaultTimeout(15_000);
    page.on("pageerror", (error) => complaints.push(String(error)));
    page.on("request", (request) => requests.push(`${request.method()} ${new URL(request.url()).pathname}`));
  });
  afterEach(async () => {
    await context?.close();
    expect(complaints).toEqual([]);
  });

  const example = () => `${app.app.url}/_local/example/`;
  const signInAs = async (account: string, address = example()) => {
    await page.goto(address);
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.getByLabel("E-mail address").fill(account);
    await page.getByRole("button", { name: "Continue" }).click();
    await page.getByRole("button", { name: "Sign out" }).waitFor();
  };
  const signIn = async (address = example()) => {
    await signInAs(mission, address);
    await page.getByRole("heading", { name: "Reviews", exact: true }).waitFor();
    await page.locator(".review").first().waitFor();
  };
  const review = (name: string) => page.locator(".review", { has: page.getByText(name, { exact: true }) });
  const nominate = async (name: string, email: string, button = "Name this person") => {
    await page.locator("#name").fill(name);
    await page.locator("#email").fill(email);
    await page.getByRole("button", { name: button }).click();
  };
  const later = (hours: number) => app.app.moveTo(app.app.clock.now() + hours * 3_600_000);

  test("a mission signs in and sees its reviews, their stage, their blockers and its actions", async () => {
    await signIn();
    expect(page.url()).toBe(example());
    expect(await page.locator("#who").innerText()).toBe("Permanent mission, Germany");
    const ours = review("Germany");
    expect(await ours.locator(".stage").innerText()).toBe("Nomination of focal points and experts");
    expect(await ours.locator(".blocked").innerText()).toMatch(
      /^Nomination of a focal point, due 15 December 2020: .*Germany/u,
    );
    await ours.locator("summary").click();
    await ours.getByRole("listitem").filter({ hasText: "POST /v1/parties/DE/mandates" }).first().waitFor();
    expect(await ours.locator(".inside").innerText()).toContain(
      "Germany: Nomination of a focal point, due 15 December",
    );
  });

  test("invalid input is reported next to its field, and the corrected input takes effect", async () => {
    await signIn();
    await nominate("", "nobody");
    await page.locator("#email-wrong").waitFor();
    expect(await page.locator("#email-wrong").innerText()).toBe("must be an e-mail address");
    expect(await page.locator("#name").getAttribute("aria-describedby")).toBe("name-wrong");
    await page.locator("#name:focus").waitFor();

    await nominate("Erika Muster", "focal.point@de.example.org");
    await page.getByRole("status").filter({ hasText: "Erika Muster is named." }).waitFor();
    expect(await page.locator(".wrong").count()).toBe(0);
    await review("Germany").locator(".blocked").filter({ hasNotText: "Germany" }).waitFor();
    expect((await app.get("/v1/parties/DE/mandates", mission)).body.items).toHaveLength(1);
  });

  test("a refusal states the next step in the language of the page", async () => {
    await signIn();
    await page.getByLabel("Language", { exact: true }).selectOption("fr");
    await page.getByRole("heading", { name: "Examens", exact: true }).waitFor();
    await nominate("Jean Dupont", "second@de.example.org", "Désigner cette personne");
    const alert = page.getByRole("alert");
    await alert.waitFor();
    const { body } = await app.request("POST", "/v1/parties/DE/mandates", {
      as: mission,
      key: "in-french",
      headers: { "accept-language": "fr" },
      body: { role: "focal-point", person: { name: "Jean", email: "second@de.example.org", language: "fr" } },
    });
    expect(body.type).toBe("urn:review-mechanism:problem:focal-point-exists");
    const text = await alert.innerText();
    expect(text).toContain(body.title);
    expect(text).toContain(body.detail.replaceAll("`", ""));
    expect(text).toContain("c1-DE");
    expect(body.title).not.toBe("The party has a focal point in this review");
  });

  test.each([
    ["ar", "rtl", "ألمانيا"],
    ["zh", "ltr", "德国"],
    ["fr", "ltr", "Allemagne"],
    ["ru", "ltr", "Германия"],
    ["es", "ltr", "Alemania"],
  ])("in %s it is read %s, and calls Germany %s as the API does", async (language, direction, germany) => {
    await signIn();
    const before = await page.locator("#who").innerText();
    await page.getByLabel("Language", { exact: true }).selectOption(language);
    await page.locator("#who").filter({ hasNotText: before }).waitFor();
    const request = { as: mission, headers: { "accept-language": language } };
    const { body: labels } = await app.request("GET", "/v1/labels", request);
    const who = await page.locator("#who").innerText();
    expect([who.startsWith(labels.userRoles["permanent-mission"]), who.endsWith(germany)]).toEqual([true, true]);
    await review(germany).waitFor();
    expect(await page.evaluate("[document.documentElement.lang, document.documentElement.dir]")).toEqual([
      language,
      direction,
    ]);
    expect(await page.title()).not.toBe("Country reviews");
  });

  test("the President is shown when the list of missing nominations begins, and opens it to print", async () => {
    await signInAs(president);
    await page.getByRole("heading", { name: "Missing nominations" }).waitFor();
    await page.getByText("no nomination is on the list. The next comes on it on 6 January 2021.").waitFor();
    expect(await page.locator("#reviews").isVisible()).toBe(false);
    const [list] = await Promise.all([
      context.waitForEvent("page"),
      page.getByRole("button", { name: "Open the list to print" }).click(),
    ]);
    await list.getByRole("heading", { name: "Missing nominations" }).waitFor();
    expect(await list.getByText("No nomination is on this list today.").count()).toBe(1);
  });

  test("the secretariat sees its work list, and its bulletins with the progress of their letters", async () => {
    const text = { subject: "A briefing in Vienna", body: "Dear {{recipientName}},\n\na briefing is held." };
    const draft = { audience: { roles: ["mission"], parties: ["DE", "GR"] }, text };
    const { body } = await app.request("POST", "/v1/bulletins/previews", { as: secretariat, body: draft });
    app.app.faults.add({ effect: "bounce", address: "mission@gr.example.org", times: 1 });
    await app.request("POST", "/v1/bulletins", { as: secretariat, key: "briefing-1", body: { preview: body.hash } });
    await app.app.rest();
    await signInAs(secretariat);
    const bulletin = page.locator(".bulletin", { has: page.getByText("A briefing in Vienna", { exact: true }) });
    await bulletin.locator("summary").click();
    await bulletin.getByText("Delivered: 1").waitFor();
    await bulletin.getByText("Returned as undeliverable: 1").waitFor();
    const bounced = page.locator("#work-list li").filter({ hasText: "Returned letter: Greece" });
    expect(await bounced.innerText()).toContain("Request a valid address from the party, and set it.");
  });

  test("the session continues when the access token has expired, also after a reload, and ends after a week", async () => {
    await signIn();
    await later(2);
    requests.length = 0;
    await review("Germany").locator("summary").click();
    await review("Germany").locator(".inside li").first().waitFor();
    expect(requests.filter((each) => each.endsWith("/oauth2/token"))).toHaveLength(1);
    await page.reload();
    await page.locator(".review").first().waitFor();

    await later(8 * 24);
    await review("Sweden").locator("summary").click();
    await page.getByRole("alert").filter({ hasText: "Your session has ended" }).waitFor();
    await page.getByRole("button", { name: "Sign in" }).waitFor();
    expect(await page.locator(".review").first().isVisible()).toBe(false);
  });

  test("signing out ends the session, here and at the sign-in", async () => {
    await signIn();
    const token = await page.evaluate(() => sessionStorage.getItem("refresh-token"));
    await page.getByRole("button", { name: "Sign out" }).click();
    await page.getByRole("button", { name: "Sign in" }).waitFor();
    await page.reload();
    await page.getByRole("button", { name: "Sign in" }).waitFor();
    const body = new URLSearchParams({
      grant_type: "refresh_token",
      client_id: settings.clientId,
      refresh_token: token!,
    });
    expect((await fetch(`${app.app.url}/_local/sign-in/oauth2/token`, { method: "POST", body })).status).toBe(400);
  });

  test("a sign-in that this page did not begin does not count", async () => {
    requests.length = 0;
    await page.goto(`${example()}?code=of-another-user&state=theirs`);
    await page.getByRole("alert").filter({ hasText: "You are not signed in" }).waitFor();
    expect(page.url()).toBe(example());
    expect(requests.filter((each) => each.endsWith("/oauth2/token"))).toEqual([]);
  });

  test("from an origin of its own it works likewise with the settings of the repository", async () => {
    expect(settings.clientId).toBe(app.app.plan.pools[0]?.clients[0]?.id);
    await signIn("http://localhost:3000/");
    expect(page.url()).toBe("http://localhost:3000/");
    expect(await review("Germany").locator(".stage").innerText()).not.toBe("");
    await page.getByRole("button", { name: "Sign out" }).click();
    await page.getByRole("button", { name: "Sign in" }).waitFor();
    expect(new URL(page.url()).origin).toBe("http://localhost:3000");
  });
});
