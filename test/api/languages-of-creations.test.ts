import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { problemText } from "../harness/labels.ts";
import { Language } from "../../schemas/base/values.ts";
import { freshKey, missionOf, openTestApi, personOf, type RequestOptions, type TestApi } from "../harness/test-api.ts";

/** Creations, refused and repeated in another language than before. */
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

test("a refusal says the same values in each language", async () => {
  expect((await api.name("IE", "focal-point", { reviews: ["c1-IE"] })).status).toBe(201);
  const body = { role: "focal-point", person: { ...personOf("IE", "expert"), email: "other@ie.example.org" } };
  const refusalTexts = await Promise.all(
    Language.options.map(async (language) => {
      const asking = speaking(language, {
        as: missionOf("IE"),
        key: freshKey(),
        body: { ...body, reviews: ["c1-IE"] },
      });
      const {
        title,
        detail,
        instance: _,
        ...same
      } = (await api.request("POST", "/v1/parties/IE/mandates", asking)).body;
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

test.each([
  [
    "fr",
    "doit être un texte",
    "est inconnu ici",
    "ne doit contenir ni adresse ni lien ; mettez une espace après chaque point",
  ],
  ["ar", "يجب أن يكون نصًّا", "غير معروف هنا", "يجب ألا يحتوي على عنوان أو رابط؛ ضع مسافة بعد كل نقطة"],
])("a refusal says in %s what to do at each place that does not fit", async (language, text, unknown, link) => {
  const person = { ...personOf("IE", "expert"), title: 7, institution: "See www.example.org" };
  const asking = { as: missionOf("IE"), key: freshKey(), body: { role: "expert", person, odd: true } };
  const { status, body } = await api.request("POST", "/v1/parties/IE/mandates", speaking(language, asking));
  const said = new Map(body.errors.map(({ pointer, message }: any) => [pointer, message]));
  expect(status).toBe(400);
  expect(said.get("#/person/title")).toBe(text);
  expect(said.get("#/odd")).toBe(unknown);
  expect(said.get("#/person/institution")).toBe(link);
});

describe("a creation repeated in another language", () => {
  const key = freshKey();
  const body = { role: "expert", person: personOf("GR", "expert") };
  const naming = (language: string, more: object = {}): RequestOptions =>
    speaking(language, { as: missionOf("GR"), key, body: { ...body, ...more } });

  const unnamed = (text: string): unknown =>
    JSON.parse(text, (name, value: unknown) => (name.endsWith("Name") ? undefined : value));

  test("gets the answer that was stored, with names in the language of now", async () => {
    const first = await api.request("POST", "/v1/parties/GR/mandates", naming("fr"));
    const before = await api.storedRows();
    const again = await api.request("POST", "/v1/parties/GR/mandates", naming("zh"));
    expect([again.body.partyName, first.body.partyName]).toEqual(["希腊", "Grèce"]);
    expect([again.status, unnamed(again.text), again.headers.get("location")]).toEqual([
      201,
      unnamed(first.text),
      first.headers.get("location"),
    ]);
    expect(await api.changedSince(before)).toEqual([]);
  });

  test("with another body is refused in the language of the repeat", async () => {
    const again = await api.request("POST", "/v1/parties/GR/mandates", naming("zh", { namedOn: "2020-12-01" }));
    expect([again.status, again.problem, again.body.title]).toEqual([
      422,
      "key-reused",
      problemText("key-reused", "zh").title,
    ]);
  });
});
