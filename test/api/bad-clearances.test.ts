import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Life, lifeOf } from "../fixtures/review-life.ts";
import { refusalsIn } from "./refused-commands.ts";
import { freshKey, missionOf, openTestApi, type TestApi, secretariat } from "../harness/test-api.ts";

/** What must be refused in a review of Ireland once the answers are in, whoever asks, and change nothing. */
let api: TestApi;
let life: Life;
beforeAll(async () => {
  api = await openTestApi();
  await api.startGroup();
  life = await lifeOf(api, "c1-IE");
  await life.nominate();
  await life.conclude();
  await life.submit();
});
afterAll(() => api.close());

const { call, post, refused, invalid, cases } = refusalsIn(() => api, "c1-IE");
const fp = (party: string) => `focal-point@${party.toLowerCase()}.example.org`;
const expert = (party: string) => `expert@${party.toLowerCase()}.example.org`;

describe("while feedback is owed", () => {
  beforeAll(async () => {
    const asked = await life.post("/clarifications", expert("FR"), { text: "Why?" }, { key: freshKey() });
    expect(asked.status).toBe(201);
  });
  const answer = (number: string, as: string, body: object = { text: "Because." }) =>
    post(`/clarifications/${number}/answer`, as, body);

  cases([
    [
      "a question by the party under review",
      () => post("/clarifications", expert("IE"), { text: "Why?" }),
      "not-yours",
    ],
    [
      "a question without a key",
      () => call("POST", "/clarifications", expert("FR"), { text: "Why?" }),
      "idempotency-key-missing",
    ],
    ["an answer to a question that was not asked", () => answer("2", fp("IE")), "unknown-clarification"],
    ["an answer by an expert", () => answer("1", expert("IE")), "not-yours"],
    ["an answer by a reviewer", () => answer("1", fp("FR")), "not-yours"],
    [
      "a closure before its date",
      () => post("/clarifications/1/closure", fp("TD")),
      "not-yet-due",
      { dueAt: "2020-12-29T22:59:59.999Z" },
    ],
    ["a closure by an expert", () => post("/clarifications/1/closure", expert("FR")), "not-yours"],
    ["a clearance by an expert", () => post("/feedback/FR/clearance", expert("FR"), { drafts: [] }), "not-yours"],
    ["a clearance for another party", () => post("/feedback/TD/clearance", fp("FR"), { drafts: [] }), "not-yours"],
    [
      "a clearance for a party without a seat",
      () => post("/feedback/SE/clearance", fp("FR"), { drafts: [] }),
      "not-yours",
    ],
    [
      "a clearance without drafts",
      () => post("/feedback/FR/clearance", fp("FR"), { drafts: [] }),
      "incomplete",
      { missing: ["UNTOC", "TIP"] },
    ],
    [
      "a return of feedback that is not in",
      () => post("/feedback/FR/return", secretariat, { reason: "x" }),
      "not-owed",
    ],
    [
      "a draft of another party's feedback",
      () => call("PUT", "/feedback/TD/drafts/TIP", expert("FR"), { text: "x" }, { match: '"v0"' }),
      "not-yours",
    ],
    [
      "a list of observations",
      () => call("PUT", "/observations", expert("FR"), { list: "x", summary: "x" }, { match: '"v0"' }),
      "wrong-stage",
    ],
    ["a return of the answers by their party", () => post("/answers/return", fp("IE"), { reason: "x" }), "not-yours"],
  ]);

  test("of two answers at the same time one stands, and the other is told so", async () => {
    const asked = await life.post("/clarifications", expert("FR"), { text: "How?" }, { key: freshKey() });
    const again = await life.post("/clarifications", expert("FR"), { text: "How?" }, { key: freshKey() });
    expect([again.status, again.body]).toEqual([201, asked.body]);
    const texts = ["So.", "Otherwise."];
    const both = await Promise.all(texts.map((text) => api.ask(...answer("2", fp("IE"), { text }))));
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    const { body } = await api.get("/v1/reviews/c1-IE/clarifications", fp("IE"));
    const text: string = body.items[1].answer.text;
    const other = texts.find((each) => each !== text) ?? "";
    await refused(answer("2", fp("IE"), { text: other }), "already-cleared", { clearedAt: body.items[1].settledAt });
    const { version } = await life.read();
    const same = await api.ask(...answer("2", fp("IE"), { text }));
    expect([same.status, same.body.version]).toEqual([200, version]);
  });

  test.each(["0", "1000", "01", "-1", "1.5", "1e1", "one", "%31%00"])(
    "clarification number %s is none",
    async (number) => {
      const places = [{ parameter: "number" }];
      await api.expectRefusal(answer(number, fp("IE")), { status: 404, problem: "not-found", places });
    },
  );

  test("a reason that is empty, long, of several lines or turned around is pointed at", async () => {
    for (const reason of ["", "  ", "x".repeat(1001), "a\nb", "a\u202Eb", "a\u2067b", "a\u200Bb", 1])
      await invalid(post("/answers/return", secretariat, { reason }), { pointer: "#/reason" });
    await invalid(post("/corrections", secretariat, { what: "end", to: "2020-12-01", reason: "x" }), {
      pointer: "#/what",
    });
    await invalid(post("/corrections", secretariat, { what: "start", to: "2021-02-29", reason: "x" }), {
      pointer: "#/to",
    });
  });
});

describe("while the list is on the table", () => {
  beforeAll(async () => {
    await life.clearAll();
    expect((await life.post("/clarifications/1/answer", fp("IE"), { text: "Because." })).body.stage).toBe(
      "observations",
    );
  });
  const agree = (version: number, as = fp("TD")) => post("/observations/agreements", as, { version });
  const publish = (version: number, as: string = secretariat) => post("/observations/publication", as, { version });
  const put = (as: string, match: string) =>
    call("PUT", "/observations", as, { list: "Another", summary: "x" }, { match });

  test("feedback that is in is cleared again by nothing but the drafts that were handed over", async () => {
    const clearing = (...drafts: readonly object[]) => post("/feedback/FR/clearance", fp("FR"), { drafts });
    const drafts = ["UNTOC", "TIP"].map((instrument) => ({ instrument, version: 1 }));
    const { version, feedback } = await life.read();
    const again = await api.ask(...clearing(...drafts));
    expect([again.status, again.body.version]).toEqual([200, version]);
    const { clearedAt } = feedback.find(({ party }: any) => party === "FR");
    await refused(clearing(), "already-cleared", { clearedAt });
    await refused(clearing({ instrument: "UNTOC", version: 1 }), "already-cleared");
    await refused(clearing({ instrument: "UNTOC", version: 1 }, { instrument: "TIP", version: 2 }), "draft-changed");
    await refused(clearing(...drafts, { instrument: "FP", version: 2 }), "instrument-not-reviewed");
  });

  test("nothing is agreed on, published or consented to before its turn", async () => {
    await refused(agree(1), "list-missing");
    await refused(publish(1), "list-missing");
    await life.list();
    await life.list("A second list");
    await refused(agree(1), "old-version", { version: 2 });
    await refused(agree(3), "old-version", { version: 2 });
    await refused(agree(2, expert("TD")), "not-yours");
    await refused(agree(2, missionOf("TD")), "not-yours");
    await refused(agree(2, secretariat), "not-yours");
    await invalid(agree(0), { pointer: "#/version" });
    await refused(publish(2), "not-agreed", { parties: ["FR", "IE", "TD"].toSorted() });
    await refused(publish(2, fp("IE")), "not-yours");
    await refused(put(expert("FR"), '"v1"'), "stale-version");
    await refused(put(expert("IE"), '"v2"'), "not-yours");
    await refused(post("/publication-consent", missionOf("IE"), { parts: ["answers"] }), "wrong-stage");
    await refused(post("/answers/return", secretariat, { reason: "x" }), "wrong-stage");
  });

  test("the longest texts are taken in any writing, and with every character escaped", async () => {
    const { path, as } = { path: "/v1/reviews/c1-IE/observations", as: expert("FR") };
    const longest = "約".repeat(60_000);
    const escaped = (text: string) => text.replaceAll("約", "\\u7d04");
    const raw = `{"list":"${escaped(longest)}","summary":"${escaped(longest)}"}`;
    const { status, body } = await api.ask("PUT", path, { as, raw, type: "application/json", match: '"v2"' });
    expect([status, body.version]).toEqual([200, 3]);
    const { body: kept } = await api.get(path, expert("IE"));
    expect([kept.list === longest, kept.summary === longest]).toEqual([true, true]);
  });

  test("an agreement does not outlive the version it was given to", async () => {
    expect((await api.ask(...agree(3))).status).toBe(200);
    expect((await api.ask(...put(expert("FR"), '"v3"'))).body.version).toBe(4);
    await refused(agree(3), "old-version", { version: 4 });
    await refused(publish(4), "not-agreed");
  });
});

describe("when it has concluded", () => {
  beforeAll(async () => {
    await life.agreeAll(4);
    await life.publish(4);
  });
  const consent = (as: string, parts: readonly string[]) => post("/publication-consent", as, { parts });

  cases([
    ["consent by a reviewer", () => consent(missionOf("FR"), ["answers"]), "not-yours"],
    ["consent by the secretariat", () => consent(secretariat, ["answers"]), "not-yours"],
    [
      "a new list",
      () => call("PUT", "/observations", expert("FR"), { list: "x", summary: "x" }, { match: '"v3"' }),
      "wrong-stage",
    ],
    [
      "a delay",
      () => post("/obligations/agreement:IE/delay", missionOf("IE"), { dueOn: "2030-01-01", reason: "other" }),
      "wrong-stage",
    ],
    ["a redraw", () => post("/redraw-requests", missionOf("IE"), { seat: "FR" }), "wrong-stage"],
    ["other languages", () => post("/consultation/languages", fp("IE"), { languages: ["ru"] }), "wrong-stage"],
    ["a return of feedback", () => post("/feedback/FR/return", secretariat, { reason: "x" }), "wrong-stage"],
  ]);

  test("parts that nobody can publish are pointed at", async () => {
    await invalid(consent(missionOf("IE"), []), { pointer: "#/parts" });
    await invalid(consent(missionOf("IE"), ["drafts"]), { pointer: "#/parts/0" });
    expect((await api.get("/v1/publications/c1-IE")).body).not.toHaveProperty("answers");
  });
});
