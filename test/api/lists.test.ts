import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { endpoints } from "../../schemas/api/index.ts";
import { ObligationKind, Stage } from "../../schemas/model/review.ts";
import { lifeOf } from "../fixtures/review-life.ts";
import { addressOf, missionOf, openTestApi, president, secretariat, type TestApi } from "../harness/test-api.ts";

/** Reviews and obligations are chosen and sorted, and lists are given as tables; it is 20 December 2020. */
let api: TestApi;
let officer = "";
beforeAll(async () => {
  api = await openTestApi();
  await api.startGroup();
  const life = await lifeOf(api, "c1-GR");
  await life.nominate();
  await life.conclude();
  officer = (await api.get("/v1/me", secretariat)).body.id;
  for (const id of ["c1-GR", "c1-IE"])
    await api.request("PUT", `/v1/reviews/${id}/officer`, { as: secretariat, body: { officer } });
  await api.app.moveTo("2020-12-20T09:00:00.000Z");
});
afterAll(() => api.close());

const queryOf = (filter: Readonly<Record<string, string | undefined>>): string =>
  Object.entries(filter)
    .flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${encodeURIComponent(value)}`]))
    .join("&");
const optional = (...values: readonly string[]) => fc.constantFrom(undefined, ...values);

describe("reviews", () => {
  const wholeList = async (as: string) => (await api.pages("/v1/reviews", as, 200)).items;
  const isOverdue = ({ blockedBy }: any) => blockedBy.some(({ overdue }: any) => overdue);
  const dueOf = ({ blockedBy }: any): string =>
    blockedBy.flatMap(({ dueAt }: any) => dueAt ?? []).toSorted()[0] ?? "later";
  const seatsOf = ({ party, reviewers }: any) => [party, ...reviewers.map((one: any) => one.party)];
  const keyOf: Readonly<Record<string, (review: any) => string>> = {
    id: ({ id }) => id,
    due: (review) => dueOf(review),
    party: ({ partyName }) => partyName,
    stage: ({ stage }) => String(Stage.options.indexOf(stage)),
  };
  const filters = fc.record({
    group: optional("c1-g1", "c1-g2"),
    stage: optional(...Stage.options),
    party: optional("GR", "FR", "PE", "US"),
    officer: fc.constantFrom(undefined, "mine"),
    overdue: optional("true", "false"),
    sort: optional("id", "due", "party", "stage"),
    limit: fc.integer({ min: 1, max: 60 }),
  });

  test("are on the pages of a filter if they are on the list and the filter chooses them, each once, in its order", async () => {
    const whole = await wholeList(secretariat);
    const check = async ({ limit, ...given }: any) => {
      const filter = { ...given, officer: given.officer && officer };
      const { items } = await api.pages(`/v1/reviews?${queryOf(filter)}`, secretariat, limit);
      const chosen = whole.filter(
        (review) =>
          (filter.group === undefined || review.group === filter.group) &&
          (filter.stage === undefined || review.stage === filter.stage) &&
          (filter.party === undefined || seatsOf(review).includes(filter.party)) &&
          (filter.officer === undefined || ["c1-GR", "c1-IE"].includes(review.id)) &&
          (filter.overdue === undefined || isOverdue(review) === (filter.overdue === "true")),
      );
      expect(items.map(({ id }) => id).toSorted()).toEqual(chosen.map(({ id }) => id).toSorted());
      const keys = items.map(keyOf[filter.sort ?? "id"] ?? String);
      const compare = filter.sort === "party" ? new Intl.Collator("en").compare : undefined;
      expect(keys).toEqual(keys.toSorted(compare));
    };
    await fc.assert(fc.asyncProperty(filters, check), { numRuns: 30 });
    expect(whole.filter(isOverdue).length).toBeGreaterThan(2);
  });

  test("in the order of names continue in the language of the first page, and in no other", async () => {
    const page = (language: string, cursor = "") =>
      api.request("GET", `/v1/reviews?sort=party&limit=5${cursor}`, {
        as: secretariat,
        headers: { "accept-language": language },
      });
    const { next } = (await page("ar")).body;
    expect((await page("ar", `&cursor=${next}`)).status).toBe(200);
    expect((await page("fr", `&cursor=${next}`)).problem).toBe("invalid-cursor");
  });

  test("of others are on no list, whatever it is filtered by", async () => {
    const mine = await wholeList(missionOf("FR"));
    const chosen = await api.pages("/v1/reviews?group=c1-g1&sort=due", missionOf("FR"), 2);
    const ofGroup = mine.filter(({ group }) => group === "c1-g1").map(({ id }) => id);
    expect(chosen.items.map(({ id }) => id).toSorted()).toEqual(ofGroup.toSorted());
    expect((await api.get("/v1/reviews?party=DE&sort=party", addressOf("GR", "focal-point"))).body.items).toEqual([]);
    expect((await api.get("/v1/reviews?overdue=true", president)).body.items).toEqual([]);
  });
});

describe("obligations", () => {
  const days = ["2020-12-15", "2021-01-15", "2021-06-01"];
  const filters = fc.record({
    state: fc.constantFrom("open", "overdue", "met", "all"),
    kind: optional(...ObligationKind.options),
    party: optional("GR", "FR", "SD"),
    group: optional("c1-g1", "c1-g2"),
    dueFrom: optional(...days),
    dueTo: optional(...days),
    limit: fc.integer({ min: 1, max: 100 }),
  });

  test("are on the pages of a filter if they are on the list and the filter chooses them, earliest due first", async () => {
    const { items: whole } = await api.pages("/v1/obligations?state=all", secretariat, 200);
    expect(whole.length).toBeGreaterThan(20);
    const check = async ({ limit, ...filter }: any) => {
      const { items } = await api.pages(`/v1/obligations?${queryOf(filter)}`, secretariat, limit);
      const chosen = whole.filter(
        (obligation) =>
          (filter.state === "all" ||
            (filter.state === "overdue" ? obligation.overdue : obligation.state === filter.state)) &&
          (filter.kind === undefined || obligation.kind === filter.kind) &&
          (filter.party === undefined || obligation.party === filter.party) &&
          (filter.group === undefined || filter.group === "c1-g1") &&
          (filter.dueFrom === undefined || obligation.dueOn >= filter.dueFrom) &&
          (filter.dueTo === undefined || obligation.dueOn <= filter.dueTo),
      );
      expect(items).toEqual(chosen);
    };
    const overdueLater: any = { state: "overdue", dueFrom: "2021-06-01", limit: 1 };
    await fc.assert(fc.asyncProperty(filters, check), { numRuns: 30, examples: [[overdueLater]] });
  });

  test("of a review and of a party are chosen in the same way", async () => {
    const ofReview = await api.get("/v1/obligations?review=c1-GR&state=all&kind=experts&party=GR", secretariat);
    expect(ofReview.body.items).toMatchObject([{ id: "experts:GR", partyName: "Greece" }]);
    const ofParty = await api.get("/v1/obligations?party=FR&state=all&kind=focal-point", missionOf("FR"));
    expect(new Set(ofParty.body.items.map(({ kind }: any) => kind))).toEqual(new Set(["focal-point"]));
  });

  test("that one sees are those of the own party, and of reviews in which one serves", async () => {
    const { items: mission } = await api.pages("/v1/obligations?state=all", missionOf("FR"), 200);
    expect(new Set(mission.map(({ party }) => party))).toEqual(new Set(["FR"]));
    const { items: expert } = await api.pages("/v1/obligations?state=all", addressOf("GR", "expert"), 200);
    expect(new Set(expert.map(({ review }) => review))).toEqual(new Set(["c1-GR"]));
  });
});

test.each([
  ["/v1/reviews?stage=begun", "stage", /must be one of scheduled, nomination, consultation/u],
  ["/v1/reviews?sort=name", "sort", /must be one of id, due, party, stage/u],
  ["/v1/reviews?overdue=yes", "overdue", /must be one of true, false/u],
  ["/v1/reviews?group=g1", "group", /c1-g1/u],
  ["/v1/reviews?party=France", "party", /like FR/u],
  ["/v1/obligations?kind=answers", "kind", /must be one of focal-point, experts, questionnaire/u],
  ["/v1/obligations?state=late", "state", /must be one of open, overdue, met, all/u],
  ["/v1/obligations?dueFrom=2020-02-30", "dueFrom", /like 2020-12-01/u],
])("%s is refused, and the refusal says which values there are", async (path, parameter, allowed) => {
  const refusal = { status: 400, problem: "invalid-request", places: [{ parameter }] } as const;
  const { body } = await api.expectRefusal(["GET", path, { as: secretariat }], refusal);
  expect(body.errors[0].message).toMatch(allowed);
});

describe("a list as a table", () => {
  const asTable = (path: string, headers: Readonly<Record<string, string>> = { accept: "text/csv" }) =>
    api.request("GET", path, { as: secretariat, headers });
  const rowsOf = (text: string): Record<string, string>[] => parse(text, { columns: true, bom: true });
  const paths: Readonly<Record<string, string>> = {
    listReviews: "/v1/reviews",
    listObligations: "/v1/obligations",
    getWorklist: "/v1/worklist",
    listMissingNominations: "/v1/missing-nominations",
    getCurrentFigures: "/v1/figures/current",
    listFigureMembers: "/v1/figures/current/reviews-blocked",
    listReviewNotices: "/v1/reviews/c1-GR/notices",
  };
  const tables = endpoints.flatMap(({ id, csv }) =>
    csv === undefined || paths[id] === undefined ? [] : [{ id, csv }],
  );

  test.each(tables)("$id has the columns that the document names, and a row for each item", async ({ id, csv }) => {
    const { status, type, text, headers } = await asTable(paths[id] ?? "");
    expect([status, type]).toEqual([200, "text/csv"]);
    expect(headers.get("content-disposition")).toBe(`attachment; filename="${csv.name}.csv"`);
    expect(headers.get("vary")).toContain("Accept");
    const [aggregate] = parse(text, { bom: true });
    expect(aggregate).toEqual(csv.columns);
    const rows = rowsOf(text);
    for (const column of csv.columns.slice(0, 2)) expect(rows.some((row) => row[column] !== "")).toBe(true);
    if (id === "getCurrentFigures") return;
    const { items } = await api.pages(paths[id] ?? "", secretariat, 200);
    expect(rows.length).toBe(items.length);
  });

  test("has the items of the list, names in the requested language", async () => {
    const { text } = await asTable("/v1/reviews?sort=party", { accept: "text/csv", "accept-language": "fr" });
    const greece = rowsOf(text).find(({ id }) => id === "c1-GR");
    expect(greece).toMatchObject({ party: "GR", partyName: "Grèce", group: "c1-g1", stage: "questionnaire" });
    expect(greece?.["reviewers.partyName"]?.split("; ")).toContain("France");
  });

  test("is safe to open: a name that a spreadsheet would take for a formula is written as a text", async () => {
    const { headers } = await api.get("/v1/parties/IE", secretariat);
    const body = { correction: { name: "=cmd|A1" }, reason: "Note verbale." };
    await api.request("PATCH", "/v1/parties/IE", { as: secretariat, match: headers.get("etag") ?? "", body });
    await api.app.moveTo("2020-12-20T09:01:00.000Z");
    const { text } = await asTable("/v1/reviews?party=IE");
    expect(rowsOf(text).find(({ id }) => id === "c1-IE")?.["partyName"]).toBe("'=cmd|A1");
  });

  test.each(["application/json", "*/*", "text/csv, application/json", "text/html"])(
    "is not sent to a client that accepts %s",
    async (accept) => {
      expect((await asTable("/v1/reviews?limit=1", { accept })).type).toBe("application/json");
    },
  );

  test("is refused like the list: a filter that is none, and a user who may not read it", async () => {
    const headers = { accept: "text/csv" };
    const wrong = { status: 400, problem: "invalid-request", places: [{ parameter: "sort" }] } as const;
    await api.expectRefusal(["GET", "/v1/reviews?sort=name", { as: secretariat, headers }], wrong);
    const worklist = ["GET", "/v1/worklist", { as: missionOf("FR"), headers }] as const;
    await api.expectRefusal(worklist, { status: 403, problem: "not-yours" });
  });
});
