import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Language } from "../../schemas/base/values.ts";
import { type Desk, deskOf, orderApproved, previewCall } from "../fixtures/bulletin-desk.ts";
import { freshKey, missionOf, openTestApi, president, type TestApi, secretariat } from "../harness/test-api.ts";

/** A bulletin in several languages: the text that each recipient gets, the preview, and the refusals. */
let api: TestApi;
let desk: Desk;
beforeAll(async () => {
  api = await openTestApi();
  desk = deskOf(api);
  await api.startGroup();
  await reads("SG", "zh");
});
afterAll(() => api.close());

const all = {
  ar: { subject: "إحاطة لصالح {{party}}", body: "تُعقد إحاطة في فيينا لصالح {{recipientName}}.\n\n{{link}}" },
  en: {
    subject: "A briefing for {{party}}",
    body: "A briefing for {{recipientName}} is held in Vienna; see {{link}}.",
  },
  es: {
    subject: "Sesión informativa: {{party}}",
    body: "Se celebrará una sesión informativa en Viena; véase {{link}}.",
  },
  fr: { subject: "Réunion d’information : {{party}}", body: "Une réunion se tiendra à Vienne ; voir {{link}}." },
  ru: { subject: "Брифинг: {{party}}", body: "Брифинг состоится в Вене; см. {{link}}." },
  zh: { subject: "通报会：{{party}}", body: "通报会将在维也纳举行，见{{link}}。" },
} as const;
const { ar, en, fr } = all;
const invalid = (pointer: string) => ({ status: 400, problem: "invalid-request", places: [{ pointer }] }) as const;
const every = { roles: ["mission"] };

const read = async (party: string) => {
  const { body, headers } = await api.get(`/v1/parties/${party}/mission`, missionOf(party));
  return { contacts: body.contacts, match: headers.get("etag") ?? "" };
};
/** The mission of a party reads a language from now on. */
const reads = async (party: string, language: Language): Promise<void> => {
  const { contacts, match } = await read(party);
  const asking = { as: missionOf(party), match, body: { ...contacts, language } };
  expect((await api.request("PUT", `/v1/parties/${party}/mission`, asking)).status).toBe(200);
};
const preview = async (more: object, audience: object = every) => {
  const [method, path, asking] = previewCall(audience, { text: undefined, ...more });
  return (await api.request(method, path, asking)).body;
};
const order = async (hash: string) => {
  const { status, body } = await orderApproved(api, hash);
  expect(status).toBe(202);
  await api.app.rest();
  return body.id as string;
};
const recipientsOf = async (id: string) =>
  (await api.pages(`/v1/bulletins/${id}/recipients`, secretariat, 70)).items.map((one) => ({
    party: one.party as string,
    ...(one.letter as { id: string; state: string; language: Language; languagesTried: readonly Language[] }),
  }));

describe("a bulletin in three languages with an order of fallback", () => {
  const words = { texts: { ar, en, fr }, fallback: ["fr", "en"] };
  test("is previewed with one sample of each, how many it reaches, and who reads another language than their own", async () => {
    const seen = await preview(words);
    expect(seen.samples.map(({ language }: any) => language).toSorted()).toEqual(["ar", "en", "fr"]);
    const arabic = seen.samples.find(({ language }: any) => language === "ar");
    expect(arabic.subject).toMatch(/^إحاطة/u);
    expect(arabic.html).toMatch(/<html[^>]*lang="ar"[^>]*dir="rtl"|<html[^>]*dir="rtl"[^>]*lang="ar"/u);
    const counted = seen.languages as readonly { language: Language; recipients: number; readingAnother: number }[];
    expect(counted.map(({ language }) => language)).toEqual(["ar", "en", "fr"]);
    expect(counted.reduce((sum, { recipients }) => sum + recipients, seen.withoutAddress)).toBe(seen.recipients);
    for (const { language, recipients, readingAnother } of counted) {
      const path = `/v1/bulletins/previews/${seen.hash}/recipients?textLanguage=${language}`;
      const { items } = await api.pages(path, secretariat, 20);
      expect([items.length, new Set(items.map((one) => one.language))]).toEqual([recipients, new Set([language])]);
      expect(items.filter((one) => one.languagesTried.length > 0)).toHaveLength(readingAnother);
    }
    const { items } = await api.pages(`/v1/bulletins/previews/${seen.hash}/recipients`, secretariat, 100);
    expect(items).toHaveLength(seen.recipients);
    const found = Object.fromEntries(items.map((one) => [one.party, [one.language, one.languagesTried]]));
    expect(found).toMatchObject({
      DE: ["en", []],
      SY: ["ar", []],
      FR: ["fr", []],
      ES: ["fr", ["es"]],
      SG: ["fr", ["zh"]],
    });
  });

  test("reaches each recipient once in the first language of their order that has a text, as the letter says", async () => {
    const { hash, recipients, withoutAddress } = await preview(words);
    const id = await order(hash);
    const sent = (await recipientsOf(id)).filter(({ state }) => state !== "skipped");
    const written = recipients - withoutAddress;
    expect([sent.length, desk.mailsOf(id).length, new Set(desk.mailsOf(id)).size]).toEqual(Array(3).fill(written));
    for (const { language, languagesTried } of sent) {
      const [own = language] = languagesTried;
      const wanted = [own, "fr", "en"].find((one) => ["ar", "en", "fr"].includes(one));
      expect([language, languagesTried]).toEqual([wanted, own === wanted ? [] : [own]]);
    }
    const of = (party: string) => sent.find((one) => one.party === party);
    expect(of("SG")).toMatchObject({ language: "fr", languagesTried: ["zh"] });
    const { body: letter } = await api.get(`/v1/letters/${of("SG")?.id}`, secretariat);
    expect(letter).toMatchObject({
      language: "fr",
      languagesTried: ["zh"],
      subject: expect.stringMatching(/^Réunion/u),
    });
    const mails = api.app.mailbox
      .find({ to: missionOf("SY"), limit: 100 })
      .filter(({ subject }) => subject.includes(id));
    expect(mails).toHaveLength(1);
    expect(mails[0]?.subject).toMatch(/^إحاطة/u);
    const details = await desk.details(id);
    expect(details).toMatchObject({ ...words, text: fr, subject: fr.subject });
    const table = await api.request("GET", `/v1/bulletins/${id}/recipients`, {
      as: secretariat,
      headers: { accept: "text/csv" },
    });
    const rows: Record<string, string>[] = parse(table.text, { columns: true, bom: true });
    expect(rows.find(({ party }) => party === "SG")).toMatchObject({
      "letter.language": "fr",
      "letter.languagesTried": "zh",
    });
  });

  test("is written in the language that its reader has come to read since, though none of the fallback has it", async () => {
    const one = { roles: ["mission"], parties: ["DE"] };
    const { hash } = await preview({ texts: { ar, en } }, one);
    await reads("DE", "ru");
    const [changed] = await recipientsOf(await order(hash));
    expect(changed).toMatchObject({ language: "en", languagesTried: ["ru"] });
    await reads("DE", "en");
  });
});

test("a bulletin in all six languages reaches every mission in its own", async () => {
  const seen = await preview({ texts: all });
  expect(seen.samples.map(({ language }: any) => language).toSorted()).toEqual([...Language.options].toSorted());
  expect(seen.languages.map(({ readingAnother }: any) => readingAnother)).toEqual(Array(6).fill(0));
  const sent = (await recipientsOf(await order(seen.hash))).filter(({ state }) => state !== "skipped");
  for (const { languagesTried } of sent) expect(languagesTried).toEqual([]);
  expect(new Set(sent.map(({ language }) => language))).toEqual(new Set(Language.options));
});

test("a single text is English for every recipient, and names the other language that was tried first", async () => {
  const { hash, languages, samples } = await preview({ text: en }, { roles: ["mission"], parties: ["SY", "DE"] });
  expect(languages).toEqual([{ language: "en", recipients: 2, readingAnother: 1 }]);
  expect(samples).toHaveLength(2);
  const sent = await recipientsOf(await order(hash));
  expect(sent.map(({ party, language, languagesTried }) => [party, language, languagesTried])).toEqual([
    ["DE", "en", []],
    ["SY", "en", ["ar"]],
  ]);
});

describe("is refused, with nothing queued,", () => {
  const syria = { roles: ["mission"], parties: ["SY"] };
  const call = (more: object) => previewCall(syria, { text: undefined, ...more });
  const unusable = (...problems: readonly object[]) =>
    ({ status: 422, problem: "unusable-text", more: { problems } }) as const;

  test("a bulletin for recipients of a language in which it has no text, without a fallback", async () => {
    const problem = { where: "body", problem: "no-text-in-language", language: "ar", recipient: "mission:SY" };
    await api.expectRefusal(call({ texts: { en, fr } }), unusable(problem));
  });

  test("a fallback to a language in which there is no text, and one that names a language twice", async () => {
    const problem = { where: "fallback", problem: "no-text-in-language", language: "es" };
    await api.expectRefusal(call({ texts: { en, fr }, fallback: ["es", "en"] }), unusable(problem));
    await api.expectRefusal(call({ texts: { en, fr }, fallback: ["en", "en"] }), invalid("#/fallback"));
  });

  test("a language outside the six, as that of a text and in the fallback", async () => {
    await api.expectRefusal(call({ texts: { en, de: en } }), invalid("#/texts/de"));
    await api.expectRefusal(call({ texts: { en }, fallback: ["de"] }), invalid("#/fallback/0"));
  });

  test("no text in any language, a fallback without texts, and one text next to several", async () => {
    await api.expectRefusal(call({ texts: {} }), invalid("#/texts"));
    await api.expectRefusal(call({ text: en, fallback: ["en"] }), invalid("#/fallback"));
    await api.expectRefusal(call({ text: en, texts: { fr } }), unusable({ where: "body", problem: "two-texts" }));
  });

  test("a fault in one of the texts, with its language", async () => {
    const wrong = { ar, en, fr: { ...fr, body: "Pour {{pays}}." } };
    const problem = { where: "body", problem: "unknown-placeholder", placeholder: "pays", language: "fr" };
    await api.expectRefusal(call({ texts: wrong }), unusable(problem));
    const undated = { where: "body", problem: "no-value", placeholder: "dueDate", recipient: "mission:SY" };
    const asksDate = { ar: { ...ar, body: "حتى {{dueDate}}" }, en };
    await api.expectRefusal(call({ texts: asksDate }), unusable({ ...undated, language: "ar" }));
  });
});

describe("a text that is stored in several languages", () => {
  const put = (body: object, match: string) => ["PUT", "/v1/texts/briefing", { as: secretariat, body, match }] as const;

  test("is kept with its fallback, taken by a bulletin, and one in English alone is another version of it", async () => {
    const words = { texts: { ar, fr }, fallback: ["fr"] };
    const { status, body } = await api.request(...put(words, '"v0"'));
    expect([status, body.version, body.text]).toEqual([200, 1, fr]);
    expect(body).toMatchObject(words);
    expect((await api.request(...put(words, '"v1"'))).body.version).toBe(1);
    const { items } = await api.pages("/v1/texts", secretariat, 50);
    expect(items.map(({ id, languages }) => [id, languages])).toEqual([
      ["briefing", ["ar", "fr"]],
      ["president-reminder", [...Language.options]],
    ]);
    const seen = await preview({ stored: { id: "briefing" } }, { roles: ["mission"], parties: ["DE", "SY"] });
    expect(seen.items.map((one: any) => [one.party, one.language])).toEqual([
      ["DE", "fr"],
      ["SY", "ar"],
    ]);
    const { body: second } = await api.request(...put(en, '"v1"'));
    expect(second).toMatchObject({ version: 2, text: en, texts: { en }, fallback: ["en"] });
  });

  test("is refused with two ways of saying it, with half of one, and with a fallback for a text in English alone", async () => {
    for (const body of [{}, { subject: en.subject }, { ...en, texts: { fr } }])
      await api.expectRefusal(put(body, '"v2"'), invalid("#"));
    await api.expectRefusal(put({ ...en, fallback: ["en"] }, '"v2"'), invalid("#/fallback"));
  });
});

test("the President's reminder comes to every mission in the language that it reads", async () => {
  await api.app.moveTo("2021-01-20T08:01:00.000Z");
  const asking = { as: president, key: freshKey(), body: {} };
  const { body } = await api.request("POST", "/v1/presidents-list/reminder", asking);
  await api.app.rest();
  const sent = await recipientsOf(body.bulletin);
  expect(sent.length).toBe(body.recipients);
  const subjects: Record<Language, RegExp> = {
    ar: /^تذكير من رئاسة/u,
    en: /^Reminder by the President/u,
    es: /^Recordatorio de la Presidencia/u,
    fr: /^Rappel de la présidence/u,
    ru: /^Напоминание Председателя/u,
    zh: /^缔约方会议主席/u,
  };
  for (const { party, id, language, languagesTried } of sent) {
    expect([language, languagesTried]).toEqual([(await read(party)).contacts.language, []]);
    expect((await api.get(`/v1/letters/${id}`, secretariat)).body.subject).toMatch(subjects[language]);
  }
  expect(new Set(sent.map(({ language }) => language)).size).toBeGreaterThan(2);
});
