import { defined } from "../../schemas/base/defined.ts";
import type { APIGatewayProxyEventV2, Context } from "aws-lambda";
import { beforeEach, describe, expect, test } from "vitest";
import { onePage, party as partyId, userId } from "../fixtures/changes.ts";
import { given, nameDelegate, registerTestUser, secretariat as officer, startOf, subOf } from "../fixtures/group.ts";
import { apiFunctionOf } from "../harness/app-requests.ts";
import type { TestApp } from "../harness/test-app.ts";
import { engineRunsHere } from "../io/store/engine.ts";
import { openEngineStore } from "../io/store/engine-store.ts";
import type { RawTables } from "../io/store/tables.ts";

// Rows of which one was damaged in the tables themselves, requested through the API and the real store.
describe.runIf(engineRunsHere)("reads of many rows, of which one cannot be read", () => {
  const emptyStore = openEngineStore();
  let raw: RawTables;
  let app: TestApp;
  const secretariat = subOf(officer);
  const delegate = subOf(userId(100));

  beforeEach(async () => {
    const kept = await emptyStore();
    raw = kept.raw;
    app = await given.group({ kept, reviews: { FR: ["KE", "PE"], JP: ["FR", "KE"] } });
    await app.moveTo("2020-12-01T10:00:00.000Z");
    await startOf(app, "2020-12-01");
    await registerTestUser(app, { id: userId(100), role: "delegate", party: partyId("KE") }, "delegate@ke.example.org");
    await nameDelegate(app, "focal-point", "KE");
    await app.settle();
  });

  /** Returns the answer of the API, by the path of an operation and the query. */
  const request = async (as: string, route: string, params: object = {}, query: Record<string, string> = {}) => {
    const ids = {} as Parameters<typeof apiFunctionOf>[1]["ids"];
    const event = {
      routeKey: route,
      rawPath: "/",
      headers: {},
      pathParameters: params,
      queryStringParameters: query,
      rawQueryString: new URLSearchParams(query).toString(),
      requestContext: {
        requestId: "request-1",
        http: { method: "GET" },
        authorizer: { jwt: { claims: { sub: as, token_use: "access" } } },
      },
    } as unknown as APIGatewayProxyEventV2;
    const reply = await apiFunctionOf(app, { ids })(event, { awsRequestId: "invocation-1" } as Context);
    const { statusCode, headers = {}, body = "" } = reply;
    const isJson = String(headers["content-type"]).includes("json");
    return { status: statusCode, body: isJson ? JSON.parse(body) : body };
  };

  const damage = async (table: "journal" | "records" | "letters", key: object, field: string) => {
    const item = await raw.get(table, key);
    await raw.put(table, { ...item, [field]: { S: "person@example.org" } });
  };
  const rowsLogged = () => new Set(app.logged("ROW_UNREADABLE").map(({ row }) => row));
  const ids = ({ items }: { readonly items: readonly { readonly id: string }[] }) => items.map(({ id }) => id);

  describe("the aggregate of a review", () => {
    const row = "review#c1-JP#aggregate";
    beforeEach(() => damage("records", { pk: "review#c1-JP", sk: "aggregate" }, "state"));

    test.each([
      ["the President's list", {}],
      ["its page", { format: "html" }],
    ])("%s gives no answer, for it would be untrue without it, and the log names it", async (_, query) => {
      expect(await request(secretariat, "GET /v1/presidents-list", {}, query)).toMatchObject({ status: 500 });
      expect(rowsLogged()).toEqual(new Set([row]));
    });

    test("the current figures and their members answer with the rest, and name what was left out", async () => {
      const { status, body } = await request(secretariat, "GET /v1/figures/current");
      expect([status, body.leftOut]).toEqual([200, ["c1-JP"]]);
      expect(body.figures.find(({ figure }: any) => figure === "reviews")).toMatchObject({ total: 1 });
      for (const figure of ["reviews", "focal-points-missing"]) {
        const members = await request(secretariat, "GET /v1/figures/current/{figure}", { figure });
        expect([members.status, members.body.leftOut]).toEqual([200, ["c1-JP"]]);
        expect(new Set(members.body.items.map(({ review }: any) => review))).toEqual(new Set(["c1-FR"]));
      }
      expect(rowsLogged()).toEqual(new Set([row]));
    });

    test("the mandates of a party that has a seat in it are shown without it, and the log names it", async () => {
      expect(await request(secretariat, "GET /v1/parties/{partyId}/mandates", { partyId: "FR" })).toMatchObject({
        status: 200,
      });
      expect(rowsLogged()).toEqual(new Set([row]));
    });

    test("the list of reviews continues after its row there, also one by one", async () => {
      await damage("records", { pk: "review#c1-JP", sk: "listed" }, "listed");
      const { status, body } = await request(secretariat, "GET /v1/reviews");
      expect([status, ids(body)]).toEqual([200, ["c1-FR"]]);
      let next: string | undefined;
      const found: string[] = [];
      do {
        const query = { limit: "1", ...defined({ cursor: next }) };
        const { body: page } = await request(secretariat, "GET /v1/reviews", {}, query);
        found.push(...ids(page));
        next = page.next;
      } while (next !== undefined);
      expect(found).toEqual(["c1-FR"]);
    });

    test("the list of obligations continues without those of its row there", async () => {
      await damage("records", { pk: "review#c1-JP", sk: "listed" }, "obligations");
      const { status, body } = await request(secretariat, "GET /v1/obligations", {}, { state: "all" });
      const reviews = body.items.map((obligation: { readonly review: string }) => obligation.review);
      expect([status, new Set(reviews)]).toEqual([200, new Set(["c1-FR"])]);
    });

    test("delegates of a party with a seat in it do what they may by their other reviews", async () => {
      for (const route of ["GET /v1/reviews", "GET /v1/groups", "GET /v1/parties"])
        expect([route, (await request(delegate, route)).status]).toEqual([route, 200]);
    });

    test("the aggregates of all journals of reviews leave it out", async () => {
      const { status, body } = await request(secretariat, "GET /v1/journal/{kind}", { kind: "review" });
      expect([status, ids(body)]).toEqual([200, ["c1-FR"]]);
      expect(rowsLogged()).toEqual(new Set([row]));
    });
  });

  test("an entry of a journal is left out of the journal of its month, and the log names it", async () => {
    const month = { month: "2020-11", limit: "200" };
    const before = await request(secretariat, "GET /v1/journal", {}, month);
    await damage("journal", { subject: "party#FR", version: "0000000001" }, "facts");
    const { status, body } = await request(secretariat, "GET /v1/journal", {}, month);
    expect([status, body.items.length]).toEqual([200, before.body.items.length - 1]);
    expect(rowsLogged()).toEqual(new Set(["party#FR#0000000001"]));
  });

  test.each(["GET /v1/reviews/{reviewId}/notices"])(
    "%s gives no answer over a letter, for it would prove nothing without it, and the log names it",
    async (route) => {
      const about = { reviewId: "c1-FR" };
      const before = await request(secretariat, "GET /v1/reviews/{reviewId}/notices", about, { limit: "200" });
      const [first] = before.body.items;
      await damage("letters", { id: first.letter }, "recipient");
      expect(await request(secretariat, route, about)).toMatchObject({ status: 500 });
      expect(rowsLogged()).toEqual(new Set([first.letter]));
    },
  );

  test.each(["a party", "a letter"])(
    "the President's list gives no answer over %s on it, and the log names it",
    async (which) => {
      app.sleepUntil("2021-06-01T08:00:00.000Z");
      const before = await request(secretariat, "GET /v1/presidents-list");
      const [one] = before.body.groups.flatMap(({ parties }: any) => parties).map(({ party }: any) => party);
      const [letter] = (await app.ledger.aboutNominations(onePage)).items;
      if (which === "a party") await damage("records", { pk: `party#${one}`, sk: "aggregate" }, "state");
      else await damage("letters", { id: letter?.id ?? "none" }, "recipient");
      expect(await request(secretariat, "GET /v1/presidents-list")).toMatchObject({ status: 500 });
      expect(rowsLogged()).toEqual(new Set([which === "a party" ? `party#${one}#aggregate` : letter?.id]));
    },
  );
});
