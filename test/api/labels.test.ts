import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { labelsIn, problemText } from "../harness/labels.ts";
import { sharedTestApi } from "../harness/shared-test-api.ts";
import { Language } from "../../schemas/base/values.ts";
import { missionOf, type RequestOptions, secretariat } from "../harness/test-api.ts";

const opened = sharedTestApi();

const speaking = (language: string, asking: RequestOptions = {}): RequestOptions => ({
  ...asking,
  headers: { ...asking.headers, "accept-language": language },
});
const labels = (headers: Readonly<Record<string, string>> = {}) => opened().request("GET", "/v1/labels", { headers });
const languages = Language.options;

describe("labels", () => {
  test.each(languages)("are returned in %s, with the direction in which it is written", async (language) => {
    const { status, headers, body } = await labels({ "accept-language": language });
    expect([status, headers.get("content-language")]).toEqual([200, language]);
    const { translationNote: _, ...returned } = body;
    expect(returned).toEqual({ language, dir: language === "ar" ? "rtl" : "ltr", ...labelsIn(language) });
  });

  test.each([
    ["ar", "ولم يراجعها أي مترجم محترف"],
    ["en", undefined],
    ["es", "ningún traductor profesional los ha leído"],
    ["fr", "aucun traducteur professionnel ne les a lus"],
    ["ru", "ни один профессиональный переводчик их не читал"],
    ["zh", "未经专业翻译人员审阅"],
  ])(
    "in %s say that no professional translator has read them, where they are a translation",
    async (language, said) => {
      const { body } = await labels({ "accept-language": language });
      const note: unknown = body.translationNote;
      if (said === undefined) expect(note).toBeUndefined();
      else expect(note).toContain(said);
    },
  );

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

  test("may be kept for an hour by a client that requests the same language", async () => {
    const { headers } = await labels({ "accept-language": "es" });
    expect(headers.get("cache-control")).toBe("public, max-age=3600");
    expect(headers.get("vary")?.split(", ")).toEqual(expect.arrayContaining(["Accept-Encoding", "Accept-Language"]));
  });

  test("are not sent again to a client that has them, and are sent in another language", async () => {
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
    const { status, headers, body } = await opened().request("GET", "/v1/nowhere", speaking(language));
    expect([status, headers.get("content-language")]).toEqual([404, language]);
    expect(body).toMatchObject({
      type: "urn:review-mechanism:problem:not-found",
      ...problemText("not-found", language),
    });
  });

  test("in French, of a method that the path does not take", async () => {
    const { status, body } = await opened().request("DELETE", "/v1/labels", speaking("fr"));
    expect([status, body.title, body.allowed]).toEqual([405, "Ce chemin accepte d’autres méthodes", ["GET", "HEAD"]]);
  });

  test("in Arabic, about data of another party", async () => {
    const asking = speaking("ar", { as: missionOf("FR"), body: { startedOn: "2020-12-01", preview: "0".repeat(64) } });
    const { status, body } = await opened().request("POST", "/v1/groups/c1-g2/start", asking);
    expect([status, body.title]).toEqual([403, "دورك لا يسمح بهذا الإجراء"]);
  });

  test("in Russian, and states the rule for each place", async () => {
    const asking = speaking("ru", { as: secretariat, body: { startedOn: "soon", preview: "0".repeat(64) } });
    const { status, body } = await opened().request("POST", "/v1/groups/c1-g2/start", asking);
    expect([status, body.detail]).toEqual([400, "Исправьте отмеченное: каждое сообщение указывает одно место."]);
    expect(body.errors).toEqual([
      { pointer: "#/startedOn", message: "должно быть существующей датой, например 2020-12-01" },
    ]);
  });
});

test.each([
  ["en", "Only who takes part leaves: Bhutan does not take part."],
  ["fr", "Seul qui participe se retire : Bhoutan ne participe pas."],
] as const)("a refusal says the party that it is about by its name, in %s", async (language, detail) => {
  const body = { leftOn: "2020-11-01", document: "C.N.55.2020" };
  const asking = speaking(language, { as: secretariat, body });
  const answer = await opened().request("POST", "/v1/parties/BT/denunciation/previews", asking);
  expect([answer.problem, answer.body.detail]).toEqual(["not-taking-part", detail]);
});

test("a reply of the gateway itself keeps the wording of AWS", async () => {
  const { status, body, headers } = await opened().request("GET", "/v1/me", speaking("fr"));
  expect([status, body, headers.get("content-language")]).toEqual([401, { message: "Unauthorized" }, null]);
});

test("no Accept-Language fails: labels are returned and refusals stay unchanged", async () => {
  // A header may hold printable bytes only.
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
      const refused = await opened().request("GET", "/v1/country-profiles/ZZ", speaking(accepted));
      expect([reply.status, refused.status, refused.problem]).toEqual([200, 404, "not-found"]);
      expect(refused.headers.get("content-language")).toBe(reply.body.language);
    }),
    { numRuns: 60 },
  );
});
