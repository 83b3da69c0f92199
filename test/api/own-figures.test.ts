import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { missionOf, openTestApi, president, secretariat, startGroup, type TestApi } from "../harness/test-api.ts";

/** The reviews of Greece and of Ireland each wait for their own focal point alone, past its date; all others for several. */
let api: TestApi;
beforeAll(async () => {
  api = await openTestApi();
  await startGroup(api);
  await api.app.moveTo("2020-12-08T09:00:00Z");
  const reviewers = new Set<string>();
  for (const code of ["GR", "IE"])
    for (const { party } of (await api.get(`/v1/reviews/c1-${code}`, secretariat)).body.seats)
      if (!["GR", "IE"].includes(party)) reviewers.add(party);
  for (const code of reviewers) expect((await api.name(code, "focal-point")).status).toBe(201);
  await api.app.moveTo("2021-01-20T09:00:00Z");
  await api.app.rest();
});
afterAll(() => api.close());

const started = async (): Promise<number> =>
  (await api.get("/v1/statistics", secretariat)).body.measures.find((one: any) => one.measure === "reviews-started")
    .total;

describe("the blockers of stalled reviews", () => {
  const path = "/v1/figures/stalled-reviews";
  const dataTo = async (as: string, query = "") => (await api.get(`${path}${query}`, as)).body;
  const named = ({ acts }: any): readonly string[] =>
    [...new Set<string>(acts.flatMap(({ party }: any) => party ?? []))].toSorted();

  test("is nothing until the first dates are past, and then an act of each party", async () => {
    expect(await dataTo(secretariat, "?asAt=2020-12-14")).toMatchObject({ stalled: 0, freedByOneAct: 0, acts: [] });
    const all = await dataTo(secretariat, "?group=c1-g1");
    expect([all.underWay, all.stalled]).toEqual([await started(), await started()]);
    expect(all.waits).toEqual([{ act: "focal-point", reviews: all.stalled, alone: all.freedByOneAct }]);
    const own = all.acts.filter(({ party }: any) => ["GR", "IE"].includes(party));
    for (const { party, reviews, frees } of own) {
      expect(reviews).toContain(`c1-${party}`);
      expect(reviews).toHaveLength(frees);
    }
    expect(named({ acts: own })).toEqual(["GR", "IE"]);
  });

  test("names parties to the secretariat and the President, and to a mission its own party", async () => {
    const all = await dataTo(secretariat);
    expect(named(await dataTo(president))).toEqual(named(all));
    const own = await dataTo(missionOf("GR"));
    expect(named(own)).toEqual(["GR"]);
    const numbersOf = ({ acts }: any) =>
      acts.map(({ rank, tied, act, frees, neededIn }: any) => [rank, tied, act, frees, neededIn]);
    expect(numbersOf(own)).toEqual(numbersOf(all));
    expect(own.acts.filter(({ party, reviews }: any) => party === undefined && reviews !== undefined)).toEqual([]);
    expect(named(await dataTo(missionOf("FR")))).toEqual([]);
  });

  test("is drawn in the requested language with the names that the caller may know, and with a table", async () => {
    const draw = (as: string) =>
      api.request("GET", path, { as, headers: { accept: "image/svg+xml", "accept-language": "es" } });
    const { status, headers, text } = await draw(secretariat);
    expect([status, headers.get("content-type")]).toEqual([200, "image/svg+xml; charset=utf-8"]);
    expect(text).toContain("exámenes detenidos");
    expect([text, (await draw(missionOf("FR"))).text].map((svg) => svg.includes("Grecia"))).toEqual([true, false]);
    const table = await api.request("GET", path, { as: secretariat, headers: { accept: "text/csv" } });
    expect(table.text).toContain('"rank","tied","act","party"');
  });
});

describe("the projection of the gate", () => {
  const path = "/v1/figures/gate-projection";

  test("says how many are concluded and needed, and that there is too little to project from", async () => {
    const { body } = await api.get(`${path}?asAt=2021-01-15`, missionOf("FR"));
    const of = await started();
    expect(body).toMatchObject({ cluster: 1, groups: ["c1-g1"], concluded: 0, of, state: "too-little" });
    expect(body.needed).toBe(Math.ceil(of * 0.7));
    expect(body.assumptions).toHaveLength(4);
  });

  test("is drawn, and states its method in the requested language", async () => {
    const drawn = await api.request("GET", `${path}?format=svg&language=fr`, { as: president });
    expect([drawn.status, drawn.headers.get("content-type")]).toEqual([200, "image/svg+xml; charset=utf-8"]);
    expect((await api.get(`${path}?language=fr`, president)).body.method).toContain("quartile inférieur");
  });
});
