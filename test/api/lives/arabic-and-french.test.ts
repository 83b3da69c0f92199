import { defined } from "../../../schemas/base/defined.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { checkerFindings } from "../../harness/api-verification.ts";
import { problemText } from "../../harness/labels.ts";
import { freshKey, missionOf, personOf, secretariat, addressOf } from "../../harness/test-api.ts";
import { type Story, storyOf } from "./story.ts";

/**
 * Greece, whose people work in French, is reviewed by France, by the Sudan in Arabic, and by Uzbekistan in Russian.
 * Each party uses, and receives letters in, its own language.
 */
const languageOf = { GR: "fr", FR: "fr", SD: "ar", UZ: "ru" } as const;
type Party = keyof typeof languageOf;
const parties = Object.keys(languageOf) as readonly Party[];
const roles = ["focal-point", "expert"] as const;

let story: Story;
beforeAll(async () => {
  story = await storyOf("c1-GR", parties);
  const mission = { address: "mission@gr.example.org", language: "fr", place: "Vienna" };
  const { headers } = await story.api.get("/v1/parties/GR/mission", secretariat);
  const match = headers.get("etag") ?? "";
  const recorded = await story.api.request("PUT", "/v1/parties/GR/mission", { as: secretariat, body: mission, match });
  expect([recorded.status, recorded.problem]).toEqual([200, undefined]);
});
afterAll(() => story.close());

/** Sends a request as a user of a party, who accepts the language of that party. */
const request = (method: string, path: string, party: Party, role: "mission" | (typeof roles)[number], body?: object) =>
  story.api.request(method, path, {
    as: role === "mission" ? missionOf(party) : addressOf(party, role),
    headers: { "accept-language": languageOf[party] },
    ...defined({ body }),
    ...(method === "POST" && path.endsWith("/mandates") ? { key: freshKey() } : {}),
  });

const mailsTo = (party: Party) =>
  story.api.app.mailbox
    .find({ limit: 10_000 })
    .filter(({ to }) => to.some((address) => address.endsWith(`@${party.toLowerCase()}.example.org`)));

/** The share of letters of a script among all letters of a text without what is written alike in every language. */
const shareOf = (script: RegExp, text: string): number => {
  const words = text.replaceAll(/\S*[@/]\S*/gu, "");
  return (words.match(script)?.length ?? 0) / Math.max(1, words.match(/\p{L}/gu)?.length ?? 0);
};

describe("a review whose people work in Arabic, French and Russian", () => {
  test("is nominated for by missions that are written to in their languages", async () => {
    await story.to("2020-12-03");
    for (const party of parties)
      for (const role of roles) {
        const person = { ...personOf(party, role), language: languageOf[party] };
        const named = await request("POST", `/v1/parties/${party}/mandates`, party, "mission", {
          role,
          person,
          reviews: ["c1-GR"],
        });
        expect([party, named.status, named.problem]).toEqual([party, 201, undefined]);
      }
    await story.api.app.rest();
    const subjectsTo = (party: Party) => mailsTo(party).map(({ subject }) => subject);
    const subjectOf = (party: Party) =>
      subjectsTo(party).find((subject) => subject.includes(`RM/c1-g1/${party}/nominations`));
    expect(subjectOf("FR")).toMatch(/^France\s: désignation/u);
    expect(subjectOf("SD")).toMatch(/^\u2068?\p{sc=Arabic}/u);
    expect(subjectOf("UZ")).toMatch(/^\u2068?\p{sc=Cyrillic}/u);
    expect((await story.read()).stage).toBe("consultation");
  });

  test("refuses in the language of the caller", async () => {
    const third = { languages: ["ar", "fr", "en"] };
    for (const party of parties) {
      const answer = await request("POST", story.at("/consultation/languages"), party, "focal-point", third);
      const { title } = problemText("too-many-languages", languageOf[party]);
      expect([answer.status, answer.body.title, answer.headers.get("content-language")]).toEqual([
        422,
        title,
        languageOf[party],
      ]);
    }
  });

  test("agrees on two languages, and its answers are delayed for translation", async () => {
    await story.conclude({ heldOn: "2020-12-03", languages: { languages: ["ar", "fr"] } });
    const delay = { dueOn: "2021-08-31", reason: "translation", explanation: "Le ministère traduit les réponses." };
    const delayed = await request("POST", story.at("/obligations/questionnaire:GR/delay"), "GR", "focal-point", delay);
    expect(delayed.status).toBe(200);
    await story.to("2020-12-05");
    const [letter] = mailsTo("FR").filter(({ subject }) => subject.includes("/delay-notified/"));
    expect(letter?.text.replaceAll(/\s+/gu, " ")).toContain("31 août 2021");
    const [arabic] = mailsTo("SD").filter(({ subject }) => subject.includes("/delay-notified/"));
    expect(arabic?.text).toContain("31 أغسطس 2021");
    expect(arabic?.html).toContain('dir="rtl"');
  });

  test("has its answers, a question, feedback, and a list to which all agree", async () => {
    await story.to("2021-03-01");
    await story.submit();
    await story.to("2021-03-10");
    const question = { text: "ما هي العقوبة المنصوص عليها في المادة 5؟" };
    const reply = await story.api.request("POST", story.at("/clarifications"), {
      as: addressOf("SD", "expert"),
      body: question,
      key: freshKey(),
      headers: { "accept-language": "ar" },
    });
    expect(reply.status).toBe(201);
    await story.api.app.rest();
    const answer = { text: "Deux ans." };
    const answered = await request("POST", story.at("/clarifications/1/answer"), "GR", "focal-point", answer);
    expect(answered.status).toBe(200);
    await story.clearAll();
    const version = await story.list("ملاحظة أولى – première observation");
    await story.to("2021-03-20");
    await story.agreeAll(version);
    await story.publish(version);
    expect((await story.read()).stage).toBe("concluded");
  });

  test("says its course to each party in that party's language, with the same events of the review itself", async () => {
    const read = async (party: Party) =>
      (await request("GET", `${story.at("/timeline")}?limit=200`, party, "focal-point")).body.items;
    const [ofSD, ofFR, ofUZ] = [await read("SD"), await read("FR"), await read("UZ")];
    const kinds = (items: readonly { kind: string }[]) =>
      items.map(({ kind }) => kind).filter((kind) => kind === "stage-changed" || kind.startsWith("consultation"));
    expect(kinds(ofSD)).toEqual(kinds(ofFR));
    expect(kinds(ofUZ)).toEqual(kinds(ofFR));
    for (const { inWords } of ofSD) expect(shareOf(/\p{sc=Arabic}/gu, inWords)).toBeGreaterThan(0.95);
    for (const { inWords } of ofUZ) expect(shareOf(/\p{sc=Cyrillic}/gu, inWords)).toBeGreaterThan(0.95);
    for (const { inWords } of ofFR) expect(inWords).not.toMatch(/\b(?:the|of|by|review|due)\b/u);
  });

  test("is published on pages in either language, from right to left in Arabic", async () => {
    await story.api.app.rest();
    const arabic = await story.api.get("/v1/pages/ar/publications/c1-GR");
    expect([arabic.status, arabic.text.includes('dir="rtl"')]).toEqual([200, true]);
    const french = await story.api.get("/v1/pages/fr/publications/c1-GR");
    expect(french.text).toContain("Liste d’observations");
    for (const { text } of [arabic, french]) expect(text).toContain("ملاحظة أولى – première observation");
  });

  test("was sent to each recipient in their language, and to none in another", async () => {
    await story.to("2021-05-01");
    const { items } = await story.api.pages("/v1/letters?state=delivered", secretariat, 100);
    const languageOfLetter = new Map(items.map(({ id, language }) => [id, language]));
    for (const party of parties) {
      // The mission of Greece had its first letter in English, before it chose French.
      const mails = mailsTo(party).filter(({ at }) => party !== "GR" || at > "2020-12-02");
      expect(mails.length).toBeGreaterThan(8);
      expect(new Set(mails.map(({ tags }) => languageOfLetter.get(tags["letter"] ?? "")))).toEqual(
        new Set([languageOf[party]]),
      );
    }
    const scripts = { SD: /\p{sc=Arabic}/gu, UZ: /\p{sc=Cyrillic}/gu } as const;
    for (const party of ["SD", "UZ"] as const)
      for (const { subject, text } of mailsTo(party))
        expect([subject, shareOf(scripts[party], text) > 0.85]).toEqual([subject, true]);
    for (const { text } of mailsTo("FR")) expect(text).not.toMatch(/\b(?:your|due|which|please|of the)\b/u);
  });

  test("leaves nothing to find for the checker, which reads the days in every letter", async () => {
    await story.holds();
    expect(await checkerFindings(story.api)).toEqual([]);
  });
});
