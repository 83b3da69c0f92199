import { endpoints } from "../../schemas/api/index.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { PaperFigure } from "../../schemas/model/paper-figures.ts";
import { Measure } from "../../schemas/model/statistics.ts";
import {
  byNote,
  freshKey,
  missionOf,
  openTestApi,
  personOf,
  president,
  secretariat,
  startGroup,
  type TestApi,
} from "../harness/test-api.ts";

/**
 * Ireland, France and Chad name their focal points in December 2020, Ireland's mission by a note of the third that
 * the secretariat records on the twentieth. They consult, and the day of their meeting was recorded wrongly.
 */
let api: TestApi;
beforeAll(async () => {
  api = await openTestApi();
  await startGroup(api);
  await api.app.moveTo("2020-12-08T09:00:00Z");
  for (const code of ["FR", "TD"]) expect((await api.name(code, "focal-point")).status).toBe(201);
  expect((await api.name("FR", "expert")).status).toBe(201);
  await api.app.moveTo("2020-12-20T09:00:00Z");
  const named = await api.request("POST", "/v1/parties/IE/mandates", {
    as: secretariat,
    key: freshKey(),
    body: {
      role: "focal-point",
      person: { ...personOf("IE", "focal-point"), gender: "male" },
      ...byNote("IE", "2020-12-03"),
    },
  });
  expect([named.status, named.text]).toEqual([201, expect.any(String)]);
  await record("/consultation/meetings", { meeting: "first", heldOn: "2020-12-18", mode: "video" });
  await api.app.moveTo("2021-01-11T09:00:00Z");
  await record("/consultation/outcome", { languages: { languages: ["en", "fr"] } });
  await api.app.moveTo("2021-01-20T09:00:00Z");
  await record("/corrections", { what: "meeting", to: "2020-12-15", reason: "The minutes say so." });
  await api.app.rest();
});
afterAll(() => api.close());

const record = async (path: string, body: object): Promise<void> => {
  const { body: review } = await api.get("/v1/reviews/c1-IE", secretariat);
  const answer = await api.request("POST", `/v1/reviews/c1-IE${path}`, {
    as: secretariat,
    key: freshKey(),
    match: `"v${review.version}"`,
    body,
  });
  expect([path, answer.status, answer.text]).toEqual([path, expect.toBeOneOf([200, 201]), expect.any(String)]);
};

const statistics = async (query = "", as: string = secretariat) => (await api.get(`/v1/statistics${query}`, as)).body;
const totalsOf = ({ measures }: any): Record<string, number> =>
  Object.fromEntries(measures.map(({ measure, total }: any) => [measure, total]));
const total = async (measure: Measure, query = ""): Promise<number | undefined> =>
  totalsOf(await statistics(query))[measure];
const measureOf = async (measure: Measure, query = "") =>
  (await statistics(query)).measures.find((one: any) => one.measure === measure);

describe("counts as at a day", () => {
  test("counts a late record from the day on which it happened, and not in earlier knowledge", async () => {
    expect(await total("focal-points", "?asAt=2020-12-02")).toBe(0);
    expect(await total("focal-points", "?asAt=2020-12-03")).toBe(1);
    expect(await total("focal-points", "?asAt=2020-12-10")).toBe(3);
    expect(await total("focal-points", "?asAt=2020-12-10&knownOn=2020-12-19")).toBe(2);
    expect(await total("focal-points", "?asAt=2020-12-10&knownOn=2020-12-20")).toBe(3);
  });

  test("follows a correction back to its day", async () => {
    const held = (query: string) => total("consultations-held", query);
    expect(await held("?asAt=2020-12-14")).toBe(0);
    expect(await held("?asAt=2020-12-15")).toBe(1);
    expect(await held("?asAt=2020-12-15&knownOn=2021-01-19")).toBe(0);
    expect(await held("?asAt=2020-12-18&knownOn=2021-01-19")).toBe(1);
  });

  test("has a review in one stage on each day", async () => {
    for (const [asAt, stage] of [
      ["2020-12-01", "nomination"],
      ["2020-12-07", "nomination"],
      ["2020-12-08", "consultation"],
      ["2021-01-10", "consultation"],
      ["2021-01-11", "questionnaire"],
    ]) {
      const { body } = await api.get(`/v1/statistics/reviews-by-stage/members?asAt=${asAt}&limit=200`, secretariat);
      const own = body.items.filter(({ review }: any) => review === "c1-IE");
      expect([asAt, own.map((one: any) => one.stage)]).toEqual([asAt, [stage]]);
    }
  });

  test("counts parties to instruments before the launch, and nothing else", async () => {
    const instruments = async (query: string) => {
      const { measures } = await statistics(query);
      expect(measures.map(({ measure }: any) => measure)).toEqual(["parties-to-instruments"]);
      const [{ parts, change }] = measures;
      const of = (name: string) => parts.find(({ instrument }: any) => instrument === name)?.count ?? 0;
      return { counts: ["UNTOC", "TIP", "SOM", "FP"].map(of), change };
    };
    const { body: parties } = await api.get("/v1/parties?limit=200", secretariat);
    const joinedBy = (day: string) =>
      ["UNTOC", "TIP", "SOM", "FP"].map(
        (name) => parties.items.filter(({ joined }: any) => joined[name] !== undefined && joined[name] <= day).length,
      );
    for (const day of ["2003-09-29", "2010-01-01", "2020-10-15"]) {
      expect(await instruments(`?asAt=${day}`)).toEqual({ counts: joinedBy(day), change: undefined });
      const { body } = await api.get(
        `/v1/statistics/parties-to-instruments/members?asAt=${day}&instrument=FP&limit=200`,
        secretariat,
      );
      expect([day, body.count]).toEqual([day, joinedBy(day)[3]]);
    }
    const [was = 0] = joinedBy("2003-09-29");
    const [is = 0] = joinedBy("2010-01-01");
    const { change } = await instruments("?asAt=2010-01-01&since=2003-09-29&instrument=UNTOC");
    expect(change).toEqual({ was, more: is - was, fewer: 0 });
    expect((await measureOf("reviews", "?since=2003-09-29")).change).toBeUndefined();
    const other = await api.get("/v1/statistics/reviews/members?asAt=2020-10-15", secretariat);
    expect([other.status, other.body.errors[0].message]).toEqual([400, "must be a day from 2020-10-16 to 2021-01-20"]);
  });

  test("compares with an earlier day, and states the base of a share", async () => {
    expect(await measureOf("focal-points", "?since=2020-12-05")).toMatchObject({
      total: 3,
      change: { was: 1, more: 2, fewer: 0 },
      parts: expect.arrayContaining([
        { gender: "female", count: 2 },
        { gender: "male", count: 1 },
      ]),
    });
    const { share } = await measureOf("reviews-advancing");
    const all = await total("reviews");
    expect(share).toEqual({ of: "reviews", total: all, percent: Math.round(1_000 / Number(all)) / 10 });
    expect((await measureOf("languages-agreed")).parts).toContainEqual({ languages: "en+fr", count: 1 });
  });

  test("is narrowed to a group, a cluster, a regional group and an instrument", async () => {
    expect(await total("reviews-started", "?group=c1-g1")).toBe(await total("reviews", "?group=c1-g1"));
    expect(await total("reviews-started", "?group=c1-g2")).toBe(0);
    expect(await total("focal-points", "?regionalGroup=WEOG")).toBe(2);
    expect(await total("focal-points", "?cluster=4")).toBe(0);
    expect(await total("focal-points", "?cluster=1&instrument=UNTOC")).toBe(3);
  });

  test("counts several groups together, and a member of several groups once", async () => {
    const one = totalsOf(await statistics("?group=c1-g1"));
    const other = totalsOf(await statistics("?group=c1-g2"));
    const both = totalsOf(await statistics("?groups=c1-g1,c1-g2"));
    const sum = (measure: Measure) => Number(one[measure]) + Number(other[measure]);
    for (const measure of ["reviews", "reviews-by-stage", "seats-without-focal-point"] as const)
      expect([measure, both[measure]]).toEqual([measure, sum(measure)]);
    const { items } = await api.pages("/v1/statistics/parties-in-reviews/members?groups=c1-g1,c1-g2", secretariat, 100);
    expect(new Set(items.map(({ party }: any) => party)).size).toBe(both["parties-in-reviews"]);
    expect(both["parties-in-reviews"]).toBeLessThan(sum("parties-in-reviews"));
    expect(both["parties-to-instruments"]).toBeUndefined();
    expect(totalsOf(await statistics("?groups=c1-g1"))).toEqual(one);
  });

  test("omits counts of parties alone if it is narrowed to reviews", async () => {
    const names = (await statistics("?group=c1-g1")).measures.map(({ measure }: any) => measure);
    expect(names).not.toContain("parties-taking-part");
    expect(names).toContain("parties-in-reviews");
    const { status, body } = await api.get("/v1/statistics/states-taking-part/members?cluster=1", secretariat);
    const message = expect.stringContaining("leave out");
    expect([status, body.errors]).toEqual([400, [{ parameter: "measure", message }]]);
  });

  test("is read by all users with a mandate", async () => {
    for (const as of [missionOf("FR"), president])
      expect((await statistics("", as)).measures).toHaveLength(Measure.options.length);
  });
});

describe("figures I to VI of the status paper", () => {
  const figure = "/v1/figures/paper/status";

  test("are drawn in the requested language, for all users with a mandate", async () => {
    for (const as of [secretariat, missionOf("FR"), president]) {
      const { status, headers, text } = await api.request("GET", `${figure}?asAt=2020-12-10&format=svg`, { as });
      expect([status, headers.get("content-type")]).toEqual([200, "image/svg+xml; charset=utf-8"]);
      expect(text).toMatch(/As at 10\s+December\s+2020/u);
    }
    const french = await api.request("GET", figure, {
      as: secretariat,
      headers: { accept: "image/svg+xml", "accept-language": "fr" },
    });
    expect([french.headers.get("content-language"), french.text]).toEqual([
      "fr",
      expect.stringContaining("par groupe"),
    ]);
  });

  test("show their data, for the day and the group, as known on a day", async () => {
    const rowsOf = async (query: string) => (await api.get(`${figure}${query}`, secretariat)).body.rows;
    const stagesOf = ([row]: any): Record<string, number> =>
      Object.fromEntries(row.parts.flatMap(({ series, count }: any) => (count === 0 ? [] : [[series, count]])));
    const all = await total("reviews", "?group=c1-g1");
    expect(await rowsOf("?group=c1-g1")).toMatchObject([{ group: "c1-g1", total: all }]);
    expect(stagesOf(await rowsOf("?group=c1-g1"))).toEqual({ nomination: Number(all) - 1, questionnaire: 1 });
    expect(stagesOf(await rowsOf("?group=c1-g1&asAt=2020-12-10"))["consultation"]).toBe(1);
    const known = await api.get(`${figure}?asAt=2020-12-10&knownOn=2020-12-19&cluster=1`, secretariat);
    expect(known.body).toMatchObject({ figure: "status", asAt: "2020-12-10", knownOn: "2020-12-19", cluster: 1 });
    expect(stagesOf(known.body.rows)["consultation"]).toBeUndefined();
  });

  test("are a table for a spreadsheet as well", async () => {
    const { status, headers, text } = await api.request("GET", "/v1/figures/paper/languages", {
      as: secretariat,
      headers: { accept: "text/csv" },
    });
    expect([status, headers.get("content-type")]).toEqual([200, "text/csv; charset=utf-8"]);
    expect(text.trim().split(/\r?\n/u).slice(-1)).toEqual(['"","en+fr","1","languages-agreed","1"']);
  });
});

test.each([
  ["getStatistics", "/v1/statistics"],
  ["listMeasureMembers", "/v1/statistics/reviews/members"],
  ["getGateProjection", "/v1/figures/gate-projection"],
  ["getRegisterStatistics", "/v1/statistics/registers"],
  ["getObservationStatistics", "/v1/statistics/observations"],
  ["listObservationMembers", "/v1/statistics/observations/items"],
])("%s is a table with the columns that the document names", async (operation, path) => {
  const { status, type, text } = await api.get(`${path}?format=csv`, secretariat);
  expect([status, type]).toEqual([200, "text/csv"]);
  const columns = endpoints.find(({ id }) => id === operation)?.csv?.columns ?? [];
  expect(text.split("\r\n")[0]).toBe(columns.map((column) => `"${column}"`).join(","));
});

test("every total is the length of its list, on any day", async () => {
  for (const asAt of ["2020-12-10", "2021-01-20"])
    for (const { measure, total: all } of (await statistics(`?asAt=${asAt}`)).measures) {
      const { items } = await api.pages(`/v1/statistics/${measure}/members?asAt=${asAt}`, secretariat, 100);
      expect([asAt, measure, items.length]).toEqual([asAt, measure, all]);
    }
});

describe("an unknown count is refused with the known ones", () => {
  test.each([
    ["?asAt=2020-10-15&group=c1-g1", "asAt", "2020-10-16 to 2021-01-20"],
    ["?asAt=2021-01-21", "asAt", "2020-10-16 to 2021-01-20"],
    ["?knownOn=2021-01-21", "knownOn", "2020-10-16 to 2021-01-20"],
    ["?asAt=2020-12-10&since=2020-12-11", "since", "up to 2020-12-10"],
    ["?group=c1-g9", "group", "must be one of c1-g1, c1-g2, c1-g3"],
    ["?groups=c1-g1,c1-g9", "groups", "must be some of c1-g1, c1-g2, c1-g3"],
    ["?groups=c1-g1,c1-g1", "groups", "c1-g1,c1-g2"],
    ["?regionalGroup=EUROPE", "regionalGroup", "WEOG"],
    ["?instrument=XX", "instrument", "UNTOC"],
    ["?cluster=5", "cluster", "4"],
  ])("a request with %s", async (query, parameter, says) => {
    const { status, problem, body } = await api.get(`/v1/statistics${query}`, secretariat);
    expect([status, problem, body.errors]).toEqual([
      400,
      "invalid-request",
      [{ parameter, message: expect.stringContaining(says) }],
    ]);
  });

  test("a measure that is none, with those that there are", async () => {
    const { status, body } = await api.get("/v1/statistics/happiness/members", secretariat);
    expect([status, body.errors[0].parameter]).toEqual([400, "measure"]);
    expect(body.errors[0].message).toContain("parties-without-focal-point");
  });

  test.each(["", "?format=svg"])("a figure that is none%s", async (rest) => {
    const { status, body } = await api.get(`/v1/figures/paper/happiness${rest}`, secretariat);
    const message = `must be one of ${PaperFigure.options.join(", ")}`;
    expect([status, body.errors]).toEqual([400, [{ parameter: "figure", message }]]);
  });

  test("a figure of tomorrow, or of a group that is none", async () => {
    for (const figure of ["paper/status", "stalled-reviews", "gate-projection"])
      for (const [query, parameter] of [
        ["asAt=2021-01-21", "asAt"],
        ["group=c1-g9", "group"],
      ]) {
        const { status, body } = await api.get(`/v1/figures/${figure}?${query}`, secretariat);
        expect([figure, status, body.errors[0].parameter]).toEqual([figure, 400, parameter]);
      }
  });
});
