import { beforeAll, describe, expect, test } from "vitest";
import { type Life, lifeOf } from "../../fixtures/review-life.ts";
import { refusalsIn } from "./review-commands.ts";
import { freshKey, missionOf, type TestApi, secretariat } from "../../harness/test-api.ts";

/** Requests in the review of Germany after its answers that must be refused to any caller, and change nothing. */
export const refuseClearances = (opened: () => TestApi): void => {
  let api: TestApi;
  let life: Life;
  beforeAll(async () => {
    api = opened();
    life = await lifeOf(api, "c1-DE");
    await life.nominate();
    await life.conclude();
    await life.submit();
  });

  const { call, post, refused, invalid, cases } = refusalsIn(() => api, "c1-DE");
  const fp = (party: string) => `focal-point@${party.toLowerCase()}.example.org`;
  const expert = (party: string) => `expert@${party.toLowerCase()}.example.org`;

  describe("while feedback is due", () => {
    beforeAll(async () => {
      const clarification = await life.post("/clarifications", expert("SG"), { text: "Why?" }, { key: freshKey() });
      expect(clarification.status).toBe(201);
    });
    const answer = (number: string, as: string, body: object = { text: "Because." }) =>
      post(`/clarifications/${number}/answer`, as, body);

    cases([
      [
        "a question by the party under review",
        () => post("/clarifications", expert("DE"), { text: "Why?" }),
        "not-yours",
      ],
      [
        "a question without a key",
        () => call("POST", "/clarifications", expert("SG"), { text: "Why?" }),
        "idempotency-key-missing",
      ],
      ["an answer to a clarification that was not requested", () => answer("2", fp("DE")), "unknown-clarification"],
      ["an answer by an expert", () => answer("1", expert("DE")), "not-yours"],
      ["an answer by a reviewer", () => answer("1", fp("SG")), "not-yours"],
      [
        "a closure before its date",
        () => post("/clarifications/1/closure", fp("CA")),
        "not-yet-due",
        { dueAt: "2020-12-30T22:59:59.999Z" },
      ],
      ["a closure by an expert", () => post("/clarifications/1/closure", expert("SG")), "not-yours"],
      ["a clearance by an expert", () => post("/feedback/SG/clearance", expert("SG"), { drafts: [] }), "not-yours"],
      ["a clearance for another party", () => post("/feedback/CA/clearance", fp("SG"), { drafts: [] }), "not-yours"],
      [
        "a clearance for a party without a seat",
        () => post("/feedback/SE/clearance", fp("SG"), { drafts: [] }),
        "not-yours",
      ],
      [
        "a clearance without drafts",
        () => post("/feedback/SG/clearance", fp("SG"), { drafts: [] }),
        "incomplete",
        { missing: ["UNTOC", "TIP"] },
      ],
      [
        "a return of feedback that is not in",
        () => post("/feedback/SG/return", secretariat, { reason: "x" }),
        "not-owed",
      ],
      [
        "a draft of another party's feedback",
        () => call("PUT", "/feedback/CA/drafts/TIP", expert("SG"), { text: "x" }, { match: '"v0"' }),
        "not-yours",
      ],
      [
        "a list of observations",
        () => call("PUT", "/observations", expert("SG"), { list: "x", summary: "x" }, { match: '"v0"' }),
        "wrong-stage",
      ],
      ["a return of the answers by their party", () => post("/answers/return", fp("DE"), { reason: "x" }), "not-yours"],
    ]);

    test("of two answers at the same time one is recorded, and the other is refused", async () => {
      const clarification = await life.post("/clarifications", expert("SG"), { text: "How?" }, { key: freshKey() });
      const again = await life.post("/clarifications", expert("SG"), { text: "How?" }, { key: freshKey() });
      expect([again.status, again.body]).toEqual([201, clarification.body]);
      const texts = ["So.", "Otherwise."];
      const both = await Promise.all(texts.map((text) => api.request(...answer("2", fp("DE"), { text }))));
      expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
      const { body } = await api.get("/v1/reviews/c1-DE/clarifications", fp("DE"));
      const text: string = body.items[1].answer.text;
      const other = texts.find((each) => each !== text) ?? "";
      await refused(answer("2", fp("DE"), { text: other }), "already-cleared", { clearedAt: body.items[1].settledAt });
      const { version } = await life.read();
      const same = await api.request(...answer("2", fp("DE"), { text }));
      expect([same.status, same.body.version]).toEqual([200, version]);
    });

    test.each(["0", "1000", "01", "-1", "1.5", "1e1", "one", "%31%00"])(
      "clarification number %s is none",
      async (number) => {
        const places = [{ parameter: "number" }];
        await api.expectRefusal(answer(number, fp("DE")), { status: 404, problem: "not-found", places });
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
      expect((await life.post("/clarifications/1/answer", fp("DE"), { text: "Because." })).body.stage).toBe(
        "observations",
      );
    });
    const agree = (version: number, as = fp("CA")) => post("/observations/agreements", as, { version });
    const publish = (version: number, as: string = secretariat) => post("/observations/publication", as, { version });
    const put = (as: string, match: string) =>
      call("PUT", "/observations", as, { list: "Another", summary: "x" }, { match });

    test("submitted feedback is cleared again only with the drafts that were submitted", async () => {
      const clearing = (...drafts: readonly object[]) => post("/feedback/SG/clearance", fp("SG"), { drafts });
      const drafts = ["UNTOC", "TIP"].map((instrument) => ({ instrument, version: 1 }));
      const { version, feedback } = await life.read();
      const again = await api.request(...clearing(...drafts));
      expect([again.status, again.body.version]).toEqual([200, version]);
      const { clearedAt } = feedback.find(({ party }: any) => party === "SG");
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
      // Sent again because the answer was lost, it still names the version that it was decided on.
      const { body: onTable } = await api.get("/v1/reviews/c1-DE/observations", secretariat);
      const again = call(
        "PUT",
        "/observations",
        secretariat,
        { list: onTable.list, summary: onTable.summary },
        { match: '"v1"' },
      );
      expect((await api.request(...again)).body.version).toBe(2);
      await refused(agree(1), "old-version", { version: 2 });
      await refused(agree(3), "old-version", { version: 2 });
      await refused(agree(2, expert("CA")), "not-yours");
      await refused(agree(2, missionOf("CA")), "not-yours");
      await refused(agree(2, secretariat), "source-missing");
      await invalid(agree(0), { pointer: "#/version" });
      await refused(publish(2), "not-agreed", { parties: ["BF", "CA", "DE", "SG"] });
      await refused(publish(2, fp("DE")), "not-yours");
      await refused(put(expert("SG"), '"v1"'), "stale-version");
      await refused(put(expert("DE"), '"v2"'), "not-yours");
      await refused(post("/publication-consent", missionOf("DE"), { parts: ["answers"] }), "wrong-stage");
      await refused(post("/answers/return", secretariat, { reason: "x" }), "wrong-stage");
    });

    test("the longest texts are taken in any writing, and with every character escaped", async () => {
      const { path, as } = { path: "/v1/reviews/c1-DE/observations", as: expert("SG") };
      const longest = "約".repeat(60_000);
      const escaped = (text: string) => text.replaceAll("約", "\\u7d04");
      const raw = `{"list":"${escaped(longest)}","summary":"${escaped(longest)}"}`;
      const { status, body } = await api.request("PUT", path, { as, raw, type: "application/json", match: '"v2"' });
      expect([status, body.version]).toEqual([200, 3]);
      const { body: kept } = await api.get(path, expert("DE"));
      expect([kept.list === longest, kept.summary === longest]).toEqual([true, true]);
    });

    test("an agreement does not outlive the version it was given to", async () => {
      expect((await api.request(...agree(3))).status).toBe(200);
      expect((await api.request(...put(expert("SG"), '"v3"'))).body.version).toBe(4);
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
      ["consent by a reviewer", () => consent(missionOf("SG"), ["answers"]), "not-yours"],
      ["consent by the secretariat", () => consent(secretariat, ["answers"]), "source-missing"],
      [
        "a new list",
        () => call("PUT", "/observations", expert("SG"), { list: "x", summary: "x" }, { match: '"v3"' }),
        "wrong-stage",
      ],
      [
        "a delay",
        () => post("/obligations/agreement:DE/delay", missionOf("DE"), { dueOn: "2030-01-01", reason: "other" }),
        "wrong-stage",
      ],
      ["a redraw", () => post("/redraw-requests", missionOf("DE"), { seat: "SG" }), "wrong-stage"],
      ["other languages", () => post("/consultation/languages", fp("DE"), { languages: ["ru"] }), "wrong-stage"],
      ["a return of feedback", () => post("/feedback/SG/return", secretariat, { reason: "x" }), "wrong-stage"],
    ]);

    test("parts that cannot be published are pointed at", async () => {
      await invalid(consent(missionOf("DE"), []), { pointer: "#/parts" });
      await invalid(consent(missionOf("DE"), ["drafts"]), { pointer: "#/parts/0" });
      expect((await api.get("/v1/publications/c1-DE")).body).not.toHaveProperty("answers");
    });
  });
};
