import { letterWriter } from "../../../domain/letters/content/letter-writer.ts";
import { wording as french } from "../../../domain/letters/messages/wording.fr.ts";
import { englishWriter } from "../../harness/compose-letter.ts";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type BulletinInput,
  checkWords,
  composeBulletin,
  isTooLarge,
  missingIn,
  sizeOf,
} from "../../../domain/bulletins/check-text.ts";
import { AudienceList } from "../../../schemas/model/audience.ts";
import { BulletinText, Placeholder } from "../../../schemas/model/bulletin-text.ts";
import { PartyId } from "../../../schemas/base/ids.ts";
import { Instant } from "../../../schemas/base/values.ts";
import { bulletinTo } from "../letters/bulletin-samples.ts";

const frenchWriter = letterWriter(french);
const now = Instant.parse("2021-01-04T09:00:00.000Z");
const usual: BulletinText = { subject: "A seminar", body: "A seminar is being prepared." };

/** Problems of a text in few words. */
const listProblems = (changes: Partial<BulletinText>): readonly string[] =>
  checkWords({ text: { ...usual, ...changes } }, now, () => englishWriter).map(({ where, problem, placeholder }) =>
    [where, problem, placeholder].filter(Boolean).join(" "),
  );

const written = (text: Partial<BulletinText>, changes: Partial<BulletinInput> = {}) =>
  composeBulletin(bulletinTo({ text: { ...usual, ...text }, ...changes }), englishWriter);
const person = (name: string): Partial<BulletinInput> => ({
  reader: { kind: "person", name, party: { id: PartyId.parse("FR"), name: "France" }, role: "focal-point" },
});
const running = (text: string): string => text.replace(/\s+/g, " ");

describe("a text that is written to an audience", () => {
  test("is sound with every placeholder in its body, spaced or not", () => {
    expect(listProblems({})).toEqual([]);
    expect(listProblems({ body: Placeholder.options.map((name) => `{{${name}}} {{ ${name} }}`).join("\n\n") })).toEqual(
      [],
    );
    expect(listProblems({ subject: "{{party}}, {{recipientName}}: {{dueDate}}" })).toEqual([]);
    expect(listProblems({ body: "Braces { } } { and {{{party}}}" })).toEqual([]);
  });

  test.each([
    ["body", { body: "Dear {{name}}" }, ["body unknown-placeholder name"]],
    ["subject", { subject: "{{Party}} {{party}}" }, ["subject unknown-placeholder Party"]],
    [
      "both",
      { subject: "{{a}}", body: "{{b}} {{c}}" },
      ["subject unknown-placeholder a", "body unknown-placeholder b", "body unknown-placeholder c"],
    ],
    [
      "method of every object",
      { body: "{{toString}} {{constructor}}" },
      ["body unknown-placeholder toString", "body unknown-placeholder constructor"],
    ],
  ])("names each placeholder of its %s that is none", (_, text, problems) => {
    expect(listProblems(text)).toEqual(problems);
  });

  test.each(["{{party", "party}}", "{{}}", "{{ }}", "{{par ty}}", "{{{{party}}}}", "{{due-date}}", "{{party}} and {{"])(
    "is not sound with %s, which is no whole placeholder",
    (body) => {
      expect(listProblems({ body })).toEqual(["body broken-placeholder"]);
    },
  );

  test("may have long values in its body alone", () => {
    expect(listProblems({ subject: "{{reviews}} {{link}}" })).toEqual([
      "subject placeholder-not-for-subject reviews",
      "subject placeholder-not-for-subject link",
    ]);
  });

  test.each([
    ["a line break that begins a header", "A seminar\r\nBcc: all@example.org"],
    ["a line feed alone", "A seminar\nBcc: all@example.org"],
    ["a carriage return alone", "A seminar\rBcc: all@example.org"],
    ["a line separator", "A seminar\u2028Bcc: all@example.org"],
    ["a tab", "A\tseminar"],
    ["a null", "A seminar\u0000"],
    ["a mark that turns text around", "A \u202Eranimes"],
    ["half a character", "A seminar \uD800"],
  ])("is refused with %s in the subject", (_, subject) => {
    expect(listProblems({ subject })).toEqual(["subject control-characters"]);
    expect(BulletinText.safeParse({ ...usual, subject }).success).toBe(false);
  });

  test("may have lines and tabs in its body, and nothing else that is invisible", () => {
    expect(listProblems({ body: "One\n\n\tTwo\n" })).toEqual([]);
    for (const body of ["One\u0000", "One\rTwo", "\u202EenO", "One\u2028Two", "One\u2060", "One\uDC00"])
      expect([body, listProblems({ body })]).toEqual([body, ["body control-characters"]]);
  });

  test("is refused where nothing of it is to be seen", () => {
    expect(listProblems({ subject: "", body: "" })).toEqual(["subject empty", "body empty"]);
    expect(listProblems({ subject: " ", body: "\n \n" })).toEqual(["subject empty", "body empty"]);
    expect(listProblems({ body: "\u200B\u200D" })).toEqual(["body empty"]);
  });

  test("is refused when the mail would be longer than a mail may be, as it is rendered", () => {
    const paragraphs = (count: number, words: string) => Array.from({ length: count }, () => words).join("\n\n");
    expect(listProblems({ body: paragraphs(400, "x".repeat(70)) })).toEqual([]);
    expect(listProblems({ body: paragraphs(800, "x".repeat(70)) })).toEqual(["body too-large"]);
    // Fourteen thousand characters that become six each in HTML, two or three bytes each in UTF-8.
    expect(listProblems({ body: "&".repeat(14_000) })).toEqual([]);
    expect(listProblems({ body: '"'.repeat(14_000) })).toEqual(["body too-large"]);
    expect(listProblems({ body: "ش".repeat(20_000) })).toEqual([]);
    expect(listProblems({ body: "ش".repeat(30_000) })).toEqual(["body too-large"]);
  });

  test("can be too long for one reader alone", () => {
    const text = { subject: "Names", body: "{{recipientName}} ".repeat(1_000) };
    expect(checkWords({ text }, now, () => englishWriter)).toEqual([]);
    expect(isTooLarge(written(text, person("Anna")), now)).toBe(false);
    expect(isTooLarge(written(text, person("Anna Maria ".repeat(20))), now)).toBe(true);
  });

  test("that is sound is written for every recipient who has all values that it names", () => {
    const words = fc.oneof(
      fc.constantFrom(...Placeholder.options.map((name) => `{{${name}}}`)),
      fc.constantFrom("{", "}", "{{", "}}", "\n", "\n\n", "\t", "\r", "\u202E", "<b>", "&amp;"),
      fc.string({ unit: "grapheme" }),
    );
    const texts = fc.array(words, { maxLength: 8 }).map((all) => all.join(""));
    fc.assert(
      fc.property(texts, texts, (subject, body) => {
        const sound = checkWords({ text: { subject, body } }, now, () => englishWriter).length === 0;
        const parsed = BulletinText.safeParse({ subject, body });
        if (!sound) return;
        const letter = written({ subject, body });
        expect(letter.subject).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}]/u);
        expect(letter.text + letter.html).not.toMatch(/[\r\t\u202E]/);
        expect(letter.html).not.toContain("<b>");
        expect(letter.subject).not.toMatch(/\{\{[A-Za-z ]+\}\}/);
        expect(isTooLarge(letter, now)).toBe(false);
        expect(parsed.success).toBe(true);
      }),
    );
  });
});

describe("placeholders", () => {
  test("are filled in for the reader", () => {
    const body = Placeholder.options.map((name) => `${name}: {{${name}}}.`).join("\n");
    expect(running(written({ body }).text)).toContain(
      "party: France. recipientName: Permanent Mission of France. reviews: the country reviews of Côte d'Ivoire (code c1-CI, cluster 1) and Peru (code c1-PE, cluster 1). dueDate: 15 December 2020. link: https://reviews.example.org/.",
    );
    expect(written({ subject: "{{recipientName}}" }, person("Claire Moreau")).subject).toMatch(/^Claire Moreau \[/);
    const single = bulletinTo();
    const [one] = single.reviews;
    expect(written({ body: "{{reviews}}" }, { reviews: one === undefined ? [] : [one] }).text).toContain(
      "the country review of Peru (code c1-PE, cluster 1)",
    );
  });

  test("with the article that a party's name takes in a sentence", () => {
    const sudan = { id: PartyId.parse("SD"), name: "Sudan" };
    const letter = written({ body: "Of {{party}}." }, { reader: { kind: "mission", party: sudan } });
    expect(letter.text).toContain("Of the Sudan.");
  });

  test("begin a paragraph and a subject with a capital where they mean a mission, and leave a person's name unchanged", () => {
    const text = { subject: "{{recipientName}}", body: "To {{recipientName}}.\n\n{{recipientName}},\n\nwe write." };
    const mali = { id: PartyId.parse("ML"), name: "Mali" };
    const toMission = composeBulletin(bulletinTo({ text, reader: { kind: "mission", party: mali } }), frenchWriter);
    expect(toMission.subject).toMatch(/^La Mission permanente du Mali /u);
    expect(toMission.text).toContain("To la Mission permanente du Mali.\n\nLa Mission permanente du Mali,");
    expect(written({ body: "{{recipientName}}," }, person("van der Berg")).text).toContain("\n\nvan der Berg,");
  });

  test("without a value are named, and the letter is not written", () => {
    const everything = bulletinTo({ text: { subject: "{{dueDate}}", body: "{{reviews}} {{dueDate}} {{party}}" } });
    expect(missingIn(everything, englishWriter)).toEqual([]);
    const party = PartyId.parse("FR");
    const nothing = { ...everything, reviews: [], reason: { code: "registered", as: "mission", party } as const };
    expect(missingIn(nothing, englishWriter)).toEqual(["reviews", "dueDate"]);
    expect(() => composeBulletin(nothing, englishWriter)).toThrow(TypeError);
    expect(missingIn({ ...nothing, text: usual }, englishWriter)).toEqual([]);
    expect(() => written({}, { replyTo: "" })).toThrow(TypeError);
  });

  test("are replaced once: a name that contains a placeholder stays a name", () => {
    const letter = written({ body: "Dear {{recipientName}}" }, person("{{link}} {{party}}"));
    expect(letter.text).toContain("Dear {{link}} {{party}}");
  });

  test("isolate a name from the direction of the text around it", () => {
    const letter = written({ body: "Dear {{recipientName}}, of {{party}}" }, person("مريم \u202Eعبد الله"));
    expect(letter.html).toContain("Dear <bdi>مريم عبد الله</bdi>, of <bdi>France</bdi>");
    expect(letter.html + letter.text).not.toContain("\u202E");
  });
});

describe("a bulletin", () => {
  const hostile = "<img src=x onerror=alert(1)>\"'& \r\nBcc: all@example.org\u202E";

  test("takes in neither markup nor lines nor headers, from names, subject or body", () => {
    const letter = written(
      { subject: `${hostile} {{recipientName}}`, body: `${hostile}\n\n<script>alert(1)</script> {{recipientName}}` },
      {
        reader: { kind: "person", name: hostile, party: { id: PartyId.parse("FR"), name: hostile }, role: "expert" },
        reviews: bulletinTo().reviews.map((one) => ({ ...one, underReview: { ...one.underReview, name: hostile } })),
      },
    );
    expect(letter.html).not.toMatch(/<(img|script)/);
    expect(letter.html).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
    for (const value of [letter.subject, ...Object.values(letter.headers)])
      expect(value).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}\u202E]/u);
    expect(Object.keys(letter.headers)).toEqual(["Auto-Submitted", "X-Case-Reference"]);
  });

  test("keeps paragraphs apart and lines as lines", () => {
    const { text, html } = written({ body: "One\n\n \n\nTwo:\n- a\n\t- b\n" });
    expect(text).toContain("\n\nOne\n\nTwo:\n- a\n- b\n\n--\n");
    expect(html.match(/<p style="margin:0 0 16px 0;font-size:16px/g)).toHaveLength(2);
    expect(html).toContain("Two:<br>- a<br>- b</p>");
  });

  test.each(AudienceList.options)("says of the list %s why it came, to a mission and to a person", (list) => {
    const { reviews } = bulletinTo();
    const reason = {
      code: "listed" as const,
      as: "mission" as const,
      party: PartyId.parse("FR"),
      list,
      kinds: [],
      reviews: reviews.map(({ id }) => id),
    };
    const toMission = running(written({}, { reason }).text);
    const toPerson = running(
      written({}, { ...person("Claire Moreau"), reason: { ...reason, as: "focal-point" } }).text,
    );
    for (const text of [toMission, toPerson]) {
      expect(text).toContain(
        "in the country reviews of Côte d'Ivoire (code c1-CI, cluster 1) and Peru (code c1-PE, cluster 1)",
      );
      expect(text).toMatch(/because, according to the records of the secretariat, .*France/);
      expect(text).not.toMatch(/fail|negligen|violat|breach|overdue|late\b|delinquent/i);
    }
    expect(toMission).toContain("This letter is addressed to the Permanent Mission of France");
    expect(toPerson).toContain("you serve as focal point of France, and ");
  });

  test("counts its bytes as they are sent", () => {
    const letter = { ...written({}), subject: "é", text: "中", html: "a" };
    expect(sizeOf(letter)).toBe(6);
  });
});
