import { readFileSync } from "node:fs";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { noBody } from "../../schemas/endpoint.ts";
import { endpoints } from "../../schemas/endpoints.ts";
import { problems } from "../../schemas/problems.ts";
import type { Answer } from "../support/contract.ts";
import { type Asking, freshKey, missionOf, personOf, running, type Running, secretariat } from "../support/running.ts";

const runs = { numRuns: 40 };
const fewer = { numRuns: 15 };

let api: Running;
beforeAll(async () => {
  api = await running();
  await api.startGroup();
});
afterAll(() => api.close());

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

// Every kind of text that people write, but nothing that is refused by what it is.
const refusedInText = /[\p{Cc}\p{Cs}\p{Bidi_Control}\u200B\u2028\u2029\u2060-\u206F\uFEFF\uFFF9-\uFFFD]/u;
const text = (most: number) =>
  fc
    .oneof(
      fc.string({ unit: "grapheme", minLength: 1, maxLength: 60 }),
      fc.string({ unit: "binary", minLength: 1, maxLength: 60 }),
      fc.constantFrom(
        "__proto__",
        "constructor",
        "null",
        "'; DROP TABLE",
        "<script>alert(1)</script>",
        "{{name}}",
        "%s",
      ),
    )
    .filter((given) => given.trim() !== "" && given.length <= most && !refusedInText.test(given));
const address = fc
  .tuple(fc.stringMatching(/^[a-z0-9]{1,12}$/u), fc.stringMatching(/^[a-z]{2,10}$/u))
  .map(([name, place]) => `${name}@${place}.example.org`);
const day = fc
  .date({ min: new Date("1990-01-01"), max: new Date("2035-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const language = fc.constantFrom("ar", "en", "es", "fr", "ru", "zh");
const party = fc.constantFrom("FR", "DE", "GR", "IE", "PW", "ZZ");
const review = fc.constantFrom("c1-GR", "c1-IE", "c1-FR", "c1-US", "c1-DE", "c4-FR");
const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
/** Without what is undefined, as JSON has it. */
const plain = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<Json> =>
  arbitrary.map((value) => JSON.parse(JSON.stringify(value)) as Json);

const person = fc.record({
  name: text(200),
  email: address,
  title: optional(text(200)),
  institution: optional(text(200)),
  phone: optional(text(200)),
  language,
  gender: optional(fc.constantFrom("female", "male", "other")),
});

/** An operation with a body: bodies as they should be, one such body that holds every field, and where they go. */
interface Subject {
  readonly valid: fc.Arbitrary<Json>;
  readonly full: Json;
  readonly ask: (asking: Asking) => Promise<Answer>;
}
const etagOf = async (path: string, as: string): Promise<string> => (await api.get(path, as)).headers.get("etag") ?? "";

const subjects: Readonly<Record<string, Subject>> = {
  startGroup: {
    valid: plain(fc.record({ startedOn: day })),
    full: { startedOn: "2020-12-01" },
    ask: (asking) => api.ask("POST", "/v1/groups/c1-g3/start", { as: secretariat, ...asking }),
  },
  namePerson: {
    valid: plain(
      fc.record({
        role: fc.constantFrom("focal-point", "expert", "observer"),
        person: fc.oneof(
          { weight: 4, arbitrary: person },
          { weight: 1, arbitrary: fc.record({ id: fc.stringMatching(/^u-[0-9a-z]{26}$/u) }) },
        ),
        reviews: optional(fc.uniqueArray(review, { minLength: 1, maxLength: 20 })),
        namedOn: optional(day),
      }),
    ),
    full: {
      role: "focal-point",
      person: personOf("FR", "focal-point"),
      reviews: ["c1-GR", "c1-IE"],
      namedOn: "2020-12-01",
    },
    ask: (asking) => api.ask("POST", "/v1/parties/FR/mandates", { as: missionOf("FR"), key: freshKey(), ...asking }),
  },
  putMission: {
    valid: plain(fc.record({ address, secondAddress: optional(address), language, place: text(200) })),
    full: { address: "one@fr.example.org", secondAddress: "two@fr.example.org", language: "fr", place: "Vienna" },
    ask: async (asking) => {
      const match = await etagOf("/v1/parties/FR/mission", missionOf("FR"));
      return api.ask("PUT", "/v1/parties/FR/mission", { as: missionOf("FR"), match, ...asking });
    },
  },
  correctParty: {
    valid: plain(
      fc.record({
        correction: fc
          .record({
            name: optional(text(200)),
            regionalGroup: optional(fc.constantFrom("AFRICAN", "WEOG", null)),
            joined: optional(fc.record({ UNTOC: day, TIP: optional(day), SOM: optional(day), FP: optional(day) })),
            participation: optional(fc.constantFrom("takes-part", "unassigned", "not-taking-part")),
          })
          .filter((correction) => Object.values(correction).some((value) => value !== undefined)),
        reason: text(1000),
      }),
    ),
    full: {
      correction: {
        name: "France",
        regionalGroup: "WEOG",
        joined: { UNTOC: "2002-10-29", TIP: "2002-10-29", SOM: "2002-10-29", FP: "2019-02-28" },
        participation: "takes-part",
      },
      reason: "A note verbale.",
    },
    ask: async (asking) => {
      const match = await etagOf("/v1/parties/FR", secretariat);
      return api.ask("PATCH", "/v1/parties/FR", { as: secretariat, match, ...asking });
    },
  },
  registerUser: {
    valid: plain(
      fc.record({
        role: fc.constantFrom("secretariat", "president", "permanent-mission"),
        party: optional(party),
        person,
      }),
    ),
    full: { role: "permanent-mission", party: "FR", person: personOf("FR", "observer") },
    ask: (asking) => api.ask("POST", "/v1/users", { as: secretariat, key: freshKey(), ...asking }),
  },
};

/** Places in a value, itself included, deepest last. */
const placesIn = (value: Json, at: readonly string[] = []): readonly (readonly string[])[] =>
  typeof value === "object" && value !== null
    ? [at, ...Object.entries(value).flatMap(([key, inner]) => placesIn(inner, [...at, key]))]
    : [at];
const at = (value: Json, [key, ...rest]: readonly string[]): Json =>
  key === undefined ? value : at((value as Record<string, Json>)[key] ?? null, rest);
const replaced = (value: Json, [key, ...rest]: readonly string[], by: Json | undefined): Json | undefined => {
  if (key === undefined) return by;
  const copy = (Array.isArray(value) ? [...value] : { ...(value as object) }) as Record<string, Json>;
  const inner = replaced(copy[key] ?? null, rest, by);
  if (inner === undefined) delete copy[key];
  else copy[key] = inner;
  return copy;
};
const pointerOf = (place: readonly string[]): string => `#${place.map((key) => `/${key}`).join("")}`;

const wrongText: readonly Json[] = [
  7,
  true,
  {},
  [],
  "",
  " ",
  "line\nbreak",
  "left\u202Eright",
  "x".repeat(1001),
  "\uFFFD",
];
const wrongObject: readonly Json[] = [null, 7, "text", false, []];
const wrongList: readonly Json[] = [null, 7, "text", {}, []];
const wrongFor = (value: Json): readonly Json[] => {
  if (Array.isArray(value)) return wrongList;
  return typeof value === "object" ? wrongObject : wrongText;
};

/** The full body of an operation with one thing wrong in it, and where. */
const oneFault = (full: Json): fc.Arbitrary<{ readonly body: Json; readonly where: string }> => {
  const places = placesIn(full);
  const objects = places.filter((place) => !Array.isArray(at(full, place)) && typeof at(full, place) === "object");
  const wrong = fc.constantFrom(...places).chain((place) =>
    fc.constantFrom(...wrongFor(at(full, place))).map((by) => ({
      body: replaced(full, place, by) ?? null,
      where: pointerOf(place),
    })),
  );
  const unknown = fc
    .tuple(fc.constantFrom(...objects), fc.stringMatching(/^[a-zA-Z_]{1,12}$/u), fc.jsonValue())
    .filter(([place, key]) => key !== "__proto__" && !Object.hasOwn(at(full, place) as object, key))
    .map(([place, key, value]) => ({
      body: replaced(full, [...place, key], value as Json) ?? null,
      where: pointerOf([...place, key]),
    }));
  return fc.oneof(wrong, unknown);
};

describe("every operation with a body", () => {
  test("has its bodies here, or below", () => {
    const withBody = endpoints.filter(({ body }) => body !== noBody).map(({ id }) => id);
    expect([...Object.keys(subjects), "importParties"].toSorted()).toEqual(withBody.toSorted());
  });
});

describe.each(Object.entries(subjects))("%s", (_, { valid, full, ask }) => {
  test("refuses any body with one fault, points at it, and changes nothing", async () => {
    const before = await api.stored();
    await fc.assert(
      fc.asyncProperty(oneFault(full), async ({ body, where }) => {
        const answer = await ask({ body });
        expect([answer.status, answer.problem]).toEqual([400, "invalid-request"]);
        const pointers: readonly string[] = answer.body.errors.map(({ pointer }: any) => pointer);
        expect(pointers.filter((pointer) => !pointer.startsWith(where))).toEqual([]);
      }),
      runs,
    );
    expect(await api.changedSince(before)).toEqual([]);
  });

  test("refuses any JSON that is something else, and changes nothing", async () => {
    const before = await api.stored();
    const something = fc.jsonValue({ maxDepth: 4 });
    await fc.assert(
      fc.asyncProperty(something, async (body) => {
        const answer = await ask({ raw: JSON.stringify(body), type: "application/json" });
        expect([answer.status, answer.problem]).toEqual([400, "invalid-request"]);
      }),
      fewer,
    );
    expect(await api.changedSince(before)).toEqual([]);
  });

  test("refuses any bytes that are no JSON, and changes nothing", async () => {
    const before = await api.stored();
    const bytes = fc.uint8Array({ minLength: 1, maxLength: 200 }).filter((given) => given[0] !== 0x5b);
    await fc.assert(
      fc.asyncProperty(bytes, async (raw) => {
        const answer = await ask({ raw: new Uint8Array(raw), type: "application/json" });
        expect(answer.status).toBe(400);
      }),
      fewer,
    );
    expect(await api.changedSince(before)).toEqual([]);
  });

  test("takes any body that is as it should be, or refuses it for what it asks", async () => {
    await fc.assert(
      fc.asyncProperty(valid, async (body) => {
        const { status, problem } = await ask({ body });
        if (problem === undefined) expect([200, 201, 202]).toContain(status);
        else expect([404, 409, 422]).toContain(problems[problem].status);
      }),
      runs,
    );
  });
});

describe("importParties", () => {
  const [header = "", ...rows] = readFileSync("data/parties.csv", "utf8").trim().split("\n");
  const columns = header.split(",");
  const ask = (lines: readonly string[]) =>
    api.ask("POST", "/v1/parties/imports", { as: secretariat, raw: lines.join("\n"), type: "text/csv" });
  const simple = rows.filter((row) => !row.includes('"') && !row.startsWith("France,"));
  const some = fc.uniqueArray(fc.constantFrom(...simple), { minLength: 1, maxLength: 8 });

  test("refuses a file with one broken cell, names its row and column, and imports nothing", async () => {
    const before = await api.stored();
    const broken = fc.record({
      lines: some,
      row: fc.nat(),
      column: fc.constantFrom(...columns.filter((name) => name !== "name" && !name.startsWith("date_basis"))),
      value: fc.constantFrom("?", "2003-02-30", "fr", "9", "x".repeat(300)),
    });
    await fc.assert(
      fc.asyncProperty(broken, async ({ lines, row, column, value }) => {
        const which = row % lines.length;
        const cells = (lines[which] ?? "").split(",").with(columns.indexOf(column), value);
        const answer = await ask([header, ...lines.with(which, cells.join(","))]);
        expect([answer.status, answer.problem]).toEqual([422, "invalid-party-file"]);
        expect(answer.body.errors).toEqual([expect.objectContaining({ row: which + 2, column })]);
      }),
      runs,
    );
    expect(await api.changedSince(before)).toEqual([]);
  });

  test("refuses any text that is no party file, and imports nothing", async () => {
    const before = await api.stored();
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "binary", maxLength: 300 }), async (anything) => {
        const answer = await ask([anything.toWellFormed()]);
        expect([answer.status, answer.problem]).toEqual([422, "invalid-party-file"]);
      }),
      fewer,
    );
    expect(await api.changedSince(before)).toEqual([]);
  });

  test("takes rows in any order, and finds nothing new in what stands already", async () => {
    const before = await api.stored();
    await fc.assert(
      fc.asyncProperty(some, async (lines) => {
        const { status, body } = await ask([header, ...lines]);
        expect([status, body]).toEqual([200, { registered: [], corrected: [], unchanged: lines.length }]);
      }),
      runs,
    );
    expect(await api.changedSince(before)).toEqual([]);
  });
});
