import { existsSync } from "node:fs";
import { chromium } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { missionOf, president, openTestApi, type TestApi, secretariat } from "../harness/test-api.ts";
import { recordContact } from "../fixtures/worklist.ts";

/** The list that the President reads when letters, calls and briefings have brought no nomination. */
let api: TestApi;
const path = "/v1/presidents-list";
const executablePath = "/usr/bin/chromium";
const list = async (as: string = president) => (await api.get(path, as)).body;
const partiesOf = ({ groups }: any): any[] => groups.flatMap(({ parties }: any) => parties);
const onList = (body: any, party: string) => partiesOf(body).find((one) => one.party === party);
const seatsOf = (body: any, kind: string): string[] =>
  partiesOf(body)
    .flatMap(({ party, missing }) =>
      missing
        .filter((one: any) => one.kind === kind)
        .flatMap(({ reviews }: any) => reviews.map((review: string) => `${review} ${party}`)),
    )
    .toSorted();

beforeAll(async () => {
  api = await openTestApi();
  api.app.faults.add({ effect: "bounce", address: "mission@de.example.org", times: 1 });
  await api.startGroup();
  await recordContact(api, "GR", {
    way: "call",
    outcome: "promised",
    nextOn: "2020-12-18",
    note: "<b>Ms. Papadaki</b>",
  });
  await recordContact(api, "GR", { way: "briefing", outcome: "informed", review: "c1-GR" });
  await api.name("FR", "focal-point");
  await api.app.rest();
});
afterAll(() => api.close());

describe("the President's list", () => {
  test("is empty as long as letters and the secretariat still have time, and counts the missing nominations", async () => {
    await api.app.moveTo("2021-01-06T07:59:00.000Z");
    const body = await list();
    expect([body.groups, body.nextListedAt]).toEqual([[], "2021-01-06T08:00:00.000Z"]);
    const { body: counted } = await api.get("/v1/figures/current", secretariat);
    for (const { figure, total, listed } of body.figures) {
      expect([figure, total]).toEqual([figure, counted.figures.find((one: any) => one.figure === figure).total]);
      expect([total > 0, listed]).toEqual([true, 0]);
    }
  });

  test("names from 22 days after the date on the seats that the figures count, by regional group", async () => {
    await api.app.moveTo("2021-01-06T08:01:00.000Z");
    expect(seatsOf(await list(), "experts")).toEqual([]);
    expect(seatsOf(await list(), "focal-point")).not.toEqual([]);
    await api.app.moveTo("2021-01-20T08:01:00.000Z");
    const body = await list();
    for (const [figure, kind] of [
      ["focal-points-missing", "focal-point"],
      ["experts-missing", "experts"],
    ] as const) {
      const { items } = await api.pages(`/v1/figures/current/${figure}`, secretariat, 50);
      expect(seatsOf(body, kind)).toEqual(items.map(({ review, party }) => `${review} ${party}`).toSorted());
      const shownFigure = body.figures.find((one: any) => one.figure === figure);
      expect(shownFigure).toEqual({ figure, total: items.length, listed: items.length });
    }
    const { items: parties } = await api.pages("/v1/parties", president, 200);
    const groupOf = new Map(parties.map(({ id, regionalGroup }) => [id, regionalGroup]));
    for (const { regionalGroup, parties: listed } of body.groups)
      for (const { party } of listed) expect([party, groupOf.get(party)]).toEqual([party, regionalGroup]);
    expect(seatsOf(body, "focal-point").filter((seat) => seat.endsWith(" FR"))).toEqual([]);
  });

  test("says of each since when, which letters left and how they fared, and which contacts there were", async () => {
    const greece = onList(await list(), "GR");
    expect(greece).toMatchObject({
      partyName: "Greece",
      missing: [
        {
          kind: "focal-point",
          group: "c1-g1",
          since: "2020-11-30T23:00:00.000Z",
          dueAt: "2020-12-15T22:59:59.999Z",
          listedSince: "2021-01-06T08:00:00.000Z",
        },
        { kind: "experts", dueAt: "2020-12-29T22:59:59.999Z", listedSince: "2021-01-20T08:00:00.000Z" },
      ],
      contacts: [
        { number: 2, way: "briefing", contactedOn: "2020-12-01", outcome: "informed" },
        { number: 1, way: "call", outcome: "promised", nextOn: "2020-12-18" },
      ],
    });
    expect(JSON.stringify(greece)).not.toContain("Papadaki");
    const { items } = await api.pages("/v1/letters?party=GR", secretariat, 50);
    const reminders = items.filter(({ kind, reason }) => kind === "nomination-reminder" && reason !== "duplicate");
    expect(reminders.length).toBeGreaterThan(3);
    expect(greece.letters.map(({ id, state }: any) => `${id} ${state}`)).toEqual(
      reminders.map(({ id, state }) => `${id} ${state}`),
    );
    expect(greece.letters[0].subject).toContain(
      "nomination of governmental experts (cluster 1), which was due by 29 December 2020",
    );
  });

  test("says of letters that were not sent why: no address of the mission works", async () => {
    const { letters } = onList(await list(), "DE");
    const skipped = letters.filter(({ state }: any) => state === "skipped");
    expect(skipped.length).toBeGreaterThan(0);
    for (const letter of skipped) expect(letter).toMatchObject({ kind: "nomination-reminder", reason: "suppressed" });
    for (const letter of letters) expect(Object.hasOwn(letter, "reason")).toBe(letter.state === "skipped");
    const { text } = await api.get(`${path}?format=html`, president);
    const rest = text.slice(text.indexOf('<div id="party-DE">'));
    expect(
      rest.slice(0, rest.indexOf("</details>")).match(/: Not sent: letters failed at every address</gu),
    ).toHaveLength(skipped.length);
    expect(text).not.toContain("no longer needed");
  });

  test("is readable by the secretariat too, and by no other user", async () => {
    const { asOf: _, ...theirs } = await list(secretariat);
    expect(await list()).toMatchObject(theirs);
    for (const where of [path, `${path}?format=html`])
      await api.expectRefusal(["GET", where, { as: missionOf("GR") }], { status: 403, problem: "not-yours" });
    expect((await api.get(path)).status).toBe(401);
  });

  test("loses a party that has named the missing people", async () => {
    await api.name("GR", "focal-point");
    await api.app.rest();
    expect(onList(await list(), "GR").missing.map(({ kind }: any) => kind)).toEqual(["experts"]);
    await api.name("GR", "expert");
    await api.app.rest();
    expect(onList(await list(), "GR")).toBeUndefined();
  });
});

describe("its page", () => {
  const page = async () => api.get(`${path}?format=html`, president);

  test("names every party of the list, loads nothing and runs nothing", async () => {
    const { status, headers, text } = await page();
    expect([status, headers.get("content-type")]).toEqual([200, "text/html; charset=utf-8"]);
    expect(headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(text).not.toMatch(/<script|https?:|url\(|@import/u);
    for (const { party } of partiesOf(await list())) expect(text).toContain(`<a href="#party-${party}">`);
  });

  test("is in the language that is requested, with the names of parties in it, and English where none is", async () => {
    const { status, headers, text } = await api.request("GET", `${path}?format=html`, {
      as: president,
      headers: { "accept-language": "ar, en;q=0.5" },
    });
    expect([status, headers.get("content-language"), headers.get("vary")]).toEqual([
      200,
      "ar",
      expect.stringContaining("Accept-Language"),
    ]);
    expect(text).toContain('<html lang="ar" dir="rtl">');
    expect(text).toContain("<bdi>ألمانيا</bdi>");
    const english = await page();
    expect(english.headers.get("content-language")).toBe("en");
    expect(english.text).toContain('<html lang="en" dir="ltr">');
    expect(english.text).toContain("<bdi>Germany</bdi>");
  });

  test.skipIf(!existsSync(executablePath))("reads and prints in a browser (skipped where there is none)", async () => {
    const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
    try {
      const shown = await browser.newPage({ viewport: { width: 1240, height: 900 } });
      await shown.setContent((await page()).text);
      const body = await list();
      expect(await shown.locator("h1").innerText()).toBe("Missing nominations");
      expect(await shown.locator(".parties tbody tr").count()).toBe(partiesOf(body).length);
      expect(await shown.locator(".parties").count()).toBe(body.groups.length);
      expect(await shown.evaluate("document.documentElement.scrollWidth <= innerWidth")).toBe(true);
      expect((await shown.pdf({ preferCSSPageSize: true })).subarray(0, 5).toString()).toBe("%PDF-");
    } finally {
      await browser.close();
    }
  });
});
