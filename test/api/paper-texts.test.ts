import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { checkerFindings } from "../harness/api-verification.ts";
import {
  freshKey,
  missionOf,
  openTestApi,
  secondSecretariat,
  secretariat,
  startGroup,
  type TestApi,
} from "../harness/test-api.ts";

/** A person completes a status paper: their text is written with it, kept when it is computed again, and frozen with it. */
const path = "/v1/reports/status";
let api: TestApi;
beforeAll(async () => {
  api = await openTestApi();
  await startGroup(api);
  await api.app.moveTo("2020-12-08T09:00:00Z");
  await api.app.rest();
});
afterAll(() => api.close());

const write = async (body: object): Promise<any> => {
  const answer = await api.request("POST", path, { as: secretariat, key: freshKey(), body });
  expect([answer.status, answer.text]).toEqual([202, expect.any(String)]);
  await api.app.rest();
  return (await api.get(answer.headers.get("location")!, secretariat)).body;
};
const complete = ({ id, version }: any, body: object, as = secretariat) =>
  api.request("PUT", `${path}/${id}/texts`, { as, match: `"v${version}"`, body });
const read = async (id: string, format: string, language: string): Promise<string> =>
  (await api.get(`${path}/${id}/content?format=${format}&language=${language}`, secretariat)).text;

const texts = {
  symbol: "CTOC/COP/WG.3/2020/2",
  en: {
    session: "Vienna, 8 December 2020",
    agendaItem: "Item 3 of the provisional agenda",
    paragraphs: [
      { after: 26, text: "The secretariat attempted to facilitate <such> meetings." },
      { after: 26, text: "A second one." },
    ],
    notes: [{ paragraph: 8, text: "Available on the website." }],
  },
  fr: { paragraphs: [{ after: 26, text: "Le secrétariat s’est efforcé de faciliter ces réunions." }] },
};

describe("the text of a person in a status paper", () => {
  let paper: any;
  test("is written in its language, at its numbers, in every format of words, from the same numbers", async () => {
    paper = await write({ asAt: "2020-12-07" });
    const numbers = paper.documents.find(({ format }: any) => format === "json");
    const answer = await complete(paper, texts);
    expect([answer.status, answer.body.state, answer.body.work.progress.done]).toEqual([202, "being-written", 1]);
    await api.app.rest();
    paper = (await api.get(`${path}/${paper.id}`, secretariat)).body;
    expect([paper.state, paper.documents.find(({ format }: any) => format === "json")]).toEqual(["ready", numbers]);
    const markdown = await read(paper.id, "markdown", "en");
    expect(markdown).toMatch(
      /^CTOC\/COP\/WG\.3\/2020\/2\n\nVienna, 8 December 2020\n\nItem 3 of the provisional agenda\n\n# /u,
    );
    expect(markdown).toMatch(/\n26a\\\. The secretariat attempted[^\n]*\n\n26b\\\. A second one\.\n/u);
    expect(markdown).toMatch(
      /\n8\\\. The results of the drawing[^\n]*public\.\[\^(\d+)\]\n[^]*\n\[\^\1\]: Available on the website\.\n/u,
    );
    const page = await read(paper.id, "html", "en");
    expect(page).toContain('<p class="front">CTOC/COP/WG.3/2020/2</p>');
    expect(page).toContain(
      'id="paragraph-26a">26a.</span>The secretariat attempted to facilitate &lt;such&gt; meetings.',
    );
    const french = await read(paper.id, "markdown", "fr");
    expect(french).toMatch(/^CTOC\/COP\/WG\.3\/2020\/2\n\n# /u);
    expect(french).toContain("26a\\. Le secrétariat s’est efforcé");
    expect(french).not.toContain("A second one.");
    expect(await read(paper.id, "markdown", "es")).not.toContain("26a");
  });

  test("is read as it was given, and a repetition changes nothing", async () => {
    const { body } = await api.get(`${path}/${paper.id}`, missionOf("FR"));
    expect(body.texts).toEqual(texts);
    const again = await complete(paper, texts);
    expect([again.status, again.body.version]).toEqual([202, paper.version]);
    // Only the reply of the paper itself shows its texts: a list would repeat them for every paper.
    const { items } = (await api.get(path, missionOf("FR"))).body;
    expect([again.body, ...items].filter((shown: object) => "texts" in shown)).toEqual([]);
    await api.expectRefusal(["PUT", `${path}/${paper.id}/texts`, { as: secretariat, match: '"v1"', body: {} }], {
      status: 412,
      problem: "stale-version",
      more: { version: paper.version },
    });
    await api.expectRefusal(
      ["PUT", `${path}/${paper.id}/texts`, { as: missionOf("FR"), match: `"v${paper.version}"`, body: {} }],
      { status: 403, problem: "not-yours" },
    );
    await api.expectRefusal(["GET", `${path}/p-${"0".repeat(26)}`, { as: secretariat }], {
      status: 404,
      problem: "not-found",
    });
  });

  test("is at the number of a paragraph that the paper has", async () => {
    const body = { en: { paragraphs: [{ after: 48, text: "Too far." }] } };
    await api.expectRefusal(
      ["PUT", `${path}/${paper.id}/texts`, { as: secretariat, match: `"v${paper.version}"`, body }],
      {
        status: 400,
        problem: "invalid-request",
        places: [{ pointer: "#/en/paragraphs/0/after" }],
      },
    );
  });

  test("is kept when the paper is computed again for its day, and taken over from another where the order says so", async () => {
    await api.app.moveTo("2020-12-09T09:00:00Z");
    expect((await api.name("FR", "focal-point")).status).toBe(201);
    await api.app.rest();
    const second = await write({ asAt: "2020-12-07" });
    expect(second.id).not.toBe(paper.id);
    expect((await api.get(`${path}/${second.id}`, secretariat)).body.texts).toEqual(texts);
    expect(await read(second.id, "markdown", "en")).toContain("26b\\. A second one.");
    const other = await write({ asAt: "2020-12-08", textsFrom: paper.id });
    expect(await read(other.id, "markdown", "en")).toContain("26b\\. A second one.");
    const without = await write({ asAt: "2020-12-06" });
    expect((await api.get(`${path}/${without.id}`, secretariat)).body).not.toHaveProperty("texts");
    const body = { asAt: "2020-12-05", textsFrom: `p-${"0".repeat(26)}` };
    await api.expectRefusal(["POST", path, { as: secretariat, key: freshKey(), body }], {
      status: 404,
      problem: "not-found",
    });
  });

  test("needs another order of publication where one was given, and is frozen with the published paper", async () => {
    const order = () => api.request("POST", `${path}/${paper.id}/publication`, { as: secretariat });
    const approve = () => api.request("POST", `${path}/${paper.id}/publication/approval`, { as: secondSecretariat });
    const ordered = await order();
    expect((await complete(ordered.body, { ...texts, symbol: "CTOC/COP/WG.3/2020/3" })).body.state).toBe(
      "being-written",
    );
    await api.app.rest();
    expect((await approve()).problem).toBe("publication-not-ordered");
    await order();
    const published = (await approve()).body;
    expect(published.state).toBe("published");
    const { text } = await api.get(`/v1/public/reports/status/${paper.id}/content?format=markdown&language=en`);
    expect(text).toMatch(/^CTOC\/COP\/WG\.3\/2020\/3\n[^]*26b\\\. A second one\./u);
    const body = {};
    await api.expectRefusal(
      ["PUT", `${path}/${paper.id}/texts`, { as: secretariat, match: `"v${published.version}"`, body }],
      { status: 409, problem: "paper-frozen", more: { state: "published" } },
    );
  });

  test("leaves the numbers as they are: the checker finds nothing", async () => {
    expect(await checkerFindings(api)).toEqual([]);
  });
});
