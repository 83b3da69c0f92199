import { readFile } from "node:fs/promises";
import { beforeAll, describe, expect, test } from "vitest";
import { byNote, type Call, freshKey, missionOf, personOf, type TestApi, secretariat } from "../../harness/test-api.ts";

export const refuseValues = (opened: () => TestApi): void => {
  let api: TestApi;
  beforeAll(() => {
    api = opened();
  });

  const person = personOf("FR", "focal-point");
  const contacts = { address: "mission@fr.example.org", language: "fr", place: "Vienna" };
  const nominationCall = (more: object): Call => [
    "POST",
    "/v1/parties/FR/mandates",
    { as: missionOf("FR"), key: freshKey(), body: { role: "focal-point", person, ...more } },
  ];
  const registrationCall = (body: object): Call => ["POST", "/v1/users", { as: secretariat, key: freshKey(), body }];
  const startCall = (body: object): Call => ["POST", "/v1/groups/c1-g2/start/previews", { as: secretariat, body }];
  const correctionCall = (body: object): Call => ["PATCH", "/v1/parties/FR", { as: secretariat, match: '"v1"', body }];
  const invalid = (pointer: string) => ({ status: 400, problem: "invalid-request", places: [{ pointer }] }) as const;

  describe("an unknown party or instrument", () => {
    test("is refused where a user is registered for it", async () => {
      const call = registrationCall({ role: "permanent-mission", party: "ZZ", person });
      await api.expectRefusal(call, { status: 422, problem: "unknown-party" });
    });

    test.each<[string, Call]>([
      ["read", ["GET", "/v1/parties/ZZ", { as: secretariat }]],
      [
        "corrected",
        [
          "PATCH",
          "/v1/parties/ZZ",
          { as: secretariat, match: '"v1"', body: { correction: { name: "x" }, reason: "x" } },
        ],
      ],
      ["reached", ["PUT", "/v1/parties/ZZ/mission", { as: secretariat, match: '"v1"', body: contacts }]],
      [
        "represented",
        [
          "POST",
          "/v1/parties/ZZ/mandates",
          { as: secretariat, key: freshKey(), body: { role: "expert", person, ...byNote("ZZ", "2020-12-01") } },
        ],
      ],
      ["profiled", ["GET", "/v1/country-profiles/ZZ"]],
    ])("cannot be %s", async (_, call) => {
      await api.expectRefusal(call, { status: 404, problem: "not-found" });
    });

    test("an instrument is pointed at", async () => {
      const correction = { joined: { UNTOC: "2003-09-29", UNCAC: "2005-12-14" } };
      await api.expectRefusal(correctionCall({ correction, reason: "x" }), invalid("#/correction/joined/UNCAC"));
    });
  });

  describe("a date that does not exist", () => {
    test.each(["2021-02-29", "2020-02-30", "2020-13-01", "2020-00-10", "2020-12-1", "01.12.2020", "tomorrow", ""])(
      "%s is refused and pointed at",
      async (day) => {
        await api.expectRefusal(startCall({ startedOn: day }), invalid("#/startedOn"));
      },
    );

    test("a date from which no other could be reckoned is refused wherever one is taken", async () => {
      const far = ["9999-12-31", "3000-01-01"];
      for (const day of far) {
        await api.expectRefusal(startCall({ startedOn: day }), invalid("#/startedOn"));
        await api.expectRefusal(nominationCall({ namedOn: day }), invalid("#/namedOn"));
        const absence: Call = ["GET", `/v1/parties/FR/letters/absence?date=${day}`, { as: secretariat }];
        await api.expectRefusal(absence, { status: 400, problem: "invalid-request", places: [{ parameter: "date" }] });
      }
      const last: Call = ["GET", "/v1/parties/FR/letters/absence?date=2999-12-31", { as: secretariat }];
      await api.expectRefusal(last, { status: 422, problem: "date-too-late" });
    });

    test("is refused in a nomination and in a correction", async () => {
      await api.expectRefusal(nominationCall({ namedOn: "2021-02-29" }), invalid("#/namedOn"));
      const correction = { joined: { UNTOC: "2003-09-31" } };
      await api.expectRefusal(correctionCall({ correction, reason: "x" }), invalid("#/correction/joined/UNTOC"));
    });

    test("one that exists, but lies ahead or before the launch, is refused with the limit", async () => {
      const ahead = { status: 422, problem: "date-in-the-future", more: { latest: "2020-12-01" } } as const;
      const early = { status: 422, problem: "date-too-early", more: { earliest: "2020-10-16" } } as const;
      await api.expectRefusal(startCall({ startedOn: "2020-12-02" }), ahead);
      await api.expectRefusal(startCall({ startedOn: "2020-10-15" }), early);
      await api.expectRefusal(nominationCall({ namedOn: "2020-12-02" }), ahead);
      await api.expectRefusal(nominationCall({ namedOn: "2020-02-29" }), early);
    });
  });

  describe("invalid input is reported with the next step:", () => {
    const orderCall = (body: object): Call => ["POST", "/v1/bulletins", { as: secretariat, key: freshKey(), body }];
    const invitationCall = (body: object): Call => [
      "POST",
      "/v1/invitations/resend",
      { as: secretariat, key: freshKey(), body },
    ];
    const listCall = (query: string): Call => ["GET", `/v1/reviews?${query}`, { as: secretariat }];
    const parameter = (name: string) => ({ parameter: name });

    test.each<[string, Call, object, string]>([
      ["a word for a number", listCall("limit=many"), parameter("limit"), "must be a whole number from 1 to 200"],
      ["a number too large", listCall("limit=201"), parameter("limit"), "must be a whole number from 1 to 200"],
      ["a parameter given twice", listCall("limit=5&limit=6"), parameter("limit"), "may be given once"],
      [
        "the same value given twice",
        listCall("stage=feedback&stage=feedback"),
        parameter("stage"),
        "may be given once",
      ],
      ["an unknown parameter given twice", listCall("x=1&x=2"), parameter("x"), "is unknown here"],
      [
        "a stage that is none",
        listCall("stage=final"),
        parameter("stage"),
        "must be one of scheduled, nomination, consultation, questionnaire, feedback, observations, concluded",
      ],
      ["neither all nor a list", invitationCall({}), { pointer: "#/to" }, "is missing"],
      ["not all", invitationCall({ to: "some" }), { pointer: "#/to" }, 'must be "all"'],
      ["an empty list", invitationCall({ users: [] }), { pointer: "#/users" }, "must not be empty"],
      ["what is left out", nominationCall({ person: undefined }), { pointer: "#/person" }, "is missing"],
      ["a word of a few left out", nominationCall({ role: undefined }), { pointer: "#/role" }, "is missing"],
      [
        "a number for a text",
        nominationCall({ role: 7 }),
        { pointer: "#/role" },
        "must be one of focal-point, expert, observer",
      ],
      [
        "a list too long",
        nominationCall({ reviews: Array.from({ length: 21 }, () => "c1-GR") }),
        { pointer: "#/reviews" },
        "must have at most 20 entries",
      ],
      [
        "a hash that is none",
        orderCall({ preview: "abc" }),
        { pointer: "#/preview" },
        "must be a hash as it was given: 64 hex digits in small letters",
      ],
    ])("%s", async (_, call, place, message) => {
      const { body } = await api.expectRefusal(call, { status: 400, problem: "invalid-request", places: [place] });
      expect(body.errors[0].message).toBe(message);
    });
  });

  describe("a party file", () => {
    let whole = "";
    beforeAll(async () => {
      whole = await readFile("data/parties.csv", "utf8");
    });

    const importCall = (raw: string | Uint8Array<ArrayBuffer>, type = "text/csv; charset=utf-8"): Call => [
      "POST",
      "/v1/parties/imports",
      { as: secretariat, raw, type },
    ];
    /** The file with one cell of one row changed; rows as an editor numbers lines. */
    const fileWith = (row: number, column: string, value: string): string => {
      const lines = whole.split("\n");
      const at = lines[0]?.split(",").indexOf(column) ?? -1;
      const cells = lines[row - 1]?.split(",") ?? [];
      expect(at).toBeGreaterThanOrEqual(0);
      return lines.with(row - 1, cells.with(at, value).join(",")).join("\n");
    };

    test.each([
      [2, "untoc_since", "2003-09-31", "must be a date that exists"],
      [3, "iso_alpha2", "A1", "must be a party's two-letter code"],
      [4, "un_regional_group", "AFRICA", "must be one of AFRICAN"],
      [5, "kind", "COUNTRY", "must be one of STATE"],
      [7, "iso_alpha3", "", "must not be empty for a State"],
      [9, "name", "Aus\u202Etralia", "must not hold control or bidirectional characters"],
      [10, "tip_since", "1999-01-01", "is before the Convention was opened for signature"],
      [20, "iso_alpha2", "AF", "stands in row 2 already"],
    ])("with a broken row, %i, names it and its column %s, and imports nothing", async (row, column, value, why) => {
      // The first party would be corrected, if anything were.
      const raw = fileWith(row, column, value).replace(/^Afghanistan,/mu, "Islamic Republic of Afghanistan,");
      const refusal = { status: 422, problem: "invalid-party-file", places: [{ row, column }] } as const;
      const { body } = await api.expectRefusal(importCall(raw), refusal);
      expect(body.errors[0].message).toContain(why);
    });

    test("with several broken rows names them all, in the order of rows", async () => {
      const raw = whole
        .replace(/^Albania,AL,/mu, "Albania,Alb,")
        .replace(/^Zimbabwe,/mu, ",")
        .replace(/^Chad,TD,TCD,/mu, "Chad,TD,tcd,");
      const lines = raw.split("\n");
      const rowOf = (start: string): number => lines.findIndex((line) => line.startsWith(start)) + 1;
      const places = [
        { row: rowOf("Albania,"), column: "iso_alpha2" },
        { row: rowOf("Chad,"), column: "iso_alpha3" },
        { row: rowOf(",ZW"), column: "name" },
      ];
      await api.expectRefusal(importCall(raw), { status: 422, problem: "invalid-party-file", places });
    });

    test("with a column too few, an unknown column or no row says so", async () => {
      const header = whole.split("\n")[0] ?? "";
      const refused = (raw: string, ...places: readonly object[]) =>
        api.expectRefusal(importCall(raw), { status: 422, problem: "invalid-party-file", places });
      await refused(
        whole.replace("untoc_since", "joined"),
        { row: 1, column: "joined" },
        { row: 1, column: "untoc_since" },
      );
      await refused(header, { row: 1, column: "" });
      await refused("", { row: 1, column: "" });
      await refused(header.replaceAll(",", ";"), { row: 1, column: "" });
      await refused(`${header}\nFrance,FR`, { row: 2, column: "iso_alpha3" });
      await refused(`${header}\n"France,FR`, { row: 2, column: "" });
    });

    test("that is not UTF-8 names the rows that could not be read", async () => {
      const raw = new Uint8Array(Buffer.from(whole, "latin1"));
      const row = whole.split("\n").findIndex((line) => /[^\r -~]/u.test(line)) + 1;
      const answer = await api.request(...importCall(raw));
      expect([answer.status, answer.problem]).toEqual([422, "invalid-party-file"]);
      expect(answer.body.errors[0]).toMatchObject({ row, column: "name", message: expect.stringContaining("UTF-8") });
    });
  });
};
