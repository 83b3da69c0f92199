import { beforeAll, describe, expect, test } from "vitest";
import {
  type RequestOptions,
  type Call,
  freshKey,
  missionOf,
  personOf,
  type TestApi,
  secretariat,
} from "../../harness/test-api.ts";

export const refuseBodies = (opened: () => TestApi): void => {
  let api: TestApi;
  beforeAll(() => {
    api = opened();
  });

  const person = personOf("FR", "focal-point");
  const mandateCall = (asking: RequestOptions): Call => [
    "POST",
    "/v1/parties/FR/mandates",
    { as: missionOf("FR"), key: freshKey(), ...asking },
  ];
  const nominationCall = (more: object): Call => mandateCall({ body: { role: "focal-point", person, ...more } });
  const personCall = (more: object): Call => nominationCall({ person: { ...person, ...more } });
  const registrationCall = (body: object): Call => ["POST", "/v1/users", { as: secretariat, key: freshKey(), body }];
  const noPreview = "0".repeat(64);
  const startCall = (body: unknown): Call => ["POST", "/v1/groups/c1-g2/start", { as: secretariat, body }];
  const correctionCall = (body: object): Call => ["PATCH", "/v1/parties/FR", { as: secretariat, match: '"v1"', body }];
  const contacts = { address: "mission@fr.example.org", language: "fr", place: "Vienna" };
  const contactsCall = (body: unknown): Call => [
    "PUT",
    "/v1/parties/FR/mission",
    { as: missionOf("FR"), match: '"v1"', body },
  ];
  const pointer = (...pointers: readonly string[]) => pointers.map((each) => ({ pointer: each }));
  const invalid = (...pointers: readonly string[]) =>
    ({ status: 400, problem: "invalid-request", places: pointer(...pointers) }) as const;

  describe("malformed JSON", () => {
    test.each<[string, string]>([
      ["that ends too early", '{"role":"focal-point"'],
      ["with a trailing comma", '{"role":"focal-point",}'],
      ["with single quotes", "{'role':'focal-point'}"],
      ["that is none at all", "role=focal-point"],
      ["that is empty", ""],
      ["with a comment", '{"role":"expert"} // for now'],
      ["nested without end", "[".repeat(100_000)],
    ])("%s is refused", async (_, raw) => {
      await api.expectRefusal(mandateCall({ raw, type: "application/json" }), {
        status: 400,
        problem: "malformed-json",
      });
    });

    test.each<[string, string, string]>([
      ["in one object", '{"role":"expert","role":"focal-point"}', "role"],
      ["in an object within it", '{"person":{"name":"A","note":"}","name":"B"}}', "name"],
      ["in an entry of a list", '{"reviews":[{"a":1},{"a":1,"b":[],"a":2}]}', "a"],
      ["written with an escape", '{"role":"expert","r\\u006fle":"focal-point"}', "role"],
    ])("with one name twice %s is refused", async (_, raw, name) => {
      const { body } = await api.expectRefusal(mandateCall({ raw, type: "application/json" }), {
        status: 400,
        problem: "malformed-json",
        places: [{ pointer: "#" }],
      });
      expect(body.errors[0].message).toBe(`has the member "${name}" twice`);
    });

    test("in which a text was not UTF-8 is refused, and the text pointed at", async () => {
      const latin = Buffer.from(JSON.stringify({ role: "focal-point", person: { ...person, name: "José" } }), "latin1");
      const call = mandateCall({ raw: new Uint8Array(latin), type: "application/json" });
      const { body } = await api.expectRefusal(call, invalid("#/person/name"));
      expect(body.errors[0].message).toBe("holds a character that was not sent as UTF-8");
    });
  });

  describe("a wrong content type", () => {
    const json = JSON.stringify({ role: "focal-point", person });
    test.each(["text/plain", "application/x-www-form-urlencoded", "text/json", "multipart/form-data; boundary=x"])(
      "%s is refused where JSON is taken, and the right one is named",
      async (type) => {
        const more = { expected: "application/json" };
        await api.expectRefusal(mandateCall({ raw: json, type }), { status: 415, problem: "wrong-content-type", more });
      },
    );

    test("JSON is refused where a CSV file is taken", async () => {
      const call: Call = ["POST", "/v1/parties/imports", { as: secretariat, body: [] }];
      await api.expectRefusal(call, { status: 415, problem: "wrong-content-type", more: { expected: "text/csv" } });
    });

    test("none at all is refused", async () => {
      const raw = new TextEncoder().encode(json);
      await api.expectRefusal(mandateCall({ raw }), { status: 415, problem: "wrong-content-type" });
    });

    test("JSON with a charset and in other letters is JSON", async () => {
      const call = mandateCall({ raw: '{"role":7}', type: "Application/JSON; charset=UTF-8" });
      await api.expectRefusal(call, invalid("#/role", "#/person"));
    });
  });

  describe("an unknown field", () => {
    test.each<[string, Call, string]>([
      ["in a nomination", nominationCall({ comment: "x" }), "#/comment"],
      ["in a person", personCall({ nickname: "x" }), "#/person/nickname"],
      ["next to a person's id", nominationCall({ person: { id: `u-${"0".repeat(26)}`, name: "x" } }), "#/person/name"],
      ["in a start", startCall({ preview: noPreview, startedOn: "2020-12-01", force: true }), "#/force"],
      [
        "in a correction",
        correctionCall({ correction: { name: "x", capital: "Paris" }, reason: "x" }),
        "#/correction/capital",
      ],
      ["in contacts", contactsCall({ ...contacts, fax: "+43" }), "#/fax"],
      ["in a registration", registrationCall({ role: "president", person, admin: true }), "#/admin"],
      [
        "whose name must be escaped",
        startCall({ preview: noPreview, startedOn: "2020-12-01", "a/b~c": 1 }),
        "#/a~1b~0c",
      ],
      [
        "named like what all objects have",
        mandateCall({
          raw: '{"role":"expert","person":{"id":"u-00000000000000000000000000"},"__proto__":{}}',
          type: "application/json",
        }),
        "#/__proto__",
      ],
      [
        "named constructor",
        startCall({ preview: noPreview, startedOn: "2020-12-01", constructor: {} }),
        "#/constructor",
      ],
    ])("%s is refused and pointed at", async (_, call, where) => {
      await api.expectRefusal(call, invalid(where));
    });

    test.each([
      ["/v1/parties?order=name", "order"],
      ["/v1/parties/FR?expand=mission", "expand"],
      ["/v1/parties?__proto__=x", "__proto__"],
      ["/v1/reviews?stage=nomination&colour=red", "colour"],
    ])("in the query of %s is refused by name", async (path, parameter) => {
      const refusal = { status: 400, problem: "invalid-request", places: [{ parameter }] } as const;
      await api.expectRefusal(["GET", path, { as: secretariat }], refusal);
    });
  });

  describe("a wrong type", () => {
    test.each<[string, Call, readonly string[]]>([
      ["a number as role", nominationCall({ role: 7 }), ["#/role"]],
      ["a text as list of reviews", nominationCall({ reviews: "c1-GR" }), ["#/reviews"]],
      ["an empty list of reviews", nominationCall({ reviews: [] }), ["#/reviews"]],
      ["a review named twice", nominationCall({ reviews: ["c1-GR", "c1-GR"] }), ["#/reviews"]],
      ["a review that looks like none", nominationCall({ reviews: ["c1-GR", "GR"] }), ["#/reviews/1"]],
      ["a person that is a name", nominationCall({ person: "Claire Martin" }), ["#/person"]],
      [
        "three faults at once",
        personCall({ name: 1, email: "nobody", language: "xx" }),
        ["#/person/name", "#/person/email", "#/person/language"],
      ],
      ["a role that does not exist", nominationCall({ role: "chair" }), ["#/role"]],
      ["an address that is none", personCall({ email: "focal point at fr" }), ["#/person/email"]],
      ["a language of no review", personCall({ language: "pt" }), ["#/person/language"]],
      ["null in place of a text", personCall({ institution: null }), ["#/person/institution"]],
      ["a list in place of an object", startCall([]), ["#"]],
      ["null in place of an object", startCall(null), ["#"]],
      ["a number in place of an object", startCall(7), ["#"]],
      [
        "an instant in place of a day",
        startCall({ preview: noPreview, startedOn: "2020-12-01T00:00:00.000Z" }),
        ["#/startedOn"],
      ],
      ["a number in place of a day", startCall({ preview: noPreview, startedOn: 20201201 }), ["#/startedOn"]],
      ["a correction of nothing", correctionCall({ correction: {}, reason: "x" }), ["#/correction"]],
      ["a correction without its reason", correctionCall({ correction: { name: "France" } }), ["#/reason"]],
      ["contacts without an address", contactsCall({ language: "fr", place: "Vienna" }), ["#/address"]],
      ["a delegate, who is named and not registered", registrationCall({ role: "delegate", person }), ["#/role"]],
    ])("%s is refused and pointed at", async (_, call, where) => {
      await api.expectRefusal(call, invalid(...where));
    });

    test.each([
      ["/v1/parties?limit=ten", "limit"],
      ["/v1/parties?limit=0", "limit"],
      ["/v1/parties?limit=201", "limit"],
      ["/v1/parties?limit=1.5", "limit"],
      ["/v1/parties?limit=", "limit"],
      ["/v1/letters?state=lost", "state"],
      ["/v1/reviews?stage=limbo", "stage"],
      ["/v1/reviews?stage=nomination&stage=feedback", "stage"],
      ["/v1/obligations?party=FR&state=void", "state"],
      ["/v1/missing-nominations?kind=observers", "kind"],
      // Other obligations are not nominations, and the President may not read them.
      ["/v1/missing-nominations?kind=questionnaire", "kind"],
    ])("in the query of %s is refused by name", async (path, parameter) => {
      const refusal = { status: 400, problem: "invalid-request", places: [{ parameter }] } as const;
      await api.expectRefusal(["GET", path, { as: secretariat }], refusal);
    });

    test.each([
      ["/v1/reviews/GR", "reviewId"],
      ["/v1/reviews/c9-GR", "reviewId"],
      ["/v1/parties/France", "partyId"],
      ["/v1/parties/fr", "partyId"],
      ["/v1/groups/1", "groupId"],
      ["/v1/letters/1?include=explanation", "letterId"],
      ["/v1/country-profiles/%00%00", "partyId"],
      ["/v1/reviews/c1-GR%23head", "reviewId"],
    ])("of an id, %s, is something that does not exist", async (path, parameter) => {
      await api.expectRefusal(["GET", path, { as: secretariat }], {
        status: 404,
        problem: "not-found",
        places: [{ parameter }],
      });
    });
  });

  describe("an over-long text", () => {
    const long = "x".repeat(201);
    test.each<[string, Call, string]>([
      ["a name", personCall({ name: long }), "#/person/name"],
      ["an institution", personCall({ institution: long }), "#/person/institution"],
      ["a number", personCall({ phone: "1".repeat(201) }), "#/person/phone"],
      ["an address", personCall({ email: `${"x".repeat(250)}@fr.example.org` }), "#/person/email"],
      ["65 characters before the @", personCall({ email: `${"x".repeat(65)}@fr.example.org` }), "#/person/email"],
      ["a place", contactsCall({ ...contacts, place: long }), "#/place"],
      ["a party's name", correctionCall({ correction: { name: long }, reason: "x" }), "#/correction/name"],
      ["a reason", correctionCall({ correction: { name: "x" }, reason: "x".repeat(1001) }), "#/reason"],
      ["an empty name", personCall({ name: "  " }), "#/person/name"],
      [
        "a list of twenty-one reviews",
        nominationCall({ reviews: Array.from({ length: 21 }, () => "c1-GR") }),
        "#/reviews",
      ],
    ])("%s is refused and pointed at", async (_, call, where) => {
      await api.expectRefusal(call, invalid(where));
    });

    test("a cursor is refused by name", async () => {
      const refusal = { status: 400, problem: "invalid-request", places: [{ parameter: "cursor" }] } as const;
      await api.expectRefusal(["GET", `/v1/parties?cursor=${"x".repeat(2001)}`, { as: secretariat }], refusal);
    });

    test("a key is refused by name", async () => {
      const refusal = {
        status: 400,
        problem: "idempotency-key-invalid",
        places: [{ header: "Idempotency-Key" }],
      } as const;
      await api.expectRefusal(mandateCall({ body: {}, key: "k".repeat(129) }), refusal);
    });
  });

  describe("a name", () => {
    const names: Record<string, string> = {
      "null character": "\u0000",
      bell: "\u0007",
      "line break": "\n",
      tab: "\t",
      delete: "\u007F",
      "next line": "\u0085",
      "zero width space": "\u200B",
      "left-to-right mark": "\u200E",
      "right-to-left mark": "\u200F",
      "Arabic letter mark": "\u061C",
      "line separator": "\u2028",
      "left-to-right embedding": "\u202A",
      "right-to-left override": "\u202E",
      "word joiner": "\u2060",
      "left-to-right isolate": "\u2066",
      "pop directional isolate": "\u2069",
      "byte order mark": "\uFEFF",
      "half of a pair": "\uD800",
    };
    test.each(Object.entries(names))("with a %s is refused and pointed at", async (_, character) => {
      const { body } = await api.expectRefusal(
        personCall({ name: `Claire${character}Martin` }),
        invalid("#/person/name"),
      );
      expect(body.errors[0].message).toBe("must not hold control or bidirectional characters");
    });

    test("of a place, a party or an institution is held to the same", async () => {
      const place = "Vi\u202Eenna";
      await api.expectRefusal(contactsCall({ ...contacts, place }), invalid("#/place"));
      await api.expectRefusal(
        correctionCall({ correction: { name: place }, reason: place }),
        invalid("#/correction/name", "#/reason"),
      );
      await api.expectRefusal(
        personCall({ institution: place, title: place }),
        invalid("#/person/title", "#/person/institution"),
      );
    });

    test("in any script is taken as it is, with the joiners that Persian needs", async () => {
      const name = "نازنین می\u200Cخواهم — Nguyễn Thị Ánh, O’Brien-Łukasz 张伟";
      const answer = await api.request(
        ...registrationCall({ role: "president", person: { ...person, email: "p2@example.org", name } }),
      );
      expect([answer.status, answer.body.person.name]).toEqual([201, name]);
    });
  });

  describe("a body over 1 MB", () => {
    const limit = 1024 * 1024;
    const padded = (bytes: number) =>
      JSON.stringify({ startedOn: "2020-12-01", preview: noPreview }).padEnd(bytes, " ");
    const call = (raw: string): Call => [
      "POST",
      "/v1/groups/c4-g3/start",
      { as: secretariat, raw, type: "application/json" },
    ];

    test("is refused, one byte less is read", async () => {
      await api.expectRefusal(call(padded(limit + 1)), { status: 413, problem: "body-too-large" });
      await api.expectRefusal(call(padded(limit)), { status: 404, problem: "not-found" });
    });

    test("is counted in bytes, not in characters", async () => {
      await api.expectRefusal(personCall({ name: "é".repeat(limit / 2) }), {
        status: 413,
        problem: "body-too-large",
      });
    });

    test("is refused for a party file, too", async () => {
      const raw = "x".repeat(limit + 1);
      const upload: Call = ["POST", "/v1/parties/imports", { as: secretariat, raw, type: "text/csv" }];
      await api.expectRefusal(upload, { status: 413, problem: "body-too-large" });
    });

    test("that no function would take is refused by the gateway, in its words", async () => {
      for (const megabytes of [7, 11]) {
        const answer = await api.request(...call(padded(megabytes * 1024 * 1024)));
        expect([answer.status, answer.body]).toEqual([413, { message: "Request Entity Too Large" }]);
      }
    });
  });
};
