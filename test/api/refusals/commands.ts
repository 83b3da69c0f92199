import { beforeAll, describe, expect, test } from "vitest";
import { type Life, lifeOf } from "../../fixtures/review-life.ts";
import { refusalsIn } from "./review-commands.ts";
import { type Call, freshKey, missionOf, personOf, type TestApi, secretariat } from "../../harness/test-api.ts";

/** Requests in the review of Ireland before its answers that must be refused to any caller, and change nothing. */
export const refuseCommands = (opened: () => TestApi): void => {
  let api: TestApi;
  let life: Life;
  beforeAll(async () => {
    api = opened();
    life = await lifeOf(api, "c1-IE");
  });

  const { call, post, refused, invalid, cases } = refusalsIn(() => api, "c1-IE");
  const fp = (party: string) => `focal-point@${party.toLowerCase()}.example.org`;
  const expert = (party: string) => `expert@${party.toLowerCase()}.example.org`;

  describe("while nominations are due", () => {
    const delay = { dueOn: "2021-01-31", reason: "coordination" };
    cases([
      [
        "a delay for a focal point",
        () => post("/obligations/focal-point:IE/delay", missionOf("IE"), delay),
        "no-delay-for-nominations",
      ],
      [
        "a delay for experts",
        () => post("/obligations/experts:FR/delay", missionOf("FR"), delay),
        "no-delay-for-nominations",
      ],
      ["a delay for another party", () => post("/obligations/experts:FR/delay", missionOf("IE"), delay), "not-yours"],
      [
        "a delay without an obligation",
        () => post("/obligations/feedback:FR/delay", missionOf("FR"), delay),
        "unknown-obligation",
      ],
      [
        "a meeting",
        () => post("/consultation/meetings", secretariat, { meeting: "first", heldOn: "2020-12-01" }),
        "wrong-stage",
      ],
      ["languages", () => post("/consultation/languages", secretariat, { languages: ["en"] }), "wrong-stage"],
    ]);

    test("an obligation id that is none finds nothing", async () => {
      for (const id of ["focal-point", "x:IE", "focal-point:ireland", "%00", "..%2F..%2Fconsultation"])
        expect((await api.request(...post(`/obligations/${id}/delay`, missionOf("IE"), delay))).status).toBeOneOf([
          404, 422,
        ]);
    });
  });

  describe("while the parties consult", () => {
    beforeAll(async () => {
      await api.app.moveTo("2020-12-07T12:00:00Z");
      await life.nominate();
      await api.app.moveTo("2020-12-10T12:00:00Z");
    });
    const outcome = (body: object, as = fp("IE")) => post("/consultation/outcome", as, body);
    const en = { languages: ["en"] };
    cases([
      ["an outcome without a meeting", () => outcome({ languages: en }), "meeting-missing"],
      ["an outcome without languages", () => outcome({ heldOn: "2020-12-09" }), "languages-missing"],
      ["an exception by a party", () => outcome({ withoutMeeting: "No time", languages: en }), "not-yours"],
      ["an outcome by an expert", () => outcome({ heldOn: "2020-12-09", languages: en }, expert("IE")), "not-yours"],
      [
        "an outcome by a stranger",
        () => outcome({ heldOn: "2020-12-09", languages: en }, missionOf("SE")),
        "not-found",
      ],
      [
        "a meeting that lies ahead",
        () => outcome({ heldOn: "2020-12-11", languages: en }),
        "date-in-the-future",
        { latest: "2020-12-10" },
      ],
      [
        "a meeting before the last was named",
        () => outcome({ heldOn: "2020-12-06", languages: en }),
        "date-too-early",
        { earliest: "2020-12-07" },
      ],
      [
        "an outcome before the meeting",
        () => outcome({ heldOn: "2020-12-09", concludedOn: "2020-12-08", languages: en }),
        "date-too-early",
      ],
      [
        "a clock that starts after three months",
        () => outcome({ heldOn: "2020-12-09", languages: en, clockStartsOn: "2021-03-11" }),
        "date-too-late",
        { latest: "2021-03-10" },
      ],
      [
        "a clock that starts before the review",
        () => outcome({ heldOn: "2020-12-09", languages: en, clockStartsOn: "2020-11-30" }),
        "date-too-early",
        { earliest: "2020-12-01" },
      ],
      [
        "answers due after the six months",
        () => outcome({ heldOn: "2020-12-09", languages: en, answersDueOn: "2021-06-11" }),
        "date-too-late",
        { latest: "2021-06-10" },
      ],
      [
        "answers due at once",
        () => outcome({ heldOn: "2020-12-09", languages: en, answersDueOn: "2020-12-10" }),
        "date-too-early",
        { earliest: "2020-12-11" },
      ],
      [
        "an exception next to a meeting",
        () => outcome({ heldOn: "2020-12-09", withoutMeeting: "No time", languages: en }, secretariat),
        "meeting-recorded",
        { heldOn: "2020-12-09" },
      ],
    ]);

    test("a body that is half of this and half of that fits no schema", async () => {
      const path = "/consultation/languages";
      for (const body of [
        {},
        { languages: [] },
        { languages: ["en"], open: { why: "in-discussion" } },
        { open: { why: "lazy" } },
        { languages: "en" },
        { languages: Array.from({ length: 21 }, () => "en") },
        [],
        null,
      ])
        expect((await api.request(...post(path, fp("IE"), body))).problem).toBe("invalid-request");
      await invalid(outcome({ languages: { languages: ["en"], exception: " " } }), {
        pointer: "#/languages/exception",
      });
    });
  });

  describe("while answers are due", () => {
    beforeAll(() => life.conclude());

    test("the recorded outcome is answered as done, and makes no new version", async () => {
      const { version } = await life.read();
      await life.conclude();
      expect((await life.read()).version).toBe(version);
    });
    const draft = (instrument: string, as: string, body: object, match?: string): Call =>
      call("PUT", `/answers/drafts/${instrument}`, as, body, match === undefined ? {} : { match });
    const submit = (as: string, ...drafts: readonly object[]) => post("/answers/submission", as, { drafts });
    const text = { text: "A draft" };
    const delay = (dueOn: string, as = missionOf("IE")) =>
      post("/obligations/questionnaire:IE/delay", as, { dueOn, reason: "translation" });

    cases([
      [
        "a draft for an instrument that is not reviewed",
        () => draft("FP", expert("IE"), text, '"v0"'),
        "instrument-not-reviewed",
        { instruments: ["UNTOC", "TIP"] },
      ],
      ["a draft without its ETag", () => draft("TIP", expert("IE"), text), "version-missing"],
      ["a draft with the ETag of another version", () => draft("TIP", expert("IE"), text, '"v1"'), "stale-version"],
      ["a draft by a reviewer", () => draft("TIP", expert("FR"), text, '"v0"'), "not-yours"],
      ["a draft by the secretariat", () => draft("TIP", secretariat, text, '"v0"'), "not-yours"],
      ["a draft by a stranger", () => draft("TIP", missionOf("SE"), text, '"v0"'), "not-found"],
      ["a submission by an expert", () => submit(expert("IE")), "not-yours"],
      ["a submission without answers", () => submit(fp("IE")), "incomplete", { missing: ["UNTOC", "TIP"] }],
      [
        "a submission of what was never drafted",
        () => submit(fp("IE"), { instrument: "UNTOC", version: 1 }),
        "incomplete",
      ],
      ["a delay into the past", () => delay("2020-12-09"), "date-too-early", { earliest: "2021-06-11" }],
      ["a delay to an earlier day", () => delay("2021-06-09"), "date-too-early", { earliest: "2021-06-11" }],
      ["a delay to the same day", () => delay("2021-06-10"), "date-too-early", { earliest: "2021-06-11" }],
      ["a delay by a mistyped year", () => delay("2121-07-01"), "date-too-late", { latest: "2023-06-10" }],
      ["a delay by an expert", () => delay("2021-07-01", expert("IE")), "not-yours"],
      ["a delay by a reviewer", () => delay("2021-07-01", fp("FR")), "not-yours"],
      [
        "a return of what was not submitted",
        () => post("/answers/return", secretariat, { reason: "x" }),
        "wrong-stage",
      ],
      ["an opening of what was not submitted", () => post("/answers/opening", secretariat), "wrong-stage"],
      ["a question before the answers", () => post("/clarifications", expert("FR"), { text: "Why?" }), "wrong-stage"],
      ["feedback before the answers", () => post("/feedback/FR/clearance", fp("FR"), { drafts: [] }), "wrong-stage"],
      [
        "an agreement before there is a list",
        () => post("/observations/agreements", fp("FR"), { version: 1 }),
        "wrong-stage",
      ],
      [
        "a publication before there is a list",
        () => post("/observations/publication", secretariat, { version: 1 }),
        "wrong-stage",
      ],
      [
        "a second outcome",
        () => post("/consultation/outcome", fp("FR"), { concludedOn: "2020-12-09" }),
        "consultation-concluded",
      ],
      ...[
        { heldOn: "2020-12-11" },
        { heldOn: "1990-01-01" },
        { heldOn: "2020-12-10", languages: { languages: ["de"] } },
        { answersDueOn: "2021-01-31" },
      ].map(
        (body) =>
          [
            `a second outcome ${JSON.stringify(body)}`,
            () => post("/consultation/outcome", fp("FR"), body),
            "consultation-concluded",
            { concludedOn: "2020-12-10" },
          ] as const,
      ),
      [
        "a second outcome without a meeting",
        () => post("/consultation/outcome", secretariat, { withoutMeeting: "No time" }),
        "consultation-concluded",
      ],
    ]);

    test("a text that is too long, or has invisible characters is pointed at", async () => {
      const bad = [
        "a\u0000b",
        "a\u001Bb",
        "a\u007Fb",
        "a\u202Eb",
        "a\u2066b\u2069".replaceAll(/[\u2066\u2069]/gu, "\u202B"),
        "a\uFEFFb",
        "a\uFFFDb",
        "a\u2028b",
        "x".repeat(60_001),
        7,
        null,
      ];
      for (const each of bad) await invalid(draft("TIP", expert("IE"), { text: each }, '"v0"'), { pointer: "#/text" });
      await invalid(draft("TIP", expert("IE"), { text: "x", more: 1 }, '"v0"'), { pointer: "#/more" });
    });

    test("a body over 1 MB is too large, whatever it holds", async () => {
      const body = { text: "x".repeat(1024 * 1024) };
      await refused(draft("TIP", expert("IE"), body, '"v0"'), "body-too-large");
    });

    test("a draft that has changed since it was read is not cleared, and is named", async () => {
      const drafts = await life.draftAnswers();
      const changed = await api.request(...draft("TIP", expert("IE"), { text: "Another" }, '"v1"'));
      expect([changed.status, changed.body.version]).toEqual([200, 2]);
      await refused(submit(fp("IE"), ...drafts), "draft-changed", { instruments: ["TIP"] });
      await refused(
        submit(fp("IE"), { instrument: "UNTOC", version: 1 }, { instrument: "TIP", version: 3 }),
        "draft-changed",
      );
      await refused(submit(fp("IE"), ...drafts, { instrument: "FP", version: 1 }), "instrument-not-reviewed");
      await invalid(submit(fp("IE"), { instrument: "TIP", version: 0 }), { pointer: "#/drafts/0/version" });
      await invalid(submit(fp("IE"), { instrument: "TIP", version: 2 }, { instrument: "TIP", version: 2 }), {
        pointer: "#/drafts",
      });
      await refused(draft("TIP", expert("IE"), text, '"v1"'), "stale-version");
    });

    test("a draft that is sent again is answered as done; it may be emptied, and is not cleared then", async () => {
      const put = async (said: string, match: string) => {
        const { status, body } = await api.request(...draft("TIP", expert("IE"), { text: said }, match));
        return [status, body.version, body.text];
      };
      expect(await put("Another", '"v1"')).toEqual([200, 2, "Another"]);
      expect(await put(" \n", '"v2"')).toEqual([200, 3, ""]);
      expect(await put("", '"v2"')).toEqual([200, 3, ""]);
      await refused(draft("TIP", fp("IE"), { text: "" }, '"v2"'), "stale-version");
      const read = [
        { instrument: "UNTOC", version: 1 },
        { instrument: "TIP", version: 3 },
      ];
      await refused(submit(fp("IE"), ...read), "incomplete", { missing: ["TIP"] });
      expect(await put("Another", '"v3"')).toEqual([200, 4, "Another"]);
    });

    test("a change of people refuses days before the mandate began and mandates of others", async () => {
      const [own] = (await life.read()).seats.find(({ party }: any) => party === "IE").mandates;
      const change = (party: string, id: string, what: string, body: object): Call => [
        "POST",
        `/v1/parties/${party}/mandates/${id}/${what}`,
        { as: missionOf(party), key: freshKey(), body },
      ];
      const person = { ...personOf("IE", "focal-point"), email: "new@ie.example.org" };
      const before = { effectiveOn: "2020-11-01" };
      const earliest = own.since.slice(0, 10);
      await refused(change("IE", own.id, "replacement", { person, ...before }), "date-too-early", { earliest });
      await refused(change("IE", own.id, "removal", before), "date-too-early", { earliest });
      await refused(change("FR", own.id, "removal", {}), "unknown-mandate");
      await refused(change("IE", `m-${"0".repeat(26)}`, "replacement", { person }), "unknown-mandate");
      await refused(
        change("IE", own.id, "replacement", { person: { ...person, email: fp("FR") } }),
        "serves-other-party",
      );
      await refused(change("IE", own.id, "replacement", { person: personOf("IE", "focal-point") }), "already-serves");
    });
  });
};
