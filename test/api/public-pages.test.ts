import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Language } from "../../schemas/base/values.ts";
import { freshKey, secondSecretariat, secretariat } from "../harness/test-api.ts";
import { labelsIn } from "../harness/labels.ts";
import { type Story, storyOf } from "./lives/story.ts";

/** Ireland, reviewed by France and Chad, has a list with an erratum; then a status paper is published. */
const list = `Ireland <b>is</b> "right" & so on.\n"Liste" finale.`;
const base = "/v1/pages";
let story: Story;

const publishPaper = async (): Promise<void> => {
  const { api } = story;
  const papers = "/v1/reports/status";
  const order = { as: secretariat, key: freshKey(), body: { asAt: "2020-12-16" } };
  const { id } = (await api.request("POST", papers, order)).body;
  await api.app.rest();
  await api.request("POST", `${papers}/${id}/publication`, { as: secretariat });
  expect((await api.request("POST", `${papers}/${id}/publication/approval`, { as: secondSecretariat })).status).toBe(
    200,
  );
};

beforeAll(async () => {
  story = await storyOf("c1-IE");
  await story.nominate();
  await story.to("2020-12-10");
  await story.conclude();
  await story.submit();
  await story.clearAll();
  const version = await story.list("The law of 1998.");
  await story.agreeAll(version);
  await story.publish(version);
  await story.api.app.rest();
  await story.to("2020-12-20");
  const agreements = ["IE", "FR", "TD"].map((party) => {
    const source = { kind: "note-verbale", number: `NV ${party}`, date: "2020-12-15" };
    return { party, happenedOn: "2020-12-15", source };
  });
  const erratum = { list, summary: "In short.", reason: "The date was wrong.", agreements };
  expect((await story.post("/observations/errata", secretariat, erratum, { key: freshKey() })).status).toBe(200);
  await story.api.app.rest();
});
afterAll(() => story.close());

const get = (path: string, headers: Readonly<Record<string, string>> = {}) =>
  story.api.request("GET", `${base}/${path}`, { headers });

interface Tag {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
}
const withoutEnd: ReadonlySet<string> = new Set(["meta", "br", "!doctype"]);

/** The tags of a page in their order. Throws where one is closed that is not open, or stays open. */
const tagsOf = (page: string): readonly Tag[] => {
  const open: string[] = [];
  const tags: Tag[] = [];
  const words = page.replace(/<style>.*?<\/style>/gsu, "");
  for (const [, end, name = "", rest = "", self] of words.matchAll(
    /<(\/?)(!?[a-zA-Z][\w-]*)((?:\s+[\w:-]+(?:="[^"<]*")?)*)\s*(\/?)>/gu,
  )) {
    if (end === "/") {
      const last = open.pop();
      if (last !== name) throw new Error(`</${name}> closes <${last}>`);
      continue;
    }
    const attributes = [...rest.matchAll(/([\w:-]+)="([^"]*)"/gu)].map(
      ([, key = "", value = ""]) => [key, value] as const,
    );
    tags.push({ name, attributes: new Map(attributes) });
    if (self !== "/" && !withoutEnd.has(name)) open.push(name);
  }
  if (open.length > 0) throw new Error(`${open.join(", ")} stay open`);
  return tags;
};
const named = (tags: readonly Tag[], name: string): readonly Tag[] => tags.filter((one) => one.name === name);

const languages = Language.options;
/** Matches the names, institutions, numbers, addresses and ids of people and missions of this test. */
const people = /The (?:focal-point|expert|observer) of|Counsellor|Institution of|\+43|[um]-[0-9a-z]{26}|example\.org/u;
const places = [
  "",
  "/pairings",
  "/pairings/c1-g1",
  "/parties",
  "/parties/IE",
  "/publications",
  "/publications/c1-IE",
  "/status",
];

describe.each(languages)("in %s", (language) => {
  test.each(places)("the page %s/… is whole, in its language and its direction, and without script", async (place) => {
    const { status, text, headers } = await get(`${language}${place}`);
    expect([status, headers.get("content-type")]).toEqual([200, "text/html; charset=utf-8"]);
    expect(headers.get("content-language")).toBe(language);
    expect(headers.get("content-security-policy")).toMatch(/^default-src 'none'; style-src 'unsafe-inline';/u);
    const all = tagsOf(text);
    const [html] = named(all, "html");
    expect([...(html?.attributes ?? [])]).toEqual([
      ["lang", language],
      ["dir", language === "ar" ? "rtl" : "ltr"],
    ]);
    expect(all.filter(({ name }) => ["script", "img", "link", "iframe", "form"].includes(name))).toEqual([]);
    expect(named(all, "h1")).toHaveLength(1);
    expect(text.replace(/<style>.*?<\/style>/gsu, "")).not.toMatch(people);
    // An unfilled message leaves a brace; an unknown value leaves a keyword of JavaScript.
    expect(text.replace(/<style>.*?<\/style>/gsu, "")).not.toMatch(/[{}]|undefined|NaN|\[object/u);
  });

  test.each(places)(
    "each link of the page %s/… leads somewhere, and six to the same page in each language",
    async (place) => {
      const { text } = await get(`${language}${place}`);
      const links = named(tagsOf(text), "a");
      const targets = new Set(links.flatMap(({ attributes }) => attributes.get("href") ?? []));
      expect([...targets].filter((to) => languages.some((one) => to === `${base}/${one}${place}`))).toHaveLength(6);
      // A few parties are enough: the test of country profiles covers all.
      const few = [...targets]
        .filter((to) => to.startsWith("/"))
        .filter((to, at) => !to.includes("/parties/") || at % 40 === 0);
      for (const to of few) expect([to, (await story.api.get(to)).status]).toEqual([to, 200]);
    },
  );

  test("the pages show the public data, in words of the language", async () => {
    const { stages, clusters } = labelsIn(language);
    expect((await get(`${language}/pairings`)).text).toContain(clusters["1"]);
    expect((await get(`${language}/parties/IE`)).text).toContain(stages.concluded);
    const pairings = (await get(`${language}/pairings/c1-g1`)).text;
    const { items } = await story.api.pages("/v1/pairings?cluster=1", undefined, 100);
    const own = items.filter(({ group }) => group === "c1-g1");
    for (const { party } of own) expect(pairings).toContain(`${base}/${language}/parties/${party}"`);
    expect(pairings.split('<th scope="row">')).toHaveLength(own.length + 1);
  });
});

test("a published list is shown as it was submitted, nothing in it is markup, and its erratum has its reason", async () => {
  const { text } = await get("fr/publications/c1-IE");
  expect(text).toContain("Ireland &lt;b&gt;is&lt;/b&gt; &quot;right&quot; &amp; so on.\n&quot;Liste&quot; finale.");
  expect(text).toContain("<bdi>The date was wrong.</bdi>");
  expect(text).not.toContain("The law of 1998.");
  const first = await get("fr/publications/c1-IE?version=1");
  expect(first.text).toContain("The law of 1998.");
  expect(first.text).toContain('href="/v1/pages/fr/publications/c1-IE?version=2"');
  expect(first.text).toContain('href="/v1/pages/ar/publications/c1-IE?version=1"');
});

test("every party has a profile, and none names its people", async () => {
  const { text } = await get("zh/parties");
  const profiles = [...text.matchAll(/\/v1\/(pages\/zh\/parties\/[A-Z]{2})"/gu)].map(([, path]) => path ?? "");
  expect(profiles.length).toBeGreaterThan(180);
  for (const path of profiles) {
    const profile = await story.api.get(`/v1/${path}`);
    expect([path, profile.status, profile.text.match(people)]).toEqual([path, 200, null]);
  }
});

describe("the status of the Mechanism", () => {
  test("is not said before a status paper is published, and then as in the latest one alone", async () => {
    const before = (await get("en/status")).text;
    expect(before).toContain("No status paper has been published yet.");
    expect(before).not.toContain("<table");
    await publishPaper();
    const { text } = await get("en/status");
    expect(text).toContain("As at 16 December 2020, as the status paper published on 20 December 2020 says.");
    expect(text.match(/<svg /gu)).toHaveLength(6);
    const [paper] = (await story.api.get("/v1/public/reports/status")).body.items;
    const path = paper.documents.find(({ format }: any) => format === "json").path;
    const { measures } = (await story.api.get(path)).body;
    const total = (name: string) => measures.find(({ measure }: any) => measure === name).total;
    for (const name of ["parties-taking-part", "reviews-started", "reviews-concluded"] as const) {
      const { name: called } = labelsIn("en").measures[name];
      const [, shown] = new RegExp(`scope="row">${called}<br>.*?</th><td>([\\d,]+)<`, "u").exec(text) ?? [];
      expect([name, shown]).toEqual([name, new Intl.NumberFormat("en").format(total(name))]);
    }
    expect((await get("ar/publications")).text).toContain(`/v1/public/reports/status/${paper.id}/content`);
  });

  test.each(languages)("is whole in %s, with each figure as drawing and as table", async (language) => {
    const { text } = await get(`${language}/status`);
    const all = tagsOf(text);
    expect(named(all, "svg")).toHaveLength(6);
    expect(named(all, "table").length).toBeGreaterThan(4);
    const ids = all.flatMap(({ attributes }) => attributes.get("id") ?? []);
    expect(ids.length).toBe(new Set(ids).size);
  });
});

describe("paths without a page", () => {
  test.each(["de", "EN", "en-GB", "%00", "xx"])(
    "a language outside the six, %s, is answered with all six",
    async (language) => {
      const { status, text, type, headers } = await get(language, { "accept-language": "fr" });
      expect([status, type, headers.get("content-language")]).toEqual([404, "text/html", "fr"]);
      for (const one of languages) expect(text).toContain(`href="${base}/${one}" lang="${one}"`);
      expect(text).toContain("Ces pages existent en six langues");
      expect(headers.get("vary")).toContain("Accept-Language");
    },
  );

  test.each([
    "ar/nothing",
    "ar/pairings/c1-g99",
    "ar/pairings/c1-IE",
    "ar/parties/ZZ",
    "ar/parties/%3Cscript%3E",
    "ar/publications/c1-FR",
    "ar/publications/c1-IE?version=9",
    "ar/status/c1-IE",
  ])("%s is a page in its language, cached shortly and without a tag", async (path) => {
    const { status, text, type, headers } = await get(path, { "accept-language": "fr" });
    expect([status, type, headers.get("content-language")]).toEqual([404, "text/html", "ar"]);
    expect(text).toContain('<html lang="ar" dir="rtl">');
    expect(text).not.toContain("script");
    expect([headers.get("cache-control"), headers.get("etag")]).toEqual(["public, max-age=60", null]);
  });

  test("a cursor that the service did not make, or a version that is no number, is refused", async () => {
    const { api } = story;
    await api.expectRefusal(["GET", `${base}/en/publications?cursor=x.y`, {}], {
      status: 400,
      problem: "invalid-cursor",
    });
    const refused = await get("en/publications/c1-IE?version=0");
    expect([refused.status, refused.problem]).toEqual([400, "invalid-request"]);
  });
});

test("a page is cached for some minutes, and is not sent again to a client that has it", async () => {
  const first = await get("ru/parties/IE");
  expect(first.headers.get("cache-control")).toBe("public, max-age=300");
  const etag = first.headers.get("etag") ?? "";
  const again = await get("ru/parties/IE", { "if-none-match": etag });
  expect([again.status, again.text]).toEqual([304, ""]);
  const other = await get("es/parties/IE", { "if-none-match": etag });
  expect(other.status).toBe(200);
});
