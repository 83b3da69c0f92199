import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Language } from "../../schemas/base/values.ts";
import { checkerFindings } from "../harness/api-verification.ts";
import { type Answer } from "../harness/contract.ts";
import {
  freshKey,
  missionOf,
  openTestApi,
  personOf,
  president,
  secondSecretariat,
  secretariat,
  startGroup,
  type TestApi,
} from "../harness/test-api.ts";
import { entryOf } from "../fixtures/register-entries.ts";

/** The first group has started, and France has named a focal point; then papers are ordered, read and published. */
/** The numbers, and three formats in each language. */
const partsInAll = 1 + 3 * Language.options.length;
const path = "/v1/reports/status";
const publicPath = "/v1/public/reports/status";
let api: TestApi;
beforeAll(async () => {
  api = await openTestApi();
  await startGroup(api);
  await api.app.moveTo("2020-12-08T09:00:00Z");
  expect((await api.name("FR", "focal-point")).status).toBe(201);
  await api.app.rest();
});
afterAll(() => api.close());

const order = (asAt: string, as: string = secretariat): Promise<Answer> =>
  api.request("POST", path, { as, key: freshKey(), body: { asAt } });
/** Orders a paper, and waits until it is written. */
const write = async (asAt: string): Promise<any> => {
  const answer = await order(asAt);
  expect([answer.status, answer.text]).toEqual([202, expect.any(String)]);
  await api.app.rest();
  return (await api.get(answer.headers.get("location")!, secretariat)).body;
};
const publish = async (id: string): Promise<Answer> => {
  const request = await api.request("POST", `${path}/${id}/publication`, { as: secretariat });
  expect([request.status, request.body?.state]).toEqual([200, "awaiting-approval"]);
  return api.request("POST", `${path}/${id}/publication/approval`, { as: secondSecretariat });
};
const sha256 = (text: string): string => createHash("sha256").update(text, "utf8").digest("hex");

describe("a paper that was ordered", () => {
  test("is written right after, format by format, and read by every registered user, with the hash of each", async () => {
    const answer = await order("2020-12-07");
    expect(answer.body).toMatchObject({
      asAt: "2020-12-07",
      state: "being-written",
      work: { state: "running", progress: { done: 0, of: partsInAll } },
      documents: [],
    });
    const early = `${path}/${answer.body.id}`;
    await api.app.rest();
    const paper = (await api.get(early, missionOf("FR"))).body;
    expect(paper).toMatchObject({
      state: "ready",
      work: { state: "done", progress: { done: partsInAll, of: partsInAll } },
      knownAt: expect.stringMatching(/^2020-12-08T09:/u),
    });
    expect(new Set(paper.documents.map(({ format }: any) => format))).toEqual(
      new Set(["docx", "html", "json", "markdown"]),
    );
    for (const { format, hash, bytes, path: at } of paper.documents) {
      const { status, text, type, headers } = await api.get(at, president);
      expect([format, status, type.split("/")[0]]).toEqual([
        format,
        200,
        format === "docx" || format === "json" ? "application" : "text",
      ]);
      expect(headers.get("repr-digest")).toBe(`sha-256=:${Buffer.from(hash, "hex").toString("base64")}:`);
      // A file of bytes is no text: test/domain/reports/status-paper.test.ts opens it.
      if (format !== "docx") expect([sha256(text), Buffer.byteLength(text)]).toEqual([hash, bytes]);
    }
  });

  test("agrees with the statistics of its day", async () => {
    const { id } = (await api.get(`${path}?asAt=2020-12-07`, secretariat)).body.items[0];
    const said = (await api.get(`${path}/${id}/content?format=json`, secretariat)).body;
    const counted = (await api.get("/v1/statistics?asAt=2020-12-07", missionOf("FR"))).body;
    expect(said.measures).toEqual(counted.measures.map(({ definition: _, ...one }: any) => one));
    for (const figure of said.figures) {
      const { body } = await api.get(`/v1/figures/paper/${figure.figure}?asAt=2020-12-07`, secretariat);
      expect(figure).toEqual(body);
    }
    const page = (await api.get(`${path}/${id}/content`, secretariat)).text;
    expect(page).toContain("A total of 189 parties are taking part in the Mechanism");
    expect((await api.get(`${path}/${id}/content?format=markdown`, secretariat)).text).toContain(
      "Status paper as at 7 December 2020",
    );
  });

  test("is that of the day as long as nothing new is known, and else another is ordered", async () => {
    const first = (await api.get(`${path}?asAt=2020-12-07`, secretariat)).body;
    expect([first.upToDate, first.order]).toEqual([first.items[0].id, undefined]);
    expect((await order("2020-12-07")).headers.get("location")).toBe(`${path}/${first.upToDate}`);
    await api.app.moveTo("2020-12-10T09:00:00Z");
    expect((await api.name("TD", "focal-point")).status).toBe(201);
    await api.app.rest();
    const later = (await api.get(`${path}?asAt=2020-12-07`, secretariat)).body;
    const how = { action: "paper.order", operationId: "orderStatusPaper", method: "POST", path };
    expect([later.upToDate, later.order]).toEqual([undefined, how]);
    const second = await write("2020-12-07");
    expect(second.id).not.toBe(first.upToDate);
    const both = (await api.pages(`${path}?asAt=2020-12-07`, secretariat, 1)).items.map(({ id }) => id);
    expect(both).toEqual([first.upToDate, second.id]);
  });

  test("is one where several officers order it in the same moment", async () => {
    const officers = [secretariat, secondSecretariat, secretariat, secondSecretariat];
    const answers = await Promise.all(officers.map((as) => order("2020-12-06", as)));
    const places = new Set(answers.map(({ headers }) => headers.get("location")));
    expect([answers.map(({ status }) => status), places.size]).toEqual([[202, 202, 202, 202], 1]);
    await api.app.rest();
    expect((await api.pages(`${path}?asAt=2020-12-06`, secretariat, 100)).items).toHaveLength(1);
  });

  test("counts the entries of the registers by then", async () => {
    const body = { ...entryOf["training-session"], happenedOn: "2020-12-09" };
    expect((await api.request("POST", "/v1/register-entries", { as: secretariat, key: freshKey(), body })).status).toBe(
      201,
    );
    const { id } = await write("2020-12-09");
    const { text } = await api.get(`${path}/${id}/content?format=markdown`, secretariat);
    const withoutNotes = text.replaceAll(/\[\^\d+\]/gu, "");
    expect(withoutNotes).toContain("24 government officials were trained. They came from 2 States parties");
  });
});

describe("a paper that was published", () => {
  let paper: any;
  test("was approved by a second person, and is public as it was written", async () => {
    const { id, documents } = await write("2020-12-09");
    await api.expectRefusal(["POST", `${path}/${id}/publication/approval`, { as: secondSecretariat }], {
      status: 409,
      problem: "publication-not-ordered",
      more: { state: "ready" },
    });
    await api.expectRefusal(["GET", `${publicPath}/${id}`, {}], { status: 404, problem: "not-found" });
    await api.expectRefusal(["GET", `${publicPath}/${id}/content`, {}], { status: 404, problem: "not-found" });
    await api.expectRefusal(["GET", `${publicPath}/${id}/figures/status`, {}], { status: 404, problem: "not-found" });
    const request = await api.request("POST", `${path}/${id}/publication`, { as: secretariat });
    expect([request.status, request.body.state]).toEqual([200, "awaiting-approval"]);
    await api.expectRefusal(["POST", `${path}/${id}/publication/approval`, { as: secretariat }], {
      status: 409,
      problem: "second-person-needed",
    });
    const approved = await api.request("POST", `${path}/${id}/publication/approval`, { as: secondSecretariat });
    expect([approved.status, approved.body.state]).toEqual([200, "published"]);
    paper = (await api.get(`${publicPath}/${id}`)).body;
    const hashes = (all: any) =>
      all.map(({ format, language, hash, bytes }: any) => ({ format, ...(language && { language }), hash, bytes }));
    expect(hashes(paper.documents)).toEqual(hashes(documents));
    const { items } = (await api.get(`/v1/journal/status-paper/${id}`, secretariat)).body;
    expect(items.at(-1).facts).toMatchObject([{ kind: "status-paper-published", documents: hashes(documents) }]);
    expect((await api.get(publicPath)).body.items).toEqual([paper]);
  });

  test("stays so, whichever user publishes it again", async () => {
    for (const [as, at] of [
      [secretariat, "publication"],
      [secondSecretariat, "publication/approval"],
      [secretariat, "publication/approval"],
    ] as const) {
      const { status, body } = await api.request("POST", `${path}/${paper.id}/${at}`, { as });
      expect([status < 300, body.state, body.publishedAt]).toEqual([true, "published", paper.publishedAt]);
    }
  });

  test("is read by all users in each format and figure, as drawing, numbers and table", async () => {
    for (const { format, hash, path: at } of paper.documents) {
      const { status, text } = await api.get(at);
      expect([format, status]).toEqual([format, 200]);
      if (format !== "docx") expect(sha256(text)).toBe(hash);
    }
    expect(paper.figures).toHaveLength(6);
    for (const at of paper.figures) {
      expect((await api.get(at)).text).toMatch(/^<svg /u);
      const numbers = at.replace("?format=svg", "");
      const { body } = await api.get(numbers);
      expect(body.asAt).toBe("2020-12-09");
      const { type, text } = await api.request("GET", numbers, { headers: { accept: "text/csv" } });
      expect([type, text]).toEqual(["text/csv", expect.stringContaining("series")]);
    }
    const inFrench = await api.request("GET", paper.figures[0], { headers: { "accept-language": "fr" } });
    expect(inFrench.text).toContain('lang="fr"');
  });

  test("is read in the language of `language` or `Accept-Language`, or in English where it is not written in it", async () => {
    const { languages, at } = {
      languages: paper.documents.map(({ language }: any) => language),
      at: `${publicPath}/${paper.id}/content`,
    };
    for (const [query, accept] of [
      ["", "fr"],
      ["?language=fr", "ar"],
      ["?language=en", "fr"],
    ]) {
      const { headers, text, status } = await api.request("GET", `${at}${query}`, {
        headers: { "accept-language": accept! },
      });
      const wanted = query === "?language=en" ? "en" : "fr";
      const language = languages.includes(wanted) ? wanted : "en";
      expect([status, headers.get("content-language")]).toEqual([200, language]);
      expect(headers.get("vary")).toContain("Accept-Language");
      expect(text).toContain(`<html lang="${language}"`);
    }
  });

  test("is changed by no fact that comes late, and the next one states the change", async () => {
    const read = async () => {
      const texts = await Promise.all(
        [...paper.documents.map(({ path: at }: any) => at), ...paper.figures].map(
          async (at) => (await api.get(at)).text,
        ),
      );
      return texts.map(sha256);
    };
    const before = await read();
    await api.app.moveTo("2020-12-20T09:00:00Z");
    const named = await api.request("POST", "/v1/parties/IE/mandates", {
      as: secretariat,
      key: freshKey(),
      body: {
        role: "focal-point",
        person: { ...personOf("IE", "focal-point"), gender: "male" },
        onBehalfOf: {
          party: "IE",
          happenedOn: "2020-12-03",
          source: { kind: "note-verbale", number: "7/2020", date: "2020-12-03" },
        },
      },
    });
    expect([named.status, named.text]).toEqual([201, expect.any(String)]);
    await api.app.rest();
    expect(await read()).toEqual(before);
    const next = await write("2020-12-15");
    expect(next.previous).toBe(paper.id);
    const { previous, measures } = (await api.get(`${path}/${next.id}/content?format=json`, secretariat)).body;
    const change = previous.measures.find(({ measure }: any) => measure === "focal-points");
    expect([previous.asAt, change.counted - change.published]).toEqual(["2020-12-09", 1]);
    expect(measures.find(({ measure }: any) => measure === "focal-points").total).toBe(3);
    const { text } = await api.get(`${path}/${next.id}/content?format=markdown`, secretariat);
    expect(text).toMatch(/\| Focal points \| 1 \| 2 \| 3 \|/u);
  });
});

describe("papers that cannot be requested", () => {
  test.each([
    ["before the launch", "2020-10-15"],
    ["ahead", "2020-12-25"],
  ])("a day %s is refused with the days that may be request for", async (_, asAt) => {
    const message = "must be a day from 2020-10-16 to 2020-12-20";
    const answer = await api.expectRefusal(["POST", path, { as: secretariat, key: freshKey(), body: { asAt } }], {
      status: 400,
      problem: "invalid-request",
      places: [{ pointer: "#/asAt" }],
    });
    expect(answer.body.errors).toEqual([{ pointer: "#/asAt", message }]);
    const listed = await api.expectRefusal(["GET", `${path}?asAt=${asAt}`, { as: secretariat }], {
      status: 400,
      problem: "invalid-request",
      places: [{ parameter: "asAt" }],
    });
    expect(listed.body.errors).toEqual([{ parameter: "asAt", message }]);
  });

  test("a format or language that does not exist is refused with those that do", async () => {
    const { id } = (await api.get(path, secretariat)).body.items[0];
    for (const [query, allowed] of [
      ["format=pdf", /html.*markdown.*json.*docx/u],
      ["language=de", /ar.*en.*es.*fr.*ru.*zh/u],
    ] as const) {
      const refused = await api.expectRefusal(["GET", `${path}/${id}/content?${query}`, { as: secretariat }], {
        status: 400,
        problem: "invalid-request",
        places: [{ parameter: query.split("=")[0] }],
      });
      expect(refused.body.errors[0].message).toMatch(allowed);
    }
  });

  test("an order or a publication by others than the secretariat", async () => {
    const { id } = (await api.get(path, secretariat)).body.items[0];
    for (const as of [president, missionOf("FR")]) {
      const refusal = { status: 403, problem: "not-yours" } as const;
      await api.expectRefusal(["POST", path, { as, key: freshKey(), body: { asAt: "2020-12-01" } }], refusal);
      await api.expectRefusal(["POST", `${path}/${id}/publication`, { as }], refusal);
      await api.expectRefusal(["POST", `${path}/${id}/publication/approval`, { as }], refusal);
    }
  });
});

test("publishing takes two users, one of whom has not ordered it", async () => {
  const { id } = await write("2020-12-16");
  expect((await publish(id)).body.state).toBe("published");
});

test("the checker counts every paper again, as known when it was ordered, and finds nothing", async () => {
  expect(await checkerFindings(api)).toEqual([]);
});
