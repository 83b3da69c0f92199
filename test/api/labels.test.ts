import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { labelsIn, problemText } from "../harness/labels.ts";
import { Language } from "../../schemas/base/values.ts";
import {
  type RequestOptions,
  freshKey,
  missionOf,
  personOf,
  openTestApi,
  type TestApi,
  secretariat,
} from "../harness/test-api.ts";

let api: TestApi;
beforeAll(async () => {
  api = await openTestApi();
  await api.startGroup();
});
afterAll(() => api.close());

const speaking = (language: string, asking: RequestOptions = {}): RequestOptions => ({
  ...asking,
  headers: { ...asking.headers, "accept-language": language },
});
const labels = (headers: Readonly<Record<string, string>> = {}) => api.ask("GET", "/v1/labels", { headers });
const languages = Language.options;

describe("labels", () => {
  test.each(languages)("are told in %s, with the direction in which it is written", async (language) => {
    const { status, headers, body } = await labels({ "accept-language": language });
    expect([status, headers.get("content-language")]).toEqual([200, language]);
    expect(body).toEqual({ language, dir: language === "ar" ? "rtl" : "ltr", ...labelsIn(language) });
  });

  test.each([
    ["fr-CA", "fr"],
    ["zh-Hant", "zh"],
    ["de-AT,de;q=0.9,es;q=0.8,en;q=0.7", "es"],
    ["en;q=0.1, ru;q=0.2", "ru"],
    ["de, pt", "en"],
    ["*", "en"],
    ["fr;q=0", "en"],
    ["", "en"],
    ["?;;q=,,=", "en"],
  ])("are negotiated: %s gets %s", async (accepted, language) => {
    const { body, headers } = await labels({ "accept-language": accepted });
    expect([body.language, headers.get("content-language")]).toEqual([language, language]);
  });

  test("may be kept for an hour by whoever asks in the same language", async () => {
    const { headers } = await labels({ "accept-language": "es" });
    expect(headers.get("cache-control")).toBe("public, max-age=3600");
    expect(headers.get("vary")?.split(", ")).toEqual(expect.arrayContaining(["Accept-Encoding", "Accept-Language"]));
  });

  test("are not sent again to whoever has them, and are in another language", async () => {
    const first = await labels({ "accept-language": "fr" });
    const etag = first.headers.get("etag") ?? "";
    const again = await labels({ "accept-language": "fr", "if-none-match": `"v1", ${etag}` });
    expect([again.status, again.text, again.headers.get("etag")]).toEqual([304, "", etag]);
    expect([again.headers.get("content-language"), again.headers.get("cache-control")]).toEqual([
      "fr",
      "public, max-age=3600",
    ]);
    const other = await labels({ "accept-language": "es", "if-none-match": etag });
    expect([other.status, other.body.language]).toEqual([200, "es"]);
  });
});

describe("a refusal speaks the caller's language", () => {
  test.each(languages)("in %s, of a path that is none", async (language) => {
    const { status, headers, body } = await api.ask("GET", "/v1/nowhere", speaking(language));
    expect([status, headers.get("content-language")]).toEqual([404, language]);
    expect(body).toMatchObject({
      type: "urn:review-mechanism:problem:not-found",
      ...problemText("not-found", language),
    });
  });

  test("in French, of a method that the path does not take", async () => {
    const { status, body } = await api.ask("DELETE", "/v1/labels", speaking("fr"));
    expect([status, body.title, body.allowed]).toEqual([405, "Ce chemin accepte d’autres méthodes", ["GET"]]);
  });

  test("in Arabic, of what belongs to somebody else", async () => {
    const asking = speaking("ar", { as: missionOf("FR"), body: { startedOn: "2020-12-01" } });
    const { status, body } = await api.ask("POST", "/v1/groups/c1-g2/start", asking);
    expect([status, body.title]).toEqual([403, "هذا الإجراء من اختصاص جهة أخرى"]);
  });

  test("in Russian, and names the places in English", async () => {
    const asking = speaking("ru", { as: secretariat, body: { startedOn: "soon" } });
    const { status, body } = await api.ask("POST", "/v1/groups/c1-g2/start", asking);
    expect([status, body.detail]).toEqual([
      400,
      "Исправьте то, что перечислено в `errors`; каждая запись указывает на одно место.",
    ]);
    expect(body.errors).toEqual([{ pointer: "#/startedOn", message: "must be a date that exists, like 2020-12-01" }]);
  });

  test("and says the same values in each", async () => {
    expect((await api.name("IE", "focal-point", { reviews: ["c1-IE"] })).status).toBe(201);
    const body = { role: "focal-point", person: { ...personOf("IE", "expert"), email: "other@ie.example.org" } };
    const refusalTexts = await Promise.all(
      languages.map(async (language) => {
        const asking = speaking(language, {
          as: missionOf("IE"),
          key: freshKey(),
          body: { ...body, reviews: ["c1-IE"] },
        });
        const { title, detail, instance: _, ...same } = (await api.ask("POST", "/v1/parties/IE/mandates", asking)).body;
        return { words: `${title} ${detail}`, same };
      }),
    );
    expect(new Set(refusalTexts.map(({ words }) => words)).size).toBe(6);
    for (const { same } of refusalTexts)
      expect(same).toEqual({
        type: "urn:review-mechanism:problem:focal-point-exists",
        status: 409,
        reviews: ["c1-IE"],
      });
  });
});

describe("a creation repeated in another language", () => {
  const key = freshKey();
  const body = { role: "expert", person: personOf("GR", "expert") };
  const naming = (language: string, more: object = {}): RequestOptions =>
    speaking(language, { as: missionOf("GR"), key, body: { ...body, ...more } });

  const unnamed = (text: string): unknown =>
    JSON.parse(text, (name, value: unknown) => (name.endsWith("Name") ? undefined : value));

  test("gets the answer that was stored, with names in the language of now", async () => {
    const first = await api.ask("POST", "/v1/parties/GR/mandates", naming("fr"));
    const before = await api.storedRows();
    const again = await api.ask("POST", "/v1/parties/GR/mandates", naming("zh"));
    expect([again.body.partyName, first.body.partyName]).toEqual(["希腊", "Grèce"]);
    expect([again.status, unnamed(again.text), again.headers.get("location")]).toEqual([
      201,
      unnamed(first.text),
      first.headers.get("location"),
    ]);
    expect(await api.changedSince(before)).toEqual([]);
  });

  test("with another body is refused in the language of the repeat", async () => {
    const again = await api.ask("POST", "/v1/parties/GR/mandates", naming("zh", { namedOn: "2020-12-01" }));
    expect([again.status, again.problem, again.body.title]).toEqual([
      422,
      "key-reused",
      problemText("key-reused", "zh").title,
    ]);
  });
});

test("what the gateway answers by itself stays as AWS words it", async () => {
  const { status, body, headers } = await api.ask("GET", "/v1/me", speaking("fr"));
  expect([status, body, headers.get("content-language")]).toEqual([401, { message: "Unauthorized" }, null]);
});

test("no Accept-Language fails: labels are told and refusals stay what they are", async () => {
  // What a header may hold at all: printable bytes.
  const header = fc
    .array(
      fc.oneof(
        fc.constantFrom("f", "r", "-", ";", "q", "=", "0", ".", ",", "*", "zh"),
        fc
          .integer({ min: 0x20, max: 0xff })
          .filter((byte) => byte !== 0x7f)
          .map((byte) => String.fromCodePoint(byte)),
      ),
      { maxLength: 200 },
    )
    .map((parts) => parts.join(""));
  await fc.assert(
    fc.asyncProperty(header, async (accepted) => {
      const reply = await labels({ "accept-language": accepted });
      const refused = await api.ask("GET", "/v1/country-profiles/ZZ", speaking(accepted));
      expect([reply.status, refused.status, refused.problem]).toEqual([200, 404, "not-found"]);
      expect(refused.headers.get("content-language")).toBe(reply.body.language);
    }),
    { numRuns: 60 },
  );
});
